"""Reads actors from a table of comma-separated values.

::

    name,id,sector,part of,from,to,kind,language
    Jane Sample,,GOV,KEN,2013-04-09,2022-09-13,person,
    Sample Front,sample-front,REB,SOM,,,group,

One row is one name; rows with the same identifier are names of one actor. ``id`` is an identifier of the authority
file or one of the user's own; ``part of`` says for whom somebody acts. Days are EDTF; the last is inside.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import StringIO

from dragoman.actors.aligning import party_of
from dragoman.actors.authority import Authority
from dragoman.actors.dictionary import ListedActor, ListedRole
from dragoman.actors.entity import Entity, EntityName
from dragoman.actors.naming import EntryKind, NameForm, Party
from dragoman.actors.polity import Polity
from dragoman.actors.sector import SECTORS
from dragoman.dates.edtf import parse_edtf
from dragoman.errors import ActorFileError, DateError
from dragoman.exchange.actor_reading import ActorReading
from dragoman.exchange.csv_cells import restored_cell

COLUMNS = ("name", "id", "sector", "part of", "from", "to", "kind", "language", "note")
"""The columns; ``name`` and one of ``id`` and ``part of`` must be there."""
KINDS = ("person", "organisation", "party", "group")
_IDENTIFIER = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_Row = Mapping[str, str]


def has_heading(text: str) -> bool:
    """Tell whether a text begins with the heading of such a table."""
    heading = next(csv.reader([text.lstrip().partition("\n")[0]]), [])
    return {"name"} < {_column(cell) for cell in heading} & set(COLUMNS)


def parse_actor_csv(text: str, *, name: str, authority: Authority, language: str = "en") -> ActorReading:
    """Read actors from a table.

    Args:
        text: Its characters.
        name: Name of the file, for reasons and messages.
        authority: Knows the entries.
        language: Names in other languages are checked and left out.

    Raises:
        ActorFileError: The heading lacks a column that must be there.
    """
    table = _Table(name, authority, language)
    for number, row in _rows(text, table):
        try:
            table.add(number, row)
        except ActorFileError as error:
            table.faults.append(error)
    return ActorReading(_joined(table.actors), tuple(table.entities.values()), tuple(table.faults))


def _joined(actors: Iterable[ListedActor]) -> tuple[ListedActor, ...]:
    """Make one of the rows that give one name to one actor at different times."""
    by_name: dict[tuple[str, str, bool | None], ListedActor] = {}
    for actor in actors:
        (role,) = actor.roles
        key = (actor.name, role.party.id if role.party is not None else "", actor.is_person)
        held = by_name.get(key)
        by_name[key] = actor if held is None else replace(held, roles=(*held.roles, role))
    return tuple(by_name.values())


@dataclass(slots=True)
class _Table:
    """What has been read of one table."""

    name: str
    authority: Authority
    language: str
    actors: list[ListedActor] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    faults: list[ActorFileError] = field(default_factory=list)

    def error(self, line: int, reason: str) -> ActorFileError:
        """Return what is wrong with a line."""
        return ActorFileError(self.name, line, reason)

    def add(self, line: int, row: _Row) -> None:
        """Read one row.

        Raises:
            ActorFileError: It cannot be used.
        """
        name = " ".join(row["name"].split())
        if not any(character.isalpha() for character in name):
            raise self.error(line, f"the name {row['name']!r} has no letter; write it as texts do")
        language = row["language"] or self.language
        if not _LANGUAGE.fullmatch(language):
            raise self.error(line, f"the language {language!r} is no code of ISO 639; write `en`, `fr` or the like")
        kind = row["kind"].lower()
        if kind and kind not in KINDS:
            raise self.error(line, f"the kind {kind!r} is none of {', '.join(KINDS)}")
        party = self._party(line, row, name, kind)
        first, last = self._days(line, row)
        if language != self.language:
            return
        role = ListedRole(party, f"{self.name}, line {line}", first, last)
        self.actors.append(ListedActor(name, (role,), is_person=(kind == "person") if kind else None))

    def _party(self, line: int, row: _Row, name: str, kind: str) -> Party:
        sector = row["sector"].upper() or None
        if sector is not None and sector not in SECTORS:
            raise self.error(line, f"the sector {sector!r} is none of PLOVER's: {', '.join(sorted(SECTORS))}")
        whole = row["part of"]
        if whole and whole not in self.authority:
            raise self.error(line, f"{whole!r} in `part of` is nobody's identifier{self._nearest(whole)}")
        own = row["id"]
        if not own and not whole:
            raise self.error(line, "it has neither an `id` nor a `part of`; write for whom the name stands")
        if not own or (kind == "person" and whole):
            return self._acting(whole, sector)
        if own in self.authority:
            return self._acting(own, sector)
        if own not in self.entities:
            self.entities[own] = self._own(line, row, name, kind)
        return party_of(self.entities[own], self.authority).acting_as(sector)

    def _acting(self, identifier: str, sector: str | None) -> Party:
        return party_of(self.authority.entity(identifier), self.authority).acting_as(sector)

    def _own(self, line: int, row: _Row, name: str, kind: str) -> Entity:
        own, whole = row["id"], row["part of"]
        if not _IDENTIFIER.fullmatch(own):
            raise self.error(line, f"the identifier {own!r} has other signs than letters, digits, `-` and `_`")
        if not row["sector"]:
            hint = self._nearest(own)
            raise self.error(line, f"nobody has the identifier {own!r}{hint}; an actor of your own needs a `sector`")
        is_organ = bool(whole) and not isinstance(self.authority.find(whole), Polity)
        return Entity(
            id=own,
            kind=EntryKind(kind) if kind and kind != "person" else EntryKind.GROUP,
            name=name,
            names=(EntityName(name, NameForm.NAME),),
            home=whole if whole and not is_organ else None,
            sector=row["sector"].upper(),
            part_of=whole if is_organ else None,
            source=f"{self.name}, line {line}",
        )

    def _nearest(self, identifier: str) -> str:
        found = self.authority.resolve_name(identifier)
        ids = found.ids or tuple(proposal.id for proposal in found.proposals)
        return f" (did you mean {', '.join(ids[:3])}?)" if ids else ""

    def _days(self, line: int, row: _Row) -> tuple[date | None, date | None]:
        try:
            first = parse_edtf(row["from"]).earliest if row["from"] else None
            last = parse_edtf(row["to"]).latest if row["to"] else None
        except DateError as error:
            raise self.error(line, str(error).rstrip(".")) from error
        if first is not None and last is not None and last < first:
            raise self.error(line, f"it ends on {last} before it begins on {first}")
        return first, last


def _column(cell: str) -> str:
    return " ".join(cell.strip().lower().replace("_", " ").split())


def _rows(text: str, table: _Table) -> Iterator[tuple[int, _Row]]:
    """Yield each row with the line on which it begins; empty rows are left out."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        columns = _heading(reader, table)
        before = reader.line_num
        for cells in reader:
            line, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                if len(cells) > len(columns):
                    reason = f"it has {len(cells)} cells, the heading {len(columns)}; quote cells that have a comma"
                    table.faults.append(table.error(line, reason))
                    continue
                given = dict(zip(columns, (restored_cell(cell).strip() for cell in cells), strict=False))
                yield line, {column: given.get(column, "") for column in COLUMNS}
    except csv.Error as error:
        table.faults.append(
            table.error(reader.line_num, f"the table ends here for us ({error}); mend its quotation marks")
        )


def _heading(reader: Iterator[list[str]], table: _Table) -> tuple[str, ...]:
    columns = tuple(_column(cell) for cell in next(reader, []))
    if "name" not in columns or not {"id", "part of"} & set(columns):
        raise table.error(1, f"expected a heading with `name` and `id` or `part of`, such as {','.join(COLUMNS[:6])}")
    for column in columns:
        if column not in COLUMNS:
            table.faults.append(
                table.error(1, f"the column {column!r} is none of {', '.join(COLUMNS)}, and is not read")
            )
    return columns
