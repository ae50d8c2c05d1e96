"""The sources of the authority file keep to their schemas, and the pack keeps to the sources."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.actors.folding import level_text
from dragoman.knowledge.authority_files import PACK, Entry, data_folder, find_sources, pack_sources, read_pack

FOLDERS = ("polities", "organisations", "agencies", "names", "sectors")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_source_keeps_to_its_schema_and_is_called_after_its_entry(folder: str) -> None:
    assert len(list(find_sources(folder))) >= 1


def test_the_pack_is_made_of_the_sources_as_they_are() -> None:
    assert data_folder().joinpath(PACK).read_text("utf-8") == pack_sources()


def test_every_source_begins_with_a_comment_in_plain_words(root: Path) -> None:
    data = root / "src" / "dragoman" / "knowledge" / "data"
    without = [
        path.name for folder in FOLDERS for path in (data / folder).glob("*.yaml") if path.read_text("utf-8")[0] != "#"
    ]
    assert without == []


def test_names_in_other_scripts_have_a_transliteration_beside_them(root: Path) -> None:
    polities = root / "src" / "dragoman" / "knowledge" / "data" / "polities"
    bare = [
        (path.name, line.strip())
        for path in polities.glob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("    - ") and not level_text(line).isascii() and "#" not in line
    ]
    assert bare == []


def schema(folder: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(data_folder().joinpath(folder).joinpath("schema.json").read_text("utf-8")))


def entry(id_: str) -> Entry:
    return next(found for _, found in find_sources("polities") if found["id"] == id_)


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"kind": "rogue"},
        {"id": "prk"},
        {"source": ""},
        {"codes": {"alpha2": "prk"}},
        {"claimed_by": ["South Korea"]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_schema_of_polities_refuses(change: Entry) -> None:
    assert not schema("polities").is_valid(entry("PRK") | change)


def test_a_contested_polity_must_say_who_claims_it() -> None:
    silent = {key: value for key, value in entry("ABK").items() if key != "claimed_by"}
    assert not schema("polities").is_valid(silent)


def test_the_pack_is_read_without_yaml() -> None:
    assert len(read_pack()["polities"]) > 400
