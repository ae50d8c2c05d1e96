"""Faults: what went wrong with a document, as a value that is kept and shown.

Bad input never kills a run and never becomes a wrong claim.
"""

from dataclasses import dataclass

from dragoman.documents.span import Span


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that could not be read or coded.

    Attributes:
        document: Identifier or name of the document (``sha256:…``, or a path when no bytes were read).
        stage: Where it happened: fetch, decode, extract, layout, parse, code, record.
        reason: A sentence for the user: what was found, and what was done instead.
        span: The place in the text, or ``None`` for the whole document.
    """

    document: str
    stage: str
    reason: str
    span: Span | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the fault as plain JSON values."""
        place = None if self.span is None else {"start": self.span.start, "end": self.span.end}
        return {"document": self.document, "stage": self.stage, "reason": self.reason, "span": place}
