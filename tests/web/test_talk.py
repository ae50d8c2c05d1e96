"""Comments: who may say something, who may hide it, and that no answer counts them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.claims.factories import make_coding
from tests.web.conftest import LogIn, csrf_in

from dragoman.accounts.opening import Accounts
from dragoman.api import Ledger, open_ledger
from dragoman.web.app import make_app


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one claim."""
    with open_ledger(tmp_path / "web.db") as held:
        held.add(make_coding(), by="tests")
        yield held


@pytest.fixture
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, accounts)


@pytest.fixture
def claim(ledger: Ledger) -> str:
    return next(iter(ledger.claims())).claim.id


def say(client: TestClient, about: str, text: str) -> int:
    fields = {"csrf": csrf_in(client.get("/account").text), "about": about, "text": text}
    return client.post("/comments", data=fields).status_code


def test_a_comment_stands_under_its_claim_and_nowhere_else(app: FastAPI, claim: str, log_in: LogIn) -> None:
    client = log_in(app, "commenter")
    assert say(client, claim, "Look at the date again.") == 303
    assert "Look at the date again." in log_in(app, "").get(f"/claims/{claim}").text
    assert "Look at the date again." not in client.get("/documents").text


def test_a_page_is_sent_again_after_a_comment(app: FastAPI, claim: str, log_in: LogIn) -> None:
    reader = log_in(app, "")
    tag = reader.get(f"/claims/{claim}").headers["etag"]
    say(log_in(app, "commenter"), claim, "Another word.")
    assert reader.get(f"/claims/{claim}", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_a_comment_says_something_and_not_too_much(app: FastAPI, claim: str, log_in: LogIn, text: str) -> None:
    assert say(log_in(app, "commenter"), claim, text) == 400


@pytest.mark.parametrize("about", ["", "0000", "sha256:0000", "../people"])
def test_a_comment_is_about_what_is_held(app: FastAPI, log_in: LogIn, about: str) -> None:
    assert say(log_in(app, "commenter"), about, "Of what?") == 404


def test_a_hidden_comment_shows_who_hid_it_and_why_and_its_words_to_editors_alone(
    app: FastAPI, claim: str, log_in: LogIn
) -> None:
    say(log_in(app, "commenter"), claim, "Unkind words.")
    editor, reader, place = log_in(app, "editor"), log_in(app, ""), f"/claims/{claim}"
    page = editor.get(place).text
    number = page.rpartition('action="/comments/')[2].partition("/hide")[0]
    if not number.isdecimal():
        number = page.partition('action="/comments/')[2].partition("/hide")[0]
    fields = {"csrf": csrf_in(page), "reason": "It is about a person."}
    assert editor.post(f"/comments/{number}/hide", data=fields).status_code == 303
    shown = reader.get(place).text
    assert "Unkind words." not in shown
    assert "Hidden by editor: It is about a person." in shown
    assert "Unkind words." in editor.get(place).text
    editor.post(f"/comments/{number}/restore", data={**fields, "reason": "It was not."})
    assert "Unkind words." in reader.get(place).text


def test_hiding_needs_a_reason(app: FastAPI, claim: str, log_in: LogIn) -> None:
    say(log_in(app, "commenter"), claim, "Some words.")
    editor = log_in(app, "editor")
    fields = {"csrf": csrf_in(editor.get("/account").text), "reason": " "}
    assert editor.post("/comments/1/hide", data=fields).status_code == 400


def test_no_comment_changes_an_answer(app: FastAPI, claim: str, ledger: Ledger, log_in: LogIn) -> None:
    reader = log_in(app, "")
    before = [reader.get(f"/api/v1/{place}").json() for place in ("claims", "disputes", "documents")]
    head = ledger.head()
    say(log_in(app, "commenter"), claim, "France did not recognise it.")
    assert [reader.get(f"/api/v1/{place}").json() for place in ("claims", "disputes", "documents")] == before
    assert ledger.head() == head
