"""The data of the world map: sources keep to their schema, and everybody in them is known."""

import json
import re

import pytest
import yaml
from jsonschema import Draft202012Validator

from dragoman.knowledge.authority import load_authority
from dragoman.knowledge.authority_files import data_folder
from dragoman.knowledge.world_map import load_world_map


def test_the_contested_areas_keep_to_their_schema() -> None:
    folder = data_folder().joinpath("map")
    schema = json.loads(folder.joinpath("schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(yaml.safe_load(folder.joinpath("contested.yaml").read_text("utf-8")))


def test_everybody_on_the_map_is_in_the_authority_file() -> None:
    world, authority = load_world_map(), load_authority()
    areas = world.areas.values()
    named = {one for area in areas for one in (*area.held_by, *area.claimed_by)}
    named |= {area.id for area in areas if not area.name} | set(world.viewpoints)
    named |= {one for view in world.viewpoints.values() for one in view}
    named |= {one for one in world.shapes if one not in world.areas}
    assert [one for one in sorted(named) if authority.find(one) is None] == []


def test_each_contested_area_and_each_polity_of_a_viewpoint_has_a_place() -> None:
    world = load_world_map()
    assert set(world.areas) <= set(world.shapes)
    assert {one for view in world.viewpoints.values() for one in view} <= set(world.shapes)


@pytest.mark.parametrize("identifier", ["ABK", "SOS", "TRN", "DPR", "LPR", "crimea", "ESH", "PSE", "TWN", "XKX"])
def test_whom_others_claim_is_listed_as_contested(identifier: str) -> None:
    assert load_world_map().areas[identifier].claimed_by


def test_viewpoints_contradict_each_other() -> None:
    views = load_world_map().viewpoints
    assert len(views) == 31
    assert {view["XKX"] for view in views.values()} == {"state", "not-shown", "part"}
    assert views["TUR"]["NCY"] == "state"


def test_paths_are_whole_numbers_that_close() -> None:
    path = re.compile(r"(M\d+ \d+l(-?\d+[ -]?)+z)*")
    assert [shape.id for shape in load_world_map().shapes.values() if not path.fullmatch(shape.path)] == []


def test_every_region_lies_on_the_map() -> None:
    regions = load_world_map().regions
    world = regions["world"]
    for box in regions.values():
        assert world.left <= box.left
        assert box.left + box.width <= world.left + world.width
        assert world.top <= box.top
        assert box.top + box.height <= world.top + world.height
