"""Judgements as a ledger takes them: of claims that it holds, by their whole identifiers."""

from dataclasses import replace

from dragoman.claims.claim import ClaimId
from dragoman.claims.decision import Decision
from dragoman.claims.judgement import ABOUT_CLAIMS, Judgement, Ruling, decision_of
from dragoman.claims.ledger import Ledger
from dragoman.errors import NameUnknownError


def decide_judgement(ledger: Ledger, judgement: Judgement) -> Decision:
    """Return a judgement as a decision that a ledger may record.

    Args:
        ledger: Where the judged claims are held.
        judgement: Claims may be named by the beginning of their identifiers.

    Raises:
        NameUnknownError: A claim is not held, or several begin so.
    """
    if judgement.ruling not in ABOUT_CLAIMS:
        return decision_of(judgement)
    subject = _whole_name(ledger, judgement.subject)
    others = judgement.others
    if judgement.ruling is Ruling.PREFER:
        others = tuple([_whole_name(ledger, name) for name in others])
    return decision_of(replace(judgement, subject=subject, others=others))


def _whole_name(ledger: Ledger, name: str) -> ClaimId:
    held = ledger.claim(ClaimId(name))
    if held is None:
        raise NameUnknownError("claim", name)
    return held.claim.id
