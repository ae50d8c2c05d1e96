"""The names that a Python user may rely on; the command line is made of the same calls.

Answers look in the authority file that comes with the package, unless another is given.
What is heavy (the parser, the database) is loaded by the first call that needs it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from dragoman.actors.authority import Authority
from dragoman.actors.participant import Mention, Participant
from dragoman.answers.brief import Brief, write_brief
from dragoman.answers.citation import Citation, Page
from dragoman.answers.corroboration import Corroboration, find_corroboration
from dragoman.answers.dispute import Contest
from dragoman.answers.disputes import Disputes, find_disputes
from dragoman.answers.horizon import Horizon, parse_horizon
from dragoman.answers.listing import (
    NO_CONDITIONS,
    ClaimConditions,
    ClaimList,
    DocumentList,
    list_claims,
    list_documents,
)
from dragoman.answers.loaded import LoadedWords, find_loaded
from dragoman.answers.missions import Missions, find_missions
from dragoman.answers.names import Names, find_names
from dragoman.answers.recognition import Recogniser, Recognition, find_recognition
from dragoman.answers.relations import Relations, find_relations
from dragoman.assembly.addition import NO_ADD_OPTIONS, Added, AddOptions
from dragoman.claims.claim import Claim, ClaimId, ClaimKind, ClaimLink, Evidence, LoadedWord, Measure
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.claims.ledger import ClaimQuery, Entry, HeldClaim, Ledger
from dragoman.dates.event_date import DateBasis, EventDate
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.errors import (
    AddressError,
    ClaimError,
    DateError,
    DocumentError,
    DragomanError,
    InputError,
    KnowledgeError,
    LedgerError,
    LedgerUnavailableError,
    LedgerVersionError,
    NameUnknownError,
    ParserError,
)
from dragoman.events.kind import Root, Status

__all__ = [
    "AddOptions",
    "Added",
    "AddressError",
    "Authority",
    "Bearing",
    "Brief",
    "Citation",
    "Claim",
    "ClaimConditions",
    "ClaimError",
    "ClaimId",
    "ClaimKind",
    "ClaimLink",
    "ClaimList",
    "ClaimQuery",
    "Coding",
    "Contest",
    "Corroboration",
    "DateBasis",
    "DateError",
    "Dispute",
    "DisputeKind",
    "Disputes",
    "Document",
    "DocumentError",
    "DocumentId",
    "DocumentList",
    "DragomanError",
    "Entry",
    "EventDate",
    "Evidence",
    "Fault",
    "HeldClaim",
    "Hop",
    "Horizon",
    "InputError",
    "KnowledgeError",
    "Ledger",
    "LedgerError",
    "LedgerUnavailableError",
    "LedgerVersionError",
    "LoadedWord",
    "LoadedWords",
    "Measure",
    "Mention",
    "Missions",
    "NameUnknownError",
    "Names",
    "Page",
    "ParserError",
    "Participant",
    "Recogniser",
    "Recognition",
    "Relations",
    "Root",
    "Section",
    "SectionKind",
    "Span",
    "Status",
    "Uncoded",
    "Voice",
    "VoiceKind",
    "add_sources",
    "brief",
    "claims",
    "code_file",
    "code_text",
    "corroboration",
    "disputes",
    "documents",
    "load_authority",
    "loaded_words",
    "missions",
    "names",
    "open_ledger",
    "recognition",
    "relations",
]

Known = str | datetime | None
"""Moment of knowledge: an ISO 8601 day (its end in UTC is meant) or moment; ``None`` for all that is recorded."""


def code_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    name: str = "text",
    parser: str | None = None,
) -> Coding:
    """Read and code the text of one report.

    Args:
        text: Its characters.
        published: EDTF date or date-time of publication, or ``None`` to ask the text.
        outlet: Name of the outlet, or ``None`` to ask the text.
        name: What to call the document in messages.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.

    Raises:
        ParserError: There is no such pipeline.
    """
    from dragoman.assembly import coding

    return coding.code_text(text, published=published, outlet=outlet, name=name, parser=parser)


def code_file(
    path: str | Path, *, published: str | None = None, outlet: str | None = None, parser: str | None = None
) -> Coding:
    """Read and code a file: plain text, HTML, Markdown, PDF or TEI.

    Args:
        path: The file.
        published: EDTF date or date-time of publication, or ``None`` to ask the page.
        outlet: Name of the outlet, or ``None`` to ask the page.
        parser: Name of an installed spaCy pipeline, or ``None``.

    Raises:
        DocumentError: The file cannot be opened.
        ParserError: There is no such pipeline.
    """
    from dragoman.assembly import coding

    return coding.code_file(path, published=published, outlet=outlet, parser=parser)


def open_ledger(address: str | Path, *, create: bool = True) -> Ledger:
    """Open a ledger; use it in a ``with`` statement, or close it.

    Args:
        address: A path, a URL, or ``memory:``.
        create: Make a new one where there is none.

    Raises:
        LedgerUnavailableError: It cannot be opened, or there is none and none may be made.
        LedgerVersionError: A newer Dragoman made it.
    """
    from dragoman.ledger import open as opening

    return opening.open_ledger(address, create=create)


def add_sources(
    ledger: Ledger,
    names: Iterable[str],
    *,
    options: AddOptions = NO_ADD_OPTIONS,
    standard_input: BinaryIO | None = None,
) -> Iterator[Added]:
    """Read, code and record files, folders, globs and addresses, one document at a time.

    Args:
        ledger: Where they are recorded.
        names: Paths, folders, globs, ``http(s)`` addresses; ``-`` for ``standard_input``.
        options: Who adds them and why, what is known of all of them, how many processes code.
        standard_input: What ``-`` reads.

    Yields:
        What became of each document, once it is recorded. Killed at any point, the same call
        finishes the work.

    Raises:
        ParserError: There is no such parser.
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    from dragoman.assembly import adding

    sources = adding.find_all_sources(names)
    return adding.add_sources(ledger, sources, options=options, standard_input=standard_input)


def load_authority() -> Authority:
    """Load the authority file that comes with the package: polities, organisations and outlets.

    Raises:
        KnowledgeError: A data file breaks its schema.
    """
    from dragoman.knowledge import authority

    return authority.load_authority()


def recognition(ledger: Ledger, *, of: str, as_of: str | None = None, known: Known = None) -> Recognition:
    """Who recognises a polity, since when, and on whose word.

    Args:
        ledger: Where the claims are held.
        of: The polity, by name or code.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: Nobody is called so.
        DateError: ``as_of`` or ``known`` cannot be read.

    >>> recognition(open_ledger("memory:"), of="Kosovo").name
    'Kosovo'
    """
    return find_recognition(ledger, load_authority(), of, horizon=parse_horizon(as_of, known))


def relations(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    as_of: str | None = None,
    known: Known = None,
) -> Relations:
    """What is said of a pair: the three ladders, and everything else in the order of its dates.

    Args:
        ledger: Where the claims are held.
        a: One side, by name or code.
        b: The other side.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: Nobody is called so.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    return find_relations(ledger, load_authority(), (a, b), horizon=parse_horizon(as_of, known))


def missions(
    ledger: Ledger,
    *,
    of: str,
    in_: str | None = None,
    as_of: str | None = None,
    known: Known = None,
) -> Missions:
    """Which missions a polity had in others, from when to when, and the transitions as a table.

    Args:
        ledger: Where the claims are held.
        of: The sender.
        in_: The receiver, or ``None`` for all.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: Nobody is called so.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    horizon = parse_horizon(as_of, known)
    return find_missions(ledger, load_authority(), of, in_=in_, horizon=horizon)


def disputes(
    ledger: Ledger,
    *,
    of: str | None = None,
    as_of: str | None = None,
    known: Known = None,
) -> Disputes:
    """What cannot both hold: disputes that texts raise, and those found by comparing claims.

    Args:
        ledger: Where the claims are held.
        of: Only disputes about this polity, or ``None`` for all.
        as_of: EDTF; what is dated after its last day is not compared.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: Nobody is called so.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    horizon = parse_horizon(as_of, known)
    return find_disputes(ledger, load_authority(), of=of, horizon=horizon)


def documents(ledger: Ledger, *, known: Known = None) -> DocumentList:
    """List the documents of a ledger, in the order of recording.

    Args:
        ledger: Where they are held.
        known: Moment of knowledge.

    Raises:
        DateError: ``known`` cannot be read.
    """
    return list_documents(ledger, horizon=parse_horizon(None, known))


def claims(
    ledger: Ledger,
    *,
    conditions: ClaimConditions = NO_CONDITIONS,
    as_of: str | None = None,
    known: Known = None,
) -> ClaimList:
    """List the claims that meet conditions; names in them may be spelt in any way.

    Args:
        ledger: Where they are held.
        conditions: Which claims.
        as_of: EDTF; what is dated after its last day is not listed.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: A polity or a document is unknown.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    return list_claims(ledger, load_authority(), conditions=conditions, horizon=parse_horizon(as_of, known))


def names(ledger: Ledger, *, of: str, known: Known = None) -> Names:
    """What each speaker calls a polity.

    Args:
        ledger: Where the claims are held.
        of: The polity, by name or code.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: Nobody is called so.
        DateError: ``known`` cannot be read.
    """
    return find_names(ledger, load_authority(), of, horizon=parse_horizon(None, known))


def loaded_words(ledger: Ledger, *, known: Known = None) -> LoadedWords:
    """Which words that take a side each voice uses.

    Args:
        ledger: Where the claims are held.
        known: Moment of knowledge.

    Raises:
        DateError: ``known`` cannot be read.
    """
    return find_loaded(ledger, horizon=parse_horizon(None, known))


def corroboration(ledger: Ledger, claim: str, *, known: Known = None) -> Corroboration:
    """Which other claims say the same, as a tree of origins, pages and chains.

    Args:
        ledger: Where the claims are held.
        claim: Identifier of a claim, or a beginning of at least 6 characters.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: There is no such claim, or several begin so.
        DateError: ``known`` cannot be read.
    """
    return find_corroboration(ledger, claim, horizon=parse_horizon(None, known))


def brief(  # noqa: PLR0913 - the two times of every question, and a form
    ledger: Ledger,
    a: str,
    b: str,
    *,
    format: str = "markdown",  # noqa: A002 - the word that users know from the command line
    as_of: str | None = None,
    known: Known = None,
) -> str:
    """Write a page about a pair: a timeline, every sentence of which carries its claims as footnotes.

    Args:
        ledger: Where the claims are held.
        a: One side, by name or code.
        b: The other side.
        format: ``markdown`` or ``html``.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such format.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    return write_brief(relations(ledger, a, b, as_of=as_of, known=known), form=format)
