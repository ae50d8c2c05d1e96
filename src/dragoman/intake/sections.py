"""Joins labelled blocks into sections with voices, so that they cover the whole text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.documents.section import CODED_KINDS, Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.intake.language import LanguageFinder, split_languages
from dragoman.intake.metadata import PageFacts
from dragoman.intake.page import Label, Page

SINGLE = frozenset({SectionKind.TITLE})
NOTE_ROLES = {"translator": "the translator", "editor": "the editor", "author": "the author"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of one in a single language, with its label."""

    start: int
    label: Label
    language: str | None


def make_sections(page: Page, finder: LanguageFinder, facts: PageFacts) -> tuple[Section, ...]:
    """Return the sections of a labelled page, in order, without gap or overlap.

    White space between two sections belongs to the earlier one; an empty text has none.
    """
    if not page.text:
        return ()
    pieces = list(_pieces(page, finder))
    if not pieces:
        blank = Label(SectionKind.BOILERPLATE, "no words")
        pieces = [Piece(0, blank, None)]
    starts = [pieces[0]]
    for piece in pieces[1:]:
        if not _continues(starts[-1], piece):
            starts.append(piece)
    starts[0] = replace(starts[0], start=0)
    ends = [piece.start for piece in starts[1:]] + [len(page.text)]
    return tuple(_section(piece, end, facts) for piece, end in zip(starts, ends, strict=True))


def _pieces(page: Page, finder: LanguageFinder) -> Iterator[Piece]:
    for block, label in zip(page.blocks, page.labels, strict=True):
        if label is None:
            continue
        if label.kind not in CODED_KINDS:
            yield Piece(block.start, label, None)
            continue
        for start, _, language in split_languages(block.text, finder):
            yield Piece(block.start + start, label, language)


def _continues(before: Piece, piece: Piece) -> bool:
    one, other = before.label, piece.label
    return (
        one.kind is other.kind
        and one.kind not in SINGLE
        and (one.role, one.region, one.heading_date) == (other.role, other.region, other.heading_date)
        and (before.language == piece.language or one.kind not in CODED_KINDS)
    )


def _section(piece: Piece, end: int, facts: PageFacts) -> Section:
    label = piece.label
    return Section(
        Span(piece.start, end),
        label.kind,
        _voice(label, facts),
        piece.language,
        label.reason,
        label.heading_date,
    )


def _voice(label: Label, facts: PageFacts) -> Voice:
    if label.kind is SectionKind.NOTE:
        unsigned = Voice(NOTE_ROLES.get(label.role, "the editor"), VoiceKind.PERSON, label.role or "editor")
        return facts.note_voices.get(label.region, unsigned)
    if label.kind is SectionKind.COMMENTS:
        return Voice("a commenter", VoiceKind.UNNAMED, "commenter")
    return facts.article_voice
