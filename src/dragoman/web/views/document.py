"""One document: its text with sections and voices told apart, its claims in place with their ways beside them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from dragoman.answers.citation import Citation, page_of
from dragoman.claims.claim import ClaimId, ClaimKind, LoadedWord
from dragoman.documents.document import Document
from dragoman.documents.paragraphs import split_paragraphs
from dragoman.documents.section import CODED_KINDS, Section, Voice
from dragoman.documents.span import Span
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, cite, cite_all
from dragoman.web.views.frame import Frame
from dragoman.web.views.hops import HopView, show_hops
from dragoman.web.views.pieces import Marked, Piece, cut_pieces
from dragoman.web.views.related import Related, RelatedView, show_related

LOADED = "loaded"
"""Name of what in the address asks for words that take a side."""

CREDITS = ("author", "translator", "editor", "text-editor", "photo-editor", "photo-source")
"""Metadata that names people."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim beside the paragraph in which it begins.

    Attributes:
        number: Its number in the text.
        cited: The claim.
        hops: On whose word, from the page inwards.
        why: Where the reasons for it are shown.
    """

    number: int
    cited: Cited
    hops: tuple[HopView, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph.

    Attributes:
        pieces: Its text.
        beside: The claims that begin in it.
    """

    pieces: tuple[Piece, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Somebody who speaks in the document.

    Attributes:
        letter: By what sections refer to it.
        name: Who.
        role: Part taken in the page, and the day on which it spoke; may be ``""``.
        kind: What kind of speaker.
        sections: How many sections it speaks in.
    """

    letter: str
    name: str
    role: str
    kind: str
    sections: int


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section.

    Attributes:
        kind: What it is, in a word.
        voice: Who speaks in it.
        letter: Letter of the voice.
        language: ISO 639-1 code, or ``""``.
        is_coded: Whether claims are looked for in it; what is not is folded.
        size: Characters.
        blocks: Its paragraphs, all of its text.
    """

    kind: str
    voice: str
    letter: str
    language: str
    is_coded: bool
    size: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LoadedView:
    """Words that take a side.

    Attributes:
        is_shown: Whether they are marked.
        count: How many places there are.
        words: Word, why it is marked, how often; empty where they are not shown.
        toggle: Address of the same page with them, or without.
    """

    is_shown: bool
    count: int
    words: tuple[tuple[str, str, int], ...]
    toggle: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document.

    Attributes:
        frame: What stands around it.
        facts: Pairs of a word and a text.
        original: Address of the bytes.
        size: How many bytes there are.
        related: How it stands to other documents.
        voices: Who speaks in it.
        loaded: Words that take a side.
        sections: Its text, all of it.
        claims: How many claims are beside the text.
        names: Claims of what somebody is called, which are not underlined.
    """

    frame: Frame
    facts: tuple[tuple[str, str], ...]
    original: str
    size: int
    related: tuple[RelatedView, ...]
    voices: tuple[VoiceView, ...]
    loaded: LoadedView
    sections: tuple[SectionView, ...]
    claims: int
    names: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What each section is laid out with."""

    document: Document
    marked: Marked
    letters: Mapping[Voice, str]
    asked: Asked


def show_document(
    document: Document, citations: Sequence[Citation], related: Sequence[Related], asked: Asked, *, has_loaded: bool
) -> DocumentPage:
    """Lay out a document with its claims.

    Args:
        document: The document.
        citations: Its claims.
        related: How it stands to others.
        asked: The limits of the question, which links carry on.
        has_loaded: Whether words that take a side are marked.
    """
    page = page_of(document)
    marked = mark_claims(document, citations)
    words = _loaded(citations)
    if has_loaded:
        marked = Marked(marked.text, marked.citations, marked.numbers, words)
    voices = Counter(section.voice for section in document.sections if section.kind in CODED_KINDS)
    letters = {voice: _letter(number) for number, voice in enumerate(voices)}
    reader = _Reader(document, marked, letters, asked)
    return DocumentPage(
        frame=Frame(page.title or page.name, here="documents", asked=asked),
        facts=_facts(document),
        original=asked.at("documents", document.id, "original"),
        size=len(document.content),
        related=show_related(document.id, related, asked),
        voices=tuple(_voice(voice, letters[voice], count) for voice, count in voices.items()),
        loaded=_loaded_view(document, words, asked, has_loaded=has_loaded),
        sections=tuple(_section(reader, section) for section in document.sections),
        claims=len(marked.citations),
        names=cite_all((c for c in citations if c.claim.kind is ClaimKind.NAME), asked),
    )


def mark_claims(document: Document, citations: Sequence[Citation]) -> Marked:
    """Return the claims to underline in a text, numbered in its order; what somebody is called is not among them."""
    told = [c for c in citations if c.claim.kind is not ClaimKind.NAME]
    ordered = tuple(sorted(told, key=lambda citation: citation.claim.evidence.span))
    numbers: dict[ClaimId, int] = {c.claim.id: number for number, c in enumerate(ordered, start=1)}
    return Marked(document.text, ordered, numbers)


def _facts(document: Document) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Outlet", document.outlet or ""),
        ("Published", document.published or "nothing says so"),
        *((name.replace("-", " ").capitalize(), "; ".join(document.metadata_values(name))) for name in CREDITS),
        ("Language", document.language or "not known"),
        ("Retrieved", "" if document.retrieved is None else f"{document.retrieved:%Y-%m-%d %H:%M} UTC"),
        ("Address", "; ".join(document.metadata_values("address"))),
        ("Made from", f"{document.rendition.media_type}, {document.rendition.extractor}"),
        ("SHA-256", document.id.removeprefix("sha256:")),
    )
    return tuple((name, text) for name, text in facts if text)


def _letter(number: int) -> str:
    turn, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(turn + 1) if turn else "")


def _voice(voice: Voice, letter: str, count: int) -> VoiceView:
    role = ", ".join(part for part in (voice.role, voice.date or "") if part)
    return VoiceView(letter, voice.source, role, voice.kind.value, count)


def _loaded(citations: Sequence[Citation]) -> tuple[LoadedWord, ...]:
    """Return the words that take a side, each place once."""
    return tuple({word.span: word for citation in citations for word in citation.claim.loaded}.values())


def _loaded_view(document: Document, words: Sequence[LoadedWord], asked: Asked, *, has_loaded: bool) -> LoadedView:
    counted = Counter((word.text, word.note) for word in words)
    return LoadedView(
        is_shown=has_loaded,
        count=len(words),
        words=tuple((text, note, count) for (text, note), count in counted.most_common()) if has_loaded else (),
        toggle=asked.at("documents", document.id, **({} if has_loaded else {LOADED: "1"})),
    )


def _section(reader: _Reader, section: Section) -> SectionView:
    voice = section.voice
    return SectionView(
        kind=section.kind.value,
        voice=voice.source + (f", {voice.role}" if voice.role else ""),
        letter=reader.letters.get(voice, ""),
        language=section.language or "",
        is_coded=section.kind in CODED_KINDS,
        size=section.span.end - section.span.start,
        blocks=tuple(_blocks(reader, section)),
    )


def _blocks(reader: _Reader, section: Section) -> Iterator[Block]:
    inside = reader.marked.within(section.span)
    text = reader.document.text
    for span in split_paragraphs(text, section):
        # The empty lines behind a paragraph would stand between it and the next one a second time.
        shown = Span(span.start, span.start + max(1, len(span.of(text).rstrip())))
        yield Block(tuple(cut_pieces(inside, shown, reader.asked)), tuple(_beside(reader, inside, span)))


def _beside(reader: _Reader, marked: Marked, span: Span) -> Iterator[Beside]:
    for citation in marked.citations:
        if span.start <= citation.claim.evidence.span.start < span.end:
            claim, asked = citation.claim, reader.asked
            why = asked.at("claims", claim.id, "why")
            hops = show_hops(claim.chain, reader.document)
            yield Beside(marked.numbers[claim.id], cite(citation, asked), hops, why)
