"""The page the project was created from is read as its issue says (issue 2)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.documents.document import Document, MetadataItem
from dragoman.documents.passages import count_uncoded, split_passages
from dragoman.documents.section import CODED_KINDS, SectionKind
from dragoman.intake.links import find_links

Read = Callable[..., Document]

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def page(seed: Path, read: Read) -> Document:
    """The seed page, read."""
    return read(seed.read_bytes(), name=seed.name)


def item(document: Document, name: str) -> MetadataItem:
    """Return the first metadata item of a name."""
    return next(one for one in document.metadata if one.name == name)


def test_its_parts_are_title_note_body_credits_orphan_and_comments(page: Document) -> None:
    kinds = [section.kind.value for section in page.sections]
    assert kinds == ["title", "note", "body", "credits", "body", "comments"]


def test_author_editors_and_translator_are_found_with_both_scripts(page: Document) -> None:
    assert (item(page, "author").value, item(page, "author").note) == ("Qiu Wenhan", "裘雯涵")
    assert (item(page, "editor").value, item(page, "editor").note) == ("Yang Liqun", "杨立群")
    assert (item(page, "text-editor").value, item(page, "text-editor").note) == ("Yang Liqun", "杨立群")
    assert (item(page, "photo-editor").value, item(page, "photo-editor").note) == ("Xiang Jianying", "项建英")
    assert item(page, "translator").value == "ACW"


def test_days_are_those_of_the_page_and_none_is_invented(page: Document) -> None:
    assert page.published == "2022-07-14T16:54"
    assert page.metadata_values("published") == ("2022-07-14T16:54",)
    assert page.metadata_values("title-date") == ("2022-07-14",)
    assert page.metadata_values("noted") == ("2022-07-20",)


def test_each_item_of_the_text_stands_where_its_span_says(page: Document) -> None:
    for found in page.metadata:
        assert found.span is not None
    author, noted = item(page, "author").span, item(page, "noted").span
    assert author is not None
    assert noted is not None
    assert "裘雯涵" in page.quote(author)
    assert page.quote(noted) == "20.7.2022"


def test_the_note_has_another_voice_than_the_article(page: Document) -> None:
    note, body = page.sections[1], page.sections[2]
    assert (note.voice.source, note.voice.role, note.voice.date) == ("ACW", "translator", "2022-07-20")
    assert (body.voice.source, body.voice.role, body.voice.date) == ("Qiu Wenhan", "author", "2022-07-14")


def test_the_orphaned_chinese_sentence_is_kept_and_counted_as_uncoded(page: Document) -> None:
    assert page.sections[4].language == "zh"
    (uncoded,) = count_uncoded(page, {"en"})
    assert (uncoded.language, uncoded.passages) == ("zh", 1)


def test_nothing_of_credits_or_the_comment_form_is_a_passage(page: Document) -> None:
    coded = " ".join(passage.text for passage in split_passages(page))
    for furniture in ("editor", "Photo", "Visual China", "Leave a Reply", "commenting", "log in", "16:54"):
        assert furniture not in coded
    assert {page.sections[passage.section].kind for passage in split_passages(page)} <= CODED_KINDS


def test_it_says_that_it_translates_a_chinese_article(page: Document) -> None:
    assert [link.kind.value for link in find_links(page)] == ["translates"]


def test_shuffled_parts_keep_their_kinds(page: Document, read: Read) -> None:
    texts = [section.span.of(page.text).strip() for section in page.sections]
    shuffled = read("\n\n".join([texts[5], texts[0], texts[2], texts[1], texts[4], texts[3]]))
    body = " ".join(s.span.of(shuffled.text) for s in shuffled.sections if s.kind is SectionKind.BODY)
    note = " ".join(s.span.of(shuffled.text) for s in shuffled.sections if s.kind is SectionKind.NOTE)
    assert texts[2][:40] in body
    assert texts[4] in body
    assert texts[1][:40] in note
    assert "Column editor" not in body
    assert "commenting" not in body
