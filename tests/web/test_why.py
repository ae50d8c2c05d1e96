"""Why a claim was made: the rule and its words, the tree of the sentence, and what is said where there is no parser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.claims.factories import make_claim, make_coding, make_document
from tests.web.conftest import ADDRESS
from tests.web.hostile import FORBIDDEN, hostile_text

from dragoman.api import Ledger, add_sources, open_ledger
from dragoman.assembly.explanation import Explanation
from dragoman.claims.claim import Claim
from dragoman.documents.document import Document
from dragoman.errors import ParserError
from dragoman.language.sentence import Sentence, Token
from dragoman.web import explaining
from dragoman.web.app import make_app
from dragoman.web.explaining import MOST_WAITING, Explainer

TEXT = "Nauru recognised Abkhazia."
SENTENCE = Sentence(
    (
        Token(0, "Nauru", "Nauru", "PROPN", "NNP", 1, "nsubj", 0, 5),
        Token(1, "recognised", "recognise", "VERB", "VBD", 1, "root", 6, 16),
        Token(2, "Abkhazia", "Abkhazia", "PROPN", "NNP", 1, "obj", 17, 25),
        Token(3, ".", ".", "PUNCT", ".", 1, "punct", 25, 26),
    ),
    TEXT,
    0,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one claim."""
    with open_ledger(tmp_path / "web.db") as held:
        held.add(make_coding(make_document(TEXT)), by="tests")
        yield held


@pytest.fixture
def address(ledger: Ledger) -> str:
    """Where the reasons of the claim are."""
    return f"/claims/{next(iter(ledger.claims())).claim.id}/why"


@pytest.fixture
def app(ledger: Ledger) -> FastAPI:
    return make_app(ledger)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Claim]:
    """Notes each claim whose sentence is parsed; no model is needed for it."""
    notes: list[Claim] = []

    def explain(document: Document, claim: Claim) -> Explanation:
        notes.append(claim)
        assert document.content == b""
        return Explanation(claim, document, (SENTENCE,), None)

    monkeypatch.setattr(explaining, "explain_claim", explain)
    return notes


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let each parse fail."""

    def explain(*_: object) -> Explanation:
        raise error

    monkeypatch.setattr(explaining, "explain_claim", explain)


def test_the_rule_its_words_and_the_tree_are_shown(client: TestClient, address: str, parsed: list[Claim]) -> None:
    page = client.get(address).text
    assert "en/recognition#verb" in page
    assert "SUPPORT · recognition" in page
    tree = page.partition('class="tree parse"')[2]
    assert tree.index("recognised") < tree.index("trigger") < tree.index("Nauru") < tree.index("nsubj")
    matched = page.partition('class="matched"')[2].partition("</table>")[0]
    assert [word for word in ("trigger", "recognised", "recipient", "Abkhazia") if word not in matched] == []
    assert len(parsed) == 1


def test_a_sentence_is_parsed_once_however_often_it_is_asked_for(
    client: TestClient, address: str, parsed: list[Claim]
) -> None:
    for number in range(3):
        assert client.get(f"{address}?known=2999-01-0{number + 1}").status_code == 200
    assert len(parsed) == 1


def test_without_the_parser_the_page_says_so_and_shows_what_is_recorded(
    client: TestClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, ParserError("en_dragoman", "it is not installed"))
    answer = client.get(address)
    assert answer.status_code == 200
    assert "The parser is not here" in answer.text
    assert "SUPPORT · recognition" in answer.text


def test_a_sentence_that_takes_too_long_is_given_up(
    client: TestClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, TimeoutError())
    assert "took longer than" in client.get(address).text


def test_when_many_wait_others_are_asked_to_come_back(
    app: FastAPI, client: TestClient, address: str, parsed: list[Claim]
) -> None:
    explainer = app.state.site.explainer
    for _ in range(MOST_WAITING):
        assert explainer._places.acquire(blocking=False)
    assert client.get(address).status_code == 503
    explainer._places.release()
    assert client.get(address).status_code == 200


def test_a_claim_that_is_not_held_has_no_reasons(client: TestClient) -> None:
    assert client.get("/claims/000000000000/why").status_code == 404


@pytest.mark.model
def test_reasons_of_claims_in_hostile_reports_are_never_markup(tmp_path: Path) -> None:
    report = tmp_path / "hostile.txt"
    report.write_text(hostile_text(), encoding="utf-8")
    with open_ledger(tmp_path / "hostile.db") as held:
        assert list(add_sources(held, [str(report)]))
        client = TestClient(make_app(held), base_url=ADDRESS)
        pages = [client.get(f"/claims/{one.claim.id}/why").text for one in held.claims()]
    assert len(pages) > 5
    assert [one for page in pages for one in FORBIDDEN if one in page] == []
    assert all('class="tree parse"' in page for page in pages)


@pytest.mark.model
def test_a_process_of_its_own_gives_the_same_sentences() -> None:
    document = make_document(TEXT)
    claim = make_claim(document)
    apart, here = Explainer(is_apart=True), Explainer(is_apart=False)
    try:
        assert apart.parse(document, claim) == here.parse(document, claim)
    finally:
        apart.close()
