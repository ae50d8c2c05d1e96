"""A claim on a page of somebody else, and what names the other forms of a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.api import Ledger, add_sources, open_ledger
from dragoman.web.app import make_app

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def ledger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    report = root / "samples" / "reports" / "2017-06-06-gulf-rift.txt"
    with open_ledger(tmp_path_factory.mktemp("oembed") / "web.db") as held:
        assert list(add_sources(held, [str(report)]))
        yield held


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> TestClient:
    return TestClient(make_app(ledger), base_url="http://testserver", raise_server_exceptions=False)


def test_the_quote_stands_there_with_its_word_and_the_way_back(client: TestClient, ledger: Ledger) -> None:
    claim = next(iter(ledger.claims())).claim
    page = client.get(f"/claims/{claim.id}")
    assert 'type="application/json+oembed"' in page.text
    answer = client.get("/oembed", params={"url": f"http://testserver/claims/{claim.id}", "maxwidth": 300}).json()
    assert (answer["version"], answer["type"], answer["width"]) == ("1.0", "rich", 300)
    assert f"http://testserver/claims/{claim.id[:12]}" in answer["html"]
    assert "<script" not in answer["html"]


def test_what_is_no_claim_or_another_format_is_a_problem(client: TestClient) -> None:
    assert client.get("/oembed", params={"url": "http://testserver/disputes"}).status_code == 404
    assert client.get("/oembed", params={"url": "/claims/none"}).status_code == 404
    assert client.get("/oembed", params={"url": "/claims/none", "format": "xml"}).status_code == 501


@pytest.mark.parametrize(
    "page", ["/recognition/QAT", "/relations/QAT/SAU", "/disputes", "/names/QAT", "/sources", "/matrix"]
)
def test_a_page_names_its_other_forms_and_they_are_there(page: str, client: TestClient) -> None:
    links = client.get(page, params={"as_of": "2018"}).headers["link"].split(", ")
    kinds = {}
    for link in links:
        address, _, kind = link.split("; ")
        kinds[kind] = client.get(address.strip("<>"))
    assert {answer.status_code for answer in kinds.values()} == {200}
    assert kinds['type="application/json"'].headers["content-type"] == "application/json"
    assert kinds['type="text/csv"'].headers["content-type"].startswith("text/csv")


def test_the_changes_name_their_feed(client: TestClient) -> None:
    assert 'type="application/atom+xml"' in client.get("/changes").headers["link"]
