"""The disputes in which one claim stands: those that were recorded, and those found by comparing it with others.

It is compared with what is said of the same pair; a count, which has no pair, with what is said of whom it is about.
"""

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.hearing import hear
from dragoman.answers.horizon import Horizon
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger


def find_claim_disputes(
    ledger: Ledger, authority: Authority, citation: Citation, *, horizon: Horizon
) -> tuple[Contest, ...]:
    """Return the disputes of a claim, real ones first.

    Args:
        ledger: Where the claims are held.
        authority: Says whose being a state is itself in dispute.
        citation: The claim.
        horizon: The moment of knowledge and the policy.
    """
    query = _query(citation.claim, horizon)
    around = () if query is None else hear(ledger, Shelf(ledger, horizon.known).find(query), horizon).heard
    compared = {one.claim.id: one for one in (citation, *around)}
    contests = contests_about(ledger, tuple(compared.values()), horizon, authority=authority)
    return tuple(contest for contest in contests if citation.claim.id in contest.claim_ids)


def _query(claim: Claim, horizon: Horizon) -> ClaimQuery | None:
    actors, recipients = ([p.id for p in side if p.is_known] for side in (claim.actors, claim.recipients))
    if actors and recipients and claim.kind is not ClaimKind.COUNT:
        return ClaimQuery(pair=(actors[0], recipients[0]), known=horizon.known)
    sides = (*recipients, *actors)
    return ClaimQuery(kinds=(claim.kind,), participant=sides[0], known=horizon.known) if sides else None
