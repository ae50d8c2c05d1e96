import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from tests.cli.conftest import SNAPSHOTS, Run

from dragoman import api
from dragoman.cli.output import Answer

COMMANDS = {
    "recognition": ["recognition", "DPR", "--as-of", "2022-07-20"],
    "relations": ["relations", "UKR", "PRK"],
    "missions": ["missions", "PRK"],
    "transitions": ["missions", "--sender", "PRK", "--transitions"],
    "disputes": ["disputes"],
    "names": ["names", "DPR"],
    "matches": ["matches"],
    "loaded": ["loaded"],
    "documents": ["documents"],
    "claims": ["claims", "--mode", "recognition"],
    "brief": ["brief", "UKR", "PRK"],
    "timeline": ["timeline", "PRK"],
    "matrix": ["matrix", "recognition"],
    "matrix-wide": ["matrix", "missions", "--wide"],
    "possibly": ["recognition", "DPR", "--as-of", "2022-07-01/2022-07-31"],
    "cautious": ["recognition", "DPR", "--policy", "cautious"],
    "policies": ["policies"],
}
WIDTHS = (80, 120)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_it_prints_as_before(name: str, columns: int, run: Run, snapshot: Callable[[str, str], None]) -> None:
    result = run(*COMMANDS[name], columns=columns)
    assert result.exit_code == 0, result.output
    snapshot(f"{name}-{columns}.txt", result.stdout)


def test_no_snapshot_is_unused() -> None:
    wanted = {f"{name}-{columns}.txt" for name in COMMANDS for columns in WIDTHS}
    assert {path.name for path in SNAPSHOTS.iterdir()} == wanted


@pytest.mark.parametrize("columns", [80, 100, 140])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_is_wider_than_the_screen(name: str, columns: int, run: Run) -> None:
    if name != "brief":
        assert max(map(len, run(*COMMANDS[name], columns=columns).stdout.splitlines())) <= columns


def test_words_of_reports_are_no_markup_and_no_control_characters(run: Run) -> None:
    printed = run(*COMMANDS["recognition"], columns=200).stdout
    assert "[sic]" in printed
    assert "[/b]" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize("name", ["recognition", "relations", "disputes", "missions", "names", "timeline", "matrix"])
def test_json_is_what_python_gets(name: str, run: Run, ledger_path: Path) -> None:
    questions: dict[str, Callable[[api.Ledger], Answer]] = {
        "recognition": lambda held: api.recognition(held, of="DPR", as_of="2022-07-20"),
        "relations": lambda held: api.relations(held, "UKR", "PRK"),
        "disputes": api.disputes,
        "missions": lambda held: api.missions(held, of="PRK"),
        "names": lambda held: api.names(held, of="DPR"),
        "timeline": lambda held: api.timeline(held, "PRK"),
        "matrix": lambda held: api.matrix(held, "recognition"),
    }
    with api.open_ledger(ledger_path) as held:
        answer = questions[name](held)
    assert json.loads(run(*COMMANDS[name], "--format", "json").stdout) == answer.to_dict()


def test_csv_has_a_line_for_each_claim_that_python_gets(run: Run, ledger_path: Path) -> None:
    with api.open_ledger(ledger_path) as held:
        answer = api.recognition(held, of="DPR", as_of="2022-07-20")
    wanted = {
        (one.id, citation.claim.id, citation.claim.evidence.quote)
        for one in answer.recognisers
        for strand in (one.done, one.announced, one.withdrawn, one.refused)
        if strand is not None
        for citation in strand.citations
    }
    lines = csv.DictReader(io.StringIO(run(*COMMANDS["recognition"], "--format", "csv").stdout))
    assert {(line["recogniser"], line["claim"], line["quote"]) for line in lines} == wanted


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "brief"])
def test_every_answer_has_csv_and_markdown(name: str, run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run(*COMMANDS[name], "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1
    assert run(*COMMANDS[name], "--format", "markdown").stdout.startswith("# ")


def test_known_gives_what_was_held_then(run: Run) -> None:
    assert "no claim" in run("recognition", "DPR", "--known", "2022-07-31").stdout


def test_a_brief_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    assert run("brief", "UKR", "PRK", "--format", "html", "-o", str(path)).exit_code == 0
    assert path.read_text("utf-8").startswith("<!doctype html>")


def test_show_underlines_a_document_and_tells_a_claim_in_full(run: Run) -> None:
    document = run("show", "note.txt").stdout
    assert "── body" in document
    claim = json.loads(run("claims", "--document", "note.txt", "--format", "json").stdout)["claims"][0]["id"]
    told = run("show", claim[:8]).stdout
    assert claim in told
    assert "TR (translator)" in told


def test_show_cites_a_claim_for_other_programs(run: Run) -> None:
    claim = json.loads(run("claims", "--document", "note.txt", "--format", "json").stdout)["claims"][0]["id"]
    assert run("show", claim, "--cite", "bibtex").stdout.startswith(f"@online{{dragoman-{claim[:12]},")
    assert json.loads(run("show", claim, "--cite", "csl").stdout)[0]["type"] == "webpage"
    assert run("show", "note.txt", "--cite", "text").exit_code != 0


def test_polities_are_found_by_names_of_other_languages(run: Run) -> None:
    found = json.loads(run("polities", "ДНР", "--format", "json").stdout)["entries"]
    assert "DPR" in {entry["id"] for entry in found}


def test_rows_limits_each_table_to_its_first_rows_and_their_footnotes(run: Run) -> None:
    whole = run("recognition", "DPR", "--as-of", "2022-07-20").stdout
    short = run("recognition", "DPR", "--as-of", "2022-07-20", "--rows", "1").stdout
    assert "[2]" in whole
    assert "[2]" not in short
    assert "more without --rows" in short


def test_rows_changes_nothing_where_the_tables_are_short_enough(run: Run) -> None:
    assert run("recognition", "DPR", "--rows", "99").stdout == run("recognition", "DPR").stdout


def test_rows_leaves_json_and_csv_whole(run: Run) -> None:
    for form in ("json", "csv"):
        question = ["recognition", "DPR", "--format", form]
        assert run(*question, "--rows", "1").stdout == run(*question).stdout


def test_what_a_policy_leaves_out_is_told_beside_the_records(run: Run) -> None:
    result = run("recognition", "DPR", "--policy", "cautious", "--format", "csv")
    assert "Left out by the policy: 1 claim: announced acts do not count." in result.stderr
    assert "Left out" not in result.stdout


def test_a_policy_is_read_from_a_file_and_named_with_its_digest(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(run("policies", "show", "cautious").stdout.replace("least: 2", "least: 1"), "utf-8")
    answer = json.loads(run("recognition", "DPR", "--policy", str(path), "--format", "json").stdout)
    assert answer["policy"]["name"] == "cautious"
    assert len(answer["policy"]["digest"]) == 64


def test_a_bad_policy_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("name: bad\nabout: it has a wrong key\nsorces: []\n", "utf-8")
    result = run("recognition", "DPR", "--policy", str(path))
    assert result.exit_code == 2
    assert "line 3: 'sorces' is no key; there are name, about, sources" in result.stderr


def test_a_timeline_is_drawn_as_svg(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"
    assert run("timeline", "UKR", "PRK", "--format", "svg", "-o", str(path)).exit_code == 0
    root = etree.fromstring(path.read_bytes())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    told = " ".join(root.itertext())
    assert "Ukraine and North Korea" in told
    assert "severed" in told


def test_watch_ends_with_one_when_something_changed_and_with_zero_when_nothing_did(run: Run) -> None:
    changed = run("watch", "--since", "2022-07-31", "--format", "json")
    assert changed.exit_code == 1
    answer = json.loads(changed.stdout)
    assert answer["changed"] is True
    assert any("recognition, Russia" in one["what"] for one in answer["answers"])
    quiet = run("watch", "--since", "2022-08-02")
    assert quiet.exit_code == 0
    assert "Nothing changed." in quiet.stdout


def test_a_wide_matrix_has_a_column_for_each_polity(run: Run) -> None:
    lines = list(csv.reader(io.StringIO(run("matrix", "recognition", "--wide", "--format", "csv").stdout)))
    assert lines[0] == ["", "DPR"]
    assert ["RUS", "recognises"] in lines
