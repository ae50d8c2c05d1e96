"""Paragraphs of a text and of its translation put side by side, by how long they are and which numbers they have.

The longer a paragraph, the longer its translation: W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
Bilingual Corpora", Computational Linguistics 19 (1993), whose costs and beads these are. A number that stands in both
speaks for a pair, in whatever script the words around it are. Nobody has checked what comes out: it helps to read.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

MOST = 400
"""Paragraphs of either side that are aligned; whatever comes after them stands together at the end."""

BAND = 40
"""How far from the diagonal a pair may lie."""

VARIANCE = 6.8
"""Of the length of a translation, per character, as Gale and Church measured it."""

SHARED_NUMBER = 2.0
"""By how much a number that stands on both sides makes a pair cheaper."""

LONE_NUMBER = 1.5
"""By how much one that stands on one side alone makes it dearer: some languages write months and amounts otherwise."""

NUMBER = re.compile(r"\d+")
BEADS = (((1, 1), 0.89), ((1, 0), 0.005), ((0, 1), 0.005), ((2, 1), 0.045), ((1, 2), 0.045), ((2, 2), 0.011))
"""How many paragraphs of each side belong together, and how often that is so."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Paragraphs that belong together.

    Attributes:
        left: Places on the left side, in order; empty where the right side has more.
        right: Places on the right side, in order.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    """What is aligned, with what costs are made of."""

    lengths: tuple[tuple[int, ...], tuple[int, ...]]
    numbers: tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]
    ratio: float

    def cost(self, first: tuple[int, int], bead: tuple[int, int]) -> float:
        """Return what it costs to put the paragraphs of a bead together."""
        (i, j), (di, dj) = first, bead
        left, right = sum(self.lengths[0][i : i + di]), sum(self.lengths[1][j : j + dj])
        if not di or not dj:
            return 0.0
        mean = (left + right / self.ratio) / 2
        delta = (right - left * self.ratio) / math.sqrt(max(mean, 1.0) * VARIANCE * self.ratio)
        numbers = [frozenset().union(*self.numbers[0][i : i + di]), frozenset().union(*self.numbers[1][j : j + dj])]
        shared, lone = len(numbers[0] & numbers[1]), len(numbers[0] ^ numbers[1])
        return -_log(math.erfc(abs(delta) / math.sqrt(2))) - SHARED_NUMBER * shared + LONE_NUMBER * lone


def align_paragraphs(left: Sequence[str], right: Sequence[str]) -> tuple[Aligned, ...]:
    """Return which paragraphs of two texts belong together, each once, in order.

    Args:
        left: Paragraphs of one text.
        right: Paragraphs of the other.

    >>> align_paragraphs(["One.", "The year 1992."], ["一。", "1992年。"])
    (Aligned(left=(0,), right=(0,)), Aligned(left=(1,), right=(1,)))
    """
    if not left or not right:
        return _rest(0, len(left), 0, len(right))
    near = (left[:MOST], right[:MOST])
    sides = _Sides(
        lengths=(tuple(len(text) + 1 for text in near[0]), tuple(len(text) + 1 for text in near[1])),
        numbers=(tuple(_numbers(text) for text in near[0]), tuple(_numbers(text) for text in near[1])),
        ratio=sum(map(len, near[1])) / max(1, sum(map(len, near[0]))) or 1.0,
    )
    # What one side leaves out would make all of its paragraphs look short: those that found each other tell better.
    found = tuple(_cheapest(replace(sides, ratio=_ratio(sides, tuple(_cheapest(sides))))))
    return (*found, *_rest(len(near[0]), len(left), len(near[1]), len(right)))


def _cheapest(sides: _Sides) -> Iterator[Aligned]:
    """Yield the beads of the cheapest way from the first paragraphs to the last ones."""
    ends = (len(sides.lengths[0]), len(sides.lengths[1]))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(ends[0] + 1):
        for j in _near(i, ends):
            if (i, j) in best:
                _go_on(best, (i, j), ends, sides)
    place, beads = ends, []
    while place != (0, 0):
        bead = best[place][1]
        place = (place[0] - bead[0], place[1] - bead[1])
        beads.append((place, bead))
    for (i, j), (di, dj) in reversed(beads):
        yield Aligned(tuple(range(i, i + di)), tuple(range(j, j + dj)))


def _ratio(sides: _Sides, found: Sequence[Aligned]) -> float:
    """Return how long a translation is, per character, as most pairs have it."""
    pairs = [
        sum(sides.lengths[1][place] for place in one.right) / sum(sides.lengths[0][place] for place in one.left)
        for one in found
        if one.left and one.right
    ]
    return median(pairs) if pairs else sides.ratio


def _near(i: int, ends: tuple[int, int]) -> range:
    middle = i * ends[1] // ends[0]
    # A side that is much longer than the other is left out in long runs, which the band must not cut off.
    width = BAND + abs(ends[0] - ends[1])
    return range(max(0, middle - width), min(ends[1], middle + width) + 1)


def _go_on(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    place: tuple[int, int],
    ends: tuple[int, int],
    sides: _Sides,
) -> None:
    for bead, share in BEADS:
        to = (place[0] + bead[0], place[1] + bead[1])
        if to[0] > ends[0] or to[1] > ends[1]:
            continue
        cost = best[place][0] + sides.cost(place, bead) - math.log(share)
        if to not in best or cost < best[to][0]:
            best[to] = (cost, bead)


def _rest(i: int, left: int, j: int, right: int) -> tuple[Aligned, ...]:
    return (Aligned(tuple(range(i, left)), tuple(range(j, right))),) if i < left or j < right else ()


def _numbers(text: str) -> frozenset[str]:
    return frozenset(NUMBER.findall(text))


def _log(share: float) -> float:
    return math.log(max(share, 1e-300))
