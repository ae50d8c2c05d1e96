from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.interval import (
    Certainty,
    DateInterval,
    day_interval,
    days_between,
    month_interval,
    year_interval,
)
from dragoman.errors import DateError

DAYS = st.dates()
PAIRS = st.tuples(DAYS, DAYS).map(sorted)


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    first, last = draw(PAIRS)
    start = draw(st.sampled_from([first, None]))
    return days_between(start, draw(st.sampled_from([last, None])))


def test_an_interval_whose_end_is_not_after_its_start_is_refused() -> None:
    with pytest.raises(DateError, match="an end after the start"):
        DateInterval(date(2022, 7, 13), date(2022, 7, 13))


def test_the_latest_day_is_inside_and_the_end_is_not() -> None:
    july = month_interval(2022, 7)
    assert july.latest == date(2022, 7, 31)
    assert july.covers(date(2022, 7, 31))
    assert not july.covers(date(2022, 8, 1))


def test_the_last_day_of_the_calendar_leaves_the_end_open() -> None:
    assert day_interval(date.max) == DateInterval(date.max, None)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (year_interval(2021), year_interval(2022), Certainty.CERTAINLY),
        (year_interval(2021), month_interval(2021, 7), Certainty.POSSIBLY),
        (year_interval(2022), year_interval(2021), Certainty.NO),
        (day_interval(date(2022, 7, 13)), day_interval(date(2022, 7, 13)), Certainty.NO),
        (DateInterval(None, date(1999, 1, 1)), year_interval(1998), Certainty.POSSIBLY),
        (DateInterval(date(1999, 1, 1), None), year_interval(1998), Certainty.NO),
    ],
)
def test_what_is_imprecise_lies_certainly_possibly_or_not_before(
    one: DateInterval, other: DateInterval, answer: Certainty
) -> None:
    assert one.before(other) is answer


def test_an_act_dated_by_year_is_possibly_on_a_day_of_it() -> None:
    assert year_interval(2022).contains(date(2022, 7, 13)) is Certainty.POSSIBLY
    assert year_interval(2022).contains(date(2021, 7, 13)) is Certainty.NO
    assert day_interval(date(2022, 7, 13)).contains(date(2022, 7, 13)) is Certainty.CERTAINLY


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2021, 12, 31), Certainty.NO),
        (date(2022, 1, 1), Certainty.POSSIBLY),
        (date(2022, 12, 31), Certainty.CERTAINLY),
    ],
)
def test_an_act_has_certainly_happened_only_after_its_latest_day(day: date, answer: Certainty) -> None:
    assert year_interval(2022).happened_by(day) is answer


@given(intervals(), intervals(), DAYS)
def test_within_overlap_and_intersection_agree(one: DateInterval, other: DateInterval, day: date) -> None:
    both = one.intersection(other)
    assert (both is not None) == one.overlaps(other) == other.overlaps(one)
    assert (one.within(other) is Certainty.NO) == (both is None)
    if both is not None:
        assert both.covers(day) == (one.covers(day) and other.covers(day))


@given(intervals(), intervals())
def test_nothing_is_certainly_before_and_after_the_same(one: DateInterval, other: DateInterval) -> None:
    if one.before(other) is Certainty.CERTAINLY:
        assert other.before(one) is Certainty.NO
        assert not one.overlaps(other)
