"""Whole sentences, read by the parser that ships: what each auxiliary mode of PLOVER takes in, and what it leaves."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import dragoman

BANK: dict[str, dict[str, list[dict[str, Any]]]] = yaml.safe_load(
    Path(__file__).with_name("factuality_sentences.yaml").read_text(encoding="utf-8")
)
STATUS = {"future": "announced", "hypothetical": "hypothetical", "negated": "actual", "historical": "historical"}
CASES = [
    pytest.param(
        case["text"],
        case["act"],
        (case.get("status", STATUS[mode]), case.get("negated", mode == "negated" and way == "holds")),
        id=f"{mode} {way}: {case['text']}",
    )
    for mode, ways in BANK.items()
    for way, cases in ways.items()
    for case in cases
]

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("text", "act", "expected"), CASES)
def test_a_sentence_says_how_its_act_stands_to_the_facts(text: str, act: str, expected: tuple[str, bool]) -> None:
    claims = dragoman.code_text(text, published="2024-05-20").claims
    stances = [(str(claim.status), claim.negated) for claim in claims if act in {claim.mode, claim.event}]
    assert expected in stances


@pytest.mark.parametrize("mode", STATUS)
def test_each_mode_has_at_least_forty_sentences_each_way(mode: str) -> None:
    assert all(len({case["text"] for case in cases}) >= 40 for cases in BANK[mode].values())
