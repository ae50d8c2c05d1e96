"""Dates in EDTF, the extension of ISO 8601-2, read and written.

Read are levels 0 and 1 and what reports need of level 2:

* ``2022``, ``2022-07``, ``2022-07-14``, with a time of day that is checked and dropped;
* digits that are not known: ``202X``, ``19XX``, ``2022-XX``, ``2022-07-1X``;
* seasons and parts of a year, ``2022-21`` to ``2022-41``;
* ``?`` (uncertain), ``~`` (approximate) and ``%`` (both), behind the date or at a part of it;
* intervals, ``2014/2016``, with an open (``..``) or unknown (empty) end;
* one of a set, ``[1998-01..1998-04]``, ``[..2016]``, and all of a set, ``{2022-07-13,2022-07-14}``.

Years outside 1 to 9999 are refused. An approximate date is as wide as itself and its two
neighbours: ``1990~`` runs from 1989 through 1991. Seasons are the northern ones, since
the texts do not say otherwise; "winter 2014" may be the beginning or the end of 2014.

The one who writes chooses between two meanings: ``2015/2016`` lasted through both years,
``[2015..2016]`` is one day somewhere in them.

Standard: https://www.loc.gov/standards/datetime/
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from dragoman.dates.interval import (
    ONE_DAY,
    DateInterval,
    day_interval,
    days_between,
    last_day,
    month_interval,
    next_day,
    year_day,
)
from dragoman.errors import DateError

LONGEST = 400  # characters; the longest that we write has 24
EXPECTED = "a date in EDTF, such as 2022-07-13, 2022-07, 199X, 1998~ or 2014/2016"

_PART = re.compile(
    r"(?P<yq>[?~%]?)(?P<year>[0-9X]{4})(?P<ya>[?~%]?)"
    r"(?:-(?P<mq>[?~%]?)(?P<month>[0-9X]{2})(?P<ma>[?~%]?)"
    r"(?:-(?P<dq>[?~%]?)(?P<day>[0-9X]{2})(?P<da>[?~%]?))?)?",
    re.ASCII,
)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII)

# First and last month; for winter see the text above.
_SEASONS = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28), (1, 14)),
    30: (12, 14),
    **{33 + i: (1 + 3 * i, 3 + 3 * i) for i in range(4)},
    **{37 + i: (1 + 4 * i, 4 + 4 * i) for i in range(3)},
    **{40 + i: (1 + 6 * i, 6 + 6 * i) for i in range(2)},
}


@lru_cache(maxsize=2048)
def parse_edtf(text: str) -> DateInterval:
    """Read a date in EDTF as the span of days that it may mean.

    Args:
        text: As in the module's description; nothing but the date.

    Returns:
        The half-open span from the earliest day up to the day after the latest; an open or
        unknown end is ``None``.

    Raises:
        DateError: The text is no EDTF that we know, or names no day of the calendar.

    >>> parse_edtf("2021-03").days
    31
    >>> parse_edtf("../1998-01").latest
    datetime.date(1998, 1, 31)
    """
    if len(text) > LONGEST:
        raise DateError(text[:40] + "…", EXPECTED)
    if text[:1] + text[-1:] in {"[]", "{}"}:
        return _envelope([_read_member(text, member) for member in text[1:-1].split(",")])
    first, slash, last = text.partition("/")
    if not slash:
        return _read_single(text, text)
    if not first and not last:
        raise DateError(text, EXPECTED)
    start = None if first in {"", ".."} else _read_single(text, first).start
    end = None if last in {"", ".."} else _read_single(text, last).end
    return DateInterval(start, end)


def is_edtf(text: str) -> bool:
    """Tell whether :func:`parse_edtf` can read a text."""
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


def _read_member(text: str, member: str) -> DateInterval:
    """Read a member of a set: a date, or two with ``..`` between them, one of which may be missing."""
    first, dots, last = member.strip().partition("..")
    if not dots:
        return _read_single(text, first)
    if not first and not last:
        raise DateError(text, EXPECTED)
    start = _read_single(text, first).start if first else None
    return DateInterval(start, _read_single(text, last).end if last else None)


def _envelope(members: list[DateInterval]) -> DateInterval:
    starts = [member.start for member in members if member.start is not None]
    ends = [member.end for member in members if member.end is not None]
    start = min(starts) if len(starts) == len(members) else None
    end = max(ends) if len(ends) == len(members) else None
    return DateInterval(start, end)


def _read_single(text: str, part: str) -> DateInterval:
    moment = _MOMENT.fullmatch(part)
    if moment:
        try:
            return day_interval(datetime.fromisoformat(part).date())
        except ValueError as error:
            raise DateError(text, "a time of day that exists") from error
    match = _PART.fullmatch(part)
    if not match:
        raise DateError(text, EXPECTED)
    year, month, day = match["year"], match["month"], match["day"]
    if month is not None and month.isdigit() and int(month) in _SEASONS and day is None:
        interval = _season(text, year, int(month))
    else:
        interval = DateInterval(*_bounds(text, year, month, day))
    unit = _approximate_unit(match)
    return interval if unit is None else _widened(interval, unit)


def _season(text: str, year: str, season: int) -> DateInterval:
    low, high = _years(text, year)
    first, last = _SEASONS[season]
    after, last = divmod(last - 1, 12)
    end = min(high + after, date.max.year)
    return days_between(year_day(low, first, 1), month_interval(end, last + 1).latest)


def _years(text: str, pattern: str) -> tuple[int, int]:
    low, high = max(1, int(pattern.replace("X", "0"))), int(pattern.replace("X", "9"))
    if not high:
        raise DateError(text, "a year from 1 to 9999")
    return low, high


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[date, date | None]:
    """Find the first day and the day after the last that a date with unknown digits may mean."""
    if "X" not in f"{year}{month}{day}":
        return _exact_bounds(int(year), month, day)
    low, high = _years(text, year)
    months = _matching(month or "XX", 12)
    days = _matching(day or "XX", 31)
    first = next(_valid_days((y for y in range(low, high + 1) if _fits(y, year)), months, days), None)
    backwards = (y for y in range(high, low - 1, -1) if _fits(y, year))
    last = next(_valid_days(backwards, months[::-1], days[::-1]), None)
    if first is None or last is None:
        raise DateError(text, "a day of the calendar")
    return first, days_between(first, last).end


def _exact_bounds(year: int, month: str | None, day: str | None) -> tuple[date, date | None]:
    first = year_day(year, int(month or 1), int(day or 1))
    latest = first
    if month is None:
        latest = year_day(year, 12, 31)
    elif day is None:
        latest = first.replace(day=last_day(year, first.month))
    return first, next_day(latest)


def _fits(year: int, pattern: str) -> bool:
    return all(mask in {"X", digit} for mask, digit in zip(pattern, f"{year:04}", strict=True))


@lru_cache(maxsize=256)
def _matching(pattern: str, highest: int) -> tuple[int, ...]:
    numbers = (f"{number:02}" for number in range(1, highest + 1))
    return tuple(
        int(number)
        for number in numbers
        if all(mask in {"X", digit} for mask, digit in zip(pattern, number, strict=True))
    )


def _valid_days(years: Iterator[int], months: tuple[int, ...], days: tuple[int, ...]) -> Iterator[date]:
    for year in years:
        for month in months:
            length = last_day(year, month)
            yield from (date(year, month, day) for day in days if day <= length)


def _approximate_unit(match: re.Match[str]) -> str | None:
    """Return the coarsest part of a date that is marked as approximate."""
    for unit, before, after in (("year", "yq", "ya"), ("month", "mq", "ma"), ("day", "dq", "da")):
        if {match[before], match[after]} & {"~", "%"}:
            return unit
    return None


def _widened(interval: DateInterval, unit: str) -> DateInterval:
    """Add one unit at each end, as far as the calendar goes."""
    start, latest = interval.start, interval.latest
    if start is None or latest is None:
        return interval
    if unit == "day":
        return days_between(max(start, date.min + ONE_DAY) - ONE_DAY, min(latest, date.max - ONE_DAY) + ONE_DAY)
    if unit == "year":
        first, last = max(start.year - 1, 1), min(latest.year + 1, date.max.year)
        return days_between(year_day(first, start.month, 1), month_interval(last, latest.month).latest)
    before, after = start.year * 12 + start.month - 2, latest.year * 12 + latest.month
    before, after = max(before, 12), min(after, date.max.year * 12 + 11)
    return days_between(year_day(before // 12, before % 12 + 1, 1), month_interval(after // 12, after % 12 + 1).latest)


def write_edtf(interval: DateInterval, *, lasting: bool = False) -> str:
    """Write a span of days in the shortest EDTF that reads as the same span.

    Args:
        interval: Any span; without any bound it becomes ``../..``.
        lasting: Whether what is dated filled the whole span (``2015/2016``), and not one
            day somewhere in it (``[2015..2016]``).

    >>> write_edtf(days_between(date(1990, 1, 1), date(1999, 12, 31)))
    '199X'
    """
    start, latest = interval.start, interval.latest
    if start is None and latest is None:
        return "../.."
    if start is not None and latest is not None:
        whole = _write_whole(start, latest)
        if whole:
            return whole
    first, last = _write_ends(start, latest)
    if lasting:
        return f"{first or '..'}/{last or '..'}"
    return f"[{first}..{last}]"


def _write_whole(start: date, latest: date) -> str | None:
    """Write a day, month, year, decade or century that the two days enclose exactly."""
    if start == latest:
        return start.isoformat()
    if (start.year, start.month) == (latest.year, latest.month):
        month = f"{start.year:04}-{start.month:02}"
        return month if (start.day, latest.day) == (1, last_day(start.year, start.month)) else None
    if (start.month, start.day, latest.month, latest.day) != (1, 1, 12, 31):
        return None
    if start.year == latest.year:
        return f"{start.year:04}"
    for size, mark in ((10, "X"), (100, "XX"), (1000, "XXX")):
        if start.year % size == 0 and latest.year == start.year + size - 1:
            return f"{start.year // size:0{4 - len(mark)}}{mark}"
    return None


def _write_ends(start: date | None, latest: date | None) -> tuple[str, str]:
    """Write both ends in the same, coarsest precision that is exact; an open end is empty."""
    ends = [
        (start, start is None or start.day == 1, start is None or (start.month, start.day) == (1, 1)),
        (
            latest,
            latest is None or latest.day == last_day(latest.year, latest.month),
            latest is None or (latest.month, latest.day) == (12, 31),
        ),
    ]
    length = 10
    if all(is_month for _, is_month, _ in ends):
        length = 7
    if all(is_year for _, _, is_year in ends):
        length = 4
    first, last = ("" if day is None else day.isoformat()[:length] for day, _, _ in ends)
    return first, last
