"""Pages over a ledger: what they show, and what they never let through."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from lxml import etree
from starlette.testclient import TestClient

from dragoman.api import Ledger, add_sources, open_ledger
from dragoman.web import claims, documents, pages, pairs
from dragoman.web.app import make_app
from dragoman.web.headers import SECURITY_HEADERS

pytestmark = pytest.mark.model

HOSTILE = (
    "Pristina, 20 February 2008 (Sample Wire)\n\n"
    "France recognised Kosovo on 18 February 2008, the ministry said. "
    "Serbia refused to recognise Kosovo on 19 February 2008, a \u202espokesman said.\n\n"
    "Spain did not recognise Kosovo <script>alert(1)</script>, the ministry said on 19 February 2008.\n\n"
    "Readers wrote &lt;b&gt; and <svg onload=alert(1)> and </style> and <img src=x onerror=alert(1)>.\n\n"
    + "x" * 200_000
    + "\n"
)
ADDRESSES = {
    "/": "/",
    "/search": "/search?q=<script>alert(1)</script>",
    "/recognition/{of}": "/recognition/Kosovo?as_of=2008-12-31",
    "/relations": "/relations?a=Kosovo&b=France",
    "/relations/{a}/{b}": "/relations/Kosovo/France",
    "/disputes": "/disputes?of=XKX",
    "/documents": "/documents",
    "/documents/{document}": "/documents/hostile.txt",
    "/claims/{claim}": "",
    "/names/{of}": "/names/XKX",
    "/changes": "/changes?since=2020-01-01",
    "/changes.atom": "/changes.atom",
    "/health": "/health",
}
"""One address for each route: a route that is missing here fails the tests."""

APART = {"/documents/{document}/beside/{original}", "/claims/{claim}/why"}
"""Routes with hostile reports of their own, in `test_documents.py` and `test_why.py`."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with one hostile report."""
    folder = tmp_path_factory.mktemp("web")
    report: Path = folder / "hostile.txt"
    report.write_text(HOSTILE, encoding="utf-8")
    with open_ledger(folder / "web.db") as held:
        assert [result.document for result in add_sources(held, [str(report)])]
        yield held


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> TestClient:
    """A browser without a window."""
    app: FastAPI = make_app(ledger)
    return TestClient(app, raise_server_exceptions=False)


def address_of(route: str, ledger: Ledger) -> str:
    """Return an address of a route."""
    claim = next(iter(ledger.claims())).claim
    return ADDRESSES[route] or f"/claims/{claim.id[:12]}"


def test_each_route_has_an_address_in_the_table() -> None:
    routes = [route for module in (pages, pairs, documents, claims) for route in module.router.routes]
    assert {route.path for route in routes if isinstance(route, APIRoute)} == set(ADDRESSES) | APART


@pytest.mark.parametrize("route", ADDRESSES)
def test_every_page_answers_with_the_security_headers(route: str, client: TestClient, ledger: Ledger) -> None:
    response = client.get(address_of(route, ledger))
    assert response.status_code == 200
    assert {name: response.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


@pytest.mark.parametrize("route", ADDRESSES)
def test_words_of_a_report_are_never_markup(route: str, client: TestClient, ledger: Ledger) -> None:
    text = client.get(address_of(route, ledger)).text
    for tag in ("<script>", "<svg onload", "<img", "</style>", "\u202e"):
        assert tag not in text


@pytest.mark.parametrize("route", ADDRESSES)
def test_no_page_loads_from_elsewhere_or_has_anything_inline(route: str, client: TestClient, ledger: Ledger) -> None:
    text = client.get(address_of(route, ledger)).text
    assert not re.findall(r'<[^>]*\b(?:src|href|action)="(?!/|#)[^"]*"', text)
    assert not re.findall(r"<[^>]*\s(?:style|on\w+)=", text)


def test_recognition_shows_who_recognises_and_who_refuses(client: TestClient) -> None:
    text = client.get("/recognition/Kosovo").text
    assert "Recognises" in text
    assert "France" in text
    assert "Refuses" in text


def test_a_polity_is_found_in_another_script(client: TestClient) -> None:
    assert "/recognition/PRK" in client.get("/search", params={"q": "Северная Корея"}).text


def test_a_search_shows_quotes_and_documents_with_the_words_marked(client: TestClient) -> None:
    page = client.get("/search", params={"q": "kosovo <script>"}).text
    assert "<mark>Kosovo</mark>" in page
    assert "<mark>script</mark>" in page
    assert "<script" not in page


def test_the_times_of_a_question_stay_in_the_links_of_its_page(client: TestClient) -> None:
    assert "?as_of=2008-12-31" in client.get("/recognition/XKX?as_of=2008-12-31&known=").text


def test_the_document_has_its_claims_in_place(client: TestClient) -> None:
    assert 'class="said"' in client.get("/documents/hostile.txt").text


@pytest.mark.parametrize(
    ("address", "status"),
    [("/nowhere", 404), ("/recognition/Atlantis", 404), ("/recognition/Kosovo?as_of=soon", 400), ("/claims/zzz", 404)],
)
def test_errors_are_pages_in_plain_words_and_problem_details(address: str, status: int, client: TestClient) -> None:
    page = client.get(address)
    assert page.status_code == status
    assert "<h1>" in page.text
    assert page.headers["content-security-policy"] == SECURITY_HEADERS["content-security-policy"]
    problem = client.get(address, headers={"accept": "application/json"})
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == status


def test_a_page_that_a_browser_has_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/disputes").headers["etag"]
    assert client.get("/disputes", headers={"if-none-match": tag}).status_code == 304


def test_the_feed_is_well_formed_and_has_an_entry_for_each_addition(client: TestClient, ledger: Ledger) -> None:
    feed = etree.fromstring(client.get("/changes.atom").content)
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == len(list(ledger.entries()))


def test_changes_begin_with_the_asked_day(client: TestClient) -> None:
    assert "/documents/sha256:" in client.get("/changes?since=2020-01-01").text
    assert "Nothing was recorded since then" in client.get("/changes?since=2999-01-01").text


def test_pages_can_only_be_read(client: TestClient) -> None:
    assert client.post("/disputes").status_code == 405
    assert client.head("/disputes").status_code == 200
