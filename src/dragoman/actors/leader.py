"""Leaders whom news names without their state: "President X", in a year in which one X was a president.

Whom a text introduces itself (:mod:`dragoman.actors.people`) needs no table. A name counts here only with an office
that fits, or in full, and only if all who bear it led the same polity.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.actors.naming import Party
from dragoman.actors.people import FAMILY_NAME_FIRST
from dragoman.actors.romanisation import latin_words

_MONARCHS = frozenset("king queen emperor emir sultan shah pope prince".split())
_ANY_OFFICE = frozenset("leader ruler dictator strongman".split())
_ALIKE = {"premier": "prime minister", "chief": "secretary-general", "head": "leader", "secretary": "secretary-general"}
_FULL = 2
_BEFORE_OFFICE, _AFTER_OFFICE = 15, 40
"""So many years before and after it, a full name without an office still stands for its bearer."""
_FOLLOWING = 1


@dataclass(frozen=True, slots=True)
class Leader:
    """One name of somebody in one office.

    Attributes:
        party: The polity or body led, with the sector of its leaders.
        name: As written in news.
        office: Lower case.
        start: First year in office.
        end: Last year, or ``None`` while in office.
        words: The words of the name in plain Latin letters.
    """

    party: Party
    name: str
    office: str
    start: int
    end: int | None
    words: tuple[str, ...]

    def holds_in(self, year: int | None) -> bool:
        """Tell whether the office was held in a year, or in the one before; of an unknown year nothing is excluded."""
        return year is None or self.start <= year <= (self.end or year) + _FOLLOWING

    def is_of_age_in(self, year: int | None) -> bool:
        """Tell whether news of a year may speak of the person as of somebody alive or remembered."""
        if year is None:
            return True
        return self.start - _BEFORE_OFFICE <= year <= (self.end or year) + _AFTER_OFFICE

    @property
    def family(self) -> str:
        """The word that stands for the person behind an office: of a monarch the first name."""
        is_first = self.office in _MONARCHS or self.party.id in FAMILY_NAME_FIRST
        return self.words[0] if is_first else self.words[-1]


class Leaders:
    """All leaders of the table, by the words of their names."""

    __slots__ = ("_by_word",)

    def __init__(self, leaders: Iterable[Leader] = ()) -> None:
        by_word: dict[str, list[Leader]] = {}
        for leader in leaders:
            for word in set(leader.words):
                by_word.setdefault(word, []).append(leader)
        self._by_word: Mapping[str, tuple[Leader, ...]] = {word: tuple(found) for word, found in by_word.items()}

    @property
    def ids(self) -> frozenset[str]:
        """Identifiers of the polities and bodies that have leaders in the table."""
        return frozenset(leader.party.id for found in self._by_word.values() for leader in found)

    def resolve(self, name: str, office: str | None, year: int | None) -> Leader | None:
        """Find who led a polity under a name.

        Args:
            name: As spelt in the text, without titles.
            office: The office before or behind it, lower case ("prime minister"), or ``None``.
            year: The year of the text, or ``None``.

        Returns:
            The leader, or ``None`` where nobody bears the name with that office, or leaders of two polities do.
        """
        words = latin_words(name)
        found = [leader for leader in self._bearers(words) if _is_named(leader, words, office, year)]
        holders = [leader for leader in found if leader.holds_in(year)] or found
        return holders[-1] if len({leader.party.id for leader in holders}) == 1 else None

    def _bearers(self, words: tuple[str, ...]) -> Iterator[Leader]:
        for leader in self._by_word.get(words[-1], ()) if words else ():
            if set(words) <= set(leader.words) or (set(leader.words) <= set(words) and len(leader.words) >= _FULL):
                yield leader


NO_LEADERS = Leaders()


def _is_named(leader: Leader, words: tuple[str, ...], office: str | None, year: int | None) -> bool:
    is_full = len(words) >= _FULL and len(leader.words) >= _FULL and words[-1] == leader.words[-1]
    if office is None:
        return is_full and words[0] == leader.words[0] and leader.is_of_age_in(year)
    fits = _is_such(office, leader.office)
    return fits and (is_full or leader.family in words) and (year is None or leader.start <= year + _BEFORE_OFFICE)


def _is_such(office: str, held: str) -> bool:
    """Tell whether the words of an office may stand for the one that was held: "the US president" for "president"."""
    last = office.rpartition(" ")[2]
    if last in _ANY_OFFICE:
        return True
    return office.endswith(held) or _ALIKE.get(last) == held
