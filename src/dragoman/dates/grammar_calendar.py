"""Dates that name a place in the calendar: days, months, years, seasons, decades.

Each function reads from a place in a line and returns what it read and where it stopped,
or ``None``. Whether a bare "Friday", "July" or "1948" is a date at all depends on its
neighbours and is asked last, by :func:`is_in_company`.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from dragoman.dates.expression import Joint, Part, PartialDate, Unit
from dragoman.dates.grammar_years import (
    FIRST_BARE_YEAR,
    FIRST_YEAR,
    LAST_BARE_YEAR,
    LAST_YEAR,
    UNITS,
    YEAR_DIGITS,
    Reading,
    is_other_year,
    read_era,
    read_unit_reference,
    read_year_of,
    read_years,
    year_at,
)
from dragoman.dates.interval import last_day
from dragoman.dates.lexemes import Kind, Line

MONTHS = 12
WINTER = 24
PARTS = {1: Part.EARLY, 2: Part.MID, 3: Part.LATE}

_ISO = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?:[T ].*)?", re.DOTALL)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})")
_TWO_YEARS = re.compile(r"([0-9]{4})[-–—/]([0-9]{4}|[0-9]{2})")
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_TWO_DAYS = re.compile(r"([0-9]{1,2})[-–—/]([0-9]{1,2})(?:[^\W\d_]{2})?")


def read_calendar(line: Line, place: int) -> Reading | None:
    """Read a date that names a place in the calendar.

    Args:
        line: A sentence.
        place: Where its first lexeme stands.

    Returns:
        The reading, which may be ``bare``, or ``None``.
    """
    reader = _READERS.get(line.kind(place))
    return reader(line, place) if reader else None


def _day_at(line: Line, place: int) -> int | None:
    """Return the number of a day that stands at a place, or ``None``."""
    lexeme = line.at(place)
    if lexeme.kind not in {Kind.NUMBER, Kind.ORDINAL} or not 1 <= lexeme.value <= last_day(1, 1):
        return None
    return lexeme.value if lexeme.kind is Kind.ORDINAL or len(lexeme.text) < YEAR_DIGITS - 1 else None


def _is_day(day: int, month: int, year: int | None) -> bool:
    return 1 <= month <= MONTHS and 1 <= day <= last_day(2000 if year is None else year, month)


# ----------------------------------------------------------------- numbers with signs


def _read_run(line: Line, place: int) -> Reading | None:
    text = line.at(place).text
    if is_other_year(line, place):
        return None
    return _read_numeric(text, place) or _read_two_years(text, place) or _read_days_of_month(line, place)


def _read_numeric(text: str, place: int) -> Reading | None:
    match = _ISO.fullmatch(text)
    if match:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        return Reading(PartialDate(year, month, day), place + 1) if year and _is_day(day, month, year) else None
    match = _DAY_FIRST.fullmatch(text)
    if not match:
        return None
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    by_day, by_month = PartialDate(year, other, one), PartialDate(year, one, other)
    can_be_day_first, can_be_month_first = _is_day(one, other, year), _is_day(other, one, year)
    if can_be_day_first and (match[2] == "." or not can_be_month_first or one == other):
        return Reading(by_day, place + 1)
    if not can_be_month_first or match[2] == ".":
        return None
    if not can_be_day_first:
        return Reading(by_month, place + 1)
    # 4/7/2022: Europeans mean July, Americans April, and the text does not say which.
    return Reading(min(by_day, by_month, key=_month), place + 1, max(by_day, by_month, key=_month), Joint.EITHER)


def _month(date: PartialDate) -> int:
    return date.month or 0


def _read_two_years(text: str, place: int) -> Reading | None:
    match = _TWO_YEARS.fullmatch(text)
    if match:
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == YEAR_DIGITS else first // 100 * 100 + int(match[2])
        if FIRST_BARE_YEAR <= first < last <= LAST_BARE_YEAR:
            return Reading(PartialDate(first), place + 1, PartialDate(last), Joint.LASTING, bare=True)
    match = _YEAR_AND_MONTH.fullmatch(text)
    if match and FIRST_BARE_YEAR <= int(match[1]) <= LAST_BARE_YEAR and 1 <= int(match[2]) <= MONTHS:
        return Reading(PartialDate(int(match[1]), int(match[2])), place + 1)
    return None


def _two_days(text: str) -> tuple[int, int] | None:
    match = _TWO_DAYS.fullmatch(text)
    days = (int(match[1]), int(match[2])) if match else (0, 0)
    return days if 1 <= days[0] < days[1] <= last_day(1, 1) else None


def _read_days_of_month(line: Line, place: int) -> Reading | None:
    """Read "13-14 July 2022"."""
    days = _two_days(line.at(place).text)
    return _read_month_behind(line, place + 1, days, Joint.LASTING) if days else None


# ----------------------------------------------------------------- days and months

_JOINTS = {Kind.AND: Joint.BOTH, Kind.OR: Joint.EITHER, Kind.TO: Joint.LASTING, Kind.DASH: Joint.LASTING}


def _read_day_led(line: Line, place: int) -> Reading | None:
    """Read "13 July 2022", "the 14th of July", "13 and 14 July"; "the 14th" is bare."""
    day = _day_at(line, place)
    if day is None:
        return _read_year_led(line, place) or _read_ordinal_led(line, place)
    joint, second = _JOINTS.get(line.kind(place + 1)), _day_at(line, place + 2)
    if joint and second is not None and second > day:
        both = _read_month_behind(line, place + 3, (day, second), joint)
        if both:
            return both
    is_word = line.at(place).text.isalpha()
    if is_word and line.kind(place + 1) is not Kind.OF:
        return _read_ordinal_led(line, place)  # "the first May Day"
    found = _read_month_behind(line, place + 1, (day,), None)
    if found or is_word or line.kind(place) is not Kind.ORDINAL:
        return found or _read_ordinal_led(line, place)
    return _read_ordinal_led(line, place) or _read_day_alone(line, place, day)


def _read_day_alone(line: Line, place: int, day: int) -> Reading | None:
    """Read "the 14th", "the 14th of last month"."""
    behind = line.skip(place + 1, Kind.OF)
    if line.kind(behind) is Kind.MONTH:
        return None  # "the 30th of February"
    reference = read_unit_reference(line, behind, Unit.MONTH) if behind > place + 1 else None
    if reference:
        return Reading(PartialDate(day=day, reference=reference[0]), reference[1])
    return Reading(PartialDate(day=day), place + 1, bare=True)


def _read_month_behind(line: Line, place: int, days: tuple[int, ...], joint: Joint | None) -> Reading | None:
    """Read "[of] July [2022]" behind one or two days."""
    start = line.skip(place, Kind.OF)
    if line.kind(start) is not Kind.MONTH:
        return None
    month = line.at(start).value
    behind = _behind_name(line, start)
    year = read_year_of(line, behind)
    base, behind = year or (PartialDate(), behind)
    if not all(_is_day(day, month, base.year) for day in days):
        return None
    dates = [replace(base, month=month, day=day) for day in days]
    return Reading(dates[0], behind, dates[1] if joint else None, joint)


def _behind_name(line: Line, place: int) -> int:
    """Return the place behind a month or weekday and the dot of its abbreviation."""
    is_dotted = line.kind(place + 1) is Kind.DOT and line.touches(place + 1) and len(line.at(place).text) <= len("sept")
    return place + 2 if is_dotted and line.kind(place + 2) is not Kind.END else place + 1


def _read_month_led(line: Line, place: int) -> Reading | None:
    """Read "July 13th, 2022", "July 13-14", "July 2022", "September of that year"; "July" is bare."""
    month, behind = line.at(place).value, _behind_name(line, place)
    before = _day_at(line, place - (2 if line.kind(place - 1) is Kind.OF else 1))
    year = read_year_of(line, behind)
    if before is not None and not _is_day(before, month, year[0].year if year else None):
        return None  # "31 June": no day, and not all of June either
    if line.kind(behind) in {Kind.AND, Kind.OR} and line.kind(behind + 1) is Kind.MONTH:
        return _read_two_months(line, place, behind + 1)
    found = _read_days_behind(line, behind, month)
    if found:
        return found
    if year:
        return Reading(replace(year[0], month=month), year[1])
    if line.at(place).text.lower() in line.words.short_names:
        return None
    return Reading(PartialDate(month=month), place + 1, bare=True)


def _read_two_months(line: Line, place: int, other: int) -> Reading | None:
    """Read "May or June 1993", where the year belongs to both."""
    first, second, year = line.at(place).value, line.at(other).value, read_year_of(line, _behind_name(line, other))
    if year is None or first >= second:
        return None
    dates = [replace(year[0], month=month) for month in (first, second)]
    return Reading(dates[0], year[1], dates[1], _JOINTS[line.kind(other - 1)])


def _read_days_behind(line: Line, place: int, month: int) -> Reading | None:
    first: int | None
    days = _two_days(line.at(place).text) if line.kind(place) is Kind.RUN else None
    if days:
        (first, second), joint, behind = days, Joint.LASTING, place + 1
    else:
        start = line.skip(place, Kind.THE) if line.kind(place + 1) is Kind.ORDINAL else place
        first, second, joint, behind = _day_at(line, start), None, None, start + 1
        if first is None or (line.kind(start) is Kind.NUMBER and _is_month_alone(line, place, behind)):
            return None
        found, other = _JOINTS.get(line.kind(behind)), _day_at(line, behind + 1)
        if found and other is not None and other > first and line.kind(behind + 2) is not Kind.MONTH:
            second, joint, behind = other, found, behind + 2
    year = read_year_of(line, behind)
    base, behind = year or (PartialDate(), behind)
    if not all(_is_day(day, month, base.year) for day in (first, second) if day is not None):
        return None
    behind = _behind_echo(line, behind) if base.year is not None else behind
    last = None if second is None else replace(base, month=month, day=second)
    return Reading(replace(base, month=month, day=first), behind, last, joint)


def _is_month_alone(line: Line, place: int, behind: int) -> bool:
    """Tell "In June 30 soldiers died" from "the Sept. 11 attacks"."""
    return line.is_counted(behind) and line.kind(place - 2) is Kind.IN


def _behind_echo(line: Line, place: int) -> int:
    """Step over "this year" behind a full date: "May 8th, 2020, this year"."""
    reference = read_unit_reference(line, line.skip(place, Kind.COMMA), Unit.YEAR)
    return reference[1] if reference else place


def _read_weekday_led(line: Line, place: int) -> Reading | None:
    """Read "Friday, January 4, 2019", "Friday the 14th", "Monday morning"; "Friday" is bare."""
    behind = line.skip(_behind_name(line, place), Kind.COMMA, Kind.THE)
    if line.kind(behind) in {Kind.MONTH, Kind.NUMBER, Kind.ORDINAL, Kind.RUN}:
        found = read_calendar(line, behind)
        if found and found.first.day is not None and found.last is None:
            return found._replace(bare=found.bare and line.at(place).text.lower() in line.words.short_names)
    if line.at(place).text.lower() in line.words.short_names:
        return None
    weekday = PartialDate(weekday=line.at(place).value)
    behind = line.skip(place + 1, Kind.DAYPART)
    week = read_unit_reference(line, line.skip(behind, Kind.OF), Unit.WEEK)
    if week:
        return Reading(replace(weekday, reference=week[0]), week[1])
    return Reading(weekday, behind, bare=True)


# ----------------------------------------------------------------- years and more


def _read_year_led(line: Line, place: int) -> Reading | None:
    year = year_at(line, place)
    if year is None or not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR or is_other_year(line, place):
        return None
    if line.touches(place) and line.kind(place - 1) not in {Kind.OPEN, Kind.DASH}:
        return None  # "$2015", "#1998"
    return Reading(PartialDate(year), place + 1, bare=True)


def _read_ordinal_led(line: Line, place: int) -> Reading | None:
    """Read "19th century", "first half of 1998", "third quarter of last year"."""
    number, behind = line.at(place).value, place + 1
    if line.kind(place) is not Kind.ORDINAL or not number:
        return None
    if line.kind(behind) is Kind.DASH:
        behind += 1
    unit = line.at(behind)
    if unit.kind is Kind.UNIT and UNITS[unit.value] is Unit.CENTURY and number <= LAST_YEAR // 100:
        return Reading(PartialDate((number - 1) * 100, years=100), behind + 1) if number > 1 else None
    parts, season = {Kind.HALF: (2, 39), Kind.QUARTER: (4, 32)}.get(unit.kind, (0, 0))
    year = read_year_of(line, behind + 1) if number <= parts else None
    return Reading(replace(year[0], season=season + number), year[1]) if year else None


def _read_season(line: Line, place: int) -> Reading | None:
    """Read "spring of 1917", "winter of 2013-14", "summer"."""
    season, behind = line.at(place).value, line.skip(place + 1, Kind.OF)
    is_winter = season == WINTER and line.kind(behind) is Kind.RUN
    years = _read_two_years(line.at(behind).text, behind) if is_winter else None
    if years and years.last and years.first.year is not None:
        first = PartialDate(years.first.year, month=12)
        return Reading(first, behind + 1, PartialDate(years.last.year, month=2), Joint.ONE_OF)
    year = read_year_of(line, place + 1)
    return Reading(replace(year[0], season=season), year[1]) if year else None


_READERS: dict[Kind, Callable[[Line, int], Reading | None]] = {
    Kind.RUN: _read_run,
    Kind.NUMBER: _read_day_led,
    Kind.ORDINAL: _read_day_led,
    Kind.YEARS: read_years,
    Kind.ERA: read_era,
    Kind.MONTH: _read_month_led,
    Kind.WEEKDAY: _read_weekday_led,
    Kind.SEASON: _read_season,
}
