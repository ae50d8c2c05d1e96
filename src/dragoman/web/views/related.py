"""How a document stands to others, as its page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.answers.citation import Page
from dragoman.documents.document import DocumentId
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.web.asked import Asked

PASSIVE = {
    LinkKind.TRANSLATES: "is translated by",
    LinkKind.QUOTES: "is quoted by",
    LinkKind.REPRINTS: "is reprinted by",
    LinkKind.SUMMARISES: "is summarised by",
    LinkKind.ANSWERS: "is answered by",
}


@dataclass(frozen=True, slots=True)
class Related:
    """A link with the document at its other end.

    Attributes:
        link: The link.
        other: The other document; ``None`` where it is not held.
    """

    link: DocumentLink
    other: Page | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """How a document stands to another one.

    Attributes:
        how: "translates", "is reprinted by".
        name: What the other is called.
        address: Where it is, or ``""``.
        beside: Where both are read side by side, or ``""``.
        reason: The evidence.
    """

    how: str
    name: str
    address: str
    beside: str
    reason: str


def show_related(document: DocumentId, related: Sequence[Related], asked: Asked) -> tuple[RelatedView, ...]:
    """Return how a document stands to others.

    Args:
        document: The document.
        related: Its links, in both directions.
        asked: The limits of the question, which links carry on.
    """
    return tuple(_view(document, one, asked) for one in related)


def _view(document: DocumentId, related: Related, asked: Asked) -> RelatedView:
    link, other = related.link, related.other
    is_translation = link.kind is LinkKind.TRANSLATES and link.target is not None
    return RelatedView(
        how=link.kind.value if link.source == document else PASSIVE[link.kind],
        name=link.target_name if other is None else other.title or other.name,
        address="" if other is None else asked.at("documents", other.id),
        beside=asked.at("documents", link.source, "beside", link.target or "") if is_translation else "",
        reason=link.reason,
    )
