"""Whatever is altered, left out or moved behind the back of the ledger is found and named."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.claims.factories import make_claim, make_coding, make_document
from tests.ledger.conftest import MONDAY, SetClock

from dragoman.claims.claim import Claim
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import EntryKind, make_decision
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.claims.judgement import Judgement, Ruling
from dragoman.claims.ledger import Ledger
from dragoman.claims.verification import Verification
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.span import Span
from dragoman.ledger.open import open_ledger
from dragoman.ledger.schema import TABLES
from dragoman.ledger.seal import FIRST

PAGES = ("Nauru recognised Abkhazia.", "Nauru recognised South Ossetia.", "Tuvalu recognised Abkhazia.")
COLUMNS = [(table.name, column.name) for table in TABLES for column in table.columns]

WITHOUT_ROW_NUMBER = {"claim_participants", "claim_pairs", "dispute_claims"}


def page_coding(text: str) -> Coding:
    page = make_document(text)
    claim: Claim = make_claim(page)
    return make_coding(
        page,
        claim,
        disputes=(Dispute(DisputeKind.DATE, (claim.id,), (), "Which day?"),),
        links=(DocumentLink(page.id, LinkKind.QUOTES, None, "a statement", "it says so"),),
        uncoded=(Uncoded(Span(0, 2), "ko"),),
        faults=(Fault(page.id, "parse", "One sentence was left out."),),
    )


def add_pages(ledger: Ledger, clock: SetClock) -> None:
    for number, text in enumerate(PAGES):
        clock.moment = MONDAY + timedelta(hours=number)
        ledger.add(page_coding(text), by="me", why="tests")


def add_newer_coding(ledger: Ledger) -> None:
    """Let a newer coder date the claim of the first page otherwise, and find no dispute in it."""
    coding = page_coding(PAGES[0])
    found = tuple(replace(claim, coder="rules-en/2.0", date=None) for claim in coding.claims)
    ledger.add(replace(coding, claims=found, disputes=(), coder="rules-en/2.0"), by="me")


def add_decisions(ledger: Ledger) -> None:
    """Judge the first claim, begin a run of the coder, and code a page in it in which nothing is new."""
    claim = next(ledger.claims()).claim
    ledger.judge(Judgement(Ruling.REJECT, claim.id, "A. Reviewer", "The page retells a rumour."))
    run = ledger.decide(make_decision(EntryKind.RUN, "rules-en/1.0", {"documents": 1}), by="me")
    ledger.add(page_coding(PAGES[1]), by="me", run=run.number)


def altered(path: Path, *statements: str) -> Verification:
    """Change a ledger as somebody would who first removes the triggers, and check it."""
    with open_ledger(path, clock=(clock := SetClock())) as ledger:
        add_pages(ledger, clock)
        add_newer_coding(ledger)
        add_decisions(ledger)
    with closing(sqlite3.connect(path)) as connection, connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for statement in (*[f"DROP TRIGGER {name}" for name in names], *statements):
            connection.execute(statement)
    with open_ledger(path) as ledger:
        return ledger.verify()


def other_value(column: str) -> str:
    return f"CASE WHEN typeof({column}) = 'text' THEN {column} || '0' ELSE coalesce({column}, 0) + 7 END"


class TestEveryLedger:
    def test_is_sound_when_empty(self, ledger: Ledger) -> None:
        assert ledger.verify() == Verification(0, 0, FIRST, ())
        assert ledger.head() is None

    def test_is_sound_after_adding(self, ledger: Ledger, clock: SetClock) -> None:
        add_pages(ledger, clock)
        found = ledger.verify()
        assert (found.entries, found.claims, found.flaws) == (3, 3, ())

    def test_has_the_digest_of_its_last_entry_for_head(self, ledger: Ledger, clock: SetClock) -> None:
        add_pages(ledger, clock)
        assert [found := ledger.head()] == list(ledger.entries())[-1:]
        assert found is not None
        assert ledger.verify().head == found.digest

    def test_still_has_a_digest_that_was_noted(self, ledger: Ledger, clock: SetClock) -> None:
        add_pages(ledger, clock)
        noted = next(ledger.entries()).digest
        assert ledger.verify(noted).is_sound
        assert ledger.verify(noted[:12].upper()).is_sound

    def test_is_not_sound_without_a_digest_that_was_noted(self, ledger: Ledger, clock: SetClock) -> None:
        add_pages(ledger, clock)
        (flaw,) = ledger.verify("f" * 64).flaws
        assert "was noted" in flaw.reason


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(pair) for pair in COLUMNS])
def test_a_change_of_any_column_is_found(path: Path, table: str, column: str) -> None:
    named = f'"{column}"'
    key = "rowid" if table not in WITHOUT_ROW_NUMBER else "claim"
    last = f"{key} = (SELECT max({key}) FROM {table})"  # noqa: S608 - names of our own tables
    found = altered(path, f"UPDATE OR IGNORE {table} SET {named} = {other_value(named)} WHERE {last}")  # noqa: S608
    assert not found.is_sound


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_row_that_was_taken_out_is_found(path: Path, table: str) -> None:
    key = "claim" if table in WITHOUT_ROW_NUMBER else "rowid"
    assert not altered(path, f"DELETE FROM {table} WHERE {key} = (SELECT min({key}) FROM {table})").is_sound  # noqa: S608


def test_the_entry_that_was_altered_is_named(path: Path) -> None:
    found = altered(path, "UPDATE entries SET why = 'something else' WHERE number = 2")
    assert {flaw.entry for flaw in found.flaws} == {2}


def test_an_entry_that_is_missing_is_named(path: Path) -> None:
    tables = ("documents", "claims", "disputes", "links", "uncoded", "faults", "standings")
    found = altered(
        path,
        "DELETE FROM entries WHERE number = 2",
        *[f"DELETE FROM {table} WHERE entry = 2" for table in tables],  # noqa: S608
    )
    assert any("entry 2 is missing" in flaw.reason for flaw in found.flaws if flaw.entry == 3)


def test_entries_that_changed_places_are_found(path: Path) -> None:
    found = altered(
        path,
        "UPDATE entries SET number = -2 WHERE number = 2",
        "UPDATE entries SET number = 2 WHERE number = 3",
        "UPDATE entries SET number = 3 WHERE number = -2",
    )
    # The entry after them follows on another one than before.
    assert {flaw.entry for flaw in found.flaws} == {2, 3, 4}


def test_a_claim_that_cannot_be_read_is_a_flaw(path: Path) -> None:
    found = altered(path, "UPDATE claims SET body = '{' WHERE entry = 1")
    assert any("cannot be read" in flaw.reason for flaw in found.flaws if flaw.entry == 1)
