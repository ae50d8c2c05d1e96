"""How a claim stands by the judgements about it.

Judgements about one claim are read in the order of their entries. The last acceptance, rejection or
amendment decides; a preference says only which claim goes before which, and leaves the verdict alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dragoman.claims.claim import ClaimId
from dragoman.claims.judgement import Amendment, HeldJudgement, Ruling


class Verdict(StrEnum):
    """What the judgements about a claim come to."""

    UNJUDGED = "unjudged"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AMENDED = "amended"


VERDICTS = {Ruling.ACCEPT: Verdict.ACCEPTED, Ruling.REJECT: Verdict.REJECTED, Ruling.AMEND: Verdict.AMENDED}


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's judgements, and what they come to.

    Attributes:
        verdict: What they come to.
        judgements: All judgements about the claim, in the order of recording.
    """

    verdict: Verdict
    judgements: tuple[HeldJudgement, ...] = ()

    @property
    def decisive(self) -> HeldJudgement | None:
        """The judgement that decides the verdict; ``None`` for an unjudged claim."""
        return next((one for one in reversed(self.judgements) if one.judgement.ruling in VERDICTS), None)

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """How the claim reads by all amendments together: of each field the last one."""
        last = {a.field: a for one in self.judgements for a in one.judgement.amendments}
        return tuple(last.values())

    @property
    def preferred_over(self) -> tuple[ClaimId, ...]:
        """The claims that this one goes before."""
        others = [other for one in self.judgements for other in one.judgement.others]
        return tuple(dict.fromkeys(ClaimId(other) for other in others))

    def to_dict(self) -> dict[str, object]:
        """Return the verdict with all judgements as plain JSON values."""
        return {"verdict": self.verdict.value, "judgements": [one.to_dict() for one in self.judgements]}


NOT_JUDGED = Judged(Verdict.UNJUDGED)
"""What stands for a claim that nobody has judged."""


def verdict_of(claim: ClaimId, judgements: Iterable[HeldJudgement]) -> Verdict:
    """Return how a claim stands by judgements.

    Args:
        claim: Identifier of the claim.
        judgements: As :meth:`dragoman.claims.ledger.Ledger.judgements` gives them: of all claims, by entry, up to the
            moment of knowledge.
    """
    return judged_claims(judgements).get(claim, NOT_JUDGED).verdict


def judged_claims(judgements: Iterable[HeldJudgement]) -> Mapping[ClaimId, Judged]:
    """Return the judged claims with their judgements; a claim that is not among them is unjudged.

    Args:
        judgements: By entry, up to the moment of knowledge.
    """
    about: dict[ClaimId, list[HeldJudgement]] = {}
    for held in judgements:
        if held.judgement.ruling in VERDICTS or held.judgement.ruling is Ruling.PREFER:
            about.setdefault(ClaimId(held.judgement.subject), []).append(held)
    return {claim: _judged(tuple(found)) for claim, found in about.items()}


def _judged(judgements: tuple[HeldJudgement, ...]) -> Judged:
    verdicts = [VERDICTS[one.judgement.ruling] for one in judgements if one.judgement.ruling in VERDICTS]
    return Judged(_last_verdict(verdicts), judgements)


def _last_verdict(verdicts: list[Verdict]) -> Verdict:
    """Return the last verdict; accepting an amended claim accepts it as it is amended."""
    if not verdicts:
        return Verdict.UNJUDGED
    is_amended = Verdict.AMENDED in verdicts and verdicts[-1] is Verdict.ACCEPTED
    return Verdict.AMENDED if is_amended else verdicts[-1]
