"""Documents: one retrieved item, its bytes, its text and what the page says of itself.

A claim points to code points of the text, the text to the bytes it was read from, and
the bytes to their SHA-256. The extracted text is an immutable rendition: a later
extractor makes another rendition and never changes this one.
"""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import NewType

from dragoman.documents.section import Section
from dragoman.documents.span import Span
from dragoman.errors import DocumentError

DocumentId = NewType("DocumentId", str)


def digest_bytes(content: bytes) -> DocumentId:
    """Return the identifier of a document: ``sha256:`` and 64 hexadecimal digits of its bytes."""
    return DocumentId("sha256:" + sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class MetadataItem:
    """One thing that a page says of itself.

    Attributes:
        name: title, outlet, author, editor, text-editor, translator, photo-editor, photo-source,
            published, noted, translated, address.
        value: The value in plain form: a name, an EDTF date or date-time, an address.
        span: Where the text says so; ``None`` when it stands in the bytes only (an HTML meta tag,
            an option given by the user).
        basis: ``text``, ``meta`` (markup), ``given`` (by the user) or ``address``.
        note: The name in another script, the raw form, or other remark.
    """

    name: str
    value: str
    span: Span | None
    basis: str = "text"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rendition:
    """How the text was made from the bytes.

    Attributes:
        media_type: ``text/plain``, ``text/html``, ``text/markdown``, ``application/pdf``, ``application/tei+xml``.
        encoding: Name of the character set used to decode, or ``""`` for binary formats.
        encoding_basis: Which step decided it: bom, header, meta, utf-8, detector, given.
        extractor: Name and version of what made the text ("plain/1", "trafilatura 2.0.0").
    """

    media_type: str
    encoding: str
    encoding_basis: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Document:
    """One retrieved item.

    Attributes:
        id: SHA-256 of the bytes, as ``sha256:…``.
        name: File name or address that the user gave; ``-`` for standard input.
        text: The rendition that all spans point into.
        rendition: How the text was made.
        sections: Stretches that cover the whole text, in order, without overlap.
        metadata: What the page says of itself, with places.
        language: ISO 639-1 code of most of the body, or ``None``.
        published: EDTF date or date-time, or ``None`` when nothing says so: never a guess.
        outlet: Name of the outlet, or ``None``.
        retrieved: Moment of reading in UTC, or ``None`` when not retrieved from an address.
        content: The bytes; not part of equality.
    """

    id: DocumentId
    name: str
    text: str
    rendition: Rendition
    sections: tuple[Section, ...]
    metadata: tuple[MetadataItem, ...] = ()
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    retrieved: datetime | None = None
    content: bytes = field(default=b"", compare=False, repr=False)

    def __post_init__(self) -> None:
        position = 0
        for section in self.sections:
            if section.span.start != position:
                raise DocumentError(self.name, f"its sections leave out or repeat characters at {position}")
            position = section.span.end
        if position != len(self.text):
            raise DocumentError(self.name, f"its sections end at {position} of {len(self.text)} characters")

    def quote(self, span: Span) -> str:
        """Return the characters at a span of this document's text."""
        return span.of(self.text)

    def metadata_values(self, name: str) -> tuple[str, ...]:
        """Return all values that the page gives for one metadata name, in order."""
        return tuple(item.value for item in self.metadata if item.name == name)
