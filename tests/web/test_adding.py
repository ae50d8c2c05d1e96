"""Adding in the browser: what is shown before it is recorded, what is refused, and hostile reports."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.web.conftest import LogIn, csrf_in
from tests.web.hostile import FORBIDDEN, TAGS, TRICKS, hostile_page, hostile_text

from dragoman.accounts.drafts import Draft, Given
from dragoman.accounts.opening import Accounts
from dragoman.accounts.role import Permission
from dragoman.accounts.tokens import make_token
from dragoman.accounts.trail import Doer
from dragoman.api import Ledger, open_ledger
from dragoman.web.app import make_app
from dragoman.web.headers import SECURITY_HEADERS
from dragoman.web.settings import WebSettings
from dragoman.web.workshop import Workshop

pytestmark = pytest.mark.model

REPORT = "NAIROBI, 4 March 2021 (Sample Wire) - Kenya recognised Kosovo on 3 March 2021, the ministry said."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "web.db") as held:
        yield held


@pytest.fixture
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, accounts, WebSettings(largest_report=12_000_000))


@pytest.fixture
def client(app: FastAPI, log_in: LogIn) -> TestClient:
    return log_in(app, "editor")


def give(client: TestClient, *, content: bytes = b"", name: str = "report.txt", **fields: str) -> str:
    """Give a report, and return the address of its draft."""
    values = {"csrf": csrf_in(client.get("/add").text), **fields}
    files = {"file": (name, content, "text/html")} if content else None
    answer = client.post("/add", data=values, files=files)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_nothing_is_recorded_before_it_was_seen(client: TestClient, ledger: Ledger) -> None:
    draft = give(client, text=REPORT)
    page = client.get(draft).text
    assert "Kenya recognised Kosovo" in page
    assert "2 claims" in page
    assert ledger.head() is None
    answer = client.post(f"{draft}/record", data={"csrf": csrf_in(page), "why": "a test"})
    assert answer.status_code == 303
    (entry,) = ledger.entries()
    assert (entry.by, entry.why, entry.added) == ("editor", "a test", 2)
    assert client.get(answer.headers["location"]).status_code == 200
    assert client.get(draft).status_code == 404


def test_what_is_known_of_a_report_can_be_corrected(client: TestClient, ledger: Ledger) -> None:
    draft = give(client, content=REPORT.encode(), name="kenya.txt")
    fields = {"csrf": csrf_in(client.get(draft).text), "published": "2021-03-05", "outlet": "Sample Gazette"}
    link = {"link": "translates", "target": "Ripoti ya mfano"}
    assert client.post(draft, data={**fields, **link}).status_code == 303
    page = client.get(draft).text
    assert "2021-03-05" in page
    client.post(f"{draft}/record", data={"csrf": csrf_in(page)})
    (document,) = ledger.documents()
    assert (document.published, document.outlet) == ("2021-03-05", "Sample Gazette")
    assert [(one.kind.value, one.target_name) for one in ledger.links()] == [("translates", "Ripoti ya mfano")]


def test_a_day_that_is_none_is_explained_and_changes_nothing(client: TestClient) -> None:
    draft = give(client, text=REPORT)
    answer = client.post(draft, data={"csrf": csrf_in(client.get(draft).text), "published": "soon"})
    assert answer.status_code == 400
    assert "expected a day of publication" in answer.text


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": REPORT, "address": "https://example.org/"},
        {"address": "http://127.0.0.1:8000/people"},
        {"address": "http://169.254.169.254/latest/meta-data"},
        {"address": "http://[::ffff:10.0.0.1]/"},
        {"address": "file:///etc/passwd"},
        {"address": "javascript:alert(1)"},
        {"text": REPORT, "published": "soon"},
    ],
)
def test_what_cannot_be_added_is_explained_in_the_form(client: TestClient, fields: dict[str, str]) -> None:
    answer = client.post("/add", data={"csrf": csrf_in(client.get("/add").text), **fields})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_bytes_that_hold_no_text_are_a_fault_and_cannot_be_recorded(client: TestClient) -> None:
    draft = give(client, content=b"%PDF-1.7 \x00\x01\x02 nothing", name="broken.pdf")
    page = client.get(draft).text
    assert "Faults" in page
    assert "Record it" not in page
    assert client.post(f"{draft}/record", data={"csrf": csrf_in(page)}).status_code == 400


def test_a_draft_is_its_owners_alone(app: FastAPI, client: TestClient, log_in: LogIn) -> None:
    draft = give(client, text=REPORT)
    assert log_in(app, "administrator").get(draft).status_code == 404


def test_a_draft_can_be_let_go(client: TestClient) -> None:
    draft = give(client, text=REPORT)
    assert client.post(f"{draft}/drop", data={"csrf": csrf_in(client.get(draft).text)}).status_code == 303
    assert client.get(draft).status_code == 404


def test_a_file_that_is_too_large_is_refused(client: TestClient) -> None:
    fields = {"csrf": csrf_in(client.get("/add").text)}
    assert client.post("/add", data=fields, files={"file": ("x", b"x" * 13_000_000)}).status_code == 413


@pytest.mark.parametrize(
    "content", [hostile_text().encode("utf-8", "replace"), hostile_page().encode()], ids=["text", "page"]
)
def test_no_page_lets_a_hostile_report_act(
    app: FastAPI, client: TestClient, ledger: Ledger, content: bytes, log_in: LogIn
) -> None:
    draft = give(client, content=content, name='"><script>alert(1)</script>.html')
    preview = client.get(draft)
    client.post(f"{draft}/record", data={"csrf": csrf_in(preview.text)})
    (document,) = ledger.documents()
    claims = [held.claim.id for held in ledger.claims()]
    assert claims
    for text in (*TAGS, *TRICKS):
        fields = {"csrf": csrf_in(client.get("/account").text), "about": document.id, "text": text}
        assert client.post("/comments", data=fields).status_code == 303
    places = ["/", "/documents", "/changes", "/changes.atom", "/disputes", "/names/XKX", "/recognition/XKX", "/add"]
    places += [f"/documents/{document.id}", "/relations/FRA/XKX", *(f"/claims/{claim}" for claim in claims)]
    for place in places:
        for browser in (client, log_in(app, "")):
            response = browser.get(place)
            _check_harmless(response.text, place)
            assert SECURITY_HEADERS.items() <= dict(response.headers).items()
    _check_harmless(preview.text, draft)


def _check_harmless(page: str, place: str) -> None:
    assert [tag for tag in FORBIDDEN if tag in page] == [], place
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", page) == [], place
    assert re.findall(r'<[^>]*\b(?:src|href|action)="(?!/|#)[^"]*"', page) == [], place
    assert "49" not in re.findall(r"\b49\b", page), place


def test_a_line_of_ten_megabytes_is_shown_in_part(client: TestClient) -> None:
    page = client.get(give(client, content=b"Nairobi, 4 March 2021\n\n" + b"x" * 10_000_000, name="long.txt")).text
    assert len(page) < 200_000
    assert "characters more" in page


def test_a_program_adds_a_report_once(app: FastAPI, accounts: Accounts) -> None:
    secret = make_token(accounts, "feed", [Permission.ADD], days=1, doer=Doer("editor", "here"))
    program = TestClient(app, base_url="http://testserver", headers={"authorization": f"Bearer {secret}"})
    report = {"text": REPORT, "name": "kenya.txt", "outlet": "Sample Gazette"}
    first, second = program.post("/api/v1/documents", json=report), program.post("/api/v1/documents", json=report)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["claims"][0]["mode"] == "recognition"
    assert second.json()["entry"] is None


def test_a_program_is_told_what_it_gives_wrongly(app: FastAPI, accounts: Accounts) -> None:
    secret = make_token(accounts, "feed", [Permission.ADD], days=1, doer=Doer("editor", "here"))
    program = TestClient(app, base_url="http://testserver", headers={"authorization": f"Bearer {secret}"})
    for report, status in (({}, 400), ({"address": "http://localhost/"}, 400), ({"text": 7}, 422)):
        answer = program.post("/api/v1/documents", json=report)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_report_is_coded_apart_from_the_pages_and_the_same() -> None:
    draft = Draft("", "kenya.txt", Given(published="2021-03-04"), REPORT.encode())
    here, apart = Workshop(is_apart=False), Workshop(is_apart=True)
    try:
        assert apart.code(draft) == here.code(draft)
    finally:
        apart.close()
