"""HTML to text: everything the page shows, in order, with what is the report marked.

``trafilatura`` decides what the report is; our own walk keeps the rest beside it, as
navigation, comments, captions. The rendition is the whole page, so a wrong decision of
the extractor can be seen, and the line rules run over all of it afterwards.
"""

import logging
import re
from importlib.metadata import version
from typing import Any

from dragoman.documents.document import MetadataItem
from dragoman.documents.section import SectionKind
from dragoman.intake.blocks import Hint, make_block
from dragoman.intake.encoding import Decoded, clean_text, decode_bytes
from dragoman.intake.extraction import Extraction, join_blocks
from dragoman.intake.markup_meta import find_markup_items, find_markup_language
from dragoman.intake.markup_plain import markup_depth, strip_markup
from dragoman.intake.markup_walk import MarkedText, walk_markup
from dragoman.intake.options import ReadOptions

MAX_DEPTH = 200
MAX_LENGTH = 3_000_000
MAX_ELEMENTS = 30_000
# An extractor that keeps less than this share of the prose has missed the report.
TRUSTED_SHARE = 0.3
WORD_GAPS = re.compile(r"\s+")


def extract_markup(content: bytes, options: ReadOptions) -> Extraction:
    """Make a text of an HTML page; metadata comes from its head."""
    decoded = decode_bytes(content, declared=options.encoding, basis=options.encoding_basis)
    html = decoded.text
    problem = _problem(html)
    root = None if problem else _parse(html)
    if root is None:
        return _tolerant(decoded, problem or "no parser can read it")
    marked = walk_markup(root)
    report = _report_text(html)
    pieces = [(one.text, hint) for one, hint in zip(marked, _hints(marked, report), strict=True)]
    text, blocks = join_blocks(pieces)
    return Extraction(
        text=text,
        blocks=blocks,
        extractor=f"markup/1 trafilatura {version('trafilatura')}",
        encoding=decoded.encoding,
        encoding_basis=decoded.basis,
        metadata=(*find_markup_items(root), *_day_of_htmldate(root, html)),
        language=find_markup_language(root),
        remarks=decoded.doubts,
    )


def _problem(html: str) -> str:
    if len(html) > MAX_LENGTH:
        return f"it is longer than {MAX_LENGTH} characters"
    if html.count("<") > MAX_ELEMENTS * 2:
        return f"it has more than {MAX_ELEMENTS} elements"
    if markup_depth(html) > MAX_DEPTH:
        return f"its tags are nested deeper than {MAX_DEPTH}"
    return ""


def _parse(html: str) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import etree
    from lxml import html as lxml_html

    # A declaration of another encoding would make lxml refuse a text.
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    try:
        return lxml_html.document_fromstring(body)
    except (etree.LxmlError, ValueError):
        return None


def _tolerant(decoded: Decoded, problem: str) -> Extraction:
    text, blocks = join_blocks([(clean_text(piece)[0], None) for piece in strip_markup(decoded.text)])
    remark = f"the tags were only stripped, because {problem}."
    return Extraction(
        text, blocks, "markup-plain/1", decoded.encoding, decoded.basis, remarks=(*decoded.doubts, remark)
    )


def _report_text(html: str) -> str:
    """Return what trafilatura holds for the report, without white space, or ``""``."""
    from trafilatura import extract

    # Its warnings about single pages are no business of our users.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found = extract(html, include_comments=False, include_tables=True, output_format="txt", with_metadata=False)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, KeyError, IndexError):
        # Met on malformed pages; our own walk has the text.
        return ""
    return WORD_GAPS.sub("", found or "")


def _hints(marked: tuple[MarkedText, ...], report: str) -> list[Hint | None]:
    kept = [WORD_GAPS.sub("", one.text) in report for one in marked]
    prose = [(len(one.text), is_kept) for one, is_kept in zip(marked, kept, strict=True) if _is_prose(one)]
    total = sum(size for size, _ in prose)
    is_trusted = bool(report) and sum(size for size, is_kept in prose if is_kept) >= TRUSTED_SHARE * total
    headline = _headline(marked, kept)
    inner = _between_kept(marked, kept) if is_trusted else range(0)
    return [
        _hint(one, is_kept if is_trusted else None, is_headline=index == headline, is_inner=index in inner)
        for index, (one, is_kept) in enumerate(zip(marked, kept, strict=True))
    ]


def _between_kept(marked: tuple[MarkedText, ...], kept: list[bool]) -> range:
    """Return the indexes between the first and the last paragraph that the extractor kept."""
    indexes = [i for i, one in enumerate(marked) if kept[i] and _is_prose(one)]
    return range(indexes[0], indexes[-1]) if indexes else range(0)


def _headline(marked: tuple[MarkedText, ...], kept: list[bool]) -> int:
    """Return the index of the ``<h1>`` that heads the report: sites set their own name as one, too."""
    titles = [i for i, one in enumerate(marked) if one.frame.kind is SectionKind.TITLE]
    if not titles:
        return -1
    first_kept = next((i for i, is_kept in enumerate(kept) if is_kept and _is_prose(marked[i])), len(marked))
    above = [i for i in titles if i <= first_kept]
    return max(above or titles, key=lambda i: (kept[i], i if above else -i))


def _hint(one: MarkedText, main: bool | None, *, is_headline: bool, is_inner: bool) -> Hint | None:  # noqa: FBT001
    frame = one.frame
    if frame.kind is SectionKind.TITLE:
        return Hint(SectionKind.TITLE, "<h1>") if is_headline else Hint(None, "another <h1>", main)
    # The name of a class does not outweigh an extractor that has read the page.
    if frame.kind is SectionKind.BOILERPLATE and not frame.is_sure and main:
        return Hint(None, "kept by the extractor", main)
    is_inside = is_inner or frame.in_report
    if frame.kind in {SectionKind.QUOTATION, SectionKind.CAPTION} and main is False and not is_inside:
        return Hint(SectionKind.BOILERPLATE, f"{frame.reason} outside the report", main)
    if frame.kind is not None:
        return Hint(frame.kind, frame.reason, main)
    if main is False and is_inside and (_is_prose(one) or (frame.is_heading and is_inner)):
        return Hint(None, "left out by the extractor inside the report", None)
    return Hint(None, "outside the report" if main is False else "kept by the extractor", main)


def _is_prose(one: MarkedText) -> bool:
    return one.frame.kind is None and make_block(one.text, 0, len(one.text)).is_prose


def _day_of_htmldate(root: Any, html: str) -> tuple[MetadataItem, ...]:  # noqa: ANN401
    """Ask htmldate where meta tags and JSON-LD are silent; only for what the markup marks as a day."""
    if any(item.name == "published" for item in find_markup_items(root)):
        return ()
    from htmldate import find_date

    try:
        found = find_date(html, extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return ()
    return (MetadataItem("published", found, None, "meta", "htmldate"),) if found else ()
