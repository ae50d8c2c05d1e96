"""Settling disputes on their page: which side holds, why, again, and when two do it at once."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.claims.factories import make_claim, make_coding, make_document
from tests.web.conftest import PASSWORD, LogIn, csrf_in
from tests.web.hostile import FORBIDDEN, TAGS, TRICKS

from dragoman.accounts.opening import Accounts
from dragoman.accounts.people import add_account
from dragoman.accounts.role import Role
from dragoman.accounts.trail import Doer, find_events
from dragoman.api import Ledger, disputes, open_ledger
from dragoman.claims.judgement import Ruling
from dragoman.errors import AccountError
from dragoman.web.app import make_app

HOSTILE = " ".join((*TAGS, *TRICKS))
PLACE = "/review/disputes"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two pages of which one denies what the other says."""
    says = make_document(f"Nauru recognised Abkhazia on 15 December 2009. {HOSTILE}")
    denies = make_document(f"Nauru has not recognised Abkhazia. {HOSTILE}", name="denies.txt")
    with open_ledger(tmp_path / "web.db") as held:
        held.add(make_coding(says, make_claim(says)), by="tests")
        held.add(make_coding(denies, make_claim(denies, negated=True)), by="tests")
        yield held


@pytest.fixture
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    with suppress(AccountError):
        add_account(accounts, "second", PASSWORD, role=Role.REVIEWER, doer=Doer("tests", "here"))
    return make_app(ledger, accounts)


@pytest.fixture
def client(app: FastAPI, log_in: LogIn) -> TestClient:
    return log_in(app, "reviewer")


def form_of(page: str) -> tuple[str, dict[str, str]]:
    """Return where the first form of the page to settle is sent, and what it brings back."""
    action = re.search(r'action="(/review/disputes/[0-9a-f]+)"', page)
    seen = re.search(r'name="seen" value="(\d*)"', page)
    assert action is not None
    assert seen is not None
    return action[1], {"csrf": csrf_in(page), "of": "", "seen": seen[1]}


def settle(client: TestClient, page: str, **fields: str) -> int:
    """Send the first form of a page."""
    action, brought = form_of(page)
    return client.post(action, data=brought | fields).status_code


@pytest.mark.parametrize("side", ["left", "right", "neither"])
def test_one_side_holds_or_neither_and_the_dispute_is_settled(
    client: TestClient, ledger: Ledger, accounts: Accounts, side: str
) -> None:
    (before,) = [one for one in disputes(ledger).contests if one.is_real]
    assert settle(client, client.get(PLACE).text, side=side, reason="So the decree.") == 303
    (held,) = ledger.judgements()
    assert (held.judgement.ruling, held.judgement.reviewer) == (Ruling.SETTLE, "reviewer")
    sides = {"left": before.dispute.left, "right": before.dispute.right, "neither": ()}
    assert held.judgement.others == sides[side]
    assert [one.is_real for one in disputes(ledger).contests] == [False]
    assert next(find_events(accounts)).act == "judge"
    page = client.get(PLACE).text
    assert "Nothing is left to settle here" in page
    assert "Settled by reviewer" in page
    assert "So the decree." in page


def test_a_settled_dispute_can_be_settled_anew_and_the_later_ruling_counts(client: TestClient, ledger: Ledger) -> None:
    settle(client, client.get(PLACE).text, side="left", reason="So the decree.")
    assert settle(client, client.get(PLACE).text, side="neither", reason="The decree is forged.") == 303
    assert len(list(ledger.judgements())) == 2
    (contest,) = disputes(ledger).contests
    assert contest.settled is not None
    assert contest.settled.judgement.reason == "The decree is forged."


def test_who_settles_what_another_has_settled_meanwhile_is_told(
    app: FastAPI, client: TestClient, log_in: LogIn, ledger: Ledger
) -> None:
    second = log_in(app, "second")
    page = second.get(PLACE).text
    settle(client, client.get(PLACE).text, side="left", reason="So the decree.")
    assert settle(second, page, side="right", reason="So the gazette.") == 409
    assert len(list(ledger.judgements())) == 1


@pytest.mark.parametrize(
    "fields", [{"side": "left"}, {"side": "left", "reason": " "}, {"reason": "x"}, {"side": "both"}]
)
def test_what_settles_nothing_is_explained(client: TestClient, ledger: Ledger, fields: dict[str, str]) -> None:
    assert settle(client, client.get(PLACE).text, **fields) == 400
    assert list(ledger.judgements()) == []


def test_a_dispute_that_is_none_cannot_be_settled(client: TestClient) -> None:
    token = {"csrf": csrf_in(client.get(PLACE).text), "side": "left", "reason": "x"}
    assert client.post(f"{PLACE}/{'0' * 24}", data=token).status_code == 404
    assert client.post(f"{PLACE}/<script>", data=token).status_code == 404


def test_only_disputes_about_the_polity_that_is_asked_for_are_shown(client: TestClient) -> None:
    assert "/review/disputes/" in client.get(f"{PLACE}?of=NRU").text
    assert "Nothing is left to settle here" in client.get(f"{PLACE}?of=TUV").text
    assert client.get(f"{PLACE}?of=Atlantis").status_code == 404


def test_words_of_reports_and_reasons_are_never_markup(client: TestClient) -> None:
    page = client.get(PLACE).text
    assert [one for one in FORBIDDEN if one in page] == []
    assert settle(client, page, side="left", reason=HOSTILE.replace("\x00", "")) == 303
    page = client.get(PLACE).text
    assert "Settled by reviewer" in page
    assert [one for one in FORBIDDEN if one in page] == []
