"""A page on its way to sections: its blocks, what is known of each, and the kinds given so far.

The passes of :mod:`dragoman.intake.layout` take a page in turn; each gives kinds to
blocks that have none yet, and never takes one back, except a tentative one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.documents.cues import CueKind, LayoutCues
from dragoman.documents.section import SectionKind
from dragoman.intake.blocks import INNER_END, REMARKS, Block
from dragoman.intake.days import PrintedDay, find_dated_line
from dragoman.intake.wording import FoundCue, find_cue

MIN_HEADLINE = 6
# "3 May 2021 | Issue 88": the head of an issue, and no headline.
DATED_HEAD = re.compile(r"^(?:\w+,?\s+)?\d{1,2}\.?\s+\w+\s+(?:19|20)\d\d\s*[|·•]")
MAX_HEADLINE = 250
LONG_HEADLINE = 120
# No report has so many paragraphs; what comes after them is body without a closer look.
MAX_READ_BLOCKS = 10_000


@dataclass(frozen=True, slots=True)
class Label:
    """The kind given to a block.

    Attributes:
        kind: What the block is.
        reason: Which cue decided, for ``explain``.
        role: Role of the voice when it is not the article's: translator, editor, author, commenter.
        region: Number of the note that the block belongs to, from 1; 0 for other kinds.
        heading_date: EDTF of the dated heading above, or ``None``.
        is_tentative: Whether a later pass may still decide otherwise.
    """

    kind: SectionKind
    reason: str
    role: str = ""
    region: int = 0
    heading_date: str | None = None
    is_tentative: bool = False


@dataclass(slots=True)
class Page:
    """The blocks of a page with what is known of each; the labels are filled in by passes."""

    text: str
    blocks: tuple[Block, ...]
    cues: tuple[FoundCue | None, ...]
    days: tuple[PrintedDay | None, ...]
    wording: LayoutCues
    labels: list[Label | None] = field(default_factory=list)

    def is_open(self, index: int) -> bool:
        """Tell whether a block has no kind yet, or a tentative one."""
        label = self.labels[index]
        return label is None or label.is_tentative

    def label(self, index: int, label: Label) -> None:
        """Give a block a kind unless it has one for good."""
        if self.is_open(index):
            self.labels[index] = label

    def cue_kind(self, index: int) -> CueKind | None:
        """Return the kind of cue that a block matches, or ``None``."""
        found = self.cues[index]
        return None if found is None else found.cue.kind

    def value(self, index: int) -> str:
        """Return what follows the cue in a block, or ``""``."""
        found = self.cues[index]
        return "" if found is None else self.blocks[index].text[found.value_start :].strip()

    def kind(self, index: int) -> SectionKind | None:
        """Return the kind given to a block, tentative or not."""
        label = self.labels[index]
        return None if label is None else label.kind

    def is_report(self, index: int) -> bool:
        """Tell whether a block reads as running text of the report itself."""
        block = self.blocks[index]
        is_free = self.labels[index] is None or self.kind(index) is SectionKind.BODY
        return is_free and block.is_prose and not is_headline(block) and self.days[index] is None

    def first_report(self) -> int:
        """Return the index of the first block of running text, or the number of blocks."""
        return next((i for i in range(len(self.blocks)) if self.is_report(i)), len(self.blocks))

    def last_report(self) -> int:
        """Return the index of the last block of running text, or -1."""
        return next((i for i in reversed(range(len(self.blocks))) if self.is_report(i)), -1)

    def open_blocks(self) -> Iterator[int]:
        """Yield the indexes of blocks without any kind."""
        return (i for i, label in enumerate(self.labels) if label is None)


def make_page(text: str, blocks: tuple[Block, ...], cues: LayoutCues) -> Page:
    """Return a page whose blocks have no kinds yet."""
    texts = {block.text for block in blocks[:MAX_READ_BLOCKS]}
    found = {text: find_cue(text, cues) for text in texts}
    days = {text: find_dated_line(text) for text in texts}
    return Page(
        text,
        blocks,
        tuple(found.get(b.text) if i < MAX_READ_BLOCKS else None for i, b in enumerate(blocks)),
        tuple(days.get(b.text) if i < MAX_READ_BLOCKS else None for i, b in enumerate(blocks)),
        cues,
        [None] * len(blocks),
    )


def is_headline(block: Block) -> bool:
    """Tell whether a block could be a headline: one line, not too long, no full stop at its end."""
    text = REMARKS.sub("", block.text) or block.text
    if not MIN_HEADLINE <= block.size <= MAX_HEADLINE or "\n" in text or text[-1] in ".。;；,，:：":
        return False
    if text[-1] in "\"'”’»)" and text[-2:-1] in {".", "。"}:
        return False
    if DATED_HEAD.match(text):
        return False
    inner = sum(1 for _ in INNER_END.finditer(text[:-1]))
    return inner <= 1 and (block.size < LONG_HEADLINE or inner == 0)
