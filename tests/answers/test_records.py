"""Every answer that is a table gives records, and frames of pandas and polars."""

import sys
from collections.abc import Callable

import pytest
from tests.answers.reports import EMBASSY, act, ledger_of, recognition_of, report

from dragoman import api
from dragoman.answers.records import Tabular
from dragoman.claims.ledger import Ledger
from dragoman.errors import ExtraMissingError

PAGES = (
    report("The Republic did.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A"),
    report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="B"),
    report("It opened one.", act("mission-opened", "RUS", "ABK", date="2009", measure=EMBASSY)),
)
QUESTIONS: dict[str, Callable[[Ledger], Tabular]] = {
    "recognition": lambda held: api.recognition(held, of="DPR"),
    "relations": lambda held: api.relations(held, "RUS", "DPR"),
    "missions": lambda held: api.missions(held, of="RUS"),
    "transitions": lambda held: api.mission_transitions(held, sender="RUS"),
    "timeline": lambda held: api.timeline(held, "RUS"),
    "matrix": lambda held: api.matrix(held, "recognition"),
    "disputes": api.disputes,
    "names": lambda held: api.names(held, of="RUS"),
    "loaded": api.loaded_words,
    "claims": api.list_claims,
    "watch": lambda held: api.watch(held, "2000-01-01"),
}
EMPTY = {"names", "loaded"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_records_of_an_answer_have_the_same_plain_keys(name: str) -> None:
    records = QUESTIONS[name](ledger_of(*PAGES)).to_records()
    assert bool(records) is (name not in EMPTY)
    assert len({tuple(record) for record in records}) <= 1
    plain = (str, int, float, bool, type(None))
    assert all(isinstance(value, plain) for record in records for value in record.values())


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_frame_has_a_row_for_each_record(name: str, library: str) -> None:
    pytest.importorskip(library)
    answer = QUESTIONS[name](ledger_of(*PAGES))
    frame = answer.to_pandas() if library == "pandas" else answer.to_polars()
    records = answer.to_records()
    assert len(frame) == len(records)
    assert list(frame.columns) == list(records[0] if records else ())


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ExtraMissingError, match=r"pip install 'dragoman\[polars\]'"):
        api.recognition(ledger_of(), of="DPR").to_polars()
