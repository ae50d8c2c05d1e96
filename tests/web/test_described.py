"""The interface keeps to its own description, whatever is asked: tried by schemathesis."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from dragoman.api import add_sources, open_ledger
from dragoman.web.app import make_app
from dragoman.web.settings import WebSettings

pytestmark = pytest.mark.model

EXAMPLES = json.loads(files("dragoman.web").joinpath("examples.json").read_text("utf-8"))
TRIES = 8
"""Requests for each operation; all of them together take some seconds."""


@pytest.fixture(scope="module")
def app(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    report = root / "samples" / "reports" / "2017-06-06-gulf-rift.txt"
    with open_ledger(tmp_path_factory.mktemp("described") / "web.db") as held:
        assert list(add_sources(held, [str(report)]))
        yield make_app(held, settings=WebSettings(most_a_minute=0))


def test_every_operation_keeps_to_its_description(app: FastAPI) -> None:
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    for found in described.get_all_operations():
        assert isinstance(found, Ok)

        @settings(
            max_examples=TRIES,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=found.ok().as_strategy())
        def keeps_to_it(case: Any) -> None:  # noqa: ANN401 - a case of schemathesis
            # Dates, names and cursors are texts that may be refused for what they say.
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        keeps_to_it()


def test_the_description_is_openapi_3_1_with_an_example_for_each_answer(app: FastAPI) -> None:
    described = TestClient(app).get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, operations in described["paths"].items():
        if path.startswith("/api/v1") and "get" in operations:
            assert operations["get"]["responses"]["200"]["content"]["application/json"].get("example"), path


def test_the_examples_have_the_fields_of_the_answers(app: FastAPI) -> None:
    client = TestClient(app)
    asked = {"sources": "/sources", "disputes": "/disputes", "loaded": "/loaded", "matches": "/matches"}
    asked |= {"documents": "/documents", "claims": "/claims", "recognition": "/recognition/QAT", "names": "/names/QAT"}
    asked |= {"relations": "/relations/QAT/SAU", "timeline": "/timeline/QAT", "missions": "/missions/QAT"}
    asked |= {
        "matrix": "/matrix/relations",
        "history": "/history/relations/QAT/SAU",
        "watch": "/watch?since=2022-01-01",
    }
    for name, path in asked.items():
        assert client.get(f"/api/v1{path}").json().keys() == EXAMPLES[name].keys(), name
