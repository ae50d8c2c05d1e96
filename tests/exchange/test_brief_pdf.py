"""A brief on paper says what the page says."""

import sys
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.answers.reports import EMBASSY, act, ledger_of, report

from dragoman import api
from dragoman.claims.ledger import Ledger
from dragoman.errors import ExtraMissingError


@pytest.fixture
def held() -> Ledger:
    opened = report(
        "The North opened it <b>in 1992</b>, МИД said.",
        act("mission-opened", "PRK", "UKR", date="1992", measure=EMBASSY),
        name="https://example.org/a?b=1&c=2",
    )
    return ledger_of(opened, report("They severed.", act("relations-severed", "UKR", "PRK", date="2022-07-13")))


def read(held: Ledger) -> PdfReader:
    pytest.importorskip("reportlab")
    pytest.importorskip("fontpkg_noto_sans")
    return PdfReader(BytesIO(api.brief_pdf(held, "UKR", "PRK")))


def test_it_has_every_sentence_quote_and_digest_of_the_page(held: Ledger) -> None:
    reader = read(held)
    assert reader.metadata is not None
    assert reader.metadata.title == "Ukraine and North Korea"
    told = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for citation in (c for item in api.relations(held, "UKR", "PRK").items for c in item.citations):
        for words in (citation.claim.evidence.quote, citation.claim.id, citation.page.id.removeprefix("sha256:")):
            assert "".join(words.split()) in told


def test_the_same_answer_gives_the_same_bytes(held: Ledger) -> None:
    read(held)
    assert api.brief_pdf(held, "UKR", "PRK") == api.brief_pdf(held, "UKR", "PRK")


def test_a_pair_of_which_no_claim_tells_has_a_page_too(held: Ledger) -> None:
    read(held)
    page = PdfReader(BytesIO(api.brief_pdf(held, "France", "Nauru"))).pages[0]
    assert "holds no claim" in page.extract_text()


def test_without_the_library_the_error_says_what_to_install(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportlab.platypus", None)
    with pytest.raises(ExtraMissingError, match=r"pip install 'dragoman\[pdf\]'"):
        api.brief_pdf(held, "UKR", "PRK")
