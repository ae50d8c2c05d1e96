"""A process that is killed while it adds leaves a ledger that opens, and work that can be finished.

200 moments on a file and 50 on a server, in lots that run side by side.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from tests.ledger.adding import add_pages
from tests.ledger.killing import PAGES, check_and_finish, kill_at, random_moments
from tests.ledger.postgres import drop_database, make_database

from dragoman.claims.ledger import Entry
from dragoman.ledger.open import open_ledger

KILLS = 20
LOTS = range(10)
KILLS_ON_A_SERVER = 10
LOTS_ON_A_SERVER = range(5)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger file, to be copied: making one takes longer than the work."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_ledger(path).close()
    return path


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    """The entries of a run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    add_pages(folder / "relations.db", folder / "acknowledged", PAGES)
    with open_ledger(folder / "relations.db") as ledger:
        return list(ledger.entries())


def check_integrity(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.slow
@pytest.mark.parametrize("lot", LOTS)
def test_killed_at_any_moment_a_file_opens_sound_and_the_work_can_be_finished(
    tmp_path: Path, empty: Path, undisturbed: list[Entry], lot: int
) -> None:
    for number, moment in enumerate(random_moments(2022 + lot, KILLS)):
        path, acknowledged = tmp_path / f"{number}.db", tmp_path / f"{number}.acknowledged"
        if moment.page:
            copyfile(empty, path)
        kill_at(moment, path, acknowledged)
        if path.exists():
            check_integrity(path)
        check_and_finish(path, acknowledged, undisturbed)


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.parametrize("lot", LOTS_ON_A_SERVER)
def test_killed_at_any_moment_a_server_holds_what_was_acknowledged_and_the_work_can_be_finished(
    server: str, tmp_path: Path, undisturbed: list[Entry], lot: int
) -> None:
    for number, moment in enumerate(random_moments(1992 + lot, KILLS_ON_A_SERVER)):
        address, acknowledged = make_database(server), tmp_path / f"{number}.acknowledged"
        kill_at(moment, address, acknowledged)
        check_and_finish(address, acknowledged, undisturbed)
        drop_database(server, address)
