"""Markdown to text: its blocks without the marks, its front matter as metadata.

The first heading of level one is the title; quoted blocks are quotations; the rest is for
the line rules. Addresses of links stay in the bytes.
"""

import re
from collections.abc import Iterator

from dragoman.documents.document import MetadataItem
from dragoman.documents.section import SectionKind
from dragoman.intake.blocks import Hint
from dragoman.intake.days import find_days
from dragoman.intake.encoding import decode_bytes
from dragoman.intake.extraction import Extraction, join_blocks
from dragoman.intake.options import ReadOptions

FRONT = re.compile(r"\A---[ \t]*\n(?P<body>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
IMAGE = Hint(SectionKind.CAPTION, "words for a picture")
FIELD = re.compile(r"^(?P<name>[A-Za-z][\w-]{0,30}):\s*(?P<value>\S.*?)\s*$", re.MULTILINE)
NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "outlet": "outlet",
    "site": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "date": "published",
    "published": "published",
    "updated": "updated",
    "translator": "translator",
    "editor": "editor",
    "url": "address",
    "language": "language",
    "lang": "language",
}
# markdown-it grows with the square of some inputs; nothing so long is a report.
MAX_LENGTH = 300_000
MAX_LINES = 5_000
MAX_NESTING = 20


def extract_markdown(content: bytes, options: ReadOptions) -> Extraction:
    """Make a text of Markdown, with an empty line between its blocks."""
    decoded = decode_bytes(content, declared=options.encoding, basis=options.encoding_basis)
    front = FRONT.match(decoded.text)
    body = decoded.text[front.end() :] if front else decoded.text
    remarks: tuple[str, ...] = ()
    if len(body) > MAX_LENGTH or body.count("\n") > MAX_LINES:
        pieces: list[tuple[str, Hint | None]] = [(paragraph, None) for paragraph in re.split(r"\n\s*\n", body)]
        remarks = (f"its marks were left in, because it is longer than {MAX_LENGTH} characters or {MAX_LINES} lines.",)
    else:
        pieces = list(_pieces(body))
    text, blocks = join_blocks(pieces)
    return Extraction(
        text=text,
        blocks=blocks,
        extractor="markdown/1",
        encoding=decoded.encoding,
        encoding_basis=decoded.basis,
        metadata=tuple(_front_items(front["body"])) if front else (),
        remarks=(*decoded.doubts, *remarks),
    )


def _pieces(body: str) -> Iterator[tuple[str, Hint | None]]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    has_title = False
    quoted = 0
    heading = ""
    for token in parser.parse(body):
        if token.type in {"blockquote_open", "blockquote_close"}:
            quoted += token.nesting
        elif token.type in {"heading_open", "heading_close"}:
            heading = token.tag if token.nesting > 0 else ""
        elif token.type == "inline":
            is_title = heading == "h1" and not has_title
            has_title = has_title or is_title
            hint = IMAGE if _is_image(token) else _hint(is_title=is_title, is_quoted=quoted > 0)
            yield from _lines(_plain(token), hint)
        elif token.type in {"fence", "code_block", "html_block"} and token.content.strip():
            yield token.content, None


def _is_image(token: object) -> bool:
    """Tell whether a paragraph is a picture with the words that stand for it."""
    kinds = {
        child.type for child in getattr(token, "children", None) or () if child.content.strip() or child.type == "image"
    }
    return kinds == {"image"}


def _hint(*, is_title: bool, is_quoted: bool) -> Hint | None:
    if is_title:
        return Hint(SectionKind.TITLE, "# heading")
    return Hint(SectionKind.QUOTATION, "marked with >") if is_quoted else None


def _lines(text: str, hint: Hint | None) -> Iterator[tuple[str, Hint | None]]:
    """Cut a paragraph at hard line breaks, which separate lines of furniture."""
    for line in text.split("\n"):
        yield line, hint


def _plain(token: object) -> str:
    """Return the words of an inline token without emphasis, links and line wrapping."""
    pieces: list[str] = []
    for child in getattr(token, "children", None) or ():
        if child.type in {"text", "code_inline", "image"}:
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak":
            pieces.append("\n")
    return "".join(pieces)


def _front_items(front: str) -> Iterator[MetadataItem]:
    for field in FIELD.finditer(front):
        name = NAMES.get(field["name"].lower())
        value = field["value"].strip("\"'")
        if name in {"published", "updated"}:
            day = next(find_days(value[:80]), None)
            value = day.edtf if day else ""
        if name and value:
            yield MetadataItem(name, value, None, "meta", "front matter")
