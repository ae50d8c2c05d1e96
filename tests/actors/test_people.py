"""People of one document: who a bare name is, and which spellings may be one person."""

from dragoman.actors.naming import Party
from dragoman.actors.participant import Mention
from dragoman.actors.people import People, PersonMention, family_name
from dragoman.documents.span import Span

KOREA, RUSSIA = Party("PRK", "North Korea", "GOV"), Party("RUS", "Russia", "GOV")


def make_mention(name: str, *, sentence: int = 0, party: Party | None = None, role: str | None = None) -> PersonMention:
    place = Span(sentence * 100, sentence * 100 + len(name))
    return PersonMention(name, Mention(place, name), sentence, 0, party, role)


def test_a_family_name_is_the_person_introduced_with_it() -> None:
    people = People([make_mention("Shin Hong-chol", party=KOREA, role="ambassador")])
    found = people.resolve_name("Shin", sentence=3, section=0)
    assert found is not None
    assert found.mention.party == KOREA
    assert found.reason == "family name of Shin Hong-chol, ambassador"


def test_a_name_that_nobody_introduces_stays_open() -> None:
    people = People([make_mention("Jane Sample")])
    assert people.resolve_name("Sample", sentence=1, section=0) is None


def test_two_bearers_of_a_family_name_are_told_apart_by_the_nearest_full_mention() -> None:
    people = People(
        [
            make_mention("Kim Sample-un", sentence=0, party=KOREA, role="leader"),
            make_mention("Kim Sample-jong", sentence=2, party=KOREA, role="official"),
        ]
    )
    found = people.resolve_name("Kim", sentence=3, section=0)
    assert found is not None
    assert found.mention.name == "Kim Sample-jong"
    assert "nearest" in found.reason


def test_two_bearers_of_a_family_name_in_one_sentence_stay_open() -> None:
    people = People(
        [
            make_mention("Kim Sample-un", party=KOREA, role="leader"),
            make_mention("Kim Sample-jong", party=KOREA, role="official"),
        ]
    )
    assert people.resolve_name("Kim", sentence=3, section=0) is None


def test_a_slip_in_a_full_name_is_shown_in_the_reason() -> None:
    people = People([make_mention("Denis Pushilin", party=RUSSIA, role="leader")])
    found = people.resolve_name("Denis Pushlin", sentence=1, section=0)
    assert found is not None
    assert found.reason.startswith("spelt like Denis Pushilin")


def test_family_names_stand_where_the_polity_puts_them() -> None:
    assert family_name("Choe Son-hui", None) == "choe"
    assert family_name("Wang Yi", "CHN") == "wang"
    assert family_name("Adel al-Jubeir", "SAU") == "jubeir"


def test_spellings_of_one_person_are_listed_as_proposals_with_both_places() -> None:
    people = People(
        [
            make_mention("Choi Son-hee", sentence=0, party=KOREA, role="foreign minister"),
            make_mention("Choe Son-hui", sentence=1, party=KOREA, role="foreign minister"),
            make_mention("Vladimir Putin", sentence=2, party=RUSSIA, role="president"),
        ]
    )
    (match,) = people.find_matches()
    assert (match.left.text, match.right.text) == ("Choi Son-hee", "Choe Son-hui")
    assert match.proposal.is_certain
