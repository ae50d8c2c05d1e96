from typing import Any

import pytest
from tests.answers.reports import EMBASSY
from tests.claims.factories import make_claim

from dragoman.answers.wording import ACTS, sentence_of
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.events.kind import MODE_LADDER, Root, Status


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "NRU recognised ABK"),
        ({"negated": True}, "NRU did not recognise ABK"),
        ({"status": Status.ANNOUNCED}, "NRU would recognise ABK"),
        ({"status": Status.DEMANDED}, "NRU was called upon to recognise ABK"),
        ({"status": Status.HYPOTHETICAL}, "NRU might recognise ABK"),
        ({"actors": ("NRU", "SYR")}, "NRU and SYR recognised ABK"),
        ({"actors": ()}, "somebody who is not named recognised ABK"),
        ({"mode": "relations-established"}, "NRU and ABK established diplomatic relations"),
        ({"mode": "mission-opened", "measure": EMBASSY}, "NRU opened its embassy in ABK"),
        ({"mode": "envoy-recalled"}, "NRU recalled its envoy from ABK"),
        ({"mode": None, "event": Root.ACCUSE}, "NRU criticised or accused ABK"),
        ({"mode": "meeting", "actors": ("NRU", "SYR"), "recipients": ()}, "NRU and SYR met"),
    ],
)
def test_an_act_is_told_in_a_neutral_sentence(values: dict[str, Any], sentence: str) -> None:
    assert sentence_of(make_claim(**values)) == sentence


@pytest.mark.parametrize(
    ("measure", "kind", "sentence"),
    [
        (Measure("none", "relations", "relations"), ClaimKind.STATE, "NRU and ABK had no diplomatic relations"),
        (Measure("closer", "ties", "ties"), ClaimKind.STATE, "NRU and ABK had closer ties"),
        (Measure("part-of", "part-of", "part-of"), ClaimKind.STATE, "NRU was part of ABK"),
        (Measure("claims", "territory", "territory"), ClaimKind.STATE, "NRU and ABK: territory claims"),
        (EMBASSY, ClaimKind.STATE, "NRU had an embassy in ABK"),
        (Measure(3.0, "ordinal", "recognition"), ClaimKind.COUNT, "NRU was the 3rd to recognise ABK"),
        (Measure(7.5e6, "USD", "exports"), ClaimKind.QUANTITY, "exports of NRU to ABK: 7,500,000 USD"),
        (Measure("the isles", "name", "NRU"), ClaimKind.NAME, "NRU is called “the isles”"),
    ],
)
def test_other_kinds_of_claim_are_told_too(measure: Measure, kind: ClaimKind, sentence: str) -> None:
    assert sentence_of(make_claim(kind=kind, event=None, mode=None, measure=measure)) == sentence


def test_every_mode_of_a_ladder_and_every_root_has_its_words() -> None:
    assert set(MODE_LADDER) | {root.value for root in Root} <= set(ACTS)


def test_a_count_that_is_no_number_is_told_as_it_stands() -> None:
    claim = make_claim(kind=ClaimKind.COUNT, measure=Measure("many", "cardinal", "recognition"))
    assert sentence_of(claim) == "NRU: recognition many"
