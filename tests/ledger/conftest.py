"""A ledger of each kind, and a clock that a test sets."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.ledger.postgres import GIVEN, drop_database, find_programs, make_database, running_server

from dragoman.claims.ledger import Ledger
from dragoman.ledger.open import open_ledger

MONDAY = datetime(2022, 7, 18, 9, tzinfo=UTC)
KINDS = ["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@dataclass
class SetClock:
    """Shows the moment that it was set to."""

    moment: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(params=KINDS)
def ledger(request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock) -> Iterator[Ledger]:
    if request.param == "postgres":
        address: str | Path = request.getfixturevalue("database")
    else:
        address = "memory:" if request.param == "memory" else tmp_path / "relations.db"
    with open_ledger(address, clock=clock) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger file may be made."""
    return tmp_path / "relations.db"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server of PostgreSQL, with a database that holds an empty ledger."""
    if find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: pip install 'dragoman[postgres]'")
    given = os.environ.get(GIVEN)
    programs = find_programs()
    if given:
        yield given
    elif programs is None:
        pytest.skip("there is no PostgreSQL server: apt-get install postgresql, or set " + GIVEN)
    else:
        # Pytest closes its own folders to other users, and the server runs as one.
        with (
            TemporaryDirectory(prefix="dragoman-postgres-") as folder,
            running_server(Path(folder), programs) as address,
        ):
            make_database(address, template=None)
            yield address


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of a database with an empty ledger."""
    address = make_database(server)
    yield address
    drop_database(server, address)
