import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

pytestmark = pytest.mark.model

TEXT = "Nauru recognised Abkhazia on 15 December 2009. Russia had recognised it in August 2008.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_code_prints_one_claim_a_line(run: Run, page: Path) -> None:
    claims = [json.loads(line) for line in run("code", str(page), "--format", "jsonl").stdout.splitlines()]
    assert claims
    assert all(claim["evidence"]["quote"] in TEXT for claim in claims)


def test_adding_the_same_bytes_twice_adds_nothing(run: Run, page: Path) -> None:
    assert "1 document read" in run("add", str(page)).stderr
    again = run("add", str(page))
    assert again.exit_code == 0
    assert "0 new claims; 1 of them held already" in again.stderr
    assert "Nauru" in run("recognition", "Abkhazia").stdout


def test_standard_input_is_read(run: Run) -> None:
    assert "1 document read" in run("add", "-", "--published", "2009-12-16", text=TEXT).stderr
    assert "2009-12-16" in run("documents").stdout


def test_what_cannot_be_read_is_a_fault_and_the_rest_is_added(run: Run, page: Path, tmp_path: Path) -> None:
    result = run("add", str(tmp_path / "missing.txt"), str(page))
    assert result.exit_code == 0
    assert "Fault" in result.stderr
    assert run("add", str(tmp_path / "missing.txt")).exit_code == 1


def test_several_processes_add_the_same(run: Run, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"page-{number}.txt").write_text(TEXT.replace("2009", f"200{number}"), "utf-8")
    assert "3 documents read" in run("add", str(tmp_path / "page-*.txt"), "--jobs", "2").stderr


def test_a_claim_of_a_page_is_explained_by_its_parse_and_its_rule(run: Run, page: Path) -> None:
    claim = json.loads(run("code", str(page), "--format", "jsonl").stdout.splitlines()[0])["id"]
    told = run("explain", "--file", str(page), claim[:10]).stdout
    assert "actor NRU" in told
    assert "en/recognition" in told


def test_a_missing_parser_ends_with_4(run: Run, page: Path) -> None:
    result = run("code", str(page), "--parser", "no_such_pipeline")
    assert result.exit_code == 4
    assert "no_such_pipeline" in result.stderr


def test_bad_lines_of_actors_are_faults_unless_strict(run: Run, page: Path, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,id,sector\nSample Front,sample-front,REB\nBad,,\n", "utf-8")
    result = run("code", str(page), "--actors", str(table), "--format", "jsonl")
    assert result.exit_code == 0
    assert f"Fault: Cannot use the actor file {str(table)!r}, line 3" in result.stderr
    assert run("add", str(page), "--actors", str(table), "--strict").exit_code == 2
