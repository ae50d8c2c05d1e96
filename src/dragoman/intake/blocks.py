"""Blocks: the paragraphs and lone lines that a page is made of, before they have a kind."""

import re
from dataclasses import dataclass, field
from statistics import median

from dragoman.documents.section import SectionKind
from dragoman.documents.span import Span

# Encyclopaedias set marks of sources and of doubt behind the full stop.
REMARKS = re.compile(r"(?:\[[^\[\]]{1,30}\])+$")
SENTENCE_END = re.compile(r"[.!?…。！？](?:[\"'”’»\)\]」』]|\[\d+\])*$")
INNER_END = re.compile(r"[.!?][\"'”’»\)]*\s+[\"'“‘«(]*[^\W\d_a-z]|[。！？]")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
LINE = re.compile(r"[^\n]+")
LIST_ITEM = re.compile(r"^(?:[-*•·–▪◦]\s|\d{1,2}[.)]\s|>)")
WRAP_WIDTHS = range(48, 101)
LONG = 200
SHORT_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Hint:
    """What markup says of a stretch of the extracted text.

    Attributes:
        kind: The kind that the markup stands for, or ``None`` when it is only kept for ``main``.
        reason: Which markup it was, for ``explain``.
        main: Whether an extractor holds it for the report itself; ``None`` when none was asked.
        heading_date: EDTF of the dated heading above, or ``None``.
    """

    kind: SectionKind | None
    reason: str
    main: bool | None = None
    heading_date: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a line that stands alone.

    Attributes:
        start: Offset of the first character that is not white space.
        end: Offset after the last.
        text: The characters between.
        size: Length in characters, where an East Asian character counts as two and a half.
        hint: What markup says, or ``None``.
        is_prose: Whether it reads as one sentence of some length, or as several.
    """

    start: int
    end: int
    text: str
    hint: Hint | None = None
    size: int = field(init=False)
    is_prose: bool = field(init=False)

    def __post_init__(self) -> None:
        size = len(self.text) + int(1.5 * len(WIDE.findall(self.text[:1000])))
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "is_prose", _is_prose(self.text, size))

    @property
    def span(self) -> Span:
        """The block's place in the text."""
        return Span(self.start, self.end)

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character is one that ends sentences."""
        return SENTENCE_END.search(REMARKS.sub("", self.text[-60:])[-8:]) is not None


def split_blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks: at empty lines, and at line ends unless lines are wrapped.

    Lines of one run belong together when a sentence was wrapped at a fixed width: all
    but the last have about the same length, and most do not end a sentence.
    """
    blocks: list[Block] = []
    run: list[tuple[int, int]] = []
    position = 0
    for found in LINE.finditer(text):
        if run and "\n" in text[position + 1 : found.start()]:
            blocks.extend(_blocks_of_run(text, run))
            run = []
        stretch = _stripped(text, found.start(), found.end())
        if stretch is None:
            blocks.extend(_blocks_of_run(text, run))
            run = []
        else:
            run.append(stretch)
        position = found.end()
    blocks.extend(_blocks_of_run(text, run))
    return tuple(blocks)


def make_block(text: str, start: int, end: int, *, hint: Hint | None = None) -> Block:
    """Return the block between two offsets of a text."""
    return Block(start, end, text[start:end], hint)


def _blocks_of_run(text: str, run: list[tuple[int, int]]) -> list[Block]:
    if not run:
        return []
    if _is_wrapped(text, run):
        return [make_block(text, run[0][0], run[-1][1])]
    return [make_block(text, start, end) for start, end in run]


def _is_wrapped(text: str, run: list[tuple[int, int]]) -> bool:
    heads = run[:-1]
    if not heads or any(LIST_ITEM.match(text[start:end]) for start, end in run[1:]):
        return False
    widths = [end - start for start, end in heads]
    if int(median(widths)) not in WRAP_WIDTHS or max(widths) - min(widths) > max(20, len(widths) * 3):
        return False
    if run[-1][1] - run[-1][0] > max(widths) + 12:
        return False
    ended = sum(1 for start, end in heads if SENTENCE_END.search(text[max(start, end - 8) : end]))
    return ended * 2 <= len(heads)


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    body = line.strip()
    if not body:
        return None
    offset = start + line.index(body[0])
    return offset, offset + len(body)


def _is_prose(text: str, size: int) -> bool:
    if size >= LONG:
        return True
    if SENTENCE_END.search(text[-8:]) is not None:
        return size >= SHORT_SENTENCE or INNER_END.search(text) is not None
    return size >= LONG // 2 and INNER_END.search(text) is not None
