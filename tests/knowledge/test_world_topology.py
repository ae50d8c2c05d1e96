"""How the shapes of the map are cut and made simpler: tools/world_topology.py."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = str(Path(__file__).resolve().parents[2] / "tools")


@pytest.fixture
def topology(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [TOOLS, *sys.path])
    return import_module("world_topology")


def test_a_ring_across_the_180th_meridian_is_cut_into_two_that_lie_at_the_edges(topology: ModuleType) -> None:
    ring = ((170.0, 10.0), (-170.0, 10.0), (-170.0, 20.0), (170.0, 20.0), (170.0, 10.0))
    parts = list(topology.cut_at_edges(ring))
    assert sorted(topology.box_of(part)[:2] for part in parts) == [(-180.0, -170.0), (170.0, 180.0)]


def test_a_ring_around_the_pole_is_closed_along_it(topology: ModuleType) -> None:
    ring = ((-180.0, -70.0), (-60.0, -70.0), (60.0, -70.0), (180.0, -70.0))
    (part,) = topology.cut_at_edges(ring)
    assert topology.box_of(part) == (-180.0, 180.0, -90.0, -70.0)


def test_a_simpler_line_keeps_its_ends_and_what_sticks_out(topology: ModuleType) -> None:
    line = ((0.0, 0.0), (1.0, 0.01), (2.0, 5.0), (3.0, 0.01), (4.0, 0.0))
    assert topology.simplify(line, 0.1) == ((0.0, 0.0), (1.0, 0.01), (2.0, 5.0), (3.0, 0.01), (4.0, 0.0))
    assert topology.simplify(((0.0, 0.0), (1.0, 0.01), (2.0, 0.0)), 0.1) == ((0.0, 0.0), (2.0, 0.0))


def test_a_point_is_found_inside_its_ring(topology: ModuleType) -> None:
    ring = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
    assert topology.is_inside(ring, (2.0, 2.0))
    assert not topology.is_inside(ring, (5.0, 2.0))
