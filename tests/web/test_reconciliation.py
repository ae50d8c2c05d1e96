"""The reconciliation service as OpenRefine asks it: manifest, batches of queries, suggestions, preview."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.api import add_sources, open_ledger
from dragoman.web.app import make_app

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    report = root / "samples" / "reports" / "2017-06-06-gulf-rift.txt"
    with open_ledger(tmp_path_factory.mktemp("reconciling") / "web.db") as held:
        assert list(add_sources(held, [str(report)]))
        yield TestClient(make_app(held), raise_server_exceptions=False)


def reconciled(client: TestClient, **query: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON
    answer = client.post("/reconcile", data={"queries": json.dumps({"q0": query})})
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["q0"]["result"]
    return found


def test_the_manifest_has_what_the_specification_requires(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()
    assert {"versions", "name", "identifierSpace", "schemaSpace"} <= manifest.keys()
    assert manifest["view"]["url"].endswith("/names/{{id}}")
    assert client.get("/reconcile").headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("name", ["North Korea", "DPRK", "Корейская Народно-Демократическая Республика", "朝鲜"])
def test_a_name_in_any_spelling_is_matched(name: str, client: TestClient) -> None:
    first = reconciled(client, query=name)[0]
    assert (first["id"], first["match"], first["score"]) == ("PRK", True, 100)
    assert first["type"] == [{"id": "polity", "name": "Polity"}]


def test_a_misspelt_name_is_a_candidate_and_no_match(client: TestClient) -> None:
    found = {one["id"]: one["match"] for one in reconciled(client, query="Donezk")}
    assert found["DPR"] is False


def test_candidates_are_of_the_types_asked_for(client: TestClient) -> None:
    people = reconciled(client, query="Rouhani", type="person")
    assert {kind["id"] for one in people for kind in one["type"]} <= {"person"}
    assert reconciled(client, query="Kosovo", type=["person"]) == []


def test_an_unknown_name_has_no_candidates(client: TestClient) -> None:
    assert reconciled(client, query="Xyzzyqua") == []
    assert reconciled(client, query="  ") == []


@pytest.mark.parametrize(
    "queries", ["no json", "[]", '{"q0": {}}', '{"q0": 7}', '{"q0": {"query": "x", "limit": "y"}}']
)
def test_what_is_no_batch_is_a_problem(queries: str, client: TestClient) -> None:
    answer = client.post("/reconcile", data={"queries": queries}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("Cannot read the queries:")


def test_suggestions_and_previews(client: TestClient) -> None:
    suggested = client.get("/reconcile/suggest/entity", params={"prefix": "Kosov"}).json()["result"]
    assert "XKX" in {one["id"] for one in suggested}
    preview = client.get("/reconcile/preview/XKX")
    assert "Kosovo" in preview.text
    assert "frame-ancestors *" in preview.headers["content-security-policy"]
    assert client.get("/reconcile/preview/person:nobody").status_code == 404
