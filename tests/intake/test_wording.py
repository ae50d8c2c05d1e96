"""Each file of layout cues keeps its schema, and its cases hold."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import yaml

from dragoman.documents.cues import LayoutCues
from dragoman.intake.wording import find_cue

FOLDER = files("dragoman.knowledge").joinpath("data/layout")
PAGES: dict[str, Any] = {
    file.name: yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in FOLDER.iterdir()
    if file.name.endswith(".yaml")
}
CASES = [
    pytest.param(case["text"], case["cue"], id=case["text"][:40]) for page in PAGES.values() for case in page["cases"]
]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_file_of_cues_keeps_its_schema(name: str) -> None:
    schema = json.loads(FOLDER.joinpath("schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(PAGES[name], schema)
    assert PAGES[name]["language"] == name.removesuffix(".yaml")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_file_has_cases_that_hold_and_cases_that_do_not(name: str) -> None:
    cues = {case["cue"] is None for case in PAGES[name]["cases"]}
    assert cues == {True, False}


@pytest.mark.parametrize(("text", "cue"), CASES)
def test_wording_gives_the_cue_of_its_case(text: str, cue: str | None, cues: LayoutCues) -> None:
    found = find_cue(text, cues)
    assert (found.cue.kind.value if found else None) == cue
