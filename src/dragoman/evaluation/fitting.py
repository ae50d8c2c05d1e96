"""Fits the probability that a claim is right, and says how well it holds on documents not fitted on.

A logistic regression with a penalty on the weights (ridge), so that few claims give small weights and not wild
ones. Which penalty is chosen by cross-validation over whole documents. Brier score and expected
calibration error: A. Niculescu-Mizil & R. Caruana, Predicting Good Probabilities with Supervised Learning
(2005); C. Guo et al., On Calibration of Modern Neural Networks (2017).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import numpy.typing as npt

from dragoman.claims.calibration import Calibration, Traits
from dragoman.evaluation.tally import SEED

FOLDS = 10
PENALTIES = (0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
_STEPS = 50
_CLOSE = 1e-8
_EPSILON = 1e-6
_BINS = 10
_RARE = 5

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One claim that was judged.

    Attributes:
        group: Document that it stands in; a document is never split between fitting and testing.
        source: The set of gold. Sets differ in how strict and how complete they are.
        traits: Of the claim.
        certainty: Confidence before calibration.
        is_right: Whether it is right in every part.
    """

    group: str
    source: str
    traits: Traits
    certainty: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """How well probabilities hold.

    Attributes:
        brier: Mean squared difference of probability and outcome; 0 is perfect.
        ece: Mean difference of probability and share of right ones, over ten bins by size.
    """

    brier: float
    ece: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims with like probabilities.

    Attributes:
        low: Least probability of the bin.
        high: Probability that the bin does not reach; 1 is inside the last.
        claims: How many claims it has.
        expected: Their mean probability.
        right: Share of them that are right.
    """

    low: float
    high: float
    claims: int
    expected: float
    right: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model with what came of it on documents that it was not fitted on.

    Attributes:
        calibration: Fitted on everything.
        penalty: The penalty chosen.
        predicted: For each example, the probability from a model that did not see its document.
        quality: Of these probabilities.
        before: Of the confidence before calibration.
        constant: Of always saying the share of right claims of the other documents.
    """

    calibration: Calibration
    penalty: float
    predicted: tuple[float, ...]
    quality: Quality
    before: Quality
    constant: Quality


def fit_calibration(examples: Sequence[Example], *, reference: str) -> Fit:
    """Fit the model on judged claims.

    Args:
        examples: At least two documents' worth.
        reference: The source whose share of right claims is meant; others may lie higher or lower as a whole.
    """
    design = _Design.of(examples, reference)
    folds = _folds(examples)
    scored = {penalty: _cross_validated(design, folds, penalty) for penalty in PENALTIES}
    penalty = min(PENALTIES, key=lambda one: _log_loss(scored[one], design.right))
    weights = _fitted(design.matrix, design.right, design.ridge(penalty))
    named = dict(zip(design.names, weights[1:], strict=True))
    kept = {name: round(float(weight), 3) for name, weight in named.items() if not name.startswith(_SOURCE)}
    certainty = np.array([example.certainty for example in examples])
    return Fit(
        calibration=Calibration(round(float(weights[0]), 3), kept),
        penalty=penalty,
        predicted=tuple(float(one) for one in scored[penalty]),
        quality=_quality(scored[penalty], design.right),
        before=_quality(certainty, design.right),
        constant=_quality(_constant(design.right, folds), design.right),
    )


def find_bins(predicted: Sequence[float], right: Sequence[bool], *, bins: int = _BINS) -> tuple[Bin, ...]:
    """Return the reliability table: claims by probability, in bins of equal width; empty ones are left out."""
    found = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        own = [(p, r) for p, r in zip(predicted, right, strict=True) if min(int(p * bins), bins - 1) == number]
        if own:
            mean = sum(p for p, _ in own) / len(own)
            found.append(Bin(low, high, len(own), mean, sum(r for _, r in own) / len(own)))
    return tuple(found)


_SOURCE = "source "


@dataclass(frozen=True, slots=True)
class _Design:
    """The examples as numbers.

    Attributes:
        names: Of the columns after the first, which is 1 throughout.
        matrix: One row an example.
        right: 1 where the example is right.
    """

    names: tuple[str, ...]
    matrix: Numbers
    right: Numbers

    @classmethod
    def of(cls, examples: Sequence[Example], reference: str) -> "_Design":
        """Return the numbers of examples; what fewer than five of them have is left out."""
        rows = [dict(e.traits) | ({} if e.source == reference else {_SOURCE + e.source: 1.0}) for e in examples]
        every = sorted({name for row in rows for name in row})
        names = tuple(name for name in every if sum(bool(row.get(name)) for row in rows) >= _RARE)
        matrix = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
        return cls(names, matrix, np.array([float(e.is_right) for e in examples]))

    def ridge(self, penalty: float) -> Numbers:
        """Return the penalties as a matrix; the constants, over all and of a source, have next to none."""
        free = [True, *(name.startswith(_SOURCE) for name in self.names)]
        return np.diag([_EPSILON if is_free else penalty for is_free in free])


def _fitted(matrix: Numbers, right: Numbers, ridge: Numbers) -> Numbers:
    """Return the weights by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        chance = _chance(matrix, weights)
        slope = matrix.T @ (right - chance) - ridge @ weights
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + ridge
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < _CLOSE:
            break
    return weights


def _chance(matrix: Numbers, weights: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
    return found


def _folds(examples: Sequence[Example]) -> tuple[npt.NDArray[np.bool_], ...]:
    """Return for each fold which examples are tested in it; documents are dealt out at random, seeded."""
    groups = sorted({example.group for example in examples})
    Random(SEED).shuffle(groups)  # noqa: S311 - a seeded draw, not a secret
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    own = np.array([fold[example.group] for example in examples])
    return tuple(own == number for number in range(FOLDS) if bool((own == number).any()))


def _cross_validated(design: _Design, folds: Sequence[npt.NDArray[np.bool_]], penalty: float) -> Numbers:
    found = np.zeros(len(design.right))
    for tested in folds:
        weights = _fitted(design.matrix[~tested], design.right[~tested], design.ridge(penalty))
        found[tested] = _chance(design.matrix[tested], weights)
    return found


def _constant(right: Numbers, folds: Sequence[npt.NDArray[np.bool_]]) -> Numbers:
    found = np.zeros(len(right))
    for tested in folds:
        found[tested] = right[~tested].mean()
    return found


def _log_loss(predicted: Numbers, right: Numbers) -> float:
    kept = np.clip(predicted, _EPSILON, 1 - _EPSILON)
    return float(-(right * np.log(kept) + (1 - right) * np.log(1 - kept)).mean())


def _quality(predicted: Numbers, right: Numbers) -> Quality:
    """Return Brier score and calibration error, this over ten bins with as many claims each."""
    order = np.argsort(predicted, kind="stable")
    parts = [part for part in np.array_split(order, _BINS) if len(part)]
    error = sum(len(part) * abs(float(predicted[part].mean() - right[part].mean())) for part in parts)
    return Quality(float(((predicted - right) ** 2).mean()), error / len(right))
