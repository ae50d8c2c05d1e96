"""PDF to text: lines joined to paragraphs, page furniture left beside the report.

``pypdf`` (BSD) gives the lines of a page as they were set. What makes paragraphs of them
is here: hyphens at line ends, short last lines, headers and footers that every page repeats.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from statistics import median

from dragoman.documents.document import MetadataItem
from dragoman.documents.section import SectionKind
from dragoman.errors import ExtractionError
from dragoman.intake.blocks import SENTENCE_END, Hint
from dragoman.intake.encoding import clean_text
from dragoman.intake.extraction import Extraction, join_blocks
from dragoman.intake.options import ReadOptions

MAX_PAGES = 400
MAX_BYTES = 50_000_000
MAX_CHARACTERS = 3_000_000
HYPHEN = re.compile(r"[^\W\d_]-$")
SOFT_HYPHEN = "\u00ad"
NUMBERS = re.compile(r"\d+")
FURNITURE_LINES = 2
MIN_LINE = 30
PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.|seite|página|страница|第)?\s*\d{1,4}(?:\s*(?:/|of|de|von|из)\s*\d{1,4})?\s*页?\W*$", re.IGNORECASE
)
MARK = "%PDF-"
INFO = {"title": "/Title", "author": "/Author"}
FURNITURE = Hint(SectionKind.BOILERPLATE, "repeated on the pages")


def extract_pdf(content: bytes, options: ReadOptions) -> Extraction:
    """Make a text of a PDF.

    Raises:
        ExtractionError: It is encrypted, truncated beyond repair, too large, or without text.
    """
    del options  # The file names its own encodings.
    if len(content) > MAX_BYTES:
        raise ExtractionError(f"the PDF is larger than {MAX_BYTES} bytes")
    pages, items, remarks = _read_pages(content)
    if not any(line for page in pages for line in page):
        raise ExtractionError("the PDF holds no text: its pages may be pictures")
    text, blocks = join_blocks(list(_paragraphs(pages)))
    return Extraction(text, blocks, f"pdf/1 pypdf {version('pypdf')}", metadata=items, remarks=remarks)


def _read_pages(content: bytes) -> tuple[list[list[str]], tuple[MetadataItem, ...], tuple[str, ...]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    pages: list[list[str]] = []
    remarks: tuple[str, ...] = ()
    try:
        reader = PdfReader(BytesIO(content))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        number = 0 if is_locked else len(reader.pages)
        items = () if is_locked else tuple(_info_items(reader.metadata))
    except (PyPdfError, *MALFORMED) as error:
        raise ExtractionError(f"the PDF cannot be read ({type(error).__name__}: it may be cut off)") from error
    if is_locked:
        raise ExtractionError("the PDF is encrypted: give a copy without a password")
    for index in range(min(number, MAX_PAGES)):
        try:
            pages.append(_lines(reader.pages[index].extract_text()))
        except (PyPdfError, *MALFORMED):
            remarks = (*remarks, f"page {index + 1} of the PDF cannot be read.")
        if sum(len(line) for line in pages[-1:]) > MAX_CHARACTERS:
            break
    if number > MAX_PAGES:
        remarks = (*remarks, f"only {MAX_PAGES} of {number} pages of the PDF were read.")
    return pages, items, remarks


# What pypdf is seen to raise on garbage, besides its own errors.
MALFORMED = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    AssertionError,
    NotImplementedError,
    OverflowError,
    ZeroDivisionError,
    OSError,
    EOFError,
    MemoryError,
)


def _info_items(info: object) -> Iterator[MetadataItem]:
    for name, key in INFO.items():
        value = info.get(key) if isinstance(info, dict) else None
        if (
            isinstance(value, str)
            and value.strip()
            and value.strip().lower() not in {"untitled", "anonymous", "unspecified", "(anonymous)"}
        ):
            yield MetadataItem(name, " ".join(value.split()), None, "meta", "PDF information")


def _lines(page: str) -> list[str]:
    text, _ = clean_text(page.replace(SOFT_HYPHEN + "\n", "-\n").replace(SOFT_HYPHEN, ""))
    return [line.strip() for line in text.split("\n")]


def _paragraphs(pages: list[list[str]]) -> Iterator[tuple[str, Hint | None]]:
    repeated = _repeated_lines(pages)
    width = _usual_width(pages)
    paragraph: list[str] = []
    for page in pages:
        kept = [index for index, line in enumerate(page) if line]
        edges = set(kept[:FURNITURE_LINES] + kept[-FURNITURE_LINES:])
        for index, line in enumerate(page):
            if index in edges and (_shape(line) in repeated or PAGE_NUMBER.match(line)):
                yield line, FURNITURE
            elif not line:
                yield from _flush(paragraph)
            else:
                if paragraph and _begins_anew(paragraph[-1], line, width):
                    yield from _flush(paragraph)
                paragraph.append(line)
    yield from _flush(paragraph)


def _repeated_lines(pages: list[list[str]]) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of at least half of the pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        counts.update({_shape(line) for line in lines[:FURNITURE_LINES] + lines[-FURNITURE_LINES:]})
    wanted = max(2, len(pages) // 2)
    return frozenset(shape for shape, count in counts.items() if count >= wanted)


def _shape(line: str) -> str:
    return NUMBERS.sub("#", line.casefold())


def _usual_width(pages: list[list[str]]) -> float:
    widths = [len(line) for page in pages for line in page if len(line) > MIN_LINE]
    return median(widths) if widths else 80.0


def _begins_anew(above: str, line: str, width: float) -> bool:
    """Tell whether a line begins a paragraph: the one above is short, or is no running text."""
    is_short = len(above) < 0.75 * width
    if SENTENCE_END.search(above):
        return is_short or (len(above) < 0.9 * width and not line[:1].islower())
    return is_short and not line[:1].islower() and not HYPHEN.search(above)


def _flush(paragraph: list[str]) -> Iterator[tuple[str, Hint | None]]:
    text = ""
    for line in paragraph:
        is_cut = HYPHEN.search(text) is not None and line[:1].islower()
        text = text[:-1] + line if is_cut else f"{text} {line}".strip()
    paragraph.clear()
    if text:
        yield text, None
