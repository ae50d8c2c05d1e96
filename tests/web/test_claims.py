"""The page of a claim: who said it through whom, what was ruled, how to cite it, and who may see what."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.claims.factories import make_claim, make_coding, make_document
from tests.web.conftest import LogIn
from tests.web.hostile import FORBIDDEN, TAGS, TRICKS

from dragoman.accounts.opening import Accounts
from dragoman.api import Ledger, open_ledger
from dragoman.claims.claim import ClaimId
from dragoman.claims.hop import Hop
from dragoman.claims.judgement import Judgement, Ruling
from dragoman.documents.document import MetadataItem
from dragoman.documents.section import VoiceKind
from dragoman.web.app import make_app

HOSTILE = " ".join((*TAGS, *TRICKS))
WIRE = Hop("Sample Wire", VoiceKind.OUTLET)
MINISTER = Hop("Ruta Sample", VoiceKind.PERSON, cue=f"quoted {HOSTILE}", id="NRU", role="minister")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two pages that give the word of one minister, and one that denies it."""
    title = (MetadataItem("title", HOSTILE, None), MetadataItem("author", HOSTILE, None))
    first = make_document(f"Nauru recognised Abkhazia on 15 December 2009. {HOSTILE}", metadata=title)
    second = make_document("Nauru recognised Abkhazia, the minister said.", name="second.txt")
    third = make_document("Nauru has not recognised Abkhazia.", name="third.txt")
    digest = Hop("Sample Digest", VoiceKind.OUTLET)
    with open_ledger(tmp_path / "web.db") as held:
        held.add(make_coding(first, make_claim(first, chain=(WIRE, MINISTER))), by="tests")
        held.add(make_coding(second, make_claim(second, chain=(digest, WIRE, MINISTER))), by="tests")
        held.add(make_coding(third, make_claim(third, negated=True, chain=(digest,))), by="tests")
        yield held


@pytest.fixture
def claim(ledger: Ledger) -> ClaimId:
    """The first claim."""
    return next(iter(ledger.claims())).claim.id


@pytest.fixture
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, accounts)


@pytest.fixture
def client(app: FastAPI, log_in: LogIn) -> TestClient:
    return log_in(app, "")


def field_of(page: str, key: str) -> str:
    """Return the text of a reference that can be copied."""
    return unescape(page.partition(f'id="cite-{key}"')[2].partition(">")[2].partition("</textarea>")[0])


def test_the_word_of_one_speaker_is_followed_outwards_to_each_page(client: TestClient, claim: ClaimId) -> None:
    tree = client.get(f"/claims/{claim}").text.partition('class="tree"')[2].partition("</section>")[0]
    assert tree.count("Ruta Sample") == 1
    assert tree.count("<strong><bdi>Sample Wire") == 1
    assert tree.index("Ruta Sample") < tree.index("Sample Wire") < tree.index("Sample Digest")


def test_a_denial_is_a_dispute_of_the_claim(client: TestClient, claim: ClaimId) -> None:
    page = client.get(f"/claims/{claim}").text
    assert 'id="against"' in page
    assert 'id="disputes"' in page.partition('id="against"')[2]


def test_a_reference_is_copied_as_words_bibtex_and_json(client: TestClient, claim: ClaimId) -> None:
    page = client.get(f"/claims/{claim}").text
    assert field_of(page, "bibtex").startswith(f"@online{{dragoman-{claim[:12]},")
    (item,) = json.loads(field_of(page, "csl"))
    assert claim in item["note"]
    assert claim in field_of(page, "text")


def test_what_was_ruled_stands_in_order_with_its_reasons(client: TestClient, ledger: Ledger, claim: ClaimId) -> None:
    ledger.judge(Judgement(Ruling.ACCEPT, claim, "anna", f"It says so. {HOSTILE}"))
    ledger.judge(Judgement(Ruling.REJECT, claim, "bert", "It does not."))
    page = client.get(f"/claims/{claim}").text.partition('id="judgements"')[2]
    assert page.index("It says so.") < page.index("It does not.")
    assert [one for one in FORBIDDEN if one in page] == []


def test_a_reviewer_who_may_give_a_second_opinion_does_not_see_the_first(
    app: FastAPI, log_in: LogIn, ledger: Ledger, claim: ClaimId
) -> None:
    ledger.judge(Judgement(Ruling.REJECT, claim, "anna", "It does not."))
    reviewer = log_in(app, "reviewer")
    page = reviewer.get(f"/claims/{claim}").text
    assert "It does not." not in page
    assert f"/review/claims/{claim}" in page
    ledger.judge(Judgement(Ruling.ACCEPT, claim, "reviewer", "It does."))
    assert "It does not." in reviewer.get(f"/claims/{claim}").text


def test_no_word_of_a_report_is_markup(client: TestClient, ledger: Ledger) -> None:
    for held in ledger.claims():
        page = client.get(f"/claims/{held.claim.id}").text
        assert [one for one in FORBIDDEN if one in page] == []
