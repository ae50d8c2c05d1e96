from datetime import UTC, date, datetime

import pytest
from tests.claims.factories import make_claim

from dragoman.answers.horizon import parse_horizon
from dragoman.dates.interval import Certainty
from dragoman.errors import DateError


@pytest.mark.parametrize(
    ("as_of", "first", "last"),
    [
        ("2022-07", date(2022, 7, 1), date(2022, 7, 31)),
        ("2022-07-13/2022-07-20", date(2022, 7, 13), date(2022, 7, 20)),
        ("2022~", date(2021, 1, 1), date(2023, 12, 31)),
        ("../2022", None, date(2022, 12, 31)),
    ],
)
def test_as_of_a_span_means_some_day_of_it(as_of: str, first: date | None, last: date) -> None:
    horizon = parse_horizon(as_of)
    assert (horizon.first, horizon.day) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "certainty"),
    [
        ("2022-07-13", Certainty.CERTAINLY),
        ("2022-07-14", Certainty.POSSIBLY),
        ("2022-07", Certainty.POSSIBLY),
        ("2022-07-20", Certainty.POSSIBLY),
        ("2022-07-21", Certainty.NO),
    ],
)
def test_what_falls_into_the_asked_span_is_only_possible(edtf: str, certainty: Certainty) -> None:
    assert parse_horizon("2022-07-13/2022-07-20").happened(make_claim(date=edtf), None) is certainty


def test_known_on_a_day_means_with_all_that_was_recorded_on_it() -> None:
    known = parse_horizon(known="2022-07-20").known
    assert known is not None
    assert datetime(2022, 7, 20, 23, 59, tzinfo=UTC) < known < datetime(2022, 7, 21, tzinfo=UTC)


def test_a_moment_of_knowledge_is_turned_to_utc() -> None:
    assert parse_horizon(known="2022-07-20T12:00+03:00").known == datetime(2022, 7, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize(("as_of", "known"), [("soon", None), ("2022/..", None), (None, "yesterday")])
def test_a_time_that_cannot_be_read_is_refused(as_of: str | None, known: str | None) -> None:
    with pytest.raises(DateError):
        parse_horizon(as_of, known)


@pytest.mark.parametrize(
    ("edtf", "certainty"),
    [("2022-07-13", Certainty.CERTAINLY), ("2022-07", Certainty.POSSIBLY), ("2022-08", Certainty.NO)],
)
def test_a_vague_date_has_possibly_happened_by_a_day_within_it(edtf: str, certainty: Certainty) -> None:
    assert parse_horizon("2022-07-20").happened(make_claim(date=edtf), None) is certainty


@pytest.mark.parametrize(
    ("published", "certainty"),
    [("2022-07-14", Certainty.CERTAINLY), ("2023-11-25", Certainty.POSSIBLY), (None, Certainty.POSSIBLY)],
)
def test_without_a_date_only_not_after_publication_is_known(published: str | None, certainty: Certainty) -> None:
    assert parse_horizon("2022-07-20").happened(make_claim(date=None), published) is certainty
