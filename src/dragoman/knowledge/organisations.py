"""Makes organisations, groups, parties and outlets of their entries in the packed authority file."""

from collections.abc import Iterator

from dragoman.actors.entity import Control, Entity, Medium, Outlet
from dragoman.actors.naming import EntryKind
from dragoman.knowledge.authority_files import Entry
from dragoman.knowledge.polities import find_existence, find_names

_PRESS = "JRN"


def find_organisations(entries: list[Entry]) -> Iterator[Entity]:
    """Yield the organisations, groups and parties of the pack."""
    for entry in entries:
        yield Entity(
            id=entry["id"],
            kind=EntryKind(entry["kind"]),
            name=entry["name"],
            names=tuple(find_names(entry)),
            existence=find_existence(entry),
            home=entry.get("home"),
            sector=entry["sector"],
            part_of=entry.get("part_of"),
            note=entry.get("note", ""),
            source=entry["source"],
        )


def find_outlets(pages: list[Entry]) -> Iterator[Outlet]:
    """Yield the outlets of the pack, country by country."""
    for page in pages:
        for entry in page["outlets"]:
            yield Outlet(
                id=entry["id"],
                kind=EntryKind.AGENCY,
                name=entry["name"],
                names=tuple(find_names(entry)),
                home=page["home"],
                sector=_PRESS,
                note=entry.get("note", ""),
                source=page["source"],
                medium=Medium(entry["medium"]),
                control=Control(entry["control"]),
            )
