from datetime import date

import pytest

from dragoman.dates.event_date import UNKNOWN_DATE, DateBasis, EventDate, event_date
from dragoman.documents.span import Span
from dragoman.errors import DateError


def test_a_date_is_given_as_plain_json_values() -> None:
    given = event_date("2022-07-13", DateBasis.EXPLICIT, text="July 13th, 2022", span=Span(3, 18))
    assert given.to_dict() == {
        "edtf": "2022-07-13",
        "earliest": "2022-07-13",
        "latest": "2022-07-13",
        "basis": "explicit",
        "text": "July 13th, 2022",
        "span": {"start": 3, "end": 18},
        "anchor": "",
    }


def test_an_open_end_is_null() -> None:
    assert event_date("2014/..", DateBasis.EXPLICIT).to_dict()["latest"] is None


def test_an_unknown_date_has_no_day_and_says_so() -> None:
    unknown = event_date(None, DateBasis.RELATIVE, text="yesterday")
    assert unknown.basis is DateBasis.UNKNOWN
    assert not unknown.is_known
    assert unknown.interval is None
    assert not UNKNOWN_DATE.is_known


def test_days_without_a_date_are_refused() -> None:
    with pytest.raises(DateError, match="unknown"):
        EventDate(None, date(2022, 7, 13), None, DateBasis.UNKNOWN)


def test_a_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(DateError, match="not before"):
        EventDate("2022", date(2022, 7, 13), date(2022, 7, 12), DateBasis.EXPLICIT)
