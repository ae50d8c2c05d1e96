"""Titles, lines that hold a day and nothing else, and names below a title."""

import re

from dragoman.documents.cues import CueKind
from dragoman.documents.section import SectionKind
from dragoman.intake.days import find_days
from dragoman.intake.page import Label, Page, is_headline
from dragoman.intake.people import is_name_like

WORD = re.compile(r"[\u3400-\u9fff]{2}|[^\W\d_]{3,}")
LETTERS = re.compile(r"[^\W\d_]")
PARENTHESIS_END = re.compile(r"[)）]\s*$")
SAMPLE = 800
BULLET = re.compile(r"[^\w\s\"'“‘«„(\[【《¿¡#-]")
DECK = 40
MIN_WORD = 3
MIN_HEADINGS = 2
MIN_TITLE_WORDS = 2
LONG_TITLE = 25
NAME_WORDS = range(2, 8)
MAX_NAME = 70
NEAR_TITLE = 4
MAX_DATED = 120


def label_dated_lines(page: Page) -> None:
    """Tell the day of publication from the headings of a chronology.

    Two or more lines that hold only a day, each with running text below it, make a
    chronology: its days are headings, and none of them says when the page appeared.
    """
    lines = [i for i, day in enumerate(page.days) if day is not None and page.is_open(i)]
    headings = [i for i in lines if i + 1 < len(page.blocks) and page.is_report(i + 1)]
    first = page.first_report()
    for index in lines:
        day = page.days[index]
        if len(headings) >= MIN_HEADINGS and index in headings and day is not None:
            page.label(index, Label(SectionKind.BODY, "dated heading of a chronology", heading_date=day.day))
        else:
            kind = SectionKind.BYLINE if index < first else SectionKind.CREDITS
            page.label(index, Label(kind, "a day alone on its line"))


def label_title(page: Page) -> None:
    """Find the headline above the report, and decks below it."""
    top = _top(page)
    titles = [i for i in range(len(page.blocks)) if page.kind(i) is SectionKind.TITLE]
    if not titles:
        candidates = [i for i in range(top) if page.is_open(i) and _may_be_title(page, i)]
        if not candidates or (top == len(page.blocks) and len(page.blocks) > len(candidates) > 1):
            return
        words = _words_of_report(page, top)
        best = max(candidates, key=lambda i: (_score(page, i, words), -i))
        page.label(best, Label(SectionKind.TITLE, "headline above the report"))
        titles = [best]
    _label_decks(page, titles[0], top)


def _label_decks(page: Page, title: int, top: int) -> None:
    wording = page.blocks[title].text.casefold()
    for index in range(top):
        block = page.blocks[index]
        if page.labels[index] is not None or not is_headline(block):
            continue
        if block.text.casefold() == wording:
            page.label(index, Label(SectionKind.TITLE, "the headline again"))
        elif (
            title < index <= title + NEAR_TITLE
            and block.size >= DECK
            and page.cues[index] is None
            and not _has_day(block.text)
        ):
            page.label(index, Label(SectionKind.TITLE, "deck below the headline"))


def label_bylines(page: Page) -> None:
    """Find names that stand alone between the title and the report."""
    first = page.first_report()
    title = next((i for i in range(len(page.blocks)) if page.kind(i) is SectionKind.TITLE), None)
    if title is None:
        return
    for index in range(title + 1, first):
        block = page.blocks[index]
        is_mark = page.cue_kind(index) is CueKind.COMMENT_MARK
        if (
            page.is_open(index)
            and not is_mark
            and block.size <= MAX_DATED
            and not block.is_prose
            and _has_day(block.text)
        ):
            page.label(index, Label(SectionKind.BYLINE, "a day below the headline"))
        if index > title + NEAR_TITLE:
            continue
        words = len(block.text.split())
        if page.labels[index] is None and words in NAME_WORDS and block.size <= MAX_NAME and is_name_like(block.text):
            page.label(index, Label(SectionKind.BYLINE, "a name below the headline"))


def _has_day(text: str) -> bool:
    return any(True for _ in find_days(text))


def _top(page: Page) -> int:
    """Return the index of the first block of running text or note: titles stand above it."""
    first = page.first_report()
    notes = (i for i in range(first) if page.kind(i) is SectionKind.NOTE)
    return next((i for i in notes if any(is_headline(b) for b in page.blocks[:i])), first)


def _may_be_title(page: Page, index: int) -> bool:
    block = page.blocks[index]
    label = page.labels[index]
    if label is not None and label.kind is not SectionKind.BOILERPLATE:
        return False
    is_kept_out = block.hint is not None and block.hint.main is False
    words = WORD.findall(block.text)
    if BULLET.match(block.text):
        return False
    return (
        is_headline(block)
        and len(words) >= MIN_TITLE_WORDS
        and page.days[index] is None
        and page.cues[index] is None
        and not is_kept_out
    )


def _score(page: Page, index: int, words: frozenset[str]) -> int:
    block = page.blocks[index]
    days = list(find_days(block.text))
    shared = sum(1 for word in set(WORD.findall(block.text.casefold())) if word in words)
    return (
        3 * bool(days and PARENTHESIS_END.search(block.text[days[-1].end :]))
        + 2 * _is_above_report(page, index)
        + 2 * min(shared, 4)
        + (page.labels[index] is None)
        + 2 * (block.size >= LONG_TITLE)
    )


def _is_above_report(page: Page, index: int) -> bool:
    if index + 1 >= len(page.blocks):
        return False
    return page.kind(index + 1) in {SectionKind.BYLINE, SectionKind.NOTE, SectionKind.CREDITS} or page.is_report(
        index + 1
    )


def _words_of_report(page: Page, top: int) -> frozenset[str]:
    start = page.blocks[top].start if top < len(page.blocks) else 0
    return frozenset(
        word
        for word in WORD.findall(page.text[start : start + SAMPLE].casefold())
        if len(word) > MIN_WORD or not word.isascii()
    )
