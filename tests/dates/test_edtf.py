from datetime import date

import edtf as library
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dates.test_interval import intervals

from dragoman.dates.edtf import is_edtf, parse_edtf, write_edtf
from dragoman.dates.interval import DateInterval, days_between
from dragoman.errors import DateError

READ = [
    ("2022-07-13", "2022-07-13", "2022-07-13"),
    ("2022-07", "2022-07-01", "2022-07-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2022", "2022-01-01", "2022-12-31"),
    ("2022-07-14T16:54", "2022-07-14", "2022-07-14"),
    ("2022-07-14T16:54:00Z", "2022-07-14", "2022-07-14"),
    ("2022-07-14T16:54:00+08:00", "2022-07-14", "2022-07-14"),
    # digits that are not known
    ("2022-07-1X", "2022-07-10", "2022-07-19"),
    ("2022-07-3X", "2022-07-30", "2022-07-31"),
    ("2022-1X", "2022-10-01", "2022-12-31"),
    ("2022-XX-XX", "2022-01-01", "2022-12-31"),
    ("2022-XX-31", "2022-01-31", "2022-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("19XX-02-29", "1904-02-29", "1996-02-29"),
    # qualified
    ("1998?", "1998-01-01", "1998-12-31"),
    ("1998~", "1997-01-01", "1999-12-31"),
    ("1998-01%", "1997-12-01", "1998-02-28"),
    ("2022-07-13~", "2022-07-12", "2022-07-14"),
    ("2004-06~-11", "2004-05-01", "2004-07-31"),
    ("?2004-06-11", "2004-06-11", "2004-06-11"),
    # seasons and parts
    ("1917-21", "1917-03-01", "1917-05-31"),
    ("2014-24", "2014-01-01", "2015-02-28"),
    ("2014-35", "2014-07-01", "2014-09-30"),
    ("1998-40", "1998-01-01", "1998-06-30"),
    # intervals
    ("2014/2016", "2014-01-01", "2016-12-31"),
    ("2014/..", "2014-01-01", None),
    ("2014/", "2014-01-01", None),
    ("../1998-01", None, "1998-01-31"),
    ("/1998", None, "1998-12-31"),
    ("1990~/1995", "1989-01-01", "1995-12-31"),
    # sets
    ("[1998-01..1998-04]", "1998-01-01", "1998-04-30"),
    ("[..2016]", None, "2016-12-31"),
    ("[2016..]", "2016-01-01", None),
    ("[2022-04-07,2022-07-04]", "2022-04-07", "2022-07-04"),
    ("{2022-07-13, 2022-07-14}", "2022-07-13", "2022-07-14"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), READ)
def test_edtf_is_read_as_the_days_it_may_mean(text: str, earliest: str | None, latest: str | None) -> None:
    interval = parse_edtf(text)
    found = tuple(None if day is None else day.isoformat() for day in (interval.earliest, interval.latest))
    assert found == (earliest, latest)


REFUSED = (
    "", "/", "[]", "[..]", "..", "yesterday", "13.7.2022", "2022-7-13", "2022-13", "2022-02-30", "2022-02-3X", "0000",
    "-0044", "Y170000", "2022/2021", "2022-07-14T25:00", "٢٠٢٢", "[2022..2021]", "2022-42", "[2014/2016]", "2" * 10_000,
)  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_edtf_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(DateError, match="Cannot read the date"):
        parse_edtf(text)


WRITTEN = [
    (date(2022, 7, 13), date(2022, 7, 13), "2022-07-13"),
    (date(2022, 7, 1), date(2022, 7, 31), "2022-07"),
    (date(1998, 1, 1), date(1998, 12, 31), "1998"),
    (date(1990, 1, 1), date(1999, 12, 31), "199X"),
    (date(1800, 1, 1), date(1899, 12, 31), "18XX"),
    (date(1998, 1, 1), date(1998, 4, 30), "[1998-01..1998-04]"),
    (date(2022, 6, 11), date(2022, 6, 20), "[2022-06-11..2022-06-20]"),
    (None, date(2016, 12, 31), "[..2016]"),
    (None, None, "../.."),
]


@pytest.mark.parametrize(("first", "last", "text"), WRITTEN)
def test_the_shortest_form_is_written(first: date | None, last: date | None, text: str) -> None:
    assert write_edtf(days_between(first, last)) == text


def test_what_lasted_is_written_as_an_interval() -> None:
    assert write_edtf(days_between(date(2015, 1, 1), date(2016, 12, 31)), lasting=True) == "2015/2016"
    assert write_edtf(days_between(date(2014, 4, 1), None), lasting=True) == "2014-04/.."


@given(intervals(), st.booleans())
def test_what_is_written_reads_as_the_same_interval(interval: DateInterval, lasting: bool) -> None:  # noqa: FBT001 - drawn
    assert parse_edtf(write_edtf(interval, lasting=lasting)) == interval


@given(intervals().filter(lambda one: one.start or one.end), st.booleans())
def test_another_reader_takes_what_is_written_for_edtf(interval: DateInterval, lasting: bool) -> None:  # noqa: FBT001 - drawn
    assert library.is_valid_edtf(write_edtf(interval, lasting=lasting))


@given(st.one_of(st.text(), st.text(alphabet="0123456789X-/.?~%[]{}, TZ+:")))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert is_edtf(text) in {True, False}
