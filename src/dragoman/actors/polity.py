"""Polities: states and would-be states, past and present, contested or not.

Nothing here settles who is a state. An entry says how others treat the polity: who claims
its territory, whether all, some or none recognise it, and which lists of states have it,
from when to when. Lists: ISO 3166-1 and -3; Correlates of War, State System Membership,
version 2016; Gleditsch and Ward, A Revised List of Independent States since 1816 (1999).
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.actors.entity import Entity


class PolityKind(StrEnum):
    """What kind of polity an entry is."""

    STATE = "state"
    CONTESTED = "contested"
    PAST = "past"
    DEPENDENCY = "dependency"
    TERRITORY = "territory"


class Recognition(StrEnum):
    """By how many members of the United Nations (before 1945: by how many states) it is or was recognised."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SystemCode:
    """The code of a polity in a list of states, and for how long the list has it.

    Attributes:
        number: Number in the list, as in ``365``.
        letters: Letters in the list, as in ``RUS``.
        start: First day of membership, ISO 8601, or the year alone.
        end: Last day of membership; empty while it lasts.
    """

    number: int
    letters: str
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class PolityCodes:
    """Codes of a polity in the lists of others.

    Attributes:
        alpha2: ISO 3166-1 alpha-2 (``XK``, from the user-assigned range, for Kosovo), or ``None``.
        alpha3: ISO 3166-1 alpha-3, or ``None``.
        numeric: ISO 3166-1 numeric, three digits, or ``None``.
        alpha4: ISO 3166-3 code of a withdrawn entry, or ``None``.
        cow: Memberships in the Correlates of War state system.
        gw: Memberships in the list of Gleditsch and Ward.
    """

    alpha2: str | None = None
    alpha3: str | None = None
    numeric: str | None = None
    alpha4: str | None = None
    cow: tuple[SystemCode, ...] = ()
    gw: tuple[SystemCode, ...] = ()


NO_CODES = PolityCodes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polity(Entity):
    """A state or would-be state.

    Attributes:
        polity_kind: What kind of polity it is.
        codes: Codes in the lists of others.
        recognition: How widely it is or was recognised as a state, or ``None`` where the question does not arise.
        claimed_by: Identifiers of polities that claim (or claimed) the whole of it.
        sovereign: Identifier of the state a dependency belongs to, or ``None``.
        united_nations: ``member``, ``observer`` or ``None``.
        predecessors: Identifiers of polities it came out of.
        successors: Identifiers of polities that came out of it.
    """

    polity_kind: PolityKind
    codes: PolityCodes = NO_CODES
    recognition: Recognition | None = None
    claimed_by: tuple[str, ...] = ()
    sovereign: str | None = None
    united_nations: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def is_contested(self) -> bool:
        """Whether its being a state is or was itself in dispute."""
        return self.polity_kind is PolityKind.CONTESTED
