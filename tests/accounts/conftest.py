"""Accounts in a file and on a server, with a clock that a test sets and passwords that are quick to look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from tests.ledger.conftest import SetClock, database, server

from dragoman.accounts import passwords
from dragoman.accounts.opening import Accounts, open_accounts
from dragoman.accounts.trail import Doer

__all__ = ["database", "server"]
PASSWORD = "herring under a fur coat"  # noqa: S105 - an account of the tests
OTHER = "salad of the stolichny kind"
HOME = "192.0.2.7"
OWNER = Doer("owner", "command line")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def light_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords.unused_hash.cache_clear()
    yield
    passwords.unused_hash.cache_clear()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def accounts(request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock, light_hashes: None) -> Iterator[Accounts]:
    address = request.getfixturevalue("database") if request.param == "postgres" else tmp_path / "relations.db"
    with open_accounts(address, clock=clock) as opened:
        yield opened
