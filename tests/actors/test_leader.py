"""Leaders whom news names without their state."""

import pytest

from dragoman.knowledge.authority import load_authority, load_leaders


@pytest.mark.parametrize(
    ("name", "office", "year", "polity"),
    [
        ("Mugabe", "president", 2001, "ZWE"),
        ("Robert Gabriel Mugabe", None, 2001, "ZWE"),
        ("Thatcher", "prime minister", 1983, "GBR"),
        ("Bush", "us president", 2004, "USA"),
        ("Bush", "president", None, "USA"),
        ("Hassan", "king", 1990, "MAR"),
        ("Hussein", "king", 1990, "JOR"),
        ("Kim Jong-il", "leader", 2003, "PRK"),
        ("Deng Xiaoping", None, 1989, "CHN"),
        ("Lee", "president", 2010, "KOR"),
        ("Lincoln", "president", 2019, "USA"),
        ("Annan", "secretary-general", 2003, "UN"),
    ],
)
def test_a_name_with_its_office_or_in_full_is_the_leader(
    name: str, office: str | None, year: int | None, polity: str
) -> None:
    found = load_leaders().resolve(name, office, year)
    assert found is not None
    assert found.party.id == polity


@pytest.mark.parametrize(
    ("name", "office", "year"),
    [
        ("Mugabe", None, 2001),
        ("Mugabe", "foreign minister", 2001),
        ("Mugabe", "president", 1950),
        ("Sample", "president", 2001),
        ("", "president", 2001),
        ("Deng Xiaoping", None, 1850),
        ("Kirchner", "king", 2005),
    ],
)
def test_other_names_other_offices_and_other_times_stay_open(name: str, office: str | None, year: int) -> None:
    assert load_leaders().resolve(name, office, year) is None


def test_leaders_of_two_polities_under_one_name_stay_open_unless_the_year_decides() -> None:
    leaders = load_leaders()
    assert leaders.resolve("Fernandez", "president", None) is None
    found = leaders.resolve("Fernandez", "president", 2021)
    assert found is not None
    assert found.party.id == "ARG"


def test_every_leader_led_somebody_whom_the_authority_file_knows() -> None:
    authority = load_authority()
    assert load_leaders().ids <= {entity.id for entity in authority}
