"""The axis of a timeline: from days to places, with ticks that are as fine as the span of days asks for.

All lengths are units of the drawing, which is as wide as :data:`WIDTH`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 960
EDGE = 24
MOST_TICKS = 12
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
MONTHS = (1, 2, 3, 6)
DAYS = (1, 2, 5, 10)
BY_MONTHS = 700
"""Days; whatever lasts longer has years as ticks."""

BY_DAYS = 75
"""Days; whatever is shorter has days as ticks."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis.

    Attributes:
        x: Where it begins.
        label: The year, month or day that begins there.
    """

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places.

    Attributes:
        first: Day at the left edge.
        last: Day at the right edge, later than the first.
    """

    first: date
    last: date

    @property
    def days(self) -> int:
        """Days from edge to edge."""
        return (self.last - self.first).days

    def x(self, day: date) -> float:
        """Return the place of a day; one beyond an edge is at the edge."""
        share = (day - self.first).days / self.days
        return round(EDGE + min(max(share, 0.0), 1.0) * (WIDTH - 2 * EDGE), 1)

    def touches(self, first: date | None, last: date | None) -> bool:
        """Tell whether a stretch of days shows between the edges.

        Args:
            first: Its first day, ``None`` where it has no beginning.
            last: Its last day, ``None`` where it has no end.
        """
        return (first or date.min) <= self.last and (last or date.max) >= self.first


def find_ticks(scale: Scale) -> Iterator[Tick]:
    """Yield the ticks of an axis, at most :data:`MOST_TICKS` and a few."""
    if scale.days > BY_MONTHS:
        yield from _years(scale)
    elif scale.days > BY_DAYS:
        yield from _months(scale)
    else:
        yield from _days(scale)


def _years(scale: Scale) -> Iterator[Tick]:
    years = scale.last.year - scale.first.year + 1
    step = next((step for step in YEARS if years / step <= MOST_TICKS), YEARS[-1])
    for year in range(scale.first.year, scale.last.year + 1):
        begins = date(year, 1, 1)
        if year % step == 0 and begins >= scale.first:
            yield Tick(scale.x(begins), str(year))


def _months(scale: Scale) -> Iterator[Tick]:
    first, last = (day.year * 12 + day.month - 1 for day in (scale.first, scale.last))
    step = next((step for step in MONTHS if (last - first + 1) / step <= MOST_TICKS), MONTHS[-1])
    for month in range(first, last + 1):
        begins = date(month // 12, month % 12 + 1, 1)
        if month % step == 0 and begins >= scale.first:
            yield Tick(scale.x(begins), f"{begins:%b} {begins.year}")


def _days(scale: Scale) -> Iterator[Tick]:
    step = next((step for step in DAYS if (scale.days + 1) / step <= MOST_TICKS), DAYS[-1])
    for number in range(0, scale.days + 1, step):
        day = scale.first + timedelta(days=number)
        year = f" {day.year}" if number == 0 or (day.month, day.day) == (1, 1) else ""
        yield Tick(scale.x(day), f"{day.day} {day:%b}{year}")
