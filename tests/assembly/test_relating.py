from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.claims.factories import make_document
from tests.ledger.conftest import database, server  # noqa: F401 - fixtures

from dragoman.assembly.relating import Relating
from dragoman.claims.coding import Coding
from dragoman.claims.ledger import Ledger
from dragoman.documents.document import MetadataItem
from dragoman.documents.likeness import find_bands
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.ledger.open import open_ledger

TEXT = (
    "The ministry said on Friday that the two governments had agreed to open embassies in each other's capital before "
    "the end of the year, after talks that lasted three days and were held behind closed doors in a hotel by the lake."
)
ADDRESS = MetadataItem("address", "https://www.example.org/first/", None, "meta")


def page(text: str, *links: DocumentLink, **values: Any) -> Coding:  # noqa: ANN401 - the fields of a document
    document = make_document(text, **values)
    made = [DocumentLink(document.id, one.kind, None, one.target_name, one.reason) for one in links]
    return Coding(document, links=tuple(made), coder="test/1")


def stated(kind: LinkKind, name: str) -> DocumentLink:
    return DocumentLink(make_document("any").id, kind, None, name, "the page says so")


def links_of(*codings: Coding, one_run: bool = True) -> list[DocumentLink]:
    ledger = open_ledger("memory:")
    relating = Relating(ledger)
    for coding in codings:
        found = (relating if one_run else Relating(ledger)).with_links(coding)
        ledger.add(found, by="test")
    return [link for link in ledger.links() if link.target is not None]


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    kind, file = str(request.param), str(tmp_path / "relations.db")
    address = str(request.getfixturevalue("database")) if kind == "postgres" else {"sqlite": file}.get(kind, "memory:")
    with open_ledger(address) as opened:
        yield opened


EARLY = page(TEXT, published="2024-05-03")
LATE = page(f"Our own report. {TEXT}", published="2024-05-04")


def test_the_later_of_two_near_duplicates_reprints_the_earlier_whichever_comes_first() -> None:
    for codings in ((EARLY, LATE), (LATE, EARLY)):
        for one_run in (True, False):
            (link,) = links_of(*codings, one_run=one_run)
            assert EARLY.document is not None
            assert LATE.document is not None
            assert (link.source, link.kind, link.target) == (LATE.document.id, LinkKind.REPRINTS, EARLY.document.id)
            assert "near-duplicate: about " in link.reason


def test_a_reprint_is_linked_whenever_its_original_was_published_and_added(ledger: Ledger) -> None:
    late = page(f"Once more. {TEXT}", published="2026-05-04")
    for coding in (EARLY, page("Another report."), late):
        ledger.add(Relating(ledger).with_links(coding), by="test")
    assert EARLY.document is not None
    assert late.document is not None
    assert [(one.source, one.target) for one in ledger.links()] == [(late.document.id, EARLY.document.id)]


def test_only_texts_that_share_a_band_are_read(ledger: Ledger) -> None:
    assert EARLY.document is not None
    assert LATE.document is not None
    for coding in (EARLY, page("Another report, of which nobody knows."), LATE):
        ledger.add(coding, by="test")
    assert list(ledger.near(find_bands(EARLY.document))) == [EARLY.document, LATE.document]
    assert list(ledger.near(())) == []


def test_adding_the_same_document_again_links_nothing() -> None:
    assert links_of(EARLY, EARLY, one_run=False) == []


def test_a_translation_is_linked_to_the_original_at_its_address_whichever_comes_first() -> None:
    original = page("Ein Bericht.", metadata=(ADDRESS,))
    translation = page("A report.", stated(LinkKind.TRANSLATES, "http://example.org/first"))
    for codings in ((original, translation), (translation, original)):
        (link,) = links_of(*codings, one_run=False)
        assert original.document is not None
        assert (link.kind, link.target) == (LinkKind.TRANSLATES, original.document.id)
        assert "the page says so" in link.reason


def test_a_short_title_names_no_page() -> None:
    original = page("A report.", metadata=(MetadataItem("title", "World news", None),))
    assert links_of(original, page("Another.", stated(LinkKind.REPRINTS, "World news"))) == []


def test_a_coding_without_a_document_is_left_as_it_is() -> None:
    assert Relating(open_ledger("memory:")).with_links(Coding(None)) == Coding(None)
