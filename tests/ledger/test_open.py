"""Addresses that open, and addresses that are refused with a reason that helps."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import event
from tests.claims.factories import make_claim, make_coding, make_document
from tests.ledger.adding import CLAIMS, open_and_add, process_context

from dragoman.errors import LedgerUnavailableError, LedgerVersionError
from dragoman.ledger.memory import MemoryLedger
from dragoman.ledger.open import open_ledger
from dragoman.ledger.store import SqlLedger

PAGE = make_document("Nauru recognised Abkhazia. " * 40)


class TestOpening:
    @pytest.mark.parametrize("address", ["memory:", ":memory:", "sqlite://"])
    def test_gives_a_ledger_in_memory(self, address: str) -> None:
        assert isinstance(open_ledger(address), MemoryLedger)

    @pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
    def test_takes_a_path_or_a_url(self, path: Path, form: str) -> None:
        with open_ledger(form.format(path)) as ledger:
            ledger.add(make_coding(), by="me")
        with open_ledger(path) as ledger:
            assert len(list(ledger.claims())) == 1

    def test_gives_an_address_that_opens_the_same_ledger(self, path: Path) -> None:
        with open_ledger(f"sqlite:///{path}") as ledger:
            assert ledger.address == str(path)

    def test_takes_names_with_signs_of_urls_and_of_other_scripts(self, tmp_path: Path) -> None:
        path = tmp_path / "50%? 朝鲜 #1.db"
        open_and_add(path, 1)
        assert path.exists()

    def test_takes_an_empty_file(self, path: Path) -> None:
        path.touch()
        open_and_add(path, 1)

    def test_by_several_processes_at_once_makes_one_ledger(self, path: Path) -> None:
        context = process_context()
        workers = [context.Process(target=open_and_add, args=(path, number)) for number in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
        with open_ledger(path) as ledger:
            assert [entry.number for entry in ledger.entries()] == [1, 2, 3, 4]


class TestRefusing:
    @pytest.mark.parametrize("address", ["mysql://anna:secret@db/relations", "mysql://db/x", "oracle://x"])
    def test_other_databases_without_telling_the_password(self, address: str) -> None:
        with pytest.raises(LedgerUnavailableError, match="kept by SQLite or PostgreSQL") as raised:
            open_ledger(address)
        assert "secret" not in str(raised.value)

    def test_what_is_no_address(self) -> None:
        with pytest.raises(LedgerUnavailableError, match="neither a path nor a URL"):
            open_ledger("://relations.db")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerUnavailableError, match="it is a folder"):
            open_ledger(tmp_path)

    def test_a_path_in_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerUnavailableError, match="there is no folder"):
            open_ledger(tmp_path / "missing" / "relations.db")

    def test_a_missing_file_when_none_is_to_be_made(self, path: Path) -> None:
        with pytest.raises(LedgerUnavailableError, match="there is no such file"):
            open_ledger(path, create=False)
        assert not path.exists()

    def test_a_file_that_is_no_database(self, path: Path) -> None:
        path.write_text("Nauru recognised Abkhazia. " * 400)
        with pytest.raises(LedgerUnavailableError, match="not a ledger"):
            open_ledger(path)
        assert path.read_text().startswith("Nauru")

    def test_a_database_of_another_program(self, path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("CREATE TABLE songs (title TEXT)")
        with pytest.raises(LedgerUnavailableError, match="another program"):
            open_ledger(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]

    def test_a_ledger_of_a_newer_version(self, path: Path) -> None:
        open_and_add(path, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(LedgerVersionError, match="install a newer Dragoman"):
            open_ledger(path)


class TestFailing:
    def test_a_damaged_file_is_said_to_be_damaged(self, path: Path) -> None:
        with open_ledger(path) as ledger:
            ledger.add(make_coding(PAGE, *[make_claim(PAGE, mode=str(number)) for number in range(200)]), by="me")
        content = bytearray(path.read_bytes())
        content[8192:] = b"\xff" * (len(content) - 8192)
        path.write_bytes(content)
        with pytest.raises(LedgerUnavailableError, match="damaged"), open_ledger(path) as ledger:
            list(ledger.claims())

    def test_a_full_disk_loses_nothing_and_the_same_command_finishes_the_work(self, path: Path) -> None:
        large = make_coding(PAGE, *[make_claim(PAGE, mode=str(number)) for number in range(500)])
        open_and_add(path, 1)
        with open_ledger(path) as ledger:
            limit_pages(ledger)
            with pytest.raises(LedgerUnavailableError, match="disk is full"):
                ledger.add(large, by="me")
            assert [entry.number for entry in ledger.entries()] == [1]
        with open_ledger(path) as ledger:
            assert ledger.add(large, by="me") is not None
            assert len(list(ledger.claims())) == CLAIMS + 500

    def test_a_ledger_that_another_process_writes_to_is_waited_for_and_then_refused(self, path: Path) -> None:
        open_and_add(path, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as other, open_ledger(path, patience=0.2) as ledger:
            other.execute("BEGIN IMMEDIATE")
            started = monotonic()
            with pytest.raises(LedgerUnavailableError, match="another process has been writing"):
                ledger.add(make_coding(PAGE), by="me")
            assert monotonic() - started >= 0.2
            assert len(list(ledger.claims())) == CLAIMS
            other.execute("ROLLBACK")
            assert ledger.add(make_coding(PAGE), by="me") is not None

    def test_a_ledger_that_may_not_be_written_can_be_read(self, path: Path) -> None:
        open_and_add(path, 1)
        with open_ledger(path) as ledger:
            forbid_writing(ledger)
            with pytest.raises(LedgerUnavailableError, match="read-only"):
                ledger.add(make_coding(PAGE), by="me")
            assert len(list(ledger.claims())) == CLAIMS

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write read-only files")
    def test_a_read_only_file_can_be_read_and_refuses_to_add(self, path: Path) -> None:
        open_and_add(path, 1)
        path.chmod(stat.S_IRUSR)
        with open_ledger(path) as ledger, pytest.raises(LedgerUnavailableError, match="read-only"):
            ledger.add(make_coding(PAGE), by="me")


def limit_pages(ledger: object) -> None:
    run_on_every_connection(ledger, "PRAGMA max_page_count = 60")


def forbid_writing(ledger: object) -> None:
    run_on_every_connection(ledger, "PRAGMA query_only = ON")


def run_on_every_connection(ledger: object, statement: str) -> None:
    assert isinstance(ledger, SqlLedger)
    event.listen(ledger._engine, "begin", lambda connection: connection.exec_driver_sql(statement), insert=True)
