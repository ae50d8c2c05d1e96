"""Who may ask for what: each role on each route, where reading is public and where it is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.testclient import TestClient
from tests.web.conftest import LogIn, csrf_in

from dragoman.accounts.opening import Accounts
from dragoman.accounts.role import SCOPES, Permission, Role, may
from dragoman.accounts.tokens import make_token
from dragoman.accounts.trail import Doer
from dragoman.api import Ledger, open_ledger
from dragoman.web.app import make_app
from dragoman.web.settings import WebSettings

ANYBODY = ""
OPEN = "open"
"""Also where reading is closed."""

LEAST: dict[tuple[str, str], str] = {
    ("GET", "/"): ANYBODY,
    ("GET", "/search"): ANYBODY,
    ("GET", "/recognition/{of}"): ANYBODY,
    ("GET", "/relations"): ANYBODY,
    ("GET", "/relations/{a}/{b}"): ANYBODY,
    ("GET", "/disputes"): ANYBODY,
    ("GET", "/matrix"): ANYBODY,
    ("GET", "/sources"): ANYBODY,
    ("GET", "/sources/{outlet:path}"): ANYBODY,
    ("GET", "/reconcile"): ANYBODY,
    ("POST", "/reconcile"): ANYBODY,
    ("GET", "/reconcile/suggest/entity"): ANYBODY,
    ("GET", "/reconcile/suggest/type"): ANYBODY,
    ("GET", "/reconcile/preview/{identifier}"): ANYBODY,
    ("GET", "/oembed"): ANYBODY,
    ("GET", "/documents"): ANYBODY,
    ("GET", "/documents/{document}"): ANYBODY,
    ("GET", "/documents/{document}/beside/{original}"): ANYBODY,
    ("GET", "/documents/{document}/original"): ANYBODY,
    ("GET", "/claims/{claim}"): ANYBODY,
    ("GET", "/claims/{claim}/why"): ANYBODY,
    ("GET", "/names/{of}"): ANYBODY,
    ("GET", "/changes"): ANYBODY,
    ("GET", "/changes.atom"): ANYBODY,
    ("GET", "/health"): OPEN,
    ("GET", "/static/style.css"): OPEN,
    ("GET", "/api/v1/openapi.json"): ANYBODY,
    ("GET", "/api/v1/recognition/{of}"): ANYBODY,
    ("GET", "/api/v1/relations/{a}/{b}"): ANYBODY,
    ("GET", "/api/v1/missions/{of}"): ANYBODY,
    ("GET", "/api/v1/brief/{a}/{b}"): ANYBODY,
    ("GET", "/api/v1/timeline/{a}"): ANYBODY,
    ("GET", "/api/v1/timeline/{a}/{b}"): ANYBODY,
    ("GET", "/api/v1/matrix/{relation}"): ANYBODY,
    ("GET", "/api/v1/transitions/{sender}"): ANYBODY,
    ("GET", "/api/v1/history/{relation}/{a}/{b}"): ANYBODY,
    ("GET", "/api/v1/diff"): ANYBODY,
    ("GET", "/api/v1/watch"): ANYBODY,
    ("GET", "/api/v1/sources"): ANYBODY,
    ("GET", "/api/v1/source"): ANYBODY,
    ("GET", "/api/v1/policies"): ANYBODY,
    ("GET", "/api/v1/snapshots"): ANYBODY,
    ("GET", "/api/v1/judgements"): ANYBODY,
    ("GET", "/api/v1/disputes"): ANYBODY,
    ("GET", "/api/v1/names/{of}"): ANYBODY,
    ("GET", "/api/v1/matches"): ANYBODY,
    ("GET", "/api/v1/loaded"): ANYBODY,
    ("GET", "/api/v1/corroboration/{claim}"): ANYBODY,
    ("GET", "/api/v1/documents"): ANYBODY,
    ("GET", "/api/v1/claims"): ANYBODY,
    ("GET", "/api/v1/polities"): ANYBODY,
    ("GET", "/api/v1/search"): ANYBODY,
    ("GET", "/login"): OPEN,
    ("POST", "/login"): OPEN,
    ("POST", "/logout"): Role.READER,
    ("GET", "/account"): Role.READER,
    ("POST", "/account/password"): Role.READER,
    ("POST", "/account/tokens"): Role.READER,
    ("POST", "/account/tokens/{number}/revoke"): Role.READER,
    ("GET", "/add"): Role.EDITOR,
    ("POST", "/add"): Role.EDITOR,
    ("GET", "/add/{draft}"): Role.EDITOR,
    ("POST", "/add/{draft}"): Role.EDITOR,
    ("POST", "/add/{draft}/record"): Role.EDITOR,
    ("POST", "/add/{draft}/drop"): Role.EDITOR,
    ("GET", "/review"): Role.REVIEWER,
    ("GET", "/review/next"): Role.REVIEWER,
    ("GET", "/review/claims/{claim}"): Role.REVIEWER,
    ("POST", "/review/claims/{claim}"): Role.REVIEWER,
    ("GET", "/review/disputes"): Role.REVIEWER,
    ("POST", "/review/disputes/{dispute}"): Role.REVIEWER,
    ("GET", "/review/agreement"): Role.REVIEWER,
    ("GET", "/review/gold.zip"): Role.REVIEWER,
    ("GET", "/review/adjudication"): Role.EDITOR,
    ("POST", "/comments"): Role.COMMENTER,
    ("POST", "/comments/{number}/{change}"): Role.EDITOR,
    ("GET", "/people"): Role.ADMINISTRATOR,
    ("POST", "/people/{name}"): Role.ADMINISTRATOR,
    ("GET", "/trail"): Role.ADMINISTRATOR,
}
"""The least role for each route. A route that is missing here fails the tests."""

VALUES = {
    "of": "PRK",
    "a": "PRK",
    "b": "UKR",
    "document": "none",
    "original": "none",
    "claim": "0000",
    "number": "7",
    "name": "nobody",
    "draft": "none",
    "change": "hide",
    "dispute": "none",
    "outlet": "none",
    "identifier": "PRK",
    "relation": "recognition",
    "sender": "PRK",
}
OWN = {("POST", "/login"), ("POST", "/logout")}
"""A wrong password is refused by the one, and the other ends what the tests go on with."""

TOKENS: dict[tuple[str, str], Permission] = {
    ("POST", "/api/v1/documents"): Permission.ADD,
    ("POST", "/api/v1/judgements"): Permission.REVIEW,
}
"""Routes that take tokens alone, and the scope of each."""

REFUSED = {401, 403}
LOGIN = "/login?to="


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """An empty ledger."""
    path: Path = tmp_path_factory.mktemp("routes") / "web.db"
    with open_ledger(path) as held:
        yield held


@pytest.fixture(scope="module", params=[False, True], ids=["public", "closed"])
def app(request: pytest.FixtureRequest, ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, accounts, WebSettings(is_closed=request.param, most_a_minute=0))


@pytest.fixture(scope="module")
def browsers(app: FastAPI, log_in: LogIn) -> dict[str, TestClient]:
    """A browser for each role, and one for nobody."""
    return {name: log_in(app, name) for name in (ANYBODY, *Role)}


def is_allowed(role: str, least: str, *, is_closed: bool) -> bool:
    """Tell what the table says."""
    if least == ANYBODY:
        return bool(role) or not is_closed
    return least == OPEN or (bool(role) and Role(role).rank >= Role(least).rank)


def is_let_in(client: TestClient, method: str, route: str) -> bool:
    path = route.replace(":path", "").format(**VALUES)
    # The page to log in is there for everybody, with what forms must bring back.
    sent = {"csrf": csrf_in(client.get("/login").text)} if method == "POST" else None
    cookies = dict(client.cookies)
    response = client.request(method, path, data=sent)
    client.cookies.clear()
    client.cookies.update(cookies)
    # Where nobody is known, the page to log in comes instead.
    to_login = response.status_code == 303 and response.headers["location"].startswith(LOGIN)
    return response.status_code not in REFUSED and not to_login


def test_each_route_has_a_row_in_the_table(app: FastAPI) -> None:
    found = {
        (method, context.path)
        for context in iter_route_contexts(app.routes)
        for method in (context.methods or ())
        if method != "HEAD" and context.path is not None
    }
    assert found == TOKENS.keys() | {row for row in LEAST if not row[1].startswith("/static/")}


@pytest.mark.parametrize("role", [ANYBODY, *Role], ids=lambda role: role or "nobody")
def test_a_role_is_let_in_where_the_table_says_so_and_nowhere_else(
    role: str, app: FastAPI, browsers: dict[str, TestClient], log_in: LogIn
) -> None:
    is_closed = app.state.site.settings.is_closed
    expected = {row: is_allowed(role, least, is_closed=is_closed) for row, least in LEAST.items() if row not in OWN}
    assert {row: is_let_in(browsers[role], *row) for row in expected} == expected
    assert is_let_in(log_in(app, role), "POST", "/logout") is bool(role)


@pytest.mark.parametrize("role", Role)
def test_a_token_opens_what_its_scope_and_its_role_allow_and_a_cookie_does_not(
    role: Role, app: FastAPI, accounts: Accounts, browsers: dict[str, TestClient]
) -> None:
    program = TestClient(app, base_url=str(browsers[role].base_url))
    for (method, route), wanted in TOKENS.items():
        assert browsers[role].request(method, route, json={}).status_code == 403
        assert browsers[ANYBODY].request(method, route, json={}).status_code == 401
        for scope in SCOPES:
            secret = make_token(accounts, "test", [scope], days=1, doer=Doer(role.value, "here"))
            answer = program.request(method, route, json={}, headers={"authorization": f"Bearer {secret}"})
            is_let_in = answer.status_code not in REFUSED
            assert is_let_in is (scope is wanted and may(role, wanted))
