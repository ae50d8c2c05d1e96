"""What is to be reviewed: claims by how unsure they are or whether they are disputed, and of whom."""

from collections import deque
from dataclasses import dataclass
from urllib.parse import urlencode

from dragoman.answers.citation import Citation
from dragoman.api import ClaimConditions, disputes, list_claims
from dragoman.claims.claim import ClaimId, ClaimKind
from dragoman.claims.ledger import Ledger
from dragoman.evaluation.reviewed import TWO, Rulings

UNCERTAINTY = "uncertainty"
DISPUTE = "dispute"
ORDERS = (UNCERTAINTY, DISPUTE)
NEWEST = 100
"""Documents that are looked at where nobody in particular is asked for: those recorded last."""

MOST = 2000
"""Claims of them."""


@dataclass(frozen=True, slots=True)
class QueueAsked:
    """Which claims are to be reviewed, as it stands in the address.

    Attributes:
        order: ``uncertainty``: the least sure first; ``dispute``: those that stand in a dispute first.
        of: Only claims in which this polity takes part; ``""`` for the documents recorded last.
        after: Identifier of a claim that is passed over with all before it, or ``""``.
    """

    order: str = UNCERTAINTY
    of: str = ""
    after: str = ""

    def at(self, path: str, **more: str) -> str:
        """Return an address with these conditions in it."""
        query = {"order": self.order, "of": self.of, "after": self.after, **more}
        return f"{path}?{urlencode({name: value for name, value in query.items() if value})}"


def read_queue_asked(order: str = UNCERTAINTY, of: str = "", after: str = "") -> QueueAsked:
    """Read from the query of an address which claims are to be reviewed."""
    return QueueAsked(order if order in ORDERS else UNCERTAINTY, of.strip(), after)


def find_queue(ledger: Ledger, rulings: Rulings, asked: QueueAsked, reviewer: str) -> tuple[Citation, ...]:
    """Return the claims that somebody may review, in the order in which they should be.

    Those that wait for a second reviewer come first. Claims that the reviewer, or two others, have ruled on are left
    out, and so are names that speakers use.

    Args:
        ledger: Where they are held.
        rulings: What was ruled.
        asked: Which claims.
        reviewer: Who asks.

    Raises:
        NameUnknownError: The polity is unknown.
    """
    found = [c for c in _candidates(ledger, asked.of) if c.superseded is None and c.claim.kind is not ClaimKind.NAME]
    waiting = [c for c in found if _is_waiting(rulings, c.claim.id, reviewer)]
    disputed = _disputed(ledger, asked, waiting) if asked.order == DISPUTE else frozenset()
    waiting.sort(
        key=lambda c: (c.claim.id not in disputed, -len(rulings.get(c.claim.id, ())), c.claim.confidence, c.claim.id)
    )
    places = [number for number, c in enumerate(waiting, start=1) if c.claim.id == asked.after]
    return tuple(waiting[places[0] :] if places else waiting)


def _is_waiting(rulings: Rulings, claim: ClaimId, reviewer: str) -> bool:
    own = rulings.get(claim, ())
    return len(own) < TWO and all(held.judgement.reviewer != reviewer for held in own)


def _candidates(ledger: Ledger, of: str) -> list[Citation]:
    if of:
        return list(list_claims(ledger, conditions=ClaimConditions(participant=of)).citations)
    entries = deque((entry.document for entry in ledger.entries() if entry.document), maxlen=NEWEST)
    found: list[Citation] = []
    for document in dict.fromkeys(reversed(entries)):
        found += list_claims(ledger, conditions=ClaimConditions(document=document)).citations
        if len(found) >= MOST:
            break
    return found


def _disputed(ledger: Ledger, asked: QueueAsked, waiting: list[Citation]) -> frozenset[ClaimId]:
    ids = frozenset(citation.claim.id for citation in waiting)
    recorded = {claim for one in ledger.disputes(claims=ids) for claim in (*one.left, *one.right)}
    if asked.of:
        contests = disputes(ledger, of=asked.of).contests
        recorded |= {claim for contest in contests if contest.is_real for claim in contest.claim_ids}
    return ids & recorded
