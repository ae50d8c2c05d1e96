"""Loads the authority file, its gazetteer and the table of sectors, each once."""

from collections.abc import Iterator
from functools import lru_cache

from dragoman.actors.ambiguity import Ambiguities, Ambiguity, Reading
from dragoman.actors.authority import Authority
from dragoman.actors.entity import Entity, NameStatus
from dragoman.actors.folding import level_text
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.leader import Leader, Leaders
from dragoman.actors.naming import NameForm, Party
from dragoman.actors.romanisation import latin_words
from dragoman.actors.sector import SectorLexicon, SectorNoun
from dragoman.errors import KnowledgeError
from dragoman.knowledge.authority_files import Entry, cached_pack
from dragoman.knowledge.organisations import find_organisations, find_outlets
from dragoman.knowledge.polities import find_polities
from dragoman.knowledge.territory_names import TerritoryNames

_SELF = "self"


@lru_cache(maxsize=1)
def load_authority() -> Authority:
    """Load the authority file.

    Returns:
        All polities, organisations and outlets, always the same object.

    Raises:
        KnowledgeError: The data that comes with the package is damaged.
    """
    pack = cached_pack()
    polities = tuple(find_polities(pack["polities"]))
    entities = (*polities, *find_organisations(pack["organisations"]), *find_outlets(pack["agencies"]))
    return Authority(entities, TerritoryNames(polities))


@lru_cache(maxsize=2)
def load_gazetteer(language: str = "en") -> Gazetteer:
    """Load the gazetteer of a language.

    Args:
        language: ISO 639-1 code.

    Returns:
        A gazetteer of all names that texts of the language use, always the same object.

    Raises:
        KnowledgeError: There are no names in the language.
    """
    authority = load_authority()
    return Gazetteer(authority, _ambiguities(_page("names", language), authority, language), language)


@lru_cache(maxsize=2)
def load_sectors(language: str = "en") -> SectorLexicon:
    """Load the nouns that tell an actor's sector.

    Args:
        language: ISO 639-1 code.

    Returns:
        The nouns by lemma, always the same object.

    Raises:
        KnowledgeError: There is no table for the language.
    """
    page = _page("sectors", language)
    nouns: dict[str, SectorNoun] = {}
    for noun in _find_nouns(page):
        nouns.setdefault(noun.lemma, noun)
    return SectorLexicon(nouns)


@lru_cache(maxsize=2)
def load_leaders(language: str = "en") -> Leaders:
    """Load the leaders of polities and bodies as texts of a language name them.

    Args:
        language: ISO 639-1 code.

    Returns:
        The leaders, always the same object.

    Raises:
        KnowledgeError: There is no table for the language.
        NameUnknownError: The table names an entry that the authority file does not have.
    """
    authority = load_authority()
    page = _page("leaders", language)
    return Leaders(
        leader
        for entry_id, offices in page["leaders"].items()
        for office, names in offices.items()
        for leader in _leaders(authority.party(entry_id), office, names)
    )


def _leaders(party: Party, office: str, names: list[str]) -> Iterator[Leader]:
    acting = party if party.sector else party.acting_as("GOV")
    for entry in names:
        name, _, years = entry.rpartition(" ")
        start, _, end = years.partition("-")
        yield Leader(acting, name, office, int(start), int(end) if end else None, latin_words(name))


def _page(folder: str, language: str) -> Entry:
    for page in cached_pack()[folder]:
        if page["language"] == language:
            found: Entry = page
            return found
    raise KnowledgeError(f"{folder}/{language}.yaml", "there is no such file")


def _find_nouns(page: Entry) -> Iterator[SectorNoun]:
    for sector, groups in page["sectors"].items():
        for role, lemmas in groups.get("offices", {}).items():
            yield from (SectorNoun(lemma, sector, role) for lemma in lemmas)
        yield from (SectorNoun(lemma, sector) for lemma in groups.get("bodies", ()))
    none = page["none"]
    yield from (SectorNoun(lemma, None) for lemma in none["bodies"])
    yield from (SectorNoun(lemma, None, "source") for lemma in none["sources"])


def _ambiguities(page: Entry, authority: Authority, language: str) -> Ambiguities:
    bearers = _bearers(authority, language)
    by_form: dict[str, Ambiguity] = {}
    for entry in page["ambiguous"]:
        for form in entry["forms"]:
            by_form[form] = _ambiguity(form, entry, authority, bearers.get(form, ()))
    for form in page["regions"]:
        readings = (*map(_plain_reading, bearers.get(form, ())), Reading(None, "the region or town of today"))
        by_form.setdefault(form, Ambiguity((form,), readings, default=len(readings) - 1))
    return Ambiguities(
        by_form=by_form,
        masks=tuple(page["masks"]),
        groups=tuple(page["groups"]),
        given_names=frozenset(page["given_names"]),
        acts=frozenset(page["acts"]),
        preludes=tuple(page["preludes"]),
        exact=frozenset(page["exact"]),
        words=frozenset(page["words"]),
    )


def _ambiguity(form: str, entry: Entry, authority: Authority, bearers: tuple[Entity, ...]) -> Ambiguity:
    readings = tuple(_reading(reading, authority) for reading in entry["readings"])
    default = entry.get("default")
    kind = NameForm(entry.get("form", NameForm.NAME))
    if default == _SELF:
        return Ambiguity((form,), (*map(_plain_reading, bearers), *readings), default=0, form=kind)
    ids = [reading.id for reading in readings]
    return Ambiguity(tuple(entry["forms"]), readings, None if default is None else ids.index(default), kind)


def _plain_reading(entity: Entity) -> Reading:
    return Reading(entity.id, entity.name)


def _reading(entry: Entry, authority: Authority) -> Reading:
    return Reading(
        id=entry.get("id"),
        meaning=entry.get("other") or authority.entity(entry["id"]).name,
        cues=tuple(map(level_text, entry.get("cues", ()))),
        before=tuple(map(level_text, entry.get("before", ()))),
        after=tuple(map(level_text, entry.get("after", ()))),
    )


def _bearers(authority: Authority, language: str) -> dict[str, tuple[Entity, ...]]:
    found: dict[str, tuple[Entity, ...]] = {}
    for entity in authority:
        for name in entity.names:
            if name.language == language and name.status is not NameStatus.LOOKUP:
                known = found.get(name.text, ())
                found[name.text] = known if entity in known else (*known, entity)
    return found
