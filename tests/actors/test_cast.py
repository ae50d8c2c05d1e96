"""Whom noun phrases stand for: every case file of ``cases/``."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.actors.naming import find_names
from tests.trees import read_trees

from dragoman.actors.cast import Cast, build_cast
from dragoman.actors.participant import Participant
from dragoman.knowledge.authority import load_sectors
from dragoman.language.sentence import Sentence, Token

CASES = Path(__file__).parent / "cases"


def read_cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {name}")
        for file in sorted(CASES.glob("*.yaml"))
        for name, case in yaml.safe_load(file.read_text("utf-8")).items()
    ]


def cast_of(case: dict[str, Any]) -> Cast:
    """Build the cast of a case; an empty line of the text begins another section."""
    sections, start = [], 0
    for passage in case.get("sections", [case]):
        sections.append(read_trees(passage["text"], passage["parse"], start=start))
        start += len(passage["text"]) + 2
    return build_cast(sections, find_names, load_sectors(), title=case.get("title"))


def find_token(cast: Cast, word: str) -> tuple[Sentence, Token]:
    """Find a word of a case; ``it#2`` is its second occurrence."""
    form, _, number = word.partition("#")
    found = [(s, t) for s in cast.sentences for t in s.tokens if t.text == form]
    assert found, f"no token {form!r}"
    return found[int(number or 1) - 1]


def described(participant: Participant) -> str:
    """Write a participant as the cases do: ``PRK GOV / Choe Son-hui / foreign minister``."""
    words = [participant.id if participant.sector is None else f"{participant.id} {participant.sector}"]
    return " / ".join([*words, *(part for part in (participant.person, participant.role) if part)])


@pytest.mark.parametrize("case", read_cases())
def test_phrases_stand_for_whom_the_case_says(case: dict[str, Any]) -> None:
    cast = cast_of(case)
    for word, expected in case.get("who", {}).items():
        assert [described(p) for p in cast.participants(*find_token(cast, word))] == expected, word


@pytest.mark.parametrize("case", read_cases())
def test_issuers_and_places_are_as_the_case_says(case: dict[str, Any]) -> None:
    cast = cast_of(case)
    for word, expected in case.get("issuer", {}).items():
        assert [described(p) for p in cast.issuer(*find_token(cast, word))] == expected, word
    for word, expected in case.get("place", {}).items():
        place = cast.place_of(*find_token(cast, word))
        assert (None if place is None else [place.text, place.polity]) == expected, word


@pytest.mark.parametrize("case", read_cases())
def test_every_mention_is_verbatim_and_has_a_reason(case: dict[str, Any]) -> None:
    cast = cast_of(case)
    text = "\n\n".join(passage["text"] for passage in (case.get("sections", [case])))
    for sentence in cast.sentences:
        for token in sentence.tokens:
            for participant in cast.participants(sentence, token):
                assert participant.mention.span.of(text) == participant.mention.text
                assert participant.reason


@pytest.mark.parametrize("case", read_cases())
def test_open_references_are_listed(case: dict[str, Any]) -> None:
    cast = cast_of(case)
    assert [reference.mention.text for reference in cast.unresolved] == case.get("open", [])
