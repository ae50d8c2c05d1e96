"""Claims as tables that spreadsheets may open without harm."""

from collections.abc import Iterable
from csv import DictReader
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.factories import make_claim, make_document, make_participant
from tests.claims.strategies import claims, documents

from dragoman.claims.claim import Claim, ClaimKind, Measure
from dragoman.claims.hop import Hop
from dragoman.documents.section import VoiceKind
from dragoman.exchange.claim_csv import CLAIM_COLUMNS, PAIR_COLUMNS, claim_table, pair_table
from dragoman.exchange.csv_cells import NUMBER

WIRE = Hop("Sample Wire", VoiceKind.OUTLET)
KCNA = Hop("KCNA", VoiceKind.AGENCY, "according to")


def read(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(DictReader(StringIO("".join(lines), newline="")))


def test_one_claim_is_one_row() -> None:
    claim = make_claim(actors=["PRK"], recipients=["DPR", "LPR"], date="2022-07-13", chain=(WIRE, KCNA))
    (row,) = read(claim_table([claim]))
    assert tuple(row) == CLAIM_COLUMNS
    assert (row["id"], row["actors"], row["recipients"]) == (claim.id, "PRK", "DPR;LPR")
    assert (row["date"], row["earliest"], row["latest"]) == ("2022-07-13", "2022-07-13", "2022-07-13")
    assert (row["source"], row["chain"], row["negated"]) == ("KCNA", "Sample Wire > KCNA", "false")


def test_one_pair_is_one_row() -> None:
    rows = read(pair_table([make_claim(actors=["PRK", "SYR"], recipients=["DPR", "LPR"])]))
    assert tuple(rows[0]) == PAIR_COLUMNS
    assert [(row["actor"], row["recipient"]) for row in rows] == [
        ("PRK", "DPR"),
        ("PRK", "LPR"),
        ("SYR", "DPR"),
        ("SYR", "LPR"),
    ]


def test_a_claim_without_recipients_has_an_empty_cell() -> None:
    (row,) = read(pair_table([make_claim(kind=ClaimKind.STATE, recipients=(), date=None)]))
    assert (row["actor"], row["recipient"], row["date"]) == ("NRU", "", "")


def test_a_table_of_nothing_is_its_heading() -> None:
    assert list(claim_table([])) == [",".join(CLAIM_COLUMNS) + "\n"]


@pytest.mark.parametrize("name", ["=1+1", "+7 495", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-a\rb"])
def test_a_text_that_looks_like_a_formula_is_marked_as_text(name: str) -> None:
    claim = make_claim(actors=[make_participant(name=name)])
    (row,) = read(claim_table([claim]))
    assert row["actor_names"] == "'" + name


def test_a_negative_number_stays_a_number() -> None:
    claim = make_claim(kind=ClaimKind.QUANTITY, measure=Measure(-3.5, "percent", "exports"))
    (row,) = read(claim_table([claim]))
    assert row["value"] == "-3.5"


def test_quotes_commas_and_line_breaks_survive() -> None:
    text = 'He said: "No,\nnever."'
    (row,) = read(claim_table([make_claim(make_document(text))]))
    assert row["quote"] == text


@given(st.lists(documents().flatmap(claims), max_size=3))
def test_no_cell_of_text_begins_like_a_formula(found: list[Claim]) -> None:
    for row in read(claim_table(found)):
        texts = {name: cell for name, cell in row.items() if name not in {"value", "confidence"}}
        words = [cell for cell in texts.values() if not NUMBER.fullmatch(cell)]
        assert not [cell for cell in words if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
