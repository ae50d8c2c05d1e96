"""The names that a Python user may rely on; the command line is made of the same calls.

Answers look in the authority file that comes with the package, unless another is given.
What is heavy (the parser, the database) is loaded by the first call that needs it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.actors.authority import Authority
from dragoman.actors.participant import Mention, Participant
from dragoman.answers.brief import Brief
from dragoman.answers.citation import Citation, Page
from dragoman.answers.corroboration import Corroboration
from dragoman.answers.difference import Difference
from dragoman.answers.difference import find_difference as difference
from dragoman.answers.dispute import Contest
from dragoman.answers.disputes import Disputes
from dragoman.answers.hearing import Objection
from dragoman.answers.history import History
from dragoman.answers.horizon import Horizon
from dragoman.answers.judgements import JudgementList
from dragoman.answers.judging import Ruled
from dragoman.answers.listing import ClaimConditions, ClaimList, DocumentList
from dragoman.answers.loaded import LoadedWords
from dragoman.answers.matches import SpellingMatch, SpellingMatches
from dragoman.answers.matrix import Cell, Matrix, Relation
from dragoman.answers.mission_history import MissionTransitions
from dragoman.answers.missions import Missions
from dragoman.answers.names import Names
from dragoman.answers.questions import (
    brief,
    corroboration,
    disputes,
    list_claims,
    list_documents,
    loaded_words,
    mission_transitions,
    missions,
    name_matches,
    names,
    recognition,
    relations,
)
from dragoman.answers.recognition import Recogniser, Recognition
from dragoman.answers.relations import Relations
from dragoman.answers.reviews import history, list_judgements, record_judgement
from dragoman.answers.search import Search, SearchHit, search
from dragoman.answers.snapshots import Snapshot, SnapshotList, take_snapshot
from dragoman.answers.snapshots import find_snapshots as list_snapshots
from dragoman.answers.sources import Source, Sources
from dragoman.answers.spellings import Spelling
from dragoman.answers.surveys import matrix, new_disputes, source, sources, timeline, watch
from dragoman.answers.timeline import Timeline
from dragoman.answers.transitions import Transition
from dragoman.answers.watch import ChangedAnswer, Watch
from dragoman.assembly.actor_files import ActorFile, ActorFiles
from dragoman.assembly.addition import NO_ADD_OPTIONS, Added, AddOptions
from dragoman.assembly.brief_pdf import brief_pdf
from dragoman.assembly.keeping import backup_ledger, copy_ledger, plan_recoding, recode
from dragoman.assembly.recoded import Recoded, Recoding
from dragoman.claims.claim import Claim, ClaimId, ClaimKind, ClaimLink, Evidence, LoadedWord, Measure
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind, HeldDecision
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.claims.judgement import AmendedField, Amendment, HeldJudgement, Judgement, Ruling
from dragoman.claims.ledger import ClaimQuery, Entry, HeldClaim, Ledger
from dragoman.claims.policy import Policy
from dragoman.claims.verdict import Judged, Verdict
from dragoman.claims.verification import Flaw, Verification
from dragoman.dates.event_date import DateBasis, EventDate
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.errors import (
    ActorFileError,
    AddressError,
    ClaimError,
    DateError,
    DocumentError,
    DragomanError,
    ExtraMissingError,
    InputError,
    JudgementError,
    KnowledgeError,
    LedgerError,
    LedgerUnavailableError,
    LedgerVersionError,
    NameTakenError,
    NameUnknownError,
    ParserError,
    PolicyError,
)
from dragoman.events.kind import Root, Status
from dragoman.knowledge.policies import find_policy, list_policies
from dragoman.ledger.copied import CopyStep, LedgerCopy

__all__ = [
    "ActorFile",
    "ActorFileError",
    "ActorFiles",
    "AddOptions",
    "Added",
    "AddressError",
    "AmendedField",
    "Amendment",
    "Authority",
    "Bearing",
    "Brief",
    "Cell",
    "ChangedAnswer",
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
    "CopyStep",
    "Corroboration",
    "DateBasis",
    "DateError",
    "Decision",
    "Difference",
    "Dispute",
    "DisputeKind",
    "Disputes",
    "Document",
    "DocumentError",
    "DocumentId",
    "DocumentList",
    "DragomanError",
    "Entry",
    "EntryKind",
    "EventDate",
    "Evidence",
    "ExtraMissingError",
    "Fault",
    "Flaw",
    "HeldClaim",
    "HeldDecision",
    "HeldJudgement",
    "History",
    "Hop",
    "Horizon",
    "InputError",
    "Judged",
    "Judgement",
    "JudgementError",
    "JudgementList",
    "KnowledgeError",
    "Ledger",
    "LedgerCopy",
    "LedgerError",
    "LedgerUnavailableError",
    "LedgerVersionError",
    "LoadedWord",
    "LoadedWords",
    "Matrix",
    "Measure",
    "Mention",
    "MissionTransitions",
    "Missions",
    "NameTakenError",
    "NameUnknownError",
    "Names",
    "Objection",
    "Page",
    "ParserError",
    "Participant",
    "Policy",
    "PolicyError",
    "Recoded",
    "Recoding",
    "Recogniser",
    "Recognition",
    "Relation",
    "Relations",
    "Root",
    "Ruled",
    "Ruling",
    "Search",
    "SearchHit",
    "Section",
    "SectionKind",
    "Snapshot",
    "SnapshotList",
    "Source",
    "Sources",
    "Span",
    "Spelling",
    "SpellingMatch",
    "SpellingMatches",
    "Status",
    "Timeline",
    "Transition",
    "Uncoded",
    "Verdict",
    "Verification",
    "Voice",
    "VoiceKind",
    "Watch",
    "add_sources",
    "at_least",
    "backup_ledger",
    "brief",
    "brief_pdf",
    "code_file",
    "code_text",
    "copy_ledger",
    "corroboration",
    "difference",
    "disputes",
    "find_actor_files",
    "find_policy",
    "history",
    "list_claims",
    "list_documents",
    "list_judgements",
    "list_policies",
    "list_snapshots",
    "load_authority",
    "loaded_words",
    "matrix",
    "mission_transitions",
    "missions",
    "name_matches",
    "names",
    "new_disputes",
    "open_ledger",
    "plan_recoding",
    "recode",
    "recognition",
    "record_judgement",
    "relations",
    "search",
    "source",
    "sources",
    "take_snapshot",
    "timeline",
    "watch",
]


def code_text(  # noqa: PLR0913  one call that says all, as DESIGN.md promises in section 9
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    name: str = "text",
    parser: str | None = None,
    actors: str | Path | Iterable[str | Path] = (),
) -> Coding:
    """Read and code the text of one report.

    Args:
        text: Its characters.
        published: EDTF date or date-time of publication, or ``None`` to ask the text.
        outlet: Name of the outlet, or ``None`` to ask the text.
        name: What to call the document in messages.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.
        actors: Files of actor names of your own, which go before the built-in ones: our table (CSV), or
            files of PETRARCH or TABARI. Lines that cannot be used are faults of the coding.

    Raises:
        ActorFileError: A file of ``actors`` cannot be read.
        ParserError: There is no such pipeline.
    """
    from dragoman.assembly import coding, dictionary

    files = dictionary.find_actor_files(actors)
    coded = coding.code_text(text, published=published, outlet=outlet, name=name, parser=parser, actors=files)
    return dictionary.with_actor_faults(coded, files)


def code_file(
    path: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    parser: str | None = None,
    actors: str | Path | Iterable[str | Path] = (),
) -> Coding:
    """Read and code a file: plain text, HTML, Markdown, PDF or TEI.

    Args:
        path: The file.
        published: EDTF date or date-time of publication, or ``None`` to ask the page.
        outlet: Name of the outlet, or ``None`` to ask the page.
        parser: Name of an installed spaCy pipeline, or ``None``.
        actors: As for :func:`code_text`.

    Raises:
        ActorFileError: A file of ``actors`` cannot be read.
        DocumentError: The file cannot be opened.
        ParserError: There is no such pipeline.
    """
    from dragoman.assembly import coding, dictionary

    files = dictionary.find_actor_files(actors)
    coded = coding.code_file(path, published=published, outlet=outlet, parser=parser, actors=files)
    return dictionary.with_actor_faults(coded, files)


def find_actor_files(paths: str | Path | Iterable[str | Path], *, strict: bool = False) -> ActorFiles:
    """Return files of actor names, for :class:`AddOptions`.

    Args:
        paths: One path, or several: CSV tables, or files of PETRARCH or TABARI.
        strict: Refuse a file with a line that cannot be used.

    Raises:
        ActorFileError: A file cannot be read; or, if strict, one of its lines cannot be used.
    """
    from dragoman.assembly import dictionary

    return dictionary.find_actor_files(paths, strict=strict)


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


def at_least(ledger: Ledger, confidence: float) -> Ledger:
    """Return a view of a ledger with the claims of at least this confidence, to ask any question of.

    Args:
        ledger: The ledger.
        confidence: Probability that a claim is right, 0 to 1; 0 for all claims.
    """
    from dragoman.ledger import sure

    return sure.at_least(ledger, confidence)


def load_authority() -> Authority:
    """Load the authority file that comes with the package: polities, organisations and outlets.

    Raises:
        KnowledgeError: A data file breaks its schema.
    """
    from dragoman.knowledge import authority

    return authority.load_authority()
