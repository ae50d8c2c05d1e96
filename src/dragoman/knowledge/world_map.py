"""The world as the pages draw it: shapes of today's polities, contested areas, and whose maps show what.

Shapes are those of Natural Earth, made once by ``tools/make_world_map.py``. Contested areas and viewpoints are
facts with sources; none of them says who is right.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import KnowledgeError

FOLDER = "data/map"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map, in its units.

    Attributes:
        left: Its left edge.
        top: Its upper edge.
        width: How wide it is.
        height: How high it is.
    """

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The place of a polity or of a contested area.

    Attributes:
        id: Identifier in the authority file, or of the area.
        path: Outline as the path of an SVG drawing; ``""`` where only a place is known.
        x: Middle of its greatest part.
        y: The same, downwards.
        is_small: Whether it can hardly be seen without a mark.
    """

    id: str
    path: str
    x: int
    y: int
    is_small: bool


@dataclass(frozen=True, slots=True)
class ContestedArea:
    """An area whose belonging is contested.

    Attributes:
        id: Identifier in the authority file, or of the area.
        name: Its name where it is no polity, or ``""``.
        held_by: Identifiers of those who run it or most of it.
        claimed_by: Identifiers of those who claim it.
        note: What a reader should know, or ``""``.
        source: Where this comes from.
    """

    id: str
    name: str
    held_by: tuple[str, ...]
    claimed_by: tuple[str, ...]
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """All that the pages draw the world from.

    Attributes:
        source: Whose shapes these are.
        regions: Parts of the map by name; ``world`` is all of it.
        shapes: Of polities and of areas, by identifier.
        areas: Contested areas, by identifier.
        viewpoints: How the maps of a state show contested polities: ``state``, ``part``, ``disputed`` or
            ``not-shown``, by identifiers of both.
    """

    source: str
    regions: Mapping[str, Box]
    shapes: Mapping[str, Shape]
    areas: Mapping[str, ContestedArea]
    viewpoints: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def load_world_map() -> WorldMap:
    """Load the map.

    Returns:
        Always the same object.

    Raises:
        KnowledgeError: A data file is missing or damaged.
    """
    import yaml

    try:
        drawn = json.loads(_read("shapes.json"))
        areas = yaml.safe_load(_read("contested.yaml"))["areas"]
        views = yaml.safe_load(_read("viewpoints.yaml"))["viewpoints"]
        return WorldMap(
            source=drawn["source"],
            regions={name: Box(*sides) for name, sides in drawn["regions"].items()},
            shapes={key: _shape(key, found) for group in ("shapes", "areas") for key, found in drawn[group].items()},
            areas={area["id"]: _area(area) for area in areas},
            viewpoints=views,
        )
    except (KeyError, OSError, TypeError, ValueError) as error:
        raise KnowledgeError(FOLDER, f"it cannot be read ({error})") from error


def _read(name: str) -> str:
    return files("dragoman.knowledge").joinpath(FOLDER).joinpath(name).read_text("utf-8")


def _shape(identifier: str, found: dict[str, Any]) -> Shape:
    x, y = found["at"]
    return Shape(identifier, found["path"], x, y, found["dot"])


def _area(found: dict[str, Any]) -> ContestedArea:
    return ContestedArea(
        id=found["id"],
        name=found.get("name", ""),
        held_by=tuple(found["held_by"]),
        claimed_by=tuple(found["claimed_by"]),
        note=found.get("note", ""),
        source=found["source"],
    )
