"""A ledger that moves to another store is the same ledger there, or the move is refused."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.claims.factories import make_coding, make_document
from tests.ledger.adding import make_page
from tests.ledger.conftest import SetClock
from tests.ledger.test_verification import add_decisions, add_newer_coding, add_pages

from dragoman.claims.coding import Coding
from dragoman.claims.ledger import Ledger
from dragoman.documents.fault import Fault
from dragoman.errors import LedgerUnavailableError
from dragoman.ledger import copying
from dragoman.ledger.copied import CopyStep
from dragoman.ledger.copying import copy_ledger
from dragoman.ledger.open import open_ledger

ALL = 9
"""Entries of :func:`fill`."""

UNREADABLE = Coding(None, faults=(Fault("page.pdf", "decode", "The file holds no text: nothing was coded."),))


def fill(address: str | Path) -> None:
    """Add of every kind: claims, disputes, links, stretches, faults, a newer coding, decisions."""
    clock = SetClock()
    with open_ledger(address, clock=clock) as ledger:
        ledger.add(UNREADABLE, by="me")
        add_pages(ledger, clock)
        add_newer_coding(ledger)
        ledger.add(replace(UNREADABLE, faults=(replace(UNREADABLE.faults[0], document="other.pdf"),)), by="me")
        add_decisions(ledger)


def told(address: str | Path) -> list[list[object]]:
    with open_ledger(address) as ledger:
        return [list(part) for part in parts(ledger)]


def parts(ledger: Ledger) -> list[list[object]]:
    documents = [ledger.document(page.id) for page in ledger.documents()]
    return [
        list(ledger.entries()),
        list(documents),
        list(ledger.claims()),
        list(ledger.disputes()),
        list(ledger.links()),
        list(ledger.faults()),
        list(ledger.decisions()),
        list(ledger.judgements()),
    ]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


class TestFiles:
    def test_a_copy_gives_the_same_answers_and_has_the_same_head(self, path: Path, target: Path) -> None:
        fill(path)
        made = copy_ledger(path, target)
        assert (made.entries, made.copied, made.verification.is_sound) == (ALL, ALL, True)
        assert told(target) == told(path)

    def test_a_copy_in_small_lots_keeps_faults_of_no_entry_at_their_place(
        self, path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(copying, "LOT", 1)
        monkeypatch.setattr(copying, "ROWS", 1)
        fill(path)
        assert copy_ledger(path, target).verification.is_sound
        assert told(target) == told(path)

    def test_an_empty_ledger_gives_an_empty_one(self, path: Path, target: Path) -> None:
        open_ledger(path).close()
        assert copy_ledger(path, target).entries == 0
        assert told(target) == told(path)

    def test_a_ledger_of_faults_alone_is_copied(self, path: Path, target: Path) -> None:
        with open_ledger(path) as ledger:
            ledger.add(UNREADABLE, by="me")
        copy_ledger(path, target)
        assert told(target) == told(path)

    def test_copying_again_goes_on_where_the_copy_ends(self, path: Path, target: Path) -> None:
        fill(path)
        copy_ledger(path, target)
        with open_ledger(path) as ledger:
            ledger.add(make_page(1), by="me")
        made = copy_ledger(path, target)
        assert (made.entries, made.copied) == (ALL + 1, 1)
        assert told(target) == told(path)

    def test_a_copy_that_was_cut_short_is_finished(
        self, path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(copying, "LOT", 2)
        fill(path)

        def stop(step: CopyStep) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            copy_ledger(path, target, progress=stop)
        assert (made := copy_ledger(path, target)).copied == ALL - 2
        assert made.verification.is_sound
        assert told(target) == told(path)

    def test_what_is_added_meanwhile_is_left_for_the_next_copy(self, path: Path, target: Path) -> None:
        fill(path)

        def add(step: CopyStep) -> None:
            if step.stage == "copying":
                with open_ledger(path) as ledger:
                    ledger.add(make_page(1), by="somebody else")

        assert copy_ledger(path, target, progress=add).entries == ALL
        assert copy_ledger(path, target).entries > ALL
        assert told(target) == told(path)

    def test_the_steps_tell_how_far_it_is(self, path: Path, target: Path) -> None:
        fill(path)
        steps: list[CopyStep] = []
        copy_ledger(path, target, progress=steps.append)
        assert steps == [CopyStep("copying", ALL, ALL), CopyStep("checking", ALL, ALL)]


class TestRefusing:
    def test_a_target_with_another_ledger(self, path: Path, target: Path) -> None:
        fill(path)
        with open_ledger(target) as ledger:
            ledger.add(make_coding(make_document("Tuvalu denied it.")), by="me")
        before = told(target)
        with pytest.raises(LedgerUnavailableError, match="holds something else"):
            copy_ledger(path, target)
        assert told(target) == before

    def test_a_target_that_is_ahead_of_the_original(self, path: Path, target: Path) -> None:
        fill(path)
        copy_ledger(path, target)
        with open_ledger(target) as ledger:
            ledger.add(make_page(1), by="me")
        with pytest.raises(LedgerUnavailableError, match="holds something else"):
            copy_ledger(path, target)

    def test_a_target_with_a_fault_of_its_own(self, path: Path, target: Path) -> None:
        fill(path)
        with open_ledger(target) as ledger:
            ledger.add(replace(UNREADABLE, faults=(replace(UNREADABLE.faults[0], reason="Another."),)), by="me")
        with pytest.raises(LedgerUnavailableError, match="holds something else"):
            copy_ledger(path, target)

    def test_itself(self, path: Path) -> None:
        fill(path)
        with pytest.raises(LedgerUnavailableError, match="the original itself"):
            copy_ledger(path, path)

    def test_an_original_that_is_not_there(self, path: Path, target: Path) -> None:
        with pytest.raises(LedgerUnavailableError, match="no such file"):
            copy_ledger(path, target)
        assert not target.exists()


def test_a_flaw_of_the_original_is_found_in_the_copy(path: Path, target: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER entries_no_update")
        connection.execute("UPDATE entries SET why = 'something else' WHERE number = 2")
    assert not copy_ledger(path, target).verification.is_sound


@pytest.mark.postgres
def test_a_ledger_moves_to_a_server_and_back(path: Path, target: Path, database: str) -> None:
    with open_ledger(path) as ledger:
        ledger.add(make_coding(make_document("a\0b\ufffe0\ufffe 朝鲜", name="n\0.txt")), by="\0me")
    fill(path)
    assert copy_ledger(path, database).verification.is_sound
    assert told(database) == told(path)
    assert copy_ledger(database, target).verification.is_sound
    assert told(target) == told(path)


@pytest.mark.postgres
def test_a_moved_ledger_goes_on_with_the_same_chain(path: Path, database: str) -> None:
    fill(path)
    copy_ledger(path, database)
    clock = SetClock()
    with open_ledger(path, clock=clock) as here, open_ledger(database, clock=clock) as there:
        assert here.add(make_page(1), by="me") == there.add(make_page(1), by="me")


@pytest.mark.postgres
def test_a_database_with_tables_of_another_program_is_left_alone(path: Path, server: str, database: str) -> None:
    fill(path)
    engine = sa.create_engine(sa.make_url(database).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE public.songs (title text)")
    copy_ledger(path, database)
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM public.songs").scalar() == 0
    engine.dispose()
