"""Disputes as an answer shows them: both sides with their quotes and speakers.

Those that a text raises are recorded; those that follow from comparing claims are found anew
each time, so that they follow what the ledger holds and what the question leaves in.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf, hop_label
from dragoman.answers.dating import interval_of
from dragoman.answers.horizon import Horizon
from dragoman.answers.origin import innermost_source
from dragoman.answers.polities import contested_in, homes_in
from dragoman.answers.records import Record
from dragoman.claims.assertion import Assertion, find_assertions
from dragoman.claims.claim import ClaimId, ClaimKind
from dragoman.claims.contradiction import find_contradictions
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.claims.judgement import HeldJudgement
from dragoman.claims.ledger import Ledger
from dragoman.claims.settling import settlements
from dragoman.dates.edtf import write_edtf
from dragoman.dates.interval import DateInterval
from dragoman.documents.section import VoiceKind


@dataclass(frozen=True, slots=True)
class Contest:
    """One dispute with both its sides.

    Attributes:
        dispute: The record.
        left: Claims of one side.
        right: Claims of the other side; may be empty where a text rejects what it does not quote.
        overlap: EDTF of the days that both sides speak of, or ``None`` where none is known.
        settled: The judgement that settles it, or ``None``.
    """

    dispute: Dispute
    left: tuple[Citation, ...] = field(repr=False)
    right: tuple[Citation, ...] = field(repr=False)
    overlap: str | None
    settled: HeldJudgement | None = None

    @property
    def is_real(self) -> bool:
        """Whether the two sides cannot both hold, as far as can be seen, and no reviewer has settled it."""
        return self.dispute.bearing is Bearing.REAL and self.settled is None

    @property
    def verdict(self) -> str:
        """Who settled it, for which side and why, in words; ``""`` for one that is open."""
        if self.settled is None:
            return ""
        ruling = self.settled.judgement
        held = [c for c in (*self.left, *self.right) if c.claim.id in ruling.others]
        side = f"it is as said by {sides(held)}" if held else "neither side holds"
        return f"settled by {ruling.reviewer} on {self.settled.recorded:%Y-%m-%d}: {side}; “{ruling.reason}”"

    @property
    def claim_ids(self) -> frozenset[ClaimId]:
        """The claims of both sides."""
        return frozenset({*self.dispute.left, *self.dispute.right})

    @property
    def raised_by(self) -> str | None:
        """Who raises it in a text, or ``None`` when it was found by comparing claims."""
        return None if self.dispute.raised_by is None else hop_label(self.dispute.raised_by)

    def to_dict(self) -> dict[str, object]:
        """Return the dispute with both sides as plain JSON values."""
        return {
            **self.dispute.to_dict(),
            "why_apparent": self.dispute.why_apparent,
            "overlap": self.overlap,
            "settled": self.settled and self.settled.to_dict(),
            "left": [citation.to_dict() for citation in self.left],
            "right": [citation.to_dict() for citation in self.right],
        }

    def to_record(self) -> Record:
        """Return the dispute as one row of a table."""
        dispute = self.dispute
        return {
            "dispute": dispute.id,
            "kind": dispute.kind.value,
            "bearing": dispute.bearing.value,
            "raised_by": self.raised_by,
            "overlap": self.overlap,
            "reason": dispute.reason,
            "remedy": dispute.remedy,
            "left": " ".join(dispute.left),
            "right": " ".join(dispute.right),
            "left_speakers": sides(self.left),
            "right_speakers": sides(self.right),
        }


def sides(citations: Iterable[Citation]) -> str:
    """Return the speakers of one side with their chains, each once."""
    return "; ".join(dict.fromkeys(citation.chain for citation in citations))


def contests_about(
    ledger: Ledger,
    citations: Sequence[Citation],
    horizon: Horizon,
    *,
    authority: Authority,
    concerns: Callable[[Assertion], bool] = lambda _: True,
) -> tuple[Contest, ...]:
    """Return the disputes that touch some claims: recorded ones, and those found by comparing them.

    Args:
        ledger: Where the recorded disputes and their claims are held.
        citations: The claims.
        horizon: The two times of the question.
        authority: Says whose being a state is itself in dispute.
        concerns: Which of the things that the claims assert are to be compared.
    """
    by_id = {citation.claim.id: citation for citation in citations}
    recorded = ledger.disputes(horizon.known, claims=by_id.keys())
    asserted = find_assertions([citation.claim for citation in citations], *ClaimKind)
    found = find_contradictions(
        [assertion for assertion in asserted if concerns(assertion)],
        {c.page.id: c.page.published for c in citations},
        speaker=lambda claim: speaker_on_page(by_id[claim.id]),
        contested=contested_in(authority),
        homes=homes_in(authority),
    )
    disputes = {dispute.id: dispute for dispute in (*found, *recorded)}
    shelf = Shelf(ledger, horizon.known)
    settled = settlements(disputes.values(), ledger.judgements(horizon.known))
    contests = (
        replace(_contest(shelf, dispute, by_id), settled=settled.get(dispute.id)) for dispute in disputes.values()
    )
    return tuple(sorted(contests, key=_rank))


def speaker_on_page(citation: Citation) -> str:
    """Return who says it, in plain words; a voice without a name of its own is called by its page."""
    hop = innermost_source(citation.claim)
    if hop == citation.claim.chain[0] and hop.source.startswith("the "):
        return f"{hop.source} ({citation.page.label})"
    unnamed = citation.claim.speaker
    cited = f", citing {hop_label(unnamed)}" if unnamed.kind is VoiceKind.UNNAMED else ""
    return hop.source + cited


def _contest(shelf: Shelf, dispute: Dispute, by_id: dict[ClaimId, Citation]) -> Contest:
    left = tuple(_cite_all(shelf, dispute.left, by_id))
    right = tuple(_cite_all(shelf, dispute.right, by_id))
    return Contest(dispute, left, right, _overlap(left, right))


def _cite_all(shelf: Shelf, claims: Iterable[ClaimId], by_id: dict[ClaimId, Citation]) -> Iterator[Citation]:
    for identifier in claims:
        held = by_id.get(identifier)
        if held is None:
            held = shelf.look(identifier)
        if held is not None:
            yield held


def _overlap(left: Iterable[Citation], right: Sequence[Citation]) -> str | None:
    """Return the widest span of days that a claim of each side may mean."""
    shared = [
        both
        for one, other in ((a, b) for a in left for b in right)
        if (first := interval_of(one)) is not None
        and (second := interval_of(other)) is not None
        and (both := first.intersection(second)) is not None
    ]
    return write_edtf(_hull(shared)) if shared else None


def _hull(intervals: Sequence[DateInterval]) -> DateInterval:
    starts = [interval.start for interval in intervals if interval.start is not None]
    ends = [interval.end for interval in intervals if interval.end is not None]
    return DateInterval(
        min(starts) if len(starts) == len(intervals) else None, max(ends) if len(ends) == len(intervals) else None
    )


def _rank(contest: Contest) -> tuple[bool, bool, int]:
    """Real ones first; among them, those that a text itself raises."""
    kinds = list(DisputeKind)
    return (not contest.is_real, contest.dispute.raised_by is None, kinds.index(contest.dispute.kind))
