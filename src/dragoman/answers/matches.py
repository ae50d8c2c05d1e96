"""Which spellings may name one person or place, within a page and across pages.

A match is a proposal with a score and reasons. Nothing is stored and nothing is merged: claims keep the
spelling of their page, and a proposal that does not convince is simply passed over.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.actors.authority import Authority
from dragoman.actors.romanisation import latin_words
from dragoman.actors.spelling import LEAST_SCORE, NameContext, NameMatchProposal, match_names
from dragoman.answers.candidates import candidate_pairs
from dragoman.answers.citation import Shelf
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.polities import resolve_party
from dragoman.answers.spellings import Spelling, gather_spellings
from dragoman.claims.judgement import ABOUT_NAMES, HeldJudgement
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty
from dragoman.errors import NameUnknownError

_CAREER = 40
"""Years through which one person may be in the news: spellings further apart are not of one person."""


@dataclass(frozen=True, slots=True)
class SpellingMatch:
    """A proposal that two spellings name one bearer.

    Attributes:
        left: One spelling.
        right: The other.
        score: From 0 to 1.
        reasons: Why they may be one.
        doubt: Why this is not certain; ``""`` where one may take them for one without asking.
        rulings: What reviewers ruled on the two, in the order of recording; the last one holds.
    """

    left: Spelling
    right: Spelling
    score: float
    reasons: tuple[str, ...]
    doubt: str = ""
    rulings: tuple[HeldJudgement, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether one may take them for one without asking."""
        return not self.doubt

    @property
    def party(self) -> str | None:
        """For whom the bearer acts, or the entry that bears both names, as far as a page says."""
        return self.left.party or self.right.party

    @property
    def shares_page(self) -> bool:
        """Whether one page has both spellings."""
        return bool(self.left.pages & self.right.pages)

    def to_dict(self) -> dict[str, object]:
        """Return the proposal as plain JSON values."""
        return {
            "left": self.left.to_dict(),
            "right": self.right.to_dict(),
            "score": round(self.score, 3),
            "reasons": list(self.reasons),
            "is_certain": self.is_certain,
            "doubt": self.doubt,
            "shares_page": self.shares_page,
            "rulings": [held.to_dict() for held in self.rulings],
        }


@dataclass(frozen=True, slots=True)
class SpellingMatches:
    """All proposals of a ledger.

    Attributes:
        of: Identifier of the polity, or the name in the ledger, that was asked for; ``None`` for all.
        horizon: The two times of the question.
        matches: People first, the best of each kind first.
        rulings: What reviewers ruled on names that are asked for, in the order of recording: which are one, and which
            are not. Names that were merged are read as one, so that nothing proposes them any more.
    """

    of: str | None
    horizon: Horizon
    matches: tuple[SpellingMatch, ...]
    rulings: tuple[HeldJudgement, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "matches",
            "of": self.of,
            **self.horizon.times(),
            "matches": [match.to_dict() for match in self.matches],
            "rulings": [held.to_dict() for held in self.rulings],
        }


def find_matches(
    ledger: Ledger, authority: Authority, of: str | None = None, *, horizon: Horizon = ALL_TIMES
) -> SpellingMatches:
    """Propose which spellings name one person or place.

    People of two polities are not compared, nor names of two entries: only bearers of one polity, and
    people of whom no page says for whom they act.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        of: A polity in any spelling: those who act for it, and its own names; or a name as some page has it,
            or nearly. ``None`` for all.
        horizon: The two times: claims of what had not happened by then are left out.

    Raises:
        NameUnknownError: Nobody is called ``of``, or several polities are.
    """
    shelf = Shelf(ledger, horizon.known)
    citations = (
        citation
        for citation in shelf.find(ClaimQuery(known=horizon.known))
        if horizon.happened(citation.claim, citation.page.published) is not Certainty.NO
    )
    spellings = gather_spellings(citations, authority)
    asked, wanted = _asked_for(authority, spellings, of)
    pairs = ((spellings[a], spellings[b]) for a, b in _pairs(spellings) if a in wanted or b in wanted)
    ruled = tuple(held for held in ledger.judgements(horizon.known) if held.judgement.ruling in ABOUT_NAMES)
    compared = (match for match in (_compare(left, right) for left, right in pairs) if match is not None)
    matches = [replace(match, rulings=_rulings_on(ruled, match)) for match in compared]
    ranked = sorted(matches, key=lambda m: (not m.left.is_person, -m.score, m.left.text, m.right.text))
    called = {_folded(spellings[place].text) for place in wanted}
    return SpellingMatches(asked, horizon, tuple(ranked), _rulings_about(ruled, None if of is None else called, of))


def _rulings_on(ruled: Iterable[HeldJudgement], match: SpellingMatch) -> tuple[HeldJudgement, ...]:
    both = {_folded(match.left.text), _folded(match.right.text)}
    return tuple(held for held in ruled if both <= _names_of(held))


def _rulings_about(
    ruled: Iterable[HeldJudgement], called: AbstractSet[str] | None, of: str | None
) -> tuple[HeldJudgement, ...]:
    """Return the rulings on any of some names, or all where none is asked for."""
    if called is None or of is None:
        return tuple(ruled)
    return tuple(held for held in ruled if _names_of(held) & {*called, _folded(of)})


def _names_of(held: HeldJudgement) -> AbstractSet[str]:
    return {_folded(name) for name in (held.judgement.subject, *held.judgement.others)}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _asked_for(
    authority: Authority, spellings: Sequence[Spelling], of: str | None
) -> tuple[str | None, frozenset[int]]:
    """Return what is asked for, and the places of the spellings that it means."""
    if of is None:
        return None, frozenset(range(len(spellings)))
    if authority.resolve_name(of).ids:
        party = resolve_party(authority, of)
        return party, frozenset(place for place, held in enumerate(spellings) if held.party == party)
    called = frozenset(place for place, held in enumerate(spellings) if _is_called(held, of))
    if not called:
        nearest = tuple(f"{one.id} ({one.name})" for one in authority.propose(of))
        raise NameUnknownError("polity, organisation or name in the ledger", of, nearest)
    return of, called


def _is_called(spelling: Spelling, name: str) -> bool:
    asked = set(latin_words(name))
    is_part = bool(asked) and asked <= set(latin_words(spelling.text))
    return is_part or match_names(name, spelling.text).score >= LEAST_SCORE


def _pairs(spellings: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Yield the places of two spellings that are worth comparing."""
    people = [place for place, held in enumerate(spellings) if held.is_person]
    loose = [place for place, held in enumerate(spellings) if not held.is_person and held.party is None]
    for group in (people, loose):
        for a, b in candidate_pairs([spellings[place].text for place in group]):
            yield group[a], group[b]
    entries: dict[tuple[object, ...], list[int]] = {}
    for place, held in enumerate(spellings):
        if held.form is not None:
            entries.setdefault((held.party, held.form), []).append(place)
    for group in entries.values():
        yield from combinations(group, 2)


def _compare(left: Spelling, right: Spelling) -> SpellingMatch | None:
    if left.is_person and None not in {left.party, right.party} and left.party != right.party:
        return None
    # "Kosovo" and "Republic of Kosovo" are two names of one entry, not two spellings of one name.
    if match_names(left.text, right.text).score < LEAST_SCORE:
        return None
    context = _context(left, right)
    proposal = match_names(left.text, right.text, context)
    doubt = _doubt(proposal, context) if left.is_person else _doubt_of_place(proposal)
    first, second = sorted((left, right), key=lambda spelling: (spelling.text, spelling.party is None))
    return SpellingMatch(first, second, proposal.score, proposal.reasons, doubt)


def _context(left: Spelling, right: Spelling) -> NameContext:
    if not left.is_person:
        return NameContext(entries=(left.party, right.party))
    shared = next((role for role in left.roles if role in right.roles), None)
    offices = (shared, shared) if shared else (next(iter(left.roles), None), next(iter(right.roles), None))
    return NameContext((left.party, right.party), offices, (_active(left), _active(right)))


def _active(spelling: Spelling) -> tuple[int, int] | None:
    """Return the years in which the bearer may be in the news: those of the pages, and a career after them."""
    return None if spelling.years is None else (spelling.years[0], spelling.years[1] + _CAREER)


def _doubt(proposal: NameMatchProposal, context: NameContext) -> str:
    """Say why two names of people are not certain to be one person's; ``""`` where they are.

    The very same name is another person's often enough ("King Mohammed"), where nothing beside it agrees.
    """
    is_borne_out = context.has_same_polity or context.has_same_office
    if proposal.is_certain and is_borne_out:
        return ""
    if context.is_contradicted:
        return f"the years of the pages lie more than {_CAREER} apart"
    if None in context.polities:
        return "of one of them no page says for whom he or she acts"
    if not context.has_same_office:
        return "no page gives both the same office"
    return "names so near are often two people's"


def _doubt_of_place(proposal: NameMatchProposal) -> str:
    return "" if proposal.is_certain else "no entry of the authority file bears both names"
