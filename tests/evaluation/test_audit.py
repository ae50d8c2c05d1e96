"""Audits: drawing is repeatable, verdicts hold no text, shares have intervals."""

import json

import pytest
from tests.claims.factories import make_claim, make_document

from dragoman.errors import GoldError
from dragoman.evaluation.audit import audit_row, draw_rows, measure_precision, parse_rows, row_lines, wilson_interval

PAGE = make_document("It rained. Nauru recognised Abkhazia.")
ROW = audit_row("page.txt", PAGE.text, make_claim(PAGE))


def judged(verdict: str, *wrong: str, mode: str = "recognition") -> str:
    row = {"article": "a", "start": 0, "end": 9, "mode": mode, "verdict": verdict, "wrong": list(wrong)}
    return json.dumps(row)


def test_the_interval_is_wilsons() -> None:
    # Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3.
    assert wilson_interval(81, 263).to_list() == [0.255, 0.366]
    assert wilson_interval(15, 148).to_list() == [0.062, 0.16]
    assert wilson_interval(0, 20).to_list() == [0.0, 0.161]
    assert wilson_interval(1, 29).to_list() == [0.006, 0.172]


def test_the_same_seed_draws_the_same_rows() -> None:
    rows = [audit_row(f"{number}.txt", PAGE.text, make_claim(PAGE)) for number in range(50)]
    assert draw_rows(rows, 5, seed=3) == draw_rows(rows, 5, seed=3)
    assert len({row.article for row in draw_rows(rows, 99, seed=3)}) == 50


def test_a_row_comes_back_from_its_line_with_what_a_judge_wrote() -> None:
    line = json.loads(next(row_lines([ROW]))) | {"verdict": "wrong", "wrong": ["date"], "cause": "year left out"}
    (row,) = parse_rows([json.dumps(line)], "sheet")
    assert (row.article, row.start, row.wrong, row.is_diplomatic) == ("page.txt", ROW.start, ("date",), True)
    assert "recognised" in row.sentence


def test_precision_is_given_for_diplomatic_modes_apart() -> None:
    rows = list(parse_rows([judged("right"), judged("wrong", "actor"), judged("right", mode="none")], "sheet"))
    assert [(one.name, one.right, one.judged) for one in measure_precision(rows)] == [
        ("all", 2, 3),
        ("diplomatic modes", 1, 2),
        ("other", 1, 1),
    ]


@pytest.mark.parametrize(
    "line", ["{}", "[]", judged("perhaps"), judged("wrong"), judged("right", "date"), judged("wrong", "x")]
)
def test_a_wrong_verdict_is_refused_by_line(line: str) -> None:
    with pytest.raises(GoldError, match="line 1"):
        list(parse_rows([line], "sheet"))
