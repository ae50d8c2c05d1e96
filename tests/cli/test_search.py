"""`dragoman search` finds words in the sample reports."""

import csv
import io
import json

import pytest
from tests.cli.conftest import Run


def test_it_shows_the_words_with_marks(run: Run) -> None:
    printed = run("search", "recognised").stdout
    assert "»recognised«" in printed
    assert printed.startswith("“recognised” stands in ")


@pytest.mark.parametrize("place", ["documents", "quotes"])
def test_json_has_pieces(run: Run, place: str) -> None:
    told = json.loads(run("search", "recognised", "--in", place, "--format", "json", "--limit", "1").stdout)
    (hit,) = told["hits"]
    assert [piece["text"].casefold() for piece in hit["snippet"] if piece["hit"]]
    assert (hit["citation"] is None) is (place == "documents")


def test_csv_has_a_line_for_each_finding(run: Run) -> None:
    printed = run("search", "recognised", "--format", "csv").stdout
    header, *lines = csv.reader(io.StringIO(printed))
    assert header[0] == "document"
    assert lines


def test_what_is_not_there_is_told(run: Run) -> None:
    assert "No text of the ledger has these words." in run("search", "atlantis").stdout


def test_no_word_at_all_is_wrong_use(run: Run) -> None:
    assert run("search").exit_code == 2
