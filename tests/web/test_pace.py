"""Requests that come too fast are refused, with the seconds to wait, and never those of others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dragoman.api import open_ledger
from dragoman.web.app import make_app
from dragoman.web.settings import WebSettings

MOST = 20


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    with open_ledger(tmp_path / "pace.db") as ledger:
        yield make_app(ledger, settings=WebSettings(most_a_minute=MOST))


def asking(app: FastAPI, address: str) -> TestClient:
    return TestClient(app, client=(address, 50_000))


def statuses(client: TestClient, path: str, times: int) -> list[int]:
    return [client.get(path).status_code for _ in range(times)]


def test_more_than_the_most_are_refused_as_a_problem_with_the_seconds_to_wait(app: FastAPI) -> None:
    client = asking(app, "192.0.2.7")
    assert statuses(client, "/api/v1/polities?q=Kosovo", MOST) == [200] * MOST
    refused = client.get("/api/v1/polities?q=Kosovo")
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert f"More than {MOST} requests" in refused.json()["detail"]
    assert refused.headers["ratelimit"].startswith('"minute";r=0;')


def test_each_answer_tells_what_is_left(app: FastAPI) -> None:
    client = asking(app, "192.0.2.8")
    assert client.get("/sources").headers["ratelimit"].startswith(f'"minute";r={MOST - 1};')
    assert client.get("/sources").headers["ratelimit-policy"] == f'"minute";q={MOST};w=60'


def test_others_and_what_is_free_are_not_refused(app: FastAPI) -> None:
    loud = asking(app, "2001:db8::1")
    statuses(loud, "/sources", MOST + 1)
    assert asking(app, "2001:db8::2").get("/sources").status_code == 429  # the same subscriber
    assert asking(app, "2001:db8:0:1::1").get("/sources").status_code == 200
    assert loud.get("/static/style.css").status_code == 200
    assert loud.get("/health").status_code == 200


def test_without_a_limit_nothing_is_refused(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "free.db") as ledger:
        client = asking(make_app(ledger, settings=WebSettings(most_a_minute=0)), "192.0.2.9")
        assert set(statuses(client, "/api/v1/polities?q=Kosovo", 3 * MOST)) == {200}
