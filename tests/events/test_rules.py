"""What each rule finds and what it leaves alone: every case file of ``cases/``."""

from typing import Any

import pytest
from tests.events.recorded import EVENT_CASES, Case, agrees, described, find_mentions, read_case_file

from dragoman.knowledge.rules import load_rules

FILES = sorted(EVENT_CASES.glob("*.yaml"))
NO_RULE = {"factuality"}
"""Files that are about all rules together."""


def cases() -> list[Any]:
    return [
        pytest.param(rule, case, id=f"{file.stem}: {name}")
        for file in FILES
        for rule, by_name in [read_case_file(file)]
        for name, case in by_name.items()
    ]


@pytest.mark.parametrize(("rule", "case"), cases())
def test_a_rule_finds_what_its_case_says_and_no_more(rule: str | None, case: Case) -> None:
    found = [m for m in map(described, find_mentions(case)) if rule in {None, m["rule"]}]
    expected = case["matches"]
    assert len(found) == len(expected), found
    assert all(agrees(e, f) for e, f in zip(expected, found, strict=True)), found


def test_every_rule_has_a_case_file() -> None:
    names = {rule.name.partition("/")[2] for rule in load_rules().rules}
    assert names == {file.stem for file in FILES} - NO_RULE


@pytest.mark.parametrize("file", [f for f in FILES if f.stem not in NO_RULE], ids=lambda f: f.stem)
def test_every_rule_has_cases_that_hold_and_two_that_do_not(file: Any) -> None:  # noqa: ANN401 - a path
    rule, by_name = read_case_file(file)
    assert rule == file.stem
    assert sum(bool(case["matches"]) for case in by_name.values()) >= 2
    assert sum(not case["matches"] for case in by_name.values()) >= 2


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.name)
def test_every_pattern_has_a_case_that_holds(rule: Any) -> None:  # noqa: ANN401 - a rule
    _, by_name = read_case_file(EVENT_CASES / f"{rule.name.partition('/')[2]}.yaml")
    used = {m["pattern"] for case in by_name.values() for m in map(described, find_mentions(case))}
    assert {pattern.id for pattern in rule.patterns} <= used
