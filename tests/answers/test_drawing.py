"""The drawing of a pair: known days, vague dates and gaps look different."""

from datetime import date, timedelta

import pytest

from dragoman.answers.axis import EDGE, WIDTH, Scale, find_ticks
from dragoman.answers.drawing import draw_timeline
from dragoman.answers.ladder import Span
from dragoman.dates.event_date import DateBasis, EventDate, event_date
from dragoman.events.kind import Ladder

YEAR_1975 = event_date("1975", DateBasis.EXPLICIT)
YEAR_1990 = event_date("1990", DateBasis.EXPLICIT)


def make_span(step: str | None, start: EventDate | None, end: EventDate | None) -> Span:
    return Span(Ladder.RELATIONS, "PRK", "UKR", "North Korea – Ukraine", step, start, end)


def test_nothing_is_drawn_where_nothing_has_a_day() -> None:
    assert draw_timeline([make_span("full", None, None)], []) is None


def test_the_edges_of_the_scale_hold_days_beyond_them() -> None:
    scale = Scale(date(2000, 1, 1), date(2001, 1, 1))
    assert (scale.x(date(1900, 1, 1)), scale.x(date(2100, 1, 1))) == (EDGE, WIDTH - EDGE)


def test_a_gap_is_drawn_as_a_gap_and_a_step_without_an_end_as_open() -> None:
    drawing = draw_timeline([make_span(None, YEAR_1975, YEAR_1990), make_span("full", YEAR_1990, None)], [])
    assert drawing is not None
    assert [bar.sort for row in drawing.rows for bar in row.bars] == ["gap", "open"]


def test_the_axis_has_few_ticks_however_long_it_is() -> None:
    drawing = draw_timeline([make_span("full", event_date("1500", DateBasis.EXPLICIT), YEAR_1990)], [])
    assert drawing is not None
    assert 2 <= len(drawing.ticks) <= 12


def test_a_step_is_certain_only_between_the_last_day_of_its_beginning_and_the_first_of_its_end() -> None:
    drawing = draw_timeline([make_span("full", YEAR_1975, YEAR_1990)], [])
    assert drawing is not None
    bar = drawing.rows[0].bars[0]
    assert bar.x < bar.sure_x
    assert bar.sure_x + bar.sure_width < bar.x + bar.width


def test_a_step_of_none_is_not_drawn_as_one_that_is_held() -> None:
    drawing = draw_timeline([make_span("none", YEAR_1975, YEAR_1990)], [])
    assert drawing is not None
    assert drawing.rows[0].bars[0].sort == "none"


def test_what_is_outside_of_the_days_to_draw_is_not_drawn_and_a_step_that_lasts_through_them_is() -> None:
    spans = [make_span("full", YEAR_1975, YEAR_1990), make_span("none", YEAR_1990, None)]
    drawing = draw_timeline(spans, [], within=Scale(date(1980, 1, 1), date(1981, 1, 1)))
    assert drawing is not None
    (bar,) = drawing.rows[0].bars
    assert (bar.number, bar.label, bar.x, bar.width) == (1, "full", EDGE, WIDTH - 2 * EDGE)


@pytest.mark.parametrize(("days", "label"), [(14, "3 Jan"), (120, "Feb 2020"), (1000, "2021")])
def test_ticks_are_as_fine_as_the_span_asks_for(days: int, label: str) -> None:
    first = date(2020, 1, 1)
    ticks = list(find_ticks(Scale(first, first + timedelta(days=days))))
    assert 2 <= len(ticks) <= 13
    assert label in {tick.label for tick in ticks}
