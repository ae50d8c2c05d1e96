"""No cell of a CSV file is run by a spreadsheet, and every text can be had back."""

from csv import reader
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exchange.csv_cells import NUMBER, csv_lines, guarded_cell, restored_cell

TEXTS = st.text(st.one_of(st.sampled_from("'=+-@\t\r\n ,\"a1"), st.characters(codec="utf-8")), max_size=12)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7 495 123", "-the envoy said", "@SUM(A1)", "\t=1", "\rx", "\nx", " =1", "＝1", "'=1", "-1998/1999"],
)
def test_a_text_that_could_be_run_has_an_apostrophe_before_it(text: str) -> None:
    assert guarded_cell(text) == "'" + text


@pytest.mark.parametrize(
    "value", [-3, 0.25, "-3.5", "+12", "2022-07-13", "1998-01/..", "Kyiv", "'tis", "a=b", "", "USA"]
)
def test_numbers_days_and_plain_words_stay(value: object) -> None:
    assert guarded_cell(value) == value


@given(TEXTS)
def test_every_text_can_be_had_back(text: str) -> None:
    assert restored_cell(str(guarded_cell(text))) == text


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_tables_are_read_back_and_no_cell_begins_like_a_formula(rows: list[list[str]]) -> None:
    found = list(reader(StringIO("".join(csv_lines(rows)), newline="")))
    assert [[restored_cell(cell) for cell in row] for row in found] == rows
    cells = [cell for row in found for cell in row if not NUMBER.fullmatch(cell)]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
