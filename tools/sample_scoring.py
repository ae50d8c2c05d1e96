"""The score of the coder on the sample reports, as it is pinned; the comparing itself is in ``dragoman.evaluation``.

The rules of matching stand at the head of ``samples/gold.yaml``.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.assembly.evaluating import evaluate_files
from dragoman.evaluation.judging import FIELDS
from dragoman.evaluation.scoring import Score

GOLD = "gold.yaml"
REPORTS = "reports"


def score_samples(folder: Path, *, only: str = "") -> Score:
    """Code all sample reports and compare them with the gold.

    Args:
        folder: Holds ``reports/`` and ``gold.yaml``.
        only: A part of the names of the reports to score; empty for all.
    """
    return evaluate_files((folder / GOLD,), documents=folder / REPORTS, only=only)


def figures_of(score: Score) -> dict[str, Any]:
    """Return the figures that are pinned: over everything, and by mode."""
    return {
        "all": score.all.to_dict(),
        "located": score.located,
        "fields": {name: score.fields[name] for name in FIELDS},
        "by_mode": {mode: tally.to_dict() for mode, tally in sorted(score.group("mode").items())},
    }


def digest_of(folder: Path) -> str:
    """Return the SHA-256 of the reports and the gold: scores on other texts are not comparable."""
    digest = sha256()
    for path in [folder / GOLD, *sorted((folder / REPORTS).iterdir())]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
