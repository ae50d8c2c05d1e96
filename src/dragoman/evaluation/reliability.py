"""Agreement beyond chance: Cohen's kappa and Krippendorff's alpha.

Sources: J. Cohen, A Coefficient of Agreement for Nominal Scales (1960); K. Krippendorff, Computing
Krippendorff's Alpha-Reliability (2011); R. Passonneau, Measuring Agreement on Set-valued Items (2006), for MASI.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)
Distance = Callable[[Value, Value], float]
"""How far two values are apart: 0 for the same, 1 for nothing in common."""

_SUBSET = 2 / 3
_SHARED = 1 / 3
_FEWEST = 2


def nominal(one: Hashable, other: Hashable) -> float:
    """Return 0 for equal values, 1 for others."""
    return float(one != other)


def masi(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the distance of two sets by MASI: Jaccard, less where neither holds the other.

    >>> masi(frozenset("ab"), frozenset("ab")), round(masi(frozenset("ab"), frozenset("abcd")), 3)
    (0.0, 0.667)
    """
    if one == other:
        return 0.0
    shared = one & other
    if not shared:
        return 1.0
    weight = _SUBSET if shared in {one, other} else _SHARED
    return 1 - weight * len(shared) / len(one | other)


def observed_agreement(pairs: Sequence[tuple[Value, Value]]) -> float | None:
    """Return the share of pairs that are equal, or ``None`` where there are none."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def cohen_kappa(pairs: Sequence[tuple[Value, Value]]) -> float | None:
    """Return Cohen's kappa of two coders.

    Args:
        pairs: For each unit, the value of the one and of the other.

    Returns:
        1 for full agreement, 0 for that of chance; ``None`` where it is not defined: without units, or where
        both used one and the same value throughout.
    """
    observed = observed_agreement(pairs)
    if observed is None:
        return None
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[value] * second[value] for value in first) / len(pairs) ** 2
    return None if expected >= 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Sequence[Sequence[Value]], distance: Distance[Value] = nominal) -> float | None:
    """Return Krippendorff's alpha of any number of coders.

    Args:
        units: For each unit, the values that coders gave it; those who gave none are left out.
        distance: How far two values are apart.

    Returns:
        1 for full agreement, 0 for that of chance; ``None`` where it is not defined: fewer than two units
        with two values, or only one value throughout.
    """
    kept = [unit for unit in units if len(unit) >= _FEWEST]
    counts = Counter(value for unit in kept for value in unit)
    total = counts.total()
    observed = sum(
        distance(one, other) / (len(unit) - 1)
        for unit in kept
        for i, one in enumerate(unit)
        for j, other in enumerate(unit)
        if i != j
    )
    expected = sum(
        n * m * distance(one, other) for one, n in counts.items() for other, m in counts.items() if one != other
    )
    return None if not expected else 1 - (total - 1) * observed / expected
