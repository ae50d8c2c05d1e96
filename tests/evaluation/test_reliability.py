"""Kappa and alpha on the examples of the papers that define them."""

import pytest

from dragoman.evaluation.reliability import cohen_kappa, krippendorff_alpha, masi

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C; "." is no value.
TWO_BINARY = ("0100000010", "1110010000")
TWO_NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(*coders: str) -> list[list[str]]:
    return [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "alpha"), [(TWO_BINARY, 0.095), (TWO_NOMINAL, 0.692), (FOUR_WITH_GAPS, 0.743)], ids=["A", "B", "C"]
)
def test_alpha_is_that_of_its_authors_examples(coders: tuple[str, ...], alpha: float) -> None:
    assert krippendorff_alpha(units(*coders)) == pytest.approx(alpha, abs=0.0006)


def test_kappa_is_that_of_the_textbook() -> None:
    # Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), table 18.1: .68.
    counts = {"aa": 75, "ab": 1, "ac": 4, "ba": 5, "bb": 4, "bc": 1, "cc": 10}
    pairs = [(pair[0], pair[1]) for pair, count in counts.items() for _ in range(count)]
    assert cohen_kappa(pairs) == pytest.approx(0.676, abs=0.001)


def test_what_is_not_defined_is_none() -> None:
    assert cohen_kappa([]) is None
    assert cohen_kappa([("a", "a"), ("a", "a")]) is None
    assert krippendorff_alpha([["a"], []]) is None
    assert krippendorff_alpha([["a", "a"], ["a", "a"]]) is None


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("ab", "ab", 0), ("ab", "abcd", 0.667), ("ab", "bc", 0.889), ("a", "b", 1), ("", "", 0)],
)
def test_masi_counts_parts(one: str, other: str, distance: float) -> None:
    assert masi(frozenset(one), frozenset(other)) == pytest.approx(distance, abs=0.001)
