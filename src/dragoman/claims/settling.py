"""Which disputes are settled by judgements.

A dispute that follows from comparing claims is found anew each time, and another page may join one of its sides. A
judgement therefore settles every dispute of its kind that has a claim of each of its two sides.
"""

from collections.abc import Iterable, Mapping

from dragoman.claims.dispute import Dispute, DisputeId
from dragoman.claims.judgement import HeldJudgement, Ruling


def settlements(disputes: Iterable[Dispute], judgements: Iterable[HeldJudgement]) -> Mapping[DisputeId, HeldJudgement]:
    """Return the judgement that settles each settled dispute: the last one about it.

    Args:
        disputes: The disputes.
        judgements: By entry, up to the moment of knowledge.
    """
    rulings = [held for held in judgements if held.judgement.ruling is Ruling.SETTLE]
    if not rulings:
        return {}
    return {
        dispute.id: held
        for dispute in disputes
        for held in rulings
        if held.judgement.dispute is not None and _is_same(held.judgement.dispute, dispute)
    }


def _is_same(settled: Dispute, dispute: Dispute) -> bool:
    if settled.id == dispute.id:
        return True
    if settled.kind is not dispute.kind or not settled.left or not settled.right:
        return False
    sides = ((dispute.left, dispute.right), (dispute.right, dispute.left))
    return any(not {*settled.left}.isdisjoint(a) and not {*settled.right}.isdisjoint(b) for a, b in sides)
