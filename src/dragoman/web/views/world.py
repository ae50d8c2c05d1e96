"""The world map: who stands how, with contested areas hatched, and whose borders are drawn.

A contested area never gets the colour of another without a hatch of its own, whatever viewpoint is drawn, and
the table below the map names them all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity
from dragoman.answers.polities import plain_name
from dragoman.errors import NameUnknownError
from dragoman.knowledge.world_map import Box, ContestedArea, Shape, WorldMap, load_world_map
from dragoman.web.asked import Asked

WORLD = "world"
WIDE = 1000
"""Units of a drawing that strokes and marks are measured in: they look alike in every region."""

PLAIN, CONTESTED = "plain", "contested"
BORDERS = {"state": "state", "part": "within", "not-shown": "within", "disputed": CONTESTED}
DRAWN = {
    "state": "as a state",
    "part": "as a part of another",
    "not-shown": "not as a state",
    "disputed": "as disputed",
    "": "as contested",
}
REGION_WORDS = {
    WORLD: "the world",
    "europe": "Europe",
    "africa": "Africa and the Middle East",
    "asia": "Asia",
    "americas": "the Americas",
    "pacific": "Pacific",
}


@dataclass(frozen=True, slots=True)
class MapAsked:
    """What part of the map is asked for, and whose borders.

    Attributes:
        seen_by: Identifier of the state whose maps are followed, or ``""`` for nobody's.
        region: Name of a part of the map.
    """

    seen_by: str = ""
    region: str = WORLD


def read_map_asked(seen_by: str = "", region: str = "") -> MapAsked:
    """Read the viewpoint and the region from the query of an address.

    Raises:
        NameUnknownError: There is no such viewpoint or region.
    """
    world = load_world_map()
    viewpoint, part = seen_by.strip().upper(), region.strip() or WORLD
    if viewpoint and viewpoint not in world.viewpoints:
        raise NameUnknownError("viewpoint of the map", viewpoint, tuple(world.viewpoints))
    if part not in world.regions:
        raise NameUnknownError("region of the map", part, tuple(world.regions))
    return MapAsked(viewpoint, part)


@dataclass(frozen=True, slots=True)
class Stand:
    """How one polity is shown.

    Attributes:
        key: ``subject``, or how it stands to the subject; names its pattern.
        words: The same in words, for its title.
        address: The page that tells of it.
    """

    key: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Patch:
    """One polity or area as drawn.

    Attributes:
        path: Its outline, or ``""``.
        x: Where its mark is.
        y: The same, downwards.
        has_mark: Whether it has one.
        key: Of its pattern, or ``""``.
        border: ``plain``, ``contested``, ``state`` or ``within``.
        title: Its name and how it stands.
        address: The page that it leads to, or ``""``.
    """

    path: Markup
    x: int
    y: int
    has_mark: bool
    key: str
    border: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from.

    Attributes:
        value: What stands in the address.
        words: What it is called.
        is_chosen: Whether it is the one shown.
    """

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One pattern of the map.

    Attributes:
        key: Of the pattern.
        words: What it means.
        count: How many have it.
    """

    key: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One contested area, in the table below the map.

    Attributes:
        name: Its name.
        held_by: Who runs it.
        claimed_by: Who claims it.
        drawn: How this map shows it.
        note: What a reader should know.
        source: Where this comes from.
        address: Its page, or ``""``.
    """

    name: str
    held_by: str
    claimed_by: str
    drawn: str
    note: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The world map.

    Attributes:
        label: What it shows, in a sentence.
        box: The part that is shown.
        unit: One thousandth of its width.
        patches: What is drawn, from the bottom upwards.
        legend: Its patterns.
        off_map: Names of those who stand somehow and have no place on a map of today.
        borders: Whose borders are drawn, in a sentence.
        areas: The contested areas.
        viewpoints: Whose borders may be drawn.
        regions: Which parts may be shown.
        source: Whose shapes these are.
    """

    label: str
    box: Box
    unit: float
    patches: tuple[Patch, ...]
    legend: tuple[LegendLine, ...]
    off_map: tuple[str, ...]
    borders: str
    areas: tuple[AreaLine, ...]
    viewpoints: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    source: str


LEGEND = {
    "subject": "asked about",
    "recognises": "recognises",
    "announced": "announced only",
    "withdrawn": "withdrew",
    "refuses": "refuses",
}


def draw_world(
    authority: Authority, stands: Mapping[str, Stand], label: str, *, chosen: MapAsked, asked: Asked
) -> MapView:
    """Draw the map.

    Args:
        authority: Names.
        stands: How polities stand, by identifier.
        label: What the map shows, in a sentence.
        chosen: The viewpoint and the region.
        asked: The two times that links carry on.
    """
    world = load_world_map()
    view = world.viewpoints.get(chosen.seen_by, {})
    box = world.regions[chosen.region]
    return MapView(
        label=label,
        box=box,
        unit=box.width / WIDE,
        patches=tuple(_patches(world, authority, stands, view)),
        legend=tuple(_legend(stands)),
        off_map=tuple(plain_name(authority, one, otherwise=one) for one in stands if one not in world.shapes),
        borders=_borders(authority, chosen.seen_by),
        areas=tuple(_area_line(authority, area, view, asked) for area in world.areas.values()),
        viewpoints=_viewpoints(world, authority, chosen.seen_by),
        regions=tuple(Choice(name, words, name == chosen.region) for name, words in REGION_WORDS.items()),
        source=world.source,
    )


def draw_contested(authority: Authority, chosen: MapAsked, asked: Asked) -> MapView:
    """Draw the map of the front page: every polity leads to who recognises it."""
    world = load_world_map()
    stands = {
        one: Stand("", "", asked.at("recognition", one)) for one in world.shapes if authority.find(one) is not None
    }
    return draw_world(authority, stands, "Polities and contested areas of today", chosen=chosen, asked=asked)


def _patches(
    world: WorldMap, authority: Authority, stands: Mapping[str, Stand], view: Mapping[str, str]
) -> Iterator[Patch]:
    plain = [shape for key, shape in world.shapes.items() if key not in world.areas and key not in view]
    above = [shape for key, shape in world.shapes.items() if key not in world.areas and key in view]
    contested = [world.shapes[key] for key in world.areas if key in world.shapes]
    for shape in (*plain, *above, *contested):
        stand = stands.get(shape.id)
        area = world.areas.get(shape.id)
        is_on_edge = area is not None or shape.id in view
        border = BORDERS.get(view.get(shape.id, "disputed"), CONTESTED) if is_on_edge else PLAIN
        said = "; ".join(part for part in (stand.words if stand else "", _contest(authority, area)) if part)
        name = (area.name if area else "") or plain_name(authority, shape.id, otherwise=shape.id)
        yield Patch(
            path=Markup(shape.path),  # noqa: S704 - our own data file: numbers and four letters
            x=shape.x,
            y=shape.y,
            has_mark=_has_mark(shape, stand, area),
            key=stand.key if stand else "",
            border=border,
            title=f"{name}: {said}" if said else name,
            address=stand.address if stand else "",
        )


def _has_mark(shape: Shape, stand: Stand | None, area: ContestedArea | None) -> bool:
    return (shape.is_small or not shape.path) and (stand is not None or area is not None)


def _contest(authority: Authority, area: ContestedArea | None) -> str:
    return f"contested, claimed by {_names(authority, area.claimed_by)}" if area and area.claimed_by else ""


def _names(authority: Authority, identifiers: Iterable[str]) -> str:
    return ", ".join(plain_name(authority, one, otherwise=one) for one in identifiers)


def _legend(stands: Mapping[str, Stand]) -> Iterator[LegendLine]:
    for key, words in LEGEND.items():
        count = sum(stand.key == key for stand in stands.values())
        if count:
            yield LegendLine(key, words, count)


def _borders(authority: Authority, seen_by: str) -> str:
    if not seen_by:
        return "Borders of today, whatever day is asked; contested areas are hatched and given to nobody."
    name = plain_name(authority, seen_by, otherwise=seen_by)
    return (
        f"Borders of today as the maps of {name} draw them, by Natural Earth's reading; "
        "what is contested stays hatched and is listed below."
    )


def _viewpoints(world: WorldMap, authority: Authority, seen_by: str) -> tuple[Choice, ...]:
    named = sorted((plain_name(authority, one, otherwise=one), one) for one in world.viewpoints)
    nobody = Choice("", "nobody: contested areas apart", not seen_by)
    return (nobody, *(Choice(one, name, one == seen_by) for name, one in named))


def _area_line(authority: Authority, area: ContestedArea, view: Mapping[str, str], asked: Asked) -> AreaLine:
    entity = authority.find(area.id)
    return AreaLine(
        name=area.name or plain_name(authority, area.id, otherwise=area.id),
        held_by=_names(authority, area.held_by),
        claimed_by=_names(authority, area.claimed_by) or "nobody else now",
        drawn=DRAWN[view.get(area.id, "")],
        note=area.note,
        source=area.source,
        address=asked.at("recognition", area.id) if isinstance(entity, Polity) else "",
    )
