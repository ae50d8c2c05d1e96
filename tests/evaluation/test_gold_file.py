"""Gold files: what they may say, and how a wrong one is refused."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.claims.claim import ClaimKind
from dragoman.errors import GoldError
from dragoman.evaluation.gold_file import load_schema, read_gold
from dragoman.evaluation.gold_plover import primary_code

CLAIM = {"kind": "event", "quote": "met", "event": "CONSULT", "actors": ["FJI", "TON"], "date": None}
RECORD = {"id": "one", "text": "Fijian and Tongan ministers met.", "event": "DEMAND", "source": {"code": "FJIGOV"}}


def write(folder: Path, content: object) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def report(**claim: object) -> dict[str, object]:
    return {"reports": {"a.txt": {"words": "They met.", "claims": [CLAIM | claim]}}}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(load_schema())


def test_a_report_may_stand_in_the_file_itself(tmp_path: Path) -> None:
    (document,) = read_gold(write(tmp_path, report())).documents
    assert document.text == "They met."
    assert document.claims[0].actors == frozenset({"FJI", "TON"})
    assert document.claims[0].recipients == frozenset()
    assert document.claims[0].dates == (None,)
    assert document.claims[0].statuses is None


def test_a_report_is_looked_for_beside_the_file_and_in_reports(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("They met.", encoding="utf-8")
    (document,) = read_gold(write(tmp_path, {"reports": {"a.txt": {"claims": []}}})).documents
    assert document.path == tmp_path / "reports" / "a.txt"


@pytest.mark.parametrize(
    ("content", "entry", "words"),
    [
        ({"reports": {}}, "reports", "non-empty"),
        (report(event="RECOGNISE"), "reports, a.txt, claims, number 1, event", "RECOGNISE"),
        (report(actor="FJI"), "reports, a.txt, claims, number 1", "actor"),
        (report(date="someday"), "a.txt, claim 1", "someday"),
        (report(date_also=[None]) | {"coders": 2}, "the top", "coders"),
        ({"reports": {"b.txt": {"claims": []}}}, "b.txt", "--documents"),
        ([{"text": "They met.", "event": "MEET"}], "None", "MEET"),
        ([{"event": "CONSULT"}], "record 1", "text"),
    ],
)
def test_a_wrong_file_is_refused_by_entry(tmp_path: Path, content: object, entry: str, words: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(write(tmp_path, content))
    assert caught.value.entry == entry
    assert words in caught.value.reason


def test_what_is_neither_yaml_nor_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("reports: [", encoding="utf-8")
    with pytest.raises(GoldError, match="neither YAML nor JSON"):
        read_gold(path)


def test_records_of_plover_are_read_as_they_are(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, [RECORD, RECORD | {"id": "two", "event": "CONSULT"}]))
    (document,) = gold.documents
    assert [claim.event for claim in document.claims] == ["REQUEST", "CONSULT"]
    assert document.claims[0].actors == frozenset({"FJI"})
    assert document.claims[0].recipients is None
    assert gold.kinds == frozenset({ClaimKind.EVENT})


@pytest.mark.parametrize(("code", "country"), [("USAGOV", "USA"), ("JAPBUS", "JPN"), ("---MIL", ""), ("", "")])
def test_countries_are_compared_by_one_code(code: str, country: str) -> None:
    assert primary_code(code) == country
