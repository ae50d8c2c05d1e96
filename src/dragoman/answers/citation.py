"""Citations: claims as an answer shows them, with the page they stand on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from dragoman.answers.records import Record
from dragoman.claims.claim import Claim, ClaimId
from dragoman.claims.hop import Hop
from dragoman.claims.ledger import ClaimQuery, HeldClaim, Ledger
from dragoman.claims.verdict import NOT_JUDGED, Judged
from dragoman.documents.card import DocumentCard
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.section import VoiceKind

ARROW = " → "
BATCH = 500
"""Claims whose pages are looked up together."""

LABEL_LENGTH = 28
"""Most characters of a title or file name that stands for a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an answer says of a document.

    Attributes:
        id: SHA-256 of its bytes.
        name: File name or address that was given.
        title: Its title, or ``""``.
        address: Where it was fetched or says it stands, or ``""``.
        outlet: Name of the outlet, or ``None``.
        published: EDTF, or ``None`` when nothing says so.
    """

    id: DocumentId
    name: str
    title: str = ""
    address: str = ""
    outlet: str | None = None
    published: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the page as plain JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title,
            "address": self.address,
            "outlet": self.outlet,
            "published": self.published,
        }

    @property
    def label(self) -> str:
        """What to call the page in running words: outlet, title, or the name of its file, shortened.

        A long file name has no blank at which a narrow cell could break it.
        """
        if self.outlet:
            return self.outlet
        words = self.title if self.title and " " in self.title else self.name.rpartition("/")[2].partition(".")[0]
        if len(words) <= LABEL_LENGTH:
            return words
        cut = words.rfind(" ", 0, LABEL_LENGTH)
        return words[: cut if cut > 0 else LABEL_LENGTH - 1].rstrip(",;:- ") + "…"


def page_of(document: Document | DocumentCard) -> Page:
    """Return what an answer says of a document."""
    return Page(
        id=document.id,
        name=document.name,
        title=" ".join(next(iter(document.metadata_values("title")), "").split()),
        address=next(iter(document.metadata_values("address")), ""),
        outlet=document.outlet,
        published=document.published,
    )


@dataclass(frozen=True, slots=True)
class Citation:
    """One claim with the page it stands on.

    Attributes:
        claim: What is said.
        page: Where.
        entry: Number of the ledger's entry that recorded it.
        recorded: Moment of recording, UTC.
        superseded: Number of the entry whose coder did not find it again; ``None`` while it counts.
        judged: What reviewers ruled on it.
        original: The claim as recorded, where by judgements it reads otherwise; else ``None``.
    """

    claim: Claim
    page: Page
    entry: int
    recorded: datetime
    superseded: int | None = None
    judged: Judged = field(default=NOT_JUDGED, repr=False)
    original: Claim | None = field(default=None, repr=False)

    def __hash__(self) -> int:
        return hash(self.claim.id)

    @property
    def chain(self) -> str:
        """The hops from the page inwards, as one line."""
        return ARROW.join(hop_label(hop) for hop in self.claim.chain)

    def to_dict(self) -> dict[str, object]:
        """Return what a reader needs to check the claim, as plain JSON values."""
        claim = self.claim
        return {
            "claim": claim.id,
            "document": self.page.to_dict(),
            "quote": claim.evidence.quote,
            "start": claim.evidence.span.start,
            "end": claim.evidence.span.end,
            "section": claim.evidence.section.value,
            "chain": [hop.to_dict() for hop in claim.chain],
            "speaker": hop_label(claim.speaker),
            "date": claim.date and claim.date.to_dict(),
            "status": claim.status.value,
            "negated": claim.negated,
            "entry": self.entry,
            "recorded": self.recorded.isoformat(),
            **self.judged.to_dict(),
            "original": self.original and self.original.to_dict(),
        }

    def to_record(self) -> Record:
        """Return the claim as one row of a table."""
        claim, date, page = self.claim, self.claim.date, self.page
        return {
            "claim": claim.id,
            "kind": claim.kind.value,
            "event": claim.event and claim.event.value,
            "mode": claim.mode,
            "actors": " ".join(p.id for p in claim.actors),
            "recipients": " ".join(p.id for p in claim.recipients),
            "value": None if claim.measure is None else str(claim.measure.value),
            "unit": claim.measure and claim.measure.unit,
            "date": date and date.edtf,
            "earliest": date and date.earliest and date.earliest.isoformat(),
            "latest": date and date.latest and date.latest.isoformat(),
            "status": claim.status.value,
            "negated": claim.negated,
            "confidence": claim.confidence,
            "chain": self.chain,
            "quote": claim.evidence.quote,
            "document": page.id,
            "page": page.name,
            "published": page.published,
            "recorded": self.recorded.isoformat(),
        }


def hop_label(hop: Hop) -> str:
    """Return how to call one step of a chain: the name, with the office a person holds and for whom.

    Words of the text for an unnamed source stand in quotation marks.
    """
    name = " ".join(hop.source.split())
    if hop.kind is VoiceKind.UNNAMED:
        return f"“{name}”"
    if hop.kind is VoiceKind.PERSON and hop.role and hop.role.casefold() not in name.casefold():
        office = f"{hop.id} {hop.role}" if hop.id else hop.role
        return f"{name} ({office})"
    return name


class Shelf:
    """The pages of a ledger, each looked up once, when a claim of it is cited.

    Args:
        ledger: Where they are held.
        known: Moment of knowledge, or ``None``.
    """

    def __init__(self, ledger: Ledger, known: datetime | None = None) -> None:
        self._ledger = ledger
        self._known = known
        self._pages: dict[DocumentId, Page] = {}

    def page(self, document: DocumentId) -> Page:
        """Return what is known of a document, at least its identifier."""
        if document not in self._pages:
            self.take((document,))
        return self._pages[document]

    def take(self, documents: Collection[DocumentId]) -> None:
        """Look up some documents together, which is faster than one by one."""
        missing = {document: Page(document, document) for document in documents if document not in self._pages}
        if missing:
            self._pages |= missing | {card.id: page_of(card) for card in self._ledger.cards(missing, self._known)}

    def cite(self, held: HeldClaim) -> Citation:
        """Return a claim with its page."""
        page = self.page(held.claim.document)
        return Citation(held.claim, page, held.entry, held.recorded, held.superseded, held.judged, held.original)

    def look(self, claim: ClaimId) -> Citation | None:
        """Return one claim with its page, as known at the shelf's moment; ``None`` where it is not held."""
        held = self._ledger.claim(claim, self._known)
        return None if held is None else self.cite(held)

    def find(self, query: ClaimQuery) -> Iterator[Citation]:
        """Yield the claims that meet a query, with their pages, as known at the shelf's moment."""
        found = self._ledger.claims(query)
        while some := tuple(islice(found, BATCH)):
            self.take({held.claim.document for held in some})
            yield from map(self.cite, some)


def distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return citations without repetition, in the order in which they come."""
    return tuple({citation.claim.id: citation for citation in citations}.values())
