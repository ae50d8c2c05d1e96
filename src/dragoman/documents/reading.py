"""Documents, sections, metadata, links and faults as plain JSON values, and back.

The two directions stand side by side, so that one is not changed without the other:
``x_from_dict(x_to_dict(x)) == x`` holds for all of them. The bytes of a document are not
part of its JSON form.
"""

from datetime import datetime

from dragoman.documents.document import Document, DocumentId, MetadataItem, Rendition
from dragoman.documents.fault import Fault
from dragoman.documents.json_fields import JsonFields, json_fields
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span

JsonObject = dict[str, object]


def document_to_dict(document: Document) -> JsonObject:
    """Return a document with its text as plain JSON values, without its bytes."""
    return {
        "id": document.id,
        "name": document.name,
        "text": document.text,
        "rendition": rendition_to_dict(document.rendition),
        "sections": [section_to_dict(section) for section in document.sections],
        "metadata": [metadata_to_dict(item) for item in document.metadata],
        "language": document.language,
        "published": document.published,
        "outlet": document.outlet,
        "retrieved": document.retrieved and document.retrieved.isoformat(),
    }


def document_from_dict(value: object, content: bytes = b"") -> Document:
    """Return the document of :func:`document_to_dict`.

    Args:
        value: The JSON object.
        content: The bytes of the document, where they are at hand.

    Raises:
        JsonError: A field is missing or of another kind.
        DocumentError: The sections do not cover the text.
    """
    fields = json_fields(value, "a document")
    return Document(
        id=DocumentId(fields.text("id")),
        name=fields.text("name"),
        text=fields.text("text"),
        rendition=fields.one("rendition", rendition_from_dict),
        sections=fields.many("sections", section_from_dict),
        metadata=fields.many("metadata", metadata_from_dict),
        language=fields.text_or_none("language"),
        published=fields.text_or_none("published"),
        outlet=fields.text_or_none("outlet"),
        retrieved=_moment(fields, "retrieved"),
        content=content,
    )


def rendition_to_dict(rendition: Rendition) -> JsonObject:
    """Return how a text was made as plain JSON values."""
    return {
        "media_type": rendition.media_type,
        "encoding": rendition.encoding,
        "encoding_basis": rendition.encoding_basis,
        "extractor": rendition.extractor,
    }


def rendition_from_dict(value: object) -> Rendition:
    """Return the rendition of :func:`rendition_to_dict`."""
    fields = json_fields(value, "a rendition")
    return Rendition(
        fields.text("media_type"), fields.text("encoding"), fields.text("encoding_basis"), fields.text("extractor")
    )


def section_to_dict(section: Section) -> JsonObject:
    """Return a section as plain JSON values."""
    return {
        "start": section.span.start,
        "end": section.span.end,
        "kind": section.kind.value,
        "voice": voice_to_dict(section.voice),
        "language": section.language,
        "reason": section.reason,
        "heading_date": section.heading_date,
    }


def section_from_dict(value: object) -> Section:
    """Return the section of :func:`section_to_dict`."""
    fields = json_fields(value, "a section")
    return Section(
        span=fields.span(),
        kind=fields.choice("kind", SectionKind),
        voice=fields.one("voice", voice_from_dict),
        language=fields.text_or_none("language"),
        reason=fields.text("reason"),
        heading_date=fields.text_or_none("heading_date"),
    )


def voice_to_dict(voice: Voice) -> JsonObject:
    """Return a voice as plain JSON values."""
    return {
        "source": voice.source,
        "kind": voice.kind.value,
        "role": voice.role,
        "date": voice.date,
        "span": _span_to_dict(voice.span),
    }


def voice_from_dict(value: object) -> Voice:
    """Return the voice of :func:`voice_to_dict`."""
    fields = json_fields(value, "a voice")
    return Voice(
        source=fields.text("source"),
        kind=fields.choice("kind", VoiceKind),
        role=fields.text("role"),
        date=fields.text_or_none("date"),
        span=fields.span_or_none("span"),
    )


def metadata_to_dict(item: MetadataItem) -> JsonObject:
    """Return one thing that a page says of itself as plain JSON values."""
    return {
        "name": item.name,
        "value": item.value,
        "span": _span_to_dict(item.span),
        "basis": item.basis,
        "note": item.note,
    }


def metadata_from_dict(value: object) -> MetadataItem:
    """Return the item of :func:`metadata_to_dict`."""
    fields = json_fields(value, "an item of metadata")
    return MetadataItem(
        name=fields.text("name"),
        value=fields.text("value"),
        span=fields.span_or_none("span"),
        basis=fields.text("basis"),
        note=fields.text("note"),
    )


def link_to_dict(link: DocumentLink) -> JsonObject:
    """Return a link between documents as plain JSON values."""
    return {
        "source": link.source,
        "kind": link.kind.value,
        "target": link.target,
        "target_name": link.target_name,
        "reason": link.reason,
    }


def link_from_dict(value: object) -> DocumentLink:
    """Return the link of :func:`link_to_dict`."""
    fields = json_fields(value, "a link")
    target = fields.text_or_none("target")
    return DocumentLink(
        source=DocumentId(fields.text("source")),
        kind=fields.choice("kind", LinkKind),
        target=None if target is None else DocumentId(target),
        target_name=fields.text("target_name"),
        reason=fields.text("reason"),
    )


def fault_from_dict(value: object) -> Fault:
    """Return the fault of ``Fault.to_dict``."""
    fields = json_fields(value, "a fault")
    return Fault(fields.text("document"), fields.text("stage"), fields.text("reason"), fields.span_or_none("span"))


def _span_to_dict(span: Span | None) -> JsonObject | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _moment(fields: JsonFields, key: str) -> datetime | None:
    written = fields.text_or_none(key)
    if written is None:
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError as error:
        raise fields.wrong(key, "a moment as in ISO 8601") from error
