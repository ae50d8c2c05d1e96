"""Passages are the paragraphs to be parsed, at their places."""

from dragoman.documents.document import Document, Rendition, digest_bytes
from dragoman.documents.passages import MAX_PASSAGE, UncodedLanguage, count_uncoded, split_passages
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span

VOICE = Voice("the article", VoiceKind.DOCUMENT, "outlet")


def make_document(*parts: tuple[str, SectionKind, str | None]) -> Document:
    """Return a document of sections with the given texts, kinds and languages."""
    sections: list[Section] = []
    position = 0
    for text, kind, language in parts:
        sections.append(Section(Span(position, position + len(text)), kind, VOICE, language))
        position += len(text)
    text = "".join(part[0] for part in parts)
    rendition = Rendition("text/plain", "utf-8", "utf-8", "plain/1")
    return Document(digest_bytes(text.encode()), "page.txt", text, rendition, tuple(sections))


def test_headlines_are_passages_of_their_own() -> None:
    document = make_document(
        ("Two envoys\n\n", SectionKind.TITLE, "en"), ("They met.\n\nThey spoke.", SectionKind.BODY, "en")
    )
    found = [(passage.text, passage.start, passage.is_headline) for passage in split_passages(document)]
    assert found == [("Two envoys", 0, True), ("They met.", 12, False), ("They spoke.", 23, False)]


def test_boilerplate_and_credits_give_no_passage() -> None:
    document = make_document(("Share\n", SectionKind.BOILERPLATE, None), ("Editor: X\n", SectionKind.CREDITS, None))
    assert list(split_passages(document)) == []


def test_lines_of_one_wrapped_sentence_stay_together() -> None:
    document = make_document(("The two envoys met in the capital of a third\nstate on Monday.", SectionKind.BODY, "en"))
    assert [passage.text for passage in split_passages(document)] == [document.text]


def test_items_of_a_list_are_passages() -> None:
    document = make_document(("They agreed:\n- to meet,\n- to speak.", SectionKind.BODY, "en"))
    assert [passage.text for passage in split_passages(document)] == ["They agreed:", "- to meet,", "- to speak."]


def test_a_page_that_is_one_line_is_cut_at_ends_of_sentences() -> None:
    document = make_document(("They met in the capital. " * 2_000, SectionKind.BODY, "en"))
    passages = list(split_passages(document))
    assert max(len(passage.text) for passage in passages) <= MAX_PASSAGE
    assert all(passage.text.endswith("capital.") for passage in passages)


def test_languages_without_a_coder_are_counted() -> None:
    document = make_document(("They met.\n\n", SectionKind.BODY, "en"), ("他们见面了。", SectionKind.BODY, "zh"))
    assert count_uncoded(document, {"en"}) == (UncodedLanguage("zh", 1, 6),)
