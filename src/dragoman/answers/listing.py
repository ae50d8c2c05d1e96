"""Lists of what a ledger holds: its documents, and its claims by plain conditions."""

from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Page, Shelf, page_of
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.polities import resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.claims.claim import ClaimKind
from dragoman.claims.ledger import ClaimQuery, DocumentTally, Entry, Ledger
from dragoman.dates.interval import Certainty
from dragoman.documents.card import DocumentCard
from dragoman.documents.document import Document, DocumentId
from dragoman.errors import NameUnknownError
from dragoman.events.kind import Status

SHORTEST_ID = 6


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of a ledger.

    Attributes:
        page: What it is.
        language: ISO 639-1 code of most of its body, or ``None``.
        claims: How many claims are held of it.
        uncoded: How many stretches are in a language without a coder.
        recorded: Day of its first entry, ISO 8601.
        by: Who added it first.
        why: What for.
    """

    page: Page
    language: str | None
    claims: int
    uncoded: int
    recorded: str
    by: str
    why: str

    def to_dict(self) -> dict[str, object]:
        """Return the row as plain JSON values."""
        return {
            **self.page.to_dict(),
            "language": self.language,
            "claims": self.claims,
            "uncoded": self.uncoded,
            "recorded": self.recorded,
            "by": self.by,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class DocumentList:
    """The documents of a ledger.

    Attributes:
        horizon: The moment of knowledge.
        rows: One for each document, in the order of recording.
    """

    horizon: Horizon
    rows: tuple[DocumentRow, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the list as plain JSON values."""
        return {"question": "documents", **self.horizon.times(), "documents": [row.to_dict() for row in self.rows]}


@dataclass(frozen=True, slots=True)
class ClaimConditions:
    """Which claims to list: all that meet every condition that is set.

    Attributes:
        kinds: Sorts of claim.
        modes: Modes, such as ``recognition``.
        actor: Who acts, in any spelling.
        recipient: To whom.
        participant: Who takes part, on whichever side.
        document: Identifier, beginning of it, or name of a document.
        statuses: Whether it is said to have happened.
        denied: Only claims that deny.
    """

    kinds: tuple[ClaimKind, ...] = ()
    modes: tuple[str, ...] = ()
    actor: str | None = None
    recipient: str | None = None
    participant: str | None = None
    document: str | None = None
    statuses: tuple[Status, ...] = ()
    denied: bool = False


NO_CONDITIONS = ClaimConditions()


@dataclass(frozen=True, slots=True)
class ClaimList(Tabular):
    """Claims of a ledger.

    Attributes:
        horizon: The two times of the question.
        citations: The claims, in the order of recording, then of the text.
    """

    horizon: Horizon
    citations: tuple[Citation, ...] = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the claims as in the reference, each with its page."""
        return {
            "question": "claims",
            **self.horizon.times(),
            "claims": [{**c.claim.to_dict(), "page": c.page.to_dict(), "entry": c.entry} for c in self.citations],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each claim."""
        return tuple(citation.to_record() for citation in self.citations)


def find_documents(ledger: Ledger, *, horizon: Horizon = ALL_TIMES) -> DocumentList:
    """List the documents of a ledger.

    Args:
        ledger: Where they are held.
        horizon: The moment of knowledge.
    """
    first: dict[DocumentId, Entry] = {}
    for entry in ledger.entries(horizon.known):
        if entry.document is not None:
            first.setdefault(entry.document, entry)
    tallies = {one.document: one for one in ledger.tallies(horizon.known)}
    cards = ledger.cards(known=horizon.known)
    return DocumentList(horizon, tuple([_row(card, tallies[card.id], first.get(card.id)) for card in cards]))


def _row(card: DocumentCard, tally: DocumentTally, entry: Entry | None) -> DocumentRow:
    return DocumentRow(
        page=page_of(card),
        language=card.language,
        claims=tally.claims,
        uncoded=tally.uncoded,
        recorded="" if entry is None else entry.recorded.date().isoformat(),
        by="" if entry is None else entry.by,
        why="" if entry is None else entry.why,
    )


def find_claims(
    ledger: Ledger, authority: Authority, *, conditions: ClaimConditions = NO_CONDITIONS, horizon: Horizon = ALL_TIMES
) -> ClaimList:
    """List the claims that meet conditions.

    Args:
        ledger: Where they are held.
        authority: Names.
        conditions: Which claims.
        horizon: The two times of the question.

    Raises:
        NameUnknownError: A polity or a document is unknown.
    """
    query = ClaimQuery(
        kinds=conditions.kinds,
        modes=conditions.modes,
        actor=conditions.actor and resolve_party(authority, conditions.actor),
        recipient=conditions.recipient and resolve_party(authority, conditions.recipient),
        participant=conditions.participant and resolve_party(authority, conditions.participant),
        document=None if conditions.document is None else find_document(ledger, conditions.document).id,
        known=horizon.known,
    )
    found = Shelf(ledger, horizon.known).find(query)
    return ClaimList(horizon, tuple(c for c in found if _meets(c, conditions) and _is_in(c, horizon)))


def find_document(ledger: Ledger, name: str) -> Document:
    """Return the document that a user names, with its text and bytes.

    Args:
        ledger: Where it is held.
        name: Its identifier or the beginning of it, its file name or address, or the end of one.

    Raises:
        NameUnknownError: There is none, or there are several; the error names them.
    """
    digest = name.removeprefix("sha256:").casefold()
    if (exact := ledger.document(DocumentId(name))) is not None:
        return exact
    cards = list(ledger.cards())
    found = [card for card in cards if card.name == name]
    found = found or [card for card in cards if card.name.endswith("/" + name)]
    if not found and len(digest) >= SHORTEST_ID:
        found = [card for card in cards if card.id.removeprefix("sha256:").startswith(digest)]
    document = ledger.document(found[0].id) if len({card.id for card in found}) == 1 else None
    if document is None:
        kind = "single document" if found else "document"
        raise NameUnknownError(kind, name, tuple(card.name for card in found[:5]))
    return document


def _meets(citation: Citation, conditions: ClaimConditions) -> bool:
    claim = citation.claim
    return (not conditions.statuses or claim.status in conditions.statuses) and (claim.negated or not conditions.denied)


def _is_in(citation: Citation, horizon: Horizon) -> bool:
    return horizon.happened(citation.claim, citation.page.published) is not Certainty.NO
