"""The date of a claim: what the text says of when, and how that was reached.

A missing date is never the publication date, and a year is never 1 January: a date is
EDTF with an earliest and a latest day, or it is unknown (DESIGN, sections 1 and 7).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.dates.edtf import parse_edtf
from dragoman.dates.interval import DateInterval
from dragoman.documents.span import Span
from dragoman.errors import DateError


class DateBasis(StrEnum):
    """How a date was reached."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INHERITED = "inherited"
    DATELINE = "dateline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as far as a text says.

    Attributes:
        edtf: The date in EDTF, or ``None`` when the words name no day that can be known.
        earliest: First day that may be meant; ``None`` when unknown or without a beginning.
        latest: Last day that may be meant, itself inside; ``None`` when unknown or still open.
        basis: How the date was reached.
        text: The words of the document, or ``""`` when there are none.
        span: Where the words stand in the document, or ``None``.
        anchor: What the date was counted from, in words ("published 2022-07-14"), or ``""``.
    """

    edtf: str | None
    earliest: date | None
    latest: date | None
    basis: DateBasis
    text: str = ""
    span: Span | None = None
    anchor: str = ""

    def __post_init__(self) -> None:
        if self.edtf is None and (self.earliest is not None or self.latest is not None):
            raise DateError(self.text, "no first or last day where the date is unknown")
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            raise DateError(f"{self.earliest}/{self.latest}", "a last day not before the first")

    @property
    def is_known(self) -> bool:
        """Whether anything is known of the day."""
        return self.edtf is not None

    @property
    def interval(self) -> DateInterval | None:
        """The span of days that may be meant, or ``None`` when the date is unknown."""
        return None if self.edtf is None else parse_edtf(self.edtf)

    def to_dict(self) -> dict[str, object]:
        """Return the date as plain JSON values (DESIGN, section 7).

        >>> event_date("2022-07", basis=DateBasis.EXPLICIT, text="July 2022").to_dict()["latest"]
        '2022-07-31'
        """
        place = None if self.span is None else {"start": self.span.start, "end": self.span.end}
        return {
            "edtf": self.edtf,
            "earliest": None if self.earliest is None else self.earliest.isoformat(),
            "latest": None if self.latest is None else self.latest.isoformat(),
            "basis": self.basis.value,
            "text": self.text,
            "span": place,
            "anchor": self.anchor,
        }


def event_date(
    edtf: str | None, basis: DateBasis, *, text: str = "", span: Span | None = None, anchor: str = ""
) -> EventDate:
    """Make an :class:`EventDate` whose first and last day follow from its EDTF.

    Args:
        edtf: A date in EDTF, or ``None`` for an unknown one, whose basis is then unknown.
        basis: How the date was reached.
        text: The words of the document.
        span: Where they stand.
        anchor: What the date was counted from, in words.

    Raises:
        DateError: ``edtf`` is not EDTF.
    """
    if edtf is None:
        return EventDate(None, None, None, DateBasis.UNKNOWN, text, span, anchor)
    interval = parse_edtf(edtf)
    return EventDate(edtf, interval.earliest, interval.latest, basis, text, span, anchor)


UNKNOWN_DATE = EventDate(None, None, None, DateBasis.UNKNOWN)
