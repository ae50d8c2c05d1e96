"""Claims as PLOVER's coders would have recorded them: one line an event, without statuses.

PLOVER's records have no status. Its manual, and CAMEO's before it, code words about acts to come as acts of
their own: who intends or promises cooperation has agreed to it (AGREE, CAMEO 03), who announces force, sanctions or
protest threatens with it (THREATEN, CAMEO 13), and who says that he will not cooperate rejects it (REJECT, CAMEO 12).
Here a claim keeps the root of the act and the status *announced*; this module is the conversion from the one
convention to the other, for comparing and for exports. Nothing in it looks at words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.claims.claim import Claim, ClaimKind
from dragoman.events.kind import Root, Status

COOPERATIVE = frozenset(
    {Root.AGREE, Root.CONSULT, Root.SUPPORT, Root.CONCEDE, Root.COOPERATE, Root.AID, Root.RETREAT},
)
"""Roots of cooperation, by word or by deed (PLOVER 2.0, quad classes)."""

FORCEFUL = frozenset({Root.PROTEST, Root.SANCTION, Root.MOBILIZE, Root.COERCE, Root.ASSAULT})
"""Roots of material conflict (PLOVER 2.0, quad classes)."""

_HAPPENED = frozenset({Status.ACTUAL, Status.HISTORICAL})


def root_of_record(claim: Claim) -> Root | None:
    """Return the root under which PLOVER's coders record what a claim says, or ``None`` if they record nothing.

    What is denied or only supposed did not happen, and what is demanded is the REQUEST of who demands it.
    """
    root = claim.event
    if root is None or claim.kind is not ClaimKind.EVENT:
        return None
    if claim.status in _HAPPENED:
        return None if claim.negated else root
    if claim.status is not Status.ANNOUNCED:
        return None
    if root in COOPERATIVE:
        return Root.REJECT if claim.negated else Root.AGREE
    if claim.negated:
        return None
    return Root.THREATEN if root in FORCEFUL else root


def as_records(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a document under the roots of PLOVER's records, each event of a sentence once.

    An event that another of the same sentence tells more fully (same root, same actors, and recipients as well) is
    left out: "agreed to help Peru" is one event by the manual, which tells of the promise and of the help.

    Args:
        claims: Of one document.
    """
    recorded = [
        claim if root is claim.event else replace(claim, event=root)
        for claim in claims
        if (root := root_of_record(claim)) is not None
    ]
    return tuple(_fullest(recorded))


def _fullest(claims: list[Claim]) -> Iterator[Claim]:
    told: set[tuple[object, ...]] = set()
    for claim in claims:
        if claim.recipients or len(claim.actors) > 1:
            told.add((claim.evidence.span, claim.event, _ids(claim)))
    for claim in claims:
        is_bare = not claim.recipients and len(claim.actors) <= 1
        if not is_bare or (claim.evidence.span, claim.event, _ids(claim)) not in told:
            yield claim


def _ids(claim: Claim) -> frozenset[str]:
    return frozenset(p.id for p in claim.actors)
