from tests.answers.reports import AGENCY, ledger_of, recognition_of, report, voice

from dragoman.answers.citation import Shelf
from dragoman.answers.origin import find_origins
from dragoman.claims.coding import Coding
from dragoman.claims.ledger import ALL_CLAIMS
from dragoman.documents.link import DocumentLink, LinkKind


def link(source: Coding, target: Coding, kind: LinkKind = LinkKind.REPRINTS) -> DocumentLink:
    assert source.document is not None
    assert target.document is not None
    return DocumentLink(source.document.id, kind, target.document.id, "", "near-duplicate")


def names(*codings: Coding, links: tuple[DocumentLink, ...] = ()) -> list[str]:
    citations = tuple(Shelf(ledger_of(*codings)).find(ALL_CLAIMS))
    return [origin.name for origin in find_origins(citations, links)]


TOLD = report("The agency tells.", recognition_of("DPR", "PRK", chain=(voice("A"), AGENCY)), outlet="A")
COPY = report("A copy tells.", recognition_of("DPR", "PRK"), outlet="B")
OWN = report("Another knows it itself.", recognition_of("DPR", "PRK"), outlet="C")


def test_two_independent_sources_are_two() -> None:
    assert len(names(COPY, OWN)) == 2


def test_a_reprint_without_the_agency_has_the_origin_of_its_twin_whichever_is_older() -> None:
    for links in ((link(COPY, TOLD),), (link(TOLD, COPY),)):
        for pages in ((TOLD, COPY), (COPY, TOLD)):
            assert names(*pages, links=links) == ["Korean Central News Agency"]


def test_three_pages_that_copy_each_other_are_one_origin() -> None:
    assert len(names(TOLD, COPY, OWN, links=(link(COPY, TOLD), link(OWN, COPY)))) == 1
    assert len(names(COPY, OWN, links=(link(OWN, COPY),))) == 1


def test_a_translation_is_of_the_origin_of_what_it_translates() -> None:
    assert len(names(COPY, OWN, links=(link(OWN, COPY, LinkKind.TRANSLATES),))) == 1


def test_a_page_that_only_answers_another_is_an_origin_of_its_own() -> None:
    assert len(names(COPY, OWN, links=(link(OWN, COPY, LinkKind.ANSWERS),))) == 2


def test_links_in_a_circle_end() -> None:
    assert len(names(COPY, OWN, links=(link(OWN, COPY), link(COPY, OWN)))) == 1
