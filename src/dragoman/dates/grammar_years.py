"""Years as dates name them: 2014, the 1990s, that year, Juche 105; and what a reading is.

A fiscal year is no year of the calendar: it begins in another month in each country.
"""

from typing import NamedTuple

from dragoman.dates.expression import Anchor, Joint, PartialDate, Reference, Unit
from dragoman.dates.lexemes import Kind, Line


class Reading(NamedTuple):
    """What was read.

    Attributes:
        first: The date, or the first of two.
        next: Place behind the last lexeme read.
        last: The second of two dates.
        joint: How the two belong together.
        bare: Whether the words are a date only in the right company.
    """

    first: PartialDate
    next: int
    last: PartialDate | None = None
    joint: Joint | None = None
    bare: bool = False


FIRST_YEAR, LAST_YEAR = 1000, 2999  # other numbers of four digits are no years
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1500, 2100  # without a month beside them
YEAR_DIGITS = 4


def year_at(line: Line, place: int) -> int | None:
    """Return the year that stands at a place, or ``None``."""
    lexeme = line.at(place)
    if lexeme.kind is not Kind.NUMBER or len(lexeme.text) != YEAR_DIGITS:
        return None
    return lexeme.value if FIRST_YEAR <= lexeme.value <= LAST_YEAR else None


def read_year_of(line: Line, place: int) -> tuple[PartialDate, int] | None:
    """Read the year behind a day, month or season: "2014", ", 2014", "of 2014", "of that year".

    Returns:
        A date with the year or the reference alone, and the place behind it.
    """
    start = line.skip(place, Kind.COMMA, Kind.OF)
    year = year_at(line, start)
    if year is not None:
        return PartialDate(year=year), start + 1
    era = read_era(line, start)
    if era:
        return era.first, era.next
    reference = read_unit_reference(line, line.skip(place, Kind.OF), Unit.YEAR)
    if reference is None:
        return None
    named, behind = reference
    return _with_year_in_brackets(line, PartialDate(reference=named), behind)


def _with_year_in_brackets(line: Line, date: PartialDate, place: int) -> tuple[PartialDate, int]:
    """Let a year in brackets say which year was meant: "this year (2022)"."""
    year = year_at(line, place + 1)
    if line.kind(place) is Kind.OPEN and line.kind(place + 2) is Kind.CLOSE and year is not None:
        return PartialDate(year=year), place + 3
    return date, place


_COUNTS = {
    Kind.THIS: (Anchor.SPEECH, 0),
    Kind.LAST: (Anchor.SPEECH, -1),
    Kind.NEXT: (Anchor.SPEECH, 1),
    Kind.SAME: (Anchor.NARRATIVE, 0),
    Kind.THAT: (Anchor.NARRATIVE, 0),
    Kind.FOLLOWING: (Anchor.NARRATIVE, 1),
    Kind.PREVIOUS: (Anchor.NARRATIVE, -1),
}
UNITS = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


def read_unit_reference(line: Line, place: int, unit: Unit) -> tuple[Reference, int] | None:
    """Read "this year", "last year", "that same year", "the following year" for a given unit."""
    has_article = line.kind(place) is Kind.THE
    start = line.skip(place, Kind.THE)
    if line.kind(start) is Kind.THAT and line.kind(start + 1) in {Kind.SAME, Kind.VERY}:
        start += 1
    kind = line.kind(start)
    if kind not in _COUNTS or line.kind(start + 1) is not Kind.UNIT or UNITS[line.at(start + 1).value] is not unit:
        return None
    anchor, count = _COUNTS[kind]
    if has_article or line.kind(start - 1) is Kind.THE:
        if kind is Kind.LAST or (kind is Kind.NEXT and line.kind(place - 1) in {Kind.IN, Kind.DURING}):
            return None  # "over the last year": a stretch of time, not a year of the calendar
        anchor = Anchor.NARRATIVE
    return Reference(anchor, unit, count), start + 2


def is_other_year(line: Line, place: int) -> bool:
    """Tell "fiscal year 2021" and "the 2021 financial year", which begin in another month in each country."""
    before = place - 2 if line.kind(place - 1) is Kind.UNIT else place - 1
    return any(line.at(beside).text.lower() in line.words.other_years for beside in (before, place + 1))


def read_era(line: Line, place: int) -> Reading | None:
    """Read "Juche 111", "Heisei year 31", "the Buddhist era 2562 (2019)" as a year of our calendar."""
    era = line.at(place)
    behind = place + 1 + (line.at(place + 1).text.lower() in line.words.era_words)
    if era.kind is not Kind.ERA or line.kind(behind) is not Kind.NUMBER:
        return None
    year = era.value + line.at(behind).value
    if not line.at(behind).value or not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR:
        return None
    date, behind = _with_year_in_brackets(line, PartialDate(year=year), behind + 1)
    return Reading(date, behind)


def read_years(line: Line, place: int) -> Reading | None:
    """Read "the 1990s"."""
    return Reading(PartialDate(line.at(place).value, years=10), place + 1)
