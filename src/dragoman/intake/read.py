"""Reads the bytes of one document: characters, text, sections, voices, metadata.

Bad bytes raise nothing: they become faults, beside whatever could be read.
"""

from dragoman.documents.cues import LayoutCues
from dragoman.documents.document import Document, Rendition, digest_bytes
from dragoman.documents.fault import Fault
from dragoman.errors import ExtractionError
from dragoman.intake.extraction import Extraction
from dragoman.intake.language import LanguageFinder
from dragoman.intake.language_model import LanguageModel, Py3LangidModel
from dragoman.intake.layout import label_blocks
from dragoman.intake.media import extract_text, sniff_media_type
from dragoman.intake.metadata import find_facts
from dragoman.intake.options import Reading, ReadOptions
from dragoman.intake.page import Page
from dragoman.intake.sections import make_sections

SAMPLE = 3000
DECLARED_BONUS = 16.0
NO_OPTIONS = ReadOptions()
MODEL = Py3LangidModel()


def read_document(
    content: bytes, *, name: str, cues: LayoutCues, options: ReadOptions = NO_OPTIONS, model: LanguageModel = MODEL
) -> Reading:
    """Read bytes as a document with sections, voices and metadata.

    Args:
        content: The bytes of a plain text, HTML, Markdown, PDF or TEI document.
        name: File name or address, for messages and for its ending; ``-`` for standard input.
        cues: Wording of page furniture (:func:`dragoman.knowledge.layout.load_layout_cues`).
        options: What is known from outside the bytes.
        model: Names languages where script and function words do not.

    Returns:
        The document and the faults; never raises for bad bytes. An empty document has a
        fault and no document.
    """
    identity = digest_bytes(content)
    media_type = sniff_media_type(content, name=name, declared=options.media_type)
    try:
        extraction = extract_text(content, media_type, options)
    except ExtractionError as error:
        return Reading(None, (Fault(identity, "extract", f"{name}: {error.reason}."),))
    faults = tuple(Fault(identity, "extract", f"{name}: {reason}") for reason in extraction.remarks)
    if not extraction.text.strip():
        return Reading(None, (*faults, Fault(identity, "extract", f"{name}: it holds no text.")))
    page = label_blocks(extraction.text, extraction.blocks, cues)
    facts = find_facts(page, options, markup=extraction.metadata, outlet_words=cues.outlet_words)
    finder = LanguageFinder(cues, model, options.language or _main_language(page, cues, model, extraction))
    document = Document(
        id=identity,
        name=name,
        text=extraction.text,
        rendition=Rendition(media_type, extraction.encoding, extraction.encoding_basis, extraction.extractor),
        sections=make_sections(page, finder, facts),
        metadata=facts.items,
        language=finder.main,
        published=facts.published,
        outlet=facts.outlet,
        retrieved=options.retrieved,
        content=content,
    )
    return Reading(document, faults)


def read_text(text: str, *, name: str, cues: LayoutCues, options: ReadOptions = NO_OPTIONS) -> Reading:
    """Read a text that is characters already; what UTF-8 cannot hold becomes U+FFFD."""
    clean = text.encode("utf-8", errors="surrogatepass").decode("utf-8", errors="replace")
    known = ReadOptions(
        options.published,
        options.outlet,
        options.language,
        options.media_type or "text/plain",
        "utf-8",
        "given",
        options.address,
        options.retrieved,
    )
    return read_document(clean.encode("utf-8"), name=name, cues=cues, options=known)


def _main_language(page: Page, cues: LayoutCues, model: LanguageModel, extraction: Extraction) -> str | None:
    body: list[str] = []
    size = 0
    for index, block in enumerate(page.blocks):
        if page.is_report(index) and size < SAMPLE:
            body.append(block.text[:SAMPLE])
            size += block.size
    # Templates often declare English for pages in any language: a hint that a short text follows, no more.
    declared = {extraction.language: DECLARED_BONUS} if extraction.language else {}
    found = LanguageFinder(cues, model, expected=declared).find("\n".join(body) or page.text[:SAMPLE])
    return found or extraction.language
