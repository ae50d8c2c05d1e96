"""Finds the names of the authority file in a text, all in one pass.

An Aho-Corasick automaton reports every place where a name's letters stand; what is not
between word boundaries falls away, the longest of overlapping names wins, and names with
several readings are settled by the text around them (:mod:`dragoman.actors.ambiguity`).
Matching is done on a levelled copy of the text with the same offsets, so a name is found
with any kind of apostrophe, hyphen, blank or accent. Case counts: "Turkey", not "turkey".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from dragoman.actors.ambiguity import Ambiguities, Ambiguity, Reading, Surroundings, settle
from dragoman.actors.authority import Authority
from dragoman.actors.dictionary import ListedActor
from dragoman.actors.entity import Entity, EntityName, NameStatus
from dragoman.actors.folding import level_text
from dragoman.actors.naming import EntryKind, NameForm
from dragoman.actors.period import TextYears, find_years, weigh_periods
from dragoman.documents.span import Span

_SHORTEST_CAPITALS = 4
_CASE_RANGE = 30
_INITIAL = re.compile(r"[A-Z]\.")
_TOWN_FORMS = frozenset({NameForm.CAPITAL, NameForm.PLACE, NameForm.METONYM})
_PERSONAL_FORMS = frozenset({NameForm.NAME, NameForm.CAPITAL})
_FORM_ORDER = {form: order for order, form in enumerate(NameForm)}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of the authority file in a text.

    Attributes:
        span: Code points of the text that was searched; without article and without possessive ending.
        ids: The entry it stands for; several when the text does not settle which; none for a crowd of
            states that is no party ("the West").
        form: In which way the name stands for the entry.
        kind: What kind of entry it is.
        reason: Why these entries, where that was not plain.
        listed: Those of a user's dictionary who bear the name; they go before the entry.
    """

    span: Span
    ids: tuple[str, ...]
    form: NameForm
    kind: EntryKind
    reason: str = ""
    listed: tuple[ListedActor, ...] = ()

    @property
    def id(self) -> str | None:
        """The one entry it stands for, or ``None``."""
        return self.ids[0] if len(self.ids) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether the text does not settle who is meant."""
        return len(self.ids) > 1


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A place where the letters of a known name stand, whether or not they are meant as one.

    Attributes:
        span: Code points of the text.
        is_mask: Whether it is a phrase that only contains a name.
        rivals: Identifiers of those who may be meant, where the name is ambiguous.
    """

    span: Span
    is_mask: bool
    rivals: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Bearer:
    entity: Entity
    form: NameForm


@dataclass(slots=True)
class _Surface:
    """A spelling that is looked for, with everybody who bears it; nobody for a mask or a crowd."""

    text: str
    bearers: list[_Bearer] = field(default_factory=list)
    ambiguity: Ambiguity | None = None
    is_group: bool = False
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    surface: _Surface


class Gazetteer:
    """Looks for all names of an authority file at once; built once, used for any number of texts."""

    __slots__ = ("_ambiguities", "_automaton", "_cue_automaton", "_cues", "_surfaces")

    def __init__(self, authority: Authority, ambiguities: Ambiguities, language: str = "en") -> None:
        surfaces = _collect_surfaces(authority, language)
        _add_phrases(surfaces, authority, ambiguities)
        _mark_shared(surfaces)
        _add_capitals(surfaces)
        self._ambiguities = ambiguities
        self._surfaces = tuple(surfaces.values())
        self._automaton = AhoCorasick(list(surfaces))
        self._cues = ambiguities.cues
        self._cue_automaton = AhoCorasick(self._cues)

    def find_names(self, text: str) -> tuple[NameMatch, ...]:
        """Find the names in a text.

        Give the whole text of a document: what settles an ambiguous name may stand far from it.

        Args:
            text: Any text.

        Returns:
            The names in the order of the text; they do not overlap. Phrases that only contain a name
            ("Indian Ocean", "Paris Agreement", "George Washington") are left out.
        """
        levelled = level_text(text)
        places = [place for place in self._find_places(levelled) if self._is_name(place, levelled, text)]
        return tuple(self._find_matches(places, levelled))

    def survey(self, text: str) -> tuple[NamePlace, ...]:
        """Return the places where the letters of names stand, in order; they do not overlap.

        What :meth:`find_names` leaves out is in it, too. Use it to tell why a name is none.

        Args:
            text: Any text.
        """
        return tuple(
            NamePlace(Span(place.start, place.end), not place.surface.bearers, _rivals(place.surface))
            for place in self._find_places(level_text(text))
        )

    def _find_places(self, levelled: str) -> Iterator[_Place]:
        found = self._automaton.find_matches_as_indexes(levelled, overlapping=True)
        whole = [hit for hit in found if _is_whole(levelled, hit[1], hit[2])]
        # From left to right, the longest first: the same order as in the text.
        whole.sort(key=lambda hit: (hit[1], -hit[2]))
        reached = 0
        for index, start, end in whole:
            if start >= reached:
                reached = end
                surface = self._surfaces[index]
                # "Russo-" is found with its hyphen, which is not part of the name.
                yield _Place(start, end - surface.text.endswith("-"), surface)

    def _find_cues(self, levelled: str) -> Mapping[str, tuple[int, ...]]:
        places: dict[str, list[int]] = {}
        for index, start, end in self._cue_automaton.find_matches_as_indexes(levelled, overlapping=True):
            if _is_whole(levelled, start, end):
                places.setdefault(self._cues[index], []).append(start)
        return {cue: tuple(found) for cue, found in places.items()}

    def _is_name(self, place: _Place, levelled: str, text: str) -> bool:
        """Tell whether the letters are meant as a name, as far as its neighbours tell."""
        surface = place.surface
        if surface.is_group:
            return True
        if not surface.bearers or (surface.is_exact and text[place.start : place.end].isascii()):
            return False
        if surface.text in self._ambiguities.words and not _is_mixed_case(levelled, place):
            return False
        form = surface.bearers[0].form
        if form in _PERSONAL_FORMS and " " not in surface.text and self._is_surname(place, levelled):
            return False
        return form not in _TOWN_FORMS or not self._is_act(place, levelled)

    def _is_surname(self, place: _Place, levelled: str) -> bool:
        """Tell whether a given name, an initial or "Mr." stands before it."""
        before = levelled[max(0, place.start - 30) : place.start]
        word = before[:-1].rpartition(" ")[2].lstrip("(\"'") if before.endswith(" ") else ""
        return word in self._ambiguities.given_names or _INITIAL.fullmatch(word) is not None

    def _is_act(self, place: _Place, levelled: str) -> bool:
        """Tell whether a town only names a treaty, process or battle ("the Minsk agreement", "Treaty of Rome")."""
        after = levelled[place.end : place.end + 60].split(" ", 3)
        words = [word.strip(",.;:()'\"") for word in after[1:3]] if after[0] == "" else []
        if any(word in self._ambiguities.acts for word in words[:1]) or (
            len(words) > 1
            and words[0] in {"peace", "Peace", "climate", "II", "I"}
            and words[1] in self._ambiguities.acts
        ):
            return True
        before = levelled[max(0, place.start - 40) : place.start].rstrip()
        return before.endswith(self._ambiguities.preludes)

    def _find_matches(self, places: list[_Place], levelled: str) -> Iterator[NameMatch]:
        settled = _settled_ids(places)
        has_ambiguous = any(place.surface.ambiguity for place in places)
        cues = self._find_cues(levelled) if has_ambiguous else {}
        years = find_years(levelled if has_ambiguous else "")
        for place in places:
            span = Span(place.start, place.end)
            surface = place.surface
            if surface.is_group:
                yield NameMatch(span, (), NameForm.NAME, EntryKind.GROUP, "a crowd of states, no party of its own")
            elif surface.ambiguity is None:
                yield _plain_match(span, surface)
            else:
                around = Surroundings(levelled, place.start, place.end, settled, cues)
                match = _settled_match(place, surface.ambiguity, around, years)
                if match is not None:
                    yield match


def _rivals(surface: _Surface) -> frozenset[str]:
    """Return who may be meant by an ambiguous name."""
    readings = () if surface.ambiguity is None else surface.ambiguity.readings
    return frozenset(reading.id for reading in readings if reading.id is not None)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins and ends at word boundaries."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalnum() or before == "_":
        return False
    return text[end - 1] == "-" or not (after.isalnum() or after == "_")


def _is_mixed_case(text: str, place: _Place) -> bool:
    around = text[max(0, place.start - _CASE_RANGE) : place.end + _CASE_RANGE]
    return any(character.islower() for character in around)


def _settled_ids(places: list[_Place]) -> Mapping[str, tuple[int, ...]]:
    settled: dict[str, list[int]] = {}
    for place in places:
        if place.surface.ambiguity is None and len(place.surface.bearers) == 1:
            settled.setdefault(place.surface.bearers[0].entity.id, []).append(place.start)
    return {entity_id: tuple(starts) for entity_id, starts in settled.items()}


def _plain_match(span: Span, surface: _Surface, reason: str = "") -> NameMatch:
    first = surface.bearers[0]
    ids = tuple(dict.fromkeys(bearer.entity.id for bearer in surface.bearers))
    return NameMatch(span, ids, first.form, first.entity.kind, reason)


def _settled_match(place: _Place, ambiguity: Ambiguity, around: Surroundings, years: TextYears) -> NameMatch | None:
    span, surface = Span(place.start, place.end), place.surface
    bearers = {bearer.entity.id: bearer for bearer in reversed(surface.bearers)}
    weights = weigh_periods(tuple(bearer.entity for bearer in bearers.values()), years, place.start)
    reading, reason = settle(ambiguity.readings, around, weights)
    if reading is None and ambiguity.default is not None:
        reading, reason = ambiguity.readings[ambiguity.default], f"{reason}; it is what the name stands for by itself"
    if reading is None:
        possible = [bearer for bearer in surface.bearers if bearer.entity.id in weights]
        # One bearer against a namesake that is in no table is nobody's name until something speaks for it.
        has_namesake = any(reading.id is None for reading in ambiguity.readings)
        return (
            None if len(possible) < 1 + has_namesake else _plain_match(span, _Surface(surface.text, possible), reason)
        )
    if reading.id is None:
        return None
    bearer = bearers[reading.id]
    return NameMatch(span, (bearer.entity.id,), bearer.form, bearer.entity.kind, reason)


def _collect_surfaces(authority: Authority, language: str) -> dict[str, _Surface]:
    surfaces: dict[str, _Surface] = {}
    for entity in authority:
        for name in sorted(entity.names, key=lambda name: _FORM_ORDER[name.form]):
            if name.status is not NameStatus.LOOKUP and name.language == language:
                _add_bearer(surfaces, name, entity)
    return surfaces


def _add_bearer(surfaces: dict[str, _Surface], name: EntityName, entity: Entity) -> None:
    surface = surfaces.setdefault(level_text(name.text), _Surface(name.text))
    if all(bearer.entity is not entity for bearer in surface.bearers):
        surface.bearers.append(_Bearer(entity, name.form))


def _add_phrases(surfaces: dict[str, _Surface], authority: Authority, ambiguities: Ambiguities) -> None:
    for phrase in ambiguities.masks:
        surfaces[level_text(phrase)] = _Surface(phrase)
    for phrase in ambiguities.groups:
        surfaces[level_text(phrase)] = _Surface(phrase, is_group=True)
    for form, ambiguity in ambiguities.by_form.items():
        surface = surfaces.setdefault(level_text(form), _Surface(form))
        surface.ambiguity = ambiguity
        _add_readings(surface, ambiguity, authority)
    for form in ambiguities.exact:
        surfaces.setdefault(level_text(form), _Surface(form)).is_exact = True


def _add_readings(surface: _Surface, ambiguity: Ambiguity, authority: Authority) -> None:
    known = {bearer.entity.id for bearer in surface.bearers}
    for reading in ambiguity.readings:
        if reading.id is not None and reading.id not in known:
            surface.bearers.append(_Bearer(authority.entity(reading.id), ambiguity.form))


def _mark_shared(surfaces: dict[str, _Surface]) -> None:
    for surface in surfaces.values():
        if surface.ambiguity is None and (len(surface.bearers) > 1 or _is_past_town(surface)):
            surface.ambiguity = _plain_ambiguity(surface)


def _is_past_town(surface: _Surface) -> bool:
    """Tell whether a name is only that of a town which was the seat of a state that is no more."""
    return bool(surface.bearers) and all(
        bearer.entity.has_ended and bearer.form in _TOWN_FORMS for bearer in surface.bearers
    )


def _plain_ambiguity(surface: _Surface) -> Ambiguity:
    """Make an ambiguity of a name that several bear: the text must name one of them in another way."""
    readings = tuple(Reading(bearer.entity.id, bearer.entity.name) for bearer in surface.bearers)
    if _is_past_town(surface):
        return Ambiguity((surface.text,), (*readings, Reading(None, "the town of today")), default=len(readings))
    return Ambiguity((surface.text,), readings)


def _add_capitals(surfaces: dict[str, _Surface]) -> None:
    """Look for names in capitals too, as headlines write them."""
    for text, surface in list(surfaces.items()):
        capitals = text.upper()
        if len(text) >= _SHORTEST_CAPITALS and capitals not in surfaces and not surface.is_exact:
            surfaces[capitals] = surface
