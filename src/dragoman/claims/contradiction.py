"""Contradictions: which claims cannot both hold, and why.

Only what is said of the same act or state is compared. Repeating is no contradiction, nor is
being less precise: "July 2022" and "13 July 2022" go together. What only seems to clash is
recorded as apparent, with the reason. Nothing is settled here.
"""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.claims.assertion import Assertion, find_assertions
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.conflict_of_counts import find_count_conflicts
from dragoman.claims.conflict_of_dates import find_date_conflicts, find_place_conflicts
from dragoman.claims.conflict_of_states import find_opposites, find_state_conflicts, find_status_conflicts
from dragoman.claims.dispute import Dispute
from dragoman.documents.document import DocumentId


def find_contradictions(claims: Sequence[Claim], published: Mapping[DocumentId, str | None]) -> tuple[Dispute, ...]:
    """Return the disputes among claims that no text raises itself.

    Args:
        claims: All claims to compare; they may be of many documents.
        published: EDTF day of publication of their documents, where it is known.

    Returns:
        The disputes, each once, in the order of kinds: dates, places, status, states, counts and
        quantities. The order of the claims does not matter.
    """
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.evidence.span, claim.id))
    return tuple({dispute.id: dispute for dispute in _find(ordered, published)}.values())


def _find(claims: Sequence[Claim], published: Mapping[DocumentId, str | None]) -> Iterator[Dispute]:
    acts: dict[tuple[str, str, str], list[Assertion]] = {}
    for assertion in find_assertions(claims, ClaimKind.EVENT):
        acts.setdefault(assertion.key, []).append(assertion)
    for same in acts.values():
        yield from find_date_conflicts(same)
        yield from find_place_conflicts(same)
        yield from find_status_conflicts(same)
    yield from find_opposites(claims)
    yield from find_state_conflicts(claims, published)
    yield from find_count_conflicts(claims)
