"""Strands: the claims that say one thing of one pair, with their dates and origins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.answers.citation import Citation, distinct
from dragoman.answers.dating import OPEN, DateReading, interval_of, read_dates
from dragoman.answers.horizon import Horizon
from dragoman.answers.origin import Origin, find_origins
from dragoman.answers.policy import rank_of
from dragoman.answers.preference import preference_of
from dragoman.claims.policy import EVERYTHING, Policy
from dragoman.dates.edtf import parse_edtf
from dragoman.dates.event_date import DateBasis
from dragoman.dates.interval import Certainty
from dragoman.documents.link import DocumentLink
from dragoman.documents.section import VoiceKind
from dragoman.events.kind import Status


@dataclass(frozen=True, slots=True)
class Strand:
    """Claims that say one thing of one pair.

    Attributes:
        certainty: Whether it had happened when the asked day ended, if the claims hold.
        readings: The dates given, the best attested first; several contradict each other.
        undated: Claims that give no date.
        not_after: Earliest publication of an undated claim (EDTF): all that the claims themselves tell of its date.
        not_before: Day before which it cannot have been, where no claim gives a date but others bound it; ISO 8601.
        policy: Says whose claim is shown first.
        origins: Sources behind all the claims.
        citations: All the claims, the earliest recorded first.
    """

    certainty: Certainty
    readings: tuple[DateReading, ...]
    undated: tuple[Citation, ...] = field(repr=False)
    not_after: str | None
    origins: tuple[Origin, ...]
    citations: tuple[Citation, ...] = field(repr=False)
    not_before: str | None = None
    policy: Policy = field(default=EVERYTHING, repr=False)

    @property
    def since(self) -> DateReading | None:
        """The best attested date, or ``None`` when no claim gives any."""
        return self.readings[0] if self.readings else None

    @property
    def is_historical(self) -> bool:
        """Whether all claims tell it as background from long before their page."""
        return all(citation.claim.status is Status.HISTORICAL for citation in self.citations)

    @property
    def best(self) -> Citation:
        """The claim to show first: of the best attested date, the one that says most of date and speakers."""
        pool = self.readings[0].citations if self.readings else self.citations
        return min(
            pool,
            key=lambda c: (preference_of([c], self.citations), rank_of(self.policy, c), *_lightness(c)),
        )

    def to_dict(self) -> dict[str, object]:
        """Return the strand as plain JSON values."""
        return {
            "certainty": self.certainty.value,
            "since": self.since and self.since.to_dict(),
            "other_dates": [reading.to_dict() for reading in self.readings[1:]],
            "undated": [citation.claim.id for citation in self.undated],
            "not_before": self.not_before,
            "not_after": self.not_after,
            "historical": self.is_historical,
            "origins": [origin.to_dict() for origin in self.origins],
            "citations": [citation.to_dict() for citation in self.citations],
        }


def spin(citations: Iterable[Citation], horizon: Horizon, links: Sequence[DocumentLink] = ()) -> Strand | None:
    """Put claims that say one thing together.

    A page of a later day that gives no date leaves it open whether the act came before or after the asked day. But
    where all dates that are given lie after it, the undated claims tell of the same act, and so they do too.

    Args:
        citations: The claims; those dated after the asked day are left out.
        horizon: The two times of the question.
        links: How the documents stand to each other.

    Returns:
        The strand, or ``None`` when no claim is left.
    """
    held = {c: horizon.happened(c.claim, c.page.published) for c in distinct(citations)}
    kept = tuple(citation for citation, certainty in held.items() if certainty is not Certainty.NO)
    is_later = any(certainty is Certainty.NO for certainty in held.values())
    if is_later and all(interval_of(c) is None and held[c] is Certainty.POSSIBLY for c in kept):
        return None
    if not kept:
        return None
    undated = tuple(citation for citation in kept if interval_of(citation) is None)
    is_certain = any(held[citation] is Certainty.CERTAINLY for citation in kept)
    return Strand(
        certainty=Certainty.CERTAINLY if is_certain else Certainty.POSSIBLY,
        readings=read_dates(kept, links, horizon.policy),
        undated=undated,
        not_after=first_published(undated),
        origins=find_origins(kept, links),
        citations=kept,
        policy=horizon.policy,
    )


def first_published(citations: Iterable[Citation]) -> str | None:
    """Return the earliest day of publication among the pages, or ``None`` when none says so."""
    days = [c.page.published for c in citations if c.page.published is not None]
    return min(days, key=lambda day: parse_edtf(day).latest or date.max)[:10] if days else None


def _lightness(citation: Citation) -> tuple[int, int, bool, float]:
    """Put exact dates before vague ones, long chains before short ones, given days before inferred ones."""
    interval, date = interval_of(citation), citation.claim.date
    vagueness = OPEN if interval is None or interval.days is None else interval.days
    is_given = date is not None and date.basis is DateBasis.EXPLICIT
    named = sum(hop.kind is not VoiceKind.UNNAMED for hop in citation.claim.chain)
    return (vagueness, -named, not is_given, -citation.claim.confidence)
