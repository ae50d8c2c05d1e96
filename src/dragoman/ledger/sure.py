"""A ledger seen as if it held only the claims that are sure enough; nothing is deleted.

Every answer takes a ledger, so that a least confidence holds for all of them alike.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Self

from dragoman.claims.claim import ClaimId
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind, HeldDecision
from dragoman.claims.dispute import Dispute
from dragoman.claims.judgement import HeldJudgement, Judgement
from dragoman.claims.ledger import ALL_CLAIMS, ClaimQuery, DocumentTally, Entry, HeldClaim, Ledger, TextMatch
from dragoman.claims.verification import Verification
from dragoman.documents.card import DocumentCard
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.documents.words import Phrase


def at_least(ledger: Ledger, confidence: float) -> Ledger:
    """Return a view of a ledger with the claims of at least this confidence.

    Disputes in which a claim that is left out takes part are left out, too. A claim that is asked for by
    its identifier is given in any case.

    Args:
        ledger: The ledger.
        confidence: Probability that a claim is right, 0 to 1.
    """
    return SureLedger(ledger, confidence) if confidence > 0 else ledger


class SureLedger:
    """A ledger behind which claims below a confidence are not seen.

    Args:
        ledger: The ledger.
        confidence: Least confidence of the claims that are seen.
    """

    def __init__(self, ledger: Ledger, confidence: float) -> None:
        self._ledger = ledger
        self._least = confidence

    @property
    def address(self) -> str:
        """Path or URL of the ledger behind it."""
        return self._ledger.address

    def claims(self, query: ClaimQuery = ALL_CLAIMS) -> Iterator[HeldClaim]:
        """Yield the claims that meet a query and are sure enough."""
        return (held for held in self._ledger.claims(query) if held.claim.confidence >= self._least)

    def disputes(
        self, known: datetime | None = None, *, claims: Collection[ClaimId] | None = None
    ) -> Iterator[Dispute]:
        """Yield the recorded disputes between claims that are sure enough."""
        found = self._ledger.disputes(known, claims=claims)
        return (one for one in found if all(map(self._is_sure, (*one.left, *one.right))))

    def _is_sure(self, claim: ClaimId) -> bool:
        held = self._ledger.claim(claim)
        return held is not None and held.claim.confidence >= self._least

    def add(self, coding: Coding, *, by: str, why: str = "", run: int | None = None) -> Entry | None:
        """Record a coding in the ledger behind it, whole."""
        return self._ledger.add(coding, by=by, why=why, run=run)

    def decide(self, decision: Decision, *, by: str, why: str = "") -> Entry:
        """Record a decision in the ledger behind it."""
        return self._ledger.decide(decision, by=by, why=why)

    def decisions(self, known: datetime | None = None, *, kinds: tuple[EntryKind, ...] = ()) -> Iterator[HeldDecision]:
        """Yield the decisions of some kinds, or of all."""
        return self._ledger.decisions(known, kinds=kinds)

    def judge(self, judgement: Judgement) -> Entry:
        """Record a judgement in the ledger behind it."""
        return self._ledger.judge(judgement)

    def judgements(self, known: datetime | None = None) -> Iterator[HeldJudgement]:
        """Yield the judgements and matches of names."""
        return self._ledger.judgements(known)

    def add_all(
        self, codings: Iterable[Coding], *, by: str, why: str = "", run: int | None = None
    ) -> tuple[Entry | None, ...]:
        """Record several codings in the ledger behind it, whole."""
        return self._ledger.add_all(codings, by=by, why=why, run=run)

    def document(self, document: DocumentId) -> Document | None:
        """Return one document."""
        return self._ledger.document(document)

    def documents(self, known: datetime | None = None) -> Iterator[Document]:
        """Yield all documents."""
        return self._ledger.documents(known)

    def cards(
        self, documents: Collection[DocumentId] | None = None, known: datetime | None = None
    ) -> Iterator[DocumentCard]:
        """Yield the cards of documents."""
        return self._ledger.cards(documents, known)

    def near(self, bands: Collection[str]) -> Iterator[Document]:
        """Yield the documents that may be near-duplicates of a text."""
        return self._ledger.near(bands)

    def tallies(self, known: datetime | None = None) -> Iterator[DocumentTally]:
        """Yield how much is held of each document, counting the claims that are sure enough."""
        counts = Counter(held.claim.document for held in self.claims(ClaimQuery(known=known)))
        return (replace(one, claims=counts[one.document]) for one in self._ledger.tallies(known))

    def search(
        self, phrases: Sequence[Phrase], *, language: str | None = None, known: datetime | None = None
    ) -> Iterator[TextMatch]:
        """Yield the documents whose text has all of some phrases."""
        return self._ledger.search(phrases, language=language, known=known)

    def claim(self, claim: ClaimId, known: datetime | None = None) -> HeldClaim | None:
        """Return one claim, however sure it is."""
        return self._ledger.claim(claim, known)

    def links(
        self,
        known: datetime | None = None,
        *,
        sources: Collection[DocumentId] | None = None,
        targets: Collection[DocumentId] | None = None,
    ) -> Iterator[DocumentLink]:
        """Yield the links between documents."""
        return self._ledger.links(known, sources=sources, targets=targets)

    def uncoded(self, document: DocumentId) -> Iterator[Uncoded]:
        """Yield the stretches of a document in languages without a coder."""
        return self._ledger.uncoded(document)

    def faults(self, known: datetime | None = None) -> Iterator[Fault]:
        """Yield the recorded faults."""
        return self._ledger.faults(known)

    def entries(self, known: datetime | None = None) -> Iterator[Entry]:
        """Yield all entries."""
        return self._ledger.entries(known)

    def head(self) -> Entry | None:
        """Return the last entry."""
        return self._ledger.head()

    def verify(self, expected: str | None = None) -> Verification:
        """Check the ledger behind it."""
        return self._ledger.verify(expected)

    def close(self) -> None:
        """Release the ledger behind it."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
