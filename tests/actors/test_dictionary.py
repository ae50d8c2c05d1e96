"""Names of a user's own: where they are found, and which of their roles holds."""

from datetime import date

import pytest

from dragoman.actors.dictionary import ActorDictionary, ListedActor, ListedRole, Stretch
from dragoman.actors.gazetteer import NameMatch
from dragoman.actors.listed import with_listed
from dragoman.actors.naming import EntryKind, Party
from dragoman.knowledge.authority import load_gazetteer

GOVERNMENT = Party("KEN", "Kenya", "GOV")
FORMER = Party("KEN", "Kenya", "ELI")
OFFICE = ListedRole(GOVERNMENT, "mine.csv, line 2", date(2013, 4, 9), date(2022, 9, 13))
AFTERWARDS = ListedRole(FORMER, "mine.csv, line 3", date(2022, 9, 14))
MINISTER = ListedActor("Jane Sample", (OFFICE, AFTERWARDS))


def on(*day: int) -> Stretch:
    return Stretch(date(*day), date(*day))


def found(text: str, *actors: ListedActor) -> list[str]:
    return [text[hit.start : hit.end] for hit in ActorDictionary(actors).find_hits(text)]


def listed(name: str, party: Party, *, is_cased: bool = True) -> ListedActor:
    return ListedActor(name, (ListedRole(party, "mine.csv, line 2"),), is_cased=is_cased)


def merged(text: str, actor: ListedActor) -> list[tuple[str, str | None, bool]]:
    gazetteer, dictionary = load_gazetteer(), ActorDictionary([actor])
    matches: tuple[NameMatch, ...] = with_listed(
        gazetteer.find_names(text), dictionary.find_hits(text), gazetteer.survey(text)
    )
    return [(match.span.of(text), match.id, bool(match.listed)) for match in matches]


class TestRoles:
    def test_the_days_of_the_sentence_go_before_the_day_of_the_page(self) -> None:
        role = MINISTER.role_on([on(2015, 1, 1)], on(2023, 1, 1))
        assert role is OFFICE

    def test_the_last_day_is_inside(self) -> None:
        assert MINISTER.role_on([on(2022, 9, 13)]) is OFFICE
        assert MINISTER.role_on([on(2022, 9, 14)]) is AFTERWARDS

    def test_days_that_disagree_leave_it_to_the_page(self) -> None:
        assert MINISTER.role_on([on(2015, 1, 1), on(2023, 1, 1)], on(2023, 1, 1)) is AFTERWARDS

    def test_without_a_role_on_that_day_the_name_stands_for_nobody(self) -> None:
        assert MINISTER.role_on([on(2001, 1, 1)]) is None

    def test_a_year_in_which_the_role_changed_settles_nothing(self) -> None:
        assert MINISTER.role_on([Stretch(date(2022, 1, 1), date(2022, 12, 31))]) is None

    def test_without_any_day_only_what_all_roles_share_is_taken(self) -> None:
        role = MINISTER.role_on([])
        assert role is not None
        assert role.party == Party("KEN", "Kenya", None)

    def test_a_dated_role_goes_before_one_that_always_holds(self) -> None:
        always = ListedRole(Party("KEN", "Kenya", "BUS"), "mine.csv, line 4")
        actor = ListedActor("Jane Sample", (always, OFFICE))
        assert actor.role_on([on(2015, 1, 1)]) is OFFICE
        assert actor.role_on([on(2000, 1, 1)]) is always


class TestFinding:
    def test_names_are_whole_words(self) -> None:
        assert found("The Samples of Sample City", listed("Sample", GOVERNMENT)) == ["Sample"]

    def test_case_counts_where_the_dictionary_tells_it(self) -> None:
        actor = listed("Sample Front", GOVERNMENT)
        assert found("a sample front; Sample Front; SAMPLE FRONT", actor) == ["Sample Front", "SAMPLE FRONT"]

    def test_a_dictionary_in_capitals_finds_names_that_begin_with_capitals(self) -> None:
        actor = listed("FRONT OF SAMPLES", GOVERNMENT, is_cased=False)
        assert found("in front of samples, the Front of Samples", actor) == ["Front of Samples"]

    def test_short_words_in_capitals_are_no_pronouns(self) -> None:
        assert found("Us? The US said", listed("US", GOVERNMENT, is_cased=False)) == ["US"]

    def test_an_empty_dictionary_finds_nothing(self) -> None:
        assert found("Kenya") == []


class TestBesideTheAuthorityFile:
    def test_the_users_name_goes_before_the_built_in_one(self) -> None:
        assert merged("Moscow said", listed("Moscow", Party("USA", "United States"))) == [("Moscow", "RUS", True)]

    def test_it_takes_the_place_of_shorter_names_inside(self) -> None:
        actor = listed("Kenya Sample Union", Party("union", "Union", "LAB", EntryKind.GROUP))
        assert merged("The Kenya Sample Union said", actor) == [("Kenya Sample Union", None, True)]

    def test_a_longer_built_in_name_holds(self) -> None:
        actor = listed("Korea", Party("union", "Union", "LAB"))
        assert merged("North Korea said", actor) == [("North Korea", "PRK", False)]

    def test_a_phrase_that_only_contains_a_name_holds(self) -> None:
        assert merged("in the Indian Ocean", listed("Indian", GOVERNMENT)) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Georgia and the Caucasus: Tbilisi said", True),
            ("Atlanta, Georgia, and the governor of Alabama", False),
        ],
    )
    def test_an_ambiguous_name_is_the_users_only_where_the_text_means_that_polity(
        self,
        text: str,
        expected: bool,  # noqa: FBT001  a column of the table
    ) -> None:
        actor = listed("Georgia", Party("GEO", "Georgia", "GOV"))
        assert any(is_listed for name, _, is_listed in merged(text, actor) if name == "Georgia") is expected
