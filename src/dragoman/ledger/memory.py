"""The ledger in memory: the plain statement of what every ledger means.

It holds entries in a list and answers by looking at each of them. Tests compare the other
ledgers with this one; it is also what ``memory:`` opens.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from json import loads
from threading import Lock
from typing import Self

from dragoman.claims.claim import ClaimId
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind, HeldDecision
from dragoman.claims.dispute import Dispute
from dragoman.claims.judgement import HeldJudgement, Judgement, held_judgements
from dragoman.claims.judging import decide_judgement
from dragoman.claims.ledger import ALL_CLAIMS, ClaimQuery, DocumentTally, Entry, HeldClaim, TextMatch, matches_among
from dragoman.claims.reading import claim_from_dict
from dragoman.claims.verification import Verification
from dragoman.documents.card import DocumentCard, card_of
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.likeness import find_bands
from dragoman.documents.link import DocumentLink
from dragoman.documents.words import Phrase
from dragoman.errors import LedgerUnavailableError, NameUnknownError
from dragoman.ledger.moment import moment_number
from dragoman.ledger.novelty import (
    Held,
    NewClaim,
    Novelty,
    checked_coding,
    decided,
    fault_key,
    find_novelty,
    link_key,
    uncoded_key,
)
from dragoman.ledger.readings import find_readings, meets, read_claims
from dragoman.ledger.seal import Occasion, make_entry, sealed_content
from dragoman.ledger.verification import Recorded, verify_chain

Clock = Callable[[], datetime]
SHORTEST_PREFIX = 6
MOST_CANDIDATES = 5
MOST_NEAR = 20
"""Documents that are looked at to find one of which another is a near-duplicate."""


@dataclass(frozen=True, slots=True)
class _Recorded:
    entry: Entry
    novelty: Novelty


class MemoryLedger:
    """A ledger that lasts as long as the process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._recorded: list[_Recorded] = []
        self._bands: dict[DocumentId, frozenset[str]] = {}
        self._lock = Lock()
        self._is_closed = False

    @property
    def address(self) -> str:
        """What opens a ledger of this kind; each opening gives a new one."""
        return "memory:"

    def add(self, coding: Coding, *, by: str, why: str = "", run: int | None = None) -> Entry | None:
        """Record a coding; see :class:`dragoman.claims.ledger.Ledger`."""
        return self.add_all((coding,), by=by, why=why, run=run)[0]

    def add_all(
        self, codings: Iterable[Coding], *, by: str, why: str = "", run: int | None = None
    ) -> tuple[Entry | None, ...]:
        """Record several codings, all or none; see :class:`dragoman.claims.ledger.Ledger`."""
        self._check_open()
        checked = [checked_coding(coding) for coding in codings]
        with self._lock:
            if run is not None and run not in self._runs():
                raise NameUnknownError("run", str(run))
            return tuple([self._add(coding, Occasion(self._clock(), by, why, run)) for coding in checked])

    def decide(self, decision: Decision, *, by: str, why: str = "") -> Entry:
        """Record a decision."""
        self._check_open()
        with self._lock:
            return self._record(decided(decision), Occasion(self._clock(), by, why))

    def decisions(self, known: datetime | None = None, *, kinds: tuple[EntryKind, ...] = ()) -> Iterator[HeldDecision]:
        """Yield the decisions of some kinds, or of all, in the order of recording."""
        return iter(
            [
                HeldDecision(one, part.entry.number, part.entry.recorded, part.entry.by, part.entry.why)
                for part in self._until(known)
                for one in part.novelty.decisions
                if not kinds or one.kind in kinds
            ]
        )

    def judge(self, judgement: Judgement) -> Entry:
        """Record a judgement, by its reviewer and for its reason."""
        return self.decide(decide_judgement(self, judgement), by=judgement.reviewer, why=judgement.reason)

    def judgements(self, known: datetime | None = None) -> Iterator[HeldJudgement]:
        """Yield the judgements and matches of names, in the order of recording."""
        return iter(held_judgements(self.decisions(known)))

    def document(self, document: DocumentId) -> Document | None:
        """Return one document with its bytes."""
        return next((held for held in self.documents() if held.id == document), None)

    def documents(self, known: datetime | None = None) -> Iterator[Document]:
        """Yield all documents, in the order of recording."""
        return iter([part.novelty.document for part in self._until(known) if part.novelty.document is not None])

    def cards(
        self, documents: Collection[DocumentId] | None = None, known: datetime | None = None
    ) -> Iterator[DocumentCard]:
        """Yield the cards of documents, in the order of recording."""
        return (card_of(one) for one in self.documents(known) if documents is None or one.id in documents)

    def tallies(self, known: datetime | None = None) -> Iterator[DocumentTally]:
        """Yield how much is held of each document, in the order of recording."""
        claims = Counter(held.claim.document for held in self.claims(ClaimQuery(known=known)))
        uncoded = Counter(part.entry.document for part in self._until(known) for _ in part.novelty.uncoded)
        return (DocumentTally(one.id, claims[one.id], uncoded[one.id]) for one in self.documents(known))

    def search(
        self, phrases: Sequence[Phrase], *, language: str | None = None, known: datetime | None = None
    ) -> Iterator[TextMatch]:
        """Yield the documents whose text has all of some phrases."""
        held = [one for one in self.documents(known) if language is None or one.language == language]
        return matches_among(reversed(held), phrases)

    def near(self, bands: Collection[str]) -> Iterator[Document]:
        """Yield the documents that may be near-duplicates of a text."""
        alike = (one for one in self.documents() if not self._bands[one.id].isdisjoint(bands))
        return islice(alike, MOST_NEAR)

    def claim(self, claim: ClaimId, known: datetime | None = None) -> HeldClaim | None:
        """Return one claim by its identifier or an unambiguous beginning."""
        held = self._recorded_claim(claim, known)
        return None if held is None else find_readings(self.judgements(known)).read(held)

    def _recorded_claim(self, claim: ClaimId, known: datetime | None) -> HeldClaim | None:
        wanted = claim.lower()
        fallen, read = self._fallen(known), self._read(known)
        held = {
            new.id: HeldClaim(read(new).claim, part.entry.number, part.entry.recorded, fallen.get(new.id))
            for part in self._until(known)
            for new in part.novelty.claims
        }
        if wanted in held or len(wanted) < SHORTEST_PREFIX:
            return held.get(ClaimId(wanted))
        found = sorted([name for name in held if name.startswith(wanted)])
        if len(found) > 1:
            raise NameUnknownError("claim", claim, tuple(found[:MOST_CANDIDATES]))
        return held[found[0]] if found else None

    def claims(self, query: ClaimQuery = ALL_CLAIMS) -> Iterator[HeldClaim]:
        """Yield the claims that meet a query and count, in the order of recording, then of the text."""
        return read_claims(
            query,
            find_readings(self.judgements(query.known)),
            find=self._recorded_claims,
            look=lambda claim: self._recorded_claim(claim, query.known),
        )

    def _recorded_claims(self, query: ClaimQuery) -> Iterator[HeldClaim]:
        fallen, read = self._fallen(query.known), self._read(query.known)
        return iter(
            [
                HeldClaim(read(new).claim, part.entry.number, part.entry.recorded)
                for part in self._until(query.known)
                for new in part.novelty.claims
                if new.id not in fallen and meets(new.claim, query)
            ]
        )

    def disputes(
        self, known: datetime | None = None, *, claims: Collection[ClaimId] | None = None
    ) -> Iterator[Dispute]:
        """Yield the recorded disputes that count, in the order of recording."""
        fallen = self._fallen(known)
        held = [one for part in self._until(known) for one in part.novelty.disputes if one.id not in fallen]
        return iter(
            held if claims is None else [one for one in held if not {*claims}.isdisjoint((*one.left, *one.right))]
        )

    def links(
        self,
        known: datetime | None = None,
        *,
        sources: Collection[DocumentId] | None = None,
        targets: Collection[DocumentId] | None = None,
    ) -> Iterator[DocumentLink]:
        """Yield the links between documents, in the order of recording."""
        held = [link for part in self._until(known) for link in part.novelty.links]
        kept = [link for link in held if sources is None or link.source in sources]
        return iter([link for link in kept if targets is None or link.target in targets])

    def uncoded(self, document: DocumentId) -> Iterator[Uncoded]:
        """Yield the stretches of a document in languages without a coder."""
        parts = [part for part in self._until(None) if part.entry.document == document]
        return iter([stretch for part in parts for stretch in part.novelty.uncoded])

    def faults(self, known: datetime | None = None) -> Iterator[Fault]:
        """Yield the recorded faults, in the order of recording."""
        return iter([fault for part in self._until(known) for fault in part.novelty.faults])

    def entries(self, known: datetime | None = None) -> Iterator[Entry]:
        """Yield all entries, by number."""
        return iter([part.entry for part in self._until(known)])

    def head(self) -> Entry | None:
        """Return the last entry."""
        return next((part.entry for part in reversed(self._until(None))), None)

    def verify(self, expected: str | None = None) -> Verification:
        """Check that everything recorded is still as it was recorded."""
        recorded = (Recorded(part.entry, sealed_content(part.novelty)) for part in self._until(None))
        return verify_chain(recorded, expected=expected)

    def close(self) -> None:
        """Forget everything; the ledger may not be used afterwards."""
        self._is_closed = True
        self._recorded = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _add(self, coding: Coding, occasion: Occasion) -> Entry | None:
        novelty = find_novelty(coding, self._held(coding))
        is_nothing = novelty.is_empty and (occasion.run is None or novelty.subject is None)
        return None if is_nothing else self._record(novelty, occasion)

    def _check_open(self) -> None:
        if self._is_closed:
            raise LedgerUnavailableError(self.address, "it has been closed")

    def _record(self, novelty: Novelty, occasion: Occasion) -> Entry:
        last = self._recorded[-1].entry if self._recorded else None
        entry = make_entry(novelty, occasion, last)
        self._recorded.append(_Recorded(entry, novelty))
        if novelty.document is not None:
            self._bands[novelty.document.id] = frozenset(find_bands(novelty.document))
        return entry

    def _runs(self) -> frozenset[int]:
        return frozenset(part.entry.number for part in self._recorded if part.entry.kind is EntryKind.RUN)

    def _until(self, known: datetime | None) -> list[_Recorded]:
        self._check_open()
        return [part for part in self._recorded if _is_known(part.entry.recorded, known)]

    def _fallen(self, known: datetime | None) -> dict[str, int]:
        """Return the claims and disputes that are superseded, each with the number of the entry that did it."""
        fallen: dict[str, int] = {}
        for part in self._until(known):
            for standing in part.novelty.standings:
                if standing.counts:
                    fallen.pop(standing.name, None)
                else:
                    fallen[standing.name] = part.entry.number
        return fallen

    def _read(self, known: datetime | None) -> Callable[[NewClaim], NewClaim]:
        """Return what gives a claim as it reads, after what later coders found of it."""
        found = [one for part in self._until(known) for one in part.novelty.standings if one.body is not None]
        bodies = {one.name: one.body for one in found}

        def read(new: NewClaim) -> NewClaim:
            body = bodies.get(new.id)
            return new if body is None else NewClaim(new.id, claim_from_dict(loads(body)), body)

        return read

    def _held(self, coding: Coding) -> Held:
        document = None if coding.document is None else self.document(coding.document.id)
        parts = [part for part in self._until(None) if document is not None and part.entry.document == document.id]
        fallen, read = self._fallen(None), self._read(None)
        claims = [read(new) for part in parts for new in part.novelty.claims]
        others: dict[str, str | None] = {new.id: new.body for new in claims if new.claim.coder != coding.coder}
        others |= {
            dispute.id: None for part in parts if part.entry.coder != coding.coder for dispute in part.novelty.disputes
        }
        names = {*[new.id for new in claims], *[one.id for part in parts for one in part.novelty.disputes]}
        return Held(
            text=None if document is None else document.text,
            claims=frozenset([new.id for new in claims]),
            disputes=frozenset([one.id for part in self._until(None) for one in part.novelty.disputes]),
            links=frozenset([link_key(link) for link in self.links()]),
            faults=frozenset([fault_key(fault) for fault in self.faults()]),
            uncoded=frozenset(
                [] if document is None else [uncoded_key(document.id, s) for s in self.uncoded(document.id)]
            ),
            of_others={name: body for name, body in others.items() if name not in fallen},
            fallen=frozenset([name for name in names if name in fallen]),
        )


def _is_known(recorded: datetime, known: datetime | None) -> bool:
    return known is None or moment_number(recorded) <= moment_number(known)
