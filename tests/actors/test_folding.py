"""Levelled text keeps every place; folded names are compared without case, accents and points."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.folding import fold_name, latin_name, level_text


@given(st.text())
def test_levelling_keeps_the_length_of_any_text(text: str) -> None:
    assert len(level_text(text)) == len(text)


def test_levelling_turns_typographic_marks_into_plain_ones() -> None:
    assert level_text("Côte d’Ivoire\u00a0– Guinea‑Bissau") == "Cote d'Ivoire - Guinea-Bissau"


def test_folding_keeps_other_scripts() -> None:
    assert fold_name("Северная Корея") == "северная корея"


def test_a_name_of_only_an_article_is_kept() -> None:
    assert fold_name("The") == "the"


def test_near_misses_are_compared_in_latin_letters() -> None:
    assert latin_name("Київ").isascii()
