"""Datelines: "SAMPLETOWN, July 14, 2022 (Sample Wire) -", at the head of an agency's report."""

import re
from collections.abc import Iterator

from dragoman.documents.document import MetadataItem
from dragoman.documents.span import Span
from dragoman.intake.days import find_days
from dragoman.intake.page import Page

# A place in capitals, perhaps a country and a day, perhaps an agency in parentheses, then a dash.
DATELINE = re.compile(
    r"^\(?(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{2,30}(?:/[A-ZÀ-Þ][A-ZÀ-Þ'’. -]{2,30})*)(?:,\s*(?P<rest>[^()\n–—]{2,40}?))?"
    r"\s*(?:\((?P<agency>[^()\n]{2,40})\))?\s*(?:[–—:]|--?)\s"
)
HEAD = 140
# The first paragraphs: a dateline further down belongs to another report on the page.
FIRST_PARAGRAPHS = 2


def find_datelines(page: Page) -> Iterator[MetadataItem]:
    """Yield place, day and agency of the dateline with which the report begins, if it has one.

    A day without a year is no day of publication: the year is never guessed.
    """
    first = page.first_report()
    for block in page.blocks[first : first + FIRST_PARAGRAPHS]:
        found = DATELINE.match(block.text[:HEAD])
        if found is None:
            continue
        yield MetadataItem("place", found["place"].strip(), _span(block.start, found, "place"), note="dateline")
        for day in find_days(found["rest"] or ""):
            start = block.start + found.start("rest")
            yield MetadataItem("published", day.edtf, Span(start + day.start, start + day.end), note="dateline")
        if found["agency"]:
            yield MetadataItem("outlet", found["agency"].strip(), _span(block.start, found, "agency"), note="dateline")
        return


def _span(start: int, found: re.Match[str], group: str) -> Span:
    return Span(start + found.start(group), start + found.start(group) + len(found[group].rstrip()))
