"""Scores on the sample reports, pinned with a digest of reports and gold (STYLE, section 12).

A score that falls fails here. `python tools/score_samples.py --pin` writes the file again, on purpose.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
PINNED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "scores.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def scoring() -> Iterator[Any]:
    """The scripts of `tools/`, which are no package."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import sample_scoring  # noqa: PLC0415 - found only while the folder is on the path

        yield sample_scoring
    finally:
        sys.path.remove(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def score(scoring: Any) -> dict[str, Any]:  # noqa: ANN401 - a module
    result: dict[str, Any] = scoring.figures_of(scoring.score_samples(SAMPLES))
    return result


def test_the_scores_were_pinned_on_these_reports_and_this_gold(scoring: Any) -> None:  # noqa: ANN401 - a module
    assert PINNED["digest"] == scoring.digest_of(SAMPLES), "pin the scores again: tools/score_samples.py --pin"


@pytest.mark.parametrize("measure", ["precision", "recall", "f1"])
def test_no_score_falls(score: dict[str, Any], measure: str) -> None:
    assert score["all"][measure] >= PINNED["all"][measure]


@pytest.mark.parametrize("mode", sorted(PINNED["by_mode"]))
def test_no_mode_falls(score: dict[str, Any], mode: str) -> None:
    assert score["by_mode"][mode]["f1"] >= PINNED["by_mode"][mode]["f1"]
