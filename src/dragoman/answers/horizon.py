"""The limits of every question: a day in the world, a moment of knowledge, and a policy.

"As of July 2022" means on some day of that month: what had happened before it is certain, what falls into it is
possible, what came after it is not counted. "Known on 1 March" means: with what the ledger held when that day ended, in
UTC.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dragoman.claims.claim import Claim
from dragoman.claims.policy import EVERYTHING, Policy
from dragoman.dates.edtf import parse_edtf
from dragoman.dates.interval import Certainty, DateInterval
from dragoman.errors import DateError

A_DAY = len("2022-03-01")


@dataclass(frozen=True, slots=True)
class Horizon:
    """How far an answer looks, and whom it hears.

    Attributes:
        as_of: The day in the world as it was asked, in EDTF, or ``None`` for now.
        first: First day that ``as_of`` may mean, or ``None`` where it has no beginning.
        day: Last day that ``as_of`` may mean; what is dated later is not counted.
        known: Moment of knowledge in UTC, or ``None`` for everything recorded so far.
        policy: Which claims count.
    """

    as_of: str | None = None
    first: date | None = None
    day: date | None = None
    known: datetime | None = None
    policy: Policy = EVERYTHING

    def happened(self, claim: Claim, published: str | None) -> Certainty:
        """Tell whether what a claim says had happened when the asked day ended, whichever of its days that is.

        Without a date in the claim, only "not after publication" is known: certain for a page
        published by that day, possible for a later or undated page.
        """
        interval = claim.date.interval if claim.date is not None else None
        if interval is not None or self.day is None:
            return self.by(interval)
        is_by = published is not None and self.by(parse_edtf(published)) is Certainty.CERTAINLY
        return Certainty.CERTAINLY if is_by else Certainty.POSSIBLY

    def by(self, interval: DateInterval | None) -> Certainty:
        """Tell whether what happened within a span, or on a day that is not known, had happened by the asked day."""
        if self.day is None:
            return Certainty.CERTAINLY
        if interval is None:
            return Certainty.POSSIBLY
        if interval.happened_by(self.day) is Certainty.NO:
            return Certainty.NO
        is_sure = self.first is not None and interval.happened_by(self.first) is Certainty.CERTAINLY
        return Certainty.CERTAINLY if is_sure else Certainty.POSSIBLY

    def times(self) -> dict[str, object]:
        """Return the two times as plain JSON values."""
        return {"as_of": self.as_of, "known": None if self.known is None else self.known.isoformat()}

    def to_dict(self) -> dict[str, object]:
        """Return the two times and the policy as plain JSON values."""
        return {**self.times(), "policy": self.policy.to_dict()}


ALL_TIMES = Horizon()
"""Everything that is recorded, whenever it happened."""


def parse_horizon(
    as_of: str | None = None, known: str | datetime | None = None, policy: Policy = EVERYTHING
) -> Horizon:
    """Read the limits of a question.

    Args:
        as_of: EDTF (``2022-07-20``, ``2022-07``, ``2022-07-13/2022-07-20``, ``2022~``), or ``None`` for now.
        known: ISO 8601 day (its end in UTC is meant) or moment; a moment without a zone is in UTC.
        policy: Which claims count.

    Raises:
        DateError: One of them cannot be read, or ``as_of`` has no last day.

    >>> parse_horizon("2022-07").day
    datetime.date(2022, 7, 31)
    """
    first = day = None
    if as_of is not None:
        asked = parse_edtf(as_of)
        first, day = asked.earliest, asked.latest
        if day is None:
            raise DateError(as_of, "a date with a last day")
    return Horizon(as_of, first, day, parse_moment(known), policy)


def parse_moment(known: str | datetime | None) -> datetime | None:
    """Read a moment of knowledge; a day means its end in UTC.

    Args:
        known: ISO 8601, a moment, or ``None``, which stays ``None``.

    Raises:
        DateError: It cannot be read.
    """
    if known is None:
        return None
    if isinstance(known, datetime):
        moment = known
    else:
        try:
            moment = datetime.fromisoformat(known)
        except ValueError as error:
            raise DateError(known, "a day or moment such as 2022-07-20 or 2022-07-20T12:00Z") from error
        if len(known) == A_DAY:
            moment = datetime.combine(moment.date() + timedelta(days=1), time.min) - timedelta(microseconds=1)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
