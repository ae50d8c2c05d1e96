from dragoman.actors.participant import Mention, Participant
from dragoman.documents.span import Span
from dragoman.events.rule import RoleName
from dragoman.events.sides import find_sides, is_other_person


def side(name: str, place: int, *, person: str | None = None, sector: str | None = "GOV") -> Participant:
    return Participant(name, name, sector, Mention(Span(place, place + 1), name), person=person)


MINISTER = side("GBR", 0, person="Boris Johnson")
LEADER = side("GBR", 9, person="Keir Starmer")
AGAIN = side("GBR", 9, person="Johnson")
STATE = side("GBR", 9, sector=None)
POLICE = side("GBR", 9, sector="COP")


def recipients(one: Participant, *, at_home: bool) -> tuple[Participant, ...]:
    return find_sides({RoleName.ACTOR: (MINISTER,), RoleName.RECIPIENT: (one,)}, at_home=at_home)[1]


def test_one_of_two_people_of_a_polity_may_act_on_the_other() -> None:
    assert recipients(LEADER, at_home=True) == (LEADER,)


def test_nobody_acts_on_himself_however_he_is_named() -> None:
    assert recipients(AGAIN, at_home=True) == ()


def test_a_government_may_act_on_a_part_of_its_polity_and_not_on_the_whole() -> None:
    assert recipients(POLICE, at_home=True) == (POLICE,)
    assert recipients(STATE, at_home=True) == ()


def test_an_act_on_a_ladder_is_never_one_of_a_polity_on_its_own() -> None:
    assert recipients(LEADER, at_home=False) == ()
    assert recipients(POLICE, at_home=False) == ()


def test_an_unnamed_holder_of_an_office_may_be_the_one_who_acts() -> None:
    unnamed = side("GBR", 0)
    assert not is_other_person(LEADER, (unnamed,))
    assert not is_other_person(unnamed, (MINISTER,))
