"""Sections: stretches of a document's text, each with a kind and a voice.

Nothing is thrown away: the sections of a document cover its whole text, in order,
without overlap. Boilerplate is only never coded.
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.documents.span import Span


class SectionKind(StrEnum):
    """What a stretch of a page is (DESIGN, section 3)."""

    TITLE = "title"
    BYLINE = "byline"
    NOTE = "note"
    BODY = "body"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CREDITS = "credits"
    COMMENTS = "comments"
    BOILERPLATE = "boilerplate"


CODED_KINDS = frozenset(
    {SectionKind.TITLE, SectionKind.NOTE, SectionKind.BODY, SectionKind.QUOTATION, SectionKind.CAPTION}
)


class VoiceKind(StrEnum):
    """What kind of speaker stands behind a section or a hop (DESIGN, section 7)."""

    OUTLET = "outlet"
    AGENCY = "agency"
    ACTOR = "actor"
    PERSON = "person"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a section.

    Attributes:
        source: Name of the speaker as the page gives it ("ACW", "Sample Wire"), or a description
            ("the article", "the translator") when the page names nobody.
        kind: What kind of speaker this is.
        role: Part taken in the page: author, translator, editor, outlet, commenter.
        date: EDTF of the day on which the voice spoke, or ``None`` when the page does not say.
        span: Where the page says who speaks, or ``None``.
    """

    source: str
    kind: VoiceKind
    role: str
    date: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text of one kind, spoken by one voice.

    Attributes:
        span: Code points of the document's text.
        kind: What the stretch is; only ``CODED_KINDS`` are ever coded.
        voice: Who speaks in it.
        language: ISO 639-1 code, or ``None`` when it cannot be told.
        reason: Which cue decided the kind, for ``explain``.
        heading_date: EDTF of a dated heading under which the stretch stands, or ``None``.
    """

    span: Span
    kind: SectionKind
    voice: Voice
    language: str | None = None
    reason: str = ""
    heading_date: str | None = None
