"""Notes that somebody other than the article's author set before, into or after it.

A translator's note opens no hop of the article: it has a voice of its own, often signed
with initials and a day ("ABC (20.7.2022)").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dragoman.documents.cues import CueKind, LayoutCues
from dragoman.documents.section import SectionKind
from dragoman.intake.blocks import Block, Hint, make_block
from dragoman.intake.days import find_days
from dragoman.intake.page import Label, Page
from dragoman.intake.wording import find_cue

MAX_NOTE_BLOCKS = 8
TAIL = 90
INITIALS = r"(?:[A-ZА-ЯЁ]\.?\s?){1,3}[A-ZА-ЯЁ]\.?"
NAMED = r"[^\W\d_a-zа-я][\w.'’-]*(?:\s[^\W\d_a-zа-я][\w.'’-]*){0,3}"
SIGNED = re.compile(
    rf"(?:^|\n|[.!?…。！？)\]\"”’»])\s*(?:(?P<initials>(?<![\w]){INITIALS})|[–—―-]{{1,2}}\s?(?P<name>{NAMED}|{INITIALS}))\s*,?\s*$"
)
OPENING = re.compile(r"[\[(（【]")
MAX_BRACKETS = 40
AROUND = Hint(SectionKind.BODY, "around a bracketed note")
MAX_INLINE_BLOCK = 20_000
CLOSERS = {"[": "]", "(": ")", "（": "）", "【": "】"}
GENERIC = frozenset(
    {"ed.", "eds.", "editor", "the editor", "trans.", "tr.", "translator", "the translator", "ed", "trans", "eds"}
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a note, and when.

    Attributes:
        who: Name or initials as printed, or ``""`` when only the part is named ("Ed.").
        start: Offset of the name in the signed text.
        end: Offset after the name.
        edtf: Day of the note, or ``None``.
        day_start: Offset where the day is printed; equal to ``day_end`` without a day.
        day_end: Offset after the day.
    """

    who: str
    start: int
    end: int
    edtf: str | None
    day_start: int
    day_end: int


def find_signature(text: str) -> Signature | None:
    """Return the signature with which a text ends, or ``None``.

    Initials must follow the end of a sentence; a longer name must follow a dash.
    """
    offset = max(0, len(text) - TAIL)
    tail = text[offset:]
    body = tail.rstrip(" )].）】")
    days = list(find_days(tail))
    day = days[-1] if days else None
    if day is not None and tail[day.end :].strip(" )].）】\n") == "":
        body = tail[: day.start].rstrip(" (（,[-–—")
    else:
        day = None
    found = SIGNED.search(body if day is not None else tail.rstrip(" )]）】"))
    if found is None:
        return None
    group = "initials" if found["initials"] else "name"
    who = found[group].strip()
    is_generic = who.casefold() in GENERIC
    if offset and found.start() == 0 and not is_generic:
        return None
    start, end = offset + found.start(group), offset + found.start(group) + len(who)
    places = (offset + day.start, offset + day.end) if day else (0, 0)
    return Signature("" if is_generic else who, start, end, day.edtf if day else None, *places)


def split_inline_notes(text: str, blocks: tuple[Block, ...], cues: LayoutCues) -> tuple[Block, ...]:
    """Cut bracketed notes out of the paragraphs they stand in, as blocks of their own.

    The words of a translator inside the author's sentence keep the translator's voice.
    """
    result: list[Block] = []
    for block in blocks:
        start = block.start
        for begin, end in _find_inline(block, cues):
            result.extend(_trimmed(text, start, begin, block.hint))
            result.append(make_block(text, begin, end, hint=block.hint))
            start = end
        result.extend([block] if start == block.start else _trimmed(text, start, block.end, block.hint))
    return tuple(result)


def _find_inline(block: Block, cues: LayoutCues) -> Iterator[tuple[int, int]]:
    """Yield where bracketed notes begin and end that are not the whole block."""
    position = 0
    for opening in islice(OPENING.finditer(block.text), MAX_BRACKETS):
        if opening.start() < position or block.size > MAX_INLINE_BLOCK:
            continue
        found = find_cue(block.text[opening.start() : opening.start() + TAIL], cues)
        end = block.text.find(CLOSERS[opening[0]], opening.end()) + 1
        is_note = found is not None and found.cue.kind is CueKind.NOTE
        if is_note and end and (opening.start() > 0 or end < len(block.text) - 1):
            yield block.start + opening.start(), block.start + end
            position = end


def _trimmed(text: str, start: int, end: int, hint: Hint | None) -> Iterator[Block]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        begin = start + piece.index(bare[0])
        # Half a sentence would pass for a headline.
        yield make_block(text, begin, begin + len(bare), hint=hint or AROUND)


def label_notes(page: Page) -> None:
    """Find notes and how far each goes: to its closing bracket, to its signature, or one paragraph."""
    region = 0
    for index in range(len(page.blocks)):
        found = page.cues[index]
        if found is None or found.cue.kind is not CueKind.NOTE or not page.is_open(index):
            continue
        region += 1
        label = Label(SectionKind.NOTE, f"wording: {found.cue.phrase}", found.cue.name, region)
        for member in range(index, _end_of_note(page, index) + 1):
            page.label(member, label)


def _end_of_note(page: Page, index: int) -> int:
    last = min(len(page.blocks), index + MAX_NOTE_BLOCKS)
    opening = page.blocks[index].text[0]
    closer = CLOSERS.get(opening)
    for end in range(index, last):
        block = page.blocks[end]
        if end > index and not _may_continue(page, end):
            break
        if closer is not None:
            if block.text.rstrip(" .").endswith(closer):
                return end
        elif find_signature(block.text) is not None:
            return end
    is_bare = not page.value(index).strip(" .:：]")
    if is_bare and index + 1 < last and page.is_open(index + 1) and page.cues[index + 1] is None:
        return index + 1
    return index


def _may_continue(page: Page, index: int) -> bool:
    cue = page.cue_kind(index)
    return page.is_open(index) and (cue is None or cue is CueKind.CAPTION)
