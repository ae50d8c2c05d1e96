"""Logging in: the cookie, what forms must bring back, and what others may learn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.web.conftest import ADDRESS, PASSWORD, LogIn, csrf_in

from dragoman.accounts.opening import Accounts
from dragoman.accounts.people import add_account
from dragoman.accounts.role import Permission, Role
from dragoman.accounts.tokens import make_token
from dragoman.accounts.trail import Doer
from dragoman.api import Ledger, open_ledger
from dragoman.web.app import make_app
from dragoman.web.headers import ENCRYPTED_ONLY, SECURITY_HEADERS
from dragoman.web.people import local
from dragoman.web.settings import WebSettings


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """An empty ledger."""
    path: Path = tmp_path_factory.mktemp("login") / "web.db"
    with open_ledger(path) as held:
        yield held


@pytest.fixture(scope="module")
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, accounts)


@pytest.fixture(scope="module")
def closed(ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, accounts, WebSettings(is_closed=True))


@pytest.fixture
def client(app: FastAPI, log_in: LogIn) -> TestClient:
    return log_in(app, "")


def send_login(client: TestClient) -> None:
    values = {"name": "editor", "password": PASSWORD, "csrf": csrf_in(client.get("/login").text)}
    assert client.post("/login", data=values).status_code == 303


def test_the_cookie_is_not_for_scripts_nor_for_other_sites(client: TestClient) -> None:
    cookie = client.get("/login").headers["set-cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= {part.strip() for part in cookie.split(";")}


def test_behind_tls_the_cookie_is_secure_and_bound_to_the_host(app: FastAPI) -> None:
    client = TestClient(app, base_url="https://testserver", follow_redirects=False)
    response = client.get("/login")
    assert response.headers["set-cookie"].startswith("__Host-dragoman=")
    assert "Secure" in response.headers["set-cookie"]
    assert ENCRYPTED_ONLY.items() <= dict(response.headers).items()
    answer = client.post("/login", data={"name": "editor", "password": PASSWORD, "csrf": csrf_in(response.text)})
    assert answer.status_code == 303
    assert client.get("/account").status_code == 200


def test_the_session_is_another_after_logging_in(client: TestClient) -> None:
    client.get("/login")
    before = client.cookies["dragoman"]
    send_login(client)
    assert client.cookies["dragoman"] != before


def test_the_session_of_before_is_worth_nothing_after_logging_out(app: FastAPI, log_in: LogIn) -> None:
    client = log_in(app, "editor")
    kept = client.cookies["dragoman"]
    client.post("/logout", data={"csrf": csrf_in(client.get("/account").text)})
    client.cookies.set("dragoman", kept)
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize("cookie", ["made-up", "made-up.signature", "", "é", "x" * 4000])
def test_a_made_up_cookie_is_nobody(app: FastAPI, cookie: str) -> None:
    client = TestClient(app, base_url=ADDRESS, follow_redirects=False)
    assert client.get("/account", headers=[(b"cookie", f"dragoman={cookie}".encode())]).status_code == 303


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_what_it_must_bring_back_is_refused(app: FastAPI, log_in: LogIn, token: str) -> None:
    client = log_in(app, "editor")
    assert client.post("/logout", data={"csrf": token}).status_code == 403
    assert client.get("/account").status_code == 200


def test_what_a_form_of_one_session_brings_back_is_worth_nothing_in_another(app: FastAPI, log_in: LogIn) -> None:
    stolen = csrf_in(log_in(app, "reader").get("/account").text)
    assert log_in(app, "editor").post("/logout", data={"csrf": stolen}).status_code == 403


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}])
def test_a_form_of_another_site_is_refused(app: FastAPI, log_in: LogIn, headers: dict[str, str]) -> None:
    client = log_in(app, "editor")
    token = csrf_in(client.get("/account").text)
    assert client.post("/logout", data={"csrf": token}, headers=headers).status_code == 403


def test_a_body_that_is_no_form_is_refused(app: FastAPI, log_in: LogIn) -> None:
    assert log_in(app, "editor").post("/logout", json={"csrf": "x"}).status_code == 415


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(400):
            yield b"x" * 1000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=b"x" * 400_000, headers=headers).status_code == 413
    assert client.post("/login", content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("/disputes?of=PRK", "/disputes?of=PRK"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("/\t/elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_logging_in_leads_to_no_other_site(asked: str, expected: str) -> None:
    assert local(asked) == expected


def test_a_wrong_password_is_answered_with_the_form_again(client: TestClient) -> None:
    response = client.post(
        "/login", data={"name": "editor", "password": "wrong", "csrf": csrf_in(client.get("/login").text)}
    )
    assert response.status_code == 403
    assert "name or password is wrong" in response.text
    assert "wrong&#34;" not in response.text


def test_who_guesses_is_told_to_wait(app: FastAPI, accounts: Accounts, log_in: LogIn) -> None:
    add_account(accounts, "guessed", PASSWORD, role=Role.READER, doer=Doer("tests", "here"))
    client = log_in(app, "")
    token = csrf_in(client.get("/login").text)
    answers = [client.post("/login", data={"name": "guessed", "password": "x", "csrf": token}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [403] * 5 + [429]
    assert int(answers[-1].headers["retry-after"]) > 800


def test_where_reading_is_closed_nothing_is_told_to_nobody(closed: FastAPI, log_in: LogIn) -> None:
    client = log_in(closed, "")
    assert client.get("/disputes").headers["location"] == "/login?to=%2Fdisputes"
    api = client.get("/api/v1/disputes")
    assert (api.status_code, api.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/api/v1/openapi.json").status_code == 401


def test_a_page_that_a_browser_has_is_not_confirmed_to_who_may_not_read(closed: FastAPI, log_in: LogIn) -> None:
    tag = log_in(closed, "reader").get("/disputes").headers["etag"]
    assert log_in(closed, "").get("/disputes", headers={"if-none-match": tag}).status_code == 303


def test_what_one_visitor_sees_is_kept_for_no_other(app: FastAPI, log_in: LogIn) -> None:
    client = log_in(app, "editor")
    page = client.get("/disputes")
    assert page.headers["cache-control"] == "private, no-cache"
    assert "Cookie" in page.headers["vary"]
    assert client.get("/account").headers["cache-control"] == "no-store"
    assert log_in(app, "").get("/disputes").headers["etag"] != page.headers["etag"]


def test_a_program_reads_with_a_token_and_cannot_send_forms(closed: FastAPI, accounts: Accounts) -> None:
    secret = make_token(accounts, "notebook", [Permission.READ], days=1, doer=Doer("editor", "here"))
    client = TestClient(closed, base_url=ADDRESS, headers={"authorization": f"Bearer {secret}"}, follow_redirects=False)
    assert client.get("/api/v1/disputes").status_code == 200
    assert client.get("/account").status_code == 403
    assert client.post("/account/tokens", data={"label": "more"}).status_code == 403


def test_a_wrong_token_is_refused_where_reading_is_public_too(app: FastAPI) -> None:
    client = TestClient(app, base_url=ADDRESS, headers={"authorization": "Bearer dragoman_x"})
    assert client.get("/api/v1/disputes").status_code == 401


def test_a_token_is_shown_once(app: FastAPI, log_in: LogIn) -> None:
    client = log_in(app, "reviewer")
    fields = {"label": "notebook", "days": "3", "scope": "read", "csrf": csrf_in(client.get("/account").text)}
    assert "dragoman_" in client.post("/account/tokens", data=fields).text
    assert "dragoman_" not in client.get("/account").text


def test_another_password_keeps_this_session_and_ends_the_others(
    app: FastAPI, accounts: Accounts, log_in: LogIn
) -> None:
    add_account(accounts, "changing", PASSWORD, role=Role.READER, doer=Doer("tests", "here"))
    here, elsewhere = log_in(app, "changing"), log_in(app, "changing")
    fields = {"present": PASSWORD, "wanted": "four other words here", "csrf": csrf_in(here.get("/account").text)}
    assert here.post("/account/password", data=fields).status_code == 303
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


def test_a_password_that_is_refused_is_explained(app: FastAPI, log_in: LogIn) -> None:
    client = log_in(app, "commenter")
    fields = {"present": PASSWORD, "wanted": "short", "csrf": csrf_in(client.get("/account").text)}
    response = client.post("/account/password", data=fields)
    assert response.status_code == 400
    assert "12 or more" in response.text


def test_an_administrator_changes_roles_and_sees_who_did_what(app: FastAPI, accounts: Accounts, log_in: LogIn) -> None:
    add_account(accounts, "rising", PASSWORD, role=Role.READER, doer=Doer("tests", "here"))
    client = log_in(app, "administrator")
    fields = {"role": "editor", "csrf": csrf_in(client.get("/people").text)}
    assert client.post("/people/rising", data=fields).status_code == 303
    trail = client.get("/trail").text
    assert "reader to editor" in trail


def test_another_host_name_is_refused(ledger: Ledger) -> None:
    client = TestClient(make_app(ledger, None, WebSettings(hosts=("relations.example",))), base_url=ADDRESS)
    refused = client.get("/")
    assert refused.status_code == 400
    assert SECURITY_HEADERS.items() <= dict(refused.headers).items()
    assert client.get("/", headers={"host": "relations.example"}).status_code == 200


def test_without_accounts_nobody_can_log_in(ledger: Ledger) -> None:
    client = TestClient(make_app(ledger), base_url=ADDRESS)
    assert client.get("/login").status_code == 404
    assert "Log in" not in client.get("/").text
