"""``dragoman evaluate``: the formats, the page, and wrong files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.main import cli

pytestmark = pytest.mark.model

GOLD = """\
reports:
  visit.txt:
    words: |
      Kenya recognised Kosovo on 3 March 2021. <script>alert(1)</script> Nobody said more.
    claims:
      - {kind: event, event: SUPPORT, mode: recognition, actors: [KEN], recipients: [XKX], date: "2021-03-03",
         quote: "recognised Kosovo"}
      - {kind: event, event: SANCTION, mode: relations-severed, actors: [KEN], quote: "said more"}
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.yaml"
    path.write_text(GOLD, encoding="utf-8")
    return path


def test_the_figures_are_the_same_in_every_format(gold: Path) -> None:
    as_json = CliRunner().invoke(cli, ["evaluate", str(gold), "--format", "json"])
    figures = json.loads(as_json.stdout)["figures"]["all"]
    assert (figures["required"], figures["right"], figures["precision"]) == (2, 1, 1.0)
    as_csv = CliRunner().invoke(cli, ["evaluate", str(gold), "--format", "csv"]).stdout
    assert next(line for line in as_csv.splitlines() if line.startswith("all,")).split(",")[1] == "1.0"
    table = CliRunner().invoke(cli, ["evaluate", str(gold), "--errors"]).stdout
    assert "MISS  visit.txt" in table
    assert "relations-severed" in table


def test_the_page_stands_alone_and_holds_words_as_words(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert CliRunner().invoke(cli, ["evaluate", str(gold), "--html", str(page)]).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "<mark>said more</mark>" in html
    assert "<script" not in html
    assert "http" not in html


def test_a_wrong_file_gives_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("reports: {a.txt: {claims: [{kind: event}]}}", encoding="utf-8")
    result = CliRunner().invoke(cli, ["evaluate", str(path)])
    assert result.exit_code == 2
    assert "reports, a.txt, claims, number 1: 'quote' is a required property." in result.stderr


def test_claims_that_are_not_sure_enough_are_left_out(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Kenya recognised Kosovo on 3 March 2021.", encoding="utf-8")
    code = ["code", str(page), "--format", "jsonl"]
    lines = [json.loads(line) for line in CliRunner().invoke(cli, code).stdout.splitlines()]
    assert any(line["kind"] == "event" for line in lines)
    assert CliRunner().invoke(cli, [*code, "--min-confidence", "1"]).stdout == ""
    ledger = ["--ledger", str(tmp_path / "ledger.db")]
    CliRunner().invoke(cli, ["add", str(page), *ledger])
    listed = CliRunner().invoke(cli, ["claims", "--format", "json", "--min-confidence", "1", *ledger])
    assert json.loads(listed.stdout)["claims"] == []
