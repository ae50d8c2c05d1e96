"""Finds what each block of a page is, by wording and layout together.

Text dumps have no tags. The passes below run in a fixed order, from the surest cues to
the weakest; what no pass claims is body. Nothing is thrown away.
"""

from collections.abc import Callable

from dragoman.documents.cues import CueKind, LayoutCues
from dragoman.documents.section import CODED_KINDS, SectionKind
from dragoman.intake.blocks import Block
from dragoman.intake.comments import label_comments
from dragoman.intake.furniture import label_between, label_furniture, label_mail, label_navigation, label_related
from dragoman.intake.headings import label_bylines, label_dated_lines, label_title
from dragoman.intake.notes import label_notes, split_inline_notes
from dragoman.intake.page import Label, Page, is_headline, make_page

MIN_CLAUSE = 4
MAX_VALUE = 80
CREDIT_KINDS = frozenset({CueKind.CREDIT, CueKind.ORIGINAL, CueKind.DATED})


def label_hints(page: Page) -> None:
    """Take over the kinds that markup gives (a heading, a block quotation, a footer)."""
    for index, block in enumerate(page.blocks):
        hint = block.hint
        if hint is None:
            continue
        if hint.kind is not None:
            # A share button in a block quotation is a share button.
            is_doubtful = (
                page.cues[index] is not None and hint.kind in CODED_KINDS and hint.kind is not SectionKind.TITLE
            )
            label = Label(hint.kind, hint.reason, heading_date=hint.heading_date, is_tentative=is_doubtful)
            page.label(index, label)
        elif hint.main is False:
            page.label(index, Label(SectionKind.BOILERPLATE, hint.reason, is_tentative=True))


def label_credits(page: Page) -> None:
    """Find credit lines: bylines above the report, credits below it, captions with their sources."""
    first = page.first_report()
    headline = next((i for i, block in enumerate(page.blocks) if is_headline(block)), len(page.blocks))
    for index in range(len(page.blocks)):
        kind = page.cue_kind(index)
        if kind is CueKind.CAPTION or (kind is CueKind.CREDIT and _is_caption(page, index)):
            page.label(index, Label(SectionKind.CAPTION, _reason(page, index)))
        elif kind in CREDIT_KINDS or (
            kind is CueKind.BYLINE and index < first + 2 and _is_byline(page, index, headline)
        ):
            place = SectionKind.BYLINE if index < first else SectionKind.CREDITS
            page.label(index, Label(place, _reason(page, index)))
            if not page.value(index):
                _label_value_below(page, index, place)


def _is_byline(page: Page, index: int, headline: int) -> bool:
    """Tell a byline from a headline that begins with "From"."""
    return headline < index or not page.blocks[index].text.casefold().startswith("from")


def _is_caption(page: Page, index: int) -> bool:
    found = page.cues[index]
    value = page.value(index).split()
    small = sum(1 for word in value if word[:1].islower())
    return found is not None and found.cue.name == "photo-source" and small >= MIN_CLAUSE and small * 2 >= len(value)


def _label_value_below(page: Page, index: int, place: SectionKind) -> None:
    below = index + 1
    if below >= len(page.blocks) or page.cues[below] is not None:
        return
    block = page.blocks[below]
    if block.size <= MAX_VALUE and not block.ends_sentence and page.days[below] is None:
        page.label(below, Label(place, "value of the credit above"))


def label_quotations(page: Page) -> None:
    """Find quoted blocks: marked by ``>``, or in quotation marks with a dash and a name below."""
    for index, block in enumerate(page.blocks):
        if block.text.startswith(">"):
            page.label(index, Label(SectionKind.QUOTATION, "marked with >"))
        elif block.text[0] in "—–―" and block.size <= MAX_VALUE and index and _is_quoted(page.blocks[index - 1]):
            page.label(index - 1, Label(SectionKind.QUOTATION, "set off, with a name below"))
            page.label(index, Label(SectionKind.QUOTATION, "name below a quotation"))


def _is_quoted(block: Block) -> bool:
    return block.text[0] in '"“«„「『' and block.text[-1] in '"”»“」』'


def label_rest(page: Page) -> None:
    """Hold what no other pass has claimed for the report itself."""
    heading_date = None
    for index in range(len(page.blocks)):
        label = page.labels[index]
        if label is None:
            page.labels[index] = Label(SectionKind.BODY, "running text", heading_date=heading_date)
        elif label.kind is SectionKind.BODY and label.heading_date is not None:
            heading_date = label.heading_date
        elif label.kind in {SectionKind.COMMENTS, SectionKind.TITLE}:
            heading_date = None


def _reason(page: Page, index: int) -> str:
    found = page.cues[index]
    return "" if found is None else f"wording: {found.cue.phrase}"


PASSES: tuple[Callable[[Page], None], ...] = (
    label_hints,
    label_notes,
    label_mail,
    label_comments,
    label_furniture,
    label_credits,
    label_related,
    label_dated_lines,
    label_title,
    label_bylines,
    label_quotations,
    label_navigation,
    label_between,
    label_rest,
)


def label_blocks(text: str, blocks: tuple[Block, ...], cues: LayoutCues) -> Page:
    """Give every block of a text a kind.

    Args:
        text: The whole text.
        blocks: Its blocks, in order.
        cues: Wording of page furniture, in all languages.

    Returns:
        The page; each of its labels is set.
    """
    page = make_page(text, split_inline_notes(text, blocks, cues), cues)
    for step in PASSES:
        step(page)
    return page
