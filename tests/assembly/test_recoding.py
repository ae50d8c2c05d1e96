"""Coding again what a ledger holds: a run with a beginning, an entry for each document, and an end."""

from dataclasses import replace
from itertools import islice
from json import loads

import pytest
from tests.claims.factories import make_claim, make_coding, make_document

from dragoman.assembly.recoding import plan_recoding, recode
from dragoman.claims.decision import EntryKind
from dragoman.claims.ledger import Ledger
from dragoman.ledger.open import open_ledger

pytestmark = pytest.mark.model
TEXT = "Nauru recognised Abkhazia on 15 December 2009."
PAGES = [make_document(TEXT, name="nauru.txt"), make_document("Tuvalu recognised Abkhazia on 18 September 2011.")]


@pytest.fixture
def ledger() -> Ledger:
    held = open_ledger("memory:")
    for page in PAGES:
        held.add(make_coding(page, make_claim(page, mode="visit")), by="anna")
    return held


def test_what_is_no_longer_found_is_superseded_by_the_run_and_what_is_new_is_added(ledger: Ledger) -> None:
    results = list(recode(ledger, plan_recoding(ledger), by="boris", why="newer rules"))
    assert [one.name for one in results] == ["nauru.txt", "page.txt"]
    assert all((one.entry.superseded, one.entry.added > 0) == (1, True) for one in results)
    assert "visit" not in {held.claim.mode for held in ledger.claims()}
    kinds = [(entry.kind, entry.run) for entry in ledger.entries()][2:]
    assert kinds == [
        (EntryKind.RUN, None),
        (EntryKind.CODING, 3),
        (EntryKind.CODING, 3),
        (EntryKind.RUN, None),
    ]
    begun, ended = (loads(held.decision.body) for held in ledger.decisions(kinds=(EntryKind.RUN,)))
    assert (begun["state"], begun["documents"]) == ("begun", 2)
    assert (ended["state"], ended["run"], ended["superseded"]) == ("ended", 3, 2)
    assert ledger.verify().is_sound


def test_a_second_run_finds_nothing_to_do(ledger: Ledger) -> None:
    list(recode(ledger, plan_recoding(ledger), by="boris"))
    entries = len(list(ledger.entries()))
    plan = plan_recoding(ledger)
    assert (plan.documents, plan.begun) == ((), None)
    assert list(recode(ledger, plan, by="boris")) == []
    assert len(list(ledger.entries())) == entries


def test_a_run_that_was_cut_short_goes_on_as_the_same_run(ledger: Ledger) -> None:
    list(islice(recode(ledger, plan_recoding(ledger), by="boris"), 1))
    plan = plan_recoding(ledger)
    assert (len(plan.documents), plan.begun) == (1, 3)
    (rest,) = recode(ledger, plan, by="boris")
    assert rest.entry.run == 3
    assert plan_recoding(ledger).begun is None


def test_claims_that_are_found_again_keep_their_identifiers(ledger: Ledger) -> None:
    list(recode(ledger, plan_recoding(ledger), by="boris"))
    found = {held.claim.id for held in ledger.claims()}
    older = open_ledger("memory:")
    for page in PAGES:
        claims = tuple(replace(h.claim, coder="old") for h in ledger.claims() if h.claim.document == page.id)
        older.add(replace(make_coding(page, *claims), coder="old"), by="anna")
    results = list(recode(older, plan_recoding(older), by="boris"))
    assert [(one.entry.added, one.entry.superseded) for one in results] == [(0, 0), (0, 0)]
    assert {held.claim.id for held in older.claims()} == found
