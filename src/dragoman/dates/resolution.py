"""Completes partial dates: which July, which Friday, three days after what.

There are two places to count from, and the words say which: the day of writing
("yesterday", "last week") and the day of which the text was speaking ("the same day", "a
week later"). A date that lacks its year, and a day that lacks its month, take what is
nearest at or before the day of writing, unless the text is telling of another time.
Without a place to count from a date stays unknown.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.dates.calendar_steps import DAYS_OF_WEEK, MONTHS, at_distance, days_apart, moved, part_of, unit_around
from dragoman.dates.edtf import parse_edtf, write_edtf
from dragoman.dates.event_date import DateBasis
from dragoman.dates.expression import Anchor, PartialDate, Reference, Unit
from dragoman.dates.interval import DateInterval, day_interval, last_day, month_interval, year_interval
from dragoman.errors import DateError

RECENT = 45  # days before the day of writing within which a yearless date is taken for news
FRESH = 14  # days before it within which a day of a month is taken for news, whatever was told before
REMOTE = 240  # days before it beyond which nobody leaves the year out, unless it is clear from the story
TOLERANCE = 1  # days by which a dated act may lie after publication: the clocks of two capitals


@dataclass(frozen=True, slots=True)
class Landmark:
    """A stretch of days from which others are counted.

    Attributes:
        interval: The days.
        text: What it is, in words ("published 2022-07-14").
        distance: How many sentences back it stands; 0 for this one.
        basis: Basis of a date that takes its year or month from here.
    """

    interval: DateInterval
    text: str
    distance: int = 0
    basis: DateBasis = DateBasis.INHERITED

    def unit(self, unit: Unit, count: int = 0) -> DateInterval | None:
        """Return the unit that holds the landmark, or one so many further; ``None`` if it is wider than one."""
        start, latest = self.interval.start, self.interval.latest
        if start is None or latest is None:
            return None
        found = unit_around(start, unit, count)
        return found if found == unit_around(latest, unit, count) else None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where the dates of a sentence are counted.

    Attributes:
        speech: The day of writing, or ``None`` when it is not known.
        narrative: Dates that the text named before, the last one first.
        is_future: Whether the words speak of what is to come.
        is_historical: Whether the section tells of years long before it was written.
    """

    speech: Landmark | None = None
    narrative: tuple[Landmark, ...] = ()
    is_future: bool = field(default=False, kw_only=True)
    is_historical: bool = field(default=False, kw_only=True)

    def nearest(self, longest: int, farthest: int) -> Landmark | None:
        """Return the last date of the narrative that spans no more than so many days, so many sentences back."""
        for landmark in self.narrative:
            days = landmark.interval.days
            if landmark.distance <= farthest and days is not None and days <= longest:
                return landmark
        return None


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A partial date that was completed.

    Attributes:
        interval: The days that may be meant.
        edtf: The same in EDTF.
        basis: How it was reached.
        anchor: What it was counted from, in words.
    """

    interval: DateInterval
    edtf: str
    basis: DateBasis
    anchor: str = ""


def resolve_partial(partial: PartialDate, standpoint: Standpoint) -> ResolvedDate | None:
    """Complete one partial date.

    Returns:
        The date, or ``None`` when there is nothing to count from or no such day.
    """
    try:
        found = _resolve(partial, standpoint)
        return None if found is None else _qualified(found, partial)
    except DateError:
        return None  # outside the calendar


def _resolve(partial: PartialDate, standpoint: Standpoint) -> ResolvedDate | None:
    if partial.reference is not None:
        return _resolve_relative(partial, partial.reference, standpoint)
    if partial.year is not None:
        return _dated(_named(partial, partial.year), DateBasis.EXPLICIT, season=partial)
    if partial.weekday is not None:
        return _resolve_weekday(partial.weekday, standpoint)
    if partial.month is not None:
        return _resolve_yearless(partial, standpoint)
    return None if partial.day is None else _resolve_day(partial.day, standpoint)


def _dated(
    interval: DateInterval, basis: DateBasis, anchor: str = "", *, season: PartialDate | None = None
) -> ResolvedDate:
    edtf = write_edtf(interval)
    if season is not None and season.season is not None and interval.start is not None:
        edtf = f"{interval.start.year:04}-{season.season}"
    return ResolvedDate(interval, edtf, basis, anchor)


def _named(partial: PartialDate, year: int) -> DateInterval:
    """Return the days that the parts of a date name in a year.

    Raises:
        DateError: There is no such day.
    """
    if partial.season is not None:
        return parse_edtf(f"{year:04}-{partial.season}")
    if partial.month is None:
        return year_interval(max(year, 1), year + partial.years - 1)
    if partial.day is None:
        return month_interval(year, partial.month)
    if partial.day > last_day(year, partial.month):
        raise DateError(f"{year}-{partial.month}-{partial.day}", "a day of the calendar")
    return day_interval(date(year, partial.month, partial.day))


_LOOSE = frozenset({Unit.WEEK, Unit.DECADE, Unit.CENTURY})  # not counted exactly: "a decade ago"


def _qualified(found: ResolvedDate, partial: PartialDate) -> ResolvedDate:
    """Narrow a date to "early", "mid" or "late", and mark it as approximate."""
    interval, edtf = found.interval, found.edtf
    if partial.part is not None:
        interval = part_of(interval, partial.part)
        edtf = write_edtf(interval)
    distance = partial.reference
    loose = distance is not None and not distance.whole and distance.unit in _LOOSE
    if (partial.approximate or loose) and not edtf.startswith("[") and "/" not in edtf:
        edtf += "~"
        interval = parse_edtf(edtf)
    return replace(found, interval=interval, edtf=edtf)


# ------------------------------------------------------------------------------ relative

_WIDEST = {  # days that the landmark may span, for what is counted from it
    Unit.HOUR: DAYS_OF_WEEK,
    Unit.DAY: DAYS_OF_WEEK,
    Unit.WEEK: 31,
    Unit.MONTH: 92,
    Unit.YEAR: 366,
    Unit.DECADE: 3653,
    Unit.CENTURY: 36525,
    Unit.NAMED: DAYS_OF_WEEK,
}
NEAR, FAR = 6, 12  # sentences back within which a day, and a month or year, is still spoken of


def _landmark(reference: Reference, standpoint: Standpoint, partial: PartialDate) -> Landmark | None:
    if reference.anchor is Anchor.EVENT:
        return None
    if reference.anchor is Anchor.SPEECH:
        return standpoint.speech
    unit = Unit.YEAR if reference.unit is Unit.NAMED and partial.weekday is None else reference.unit
    near = unit in {Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.NAMED}
    farthest = NEAR if near else FAR
    found = standpoint.nearest(_WIDEST[unit], farthest)
    if found is None and near and not reference.whole:
        return standpoint.nearest(_WIDEST[Unit.WEEK], farthest)  # "In June … three days later"
    return found


def _resolve_relative(partial: PartialDate, reference: Reference, standpoint: Standpoint) -> ResolvedDate | None:
    landmark = _landmark(reference, standpoint, partial)
    if landmark is None:
        return None
    if reference.unit is Unit.NAMED:
        interval = _resolve_named(partial, reference.count or 0, landmark)
    elif reference.count is None:
        interval = _beside(landmark.interval, reference.side, standpoint)
    elif reference.whole:
        interval = landmark.unit(reference.unit, reference.count)
        if interval and reference.side:
            beside = _side_of(landmark.interval, reference.side)
            interval = interval.intersection(beside) if beside else None
        interval = _inside(interval, partial) if interval else None
    else:
        interval = at_distance(landmark.interval, reference.unit, reference.count)
    if interval is None:
        return None
    return _dated(interval, DateBasis.RELATIVE, landmark.text, season=partial)


def _inside(window: DateInterval, partial: PartialDate) -> DateInterval | None:
    """Find the month, day or weekday that is named within a year, month or week."""
    start = window.start
    if start is None:
        return None
    if partial.weekday is not None:
        return day_interval(moved(start, partial.weekday))
    if partial.month is None and partial.day is not None:
        partial = replace(partial, month=start.month)
    if partial.month is None and partial.season is None:
        return window
    return _named(partial, start.year)


def _side_of(interval: DateInterval, side: int) -> DateInterval | None:
    """Return all days up to the last day of a span, or all from its first day."""
    if side < 0:
        return DateInterval(None, interval.end) if interval.end else None
    return DateInterval(interval.start, None) if interval.start else None


def _beside(interval: DateInterval, side: int, standpoint: Standpoint) -> DateInterval | None:
    """Return the days after a span, up to the day of writing ("days later"), or those before it."""
    if side < 0:
        return DateInterval(None, interval.start) if interval.start else None
    if interval.end is None:
        return None
    behind = DateInterval(interval.end, None)
    if standpoint.speech is None or standpoint.is_future:
        return behind
    told = DateInterval(None, standpoint.speech.interval.end)
    return behind.intersection(told) or behind


def _resolve_named(partial: PartialDate, count: int, landmark: Landmark) -> DateInterval | None:
    """Resolve "last Friday", "next March", "this summer", "the following Monday"."""
    start, latest = landmark.interval.start, landmark.interval.latest
    if start is None or latest is None:
        return None
    if partial.weekday is not None:
        return _weekday_beside(partial.weekday, count, landmark.interval)
    if count == 0:
        year = landmark.unit(Unit.YEAR)
        return _named(partial, start.year) if year else None
    years = range(start.year - 2, start.year + 3)
    found = [_named(partial, year) for year in years if 1 <= year < date.max.year]
    if count < 0:
        return max((one for one in found if one.end and one.end <= start), key=_first, default=None)
    return min((one for one in found if one.start and one.start > latest), key=_first, default=None)


def _first(interval: DateInterval) -> date:
    return interval.start or date.min


def _weekday_beside(weekday: int, count: int, interval: DateInterval) -> DateInterval | None:
    """Return the last such weekday before a day, the first after it, or the one in its week."""
    day = interval.start
    if day is None or not interval.is_day:
        return None
    if count == 0:
        return day_interval(moved(day, weekday - day.weekday()))
    if count < 0:
        return day_interval(moved(day, -((day.weekday() - weekday - 1) % DAYS_OF_WEEK + 1)))
    return day_interval(moved(day, (weekday - day.weekday() - 1) % DAYS_OF_WEEK + 1))


# ---------------------------------------------------------------------------- incomplete


def _resolve_weekday(weekday: int, standpoint: Standpoint) -> ResolvedDate | None:
    """Resolve "on Friday": the last one, today's included, or the next one of what is to come."""
    landmark = standpoint.speech
    if landmark is None or landmark.interval.start is None or not landmark.interval.is_day:
        return None
    day = landmark.interval.start
    distance = (weekday - day.weekday()) % DAYS_OF_WEEK
    if distance and not standpoint.is_future:
        distance -= DAYS_OF_WEEK
    return _dated(day_interval(moved(day, distance)), DateBasis.RELATIVE, landmark.text)


def _resolve_yearless(partial: PartialDate, standpoint: Standpoint) -> ResolvedDate | None:
    """Resolve "July 13" and "in July"."""
    by_speech = _nearest(partial, standpoint.speech, is_future=standpoint.is_future)
    narrative = standpoint.nearest(_WIDEST[Unit.YEAR], FAR)
    year = narrative.unit(Unit.YEAR) if narrative else None
    if narrative is None or year is None or year.start is None:
        return _unless_remote(by_speech, standpoint)
    if by_speech is not None and not _prefers_narrative(by_speech, narrative, standpoint):
        return _unless_remote(by_speech, standpoint)
    if narrative.interval == year:
        return _dated(_named(partial, year.start.year), narrative.basis, narrative.text)
    years = (year.start.year, year.start.year + 1, year.start.year - 1)
    found = _possible(_named, partial, [one for one in years if 1 <= one < date.max.year])
    interval = min(found, key=lambda one: _detour(one, narrative.interval), default=None)
    return None if interval is None else _dated(interval, narrative.basis, narrative.text)


def _unless_remote(found: ResolvedDate | None, standpoint: Standpoint) -> ResolvedDate | None:
    """Leave out what lies so far back that it may as well be of this year, told in a later addition to the page."""
    speech = standpoint.speech
    if found is None or speech is None or standpoint.is_future or found.edtf.endswith("-02-29"):
        return found
    return None if days_apart(found.interval, speech.interval) > REMOTE else found


def _prefers_narrative(by_speech: ResolvedDate, narrative: Landmark, standpoint: Standpoint) -> bool:
    """Tell whether the text is telling of another time than that of its writing."""
    speech = standpoint.speech
    if speech is None or speech.interval.start is None or narrative.interval.start is None:
        return True
    if narrative.interval.start.year >= speech.interval.start.year:
        return False
    if narrative.distance == 0 or standpoint.is_historical:
        return True
    gap = days_apart(by_speech.interval, speech.interval)
    year = speech.interval.start.year
    if by_speech.interval.is_day and gap <= FRESH:
        return _stays_away(standpoint.narrative, year, dates=3, longest=_WIDEST[Unit.WEEK])
    return gap > RECENT or _stays_away(standpoint.narrative, year, dates=2, longest=_WIDEST[Unit.YEAR])


def _stays_away(narrative: tuple[Landmark, ...], year: int, *, dates: int, longest: int) -> bool:
    """Tell whether the last so many dates of the narrative are near, no longer than that, and of earlier years."""
    last = [landmark for landmark in narrative[:dates] if landmark.distance <= NEAR]
    return len(last) == dates and all(
        one.interval.latest is not None and one.interval.latest.year < year and (one.interval.days or 0) <= longest
        for one in last
    )


def _detour(one: DateInterval, landmark: DateInterval) -> int:
    """Return how far a story goes from a landmark; stories go forward, so back counts twice."""
    is_back = one.end is not None and landmark.start is not None and one.end <= landmark.start
    return days_apart(one, landmark) * (2 if is_back else 1)


def _possible(
    name: Callable[[PartialDate, int], DateInterval], partial: PartialDate, years: list[int]
) -> list[DateInterval]:
    """Name a date in each of the years, leaving out the years that lack it (29 February)."""
    found = []
    for year in years:
        try:
            found.append(name(partial, year))
        except DateError:
            continue
    return found


def _nearest(partial: PartialDate, landmark: Landmark | None, *, is_future: bool) -> ResolvedDate | None:
    """Return the last such date that had begun on the landmark's day, or the next one that had not ended."""
    if landmark is None or landmark.interval.start is None or landmark.interval.latest is None:
        return None
    limit = moved(landmark.interval.latest, TOLERANCE if partial.day else 0)
    years = [year for year in range(limit.year - 8, limit.year + 9) if 1 <= year < date.max.year]
    found = _possible(_named, partial, years)
    if is_future:
        to_come = [one for one in found if one.end and one.end > landmark.interval.start]
        interval = min(to_come, key=_first, default=None)
    else:
        interval = max((one for one in found if one.start and one.start <= limit), key=_first, default=None)
    return None if interval is None else _dated(interval, DateBasis.DATELINE, landmark.text)


def _resolve_day(day: int, standpoint: Standpoint) -> ResolvedDate | None:
    """Resolve "on the 14th" by the month that was just spoken of, or by the day of writing."""
    narrative = standpoint.nearest(31, 2)
    month = narrative.unit(Unit.MONTH) if narrative else None
    if narrative and month and month.start and narrative.interval.start:
        goes_on = narrative.interval == month or day >= narrative.interval.start.day
        if (goes_on or standpoint.speech is None) and day <= last_day(month.start.year, month.start.month):
            return _dated(day_interval(month.start.replace(day=day)), narrative.basis, narrative.text)
    landmark = standpoint.speech
    if landmark is None or landmark.interval.start is None or landmark.interval.latest is None:
        return None
    limit = moved(landmark.interval.latest, TOLERANCE)
    months = [unit_around(limit, Unit.MONTH, count).start for count in range(-MONTHS // 4, 2)]
    found = [one.replace(day=day) for one in months if one and day <= last_day(one.year, one.month)]
    if standpoint.is_future:
        to_come = [one for one in found if one >= landmark.interval.start]
        nearest = min(to_come, default=None)
    else:
        nearest = max((one for one in found if one <= limit), default=None)
    return None if nearest is None else _dated(day_interval(nearest), DateBasis.DATELINE, landmark.text)
