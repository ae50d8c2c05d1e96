"""Which part of what is said of a pair a reader asks for, as it stands in the address: days, roots and a source."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from dragoman.answers.axis import Scale
from dragoman.dates.edtf import parse_edtf
from dragoman.errors import DateError
from dragoman.web.asked import Asked

LEAST_DAYS = 14
"""A drawing of fewer days is not made larger."""


@dataclass(frozen=True, slots=True)
class PairAsked:
    """A part of a timeline.

    Attributes:
        first: EDTF whose first day is at the left edge, or ``""`` for the first of all.
        last: EDTF whose last day is at the right edge, or ``""`` for the last of all.
        roots: Roots and kinds of what is shown; empty for all.
        source: Through whom it came; ``""`` for everybody.
    """

    first: str = ""
    last: str = ""
    roots: tuple[str, ...] = ()
    source: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self == WHOLE

    def scale(self, whole: Scale | None) -> Scale | None:
        """Return the days that are asked for.

        Args:
            whole: All days; ``None`` where nothing has a day.

        Raises:
            DateError: A date cannot be read, or the last day is not later than the first.
        """
        first = _day(self.first, is_last=False)
        last = _day(self.last, is_last=True)
        if whole is None:
            return None
        first = whole.first if first is None else first
        last = whole.last if last is None else last
        if first >= last:
            raise DateError(f"{self.first}/{self.last}", "a last day that is later than the first one")
        return Scale(first, last)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the query that asks for this part."""
        fields = (("from", self.first), ("to", self.last), *(("root", root) for root in self.roots))
        return tuple((name, value) for name, value in (*fields, ("source", self.source)) if value)

    def at(self, pair: tuple[str, str], asked: Asked) -> str:
        """Return the address of the page of a pair with this part of it.

        Args:
            pair: The two identifiers.
            asked: The limits of the question.
        """
        address, _, query = asked.at("relations", *pair).partition("?")
        own = urlencode(self.fields)
        joined = "&".join(part for part in (query, own) if part)
        return f"{address}?{joined}" if joined else address

    def on(self, scale: Scale, whole: Scale) -> "PairAsked":
        """Return the same with other days; none where they are all days."""
        first, last = max(scale.first, whole.first), min(scale.last, whole.last)
        if (first, last) == (whole.first, whole.last):
            return replace(self, first="", last="")
        return replace(self, first=first.isoformat(), last=last.isoformat())


WHOLE = PairAsked()


def read_pair_asked(
    from_: Annotated[str, Query(alias="from", max_length=40)] = "",
    to: Annotated[str, Query(max_length=40)] = "",
    root: Annotated[tuple[str, ...], Query()] = (),
    source: Annotated[str, Query(max_length=300)] = "",
) -> PairAsked:
    """Read the part from the query of an address; empty fields of a form ask for nothing.

    Raises:
        DateError: A date cannot be read.
    """
    asked = PairAsked(from_.strip(), to.strip(), tuple(dict.fromkeys(one for one in root if one)), source.strip())
    asked.scale(None)
    return asked


def nearer(scale: Scale) -> Scale | None:
    """Return the middle half of a scale, or ``None`` where it is near enough."""
    if scale.days < 2 * LEAST_DAYS:
        return None
    quarter = timedelta(days=scale.days // 4)
    return Scale(scale.first + quarter, scale.last - quarter)


def farther(scale: Scale, whole: Scale) -> Scale | None:
    """Return twice the days, or ``None`` where all are on it already."""
    if scale.first <= whole.first and scale.last >= whole.last:
        return None
    half = timedelta(days=max(1, scale.days // 2))
    # No calendar has days beyond its own edges: what is farther away than all days is not needed.
    first = max(whole.first, scale.first - min(half, scale.first - date.min))
    last = min(whole.last, scale.last + min(half, date.max - scale.last))
    return Scale(first, last) if first < last else whole


def moved(scale: Scale, whole: Scale, *, later: bool) -> Scale | None:
    """Return the scale moved by half of its days, or ``None`` where nothing is there.

    Args:
        scale: The days that are shown.
        whole: All days.
        later: Move to the right.
    """
    room = (whole.last - scale.last).days if later else (scale.first - whole.first).days
    if room <= 0:
        return None
    by = timedelta(days=min(room, max(1, scale.days // 2)))
    return Scale(scale.first + by, scale.last + by) if later else Scale(scale.first - by, scale.last - by)


def _day(written: str, *, is_last: bool) -> date | None:
    if not written:
        return None
    found = parse_edtf(written)
    day = found.latest if is_last else found.earliest
    if day is None:
        raise DateError(written, f"a date with a {'last' if is_last else 'first'} day")
    return day
