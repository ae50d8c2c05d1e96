"""What the authority file answers to a name that a user types."""

import pytest

from dragoman.actors.authority import Authority
from dragoman.actors.entity import Entity, EntityName, NameStatus
from dragoman.actors.naming import EntryKind
from dragoman.errors import NameUnknownError
from dragoman.knowledge.authority import load_authority


def make_entity(id_: str, *names: str) -> Entity:
    first, *rest = (EntityName(name) for name in names)
    return Entity(id=id_, kind=EntryKind.POLITY, name=first.text, names=(first, *rest))


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("north korea", "PRK"),
        ("the D.P.R.K.", "PRK"),
        ("KP", "PRK"),
        ("408", "PRK"),
        ("dpr", "DPR"),
        ("lugansk people’s republic", "LPR"),
        ("COTE D'IVOIRE", "CIV"),
        ("Kiev", "UKR"),
        ("austria hungary", "AUH"),
        ("Burma", "MMR"),
        ("hamas", "HAMAS"),
        ("Zaire", "COD"),
    ],
)
def test_case_accents_points_and_articles_do_not_matter(text: str, id_: str) -> None:
    assert load_authority().resolve_name(text).id == id_


@pytest.mark.parametrize(("text", "ids"), [("Congo", {"COG", "COD"}), ("Korea", {"PRK", "KOR", "KRH"})])
def test_a_name_of_several_gives_them_all(text: str, ids: set[str]) -> None:
    resolution = load_authority().resolve_name(text)
    assert set(resolution.ids) == ids
    assert resolution.id is None


def test_what_is_merely_alike_is_a_proposal_and_no_answer() -> None:
    resolution = load_authority().resolve_name("North Koria")
    assert resolution.ids == ()
    assert [proposal.id for proposal in resolution.proposals] == ["PRK"]


def test_a_state_comes_before_a_town_of_the_same_name() -> None:
    assert load_authority().resolve_name("Luxembourg").ids == ("LUX",)


def test_an_unknown_identifier_is_refused_with_near_misses() -> None:
    with pytest.raises(NameUnknownError) as error:
        load_authority().entity("North Koria")
    assert error.value.nearest == ("PRK",)


def test_names_for_lookup_are_answered() -> None:
    entity = Entity(
        id="AAA", kind=EntryKind.AGENCY, name="The Sun", names=(EntityName("The Sun", status=NameStatus.LOOKUP),)
    )
    assert Authority((entity,)).resolve_name("sun").id == "AAA"


def test_an_organisation_is_no_polity() -> None:
    with pytest.raises(NameUnknownError):
        load_authority().polity("UN")


def test_the_name_of_an_unknown_identifier_is_the_identifier() -> None:
    assert Authority((make_entity("AAA", "Aland"),)).name_of("BBB") == "BBB"
