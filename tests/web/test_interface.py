"""The interface for programs: the same JSON as the answers, paged, with problem details."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from dragoman.api import Ledger, add_sources, disputes, open_ledger, recognition, relations
from dragoman.web.app import make_app
from dragoman.web.headers import SECURITY_HEADERS
from dragoman.web.interface import PREFIX, router
from dragoman.web.interface_lists import router as lists

pytestmark = pytest.mark.model

ADDRESSES = {
    "/recognition/{of}": "/recognition/DPR?as_of=2022-07-20",
    "/relations/{a}/{b}": "/relations/PRK/UKR",
    "/brief/{a}/{b}": "/brief/PRK/UKR",
    "/timeline/{a}": "/timeline/PRK",
    "/timeline/{a}/{b}": "/timeline/PRK/UKR",
    "/matrix/{relation}": "/matrix/recognition?of=DPR&policy=cautious",
    "/missions/{of}": "/missions/PRK",
    "/transitions/{sender}": "/transitions/UKR",
    "/history/{relation}/{a}/{b}": "/history/recognition/PRK/DPR",
    "/diff": "/diff?since=entry:1",
    "/watch": "/watch?since=2022-01-01",
    "/sources": "/sources",
    "/source": "/source?outlet=Sample%20Wire",
    "/policies": "/policies",
    "/snapshots": "/snapshots",
    "/judgements": "/judgements",
    "/disputes": "/disputes?of=PRK",
    "/names/{of}": "/names/DPR",
    "/matches": "/matches",
    "/loaded": "/loaded",
    "/corroboration/{claim}": "",
    "/documents": "/documents",
    "/claims": "/claims?limit=3",
    "/polities": "/polities?q=DNR",
    "/search": "/search?q=recognised&in=quotes",
}
"""One address for each route: a route that is missing here fails the tests."""


@pytest.fixture(scope="module")
def ledger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of a few sample reports."""
    reports = sorted((root / "samples" / "reports").glob("2022-07-*"))[:4]
    with open_ledger(tmp_path_factory.mktemp("interface") / "web.db") as held:
        assert list(add_sources(held, [str(report) for report in reports]))
        yield held


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> TestClient:
    """A program that asks."""
    return TestClient(make_app(ledger), base_url="http://testserver", raise_server_exceptions=False)


def test_each_route_has_an_address_in_the_table() -> None:
    routes = [route for one in (router, lists) for route in one.routes if isinstance(route, APIRoute)]
    assert {route.path.removeprefix(PREFIX) for route in routes} == set(ADDRESSES)


@pytest.mark.parametrize("route", ADDRESSES)
def test_every_answer_is_json_with_the_security_headers_and_a_tag(
    route: str, client: TestClient, ledger: Ledger
) -> None:
    claim = next(iter(ledger.claims())).claim
    response = client.get(PREFIX + (ADDRESSES[route] or f"/corroboration/{claim.id}"))
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert "etag" in response.headers
    assert SECURITY_HEADERS.items() <= dict(response.headers).items()


def test_the_answers_are_those_of_the_library(client: TestClient, ledger: Ledger) -> None:
    asked = client.get(f"{PREFIX}/recognition/DPR?as_of=2022-07-20").json()
    assert asked == recognition(ledger, of="DPR", as_of="2022-07-20").to_dict()
    assert client.get(f"{PREFIX}/relations/PRK/UKR").json() == relations(ledger, "PRK", "UKR").to_dict()
    assert client.get(f"{PREFIX}/disputes").json() == disputes(ledger).to_dict()


def test_the_pages_of_a_list_leave_nothing_out_and_repeat_nothing(client: TestClient, ledger: Ledger) -> None:
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(f"{PREFIX}/claims", params={"limit": 7, "cursor": cursor}).json()
        found += [claim["id"] for claim in page["claims"]]
        cursor = page["next"]
    assert found == [held.claim.id for held in ledger.claims()]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/recognition/Atlantis", 404),
        ("/disputes?as_of=soon", 400),
        ("/claims?limit=0", 422),
        ("/claims?cursor=x", 404),
    ],
)
def test_errors_are_problem_details(address: str, status: int, client: TestClient) -> None:
    response = client.get(PREFIX + address)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert response.json()["detail"].endswith(".")


def test_the_description_is_openapi_3_1_and_names_every_route(client: TestClient) -> None:
    description = client.get(f"{PREFIX}/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    named = {path.removeprefix(PREFIX) for path in description["paths"] if path.startswith(PREFIX)}
    assert named == set(ADDRESSES)
