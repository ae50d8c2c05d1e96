"""Which other claims say the same as one, down to the sources they go back to.

Two claims say the same when kind, topic and sides agree and their dates go together. The tree has
an origin at each root: ten pages that retell one agency hang on one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from dragoman.answers.citation import Citation, Page, Shelf, distinct
from dragoman.answers.dating import interval_of
from dragoman.answers.hearing import Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.origin import Origin, find_links, find_origins
from dragoman.answers.wording import sentence_of
from dragoman.claims.assertion import DONE, Assertion, find_assertions
from dragoman.claims.claim import Claim, ClaimId, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.documents.link import DocumentLink
from dragoman.errors import NameUnknownError

MOST_PAIRS = 12
"""Pairs of one claim that are looked up each by itself; of more, all claims about the first side are read."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """How one page stands to another.

    Attributes:
        link: The link with its evidence.
        source: The page that retells.
        target: The page that is retold, or ``None`` where it is not held.
    """

    link: DocumentLink
    source: Page
    target: Page | None

    def to_dict(self) -> dict[str, object]:
        """Return the link as plain JSON values."""
        return {
            "kind": self.link.kind.value,
            "source": self.source.to_dict(),
            "target": self.target and self.target.to_dict(),
            "target_name": self.link.target_name,
            "evidence": self.link.reason,
        }


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What stands behind a claim.

    Attributes:
        citation: The claim asked about.
        sentence: What it says, in Dragoman's own words.
        horizon: The two times of the question.
        origins: Sources behind it and all claims that say the same.
        against: Claims that say that it did not happen or is not so.
        left_out: What the policy leaves out, with the reasons.
        links: How the pages stand to each other, each with its evidence.
    """

    citation: Citation
    sentence: str
    horizon: Horizon
    origins: tuple[Origin, ...]
    against: tuple[Citation, ...] = field(default=(), repr=False)
    left_out: tuple[Objection, ...] = field(default=(), repr=False)
    links: tuple[PageLink, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "corroboration",
            "claim": self.citation.to_dict(),
            "sentence": self.sentence,
            **self.horizon.to_dict(),
            "origins": [
                {**origin.to_dict(), "citations": [citation.to_dict() for citation in origin.citations]}
                for origin in self.origins
            ],
            "against": [citation.to_dict() for citation in self.against],
            "left_out": [one.to_dict() for one in self.left_out],
            "links": [link.to_dict() for link in self.links],
        }


def find_corroboration(ledger: Ledger, claim: str, *, horizon: Horizon = ALL_TIMES) -> Corroboration:
    """Find what stands behind a claim.

    Args:
        ledger: Where the claims are held.
        claim: Identifier of a claim, or a beginning of at least 6 characters.
        horizon: The moment of knowledge.

    Raises:
        NameUnknownError: There is no such claim, or several begin so.
    """
    held = ledger.claim(ClaimId(claim), horizon.known)
    if held is None or (horizon.known is not None and held.recorded > horizon.known):
        raise NameUnknownError("claim", claim)
    shelf = Shelf(ledger, horizon.known)
    asked = shelf.cite(held)
    around = distinct(c for query in _queries(held.claim, horizon) for c in shelf.find(query))
    hearing = hear(ledger, [c for c in around if _say_the_same(asked, c)], horizon, alone=True)
    same = hearing.heard
    links = find_links(ledger, same, horizon.known)
    return Corroboration(
        citation=asked,
        sentence=sentence_of(held.claim),
        horizon=horizon,
        origins=find_origins([c for c in same if c.claim.negated is held.claim.negated], links),
        against=tuple(c for c in same if c.claim.negated is not held.claim.negated),
        left_out=hearing.left_out,
        links=tuple(PageLink(link, shelf.page(link.source), _target(shelf, link)) for link in links),
    )


def _queries(claim: Claim, horizon: Horizon) -> Iterator[ClaimQuery]:
    """Yield the queries for the claims that may say the same: about the same two, or about the same one."""
    plain = ClaimQuery(kinds=(claim.kind,), known=horizon.known)
    if claim.kind is ClaimKind.EVENT and claim.own_mode is not None:
        plain = replace(plain, modes=(claim.own_mode,))
    actors, recipients = ([p.id for p in side if p.is_known] for side in (claim.actors, claim.recipients))
    pairs = set(product(actors, recipients)) | set(combinations(actors, 2))
    pairs = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    sides = (*recipients, *actors)
    if 0 < len(pairs) <= MOST_PAIRS:
        yield from (replace(plain, pair=pair) for pair in sorted(pairs))
    else:
        yield replace(plain, participant=sides[0] if sides else None)


def _target(shelf: Shelf, link: DocumentLink) -> Page | None:
    return None if link.target is None else shelf.page(link.target)


def _say_the_same(one: Citation, other: Citation) -> bool:
    if one.claim.id == other.claim.id:
        return True
    if one.claim.status is not other.claim.status and not {one.claim.status, other.claim.status} <= DONE:
        return False
    if not _keys(one) & _keys(other):
        return False
    left, right = interval_of(one), interval_of(other)
    return left is None or right is None or left.overlaps(right)


def _keys(citation: Citation) -> set[tuple[object, ...]]:
    claim = citation.claim
    value = (
        None
        if claim.kind is ClaimKind.EVENT or claim.measure is None
        else (claim.measure.value, claim.measure.unit, claim.measure.of)
    )
    return {(assertion.key, value) for assertion in _assertions([citation])}


def _assertions(citations: Iterable[Citation]) -> Iterable[Assertion]:
    return find_assertions([c.claim for c in citations], *ClaimKind)
