"""The histories of missions in `samples/histories`, read as TEI: every transition that they tell, and no other."""

import csv
from pathlib import Path

import pytest

from dragoman import api

HISTORIES = Path(__file__).resolve().parents[2] / "samples" / "histories"

pytestmark = pytest.mark.model


def test_the_transitions_of_our_own_histories_are_derived() -> None:
    with api.open_ledger("memory:") as ledger:
        for path in sorted(HISTORIES.glob("*.xml")):
            ledger.add(api.code_file(path), by="test")
        found = api.mission_transitions(ledger, sender="USA").transitions
    with (HISTORIES / "transitions.csv").open(encoding="utf-8", newline="") as gold:
        wanted = [tuple(row.values()) for row in csv.DictReader(gold)]
    assert [(one.article, one.receiver, one.status, one.start.edtf) for one in found] == wanted
    assert all(one.citations and one.rule for one in found)
