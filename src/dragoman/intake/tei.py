"""TEI XML to text: headings, paragraphs, and the days that headings carry.

TEI (https://tei-c.org) marks days as ``<date when="1935-05-04">``. A dated heading dates
what stands below it, up to the next heading at its level or above.
"""

import re
from collections.abc import Iterator
from typing import Any

from dragoman.documents.document import MetadataItem
from dragoman.documents.section import SectionKind
from dragoman.errors import ExtractionError
from dragoman.intake.blocks import Hint
from dragoman.intake.days import find_days
from dragoman.intake.encoding import clean_text, decode_bytes
from dragoman.intake.extraction import Extraction, join_blocks
from dragoman.intake.options import ReadOptions
from dragoman.intake.people import find_names

UNITS = frozenset(
    {
        "head",
        "p",
        "item",
        "ab",
        "lg",
        "cell",
        "note",
        "byline",
        "dateline",
        "closer",
        "opener",
        "signed",
        "salute",
        "quote",
        "title",
        "figDesc",
    }
)
KINDS = {
    "note": SectionKind.CREDITS,
    "byline": SectionKind.BYLINE,
    "quote": SectionKind.QUOTATION,
    "figDesc": SectionKind.CAPTION,
}
PARTIAL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
YEAR_END = re.compile(r"\b(?P<year>1[6-9]\d\d|20\d\d)(?P<range>\s*[–—-]\s*(?:\d{4}|\d\d))?\.?\s*$")
WRITERS = re.compile(
    r"^(?:researched and written|written|compiled|edited|prepared)\s+by\s+(?P<who>[^,.;]+)", re.IGNORECASE
)


def extract_tei(content: bytes, options: ReadOptions) -> Extraction:
    """Make a text of a TEI document; titles and writers come from its header.

    Raises:
        ExtractionError: The XML cannot be read at all.
    """
    from lxml import etree

    # No entities from outside, no network: the bytes are somebody else's.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ExtractionError(f"its XML cannot be read ({error})") from error
    if root is None:
        raise ExtractionError("its XML cannot be read")
    body = next((element for element in root.iter() if _tag(element) == "body"), root)
    title = next(_texts(root, "titleStmt", "title"), "")
    pieces: list[tuple[str, Hint | None]] = [(title, Hint(SectionKind.TITLE, "<title> of the header"))]
    pieces.extend(_pieces(body))
    text, blocks = join_blocks(pieces)
    decoded = decode_bytes(content[:4096], declared=options.encoding, basis=options.encoding_basis)
    return Extraction(
        text, blocks, "tei/1", decoded.encoding, decoded.basis, tuple(_header_items(root)), _language(root)
    )


def _pieces(body: Any) -> Iterator[tuple[str, Hint | None]]:  # noqa: ANN401 - lxml has no types
    """Yield the paragraphs with the dated headings above them."""
    from lxml import etree

    days: list[str | None] = [None]
    inside = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = _tag(element)
        if tag == "div":
            days = [*days, days[-1]] if event == "start" else days[:-1] or [None]
        if tag not in UNITS:
            continue
        inside += 1 if event == "start" else -1
        if event == "end" and inside == 0:
            if tag == "head" and _tag(element.getparent()) != "figure":
                days[-1] = _heading_day(element) or (days[-2] if len(days) > 1 else None)
            yield _words(element, notes=tag == "note"), _hint(element, tag, days[-1])
            if tag != "note":
                yield from (
                    (_words(n, notes=True), _hint(n, "note", days[-1])) for n in element.iter() if _tag(n) == "note"
                )


def _hint(element: Any, tag: str, day: str | None) -> Hint:  # noqa: ANN401
    parent = element.getparent()
    if tag == "head" and parent is not None and _tag(parent) == "figure":
        return Hint(SectionKind.CAPTION, "<head> of a figure")
    return Hint(KINDS.get(tag, SectionKind.BODY), f"<{tag}>", heading_date=day)


def _heading_day(head: Any) -> str | None:  # noqa: ANN401
    """Return the one day that a heading names, in EDTF; nothing for spans of years."""
    marked = [element.get("when", "") for element in head.iter() if _tag(element) == "date"]
    if len(marked) == 1 and PARTIAL.fullmatch(marked[0]):
        return str(marked[0])
    words = _words(head)
    printed = list(find_days(words))
    if len(printed) == 1:
        return printed[0].day
    year = YEAR_END.search(words)
    return year["year"] if year and not year["range"] and not printed and len(marked) <= 1 else None


def _header_items(root: Any) -> Iterator[MetadataItem]:  # noqa: ANN401
    for name, parent, tag in (
        ("author", "titleStmt", "author"),
        ("editor", "titleStmt", "editor"),
        ("outlet", "publicationStmt", "publisher"),
    ):
        yield from (MetadataItem(name, value, None, "meta", "header") for value in _texts(root, parent, tag))
    for sentence in _texts(root, "sourceDesc", "p"):
        writers = WRITERS.match(sentence)
        if writers is not None:
            yield from (
                MetadataItem("author", found.name, None, "meta", "header") for found in find_names(writers["who"])
            )
    for element in root.iter():
        is_published = _tag(element) == "date" and _tag(element.getparent()) == "publicationStmt"
        if is_published and PARTIAL.fullmatch(element.get("when", "")):
            yield MetadataItem("published", str(element.get("when")), None, "meta", "header")


def _texts(root: Any, parent: str, tag: str) -> Iterator[str]:  # noqa: ANN401
    for element in root.iter():
        above = element.getparent()
        if _tag(element) == tag and above is not None and _tag(above) == parent and _words(element):
            yield _words(element)


def _language(root: Any) -> str | None:  # noqa: ANN401
    code: str = str(root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def _words(element: Any, *, notes: bool = False) -> str:  # noqa: ANN401
    """Return the words of an element; notes inside it are left out unless they are asked for."""
    return clean_text(" ".join("".join(_strings(element, notes=notes)).split()))[0]


def _strings(element: Any, *, notes: bool) -> Iterator[str]:  # noqa: ANN401
    yield element.text or ""
    for child in element:
        if notes or _tag(child) != "note":
            yield from _strings(child, notes=notes)
        yield child.tail or ""


def _tag(element: Any) -> str:  # noqa: ANN401
    tag = getattr(element, "tag", None)
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
