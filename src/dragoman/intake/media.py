"""Which kind of document some bytes are, and the extractor for each kind."""

import re
from collections.abc import Callable

from dragoman.errors import ExtractionError
from dragoman.intake.binary import find_binary, is_noise
from dragoman.intake.blocks import split_blocks
from dragoman.intake.encoding import Decoded, decode_bytes
from dragoman.intake.extraction import Extraction
from dragoman.intake.markdown import extract_markdown
from dragoman.intake.markup import extract_markup
from dragoman.intake.options import ReadOptions
from dragoman.intake.pdf import extract_pdf
from dragoman.intake.tei import extract_tei

PLAIN, HTML, MARKDOWN, PDF, TEI = "text/plain", "text/html", "text/markdown", "application/pdf", "application/tei+xml"
SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".pdf": PDF,
    ".tei": TEI,
}
DECLARED = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/markdown": MARKDOWN,
    "text/x-markdown": MARKDOWN,
    "application/pdf": PDF,
    "application/tei+xml": TEI,
    "text/plain": PLAIN,
}
HEAD = 2048
MIN_TAGS = 3
TEI_ROOT = re.compile(rb"<(?:\w+:)?TEI(?:\.2)?[\s>]")
FEED_ROOT = re.compile(rb"^\W{0,3}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]")
HTML_ROOT = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
HTML_TAGS = re.compile(rb"</(?:p|div|a|span|table|article|ul|li|h[1-6])>", re.IGNORECASE)
PDF_MARK = b"%PDF-"


def sniff_media_type(content: bytes, *, name: str, declared: str | None = None) -> str:
    """Tell what kind of document some bytes are.

    What the bytes show wins over a header or an ending, which are often wrong; these
    decide between plain text and Markdown.
    """
    head = _ascii_head(content)
    if PDF_MARK in head[:1024]:
        return PDF
    if TEI_ROOT.search(head):
        return TEI
    stated = DECLARED.get((declared or "").partition(";")[0].strip().lower()) or SUFFIXES.get(_suffix(name))
    if HTML_ROOT.search(head) and stated != MARKDOWN:
        return HTML
    if stated is None and len(HTML_TAGS.findall(head)) >= MIN_TAGS:
        return HTML
    return stated or PLAIN


def extract_text(content: bytes, media_type: str, options: ReadOptions) -> Extraction:
    """Make a text of bytes of a known kind.

    Raises:
        ExtractionError: The bytes give no text, and why.
    """
    if media_type != PDF:
        kind = find_binary(content)
        if kind is not None:
            raise ExtractionError(f"it is {kind}, and no text: save it as text, HTML, Markdown or PDF")
        if is_noise(content):
            raise ExtractionError("its bytes are no text in any character set")
        if FEED_ROOT.search(_ascii_head(content)):
            raise ExtractionError("it is a feed, which lists pages of several days: give the addresses of the pages")
    return EXTRACTORS.get(media_type, _extract_plain)(content, options)


def _extract_plain(content: bytes, options: ReadOptions) -> Extraction:
    decoded = decode_bytes(content, declared=options.encoding, basis=options.encoding_basis)
    return Extraction(
        decoded.text,
        split_blocks(decoded.text),
        _named("plain/1", decoded),
        decoded.encoding,
        decoded.basis,
        remarks=decoded.doubts,
    )


def _named(extractor: str, decoded: Decoded) -> str:
    return extractor + "".join(f" +{change.replace(' ', '-')}" for change in decoded.changes)


def _suffix(name: str) -> str:
    path = name.partition("?")[0].partition("#")[0] if "://" in name else name
    dot = path.rfind(".")
    return path[dot:].lower() if dot >= 0 else ""


def _ascii_head(content: bytes) -> bytes:
    """Return the beginning without the zero bytes of UTF-16."""
    return content[: 2 * HEAD].replace(b"\0", b"")


EXTRACTORS: dict[str, Callable[[bytes, ReadOptions], Extraction]] = {
    PLAIN: _extract_plain,
    HTML: extract_markup,
    MARKDOWN: extract_markdown,
    PDF: extract_pdf,
    TEI: extract_tei,
}
