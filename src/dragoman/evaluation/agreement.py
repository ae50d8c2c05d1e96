"""How far two coders agree: whether they found the same claims, and whether they filled them alike.

Nobody knows how many claims there might have been, so finding is compared by the share of claims that both
have (G. Hripcsak & A. Rothschild, Agreement, the F-Measure, and Reliability in Information Retrieval,
2005). The fields of the claims that both have are compared beyond chance.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from dragoman.evaluation.coded import Coded
from dragoman.evaluation.reliability import Distance, cohen_kappa, krippendorff_alpha, masi, nominal, observed_agreement
from dragoman.evaluation.tally import DRAWS, SEED, Interval, percentile_interval

_FieldPair = tuple[Any, Any]
CodedPair = tuple[Coded, Coded]
SETS = ("actors", "recipients")
FIELDS = ("root", "mode", *SETS, "date", "status", "negated", "speaker")


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient with its interval.

    Attributes:
        value: 1 for full agreement, 0 for that of chance; ``None`` where it is not defined.
        interval: Of 95 %, from drawing documents; ``None`` where it is not defined.
    """

    value: float | None
    interval: Interval | None

    def to_dict(self) -> dict[str, object]:
        """Return the value and both ends with three decimals."""
        value = None if self.value is None else round(self.value, 3)
        return {"value": value, "interval": self.interval and self.interval.to_list()}


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How far two coders agree in one field of the claims that both have.

    Attributes:
        name: Of the field.
        units: Claims in which both filled it.
        observed: Share that is equal, or ``None`` without units.
        kappa: Cohen's kappa.
        alpha: Krippendorff's alpha.
        distance: How far two values are apart, for alpha: ``nominal`` or ``MASI``.
    """

    name: str
    units: int
    observed: float | None
    kappa: Coefficient
    alpha: Coefficient
    distance: str

    def to_dict(self) -> dict[str, object]:
        """Return the agreement as plain JSON values."""
        return {
            "field": self.name,
            "units": self.units,
            "observed": None if self.observed is None else round(self.observed, 3),
            "kappa": self.kappa.to_dict(),
            "alpha": self.alpha.to_dict(),
            "distance": self.distance,
        }


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree.

    Attributes:
        documents: Documents in which either found a claim.
        first: Claims of the one.
        second: Claims of the other.
        both: Claims that both have.
        found: Share of claims that both have: twice them over all claims of the two.
        fields: Field by field.
    """

    documents: int
    first: int
    second: int
    both: int
    found: Coefficient
    fields: tuple[FieldAgreement, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the agreement as plain JSON values."""
        return {
            "documents": self.documents,
            "claims": [self.first, self.second],
            "both": self.both,
            "found": self.found.to_dict(),
            "fields": [one.to_dict() for one in self.fields],
        }


@dataclass(frozen=True, slots=True)
class _Compared:
    """One document as two coders coded it.

    Attributes:
        pairs: Claims that both have.
        first: Number of claims of the one.
        second: Number of claims of the other.
    """

    pairs: tuple[CodedPair, ...]
    first: int
    second: int


def compare_coders(first: Iterable[Coded], second: Iterable[Coded], *, seed: int = SEED) -> Agreement:
    """Compare what two coders recorded.

    Args:
        first: Claims of the one.
        second: Claims of the other.
        seed: Seed of the draws for the intervals.
    """
    compared = tuple(_compared(tuple(first), tuple(second)))
    random = Random(seed)  # noqa: S311 - a seeded draw, not a secret
    drawn = [random.choices(compared, k=len(compared)) for _ in range(DRAWS if compared else 0)]
    return Agreement(
        documents=len(compared),
        first=sum(one.first for one in compared),
        second=sum(one.second for one in compared),
        both=sum(len(one.pairs) for one in compared),
        found=_coefficient(_share_found, compared, drawn),
        fields=tuple(_field(name, compared, drawn) for name in FIELDS),
    )


def _compared(first: Sequence[Coded], second: Sequence[Coded]) -> Iterator[_Compared]:
    for document in dict.fromkeys(one.document for one in (*first, *second)):
        own = [one for one in first if one.document == document]
        other = [one for one in second if one.document == document]
        yield _Compared(tuple(pair_coded(own, other)), len(own), len(other))


def pair_coded(first: Sequence[Coded], second: Sequence[Coded]) -> Iterator[CodedPair]:
    """Yield pairs of claims of one kind whose words overlap, one to one, those that agree most first."""
    ranked = sorted(
        (
            (_likeness(one, other), -i, -j)
            for i, one in enumerate(first)
            for j, other in enumerate(second)
            if one.kind is other.kind and one.span.start < other.span.end and other.span.start < one.span.end
        ),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    for _, i, j in ranked:
        if not taken & {("first", i), ("second", j)}:
            taken |= {("first", i), ("second", j)}
            yield first[-i], second[-j]


def _likeness(one: Coded, other: Coded) -> tuple[int, ...]:
    shared = sum(len((getattr(one, side) or frozenset()) & (getattr(other, side) or frozenset())) for side in SETS)
    is_same = tuple(int(getattr(one, name) == getattr(other, name)) for name in ("root", "mode"))
    same = sum(getattr(one, name) == getattr(other, name) for name in ("date", "status", "negated", "speaker"))
    overlap = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return (*is_same, shared, same, overlap)


def _field(name: str, compared: Sequence[_Compared], drawn: Sequence[Sequence[_Compared]]) -> FieldAgreement:
    distance: Distance[Any] = masi if name in SETS else nominal

    def values(chosen: Sequence[_Compared]) -> list[_FieldPair]:
        found = ((getattr(a, name), getattr(b, name)) for one in chosen for a, b in one.pairs)
        return [(one, other) for one, other in found if one is not None and other is not None]

    own = values(compared)
    return FieldAgreement(
        name=name,
        units=len(own),
        observed=observed_agreement(own),
        kappa=_coefficient(lambda chosen: cohen_kappa(values(chosen)), compared, drawn),
        alpha=_coefficient(lambda chosen: krippendorff_alpha(values(chosen), distance), compared, drawn),
        distance="MASI" if name in SETS else "nominal",
    )


def _share_found(compared: Sequence[_Compared]) -> float | None:
    total = sum(one.first + one.second for one in compared)
    return 2 * sum(len(one.pairs) for one in compared) / total if total else None


def _coefficient(
    compute: Callable[[Sequence[_Compared]], float | None],
    compared: Sequence[_Compared],
    drawn: Sequence[Sequence[_Compared]],
) -> Coefficient:
    value = compute(compared)
    if value is None:
        return Coefficient(None, None)
    found = [one for chosen in drawn if (one := compute(chosen)) is not None]
    return Coefficient(value, percentile_interval(found) if found else None)
