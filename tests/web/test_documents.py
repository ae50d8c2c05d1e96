"""The page of a document: voices, claims beside the text, loaded words, the original beside it, and the bytes."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.claims.factories import make_claim, make_coding, make_document
from tests.web.conftest import ADDRESS
from tests.web.hostile import FORBIDDEN, TAGS, TRICKS, hostile_page

from dragoman.api import Ledger, open_ledger
from dragoman.claims.claim import LoadedWord
from dragoman.claims.hop import Hop
from dragoman.documents.document import Document, Rendition, digest_bytes
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.web.app import make_app

HOSTILE = " ".join((*TAGS, *TRICKS))
NOTE = f"Translator's note: the 'junta' says so. {HOSTILE}\n\n"
BODY = f"Nauru recognised Abkhazia on 15 December 2009, it said.\n\nIt sent 33 letters. {HOSTILE}\n\n"
CREDITS = f"Read more {HOSTILE}"
ORIGINAL = f"瑙鲁于2009年12月15日承认阿布哈兹。\n\n它寄出了33封信。{HOSTILE}"
PAGE_BYTES = hostile_page().encode()
TRANSLATOR = Voice(f"ACW {HOSTILE}", VoiceKind.PERSON, "translator")
ARTICLE = Voice("the article", VoiceKind.DOCUMENT, "author")


def make_translation() -> Document:
    """A page with a translator's note, a body, and what is not read for claims."""
    text = NOTE + BODY + CREDITS
    edges = (0, len(NOTE), len(NOTE) + len(BODY), len(text))
    kinds = ((SectionKind.NOTE, TRANSLATOR), (SectionKind.BODY, ARTICLE), (SectionKind.BOILERPLATE, ARTICLE))
    sections = tuple(
        Section(Span(start, end), kind, voice, "en")
        for start, end, (kind, voice) in zip(edges[:-1], edges[1:], kinds, strict=True)
    )
    return make_document(text, sections=sections, name="../translation <b>.html\r\nx: y")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A translation with a claim, its original, and a hostile page of HTML."""
    translation, original = make_translation(), make_document(ORIGINAL, language="zh", name="original.txt")
    quote = Span(len(NOTE), len(NOTE) + BODY.index("\n"))
    junta = Span(NOTE.index("junta"), NOTE.index("junta") + 5)
    note = Span(0, NOTE.index("."))
    claims = (
        make_claim(
            translation, span=quote, chain=(Hop("the article", VoiceKind.DOCUMENT), Hop(HOSTILE, VoiceKind.PERSON))
        ),
        make_claim(translation, span=note, loaded=(LoadedWord(junta, "junta", f"takes a side {HOSTILE}"),)),
    )
    link = DocumentLink(translation.id, LinkKind.TRANSLATES, original.id, "", f"the page says so {HOSTILE}")
    page = make_document(
        "Recognition.",
        id=digest_bytes(PAGE_BYTES),
        content=PAGE_BYTES,
        name="page.html",
        rendition=Rendition("text/html", "utf-8", "meta", "test/1"),
    )
    path: Path = tmp_path_factory.mktemp("documents") / "web.db"
    with open_ledger(path) as held:
        held.add(make_coding(original, make_claim(original, negated=True)), by="tests")
        held.add(make_coding(translation, *claims, links=(link,)), by="tests")
        held.add(make_coding(page), by="tests")
        yield held


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> TestClient:
    return TestClient(make_app(ledger), base_url=ADDRESS, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def translation(ledger: Ledger) -> str:
    """Address of the translation."""
    return f"/documents/{make_translation().id}"


def plain(page: str) -> str:
    """Return the words of a page."""
    return unescape(re.sub(r"<[^>]+>", "", page))


def test_all_of_the_text_is_there_and_each_voice_has_a_letter(client: TestClient, translation: str) -> None:
    page = client.get(translation).text
    reading = page.partition('<div class="reading">')[2]
    assert [f"voice {letter}" in reading for letter in "ABC"] == [True, True, False]
    for words in ("Translator's note", "It sent 33 letters.", "Read more"):
        assert words in plain(reading)
    assert re.search(r'<details class="section folded"><summary[^<]*boilerplate', page)


def test_each_claim_stands_underlined_in_place_and_with_its_way_beside_it(client: TestClient, translation: str) -> None:
    page = client.get(translation).text
    assert 'id="c' in page
    (number,) = re.findall(r"<sup>(\d)</sup>Nauru recognised Abkhazia", page)
    beside = page.partition(f'id="n{number}"')[2].partition("</ol>")[0]
    assert '<li class="document"><bdi>the article' in beside
    assert "/why" in beside


def test_words_that_take_a_side_are_marked_on_demand(client: TestClient, translation: str) -> None:
    page = client.get(translation).text
    assert "Show 1 word that takes a side" in page
    assert 'class="loaded"' not in page
    page = client.get(f"{translation}?loaded=1").text
    assert '<span class="loaded" title="takes a side' in page
    assert "Hide words that take a side" in page


def test_an_original_stands_beside_its_translation_by_paragraph(client: TestClient, translation: str) -> None:
    assert "/beside/sha256:" in client.get(translation).text
    assert "is translated by" in client.get("/documents/original.txt").text
    page = client.get(f"{translation}/beside/original.txt").text
    rows = [plain(row) for row in page.split('<div class="parallel block">')[1:]]
    assert [row for row in rows if "33 letters" in row and "33封信" in row] != []
    assert 'lang="zh"' in page or "lang=" in page
    assert page.count('class="said"') >= 2


def test_only_an_original_stands_beside_a_translation(client: TestClient, translation: str) -> None:
    assert client.get(f"{translation}/beside/page.html").status_code == 404
    assert client.get("/documents/original.txt/beside/page.html").status_code == 404


@pytest.mark.parametrize("name", ["page.html", "original.txt", ""])
def test_the_bytes_are_given_as_a_file_and_never_as_a_page(
    client: TestClient, ledger: Ledger, translation: str, name: str
) -> None:
    answer = client.get(f"/documents/{name}/original" if name else f"{translation}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert re.fullmatch(r'attachment; filename="[\w.-]+"', answer.headers["content-disposition"])
    assert digest_bytes(answer.content) in {document.id for document in ledger.documents()}
    assert "x" not in answer.headers


@pytest.mark.parametrize("more", ["", "?loaded=1", "/beside/original.txt"])
def test_words_of_reports_are_never_markup(client: TestClient, translation: str, more: str) -> None:
    page = client.get(translation + more).text
    assert [one for one in FORBIDDEN if one in page] == []
    found = [(name, value) for element in html.fromstring(page).iter() for name, value in element.attrib.items()]
    assert [pair for pair in found if pair[0] == "style" or pair[0].startswith("on")] == []
    assert [value for name, value in found if name in {"src", "href", "action"} and value[0] not in "/#"] == []


def test_a_text_that_is_one_long_line_is_shown_whole(ledger: Ledger, client: TestClient) -> None:
    document = make_document("x" * 500_000, name="long.txt")
    with open_ledger("memory:") as held:
        held.add(make_coding(document, make_claim(document, span=Span(10, 20))), by="tests")
        page = TestClient(make_app(held), base_url=ADDRESS).get("/documents/long.txt").text
    assert page.count("x") >= 500_000
