"""The brief of a pair as PDF; the library that draws it is loaded by the first call."""

from typing import Any

from dragoman.answers.questions import relations
from dragoman.claims.ledger import Ledger


def brief_pdf(ledger: Ledger, a: str, b: str, **limits: Any) -> bytes:  # noqa: ANN401 - as for `relations`
    """Write the page of :func:`brief` as PDF.

    Args:
        ledger: Where the claims are held.
        a: One side, by name or code.
        b: The other side.
        limits: ``as_of``, ``known`` and ``policy``, as for :func:`relations`.

    Raises:
        ExtraMissingError: ``pip install 'dragoman[pdf]'`` is needed.
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    from dragoman.exchange import brief_pdf as writing

    return writing.write_brief_pdf(relations(ledger, a, b, **limits))
