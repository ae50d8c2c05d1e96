"""Entries of the authority file: who there is, by which names, and while it existed.

One type holds what all entries share; a polity adds codes and standing, an outlet adds
who controls it. Names carry their form, because "Russian", "Moscow" and "the Kremlin"
stand for Russia in three different ways.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.actors.naming import EntryKind, NameForm


class NameStatus(StrEnum):
    """What kind of name a name is, beside the way in which it stands for its entry."""

    MAIN = "main"
    OFFICIAL = "official"
    ACRONYM = "acronym"
    VARIANT = "variant"
    FORMER = "former"
    LOOKUP = "lookup"
    """Known when a user asks for it, but too common or too bookish to be looked for in texts."""


@dataclass(frozen=True, slots=True)
class EntityName:
    """One name of an entry.

    Attributes:
        text: The name as written, without an article.
        form: In which way it stands for its entry.
        status: What kind of name it is.
        language: ISO 639-1 code (three letters where there is no shorter one).
    """

    text: str
    form: NameForm = NameForm.NAME
    status: NameStatus = NameStatus.VARIANT
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Existence:
    """One stretch of days through which an entry existed.

    Attributes:
        edtf: The stretch as EDTF (ISO 8601-2), as in the data file.
        start: First day it may have begun, or ``None`` where that is not known.
        end: First day after it, or ``None`` while it lasts.
    """

    edtf: str
    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the entry existed on a day, as far as is known."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def covers_year(self, year: int) -> bool:
        """Tell whether the entry existed through a part of a year."""
        return (self.start is None or self.start.year <= year) and (self.end is None or year <= self.end.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entry of the authority file.

    Attributes:
        id: Its identifier, the same in claims, pages and commands.
        kind: Polity, organisation, agency, party or group.
        name: Plain English name, neutral as far as there is such a name.
        names: All its names, the plain one first.
        existence: When it existed; empty where nobody noted it.
        home: Identifier of the polity it belongs to or acts in, or ``None``.
        sector: PLOVER sector, or ``None`` for a polity.
        part_of: Identifier of the organisation whose organ it is (the Security Council of the United
            Nations), or ``None``.
        note: What a reader should know, above all who contests what; may be empty.
        source: Where the entry comes from.
    """

    id: str
    kind: EntryKind
    name: str
    names: tuple[EntityName, ...]
    existence: tuple[Existence, ...] = ()
    home: str | None = None
    sector: str | None = None
    part_of: str | None = None
    note: str = ""
    source: str = ""

    def existed_on(self, day: date) -> bool:
        """Tell whether it existed on a day; an entry without dates always does."""
        return not self.existence or any(stretch.covers(day) for stretch in self.existence)

    def existed_in(self, year: int) -> bool:
        """Tell whether it existed through a part of a year; an entry without dates always does."""
        return not self.existence or any(stretch.covers_year(year) for stretch in self.existence)

    @property
    def has_ended(self) -> bool:
        """Whether it is known to have ended."""
        return bool(self.existence) and all(stretch.end is not None for stretch in self.existence)

    def forms(self, form: NameForm, language: str = "en") -> tuple[str, ...]:
        """Return its names of one form in one language, as written."""
        return tuple(name.text for name in self.names if name.form is form and name.language == language)


class Control(StrEnum):
    """Who stands behind an outlet."""

    STATE = "state"
    PUBLIC = "public"
    PRIVATE = "private"


class Medium(StrEnum):
    """What kind of outlet it is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    BROADCASTER = "broadcaster"
    ONLINE = "online"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet(Entity):
    """A news agency, paper, broadcaster or platform.

    Attributes:
        medium: What kind of outlet it is.
        control: ``state`` where a government directs it, ``public`` where it has a charter or a seat of
            its own, ``private`` otherwise.
    """

    medium: Medium
    control: Control

    @property
    def is_state_run(self) -> bool:
        """Whether a government directs it."""
        return self.control is Control.STATE
