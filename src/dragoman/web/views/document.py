"""One document: its text with sections and voices told apart, and its claims in their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.answers.citation import Citation, page_of
from dragoman.documents.document import Document
from dragoman.documents.section import CODED_KINDS, Section
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, cite, cite_all
from dragoman.web.views.frame import Frame


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims cover.

    Attributes:
        text: Its characters.
        anchor: Name of the place where a quote begins, or ``""``.
        claim: The narrowest claim that covers it, or ``None``.
    """

    text: str
    anchor: str
    claim: Cited | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section.

    Attributes:
        kind: What it is, in a word.
        voice: Who speaks in it.
        is_coded: Whether claims are looked for in it; what is not is folded.
        pieces: Its text.
    """

    kind: str
    voice: str
    is_coded: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document.

    Attributes:
        frame: What stands around it.
        facts: Pairs of a word and a text.
        sections: Its text, all of it.
        claims: Its claims, in the order of the text.
    """

    frame: Frame
    facts: tuple[tuple[str, str], ...]
    sections: tuple[SectionView, ...]
    claims: tuple[Cited, ...]


def show_document(document: Document, citations: Sequence[Citation], asked: Asked) -> DocumentPage:
    """Lay out a document with its claims."""
    page = page_of(document)
    facts = (
        ("Outlet", document.outlet or ""),
        ("Published", document.published or "nothing says so"),
        ("Language", document.language or "not known"),
        ("Made from", f"{document.rendition.media_type}, {document.rendition.extractor}"),
        ("SHA-256", document.id.removeprefix("sha256:")),
    )
    frame = Frame(page.title or page.name, here="documents", asked=asked)
    ordered = sorted(citations, key=lambda citation: citation.claim.evidence.span)
    return DocumentPage(
        frame=frame,
        facts=tuple((name, text) for name, text in facts if text),
        sections=tuple(_section(document, section, ordered, asked) for section in document.sections),
        claims=cite_all(ordered, asked),
    )


def _section(document: Document, section: Section, citations: Sequence[Citation], asked: Asked) -> SectionView:
    inside = [c for c in citations if c.claim.evidence.span.overlaps(section.span)]
    voice = section.voice.source + (f", {section.voice.role}" if section.voice.role else "")
    pieces = tuple(_pieces(document.text, section, inside, asked))
    return SectionView(section.kind.value, voice, section.kind in CODED_KINDS, pieces)


def _pieces(text: str, section: Section, citations: Sequence[Citation], asked: Asked) -> Iterator[Piece]:
    span = section.span
    spans = [citation.claim.evidence.span for citation in citations]
    inner = {edge for one in spans for edge in (one.start, one.end) if span.start < edge < span.end}
    edges = sorted({span.start, span.end, *inner})
    starts = {one.start for one in spans}
    for start, end in pairwise(edges):
        over = [c for c in citations if c.claim.evidence.span.start <= start and end <= c.claim.evidence.span.end]
        narrowest = min(over, key=lambda c: c.claim.evidence.span.end - c.claim.evidence.span.start, default=None)
        anchor = f"c{start}" if start in starts else ""
        yield Piece(text[start:end], anchor, None if narrowest is None else cite(narrowest, asked))
