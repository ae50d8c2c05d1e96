"""Which spellings may name one person or place, within a page and across pages.

A match is a proposal with a score and reasons. Nothing is stored and nothing is merged: claims keep the
spelling of their page, and a proposal that does not convince is simply passed over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.actors.authority import Authority
from dragoman.actors.spelling import LEAST_SCORE, NameContext, match_names
from dragoman.answers.citation import Citation, Shelf, distinct
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.polities import resolve_party
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.documents.section import VoiceKind


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a name, as pages have it.

    Attributes:
        text: The name as written, white space made plain.
        party: Identifier of the polity the bearer acts for, or of the entry that bears the name; ``None`` unknown.
        role: Office held, or ``None``.
        is_person: Whether it names a person, not a polity or place.
        citations: Claims that have it, one for each sentence.
    """

    text: str
    party: str | None
    role: str | None
    is_person: bool
    citations: tuple[Citation, ...] = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the spelling as plain JSON values."""
        return {
            "text": self.text,
            "party": self.party,
            "role": self.role,
            "is_person": self.is_person,
            "citations": [citation.to_dict() for citation in self.citations],
        }


@dataclass(frozen=True, slots=True)
class SpellingMatch:
    """A proposal that two spellings name one bearer.

    Attributes:
        left: One spelling.
        right: The other.
        score: From 0 to 1.
        reasons: Why, and why it is or is not certain.
        is_certain: Whether one may take them for one without asking.
    """

    left: Spelling
    right: Spelling
    score: float
    reasons: tuple[str, ...]
    is_certain: bool

    def to_dict(self) -> dict[str, object]:
        """Return the proposal as plain JSON values."""
        return {
            "left": self.left.to_dict(),
            "right": self.right.to_dict(),
            "score": round(self.score, 3),
            "reasons": list(self.reasons),
            "is_certain": self.is_certain,
        }


@dataclass(frozen=True, slots=True)
class SpellingMatches:
    """All proposals of a ledger.

    Attributes:
        of: Identifier of the polity that was asked for, or ``None`` for all.
        horizon: The two times of the question.
        matches: People first, the best of each kind first.
    """

    of: str | None
    horizon: Horizon
    matches: tuple[SpellingMatch, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "matches",
            "of": self.of,
            **self.horizon.to_dict(),
            "matches": [match.to_dict() for match in self.matches],
        }


@dataclass(slots=True)
class _Gathered:
    text: str
    party: str | None
    role: str | None
    is_person: bool
    citations: list[Citation]


def find_matches(
    ledger: Ledger, authority: Authority, of: str | None = None, *, horizon: Horizon = ALL_TIMES
) -> SpellingMatches:
    """Propose which spellings name one person or place.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        of: Only names of those who act for this polity (or of it), in any spelling; ``None`` for all.
        horizon: The moment of knowledge; a name has no day.

    Raises:
        NameUnknownError: Nobody is called ``of``, or several are.
    """
    identifier = None if of is None else resolve_party(authority, of)
    spellings = _gather(Shelf(ledger, horizon.known).find(ClaimQuery(known=horizon.known)))
    by_party: dict[tuple[str, bool], list[Spelling]] = {}
    for spelling in spellings:
        # Only bearers of one polity are compared: it keeps the number of pairs small, and look-alikes apart.
        if spelling.party is not None and identifier in {None, spelling.party}:
            by_party.setdefault((spelling.party, spelling.is_person), []).append(spelling)
    found = (match for group in by_party.values() for match in _match_all(group))
    ranked = sorted(found, key=lambda m: (not m.left.is_person, -m.score, m.left.text))
    return SpellingMatches(identifier, horizon, tuple(ranked))


def _gather(citations: Iterable[Citation]) -> tuple[Spelling, ...]:
    gathered: dict[tuple[str, str | None], _Gathered] = {}
    for citation in citations:
        for text, party, role, is_person in _names_in(citation.claim):
            held = gathered.setdefault((text, party), _Gathered(text, party, role, is_person, []))
            held.role = held.role or role
            held.citations.append(citation)
    return tuple(
        Spelling(held.text, held.party, held.role, held.is_person, distinct(held.citations))
        for held in gathered.values()
    )


def _names_in(claim: Claim) -> Iterator[tuple[str, str | None, str | None, bool]]:
    for participant in (*claim.actors, *claim.recipients):
        if participant.person is not None:
            yield _plain(participant.person), participant.id, participant.role, True
        elif claim.kind is ClaimKind.NAME and claim.measure is not None:
            yield _plain(str(claim.measure.value)), participant.id, None, False
    for hop in claim.chain[1:]:
        if hop.kind is VoiceKind.PERSON:
            yield _plain(hop.source), hop.id, hop.role, True


def _plain(text: str) -> str:
    return " ".join(text.split())


def _match_all(spellings: Iterable[Spelling]) -> Iterator[SpellingMatch]:
    for left, right in combinations(sorted(spellings, key=lambda s: s.text), 2):
        if left.text.casefold() == right.text.casefold():
            continue
        entries = (None, None) if left.is_person else (left.party, right.party)
        context = NameContext((left.party, right.party), (left.role, right.role), (None, None), entries)
        proposal = match_names(left.text, right.text, context)
        if proposal.score >= LEAST_SCORE:
            yield SpellingMatch(left, right, proposal.score, proposal.reasons, proposal.is_certain)
