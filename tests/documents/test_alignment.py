"""Paragraphs beside their translations: in order, each once, by length and number."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.alignment import MOST, align_paragraphs

SHORT, LONG = "A line. ", "A sentence that goes on for quite a while, as sentences do. " * 4


def pairs(left: list[str], right: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return what is put beside each other, as plain tuples."""
    return [(one.left, one.right) for one in align_paragraphs(left, right)]


def test_paragraphs_of_the_same_lengths_stand_beside_each_other() -> None:
    texts = [SHORT, LONG, SHORT, LONG + LONG]
    assert pairs(texts, [text[: len(text) // 3] for text in texts]) == [((n,), (n,)) for n in range(4)]


def test_a_paragraph_that_was_cut_in_two_stands_beside_both_parts() -> None:
    assert ((1,), (1, 2)) in pairs([SHORT, LONG * 2, SHORT], [SHORT, LONG, LONG, SHORT])


def test_what_the_other_side_leaves_out_stands_alone() -> None:
    found = pairs([SHORT, LONG * 3, SHORT + "1992", LONG], [SHORT, SHORT + "1992", LONG])
    assert ((1,), ()) in found
    assert ((2,), (1,)) in found


def test_a_number_on_both_sides_speaks_for_a_pair() -> None:
    left = ["It began on 4 May 1992.", "By then it was 33.7 million.", "It ended soon."]
    assert ((1,), (0,)) in pairs(left, ["33.7 百万", "结束了"])


def test_a_side_without_paragraphs_leaves_the_other_alone() -> None:
    assert pairs([SHORT], []) == [((0,), ())]
    assert pairs([], []) == []


@given(st.lists(st.text(max_size=40), max_size=12), st.lists(st.text(max_size=40), max_size=12))
def test_each_paragraph_stands_once_and_in_order(left: list[str], right: list[str]) -> None:
    found = align_paragraphs(left, right)
    assert [place for one in found for place in one.left] == list(range(len(left)))
    assert [place for one in found for place in one.right] == list(range(len(right)))


def test_very_long_texts_are_aligned_as_far_as_is_affordable() -> None:
    found = align_paragraphs([LONG] * (MOST + 5), [LONG] * (MOST + 5))
    assert found[-1].left == tuple(range(MOST, MOST + 5))
    assert len(found) == MOST + 1
