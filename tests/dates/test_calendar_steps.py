from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.calendar_steps import at_distance, moved, part_of, unit_around
from dragoman.dates.edtf import parse_edtf, write_edtf
from dragoman.dates.expression import Part, Unit
from dragoman.dates.interval import DateInterval, day_interval
from dragoman.errors import DateError

UNITS = [Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY]


@pytest.mark.parametrize(
    ("unit", "count", "edtf"),
    [
        (Unit.DAY, 1, "2022-01-01"),
        (Unit.WEEK, 0, "[2021-12-27..2022-01-02]"),
        (Unit.MONTH, 2, "2022-02"),
        (Unit.MONTH, -12, "2020-12"),
        (Unit.YEAR, -1, "2020"),
        (Unit.DECADE, 0, "202X"),
        (Unit.CENTURY, -1, "19XX"),
    ],
)
def test_a_unit_of_the_calendar_holds_its_day(unit: Unit, count: int, edtf: str) -> None:
    assert write_edtf(unit_around(date(2021, 12, 31), unit, count)) == edtf


@pytest.mark.parametrize(
    ("unit", "count", "edtf"),
    [
        (Unit.HOUR, 2, "[2020-02-29..2020-03-01]"),
        (Unit.HOUR, -24, "2020-02-28"),
        (Unit.DAY, 3, "2020-03-03"),
        (Unit.WEEK, -1, "2020-02-22"),
        (Unit.MONTH, 1, "2020-03"),
        (Unit.YEAR, 1, "2021"),
        (Unit.DECADE, 1, "2030"),
    ],
)
def test_days_lead_to_days_and_years_to_years(unit: Unit, count: int, edtf: str) -> None:
    arrived = at_distance(day_interval(date(2020, 2, 29)), unit, count)
    assert arrived is not None
    assert write_edtf(arrived) == edtf


def test_there_is_no_distance_from_an_open_end() -> None:
    assert at_distance(DateInterval(None, date(2022, 1, 1)), Unit.DAY, 3) is None


def test_nothing_lies_outside_the_calendar() -> None:
    with pytest.raises(DateError):
        moved(date.max, 1)
    with pytest.raises(DateError):
        unit_around(date.max, Unit.YEAR, 1)


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("1998", ("[1998-01..1998-04]", "[1998-05..1998-08]", "[1998-09..1998-12]")),
        ("2022-02", ("[2022-02-01..2022-02-10]", "[2022-02-11..2022-02-20]", "[2022-02-21..2022-02-28]")),
        ("199X", ("[1990..1993]", "[1994..1996]", "[1997..1999]")),
        ("18XX", ("[1800..1833]", "[1834..1866]", "[1867..1899]")),
        ("1917-21", ("1917-03", "1917-04", "1917-05")),
        ("2014/..", ("2014/..",) * 3),
    ],
)
def test_early_mid_and_late_are_thirds(edtf: str, parts: tuple[str, str, str]) -> None:
    whole = parse_edtf(edtf)
    assert tuple(part_of(whole, part) for part in Part) == tuple(parse_edtf(part) for part in parts)


@given(st.dates(date(200, 1, 1), date(9800, 1, 1)), st.sampled_from(UNITS), st.sampled_from(list(Part)))
def test_parts_lie_inside_and_units_hold_their_day(day: date, unit: Unit, part: Part) -> None:
    whole = unit_around(day, unit)
    assert whole.covers(day)
    assert whole.includes(part_of(whole, part))
