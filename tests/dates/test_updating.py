import pytest
from tests.dates.sentences import tell

from dragoman.dates.narrative import DateContext
from dragoman.dates.updating import is_undated_update, is_update_label
from dragoman.documents.span import Span


@pytest.mark.parametrize(
    "label",
    ["UPDATE 1 (Jan 4): Bahrain followed.", "Update, Jan 4", "-- Added on Jan 4: a note", "Updated Jan 4 – more"],
)
def test_a_date_behind_a_word_for_an_update_is_its_day(label: str) -> None:
    start = label.index("Jan")
    assert is_update_label(label, Span(start, start + 5))


@pytest.mark.parametrize(
    "text", ["The treaty was updated on Jan 4.", "Update the list by Jan 4, please.", "Jan 4: talks"]
)
def test_another_date_is_none(text: str) -> None:
    start = text.index("Jan")
    assert not is_update_label(text, Span(start, start + 5))


def test_weekdays_behind_an_update_are_counted_from_its_day() -> None:
    context = DateContext(published="2016-01-03")
    told = tell("They met on Saturday.", "Update (Jan 6): They met again on Tuesday.", context=context)
    assert [mention.date.edtf for mention in told] == ["2016-01-02", "2016-01-06", "2016-01-05"]


def test_an_update_is_never_before_the_page() -> None:
    (day,) = tell("Added on Thursday: the embassy is closed.", context=DateContext(published="2021-08-25"))
    assert day.date.edtf == "2021-08-26"


@pytest.mark.parametrize(
    "label",
    ["ADDED LATER: Peru followed.", "Later developments", "Update: Peru followed.", "Postscript – Peru followed."],
)
def test_an_addition_may_be_without_a_day(label: str) -> None:
    assert is_undated_update(label)


@pytest.mark.parametrize(
    "text", ["Updates are expected.", "Added duties hit trade.", "New entries were rare.", "Later, it left."]
)
def test_another_beginning_is_no_addition(text: str) -> None:
    assert not is_undated_update(text)


def test_what_was_added_later_happened_after_the_page_and_in_order() -> None:
    context = DateContext(published="2019-06-06")
    told = tell(
        "The envoys had left in May 2014.",
        "They returned in November of that year.",
        "ADDED LATER: On June 22 Peru closed its embassy.",
        "On January 3 it was opened again.",
        context=context,
    )
    assert [mention.date.edtf for mention in told] == ["2014-05", "2014-11", "2019-06-22", "2020-01-03"]


def test_an_agency_may_head_a_report_with_the_word() -> None:
    told = tell("UPDATE: Peru closed its embassy on January 3.", context=DateContext(published="2019-02-01"))
    assert [mention.date.edtf for mention in told] == ["2019-01-03"]
