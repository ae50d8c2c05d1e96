"""Long names of offices are one word to the parser."""

import pytest

from dragoman.parsing.masking import mask
from dragoman.parsing.offices import find_offices


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("as Chargé d’Affaires ad interim in Oslo", "as Minister in Oslo"),
        ("the Envoy Extraordinary and Minister Plenipotentiary left", "the Minister left"),
        ("the Consulates General in Peru", "the Consulates in Peru"),
        ("a consul general at Bergen", "a consul at Bergen"),
        ("the minister and the consul", "the minister and the consul"),
    ],
)
def test_an_office_is_seen_as_one_word(text: str, seen: str) -> None:
    assert mask(text).text == seen


def test_what_is_no_office_is_left_alone() -> None:
    assert list(find_offices("A general election in the consular district")) == []
