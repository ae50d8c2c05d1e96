from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.parsing.pieces import MAX_PIECE, MAX_WORD, find_pieces

TEXTS = st.text(
    st.one_of(st.sampled_from(" \n\r\t.,“”’–\u00a0\u00ad\u200b\u2028\x00\x1fAa"), st.characters()), max_size=300
)


@given(TEXTS)
@example("A\u00a0b \u00ad\n\n c")
def test_every_letter_stands_in_one_piece_at_its_own_place(text: str) -> None:
    places = [
        place
        for piece in find_pieces(text)
        for index in range(len(piece.text))
        for place in [piece.bounds(index, index + 1)[0]]
        if piece.text[index] != " "
    ]
    letters = [letter for piece in find_pieces(text) for letter in piece.text if letter != " "]
    assert places == sorted(set(places))
    assert [text[place] for place in places] == letters
    assert {place for place, letter in enumerate(text) if letter.isalnum()} <= set(places)


@given(TEXTS)
def test_pieces_have_single_blanks_and_none_at_their_ends(text: str) -> None:
    for piece in find_pieces(text):
        assert piece.text == " ".join(piece.text.split())
        assert piece.text


@given(TEXTS)
def test_the_bounds_of_a_stretch_enclose_all_its_characters(text: str) -> None:
    for piece in find_pieces(text):
        start, end = piece.bounds(0, len(piece.text))
        assert 0 <= start < end <= len(text)


def test_no_break_spaces_and_soft_hyphens_are_cleaned_but_counted() -> None:
    (piece,) = find_pieces("the\u00a0Em\u00adbassy  closed")
    assert piece.text == "the Embassy closed"
    assert piece.bounds(4, 11) == (4, 12)


def test_a_headline_and_the_line_after_it_are_two_pieces() -> None:
    assert [piece.text for piece in find_pieces("Minister Resigns\nThe minister resigned.")] == [
        "Minister Resigns",
        "The minister resigned.",
    ]


def test_lines_wrapped_at_a_fixed_width_are_one_piece() -> None:
    text = "The two governments agreed to\nopen embassies and to exchange\nAmbassadors before the end of\nJune."
    assert len(list(find_pieces(text))) == 1


def test_a_line_that_runs_on_in_lower_case_is_joined() -> None:
    assert [piece.text for piece in find_pieces("The ministry\nsaid so.\nIt denied the rest.")] == [
        "The ministry said so.",
        "It denied the rest.",
    ]


def test_blank_lines_end_a_piece_even_before_lower_case() -> None:
    assert len(list(find_pieces("one\n\ntwo\r\n\r\nthree"))) == 3


def test_a_long_line_is_cut_at_the_end_of_a_sentence() -> None:
    pieces = list(find_pieces("The talks went on. " * 3000))
    assert max(len(piece.text) for piece in pieces) <= MAX_PIECE
    assert all(piece.text.endswith("on.") for piece in pieces)


def test_a_megabyte_without_blanks_is_cut_into_short_words() -> None:
    pieces = list(find_pieces("x" * 1_000_000))
    assert max(len(piece.text) for piece in pieces) <= MAX_WORD
    assert sum(len(piece.text) for piece in pieces) == 1_000_000


def test_text_without_letters_and_digits_has_no_pieces() -> None:
    assert list(find_pieces("")) == []
    assert list(find_pieces("* * *\n------\n“…”")) == []
    assert list(find_pieces(" \n\t\x00\u200b\ufeff ")) == []
