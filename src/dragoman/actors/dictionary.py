"""A user's own dictionary of actors: names that go before those of the authority file.

A name may stand for different parties at different times: a minister's for her government while she is
in office, and for a former official afterwards. So a listed name has *roles* with days, and which of
them holds is asked with the days that a sentence speaks of, or else with the day of its page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ahocorasick_rs import AhoCorasick

from dragoman.actors.folding import level_text
from dragoman.actors.naming import Party


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of which a text speaks.

    Attributes:
        first: First day that may be meant, or ``None`` where it has no beginning.
        last: Last day that may be meant, itself inside, or ``None`` where it is open.
    """

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class ListedRole:
    """Whom a listed name stands for through some days.

    Attributes:
        party: Whom; ``None`` says that it stands for nobody then.
        place: Where the dictionary says so ("mine.csv, line 7").
        first: First day, or ``None`` without a beginning.
        last: Last day, itself inside, or ``None`` without an end.
    """

    party: Party | None
    place: str
    first: date | None = None
    last: date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it holds through some days only."""
        return self.first is not None or self.last is not None

    def covers(self, days: Stretch) -> bool:
        """Tell whether it holds through all of some days."""
        begins = self.first is None or (days.first is not None and self.first <= days.first)
        ends = self.last is None or (days.last is not None and days.last <= self.last)
        return begins and ends


@dataclass(frozen=True, slots=True)
class ListedActor:
    """One name of a dictionary with all its roles.

    Attributes:
        name: The name, with single blanks.
        roles: Whom it stands for; dated roles go before one that always holds.
        is_cased: Whether capitals are as in texts; a dictionary in capitals alone does not tell.
        is_person: Whether it names a person; ``None`` where the dictionary does not say.
        takes_plural: Whether an "s" or "es" may follow.
    """

    name: str
    roles: tuple[ListedRole, ...]
    is_cased: bool = True
    is_person: bool | None = None
    takes_plural: bool = False

    def role_on(self, days: Sequence[Stretch], page: Stretch | None = None) -> ListedRole | None:
        """Return the role that holds.

        Args:
            days: The days that the sentence speaks of, as far as they are known.
            page: The day of the page, or ``None``.

        Returns:
            The role through the days of the sentence where they agree, else that on the day of the page.
            Where no day is known, the role that always holds, or, without its sector, what all roles have in
            common. ``None`` when none holds.
        """
        found = {self._role_through(stretch) for stretch in days}
        if len(found) == 1:
            return found.pop()
        if page is not None:
            return self._role_through(page)
        return next((role for role in self.roles if not role.is_dated), None) or self._common_role()

    def _role_through(self, days: Stretch) -> ListedRole | None:
        dated = (role for role in self.roles if role.is_dated and role.covers(days))
        return next(dated, None) or next((role for role in self.roles if not role.is_dated), None)

    def _common_role(self) -> ListedRole | None:
        parties = {None if role.party is None else replace(role.party, sector=None) for role in self.roles}
        if len(parties) != 1:
            return None
        sectors = {role.party.sector for role in self.roles if role.party is not None}
        party = parties.pop()
        common = sectors.pop() if len(sectors) == 1 else None
        return ListedRole(None if party is None else party.acting_as(common), self.roles[0].place)


@dataclass(frozen=True, slots=True)
class ListedHit:
    """A listed name in a text.

    Attributes:
        start: Its first code point.
        end: The code point after it.
        actors: Those who bear it: several where the dictionary lists one name more than once.
    """

    start: int
    end: int
    actors: tuple[ListedActor, ...]


class ActorDictionary:
    """Names with their roles, looked for in a text all at once.

    Args:
        actors: The names.
    """

    __slots__ = ("_automaton", "_bearers", "actors")

    def __init__(self, actors: Iterable[ListedActor] = ()) -> None:
        self.actors = tuple(actors)
        by_key: dict[str, list[ListedActor]] = {}
        for actor in self.actors:
            for key in _keys(actor):
                by_key.setdefault(key, []).append(actor)
        self._bearers = tuple(tuple(bearers) for bearers in by_key.values())
        self._automaton = AhoCorasick(list(by_key))

    def __len__(self) -> int:
        return len(self.actors)

    def find_hits(self, levelled: str) -> Iterator[ListedHit]:
        """Yield the listed names in a levelled text; they may overlap.

        Args:
            levelled: What :func:`dragoman.actors.folding.level_text` makes of a text.
        """
        if not self.actors:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(_lowered(levelled), overlapping=True):
            if levelled[start - 1 : start].isalnum() or levelled[end : end + 1].isalnum():
                continue
            written = levelled[start:end]
            actors = tuple(actor for actor in self._bearers[index] if _is_written(actor, written))
            if actors:
                yield ListedHit(start, end, actors)


_SHORTEST_CAPITALS = 4
NO_DICTIONARY = ActorDictionary()


def _keys(actor: ListedActor) -> tuple[str, ...]:
    key = _lowered(level_text(actor.name))
    return (key, key + "s", key + "es") if actor.takes_plural else (key,)


def _lowered(text: str) -> str:
    """Return a text in lower case with the same offsets: letters that would become two stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_written(actor: ListedActor, written: str) -> bool:
    """Tell whether words are written as the name is: "Turkey", not "turkey"; headlines in capitals count too."""
    if actor.is_cased:
        name = level_text(actor.name)
        return written == name or (written == name.upper() and len(name) >= _SHORTEST_CAPITALS)
    if len(written) < _SHORTEST_CAPITALS:
        return written.isupper()  # "US", not "us" or "Us"
    words = written.replace("-", " ").split()
    return words[0][:1].isupper() and words[-1][:1].isupper()
