"""Reads TopoJSON and makes rings fit for a flat map: simpler arcs, cut where they cross the 180th meridian.

Points are pairs of degrees, longitude first. See https://github.com/topojson/topojson-specification.
"""

import itertools
import json
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]
TURN = 360.0
EDGE = 180.0
LEAST_POINTS = 3
"""Of a ring: two that differ, and the first once more."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One country of a TopoJSON file.

    Attributes:
        code: ISO 3166-1 numeric, or what the file gives instead.
        letters: Three letters, or ``""``.
        name: Its name there.
        rings: All its rings, outer and inner, closed, cut at the 180th meridian; none where it is too small for any.
        first: The first of its points.
    """

    code: str
    letters: str
    name: str
    rings: tuple[Ring, ...]
    first: Point


def read_features(archive: Path, member: str, *, tolerance: float) -> Iterator[Feature]:
    """Yield the countries of a TopoJSON file in an npm package.

    Args:
        archive: The package, as `npm pack` gives it.
        member: The file inside.
        tolerance: How far a simpler line may lie from the original, in degrees.
    """
    with tarfile.open(archive) as package:
        found = package.extractfile(member)
        if found is None:
            raise FileNotFoundError(member)
        topology = json.load(found)
    full = [tuple(arc) for arc in _arcs(topology)]
    arcs = [simplify(arc, tolerance) for arc in full]
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        joined = [(_joined(arcs, indices), _joined(full, indices)) for polygon in polygons for indices in polygon]
        # A small island may be left with a line.
        rings = [simple if len(simple) > LEAST_POINTS else whole for simple, whole in joined]
        cut = tuple(part for ring in rings for part in cut_at_edges(ring))
        properties = geometry.get("properties", {})
        yield Feature(
            str(geometry.get("id")), properties.get("a3", ""), properties.get("name", ""), cut, joined[0][1][0]
        )


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        yield points


def _joined(arcs: Sequence[Ring], indices: Sequence[int]) -> Ring:
    ring: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return tuple(ring)


def simplify(points: Sequence[Point], tolerance: float) -> Ring:
    """Return a line with fewer points (Ramer, Douglas, Peucker); a closed one keeps at least four."""
    if len(points) <= 2:  # noqa: PLR2004 - two points are a line already
        return tuple(points)
    line = unwrapped(points)
    kept = {0, len(line) - 1}
    if line[0] == line[-1]:
        kept.update({len(line) // 3, 2 * len(line) // 3})
    open_spans = list(zip(sorted(kept), sorted(kept)[1:], strict=False))
    while open_spans:
        first, last = open_spans.pop()
        distances = [_distance(line[i], line[first], line[last]) for i in range(first + 1, last)]
        if distances and max(distances) > tolerance:
            middle = first + 1 + distances.index(max(distances))
            kept.add(middle)
            open_spans += [(first, middle), (middle, last)]
    return tuple(points[i] for i in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    across, up = end[0] - start[0], end[1] - start[1]
    length = across * across + up * up
    share = 0.0 if not length else ((point[0] - start[0]) * across + (point[1] - start[1]) * up) / length
    share = min(max(share, 0.0), 1.0)
    return float(((point[0] - start[0] - share * across) ** 2 + (point[1] - start[1] - share * up) ** 2) ** 0.5)


def unwrapped(points: Sequence[Point]) -> Ring:
    """Return a line whose longitudes run on beyond 180 degrees where it crosses that meridian."""
    line: list[Point] = []
    turns = 0.0
    for x, y in points:
        if line:
            step = x + turns - line[-1][0]
            turns -= TURN * round(step / TURN)
        line.append((x + turns, y))
    return tuple(line)


def cut_at_edges(ring: Ring) -> Iterator[Ring]:
    """Yield the parts of a ring that lie between the edges of the map; one around a pole is closed along it."""
    line = unwrapped(ring)
    if abs(line[-1][0] - line[0][0]) > EDGE:
        pole = -90.0 if line[0][1] < 0 else 90.0
        line = (*line, (line[-1][0], pole), (line[0][0], pole), line[0])
    for shift in (-TURN, 0.0, TURN):
        moved = tuple((x + shift, y) for x, y in line)
        inside = _clipped(_clipped(moved, -EDGE, keep_greater=True), EDGE, keep_greater=False)
        is_wide = len(inside) > LEAST_POINTS and box_of(inside)[0] < box_of(inside)[1]
        if is_wide:
            yield inside


def _clipped(ring: Ring, edge: float, *, keep_greater: bool) -> Ring:
    """Return the part of a ring on one side of a meridian (Sutherland, Hodgman)."""

    def is_in(point: Point) -> bool:
        return point[0] >= edge if keep_greater else point[0] <= edge

    kept: list[Point] = []
    for start, end in itertools.pairwise(ring):
        if is_in(start) != is_in(end):
            share = (edge - start[0]) / (end[0] - start[0])
            crossing = (edge, start[1] + share * (end[1] - start[1]))
            kept += [crossing, end] if is_in(end) else [crossing]
        elif is_in(end):
            kept.append(end)
    return (*kept, kept[0]) if kept else ()


def is_inside(ring: Ring, point: Point) -> bool:
    """Tell whether a point lies in a ring."""
    x, y = point
    crossings = (
        x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in itertools.pairwise(ring)
        if (y1 > y) != (y2 > y)
    )
    return sum(crossings) % 2 == 1


def box_of(ring: Ring) -> tuple[float, float, float, float]:
    """Return the least and the greatest longitude, then the least and the greatest latitude."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), max(xs), min(ys), max(ys)
