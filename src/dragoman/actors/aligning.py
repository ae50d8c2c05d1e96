"""Names that the gazetteer has found in a document's text, handed to the sentences they stand in."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.actors.dictionary import Stretch
from dragoman.actors.entity import Entity
from dragoman.actors.gazetteer import NameMatch
from dragoman.actors.naming import EntryKind, NameInSentence, Party
from dragoman.actors.polity import Polity
from dragoman.language.sentence import Sentence

_AGAINST = frozenset({"anti", "pro", "non", "un", "ex", "post", "pre"})
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_HYPHENS = frozenset({"-", "‐", "‑"})


@dataclass(frozen=True, slots=True)
class ListedName:
    """Whom a listed name stands for in one sentence.

    Attributes:
        party: Whom; ``None`` for nobody.
        place: Where the dictionary says so.
        is_person: Whether it says that it is a person.
    """

    party: Party | None
    place: str
    is_person: bool | None = None


@dataclass(frozen=True, slots=True)
class SpokenDays:
    """The days of which a document speaks.

    Attributes:
        page: The day of the page, or ``None``.
        by_sentence: By the offset at which a sentence begins, the days that it names.
    """

    page: Stretch | None = None
    by_sentence: Mapping[int, Sequence[Stretch]] = field(default_factory=dict)


NO_DAYS = SpokenDays()


def names_finder(
    matches: Iterable[NameMatch], authority: Authority, days: SpokenDays = NO_DAYS
) -> Callable[[Sentence], tuple[NameInSentence, ...]]:
    """Make the function that gives the names of each sentence of one document.

    Names that the text leaves open between several entries are left out: nobody is better
    than the wrong one. So are names behind "anti-" and "pro-", and names that begin or end
    inside a token ("US$").

    Args:
        matches: What the gazetteer found in the whole text, in order.
        authority: Knows the entries.
        days: The days that say which role of a user's dictionary holds.

    Returns:
        A function from a sentence of that document to its names, in order.
    """
    settled = [match for match in matches if match.id is not None or match.listed]
    starts = [match.span.start for match in settled]
    named = frozenset(match.id for match in settled if match.id is not None and not match.listed)

    def find(sentence: Sentence) -> tuple[NameInSentence, ...]:
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end)
        found: list[NameInSentence] = []
        for match in settled[first:last]:
            place = _place(sentence, match)
            if place is not None:
                found.extend(_name(match, place, authority, _role(match, sentence, days, named)))
        return tuple(found)

    return find


def _place(sentence: Sentence, match: NameMatch) -> tuple[int, int] | None:
    """Return the first token of a name and the one after it, or ``None`` where it is none in this sentence."""
    tokens = sentence.tokens
    first = bisect_left(tokens, match.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, match.span.end, key=lambda token: token.end)
    if first > last or last >= len(tokens):
        return None
    if tokens[first].start != match.span.start or tokens[last].end != match.span.end:
        return None
    if first > 1 and tokens[first - 1].text in _HYPHENS and tokens[first - 2].text.lower() in _AGAINST:
        return None
    return first, last + 1


def _name(
    match: NameMatch, place: tuple[int, int], authority: Authority, role: ListedName | None
) -> Iterator[NameInSentence]:
    """Yield the name of the dictionary's actor, where one of its roles holds, or else that of the entry."""
    entity = authority.find(match.id or "") if role is None else None
    party = party_of(entity, authority) if entity is not None else role.party if role is not None else None
    if party is None:
        return
    polity = authority.find(party.id)
    is_contested = isinstance(polity, Polity) and polity.is_contested
    listed, is_person = ("", None) if role is None else (role.place, role.is_person)
    yield NameInSentence(*place, party, match.form, is_contested, listed, is_person)


def _role(match: NameMatch, sentence: Sentence, days: SpokenDays, named: frozenset[str]) -> ListedName | None:
    """Return the dictionary's role that holds in a sentence; a name of two actors is one whom the page names, too."""
    spoken = days.by_sentence.get(sentence.start, ())
    held = [(actor, actor.role_on(spoken, days.page)) for actor in match.listed]
    roles = {role.party: (actor, role) for actor, role in held if role is not None}
    if len(roles) > 1:
        roles = {party: held for party, held in roles.items() if party is not None and party.id in named}
        if len(roles) != 1:
            return ListedName(None, "")
    for actor, role in roles.values():
        return ListedName(role.party, role.place, actor.is_person)
    return None


def party_of(entity: Entity, authority: Authority) -> Party:
    """Return for whom an entry acts: a party or an institution for its polity, every other entry for itself."""
    if entity.part_of is not None:  # an organ acts for its organisation
        entity = authority.entity(entity.part_of)
    is_institution = entity.kind is EntryKind.GROUP and entity.sector in _OF_STATE
    if entity.home is not None and (entity.kind is EntryKind.PARTY or is_institution):
        return Party(entity.home, authority.name_of(entity.home), entity.sector or "PTY")
    return Party(entity.id, entity.name, entity.sector, entity.kind)
