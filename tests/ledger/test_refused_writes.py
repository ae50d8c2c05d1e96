"""A full disk and read-only files: a clear error, nothing lost, and the same command finishes the work later."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from tests.ledger.adding import CLAIMS, PAGES, make_page, open_and_add, process_context
from tests.ledger.postgres import drop_database, make_database

from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.open import open_ledger
from dragoman.ledger.postgres import SCHEMA

NOBODY = 65534
KILOBYTE = 1024


def add_until_refused(address: str | Path, told: Path) -> None:
    """Add pages until the store refuses, and note how many were added and why no more."""
    added = 0
    try:
        with open_ledger(address) as ledger:
            for number in range(PAGES):
                added += ledger.add(make_page(number), by="me") is not None
    except LedgerUnavailableError as error:
        told.write_text(f"{added}\n{error}")
    else:
        told.write_text(f"{added}\nnot refused")


def run_limited(limit: Callable[[], None], address: Path, told: Path) -> None:
    limit()
    add_until_refused(address, told)


def in_another_process(limit: Callable[[], None], address: Path, told: Path) -> tuple[int, str]:
    worker = process_context().Process(target=run_limited, args=(limit, address, told))
    worker.start()
    worker.join(120)
    assert worker.exitcode == 0
    added, reason = told.read_text().split("\n", 1)
    return int(added), reason


def limit_file_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400 * KILOBYTE, 400 * KILOBYTE))


def become_nobody() -> None:
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def check_and_finish(path: Path, added: int) -> None:
    """Check that a ledger holds what was acknowledged, and that the same work can then be finished."""
    with open_ledger(path) as ledger:
        assert [entry.number for entry in ledger.entries()] == list(range(1, added + 1))
        assert ledger.verify().is_sound
        for number in range(PAGES):
            ledger.add(make_page(number), by="me")
        assert len(list(ledger.claims())) == PAGES * CLAIMS
        assert ledger.verify().is_sound


def test_a_file_that_may_not_grow_loses_nothing(path: Path, tmp_path: Path) -> None:
    open_and_add(path, 0)
    added, reason = in_another_process(limit_file_size, path, tmp_path / "told")
    assert 0 < added < PAGES
    assert "run the same command again" in reason
    check_and_finish(path, added + 1)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A folder on a disk of one megabyte."""
    with TemporaryDirectory(prefix="dragoman-disk-") as folder:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False, capture_output=True
        )
        if made.returncode:
            pytest.skip("only the superuser can make a small disk, and not in every container")
        yield Path(folder)
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.skipif(which("mount") is None or sys.platform != "linux", reason="small disks are made as on Linux")
def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "relations.db"
    with open_ledger(path) as ledger:
        ledger.add(make_page(0), by="me")
    ballast = small_disk / "ballast"
    ballast.write_bytes(
        b"0" * (1024 * KILOBYTE - sum(one.stat().st_size for one in small_disk.iterdir()) - 200 * KILOBYTE)
    )
    add_until_refused(path, tmp_path / "told")
    added, reason = (tmp_path / "told").read_text().split("\n", 1)
    assert "the disk is full, so nothing was recorded" in reason
    with open_ledger(path) as ledger:
        assert len(list(ledger.entries())) == int(added) + 1
        assert ledger.verify().is_sound
    ballast.unlink()
    with open_ledger(path) as ledger:
        assert ledger.add(make_page(PAGES - 1), by="me") is not None
        assert ledger.verify().is_sound


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become a user who may not write")
class TestAnotherUser:
    @pytest.fixture
    def open_folder(self) -> Iterator[Path]:
        """A folder that every user may read and write; those of pytest are closed to others."""
        with TemporaryDirectory(prefix="dragoman-others-") as folder:
            Path(folder).chmod(0o777)
            yield Path(folder)

    def test_who_may_not_write_the_file_is_told_so(self, open_folder: Path) -> None:
        path = open_folder / "relations.db"
        open_and_add(path, 0)
        path.chmod(0o444)
        added, reason = in_another_process(become_nobody, path, open_folder / "told")
        assert added == 0
        assert "is read-only, so nothing was recorded: allow writing, or copy it." in reason
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        check_and_finish(path, 1)

    def test_who_may_not_write_the_folder_is_told_so(self, open_folder: Path) -> None:
        folder = open_folder / "closed"
        folder.mkdir()
        path = folder / "relations.db"
        open_and_add(path, 0)
        folder.chmod(0o555)
        added, reason = in_another_process(become_nobody, path, open_folder / "told")
        assert added == 0
        assert "read-only" in reason
        folder.chmod(0o755)
        check_and_finish(path, 1)


@pytest.mark.postgres
class TestAServer:
    def test_that_runs_out_of_disk_is_told_and_loses_nothing(self, server: str) -> None:
        address = make_database(server)
        with open_ledger(address) as ledger:
            ledger.add(make_page(0), by="me")
        run(
            address,
            "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.number >= 30 THEN "
            "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$",
        )
        run(address, "CREATE TRIGGER fill BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION fill()")
        with open_ledger(address) as ledger:
            assert ledger.add(make_page(1), by="me") is not None
            with pytest.raises(
                LedgerUnavailableError, match="out of disk, memory or connections, so nothing was recorded"
            ):
                ledger.add(make_page(2), by="me")
            assert [entry.number for entry in ledger.entries()] == [1, 2]
            assert ledger.verify().is_sound
            run(address, "DROP TRIGGER fill ON claims")
            assert ledger.add(make_page(2), by="me") is not None
            assert ledger.verify().is_sound
        drop_database(server, address)

    def test_that_takes_no_writes_is_told_and_can_be_read(self, server: str) -> None:
        address = make_database(server)
        with open_ledger(address) as ledger:
            ledger.add(make_page(0), by="me")
        name = sa.make_url(address).database
        run(address, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        with open_ledger(address) as ledger:
            with pytest.raises(LedgerUnavailableError, match="takes no writes"):
                ledger.add(make_page(1), by="me")
            assert len(list(ledger.claims())) == CLAIMS
            assert ledger.verify().is_sound
        drop_database(server, address)


def run(address: str, statement: str) -> None:
    """Run a statement as an administrator of the database would."""
    engine = sa.create_engine(
        sa.make_url(address).set(drivername="postgresql+psycopg"),
        connect_args={"options": f"-c search_path={SCHEMA}"},
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
