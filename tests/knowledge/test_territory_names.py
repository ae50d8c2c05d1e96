"""Names in other languages lead to the same entries."""

import pytest

from dragoman.knowledge.authority import load_authority


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("乌克兰", "UKR"),
        ("Северная Корея", "PRK"),
        ("朝鲜", "PRK"),
        ("조선민주주의인민공화국", "PRK"),
        ("북한", "PRK"),
        ("كوريا الشمالية", "PRK"),
        ("أوكرانيا", "UKR"),
        ("Corea del Norte", "PRK"),
        ("Nordkorea", "PRK"),
        ("Косово", "XKX"),
        ("科索沃", "XKX"),
        ("대만", "TWN"),
        ("Донецкая Народная Республика", "DPR"),
        ("ЛНР", "LPR"),
        ("Приднестровье", "TRN"),
        ("Sahara Occidental", "ESH"),
        ("فلسطين", "PSE"),
        ("СССР", "SUN"),
        ("სამხრეთ ოსეთი", "SOS"),
        ("Արցախ", "ART"),
    ],
)
def test_a_name_in_another_language_is_found(name: str, id_: str) -> None:
    assert load_authority().resolve_name(name).id == id_


def test_kosovo_is_never_serbia_and_northern_cyprus_never_cyprus() -> None:
    authority = load_authority()
    assert authority.resolve_name("Kosovo").ids == ("XKX",)
    assert authority.resolve_name("Northern Cyprus").ids == ("NCY",)
    assert authority.resolve_name("Somaliland").ids == ("SML",)
