"""Passages: the paragraphs of a document that are to be parsed, with their places.

Headlines are passages of their own, since they have a grammar of their own. Sections that
are never coded give none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragoman.documents.document import Document
from dragoman.documents.section import CODED_KINDS, Section, SectionKind
from dragoman.documents.span import Span

PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")
# A parser's time and memory grow with its passage; a page that is one line is cut.
MAX_PASSAGE = 8_000
# A short line is a heading or an item; a long one was not wrapped at a width.
SHORT_LINE = 45
LONG_LINE = 120
CUT = re.compile(r"(?<=[.!?。！？])\s+|\s+|(?<=[。！？])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a headline.

    Attributes:
        text: Its characters, without white space at the ends; not empty.
        start: Offset of the first character in the document's text.
        section: Index of its section in ``document.sections``.
        language: ISO 639-1 code, or ``None`` when it cannot be told.
        is_headline: Whether it stands in a title.
    """

    text: str
    start: int
    section: int
    language: str | None
    is_headline: bool

    @property
    def span(self) -> Span:
        """The passage's place in the document's text."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class UncodedLanguage:
    """Passages that nobody can code, because no coder knows their language.

    Attributes:
        language: ISO 639-1 code, or ``None``.
        passages: How many there are.
        characters: How many characters they have.
    """

    language: str | None
    passages: int
    characters: int


def split_passages(document: Document) -> Iterator[Passage]:
    """Yield the passages of all coded sections, in order, in whatever language.

    Paragraphs end at empty lines; where a section has none, at line ends that end a
    sentence. None is longer than about 8,000 characters.
    """
    for index, section in enumerate(document.sections):
        if section.kind in CODED_KINDS:
            for start, end in _paragraphs(document.text, section):
                yield Passage(
                    document.text[start:end], start, index, section.language, section.kind is SectionKind.TITLE
                )


def count_uncoded(document: Document, languages: Collection[str]) -> tuple[UncodedLanguage, ...]:
    """Count the passages in languages without a coder, most characters first.

    A passage of unknown language is uncoded, too.
    """
    counts: dict[str | None, tuple[int, int]] = {}
    for passage in split_passages(document):
        if passage.language not in languages:
            number, size = counts.get(passage.language, (0, 0))
            counts[passage.language] = (number + 1, size + len(passage.text))
    found = (UncodedLanguage(language, number, size) for language, (number, size) in counts.items())
    return tuple(sorted(found, key=lambda one: -one.characters))


def _paragraphs(text: str, section: Section) -> Iterator[tuple[int, int]]:
    position, end = section.span.start, section.span.end
    for paragraph in (*PARAGRAPH_END.finditer(text, position, end), None):
        stop = paragraph.start() if paragraph else end
        for start, line_end in _lines(text, position, stop):
            yield from _short_enough(text, start, line_end)
        position = paragraph.end() if paragraph else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph at line ends after which something new begins: a sentence or an item."""
    position = start
    for line_end in (*LINE_END.finditer(text, start, end), None):
        stop = line_end.start() if line_end else end
        if line_end is None or _is_break(text, position, stop, line_end.end()):
            yield position, stop
            position = line_end.end() if line_end else end


def _is_break(text: str, start: int, stop: int, after: int) -> bool:
    before = text[max(start, stop - 60) : stop].rstrip()
    is_item = text[after : after + 1] in {"-", "*", "•", ">", "–", "·"}
    is_ended = before[-1:] in '.!?。！？:："”»)'
    is_short = stop - start < SHORT_LINE and not text[after : after + 1].islower()
    return is_item or is_ended or is_short or stop - text.rfind("\n", start, stop) > LONG_LINE


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_PASSAGE:
        cut = _cut_before(text, start, start + MAX_PASSAGE)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _cut_before(text: str, start: int, limit: int) -> int:
    """Return the last end of a sentence before a limit, or the last blank, or the limit."""
    blank = limit
    for found in CUT.finditer(text, start + MAX_PASSAGE // 2, limit):
        if text[found.start() - 1] in ".!?。！？" or blank == limit:
            blank = found.end()
    return blank


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        begin = start + piece.index(bare[0])
        yield begin, begin + len(bare)
