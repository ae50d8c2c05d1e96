"""What an event is: PLOVER roots and modes, statuses, and the ladders that acts move.

Source: PLOVER 2.0 manual (Open Event Data Alliance); the diplomatic modes and ladders are
those of DESIGN, section 4.
"""

from dataclasses import dataclass
from enum import StrEnum


class Root(StrEnum):
    """The sixteen event categories of PLOVER 2.0."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether the event is said to have happened (DESIGN, sections 5 and 7)."""

    ACTUAL = "actual"
    ANNOUNCED = "announced"
    HISTORICAL = "historical"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"


class Ladder(StrEnum):
    """A scale on which two polities stand to each other."""

    RECOGNITION = "recognition"
    RELATIONS = "relations"
    MISSION = "mission"


LADDERS: dict[Ladder, tuple[str, ...]] = {
    Ladder.RECOGNITION: ("de jure", "de facto", "none"),
    Ladder.RELATIONS: ("full", "suspended", "none"),
    Ladder.MISSION: (
        "Embassy",
        "Ambassador Nonresident",
        "Legation",
        "Envoy Nonresident",
        "Consulate",
        "Consul Nonresident",
        "Liaison",
        "Interests",
        "None",
    ),
}
"""The steps of each ladder, highest first."""


@dataclass(frozen=True, slots=True)
class EventType:
    """The kind of an event, without its participants.

    Attributes:
        root: PLOVER category.
        mode: PLOVER mode or one of the diplomatic modes ("recognition"), or ``None``.
        context: PLOVER contexts ("diplomatic", "military", …).
        cameo: CAMEO code ("054"), or ``None`` where CAMEO has none.
    """

    root: Root
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None


PLOVER_MODES = frozenset(
    "asylum humanitarian military economic resign release disarm access return withdraw meet assist yield "
    "change violence territory expel arrest ban relations restrict strike-hun riot boycott obstruct "
    "strike-gen strike-lim demo convict cancel sever police weapons troops curfew martial-law deport censor "
    "confiscate withhold suicide-attack assassinate abduct sexual torture execute explosives heavy-weapons "
    "firearms primitive beat destroy".split()
)
"""Modes of the plain categories (PLOVER manual, 2021): they say how, and not that it is another act."""

MODE_LADDER: dict[str, tuple[Ladder, str | None]] = {
    "recognition": (Ladder.RECOGNITION, "de jure"),
    "recognition-withdrawn": (Ladder.RECOGNITION, "none"),
    "recognition-refused": (Ladder.RECOGNITION, "none"),
    "relations-established": (Ladder.RELATIONS, "full"),
    "relations-restored": (Ladder.RELATIONS, "full"),
    "relations-upgraded": (Ladder.RELATIONS, None),
    "relations-downgraded": (Ladder.RELATIONS, None),
    "relations-suspended": (Ladder.RELATIONS, "suspended"),
    "relations-severed": (Ladder.RELATIONS, "none"),
    "mission-opened": (Ladder.MISSION, None),
    "mission-elevated": (Ladder.MISSION, None),
    "mission-reduced": (Ladder.MISSION, None),
    "mission-relocated": (Ladder.MISSION, None),
    "mission-closed": (Ladder.MISSION, "None"),
}
"""The ladder that a mode moves, and the step it leads to (``None``: the step is in the claim's measure)."""

MISSION_STEPS: dict[str, str] = {
    "embassy": "Embassy",
    "legation": "Legation",
    "consulate": "Consulate",
    "consulate-general": "Consulate",
    "consular": "Consulate",
    "liaison": "Liaison",
    "interest": "Interests",
    "interests": "Interests",
    # A high commission is the embassy of one Commonwealth state in another.
    "high": "Embassy",
    # "Raised to the rank of ambassador": the mission is called by the rank of its head.
    "ambassador": "Embassy",
    "ambassadorial": "Embassy",
    "ambassadorship": "Embassy",
}
"""Step of the mission ladder by the noun that names it."""

ENVOY_RANKS: dict[str, str] = {
    "ambassador": "Ambassador",
    "envoy": "Envoy",
    "minister": "Envoy",
    "minister-plenipotentiary": "Envoy",
    "minister-resident": "Envoy",
    "plenipotentiary": "Envoy",
    "internuncio": "Envoy",
    "commissioner": "Commissioner",
    "chargé": "Chargé",
    "charge": "Chargé",
    "chargés": "Chargé",
    "consul": "Consul",
    "consul-general": "Consul",
    "vice-consul": "Consul",
}
"""Rank of an envoy by the noun that names it; ministers of all classes count as envoys.

Source: Regulation of Vienna on the precedence of diplomatic agents (1815), with the Protocol of Aix-la-Chapelle (1818).
"""

_CARRIED_OUT = ("mission", "agreement-signed", "agreement-ratified", "membership", "territory")
"""Modes, or their beginnings, of acts that must be carried out after they are announced."""


def is_declared(kind: object) -> bool:
    """Tell whether an act is done by declaring it: to announce a recognition is to recognise."""
    mode = kind.mode if isinstance(kind, EventType) else None
    return mode is None or not mode.startswith(_CARRIED_OUT)
