"""What the tests of the pages share: accounts whose passwords are quick to look at, and browsers that are logged in."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.testclient import TestClient

from dragoman.accounts import passwords
from dragoman.accounts.opening import Accounts, open_accounts
from dragoman.accounts.people import add_account
from dragoman.accounts.role import Role
from dragoman.accounts.trail import Doer

PASSWORD = "herring under a fur coat"  # noqa: S105 - an account of the tests
ADDRESS = "http://testserver"
LogIn = Callable[[FastAPI, str], TestClient]


@pytest.fixture(scope="module")
def light_hashes() -> Iterator[None]:
    """Makes passwords quick to look at; how slow they are otherwise is a test of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        passwords.unused_hash.cache_clear()
        yield
    passwords.unused_hash.cache_clear()


@pytest.fixture(scope="module")
def accounts(light_hashes: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Accounts]:
    """One account of each role, called by it."""
    folder: Path = tmp_path_factory.mktemp("accounts")
    with open_accounts(folder / "web.db") as opened:
        for role in Role:
            add_account(opened, role.value, PASSWORD, role=role, doer=Doer("tests", "here"))
        yield opened


@pytest.fixture(scope="module")
def log_in() -> LogIn:
    """Gives a browser that is logged in by the name of an account; without a name, one that is not."""

    def browser(app: FastAPI, name: str) -> TestClient:
        client = TestClient(app, base_url=ADDRESS, raise_server_exceptions=False, follow_redirects=False)
        if name:
            token = csrf_in(client.get("/login").text)
            answer = client.post("/login", data={"name": name, "password": PASSWORD, "csrf": token})
            assert answer.status_code == 303
        return client

    return browser


def csrf_in(page: str) -> str:
    """Return what the forms of a page must bring back."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]
