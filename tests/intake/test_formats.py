"""Markdown, TEI and PDF are read as the same kind of document."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind
from dragoman.intake.media import sniff_media_type
from dragoman.intake.read import read_document
from dragoman.knowledge.layout import load_layout_cues

Read = Callable[..., Document]
Texts = Callable[[Document, SectionKind], str]

MARKDOWN = """---
title: "Two envoys return"
outlet: Sample Gazette
date: 2021-05-03
---

# Two envoys return

The two foreign ministries said on *Monday* that their [ambassadors](https://sample.example) would
return within a week. Both had been recalled in March.

> We asked for nothing that we did not offer, a spokesman told reporters.

- Share
- Log in
"""

TEI = """<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Kingdom and Republic</title>
</titleStmt><sourceDesc><p>Written by Joe Example, May 2009</p></sourceDesc></fileDesc></teiHeader><text><body><div><head>Relations</head>
<div><head>Recognition of the Republic, <date when="1921">1921</date>.</head><p>The kingdom recognised the republic on 3 May 1921.</p></div>
<div><head>Embassies, 1935–1948</head><p>The kingdom opened an embassy.</p></div></div></body></text></TEI>"""  # noqa: E501


def test_markdown_gives_text_without_marks(read: Read, texts_of: Texts) -> None:
    document = read(MARKDOWN, name="a.md")
    assert texts_of(document, SectionKind.TITLE) == "Two envoys return"
    assert texts_of(document, SectionKind.BODY).startswith(
        "The two foreign ministries said on Monday that their ambassadors would return"
    )
    assert texts_of(document, SectionKind.QUOTATION).startswith("We asked for nothing")
    assert (document.published, document.outlet) == ("2021-05-03", "Sample Gazette")


def test_dated_headings_of_tei_date_what_stands_below(read: Read, texts_of: Texts) -> None:
    document = read(TEI, name="a.xml")
    dated = {section.heading_date: section.span.of(document.text) for section in document.sections}
    assert "recognised the republic" in dated["1921"]
    assert "opened an embassy" in dated[None]
    assert document.metadata_values("author") == ("Joe Example",)
    assert document.published is None


def make_pdf(*pages: list[str]) -> bytes:
    """Return a PDF with the given lines on its pages."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    stream = BytesIO()
    sheet = canvas.Canvas(stream)
    for lines in pages:
        text = sheet.beginText(72, 750)
        for line in lines:
            text.textLine(line)
        sheet.drawText(text)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


LINES = [
    "The kingdom has restored diplomatic relations with the island repub-",
    "lic, its foreign ministry said on Thursday in the capital. The two had",
    "broken off relations in 2011.",
    "An embassy will open before the end of the year, the ministry said in a",
    "statement. No date was given.",
]


def test_lines_of_a_pdf_are_joined_and_hyphens_taken_out(read: Read) -> None:
    document = read(make_pdf(LINES), name="a.pdf")
    assert "with the island republic, its foreign ministry" in document.text
    assert document.text.count("\n\n") == 1


def test_headers_that_each_page_repeats_are_boilerplate(read: Read, texts_of: Texts) -> None:
    pages = [["Sample Reader, sheet 4", *LINES, f"Page {number} of 3"] for number in (1, 2, 3)]
    document = read(make_pdf(*pages), name="a.pdf")
    assert texts_of(document, SectionKind.BOILERPLATE).count("Sample Reader") == 3
    assert "Page 2" not in texts_of(document, SectionKind.BODY)


def test_an_encrypted_pdf_is_a_fault() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    reading = read_document(stream.getvalue(), name="a.pdf", cues=load_layout_cues())
    assert reading.document is None
    assert "encrypted" in reading.faults[0].reason


@pytest.mark.parametrize(
    ("content", "name", "declared", "expected"),
    [
        (b"%PDF-1.7 ...", "a.txt", None, "application/pdf"),
        (b"<!DOCTYPE html><p>x", "a.txt", None, "text/html"),
        (b"\xff\xfe<\0h\0t\0m\0l\0>\0", "-", None, "text/html"),
        (b"# x", "a.md", None, "text/markdown"),
        (b"x", "https://sample.example/a.html?b=c.pdf", None, "text/html"),
        (b"x", "-", "text/html; charset=utf-8", "text/html"),
        (b"<TEI xmlns='x'>", "a.xml", "application/xml", "application/tei+xml"),
        (b"a < b and c > d", "-", None, "text/plain"),
    ],
)
def test_the_kind_of_document_is_told_by_bytes_then_header_then_ending(
    content: bytes, name: str, declared: str | None, expected: str
) -> None:
    assert sniff_media_type(content, name=name, declared=declared) == expected


@pytest.mark.shared
def test_every_article_of_the_historian_can_be_read(shared: Path) -> None:
    for path in sorted((shared / "data" / "rdcr" / "articles").glob("*.xml"))[:25]:
        reading = read_document(path.read_bytes(), name=path.name, cues=load_layout_cues())
        assert reading.document is not None
        assert reading.document.language == "en"
