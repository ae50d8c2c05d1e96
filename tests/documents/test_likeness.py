from hypothesis import given
from hypothesis import strategies as st
from tests.claims.factories import make_document

from dragoman.documents.likeness import find_alike, find_bands

WORDS = (
    "the ministry said on friday that the two governments had agreed to open embassies in each other s capital "
    "before the end of the year after talks that lasted three days and were held behind closed doors in a hotel by "
    "the lake officials on both sides called the step long overdue and said that trade would follow"
).split()
TEXT = " ".join(WORDS)


def similarity(one: str, other: str) -> float:
    first, second = make_document(one, name="one"), make_document(f"{other} ", name="other")
    if set(find_bands(first)).isdisjoint(find_bands(second)):
        return 0.0
    return next((one.similarity for one in find_alike(second, [first])), 0.0)


def test_a_reprint_with_a_new_first_line_is_like_its_original() -> None:
    assert similarity(TEXT, f"From our correspondents. {TEXT}") > 0.8


def test_the_same_report_in_other_words_is_not() -> None:
    other = (
        "both states will set up missions by december their foreign ministers announced following negotiations beside "
        "the lake which nobody was allowed to watch commerce is expected to grow and diplomats spoke of a late but "
        "welcome decision that neither capital had thought possible in spring when the border was still shut"
    )
    assert similarity(TEXT, other) == 0.0


def test_a_text_of_a_few_words_is_not_compared() -> None:
    short = make_document("Two states agreed.")
    assert find_bands(short) == ()
    assert find_alike(short, [make_document("Two states agreed. ")]) == ()


def test_bands_stay_what_stores_hold() -> None:
    bands = find_bands(make_document(TEXT))
    assert (len(bands), bands[0], bands[-1]) == (32, "00764beda34c19e397", "31230a1581e36c192f")


def test_scripts_without_blanks_are_compared_by_characters() -> None:
    text = (
        "两国政府周五宣布将在年底前互设大使馆此前双方在湖边的一家酒店举行"
        "了为期三天的闭门会谈官员称这一步早该迈出贸易也将随之增长"
    )
    assert similarity(text, text + "完") > 0.8


@given(st.lists(st.sampled_from(WORDS), min_size=60, max_size=90))
def test_a_text_is_as_like_itself_as_can_be(words: list[str]) -> None:
    text = " ".join(words)
    if find_bands(make_document(text)):
        assert similarity(text, text) == 1.0
