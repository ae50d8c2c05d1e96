import pytest
from tests.dates.sentences import tell

from dragoman.dates.narrative import DateContext
from dragoman.dates.updating import is_update_label
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
