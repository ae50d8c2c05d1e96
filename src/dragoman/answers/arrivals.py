"""Disputes that arriving documents open: with each other, and with what was held before.

Only what concerns the same polities is compared, so that a report is looked at as quickly in a large ledger as in a
small one.
"""

from collections.abc import Collection, Iterator

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf, distinct
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.horizon import ALL_TIMES
from dragoman.answers.recognition import RECOGNITION_MODES
from dragoman.claims.claim import Claim
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.documents.document import DocumentId

MOST_PAIRS = 200
"""Pairs of polities about which claims are read; a run that brings more is too large to be told of at its end."""


def find_arrivals(ledger: Ledger, authority: Authority, documents: Collection[DocumentId]) -> tuple[Contest, ...]:
    """Return the real disputes in which a claim of some documents stands.

    Args:
        ledger: Where the claims are held, those of the documents too.
        authority: Names.
        documents: Those that have arrived.
    """
    shelf = Shelf(ledger, None)
    arrived = tuple(c for document in documents for c in shelf.find(ClaimQuery(document=document)))
    about = distinct((*arrived, *_neighbours(shelf, arrived)))
    own = {citation.claim.id for citation in arrived}
    found = contests_about(ledger, about, ALL_TIMES, authority=authority)
    return tuple(contest for contest in found if contest.is_real and contest.claim_ids & own)


def _neighbours(shelf: Shelf, arrived: Collection[Citation]) -> Iterator[Citation]:
    """Yield the claims that may clash: about the same two, and for recognitions about whom is recognised."""
    pairs = dict.fromkeys(pair for citation in arrived for pair in _pairs(citation.claim))
    for pair in list(pairs)[:MOST_PAIRS]:
        yield from shelf.find(ClaimQuery(pair=pair))
    recognised = dict.fromkeys(
        side.id
        for citation in arrived
        if citation.claim.mode in RECOGNITION_MODES
        for side in citation.claim.recipients
    )
    for one in recognised:
        yield from shelf.find(ClaimQuery(recipient=one, modes=tuple(sorted(RECOGNITION_MODES))))


def _pairs(claim: Claim) -> Iterator[tuple[str, str]]:
    names = sorted({side.id for side in (*claim.actors, *claim.recipients) if side.is_known})
    yield from ((one, other) for place, one in enumerate(names) for other in names[place + 1 :])
