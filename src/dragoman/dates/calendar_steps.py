"""Steps in the calendar: the week of a day, two months later, the first third of a year."""

from datetime import date, timedelta

from dragoman.dates.expression import Part, Unit
from dragoman.dates.interval import (
    DateInterval,
    day_interval,
    days_between,
    last_day,
    month_interval,
    year_interval,
)
from dragoman.errors import DateError

MONTHS = 12
DAYS_OF_WEEK = 7
HOURS_OF_DAY = 24
TENTH = 10  # days: a month has two tenths and a rest
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def unit_around(day: date, unit: Unit, count: int = 0) -> DateInterval:
    """Return the unit of the calendar that holds a day, or one before or after it.

    Args:
        day: Any day.
        unit: From a day to a century; weeks begin on Monday.
        count: How many units further, negative for earlier ones.

    Raises:
        DateError: The unit is outside the calendar.
    """
    if unit in {Unit.DAY, Unit.HOUR}:
        return day_interval(moved(day, count))
    if unit is Unit.WEEK:
        monday = moved(day, DAYS_OF_WEEK * count - day.weekday())
        return days_between(monday, moved(monday, DAYS_OF_WEEK - 1))
    if unit is Unit.MONTH:
        months = day.year * MONTHS + day.month - 1 + count
        return month_interval(months // MONTHS, months % MONTHS + 1)
    size = _YEARS[unit]
    first = day.year // size * size + size * count
    return year_interval(max(first, 1) if first + size > 1 else first, first + size - 1)


def moved(day: date, days: int) -> date:
    """Return the day so many days later (earlier if negative).

    Raises:
        DateError: That is outside the calendar.
    """
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise DateError(f"{day} and {days} days", "a day of the years 1 to 9999") from error


def at_distance(interval: DateInterval, unit: Unit, count: int) -> DateInterval | None:
    """Return where one arrives from an interval after so many units.

    Days, hours and weeks lead to days; months to whole months, years to whole years, since
    "two years later" is not meant to the day.

    Returns:
        A span as wide as the interval, or wider; ``None`` from an interval with an open end.

    Raises:
        DateError: That is outside the calendar.
    """
    start, latest = interval.start, interval.latest
    if start is None or latest is None:
        return None
    if unit is Unit.HOUR:
        days, rest = divmod(abs(count), HOURS_OF_DAY)
        low, high = days, days + bool(rest)
        if count < 0:
            low, high = -high, -low
        return days_between(moved(start, low), moved(latest, high))
    if unit in {Unit.DAY, Unit.WEEK}:
        days = count * (DAYS_OF_WEEK if unit is Unit.WEEK else 1)
        return days_between(moved(start, days), moved(latest, days))
    if unit is Unit.MONTH:
        return days_between(unit_around(start, unit, count).start, unit_around(latest, unit, count).latest)
    years = count * _YEARS[unit]
    return days_between(unit_around(start, Unit.YEAR, years).start, unit_around(latest, Unit.YEAR, years).latest)


def days_apart(one: DateInterval, other: DateInterval) -> int:
    """Return how many days lie between two spans, 0 when they touch or overlap."""
    if one.overlaps(other):
        return 0
    if one.end and other.start and one.end <= other.start:
        return (other.start - one.end).days
    return (one.start - other.end).days if one.start and other.end else 0


def part_of(interval: DateInterval, part: Part) -> DateInterval:
    """Return the first, middle or last third of a span: in years, months, tens of days, or days.

    "Early 1998" is January to April, "mid-June" 11 to 20 June, "the late 1990s" 1997 to 1999.
    A span with an open end, or shorter than three days, is returned as it is.
    """
    start, latest = interval.start, interval.latest
    if start is None or latest is None:
        return interval
    third = (Part.EARLY, Part.MID, Part.LATE).index(part)
    months = (latest.year - start.year) * MONTHS + latest.month - start.month + 1
    has_whole_months = start.day == 1 and latest.day == last_day(latest.year, latest.month)
    if has_whole_months and months >= len(Part):
        return _third_of_months(start, months, third)
    if has_whole_months and months == 1:
        behind = TENTH * (third + 1) if third < len(Part) - 1 else latest.day
        return days_between(start.replace(day=TENTH * third + 1), start.replace(day=behind))
    length = (latest - start).days + 1
    if length < len(Part):
        return interval
    first, behind = _cut(length, third)
    return days_between(moved(start, first), moved(start, behind - 1))


def _cut(length: int, third: int) -> tuple[int, int]:
    """Return where a third of so many units begins, and where it ends, exclusive."""
    cuts = (0, -(-length // 3), length - length // 3, length)
    return cuts[third], cuts[third + 1]


def _third_of_months(start: date, months: int, third: int) -> DateInterval:
    size = MONTHS if months > MONTHS else 1
    first, behind = _cut(months // size, third)
    begin = unit_around(start, Unit.MONTH, first * size).start
    return days_between(begin, unit_around(start, Unit.MONTH, behind * size - 1).latest)
