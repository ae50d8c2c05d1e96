"""Dates of one act as different claims give them, side by side.

Compatible dates are one reading: "July 2022" and "13 July 2022" do not contradict. Readings are
put in order, the best attested first, but none is thrown away.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.answers.citation import Citation
from dragoman.answers.origin import Origin, find_origins
from dragoman.answers.policy import rank_of
from dragoman.answers.preference import preference_of
from dragoman.claims.policy import EVERYTHING, Policy
from dragoman.dates.event_date import EventDate
from dragoman.dates.interval import DateInterval
from dragoman.documents.link import DocumentLink

OPEN = 10**7
"""Days that a span without a beginning or an end counts for, when dates are put in order of precision."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date of an act, with all claims that are compatible with it.

    Attributes:
        date: The most precise form given.
        origins: Sources behind the claims that tell for this date and no other.
        citations: The claims, those with the most precise date first.
    """

    date: EventDate
    origins: tuple[Origin, ...]
    citations: tuple[Citation, ...] = field(repr=False)

    @property
    def edtf(self) -> str:
        """The date in EDTF."""
        return self.date.edtf or ""

    def to_dict(self) -> dict[str, object]:
        """Return the reading as plain JSON values."""
        return {
            "edtf": self.date.edtf,
            "earliest": None if self.date.earliest is None else self.date.earliest.isoformat(),
            "latest": None if self.date.latest is None else self.date.latest.isoformat(),
            "origins": [origin.to_dict() for origin in self.origins],
            "claims": [citation.claim.id for citation in self.citations],
        }


def read_dates(
    citations: Iterable[Citation], links: Sequence[DocumentLink] = (), policy: Policy = EVERYTHING
) -> tuple[DateReading, ...]:
    """Return the dates that claims give to one act.

    Args:
        citations: Claims about the act; those without a known date are passed over.
        links: How the documents stand to each other.
        policy: Says whose dates go before others.

    Returns:
        One reading for each set of compatible dates, by preferences of reviewers, the policy's ranks, number of
        origins, then the earliest. An
        imprecise date supports each reading that it is compatible with; where there are several, it
        tells for none of them and does not count for their order.
    """
    dated = sorted((c for c in citations if interval_of(c) is not None), key=length_of)
    heads: list[Citation] = []
    for citation in dated:
        if not any(_are_compatible(citation, head) for head in heads):
            heads.append(citation)
    vague = {c for c in dated if sum(_are_compatible(c, head) for head in heads) > 1}
    readings = [_reading(head, [c for c in dated if _are_compatible(c, head)], vague, links) for head in heads]
    return tuple(
        sorted(
            readings,
            key=lambda reading: (preference_of(reading.citations, dated), _first_rank(reading, policy), _rank(reading)),
        )
    )


def interval_of(citation: Citation) -> DateInterval | None:
    """Return the span of days that a claim may mean, or ``None`` when its date is unknown."""
    return None if citation.claim.date is None else citation.claim.date.interval


def _reading(
    head: Citation, citations: Sequence[Citation], vague: Collection[Citation], links: Sequence[DocumentLink]
) -> DateReading:
    if head.claim.date is None:
        raise ValueError(head.claim.id)
    telling = [citation for citation in citations if citation not in vague]
    return DateReading(head.claim.date, find_origins(telling, links), tuple(citations))


def _are_compatible(one: Citation, other: Citation) -> bool:
    left, right = interval_of(one), interval_of(other)
    return left is not None and right is not None and left.overlaps(right)


def length_of(citation: Citation) -> int:
    """Return how many days a claim's date may mean; more than any for an open or unknown date."""
    interval = interval_of(citation)
    return OPEN if interval is None or interval.days is None else interval.days


def _first_rank(reading: DateReading, policy: Policy) -> tuple[int, int]:
    return min(rank_of(policy, citation) for citation in reading.citations)


def _rank(reading: DateReading) -> tuple[int, date, str]:
    return (-len(reading.origins), reading.date.earliest or date.min, reading.edtf)
