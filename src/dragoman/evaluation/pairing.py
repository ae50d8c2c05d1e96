"""Which claim of the coder answers which claim of the gold, so that their fields can be compared.

Claims that overlap are paired one to one, the best first: the same event, then the most right fields.
Claims with one actor each that say together what the gold says of all its actors count as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.claim import Claim
from dragoman.evaluation.gold import PlacedGold
from dragoman.evaluation.judging import has_part, is_same_event, judge, known_ids, overlaps


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the gold with what the coder says there.

    Attributes:
        gold: The claim of the gold; ``None`` for a claim that no gold claim answers to.
        claims: Those of the coder; empty where it says nothing. Several only where they are parts.
    """

    gold: PlacedGold | None
    claims: tuple[Claim, ...]

    @property
    def is_same_event(self) -> bool:
        """Whether the coder says the event that the gold has."""
        return self.gold is not None and bool(self.claims) and is_same_event(self.gold.gold, self.claims[0])

    def ids(self, side: str) -> frozenset[str]:
        """Return the known participants of all the claims on one side, ``actors`` or ``recipients``."""
        return frozenset(i for claim in self.claims for i in known_ids(getattr(claim, side)))


def pair_up(placed: Sequence[PlacedGold], claims: Sequence[Claim]) -> tuple[Pair, ...]:
    """Pair the claims of a document with its gold.

    Args:
        placed: The gold.
        claims: What the coder says.

    Returns:
        One pair for each claim of the gold, in their order, then one for each claim left over.
    """
    taken: dict[int, tuple[Claim, ...]] = {}
    free = dict(enumerate(claims))
    for _, number, place in sorted(_candidates(placed, claims), reverse=True):
        if number not in taken and place in free:
            head = free.pop(place)
            parts = [at for at, claim in free.items() if _are_of_one(placed[number], head, claim)]
            taken[number] = (head, *(free.pop(at) for at in parts))
    pairs = [Pair(gold, taken.get(number, ())) for number, gold in enumerate(placed)]
    return (*pairs, *(Pair(None, (claim,)) for claim in free.values()))


def _candidates(placed: Sequence[PlacedGold], claims: Sequence[Claim]) -> Iterator[tuple[tuple[int, ...], int, int]]:
    for number, gold in enumerate(placed):
        for place, claim in enumerate(claims):
            if overlaps(gold, claim):
                is_same = is_same_event(gold.gold, claim)
                if is_same or claim.kind is gold.gold.kind:
                    yield _rank(gold, claim, is_same=is_same), number, place


def _rank(placed: PlacedGold, claim: Claim, *, is_same: bool) -> tuple[int, ...]:
    verdict = judge(placed.gold, claim)
    shared = len(known_ids(claim.actors) & (placed.gold.actors or frozenset()))
    shared += len(known_ids(claim.recipients) & (placed.gold.recipients or frozenset()))
    return (is_same, verdict["participants"], sum(verdict.values()), shared, placed.gold.is_required)


def _are_of_one(gold: PlacedGold, head: Claim, claim: Claim) -> bool:
    return has_part(gold, head) and has_part(gold, claim) and not judge(gold.gold, head)["participants"]
