"""Page furniture: share buttons, login lines, pleas, notices, lists of other stories, menus."""

import re

from dragoman.documents.cues import CueKind, CueMatch, LayoutCues
from dragoman.documents.section import SectionKind
from dragoman.intake.blocks import INNER_END, Block
from dragoman.intake.page import DATED_HEAD, Label, Page
from dragoman.intake.scripts import find_script
from dragoman.intake.wording import find_cue

FURNITURE = frozenset(
    {
        CueKind.SHARE,
        CueKind.LOGIN,
        CueKind.SUBSCRIPTION,
        CueKind.COOKIES,
        CueKind.NAVIGATION,
        CueKind.COPYRIGHT,
        CueKind.ADVERTISEMENT,
        CueKind.TAGS,
    }
)
NOTES = frozenset({CueKind.NOTE})
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
SEPARATORS = re.compile(r"\s*[|»›•·→>]\s*|\s+/\s+|\s{3,}")
TRAIL = re.compile(r"[»›]")
TEASER_END = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|»|→|[?!])$")
MAX_ITEM = 170
MAX_ITEMS = 60
MAX_BUTTONS = 120
MIN_BUTTONS = 2
BUTTON_ENDS = re.compile(r"\s*[|»›•·→>/]\s*|(?<=[.?!])\s+|\s{3,}")
MAX_MENU_ITEM = 32
MENU_RUN = 3
MAX_MENU = 400
MIN_MENU_PIECES = 4
MIDDLE_RUN = 5
MAX_BETWEEN = 100
TAIL_SECTIONS = frozenset({SectionKind.BOILERPLATE, SectionKind.COMMENTS})
TAIL_KINDS = frozenset(
    {
        CueKind.SHARE,
        CueKind.LOGIN,
        CueKind.SUBSCRIPTION,
        CueKind.COOKIES,
        CueKind.COPYRIGHT,
        CueKind.TAGS,
        CueKind.COMMENT_FORM,
        CueKind.COMMENT_FIELD,
        CueKind.COMMENT_THREAD,
    }
)
NO_WORDS = "no words"
REFERENCE = re.compile(
    r"^[\^↑]\s|^\[\d+\]\s*[\"“]|\b(?:Retrieved|Archived|Accessed|Abgerufen|Consulté|Consultado)\b[^.]{0,60}\d{4}\.?$|\bISBN\b|\bdoi:"
)
MAIL_HEADER = re.compile(
    r"^(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Return-Path|Message-I[Dd]|MIME-Version|Received"
    r"|Content-[A-Za-z-]+|X-[A-Za-z-]+): "
)
MAIL_DAYS = ("Date:", "Sent:")
MAIL_RUN = 3
PLACEHOLDER = re.compile(r"^-{3,}[^.]{0,40}-{3,}$|^\W{0,3}(?:%s|null|undefined|NaN|\{\{.*\}\})?\W{0,3}$")


def label_furniture(page: Page) -> None:
    """Label single blocks whose wording gives them away."""
    for index, block in enumerate(page.blocks):
        found = page.cues[index]
        if found is not None and found.cue.kind in FURNITURE:
            page.label(index, _boilerplate(f"wording: {found.cue.phrase}"))
        elif DATED_HEAD.match(block.text) and block.size <= MAX_ITEM:
            page.label(index, Label(SectionKind.BYLINE, "the head of an issue"))
        elif ADDRESS.match(block.text):
            page.label(index, _boilerplate("an address alone"))
        elif REFERENCE.search(block.text) and (found is None or found.cue.kind not in NOTES):
            page.label(index, _boilerplate("an entry of a list of sources"))
        elif PLACEHOLDER.match(block.text):
            page.label(index, _boilerplate(NO_WORDS))
        elif found is None and (_is_menu_line(block.text) or _is_row_of_buttons(block.text, page.wording)):
            page.label(index, _boilerplate("a menu in one line"))


def label_mail(page: Page) -> None:
    """Label the head of a message: runs of lines that say from whom, to whom and what about."""
    run: list[int] = []
    has_title = False
    for index in range(len(page.blocks) + 1):
        found = MAIL_HEADER.match(page.blocks[index].text) if index < len(page.blocks) else None
        if found is not None:
            run.append(index)
            continue
        for member in run if len(run) >= MAIL_RUN else ():
            is_title = page.blocks[member].text.startswith("Subject:") and not has_title
            has_title |= is_title
            is_day = page.blocks[member].text.startswith(MAIL_DAYS)
            kind = SectionKind.BYLINE if is_day else SectionKind.BOILERPLATE
            page.label(member, Label(SectionKind.TITLE if is_title else kind, "head of a message"))
        run = []


def label_related(page: Page) -> None:
    """Label headings of lists of other stories, and the items below them."""
    last = page.last_report()
    for index in range(len(page.blocks)):
        found = page.cues[index]
        if found is None or found.cue.kind is not CueKind.RELATED or not page.is_open(index):
            continue
        page.label(index, _boilerplate(f"wording: {found.cue.phrase}"))
        if found.cue.match is not CueMatch.LABEL or not page.value(index):
            _label_items(page, index, is_tail=last < index)


def _label_items(page: Page, index: int, *, is_tail: bool) -> None:
    for member in range(index + 1, min(len(page.blocks), index + 1 + MAX_ITEMS)):
        block = page.blocks[member]
        is_item = block.size <= MAX_ITEM and (not block.ends_sentence or _is_teaser(block))
        if not page.is_open(member):
            if page.kind(member) is SectionKind.BOILERPLATE or page.days[member] is not None:
                continue
            return
        if not (is_item or page.days[member] is not None or (is_tail and block.size <= MAX_ITEM)):
            return
        page.label(member, Label(SectionKind.BOILERPLATE, "in a list of other stories", is_tentative=True))


def label_navigation(page: Page) -> None:
    """Label menus: runs of short lines above the title or below the report, and what is left there."""
    first, last = page.first_report(), page.last_report()
    title = next((i for i in range(len(page.blocks)) if page.kind(i) is SectionKind.TITLE), -1)
    for run in _runs_of_short(page):
        is_outside = run[0] > last >= 0 or run[-1] < max(title, 0)
        wanted = MENU_RUN if is_outside else MIDDLE_RUN
        is_announced = page.blocks[run[0] - 1].text[-1] in ":：" if run[0] else False
        has_cue = any(page.kind(i) is SectionKind.BOILERPLATE for i in run)
        if len(run) >= wanted and not is_announced and (is_outside or has_cue):
            for index in run:
                page.label(index, _boilerplate("a run of short lines"))
    for index in list(page.open_blocks()):
        if index < title or (title < index < first and page.blocks[index].size < MAX_MENU_ITEM):
            _label_left_over(page, index, "above the report")
        elif index > last >= 0 and _follows_other(page, index):
            _label_left_over(page, index, "below the report")


def _label_left_over(page: Page, index: int, place: str) -> None:
    block = page.blocks[index]
    if not block.is_prose and not block.ends_sentence and block.size <= MAX_ITEM:
        page.label(index, _boilerplate(f"a short line {place}"))


def _follows_other(page: Page, index: int) -> bool:
    return index > 0 and page.kind(index - 1) in {SectionKind.BOILERPLATE, SectionKind.COMMENTS, SectionKind.CREDITS}


def _is_teaser(block: Block) -> bool:
    return TEASER_END.search(block.text) is not None and INNER_END.search(block.text) is None


def label_between(page: Page) -> None:
    """Label a short sentence right between two pieces of furniture below the report ("Cancel any time.").

    What interrupts reports in their middle (advertisements, links to others) does not count
    as furniture here. A sentence in another script is kept: an orphan of the original is no plea.
    """
    last = max(
        (i for i in range(len(page.blocks)) if page.is_report(i) and page.blocks[i].size > MAX_BETWEEN), default=-1
    )
    if last < 0:
        return
    script = find_script(page.blocks[last].text)
    for index in list(page.open_blocks()):
        block = page.blocks[index]
        is_plea = (
            block.size <= MAX_BETWEEN and INNER_END.search(block.text) is None and find_script(block.text) == script
        )
        is_kept = block.hint is not None and block.hint.main
        if index > last and is_plea and not is_kept and _is_tail(page, index - 1) and _is_tail(page, index + 1):
            page.label(index, _boilerplate("between page furniture"))


def _is_tail(page: Page, index: int) -> bool:
    return index < len(page.blocks) and page.cue_kind(index) in TAIL_KINDS and page.kind(index) in TAIL_SECTIONS


def _runs_of_short(page: Page) -> list[list[int]]:
    runs: list[list[int]] = []
    run: list[int] = []
    for index, block in enumerate(page.blocks):
        is_free = page.labels[index] is None or page.kind(index) is SectionKind.BOILERPLATE
        if is_free and block.size <= MAX_MENU_ITEM and not block.ends_sentence:
            run.append(index)
            continue
        runs.append(run)
        run = []
    runs.append(run)
    return [run for run in runs if len(run) >= MENU_RUN]


def _is_menu_line(text: str) -> bool:
    if len(text) > MAX_MENU or "\n" in text:
        return False
    pieces = [piece for piece in SEPARATORS.split(text) if piece]
    wanted = MIN_MENU_PIECES - 1 if TRAIL.search(text) else MIN_MENU_PIECES
    return len(pieces) >= wanted and max(map(len, pieces)) <= MAX_MENU_ITEM and text[-1] not in ".。"


def _is_row_of_buttons(text: str, wording: LayoutCues) -> bool:
    """Tell whether at least half of the pieces of a short line are furniture by themselves."""
    if len(text) > MAX_BUTTONS:
        return False
    pieces = [piece for piece in BUTTON_ENDS.split(text) if piece.strip()]
    cues = [find_cue(piece.strip(), wording) for piece in pieces] if len(pieces) > 1 else []
    furniture = sum(1 for found in cues if found is not None and found.cue.kind in FURNITURE)
    return furniture >= MIN_BUTTONS and 2 * furniture >= len(pieces)


def _boilerplate(reason: str) -> Label:
    return Label(SectionKind.BOILERPLATE, reason)
