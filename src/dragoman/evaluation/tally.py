"""Counts that add up, and what is drawn from them: precision, recall, F1, and how sure one may be.

Source of the interval: the bootstrap percentile interval (Efron & Tibshirani, An Introduction to the
Bootstrap, 1993, chapter 13). Whole documents are drawn, since claims of one page are not independent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

DRAWS = 1000
SEED = 1
_TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one group: what was wanted and found, what was said and right.

    Attributes:
        required: Things of the gold that must be found.
        right: Those that were found.
        coded: Things that the coder said.
        matched: Those that the gold has, too.
    """

    required: int = 0
    right: int = 0
    coded: int = 0
    matched: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.required + other.required,
            self.right + other.right,
            self.coded + other.coded,
            self.matched + other.matched,
        )

    @property
    def precision(self) -> float:
        """Share of what the coder said that is right; 0 where it said nothing."""
        return self.matched / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 0 where nothing was."""
        return self.right / self.required if self.required else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_dict(self) -> dict[str, float]:
        """Return the counts and the shares, these with three decimals."""
        counts = {"required": self.required, "right": self.right, "coded": self.coded, "matched": self.matched}
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return counts | {name: round(share, 3) for name, share in shares.items()}


Tallies = Mapping[str, Tally]
"""Counts by group, such as ``all``, ``mode: recognition`` or ``field: date``."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a figure would lie in 95 of 100 collections of documents like these.

    Attributes:
        low: Lower end.
        high: Upper end.
    """

    low: float
    high: float

    def to_list(self) -> list[float]:
        """Return both ends with three decimals."""
        return [round(self.low, 3), round(self.high, 3)]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one group with their intervals.

    Attributes:
        tally: The counts.
        precision: Interval of the precision.
        recall: Interval of the recall.
        f1: Interval of F1.
    """

    tally: Tally
    precision: Interval
    recall: Interval
    f1: Interval

    def to_dict(self) -> dict[str, object]:
        """Return counts, shares and intervals as plain JSON values."""
        ends = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**self.tally.to_dict(), "interval": {name: interval.to_list() for name, interval in ends.items()}}


def add_up(units: Sequence[Tallies]) -> dict[str, Tally]:
    """Return the sums over documents, group by group, in alphabetical order of the groups."""
    total: dict[str, Tally] = {}
    for unit in units:
        for group, tally in unit.items():
            total[group] = total.get(group, Tally()) + tally
    return dict(sorted(total.items()))


def measure_all(units: Sequence[Tallies], *, draws: int = DRAWS, seed: int = SEED) -> dict[str, Measured]:
    """Return the figures of every group with bootstrap intervals.

    Args:
        units: The counts of each document.
        draws: How often a collection of as many documents is drawn.
        seed: Seed of the draws: the same seed gives the same intervals.
    """
    drawn = _draw(units, draws, seed)
    return {
        group: Measured(
            tally,
            percentile_interval([one[group].precision for one in drawn if one[group].coded]),
            percentile_interval([one[group].recall for one in drawn if one[group].required]),
            percentile_interval([one[group].f1 for one in drawn]),
        )
        for group, tally in add_up(units).items()
    }


def percentile_interval(values: Sequence[float]) -> Interval:
    """Return the middle 95 % of values; 0 to 1, which says nothing, where there are none.

    >>> percentile_interval([0.5] * 40)
    Interval(low=0.5, high=0.5)
    """
    ranked = sorted(values)
    if not ranked:
        return Interval(0.0, 1.0)
    cut = int(_TAIL * len(ranked))
    return Interval(ranked[cut], ranked[-1 - cut])


def _draw(units: Sequence[Tallies], draws: int, seed: int) -> list[dict[str, Tally]]:
    groups = tuple(add_up(units))
    rows = [[_counts(unit.get(group)) for group in groups] for unit in units]
    random = Random(seed)  # noqa: S311 - a seeded draw, not a secret
    found = []
    for _ in range(draws if units else 0):
        chosen = random.choices(rows, k=len(rows))
        sums = (Tally(*map(sum, zip(*column, strict=True))) for column in zip(*chosen, strict=True))
        found.append(dict(zip(groups, sums, strict=True)))
    return found


def _counts(tally: Tally | None) -> tuple[int, int, int, int]:
    return (0, 0, 0, 0) if tally is None else (tally.required, tally.right, tally.coded, tally.matched)
