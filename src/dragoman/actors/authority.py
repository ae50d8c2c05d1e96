"""The authority file: who there is, found by identifier or by name.

A name that users type may be spelt in any way, script or case. What is found exactly is an
answer; what is merely alike is a proposal and never more. A name that several entries
bear gives them all: choosing is the user's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from rapidfuzz import fuzz, process

from dragoman.actors.entity import Entity, NameStatus, Outlet
from dragoman.actors.folding import fold_name, latin_name
from dragoman.actors.naming import NameForm, Party
from dragoman.actors.polity import Polity
from dragoman.errors import NameUnknownError

LEAST_LIKENESS = 80
"""Below this likeness (of 100) a name is not proposed."""
_MOST_PROPOSALS = 5
# What a user means first: "Guinea" is the state, even where a demonym or a town has the same letters.
_FORM_RANK = {form: rank for rank, form in enumerate(NameForm)}

_Kind = TypeVar("_Kind", bound=Entity)


class NamesElsewhere(Protocol):
    """Names in other languages, kept outside the authority file (CLDR's names of territories)."""

    def find_ids(self, name: str) -> tuple[str, ...]:
        """Return the identifiers of the entries that bear a name in some language."""
        ...

    def find_alike(self, name: str, least: float) -> tuple[tuple[str, str, float], ...]:
        """Return entries with a name that is like this one: identifier, name, likeness from ``least`` to 100."""
        ...


class NoNames:
    """Knows no names in other languages."""

    def find_ids(self, name: str) -> tuple[str, ...]:  # noqa: ARG002  the protocol names it
        """Return nothing."""
        return ()

    def find_alike(self, name: str, least: float) -> tuple[tuple[str, str, float], ...]:  # noqa: ARG002  the same
        """Return nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class NameProposal:
    """An entry whose name is like the one that was asked for.

    Attributes:
        id: Identifier of the entry.
        name: The name that is alike.
        likeness: From 0 to 100.
    """

    id: str
    name: str
    likeness: float


@dataclass(frozen=True, slots=True)
class NameResolution:
    """What the authority file answers to a name.

    Attributes:
        text: The name that was asked for.
        ids: Identifiers of the entries that bear it, the likeliest first; empty when nobody does.
        reason: Why these.
        proposals: Entries with a name that is alike, only when nobody bears the name itself.
    """

    text: str
    ids: tuple[str, ...]
    reason: str
    proposals: tuple[NameProposal, ...] = ()

    @property
    def id(self) -> str | None:
        """The one entry that bears the name, or ``None`` when there are none or several."""
        return self.ids[0] if len(self.ids) == 1 else None


class Authority:
    """An immutable collection of entries."""

    __slots__ = ("_by_id", "_by_name", "_elsewhere")

    def __init__(self, entities: tuple[Entity, ...], elsewhere: NamesElsewhere | None = None) -> None:
        self._by_id: Mapping[str, Entity] = {entity.id: entity for entity in entities}
        self._by_name = _index_names(entities)
        self._elsewhere = elsewhere or NoNames()

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._by_id

    def propose_elsewhere(self, text: str, least: float) -> tuple[NameProposal, ...]:
        """Return the few entries that have a name like ``text`` in another language, the most alike first."""
        alike = self._elsewhere.find_alike(text, least)
        found = (NameProposal(one, name, round(likeness, 1)) for one, name, likeness in alike if one in self._by_id)
        return tuple(found)[:_MOST_PROPOSALS]

    def find(self, entity_id: str) -> Entity | None:
        """Return the entry with an identifier, or ``None``."""
        return self._by_id.get(entity_id)

    def entity(self, entity_id: str) -> Entity:
        """Return the entry with an identifier.

        Raises:
            NameUnknownError: There is no such entry.
        """
        found = self._by_id.get(entity_id)
        if found is None:
            raise NameUnknownError("entry", entity_id, tuple(entry.id for entry in self.propose(entity_id)))
        return found

    def polity(self, entity_id: str) -> Polity:
        """Return the polity with an identifier.

        Raises:
            NameUnknownError: There is no such polity.
        """
        found = self._by_id.get(entity_id)
        if not isinstance(found, Polity):
            raise NameUnknownError("polity", entity_id, tuple(entry.id for entry in self.propose(entity_id)))
        return found

    def name_of(self, entity_id: str) -> str:
        """Return the plain English name of an entry, or the identifier itself when nobody has it."""
        found = self._by_id.get(entity_id)
        return entity_id if found is None else found.name

    def party(self, entity_id: str) -> Party:
        """Return the entry as a party to an event.

        Raises:
            NameUnknownError: There is no such entry.
        """
        entity = self.entity(entity_id)
        return Party(entity.id, entity.name, entity.sector, entity.kind)

    @property
    def polities(self) -> tuple[Polity, ...]:
        """All polities, by identifier."""
        return self._of(Polity)

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All news agencies, papers, broadcasters and platforms, by identifier."""
        return self._of(Outlet)

    def _of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        return tuple(entity for entity in self._by_id.values() if isinstance(entity, kind))

    def exists_on(self, entity_id: str, day: date) -> bool:
        """Tell whether an entry existed on a day.

        Raises:
            NameUnknownError: There is no such entry.
        """
        return self.entity(entity_id).existed_on(day)

    def resolve_name(self, text: str) -> NameResolution:
        """Answer who bears a name.

        Args:
            text: An identifier, code or name in any language, script, spelling or case.

        Returns:
            Those who bear it; if nobody does, those with a name that is alike, as proposals.
        """
        folded = fold_name(text)
        if text.strip() in self._by_id:
            return NameResolution(text, (text.strip(),), "it is the identifier")
        found = self._by_name.get(folded, ())
        if found:
            return NameResolution(text, found, "the authority file has the name")
        found = tuple(entity_id for entity_id in self._elsewhere.find_ids(text) if entity_id in self._by_id)
        if found:
            return NameResolution(text, found, "Unicode CLDR has the name")
        return NameResolution(text, (), "nobody bears this name", self.propose(text))

    def propose(self, text: str) -> tuple[NameProposal, ...]:
        """Return the entries with a name that is like ``text``, the most alike first; see :data:`LEAST_LIKENESS`."""
        asked = latin_name(text)
        alike = process.extract(
            asked, self._by_name.keys(), scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=4 * _MOST_PROPOSALS
        )
        proposals: dict[str, NameProposal] = {}
        for name, likeness, _ in alike:
            for entity_id in self._by_name[name]:
                proposals.setdefault(entity_id, NameProposal(entity_id, name, round(likeness, 1)))
        return tuple(proposals.values())[:_MOST_PROPOSALS]


def _index_names(entities: tuple[Entity, ...]) -> dict[str, tuple[str, ...]]:
    ranked: dict[str, list[tuple[tuple[int, int, bool], str]]] = {}
    for entity in entities:
        for name, rank in _lookup_names(entity):
            ranked.setdefault(fold_name(name), []).append(((*rank, entity.has_ended), entity.id))
    return {name: _best_first(found) for name, found in ranked.items() if name}


def _lookup_names(entity: Entity) -> Iterator[tuple[str, tuple[int, int]]]:
    yield entity.id, (0, 0)
    if isinstance(entity, Polity):
        codes = (entity.codes.alpha2, entity.codes.alpha3, entity.codes.numeric, entity.codes.alpha4)
        yield from ((code, (0, 1)) for code in codes if code)
    statuses = tuple(NameStatus)
    for name in entity.names:
        yield name.text, (1 + _FORM_RANK[name.form], statuses.index(name.status))


def _best_first(found: list[tuple[tuple[int, int, bool], str]]) -> tuple[str, ...]:
    """Keep the entries that bear a name in the same, strongest form; a town does not compete with a state."""
    best: dict[str, tuple[int, int, bool]] = {}
    for rank, entity_id in found:
        best[entity_id] = min(rank, best.get(entity_id, rank))
    strongest = min(rank[0] for rank in best.values())
    kept = [(rank, entity_id) for entity_id, rank in best.items() if rank[0] == strongest]
    return tuple(entity_id for _, entity_id in sorted(kept))
