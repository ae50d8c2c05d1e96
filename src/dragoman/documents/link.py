"""Links between documents: translates, quotes, reprints, summarises, answers."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.documents.document import DocumentId


class LinkKind(StrEnum):
    """How one document stands to another (DESIGN, section 3)."""

    TRANSLATES = "translates"
    QUOTES = "quotes"
    REPRINTS = "reprints"
    SUMMARISES = "summarises"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """This document does something with that one.

    Attributes:
        source: The document that translates, quotes, … .
        kind: What it does.
        target: The other document, when it is held.
        target_name: What the page says of the other document, when it is not held.
        reason: The evidence, in words.
    """

    source: DocumentId
    kind: LinkKind
    target: DocumentId | None
    target_name: str
    reason: str
