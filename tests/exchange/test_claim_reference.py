"""References to claims: verbatim, complete, and never a command of what reads them."""

import json
from datetime import UTC, datetime

import pytest
from tests.claims.factories import make_claim, make_document

from dragoman.answers.citation import Citation, Page
from dragoman.exchange.claim_reference import ClaimReference

QUOTE = "Nauru recognised Abkhazia."


def make_reference(quote: str = QUOTE, authors: tuple[str, ...] = ("A. Writer",), **values: str) -> ClaimReference:
    """A reference to a claim on a page of Sample Wire."""
    document = make_document(quote)
    given = {"title": "Recognition", "address": "https://wire.example/1", "outlet": "Sample Wire"} | values
    page = Page(document.id, "page.txt", **given)
    return ClaimReference(Citation(make_claim(document), page, 1, datetime(2024, 1, 1, tzinfo=UTC)), authors)


def test_all_that_is_needed_to_look_it_up_stands_in_each_form() -> None:
    reference = make_reference(published="2009-12-15T10:00Z")
    claim = reference.citation.claim
    for text in (reference.text, reference.bibtex, reference.csl_json):
        for part in (QUOTE, "Sample Wire", "A. Writer", claim.id, claim.document.removeprefix("sha256:"), "0–26"):
            assert part in text


def test_bibtex_has_the_day_of_publication_and_leaves_out_what_is_not_known() -> None:
    assert "date = {2009-12-15}," in make_reference(published="2009-12-15T10:00Z").bibtex
    reference = make_reference(address="", outlet="", authors=())
    assert [line for line in reference.bibtex.split("\n") if "= {}" in line] == []
    assert "date" not in reference.bibtex


def test_signs_of_tex_are_written_as_signs() -> None:
    bibtex = make_reference(r"5% of \input{x} & {y}~^ $1_#").bibtex
    assert r"5\% of \textbackslash{}input\{x\} \& \{y\}\textasciitilde{}\textasciicircum{} \$1\_\#" in bibtex


def test_an_address_cannot_end_its_field() -> None:
    bibtex = make_reference(address="https://wire.example/},\n@string{x={").bibtex
    assert "@string{" not in bibtex
    assert "url = {https://wire.example/%7D,%20@string%7Bx=%7B}," in bibtex


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2009-12-15", {"date-parts": [[2009, 12, 15]]}),
        ("2009", {"date-parts": [[2009]]}),
        ("2009~", {"raw": "2009~"}),
        ("", None),
    ],
)
def test_csl_json_has_the_date_as_exactly_as_it_is_known(published: str, issued: object) -> None:
    (item,) = json.loads(make_reference(published=published).csl_json)
    assert item.get("issued") == issued
