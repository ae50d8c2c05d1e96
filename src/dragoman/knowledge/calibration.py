"""Loads the weights by which confidence becomes a probability; ``tools/calibrate.py`` writes them."""

from functools import lru_cache

from dragoman.claims.calibration import Calibration
from dragoman.knowledge.rules import read_checked


@lru_cache(maxsize=4)
def load_calibration(language: str = "en") -> Calibration:
    """Load the calibration of a language.

    Args:
        language: ISO 639-1 code.

    Raises:
        KnowledgeError: There is no such file, or it breaks its schema.
    """
    content = read_checked("calibration", language)
    return Calibration(float(content["intercept"]), {name: float(w) for name, w in content["weights"].items()})
