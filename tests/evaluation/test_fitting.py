"""The fit of confidence: it learns what is there, and claims nothing where nothing is."""

from random import Random

import pytest
from tests.claims.factories import make_claim, make_document

from dragoman.claims.calibration import traits_of
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.evaluation.fitting import Example, find_bins, fit_calibration
from dragoman.events.kind import Root, Status
from dragoman.knowledge.calibration import load_calibration


def examples(*, share: float, other: float, number: int = 400) -> list[Example]:
    random = Random(5)  # noqa: S311 - a seeded draw, not a secret
    found = []
    for index in range(number):
        has_trait = index % 2 == 0
        is_right = random.random() < (share if has_trait else other)
        traits = {"trait": 1.0} if has_trait else {}
        found.append(Example(f"page {index // 8}", "gold", traits, 0.5, is_right=is_right))
    return found


def test_a_trait_of_right_claims_raises_confidence() -> None:
    fit = fit_calibration(examples(share=0.9, other=0.4), reference="gold")
    assert fit.calibration.probability({"trait": 1.0}) == pytest.approx(0.9, abs=0.05)
    assert fit.calibration.probability({}) == pytest.approx(0.4, abs=0.08)
    assert fit.quality.brier < fit.constant.brier
    assert fit.quality.ece < fit.before.ece


def test_a_trait_that_tells_nothing_is_given_little_weight() -> None:
    fit = fit_calibration(examples(share=0.7, other=0.7), reference="gold")
    assert abs(fit.calibration.weights["trait"]) < 0.2


def test_a_rare_trait_is_left_out() -> None:
    rare = Example("page 0", "gold", {"rare": 1.0}, 0.5, is_right=True)
    assert "rare" not in fit_calibration([*examples(share=0.9, other=0.4), rare], reference="gold").calibration.weights


def test_a_source_that_is_stricter_as_a_whole_does_not_lower_confidence() -> None:
    strict = [
        Example(f"{e.group} again", "strict", e.traits, e.certainty, is_right=e.is_right and n % 4 < 2)
        for n, e in enumerate(examples(share=0.8, other=0.8))
    ]
    fit = fit_calibration([*examples(share=0.8, other=0.8), *strict], reference="gold")
    assert fit.calibration.probability({}) == pytest.approx(0.8, abs=0.08)
    assert not any(name.startswith("source") for name in fit.calibration.weights)


def test_bins_count_every_claim_once() -> None:
    bins = find_bins([0.05, 0.55, 0.58, 1.0], [False, True, False, True])
    assert [(one.low, one.claims, one.right) for one in bins] == [(0.0, 1, 0.0), (0.5, 2, 0.5), (0.9, 1, 1.0)]


def test_the_data_file_weighs_only_traits_that_the_coder_knows() -> None:
    page = make_document()
    claims = [
        make_claim(page, event=root, status=status, kind=kind, measure=Measure(1, "ordinal", "visit"))
        for kind in ClaimKind
        for root in Root
        for status in Status
    ]
    known = {name for traits in traits_of(claims) for name in traits}
    assert set(load_calibration().weights) <= known
