"""Confidence: which traits move it, and that it stays a probability."""

import pytest
from tests.claims.factories import make_claim, make_document, make_participant

from dragoman.actors.participant import Mention
from dragoman.claims.calibration import Calibration, calibrate, traits_of
from dragoman.documents.span import Span

PAGE = make_document("Nauru recognised Abkhazia. Its neighbour did so.")


def test_without_a_model_confidence_stays_the_weight_of_the_rule() -> None:
    claim = make_claim(PAGE, confidence=0.8)
    assert calibrate([claim], None) == (claim,)


def test_the_model_changes_confidence_and_nothing_else() -> None:
    claim = make_claim(PAGE, confidence=0.8)
    (found,) = calibrate([claim], Calibration(0.0, {"certainty": 1.0}))
    assert found.confidence == pytest.approx(0.8, abs=0.001)
    assert found.id == claim.id


@pytest.mark.parametrize("intercept", [-50.0, 50.0])
def test_nothing_is_certain(intercept: float) -> None:
    assert Calibration(intercept, {}).probability({}) in {0.01, 0.99}


def test_a_side_that_stands_elsewhere_or_has_no_name_is_a_trait() -> None:
    mention = Mention(Span(31, 40), "neighbour")
    (traits,) = traits_of([make_claim(PAGE, span=Span(0, 26), actors=(make_participant("TUV", mention=mention),))])
    assert traits["side from elsewhere"] == 1
    assert traits["side by a common noun"] == 1
    assert traits["unknown side"] == 0
