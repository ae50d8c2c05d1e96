"""The chain of a claim as pages draw it: from the page inwards, each step with the words that attribute it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.answers.citation import hop_label
from dragoman.claims.hop import Hop
from dragoman.documents.document import Document


@dataclass(frozen=True, slots=True)
class HopView:
    """One step.

    Attributes:
        name: Who.
        kind: What sort of source: outlet, agency, actor, person, document, unnamed.
        how: How it is said, where the page does not just speak; else ``""``.
        cue: The words of the text that attribute it, or ``""``.
        date: When it was said, in EDTF, or ``""``.
    """

    name: str
    kind: str
    how: str
    cue: str
    date: str


def show_hops(chain: Sequence[Hop], document: Document) -> tuple[HopView, ...]:
    """Return the steps of a chain.

    Args:
        chain: From the page inwards.
        document: The page, whose own day is not said again.
    """
    published = (document.published or "")[:10]
    return tuple(
        HopView(
            name=hop_label(hop),
            kind=hop.kind.value,
            how=hop.how if number else "",
            cue=" ".join(hop.cue.split()),
            date=hop.date if hop.date and (number or hop.date[:10] != published) else "",
        )
        for number, hop in enumerate(chain)
    )
