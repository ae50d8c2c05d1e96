"""No bytes make the reader raise, and its sections always cover the text."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents.passages import split_passages
from dragoman.intake.read import read_document
from dragoman.knowledge.layout import load_layout_cues

CUES = load_layout_cues()
NAMES = st.sampled_from(["a.txt", "a.html", "a.md", "a.pdf", "a.xml", "-"])
HEADS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"<html><body>", b"<TEI><text><body><p>", b"\xff\xfe", b"---\ntitle: x\n---\n"]
)
LINES = st.sampled_from(
    [
        "Leave a Reply",
        "3 Comments",
        "By Joe Example",
        "Translator's Note: A word.",
        "End. ACW (20.7.2022)",
        "2022-07-15 09:12",
        "Related posts",
        "The kingdom recognised the republic on Monday. It gave no reasons for its decision.",
        "两国恢复外交关系。",
        "Editor: X (示例)",
        "> quoted",
        "",
        "A | B | C | D",
        "© 2022 Sample",
    ]
)


def check(content: bytes, name: str) -> None:
    """Read bytes and look whether all that came of it holds together."""
    reading = read_document(content, name=name, cues=CUES)
    assert reading.document is not None or reading.faults
    if reading.document is not None:
        text = reading.document.text
        assert "".join(section.span.of(text) for section in reading.document.sections) == text
        for passage in split_passages(reading.document):
            assert passage.span.of(text) == passage.text == passage.text.strip() != ""
        for item in reading.document.metadata:
            assert item.span is None or item.span.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(head=HEADS, tail=st.binary(max_size=600), name=NAMES)
def test_random_bytes_never_raise(head: bytes, tail: bytes, name: str) -> None:
    check(head + tail, name)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=600), name=NAMES, encoding=st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_random_characters_never_raise(text: str, name: str, encoding: str) -> None:
    check(text.encode(encoding, errors="ignore"), name)


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(LINES, max_size=30), joiner=st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_parts_of_pages_in_any_order_are_covered_by_sections(lines: list[str], joiner: str) -> None:
    check(joiner.join(lines).encode(), "a.txt")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(
            b"<div>" * 100_000 + b"The kingdom spoke." + b"</div>" * 100_000, "a.html", id="100,000 nested tags"
        ),
        pytest.param(b"<script>" * 50_000 + b"x", "a.html", id="scripts without end"),
        pytest.param(b"<!--" * 50_000, "a.html", id="comments without end"),
        pytest.param(b"A word or two. " * 70_000, "a.txt", id="a line of a megabyte"),
        pytest.param(b"a" * 1_000_000, "a.txt", id="a word of a megabyte"),
        pytest.param(b"Leave a Reply\n" * 20_000, "a.txt", id="20,000 comment forms"),
        pytest.param(b"> " * 20_000 + b"x", "a.md", id="20,000 nested quotations"),
        pytest.param("两国。".encode() * 100_000, "a.txt", id="Chinese without line ends"),
    ],
)
def test_hostile_pages_are_read_within_five_seconds(content: bytes, name: str) -> None:
    begin = time.monotonic()
    check(content, name)
    assert time.monotonic() - begin < 5


def test_the_text_of_deeply_nested_html_is_kept_with_a_fault() -> None:
    reading = read_document(b"<div>" * 5_000 + b"The kingdom spoke.", name="a.html", cues=CUES)
    assert reading.document is not None
    assert reading.document.text == "The kingdom spoke."
    assert "nested deeper" in reading.faults[0].reason


def test_a_truncated_pdf_is_a_fault(root: Path) -> None:
    content = next((root / "samples" / "reports").glob("*.pdf")).read_bytes()
    for size in (20, len(content) // 2):
        reading = read_document(content[:size], name="a.pdf", cues=CUES)
        assert reading.document is not None or "PDF" in reading.faults[0].reason


def test_an_empty_file_is_a_fault() -> None:
    reading = read_document(b" \n", name="a.txt", cues=CUES)
    assert reading.document is None
    assert reading.faults[0].reason == "a.txt: it holds no text."
