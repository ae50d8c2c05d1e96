"""Confidence as a probability: how often claims like this one are right in every part.

A rule's weight is an opinion; how often what it found held is a measurement. A few plain
traits of a claim are weighed by a logistic model whose weights come with the package as data, fitted by
``tools/calibrate.py`` on gold. The model decides nothing: it only says how sure one may be.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from dragoman.actors.participant import Participant
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.documents.section import SectionKind
from dragoman.events.kind import MODE_LADDER, Status

Traits = Mapping[str, float]
"""Traits of a claim by name; one that is left out is 0."""

_LEAST, _MOST = 0.01, 0.99
_USUAL_WORDS = 20
_MANY = 2
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model of whether a claim is right in every part.

    Attributes:
        intercept: Log odds of a claim without any trait.
        weights: By name of a trait, what one unit of it adds to the log odds.
    """

    intercept: float
    weights: Mapping[str, float]

    def probability(self, traits: Traits) -> float:
        """Return the probability that a claim with these traits is right, from .01 to .99.

        >>> Calibration(0.0, {"negated": 1.0}).probability({})
        0.5
        """
        odds = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in traits.items())
        return round(min(_MOST, max(_LEAST, 1 / (1 + exp(-odds)))), _DECIMALS)


def calibrate(claims: Sequence[Claim], calibration: Calibration | None) -> tuple[Claim, ...]:
    """Return the claims of one document with their confidence as a probability.

    Args:
        claims: With the certainty of their rules as confidence.
        calibration: The model; ``None`` leaves them as they are.
    """
    if calibration is None:
        return tuple(claims)
    traits = traits_of(claims)
    return tuple(replace(c, confidence=calibration.probability(t)) for c, t in zip(claims, traits, strict=True))


def traits_of(claims: Sequence[Claim]) -> tuple[Traits, ...]:
    """Return the traits of the claims of one document, in their order.

    Args:
        claims: With the certainty of their rules as confidence.
    """
    beside = Counter(claim.evidence.span for claim in claims if claim.kind is not ClaimKind.NAME)
    return tuple(dict(_traits(claim, beside[claim.evidence.span])) for claim in claims)


def _traits(claim: Claim, beside: int) -> Iterator[tuple[str, float]]:
    sides = (*claim.actors, *claim.recipients)
    certainty = min(_MOST, max(_LEAST, claim.confidence))
    yield "certainty", log(certainty / (1 - certainty))
    yield "length", log(max(1, len(claim.evidence.quote.split())) / _USUAL_WORDS)
    yield "beside", log(max(1, beside))
    yield "unknown side", float(any(not side.is_known for side in sides))
    yield "side from elsewhere", float(any(not claim.evidence.span.contains(side.mention.span) for side in sides))
    yield "side by a common noun", float(any(_is_common(side) for side in sides))
    yield "many sides", float(len(sides) > _MANY)
    yield "no recipient", float(not claim.recipients)
    yield "dated", float(claim.date is not None and claim.date.is_known)
    yield "attributed", float(len(claim.chain) > 1)
    yield "negated", float(claim.negated)
    yield "headline", float(claim.evidence.section is SectionKind.TITLE)
    yield "ladder", float(claim.mode in MODE_LADDER)
    yield f"kind {claim.kind.value}", 1.0
    if claim.status is not Status.ACTUAL:
        yield f"status {claim.status.value}", 1.0
    if claim.event is not None:
        yield f"root {claim.event.value}", 1.0


def _is_common(side: Participant) -> bool:
    """Tell whether a side is named by a pronoun or a common noun ("its neighbour"), not by a name."""
    return not any(word[:1].isupper() for word in side.mention.text.split())
