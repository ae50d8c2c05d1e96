"""What the words of a date say by themselves, before anybody asks which day was meant.

"July 13th" names a month and a day, and no year; "three days later" names a distance,
and not from where. Such partial dates are read by :mod:`dragoman.dates.grammar` and
completed by :mod:`dragoman.dates.resolution`.
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.documents.span import Span


class Unit(StrEnum):
    """A unit of the calendar; ``NAMED`` is the weekday, month or season that stands beside it."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    NAMED = "named"


class Anchor(StrEnum):
    """From where a relative date is counted."""

    SPEECH = "speech"  # the day on which the text was written: yesterday, last week
    NARRATIVE = "narrative"  # the day of which the text was speaking: the same day, a week later
    EVENT = "event"  # an event that the sentence names: two days after the vote


class Part(StrEnum):
    """A part of a unit: each is a third of it, as in "early 1998"; "first half" is not here."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Reference:
    """A distance from an anchor.

    Attributes:
        anchor: From where it is counted.
        unit: What is counted.
        count: How many units, negative for the past; 0 for the unit in which the anchor lies;
            ``None`` for an unsaid number ("days later"), whose direction is ``side``.
        whole: Whether the whole unit is meant ("the following week"), and not a day at
            that distance ("a week later").
        side: -1 or 1 for the part of the unit before or after the anchor ("later this year").
    """

    anchor: Anchor
    unit: Unit
    count: int | None
    whole: bool = True
    side: int = 0


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The parts of a date that the words name; what they do not name is ``None``.

    Attributes:
        year: Year, or the first year of a decade or century.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 0 for Monday to 6 for Sunday.
        season: EDTF's number: 21 to 24 for spring to winter, 33 to 36 quarters, 40 and 41 halves.
        years: How many years are meant: 1, 10 or 100.
        part: Which third of the whole.
        approximate: Whether the words say so ("around 1990").
        reference: What a relative date is counted from.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    years: int = 1
    part: Part | None = None
    approximate: bool = False
    reference: Reference | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the words name a stretch of the calendar by themselves."""
        return self.year is not None and (self.day is None or self.month is not None)


class Joint(StrEnum):
    """How two dates of one expression belong together."""

    LASTING = "lasting"  # from the first through the last
    ONE_OF = "one of"  # some day between the two
    BOTH = "both"  # the first and the last, and none between
    EITHER = "either"  # the first or the last, and none between


class DateForm(StrEnum):
    """The outward form of a date expression."""

    EXPLICIT = "explicit"
    PARTIAL = "partial"
    APPROXIMATE = "approximate"
    RANGE = "range"
    RELATIVE = "relative"


class DateRelation(StrEnum):
    """How what happened stands to the date that is named."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    BY = "by"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a date.

    Attributes:
        span: Code points of the text in which the words were found; "since" and its like
            are inside, "on" and "in" are not.
        text: The words.
        relation: What "since", "before" and their like say; ``AT`` without one.
        first: The date, or the first of two.
        last: The second of two dates, or ``None``.
        joint: How the two belong together, or ``None`` for a single date.
    """

    span: Span
    text: str
    relation: DateRelation
    first: PartialDate
    last: PartialDate | None = None
    joint: Joint | None = None

    @property
    def form(self) -> DateForm:
        """The outward form, the most telling one first."""
        if self.first.reference is not None:
            return DateForm.RELATIVE
        if self.last is not None:
            return DateForm.RANGE
        if self.first.approximate or self.first.part is not None:
            return DateForm.APPROXIMATE
        return DateForm.EXPLICIT if self.first.is_complete else DateForm.PARTIAL
