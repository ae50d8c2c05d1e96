"""Reviewing: who sees what before ruling, what is recorded, where two disagree, and gold of what was judged."""

from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.claims.factories import make_claim, make_coding, make_document
from tests.web.conftest import PASSWORD, LogIn, csrf_in

from dragoman.accounts.opening import Accounts
from dragoman.accounts.people import add_account
from dragoman.accounts.role import Role
from dragoman.accounts.trail import Doer, find_events
from dragoman.api import Ledger, add_sources, open_ledger
from dragoman.claims.judgement import Ruling
from dragoman.errors import AccountError
from dragoman.evaluation.gold_file import read_gold
from dragoman.web.app import make_app

TEXT = "Nauru recognised Abkhazia on 15 December 2009. Tuvalu did so on 18 September 2011."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with two claims, one less sure than the other."""
    page = make_document(TEXT)
    sure, unsure = make_claim(page, confidence=0.9), make_claim(page, actors=["TUV"], confidence=0.2)
    with open_ledger(tmp_path / "web.db") as held:
        held.add(make_coding(page, sure, unsure), by="tests")
        yield held


@pytest.fixture
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    with suppress(AccountError):
        add_account(accounts, "second", PASSWORD, role=Role.REVIEWER, doer=Doer("tests", "here"))
    return make_app(ledger, accounts)


@pytest.fixture
def client(app: FastAPI, log_in: LogIn) -> TestClient:
    return log_in(app, "reviewer")


def first(client: TestClient) -> str:
    """Return the address of the claim that is to be judged next."""
    return client.get("/review/next").headers["location"]


def skip_of(page: str) -> str:
    """Return where a page that judges a claim leads to without a ruling."""
    return unescape("/review/next" + page.partition('href="/review/next')[2].partition('"')[0])


def rule(client: TestClient, address: str, ruling: str, **fields: str) -> int:
    """Rule on a claim."""
    values = {"csrf": csrf_in(client.get(address).text), "ruling": ruling, **fields}
    return client.post(address, data=values).status_code


def test_the_least_sure_claim_comes_first_and_each_once(client: TestClient, ledger: Ledger) -> None:
    place = first(client)
    held = {one.claim.id: one.claim for one in ledger.claims()}
    assert held[place.partition("/claims/")[2].partition("?")[0]].confidence == 0.2  # type: ignore[index]
    assert rule(client, place, "accept") == 303
    assert first(client) != place
    assert rule(client, first(client), "accept") == 303
    assert first(client).startswith("/review?")


def test_a_claim_that_is_skipped_stays_behind_until_the_end(client: TestClient) -> None:
    skipped = first(client)
    page = client.get(skipped).text
    following = client.get(skip_of(page))
    place = following.headers["location"]
    assert place.partition("?")[0] != skipped.partition("?")[0]
    assert "/claims/" not in client.get(skip_of(client.get(place).text)).headers["location"]
    assert rule(client, place, "accept") == 303
    assert first(client) == skipped


def test_a_ruling_is_recorded_under_the_name_of_the_reviewer(
    client: TestClient, ledger: Ledger, accounts: Accounts
) -> None:
    assert rule(client, first(client), "reject", reason="It is about Tuvalu.") == 303
    (held,) = ledger.judgements()
    assert (held.judgement.ruling, held.judgement.reviewer) == (Ruling.REJECT, "reviewer")
    assert held.judgement.reason == "It is about Tuvalu."
    assert next(find_events(accounts)).act == "judge"


def test_only_what_was_changed_is_amended(client: TestClient, ledger: Ledger) -> None:
    fields = {"actors": "NRU", "recipients": "ABK", "mode": "recognition", "date": "2009-12", "status": "actual"}
    assert rule(client, first(client), "amend", reason="The day is not said.", negated="false", **fields) == 303
    (held,) = ledger.judgements()
    assert {one.field.value: one.value for one in held.judgement.amendments} == {"actors": "NRU", "date": "2009-12"}


@pytest.mark.parametrize(("ruling", "fields"), [("reject", {}), ("settle", {"reason": "x"}), ("", {"reason": "x"})])
def test_what_is_no_ruling_is_explained(
    client: TestClient, ledger: Ledger, ruling: str, fields: dict[str, str]
) -> None:
    assert rule(client, first(client), ruling, **fields) == 400
    assert list(ledger.judgements()) == []


def test_a_second_reviewer_does_not_see_the_first_ruling_before_there_is_an_own_one(
    app: FastAPI, client: TestClient, log_in: LogIn
) -> None:
    place = first(client)
    rule(client, place, "reject", reason="Not what it says.")
    second = log_in(app, "second")
    assert first(second) == place
    assert "second opinion" in second.get("/review").text
    assert "Not what it says." not in second.get(place).text
    rule(second, place, "accept")
    assert "Not what it says." in second.get(place).text


def test_where_two_disagree_an_editor_decides(app: FastAPI, client: TestClient, log_in: LogIn) -> None:
    place = first(client)
    rule(client, place, "reject", reason="Not what it says.")
    rule(log_in(app, "second"), place, "accept")
    editor = log_in(app, "editor")
    assert "Not what it says." in editor.get("/review/adjudication").text
    assert "Not what it says." in editor.get(place).text
    rule(editor, place, "accept", reason="It does.")
    assert "No two reviewers disagree" in editor.get("/review/adjudication").text


def test_agreement_is_that_of_the_first_two(app: FastAPI, client: TestClient, log_in: LogIn) -> None:
    second = log_in(app, "second")
    for ruling in ("reject", "accept"):
        place = first(client)
        rule(client, place, ruling, reason="So it is.")
        rule(second, place, ruling, reason="So it is.")
    page = client.get("/review/agreement").text
    assert "reviewer and second" in page
    assert "2 claims, 1.00 ruled alike, Cohen's kappa 1.00" in page


def test_the_queue_of_one_polity_has_its_claims_alone(client: TestClient) -> None:
    assert "Begin with the first of 1" in client.get("/review?of=TUV&order=dispute").text
    assert client.get("/review?of=Atlantis").status_code == 404


@pytest.mark.model
def test_what_was_judged_is_gold_that_the_coder_meets(tmp_path: Path, accounts: Accounts, log_in: LogIn) -> None:
    report = tmp_path / "report.txt"
    said = "NAIROBI, 4 March 2021 (Sample Wire) - Kenya recognised Kosovo on 3 March 2021, the ministry said."
    report.write_text(said, encoding="utf-8")
    with open_ledger(tmp_path / "gold.db") as ledger:
        assert list(add_sources(ledger, [str(report)]))
        client = log_in(make_app(ledger, accounts), "reviewer")
        with ZipFile(BytesIO(client.get("/review/gold.zip").content)) as archive:
            assert archive.namelist() == ["gold.yaml"]
        while "/claims/" in (place := first(client)):
            assert rule(client, place, "accept") == 303
        with ZipFile(BytesIO(client.get("/review/gold.zip").content)) as archive:
            archive.extractall(tmp_path / "gold")
    (document,) = read_gold(tmp_path / "gold" / "gold.yaml").documents
    assert document.path is not None
    assert document.path.read_text(encoding="utf-8") == said
    assert [(claim.mode, claim.dates) for claim in document.claims] == [("recognition", ("2021-03-03",))]
