"""Readers' comments and the form in which one writes them.

A wording such as "Leave a comment" may be the form below a report, a link above it, or
words of the report. The blocks around it decide.
"""

from dragoman.documents.cues import CueKind
from dragoman.documents.section import SectionKind
from dragoman.intake.page import Label, Page

EVIDENCE = frozenset({CueKind.COMMENT_MARK, CueKind.COMMENT_FIELD, CueKind.COMMENT_FORM})
ENDS = frozenset(
    {
        CueKind.RELATED,
        CueKind.COPYRIGHT,
        CueKind.NAVIGATION,
        CueKind.SUBSCRIPTION,
        CueKind.COOKIES,
        CueKind.CREDIT,
        CueKind.ORIGINAL,
        CueKind.NOTE,
    }
)
PARTS = frozenset({CueKind.COMMENT_FIELD, CueKind.COMMENT_MARK, CueKind.LOGIN, CueKind.COMMENT_FORM})
AHEAD = 12
SHORT = 60
FEWEST_MARKS = 2


def label_comments(page: Page) -> None:
    """Find threads of comments, comment forms, and fields that stand alone."""
    first = page.first_report()
    for index in range(len(page.blocks)):
        if not page.is_open(index):
            continue
        kind = page.cue_kind(index)
        if kind is CueKind.COMMENT_THREAD:
            _label_thread(page, index, is_below=first < index)
        elif kind is CueKind.COMMENT_FORM:
            _label_form(page, index, is_below=first < index)
        elif kind is CueKind.COMMENT_FIELD:
            page.label(index, _label(page, index))
    _label_unannounced(page)
    _label_posts(page)


def _label_posts(page: Page) -> None:
    """Find the answers in a forum: what stands below the second poster's particulars.

    Particulars are marks that no report has ("Joined: May 2014", "Posts: 312"); a line with
    a colon at its end ("The statement says:") is none.
    """
    marks = [i for i in range(len(page.blocks)) if page.is_open(i) and _is_sure_mark(page, i)]
    for index in marks:
        page.label(index, _label(page, index))
    first = page.first_report()
    later = [i for i in marks if i > first and page.blocks[i].text[-1].isdigit()]
    if later and any(i < first for i in marks):
        name = later[0] - 1
        page.label(name, Label(SectionKind.COMMENTS, "a poster's name", "commenter"))
        _label_run(page, name, has_prose=True)


def _is_sure_mark(page: Page, index: int) -> bool:
    block = page.blocks[index]
    return page.cue_kind(index) is CueKind.COMMENT_MARK and not block.ends_sentence and block.text[-1] not in ":："


def _label_thread(page: Page, index: int, *, is_below: bool) -> None:
    is_numbered = any(character.isdigit() for character in page.blocks[index].text)
    page.label(index, _label(page, index))
    if is_below and (is_numbered or _evidence(page, index + 1) > 0):
        _label_run(page, index, has_prose=True)
    elif _evidence(page, index + 1, ahead=4) > 1:
        _label_run(page, index, has_prose=is_below)


def _label_form(page: Page, index: int, *, is_below: bool) -> None:
    page.label(index, _label(page, index))
    marks = sum(1 for i in _ahead(page, index + 1, AHEAD) if page.cue_kind(i) is CueKind.COMMENT_MARK)
    _label_run(page, index, has_prose=is_below and marks >= FEWEST_MARKS, has_fragments=is_below)


def _label_run(page: Page, index: int, *, has_prose: bool, has_fragments: bool = True) -> None:
    """Label what follows an opener as comments, up to the first block that cannot be."""
    for member in range(index + 1, len(page.blocks)):
        kind, block = page.cue_kind(member), page.blocks[member]
        if kind in ENDS or not (page.is_open(member) or page.kind(member) is SectionKind.COMMENTS):
            return
        is_part = kind in PARTS
        is_fragment = has_fragments and block.size < SHORT and not block.is_prose
        if not (is_part or is_fragment or has_prose):
            return
        page.label(member, Label(SectionKind.COMMENTS, "below " + repr(page.blocks[index].text[:30]), "commenter"))


def _label_unannounced(page: Page) -> None:
    """Find threads without a heading: several "… says:" lines below the report."""
    first = page.first_report()
    marks = [
        i
        for i in range(first + 1, len(page.blocks))
        if page.is_open(i) and page.cue_kind(i) is CueKind.COMMENT_MARK and page.blocks[i].text.endswith(":")
    ]
    if len(marks) < FEWEST_MARKS or _evidence(page, marks[0]) <= FEWEST_MARKS:
        return
    page.label(marks[0], _label(page, marks[0]))
    _label_run(page, marks[0], has_prose=True)


def _evidence(page: Page, start: int, *, ahead: int = AHEAD) -> int:
    return sum(1 for i in _ahead(page, start, ahead) if page.cue_kind(i) in EVIDENCE)


def _ahead(page: Page, start: int, count: int) -> range:
    return range(start, min(len(page.blocks), start + count))


def _label(page: Page, index: int) -> Label:
    found = page.cues[index]
    phrase = "" if found is None else found.cue.phrase
    return Label(SectionKind.COMMENTS, f"wording: {phrase}", "commenter")
