"""What Dragoman asks of a ledger; :mod:`dragoman.ledger` holds the concrete ones.

A ledger only grows. Adding a coding is one entry: all of it is recorded, or nothing. Decisions (judgements, matches of
names, policies, snapshots, runs of the coder) are entries of their own.
What another coder recorded of the same document and the new one does not find is superseded by
that entry: it stays, with its identifier, and counts no more until a coding finds it again.
Every read takes ``known``, an aware moment of knowledge: what was recorded later is not seen.
An iterator gives what was held when the method was called, also while more is added.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, Self

from dragoman.claims.claim import Claim, ClaimId, ClaimKind
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind, HeldDecision
from dragoman.claims.dispute import Dispute
from dragoman.claims.judgement import HeldJudgement, Judgement
from dragoman.claims.verdict import NOT_JUDGED, Judged
from dragoman.claims.verification import Verification
from dragoman.documents.card import DocumentCard
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.documents.span import Span
from dragoman.documents.words import Phrase, find_phrases


@dataclass(frozen=True, slots=True)
class Entry:
    """One append to the ledger.

    Attributes:
        number: Grows by one with each entry, from 1.
        recorded: Moment of recording, UTC.
        by: Who added it.
        why: What for: a remark of the user.
        coder: Name and version of the coder that ran; ``""`` for a decision.
        document: The document added or coded again; ``None`` where the entry is about none.
        added: How many claims were new.
        superseded: How many claims and disputes of earlier coders no longer count, because this one did not find them.
        digest: SHA-256 over the content of the entry and the digest of the one before, hexadecimal.
        kind: What it records.
        run: Number of the entry that began the run of the coder to which it belongs, or ``None``.
    """

    number: int
    recorded: datetime
    by: str
    why: str
    coder: str
    document: DocumentId | None
    added: int
    superseded: int = 0
    digest: str = ""
    kind: EntryKind = EntryKind.CODING
    run: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims to give: all that meet every condition that is set.

    Attributes:
        kinds: Kinds of claim.
        modes: Modes.
        participant: An identifier that must be among actors or recipients.
        actor: An identifier that must be among the actors.
        recipient: An identifier that must be among the recipients.
        pair: Two identifiers that must both take part, on whichever side.
        document: The document that says it.
        documents: Documents of which one must say it; none for any.
        known: Only what was recorded up to and including this moment (UTC).
    """

    kinds: tuple[ClaimKind, ...] = ()
    modes: tuple[str, ...] = ()
    participant: str | None = None
    actor: str | None = None
    recipient: str | None = None
    pair: tuple[str, str] | None = None
    document: DocumentId | None = None
    documents: tuple[DocumentId, ...] = ()
    known: datetime | None = None


ALL_CLAIMS = ClaimQuery()
"""The query that every claim meets."""


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim as the ledger holds it.

    Attributes:
        claim: What is said.
        entry: Number of the entry that recorded it.
        recorded: Moment of recording, UTC.
        superseded: Number of the entry whose coding did not find it again; ``None`` while it counts.
        judged: What reviewers ruled on it.
        original: The claim as recorded, where by judgements it reads otherwise; else ``None``.
    """

    claim: Claim
    entry: int
    recorded: datetime
    superseded: int | None = None
    judged: Judged = NOT_JUDGED
    original: Claim | None = None


@dataclass(frozen=True, slots=True)
class DocumentTally:
    """How much a ledger holds of a document.

    Attributes:
        document: The document.
        claims: How many claims of it count.
        uncoded: How many stretches of it are in a language without a coder.
    """

    document: DocumentId
    claims: int
    uncoded: int


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A document whose text has the phrases that were looked for.

    Attributes:
        document: The document; its bytes may be left out.
        spans: The places of the phrases in its text, in order.
    """

    document: Document
    spans: tuple[Span, ...]


def matches_among(documents: Iterable[Document], phrases: Sequence[Phrase]) -> Iterator[TextMatch]:
    """Yield those of some documents whose text has all phrases, in their order; none for no phrase."""
    if phrases:
        for document in documents:
            if spans := find_phrases(document.text, phrases):
                yield TextMatch(document, spans)


class Ledger(Protocol):
    """An append-only store of documents, claims, disputes and faults."""

    @property
    def address(self) -> str:
        """Path or URL that opens this ledger again, for messages."""

    def add(self, coding: Coding, *, by: str, why: str = "", run: int | None = None) -> Entry | None:
        """Record a coding in one transaction.

        Claims, disputes and links that are held already are not added again. The moment is set by
        the ledger's clock. A coding without a document records its faults in an entry of their own.

        Args:
            coding: What to record.
            by: Who records it.
            why: What for.
            run: Number of the entry that began the run of the coder to which the coding belongs. Such a coding is
                always an entry: that everything was found again is worth knowing.

        Returns:
            The new entry, or ``None`` when everything in the coding was held already.

        Raises:
            NameUnknownError: There is no such run.
            ClaimError: A claim is about another document, or its quote is not at its place in it.
            DocumentError: The bytes of the document do not fit its identifier.
            LedgerUnavailableError: The store is locked, full or read-only; nothing was recorded.
        """

    def add_all(
        self, codings: Iterable[Coding], *, by: str, why: str = "", run: int | None = None
    ) -> tuple[Entry | None, ...]:
        """Record several codings in one transaction: an entry for each, and all of them or none.

        Use it where many are at hand: the store makes sure only once that all of them are on the disk.

        Returns:
            For each coding what :meth:`add` gives.

        Raises:
            ClaimError: As :meth:`add` does; nothing was recorded.
            DocumentError: As :meth:`add` does; nothing was recorded.
            LedgerUnavailableError: The store is locked, full or read-only; nothing was recorded.
        """

    def decide(self, decision: Decision, *, by: str, why: str = "") -> Entry:
        """Record a decision in one transaction, whatever was decided before.

        Raises:
            JsonError: A judgement lacks a field.
            JudgementError: A judgement cannot be read.
            LedgerUnavailableError: The store is locked, full or read-only; nothing was recorded.
        """

    def decisions(self, known: datetime | None = None, *, kinds: tuple[EntryKind, ...] = ()) -> Iterator[HeldDecision]:
        """Yield the decisions of some kinds, or of all, in the order of recording."""

    def judge(self, judgement: Judgement) -> Entry:
        """Record a judgement, by its reviewer and for its reason.

        Claims may be named by the beginning of their identifiers.

        Raises:
            NameUnknownError: A judged claim is not held, or several begin so.
            LedgerUnavailableError: The store is locked, full or read-only; nothing was recorded.
        """

    def judgements(self, known: datetime | None = None) -> Iterator[HeldJudgement]:
        """Yield the judgements and matches of names, in the order of recording."""

    def document(self, document: DocumentId) -> Document | None:
        """Return one document with its text, sections, metadata and bytes."""

    def documents(self, known: datetime | None = None) -> Iterator[Document]:
        """Yield all documents, in the order of recording; their bytes may be left out."""

    def cards(
        self, documents: Collection[DocumentId] | None = None, known: datetime | None = None
    ) -> Iterator[DocumentCard]:
        """Yield the cards of documents, in the order of recording.

        Args:
            documents: Which; those that are not held are passed over. ``None`` for all.
            known: Moment of knowledge.
        """

    def tallies(self, known: datetime | None = None) -> Iterator[DocumentTally]:
        """Yield how much is held of each document, in the order of recording."""

    def search(
        self, phrases: Sequence[Phrase], *, language: str | None = None, known: datetime | None = None
    ) -> Iterator[TextMatch]:
        """Yield the documents whose text has all of some phrases, the last recorded first.

        Args:
            phrases: From :func:`dragoman.documents.words.parse_phrases`; none finds nothing.
            language: Only documents in this language, an ISO 639-1 code; ``None`` for all.
            known: Moment of knowledge.
        """

    def near(self, bands: Collection[str]) -> Iterator[Document]:
        """Yield the documents that may be near-duplicates of a text, in the order of recording.

        Their texts have one of its bands at least. Where many do the first of them are given, and their bytes may be
        left out.

        Args:
            bands: From :func:`dragoman.documents.likeness.find_bands`; none finds nothing.
        """

    def claim(self, claim: ClaimId, known: datetime | None = None) -> HeldClaim | None:
        """Return one claim by its full identifier or an unambiguous beginning of at least 6 characters.

        One that is superseded or rejected is given, too, and says so. It reads as judgements amended it.

        Raises:
            NameUnknownError: Several claims begin so; the error names the first of them.
        """

    def claims(self, query: ClaimQuery = ALL_CLAIMS) -> Iterator[HeldClaim]:
        """Yield the claims that meet a query, in the order of recording, then of the text.

        Those that are superseded are left out. The others come with their judgements and read as these amended them,
        also for the query; a merged name finds what is said under any of its spellings.
        """

    def disputes(
        self, known: datetime | None = None, *, claims: Collection[ClaimId] | None = None
    ) -> Iterator[Dispute]:
        """Yield the recorded disputes that count, in the order of recording.

        Args:
            known: Moment of knowledge.
            claims: Only disputes that have one of these on a side; ``None`` for all.
        """

    def links(
        self,
        known: datetime | None = None,
        *,
        sources: Collection[DocumentId] | None = None,
        targets: Collection[DocumentId] | None = None,
    ) -> Iterator[DocumentLink]:
        """Yield the links between documents, in the order of recording.

        Args:
            known: Moment of knowledge.
            sources: Only links from these documents; ``None`` for all.
            targets: Only links to these documents; ``None`` for all.
        """

    def uncoded(self, document: DocumentId) -> Iterator[Uncoded]:
        """Yield the stretches of a document in languages without a coder, in the order of recording."""

    def faults(self, known: datetime | None = None) -> Iterator[Fault]:
        """Yield the recorded faults."""

    def entries(self, known: datetime | None = None) -> Iterator[Entry]:
        """Yield all entries, by number."""

    def head(self) -> Entry | None:
        """Return the last entry, whose digest stands for the whole ledger; ``None`` when there is none."""

    def verify(self, expected: str | None = None) -> Verification:
        """Check that everything recorded is still as it was recorded.

        Args:
            expected: A digest noted earlier, or its beginning, that some entry must have; ``None`` for none.
        """

    def close(self) -> None:
        """Release what the ledger holds open; it may not be used afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
