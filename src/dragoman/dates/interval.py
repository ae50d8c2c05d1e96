"""Dates that may be imprecise, kept as the whole span of days they may mean.

"In March 2021" is not 1 March: it is every day from 1 March up to, but not including,
1 April. All comparisons here are between spans, and answer certainly, possibly or no:
an act dated "2021" happened possibly before 1 July 2021, and certainly before 2022.

The written form is EDTF (https://www.loc.gov/standards/datetime/); see
:mod:`dragoman.dates.edtf` for what is read and written.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dragoman.errors import DateError

ONE_DAY = timedelta(days=1)


class Certainty(StrEnum):
    """What can be said of two imprecise dates."""

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class DateInterval:
    """A span of days, half open: ``start`` is inside it, ``end`` is not.

    Attributes:
        start: First day that may be meant; ``None`` when there is no known beginning.
        end: First day after the span, later than ``start``; ``None`` when there is no known
            end. The span of a date that ends with 9999-12-31 has no end either, since the
            calendar of Python stops there.
    """

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise DateError(f"{self.start}/{self.end}", "an end after the start")

    @property
    def earliest(self) -> date | None:
        """The first day, or ``None`` without a known beginning."""
        return self.start

    @property
    def latest(self) -> date | None:
        """The last day that is still inside, or ``None`` without a known end."""
        return None if self.end is None else self.end - ONE_DAY

    @property
    def days(self) -> int | None:
        """Number of days inside, or ``None`` when an end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days

    @property
    def is_day(self) -> bool:
        """Whether the span is one single day."""
        return self.days == 1

    def covers(self, day: date) -> bool:
        """Tell whether a day is inside the span."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "DateInterval") -> bool:
        """Tell whether the two spans share a day."""
        return _begins_before_end(self, other) and _begins_before_end(other, self)

    def includes(self, other: "DateInterval") -> bool:
        """Tell whether every day of ``other`` is inside this span."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def intersection(self, other: "DateInterval") -> "DateInterval | None":
        """Return the days that both spans share, or ``None`` when there are none."""
        if not self.overlaps(other):
            return None
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        return DateInterval(max(starts, default=None), min(ends, default=None))

    # The answers below treat both spans as one day each that is not known more exactly.

    def contains(self, day: date) -> Certainty:
        """Tell whether what happened in this span happened on ``day``."""
        if not self.covers(day):
            return Certainty.NO
        return Certainty.CERTAINLY if self.is_day else Certainty.POSSIBLY

    def within(self, other: "DateInterval") -> Certainty:
        """Tell whether what happened in this span happened within ``other``."""
        if not self.overlaps(other):
            return Certainty.NO
        return Certainty.CERTAINLY if other.includes(self) else Certainty.POSSIBLY

    def before(self, other: "DateInterval") -> Certainty:
        """Tell whether what happened in this span happened on an earlier day than ``other``."""
        if self.end is not None and other.start is not None and self.end <= other.start:
            return Certainty.CERTAINLY
        if self.start is None or other.end is None or self.start + ONE_DAY < other.end:
            return Certainty.POSSIBLY
        return Certainty.NO

    def happened_by(self, day: date) -> Certainty:
        """Tell whether what happened in this span had happened when ``day`` ended."""
        if self.end is not None and self.end <= day + ONE_DAY:
            return Certainty.CERTAINLY
        if self.start is None or self.start <= day:
            return Certainty.POSSIBLY
        return Certainty.NO


def _begins_before_end(one: DateInterval, other: DateInterval) -> bool:
    return one.start is None or other.end is None or one.start < other.end


def day_interval(day: date) -> DateInterval:
    """Return the span of one day."""
    return DateInterval(day, next_day(day))


def month_interval(year: int, month: int) -> DateInterval:
    """Return the span of a calendar month.

    Raises:
        DateError: There is no such month in the calendar (years 1 to 9999).
    """
    return days_between(year_day(year, month, 1), year_day(year, month, last_day(year, month)))


def year_interval(year: int, last: int | None = None) -> DateInterval:
    """Return the span of a year, or from the first year through the last.

    Raises:
        DateError: A year is outside 1 to 9999, or the last lies before the first.
    """
    return days_between(year_day(year, 1, 1), year_day(year if last is None else last, 12, 31))


def days_between(first: date | None, last: date | None) -> DateInterval:
    """Return the span from a first day through a last one, both inside.

    Raises:
        DateError: The last day lies before the first.
    """
    return DateInterval(first, None if last is None else next_day(last))


def next_day(day: date) -> date | None:
    """Return the day after, or ``None`` after the last day of the calendar."""
    return None if day == date.max else day + ONE_DAY


def last_day(year: int, month: int) -> int:
    """Return the number of the last day of a month.

    Raises:
        DateError: There is no such month in the calendar (years 1 to 9999).
    """
    if not (1 <= year <= date.max.year and 1 <= month <= len("JFMAMJJASOND")):
        raise DateError(f"{year}-{month}", "a month of the years 1 to 9999")
    return monthrange(year, month)[1]


def year_day(year: int, month: int, day: int) -> date:
    """Return a day of the calendar.

    Raises:
        DateError: There is no such day.
    """
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise DateError(f"{year}-{month}-{day}", "a day of the years 1 to 9999") from error
