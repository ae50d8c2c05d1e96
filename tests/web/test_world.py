"""The world map: nobody gets a contested area without a word, whoever's borders are drawn."""

import pytest

from dragoman.errors import NameUnknownError
from dragoman.knowledge.authority import load_authority
from dragoman.knowledge.world_map import load_world_map
from dragoman.web.asked import Asked
from dragoman.web.views.world import MapAsked, MapView, Patch, Stand, draw_contested, draw_world, read_map_asked


def draw(seen_by: str = "", **stands: Stand) -> MapView:
    return draw_world(load_authority(), stands, "Test", chosen=MapAsked(seen_by), asked=Asked())


def patch_of(view: MapView, name: str) -> Patch:
    return next(patch for patch in view.patches if patch.title.startswith(name))


def test_a_contested_area_is_contested_unless_a_viewpoint_is_asked_for() -> None:
    assert patch_of(draw(), "Kosovo").border == "contested"
    assert patch_of(draw("GBR"), "Kosovo").border == "state"
    assert patch_of(draw("RUS"), "Kosovo").border == "within"
    assert patch_of(draw("RUS"), "France").border == "plain"


@pytest.mark.parametrize("seen_by", ["", *load_world_map().viewpoints])
def test_whoever_draws_the_borders_each_contested_area_is_named_with_its_claimants(seen_by: str) -> None:
    view = draw(seen_by)
    assert len(view.areas) == len(load_world_map().areas)
    assert "contested, claimed by Ukraine" in patch_of(view, "Crimea").title
    assert all(patch.border != "plain" for patch in view.patches if "contested" in patch.title)


def test_a_viewpoint_that_does_not_show_a_state_marks_it_too() -> None:
    assert patch_of(draw("PAK"), "Israel").border == "within"
    assert patch_of(draw(), "Israel").border == "plain"


def test_who_stands_somehow_has_a_pattern_a_title_and_an_address() -> None:
    patch = patch_of(draw(MLT=Stand("recognises", "recognises, 2008-08-22", "/relations/MLT/XKX")), "Malta")
    assert (patch.key, patch.has_mark, patch.address) == ("recognises", True, "/relations/MLT/XKX")
    assert patch.title == "Malta: recognises, 2008-08-22"


def test_who_has_no_place_on_a_map_of_today_is_named_below_it() -> None:
    assert draw(SUN=Stand("recognises", "recognises", "/")).off_map == ("Soviet Union",)


def test_the_legend_counts_what_is_drawn_and_has_no_empty_lines() -> None:
    told = Stand("refuses", "refuses", "/")
    assert [(line.key, line.count) for line in draw(ESP=told, GRC=told).legend] == [("refuses", 2)]


def test_the_map_of_the_front_page_leads_to_everybody() -> None:
    view = draw_contested(load_authority(), MapAsked(), Asked())
    assert patch_of(view, "Tuvalu").address == "/recognition/TUV"
    assert patch_of(view, "Crimea").address == ""


@pytest.mark.parametrize("query", [("XYZ", ""), ("", "moon")])
def test_an_unknown_viewpoint_or_region_is_refused(query: tuple[str, str]) -> None:
    with pytest.raises(NameUnknownError):
        read_map_asked(*query)
