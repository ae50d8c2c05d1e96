"""How acts and envoys give the status of a mission: rules as plain data.

The rules are read from YAML (:mod:`dragoman.knowledge.derivation`) and applied to the claims of a
document by :mod:`dragoman.answers.transitions`.
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.events.kind import LADDERS, Ladder

MISSION_LADDER = LADDERS[Ladder.MISSION]
"""The statuses of a mission, highest first; the last is that there is none."""

NO_MISSION = MISSION_LADDER[-1]


class Side(StrEnum):
    """Whose act a rule looks at."""

    SENDER = "sender"
    EITHER = "either"


class Gives(StrEnum):
    """Where the status comes from when a rule does not name it."""

    STEP = "step"
    RANK = "rank"
    EARLIER = "earlier"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class DerivationRule:
    """One way in which a claim gives a status.

    Attributes:
        name: Its name, as the transitions cite it.
        why: The reason, in a sentence.
        modes: Modes of the claims that it reads.
        steps: Steps or ranks of which the claim must name one; empty for any, and for none.
        patterns: Patterns of the coder of which one must have found the claim ("effect"); empty for any.
        side: Whose act it must be.
        gives: Where the status comes from.
        status: The status, where the rule itself names it.
        ends: Statuses that the act can end; empty for any.
        precedence: Of several statements on one change, the lowest gives the day.
    """

    name: str
    why: str
    modes: frozenset[str]
    steps: frozenset[str]
    patterns: frozenset[str]
    side: Side
    gives: Gives
    status: str | None
    ends: frozenset[str]
    precedence: int


@dataclass(frozen=True, slots=True)
class RankStatus:
    """What the rank of an envoy says of the mission.

    Attributes:
        resident: Where he resides in the receiving state.
        elsewhere: Where he resides in another.
    """

    resident: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """All rules for missions.

    Attributes:
        rules: In the order in which they are tried.
        ranks: Status by the rank of an envoy.
        unranked: Last year and rank, in order: what is assumed of an envoy whose rank is not told.
    """

    rules: tuple[DerivationRule, ...]
    ranks: dict[str, RankStatus]
    unranked: tuple[tuple[int, str], ...]

    def rule_for(self, mode: str | None, step: str | None, pattern: str = "") -> DerivationRule | None:
        """Return the rule that reads an act of a mode with a step or rank, found by a pattern, or ``None``."""
        return next((rule for rule in self.rules if mode in rule.modes and _reads(rule, step, pattern)), None)

    def status_of(self, rank: str | None, year: int, *, is_elsewhere: bool) -> str:
        """Return the status that an envoy gives a mission.

        Args:
            rank: His rank, or ``None`` where it is not told.
            year: The year, from which an untold rank is taken.
            is_elsewhere: Whether he resides in a third state.
        """
        assumed = rank if rank in self.ranks else next(rank for until, rank in self.unranked if year <= until)
        status = self.ranks[assumed]
        return status.elsewhere if is_elsewhere else status.resident


def _reads(rule: DerivationRule, step: str | None, pattern: str) -> bool:
    return (not rule.steps or step in rule.steps) and (not rule.patterns or pattern in rule.patterns)
