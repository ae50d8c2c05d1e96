"""The limits of every question: a day in the world, a moment of knowledge, and a policy.

"As of July 2022" means: when July 2022 ended. "Known on 1 March" means: with what the ledger
held when 1 March ended, in UTC.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dragoman.claims.claim import Claim
from dragoman.claims.policy import EVERYTHING, Policy
from dragoman.dates.edtf import parse_edtf
from dragoman.dates.interval import Certainty
from dragoman.errors import DateError

A_DAY = len("2022-03-01")


@dataclass(frozen=True, slots=True)
class Horizon:
    """How far an answer looks, and whom it hears.

    Attributes:
        as_of: The day in the world as it was asked, in EDTF, or ``None`` for all times.
        day: Last day that ``as_of`` may mean; what is dated later is not counted.
        known: Moment of knowledge in UTC, or ``None`` for everything recorded so far.
        policy: Which claims count.
    """

    as_of: str | None = None
    day: date | None = None
    known: datetime | None = None
    policy: Policy = EVERYTHING

    def happened(self, claim: Claim, published: str | None) -> Certainty:
        """Tell whether what a claim says had happened when the day ended.

        Without a date in the claim, only "not after publication" is known: certain for a page
        published by that day, possible for a later or undated page.
        """
        if self.day is None:
            return Certainty.CERTAINLY
        interval = claim.date.interval if claim.date is not None else None
        if interval is not None:
            return interval.happened_by(self.day)
        if published is None or parse_edtf(published).happened_by(self.day) is not Certainty.CERTAINLY:
            return Certainty.POSSIBLY
        return Certainty.CERTAINLY

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
        as_of: EDTF (``2022-07-20``, ``2022-07``), or ``None`` for all times.
        known: ISO 8601 day (its end in UTC is meant) or moment; a moment without a zone is in UTC.
        policy: Which claims count.

    Raises:
        DateError: One of them cannot be read, or ``as_of`` has no last day.

    >>> parse_horizon("2022-07").day
    datetime.date(2022, 7, 31)
    """
    day = None
    if as_of is not None:
        day = parse_edtf(as_of).latest
        if day is None:
            raise DateError(as_of, "a date with a last day")
    return Horizon(as_of, day, _moment(known), policy)


def _moment(known: str | datetime | None) -> datetime | None:
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
