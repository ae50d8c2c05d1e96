"""Cards: what is to be known of a document without reading it.

A list or a citation needs the title and the day of a page, never its text: a ledger gives cards by the
thousand where documents would fill the memory.
"""

from dataclasses import dataclass

from dragoman.documents.document import Document, DocumentId, MetadataItem


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document without its text, sections and bytes.

    Attributes:
        id: SHA-256 of the bytes, as ``sha256:…``.
        name: File name or address that the user gave.
        language: ISO 639-1 code of most of the body, or ``None``.
        published: EDTF date or date-time, or ``None`` when nothing says so.
        outlet: Name of the outlet, or ``None``.
        metadata: What the page says of itself, with places.
    """

    id: DocumentId
    name: str
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    metadata: tuple[MetadataItem, ...] = ()

    def metadata_values(self, name: str) -> tuple[str, ...]:
        """Return all values that the page gives for one metadata name, in order."""
        return tuple(item.value for item in self.metadata if item.name == name)


def card_of(document: Document) -> DocumentCard:
    """Return the card of a document."""
    return DocumentCard(
        id=document.id,
        name=document.name,
        language=document.language,
        published=document.published,
        outlet=document.outlet,
        metadata=document.metadata,
    )
