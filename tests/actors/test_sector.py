"""Nouns tell the sector of an actor."""

import pytest

from dragoman.knowledge.authority import load_sectors


@pytest.mark.parametrize(
    ("words", "sector", "role"),
    [
        ("north korean foreign minister", "GOV", "foreign minister"),
        ("russian ambassador", "GOV", "ambassador"),
        ("defence ministry", "MIL", None),
        ("air force", "MIL", None),
        ("parliament", "LEG", None),
        ("supreme court", "JUD", None),
        ("rebel leader", "REB", "rebel leader"),
        ("refugee", "REF", None),
        ("news agency", "JRN", None),
        ("opposition leader", "OPP", "opposition leader"),
        ("security forces", "COP", None),
        ("country", None, None),
    ],
)
def test_the_longest_phrase_at_the_end_counts(words: str, sector: str | None, role: str | None) -> None:
    noun = load_sectors().find_ending(tuple(words.split()))
    assert noun is not None
    assert (noun.sector, noun.role) == (sector, role)


def test_a_thing_has_no_sector() -> None:
    assert load_sectors().find_ending(("grain",)) is None


def test_only_who_holds_an_office_speaks() -> None:
    ambassador, embassy = load_sectors().find("ambassador"), load_sectors().find("embassy")
    assert ambassador is not None
    assert embassy is not None
    assert (ambassador.is_office, embassy.is_office) == (True, False)
