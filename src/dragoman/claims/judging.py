"""Judgements as a ledger takes them: of claims that it holds, by their whole identifiers."""

from dataclasses import replace

from dragoman.claims.amendment import amend
from dragoman.claims.claim import ClaimId
from dragoman.claims.decision import Decision
from dragoman.claims.judgement import ABOUT_CLAIMS, Judgement, Ruling, decision_of
from dragoman.claims.ledger import HeldClaim, Ledger
from dragoman.errors import NameUnknownError


def decide_judgement(ledger: Ledger, judgement: Judgement) -> Decision:
    """Return a judgement as a decision that a ledger may record.

    Args:
        ledger: Where the judged claims are held.
        judgement: Claims may be named by the beginning of their identifiers.

    Raises:
        NameUnknownError: A claim is not held, or several begin so.
        JudgementError: An amendment does not fit the claim.
    """
    if judgement.ruling not in ABOUT_CLAIMS:
        return decision_of(judgement)
    held = _held(ledger, judgement.subject)
    amend(held.original or held.claim, judgement.amendments)
    others = judgement.others
    if judgement.ruling is Ruling.PREFER:
        others = tuple([_held(ledger, name).claim.id for name in others])
    return decision_of(replace(judgement, subject=held.claim.id, others=others))


def _held(ledger: Ledger, name: str) -> HeldClaim:
    held = ledger.claim(ClaimId(name))
    if held is None:
        raise NameUnknownError("claim", name)
    return held
