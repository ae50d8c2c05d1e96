"""Pages that were made already: kept for who is not known, until the ledger or the comments change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.claims.factories import make_coding, make_document
from tests.web.conftest import ADDRESS, LogIn

from dragoman.accounts.opening import Accounts
from dragoman.api import Ledger, open_ledger
from dragoman.web import pages
from dragoman.web.app import make_app
from dragoman.web.settings import WebSettings
from dragoman.web.views.front import show_documents


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one claim."""
    with open_ledger(tmp_path / "web.db") as held:
        held.add(make_coding(), by="tests")
        yield held


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each list of documents that is made for a page."""
    notes: list[str] = []
    plain = show_documents

    def noted(*arguments: object) -> object:
        notes.append("made")
        return plain(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pages, "show_documents", noted)
    return notes


def test_a_page_is_made_once_until_something_is_added(ledger: Ledger, made: list[str]) -> None:
    client = TestClient(make_app(ledger, settings=WebSettings(most_a_minute=0)), base_url=ADDRESS)
    first, second = client.get("/documents"), client.get("/documents")
    assert (first.text, first.headers) == (second.text, second.headers)
    assert made == ["made"]
    ledger.add(make_coding(make_document("Nauru recognised Abkhazia.")), by="tests")
    assert client.get("/documents").text != first.text
    assert made == ["made", "made"]


def test_a_page_of_somebody_who_is_known_is_not_kept(
    ledger: Ledger, accounts: Accounts, log_in: LogIn, made: list[str]
) -> None:
    app = make_app(ledger, accounts)
    client = log_in(app, "reader")
    assert "reader" in client.get("/documents").text
    assert "reader" not in log_in(app, "").get("/documents").text
    client.get("/documents")
    assert made == ["made"] * 3


def test_an_error_is_not_kept(ledger: Ledger) -> None:
    client = TestClient(
        make_app(ledger, settings=WebSettings(most_a_minute=0)), base_url=ADDRESS, raise_server_exceptions=False
    )
    assert [client.get("/claims/zzzzzz").status_code for _ in range(2)] == [404, 404]
