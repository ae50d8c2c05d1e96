"""Makes polities of their entries in the packed authority file."""

from collections.abc import Iterator
from datetime import date

from dragoman.actors.entity import EntityName, Existence, NameStatus
from dragoman.actors.naming import EntryKind, NameForm
from dragoman.actors.polity import NO_CODES, Polity, PolityCodes, PolityKind, Recognition, SystemCode
from dragoman.knowledge.authority_files import Entry

STATUSES = {
    "official": NameStatus.OFFICIAL,
    "acronyms": NameStatus.ACRONYM,
    "variants": NameStatus.VARIANT,
    "former": NameStatus.FORMER,
    "lookup": NameStatus.LOOKUP,
}
_OTHER_FORMS = {
    "adjectives": NameForm.ADJECTIVE,
    "demonyms": NameForm.DEMONYM,
    "metonyms": NameForm.METONYM,
    "places": NameForm.PLACE,
}


def find_polities(entries: list[Entry]) -> Iterator[Polity]:
    """Yield the polities of the pack."""
    for entry in entries:
        yield Polity(
            id=entry["id"],
            kind=EntryKind.POLITY,
            name=entry["name"],
            names=(*find_names(entry), *_find_other_forms(entry)),
            existence=find_existence(entry),
            note=entry.get("note", ""),
            source=entry["source"],
            polity_kind=PolityKind(entry["kind"]),
            codes=_codes(entry.get("codes")),
            recognition=Recognition(entry["recognition"]) if "recognition" in entry else None,
            claimed_by=tuple(entry.get("claimed_by", ())),
            sovereign=entry.get("sovereign"),
            united_nations=entry.get("un"),
            predecessors=tuple(entry.get("predecessors", ())),
            successors=tuple(entry.get("successors", ())),
        )


def find_names(entry: Entry) -> Iterator[EntityName]:
    """Yield the names proper of an entry: the plain one, then those of its ``names``."""
    groups: dict[str, list[str]] = entry.get("names", {})
    is_lookup = entry["name"] in groups.get("lookup", ())
    yield EntityName(entry["name"], status=NameStatus.LOOKUP if is_lookup else NameStatus.MAIN)
    for group, names in groups.items():
        for name in names:
            yield EntityName(name, status=STATUSES[group])
    for language, names in entry.get("languages", {}).items():
        for name in names:
            yield EntityName(name, language=language)


def find_existence(entry: Entry) -> tuple[Existence, ...]:
    """Return the stretches through which an entry existed."""
    return tuple(
        Existence(text, start and date.fromisoformat(start), end and date.fromisoformat(end))
        for text, start, end in entry.get("exists", ())
    )


def _find_other_forms(entry: Entry) -> Iterator[EntityName]:
    for group, form in _OTHER_FORMS.items():
        for name in entry.get(group, ()):
            yield EntityName(name, form)
    for prefix in entry.get("prefixes", ()):
        yield EntityName(f"{prefix}-", NameForm.ADJECTIVE)
    for capital in entry.get("capitals", ()):
        yield EntityName(capital["name"], NameForm.CAPITAL)
        for spelling in capital.get("spellings", ()):
            yield EntityName(spelling, NameForm.CAPITAL)


def _codes(codes: Entry | None) -> PolityCodes:
    if codes is None:
        return NO_CODES
    return PolityCodes(
        alpha2=codes.get("alpha2"),
        alpha3=codes.get("alpha3"),
        numeric=codes.get("numeric"),
        alpha4=codes.get("alpha4"),
        cow=_system_codes(codes.get("cow", ())),
        gw=_system_codes(codes.get("gw", ())),
    )


def _system_codes(entries: list[Entry]) -> tuple[SystemCode, ...]:
    return tuple(
        SystemCode(entry["number"], entry["letters"], str(entry["from"]), str(entry.get("to", ""))) for entry in entries
    )
