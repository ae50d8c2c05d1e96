"""From bytes, a text or a file to a coding: chooses the parts, joins them, and lets nothing raise.

Wrong use raises (a file that is not there); a bad document becomes faults.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from dragoman.actors.aligning import SpokenDays
from dragoman.actors.cast import build_cast
from dragoman.actors.casting import FindLeader
from dragoman.actors.dictionary import NO_DICTIONARY, ActorDictionary, Stretch
from dragoman.actors.leader import Leaders
from dragoman.assembly.actor_files import ActorFiles
from dragoman.assembly.dictionary import load_user_actors
from dragoman.assembly.names import DocumentNames
from dragoman.assembly.rulebook import CODED_LANGUAGES, load_common_words, load_rulebook
from dragoman.assembly.version import version_with_actors
from dragoman.claims.coder import Rulebook, SectionText, code_sections
from dragoman.claims.coding import Coding, Uncoded
from dragoman.dates.edtf import parse_edtf
from dragoman.dates.narrative import DateContext, resolve_dates
from dragoman.documents.document import Document
from dragoman.documents.fault import Fault
from dragoman.documents.passages import Passage, split_passages
from dragoman.documents.section import Section, SectionKind
from dragoman.errors import DocumentError
from dragoman.intake.links import find_links
from dragoman.intake.options import ReadOptions
from dragoman.intake.read import read_document, read_text
from dragoman.knowledge.authority import load_authority, load_gazetteer, load_leaders, load_sectors
from dragoman.knowledge.layout import load_layout_cues
from dragoman.language.parser import Parser
from dragoman.language.sentence import Sentence
from dragoman.parsing.spacy_parser import open_parser
from dragoman.parsing.unmasking import MaskedParser

NO_OPTIONS = ReadOptions()
_LONGEST_SIGNATURE = 60
_NOTE_HEADING = re.compile(r"(?:[\w’']+ ){0,2}[Nn]ote ?: ")
_DATELINE = re.compile(
    r"(?!UPDATED?\b|ADDED\b|CORRECTION\b)[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][A-Za-z.'’-]+){0,4},? ?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?"
    r",? ?(?:\([^()]{2,50}\))? ?(?:-{1,2}|–|—|:) "
)
LONGEST_LINE = 40_000
"""Characters of one line that are coded: more are a damaged or hostile page, and would take minutes."""


@lru_cache(maxsize=4)
def open_coder(parser: str | None = None, actors: ActorFiles = ()) -> "Coder":
    """Open the coder with a parser: the one that ships with the package, or an installed spaCy pipeline.

    Args:
        parser: Name of an installed spaCy pipeline, or ``None``.
        actors: The user's files of actors.

    Raises:
        ParserError: There is no such pipeline, or it cannot be used.
        ActorFileError: A file of actors has changed since it was found.
    """
    rulebook = load_rulebook()
    version = version_with_actors(rulebook.version, (file.digest for file in actors))
    return Coder(open_parser(parser), replace(rulebook, version=version), load_user_actors(actors).dictionary)


class Coder:
    """Codes documents with one parser.

    Args:
        parser: Turns passages into sentences.
        rulebook: The rules and words; those that ship with the package unless others are given.
        dictionary: Names of the user's own.
    """

    def __init__(
        self, parser: Parser, rulebook: Rulebook | None = None, dictionary: ActorDictionary = NO_DICTIONARY
    ) -> None:
        self.parser = parser
        self.rulebook = rulebook or load_rulebook()
        self._dictionary = dictionary

    def code(self, document: Document, faults: tuple[Fault, ...] = ()) -> Coding:
        """Return everything that is found in a document.

        Args:
            document: What was read.
            faults: Faults of reading, handed on.
        """
        passages = tuple(split_passages(document))
        coded, too_long = _split_long_lines(document, [p for p in passages if p.language in CODED_LANGUAGES])
        uncoded = tuple(Uncoded(p.span, p.language) for p in passages if p.language not in CODED_LANGUAGES)
        names = DocumentNames(document.text, load_gazetteer(), load_authority(), self._dictionary)
        parser = MaskedParser(self.parser, names.find_plain_words, load_common_words())
        sections = tuple(_parsed_sections(document, coded, parser))
        title = next((i for i, one in enumerate(sections) if one.section.kind is SectionKind.TITLE), None)
        parsed = [section.sentences for section in sections]
        days = _days_of(document, sections)
        cast = build_cast(
            parsed, names.finder(days), load_sectors(), title=title, find_leader=_leader_finder(days, load_leaders())
        )
        claims, disputes = code_sections(document, sections, cast=cast, rulebook=self.rulebook)
        return Coding(
            document=document,
            claims=claims,
            disputes=disputes,
            links=tuple(find_links(document)),
            uncoded=uncoded,
            faults=(*faults, *too_long),
            coder=self.rulebook.version,
        )


def _days_of(document: Document, sections: Sequence[SectionText]) -> SpokenDays:
    """Return the day of a document and the days that its sentences name, as far as they are known."""
    by_sentence = {
        sentence.start: tuple(Stretch(m.date.earliest, m.date.latest) for m in dates if m.date.is_known)
        for section in sections
        for sentence, dates in zip(section.sentences, section.dates, strict=True)
        if dates
    }
    published = document.published
    page = parse_edtf(published.partition("T")[0]) if published is not None else None
    return SpokenDays(None if page is None else Stretch(page.earliest, page.latest), by_sentence)


def _leader_finder(days: SpokenDays, leaders: Leaders) -> FindLeader:
    """Return what knows the leaders of the year of a document."""
    page = days.page
    year = None if page is None or page.last is None else page.last.year
    return lambda name, office: leaders.resolve(name, office, year)


def _split_long_lines(document: Document, passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], tuple[Fault, ...]]:
    """Leave out what stands beyond :data:`LONGEST_LINE` characters of one line, with a fault for each such line."""
    kept: list[Passage] = []
    left_out: dict[int, Passage] = {}
    line_start = 0
    for number, passage in enumerate(passages):
        before = passages[number - 1].span.end if number else 0
        if number == 0 or "\n" in document.text[before : passage.start]:
            line_start = passage.start
        if passage.span.end - line_start <= LONGEST_LINE:
            kept.append(passage)
        else:
            left_out.setdefault(line_start, passage)
    faults = tuple(
        Fault(
            document.id,
            "parse",
            f"One line is longer than {LONGEST_LINE:,} characters, as no report is; what stands beyond was not coded.",
            passage.span,
        )
        for passage in left_out.values()
    )
    return tuple(kept), faults


def _without_frame(passage: Passage, section: Section) -> tuple[str, int]:
    """Return a passage and its offset without what frames its words.

    That is the place, day and agency in front ("RIYADH, Jan 3 (Sample Wire) - "), the heading of a note, and
    the signature of its writer at the end.
    """
    found = _DATELINE.match(passage.text) or _NOTE_HEADING.match(passage.text)
    start = 0 if found is None or found.end() >= len(passage.text) else found.end()
    end = len(passage.text)
    signature = section.voice.span
    if signature is not None and passage.span.contains(signature):
        place = signature.start - passage.start
        if start < place and end - place <= _LONGEST_SIGNATURE:
            end = place
    return passage.text[start:end].rstrip(), passage.start + start


def _parsed_sections(document: Document, passages: Sequence[Passage], parser: Parser) -> Iterator[SectionText]:
    parsed = list(parser.parse(_without_frame(p, document.sections[p.section]) for p in passages))
    for index, group in groupby(range(len(passages)), key=lambda i: passages[i].section):
        section = document.sections[index]
        sentences: tuple[Sentence, ...] = tuple(s for i in group for s in parsed[i])
        context = DateContext(published=section.voice.date or document.published, heading=section.heading_date)
        yield SectionText(section, sentences, resolve_dates(sentences, context))


def code_bytes(
    content: bytes,
    *,
    name: str,
    options: ReadOptions = NO_OPTIONS,
    parser: str | None = None,
    actors: ActorFiles = (),
) -> Coding:
    """Read and code the bytes of one document.

    Args:
        content: Plain text, HTML, Markdown, PDF or TEI.
        name: File name or address, for messages.
        options: What is known from outside the bytes.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.
        actors: The user's files of actors.

    Returns:
        The coding; bytes that hold no document give one without a document and with faults.
    """
    reading = read_document(content, name=name, cues=load_layout_cues(), options=options)
    if reading.document is None:
        return Coding(None, faults=reading.faults)
    return _coded(reading.document, reading.faults, open_coder(parser, actors))


def code_held(document: Document, coder: Coder) -> Coding:
    """Code a document as a ledger holds it; a page that breaks the coder gives a coding with a fault.

    Args:
        document: With its text and sections.
        coder: From :func:`open_coder`.
    """
    return _coded(document, (), coder)


def _coded(document: Document, faults: tuple[Fault, ...], coder: Coder) -> Coding:
    try:
        return coder.code(document, faults)
    except Exception as error:  # noqa: BLE001 - a page that breaks the coder must not end the run over the others
        reason = (
            f"The coder failed ({type(error).__name__}: {error}); the document is kept and nothing of it was coded."
        )
        failed = Fault(document.id, "code", reason)
        return Coding(document, faults=(*faults, failed), coder=coder.rulebook.version, is_whole=False)


def code_text(  # noqa: PLR0913  one call that says all, as DESIGN.md promises in section 9
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    name: str = "text",
    parser: str | None = None,
    actors: ActorFiles = (),
) -> Coding:
    """Read and code a text.

    Args:
        text: The characters of one report.
        published: EDTF date or date-time of publication, or ``None`` to ask the text.
        outlet: Name of the outlet, or ``None`` to ask the text.
        name: What to call the document in messages.
        parser: Name of an installed spaCy pipeline, or ``None``.
        actors: The user's files of actors.
    """
    options = ReadOptions(published=published, outlet=outlet)
    reading = read_text(text, name=name, cues=load_layout_cues(), options=options)
    if reading.document is None:
        return Coding(None, faults=reading.faults)
    return _coded(reading.document, reading.faults, open_coder(parser, actors))


def code_file(
    path: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    parser: str | None = None,
    actors: ActorFiles = (),
) -> Coding:
    """Read and code a file.

    Args:
        path: The file.
        published: EDTF date or date-time of publication, or ``None`` to ask the page.
        outlet: Name of the outlet, or ``None`` to ask the page.
        parser: Name of an installed spaCy pipeline, or ``None``.
        actors: The user's files of actors.

    Raises:
        DocumentError: The file cannot be opened.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error)) from error
    options = ReadOptions(published=published, outlet=outlet)
    return code_bytes(content, name=str(path), options=options, parser=parser, actors=actors)
