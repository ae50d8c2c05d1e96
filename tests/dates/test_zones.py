from datetime import date, datetime, time, timedelta, timezone

import pytest

from dragoman.dates.interval import day_interval, month_interval
from dragoman.dates.zones import UTC_OFFSETS, can_be_same_moment, days_elsewhere, days_of_moment

KYIV, PYONGYANG, MOSCOW = (UTC_OFFSETS[polity] for polity in ("UKR", "PRK", "RUS"))
THE_13TH, THE_14TH, THE_15TH = (day_interval(date(2022, 7, day)) for day in (13, 14, 15))


def test_an_evening_in_kyiv_is_the_next_day_in_pyongyang() -> None:
    moment = datetime(2022, 7, 13, 19, 24, tzinfo=timezone(timedelta(hours=3)))
    assert days_of_moment(moment, (540,)) == THE_14TH


def test_a_time_of_day_leaves_fewer_days_than_none() -> None:
    assert days_elsewhere(date(2022, 7, 13), (180,), (540,), at=time(19, 24)) == THE_14TH
    assert days_elsewhere(date(2022, 7, 13), (180,), (540,)).latest == date(2022, 7, 14)


def test_clocks_that_may_differ_give_all_days_they_allow() -> None:
    evening = days_elsewhere(date(2022, 7, 13), KYIV, PYONGYANG, at=time(17, 40))
    assert (evening.earliest, evening.latest) == (date(2022, 7, 13), date(2022, 7, 14))


def test_two_dates_of_one_act_may_differ_by_a_day_and_agree() -> None:
    assert can_be_same_moment(THE_13TH, KYIV, THE_14TH, PYONGYANG)
    assert not can_be_same_moment(THE_13TH, KYIV, THE_15TH, PYONGYANG)


def test_clocks_excuse_no_difference_at_one_place() -> None:
    assert not can_be_same_moment(THE_14TH, KYIV, THE_13TH, KYIV)
    assert can_be_same_moment(THE_14TH, PYONGYANG, THE_13TH, KYIV)


def test_dates_that_overlap_agree_without_clocks() -> None:
    assert can_be_same_moment(month_interval(2022, 7), MOSCOW, THE_13TH, PYONGYANG)


@pytest.mark.parametrize("polity", sorted(UTC_OFFSETS))
def test_every_clock_is_within_the_range_of_the_world(polity: str) -> None:
    assert all(-720 <= minutes <= 840 for minutes in UTC_OFFSETS[polity])
    assert all(minutes % 15 == 0 for minutes in UTC_OFFSETS[polity])
