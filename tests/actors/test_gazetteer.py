"""Names found in texts: what they stand for, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.naming import EntryKind, NameForm
from dragoman.knowledge.authority import load_gazetteer


def names(text: str) -> list[tuple[str, str]]:
    """Each name of the text with those it stands for, joined with "|"."""
    return [(match.span.of(text), "|".join(match.ids)) for match in load_gazetteer().find_names(text)]


def forms(text: str) -> list[tuple[str, NameForm]]:
    return [(match.span.of(text), match.form) for match in load_gazetteer().find_names(text)]


class TestOneNameOfTwo:
    def test_dpr_is_never_dprk(self) -> None:
        assert names("The DPRK, unlike the DPR, is a member. DPRK-Russia talks.") == [
            ("DPRK", "PRK"),
            ("DPR", "DPR"),
            ("DPRK", "PRK"),
            ("Russia", "RUS"),
        ]

    def test_dpr_korea_is_korea(self) -> None:
        assert names("the DPR of Korea and DPR Korea") == [("DPR of Korea", "PRK"), ("DPR Korea", "PRK")]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (
                "Georgia recalled its envoy from Moscow over Abkhazia.",
                [("Georgia", "GEO"), ("Moscow", "RUS"), ("Abkhazia", "ABK")],
            ),
            ("Voters in Georgia and Alabama chose Republican senators in Atlanta.", []),
            ("Congo's president spoke in Kinshasa.", [("Congo", "COD"), ("Kinshasa", "COD")]),
            ("The Congo government sat in Brazzaville.", [("Congo", "COG"), ("Brazzaville", "COG")]),
            ("Congo voted.", [("Congo", "COD|COG")]),
            ("Korea protested.", [("Korea", "PRK|KOR")]),
            (
                "Korea and North Korea disagree in Seoul.",
                [("Korea", "PRK|KOR"), ("North Korea", "PRK"), ("Seoul", "KOR")],
            ),
            ("Korea opened its ports in 1882.", [("Korea", "KRH")]),
            ("Turkey and Greece spoke.", [("Turkey", "TUR"), ("Greece", "GRC")]),
            ("They ate turkey with chad and china.", []),
            ("Niger and Nigeria border Chad.", [("Niger", "NER"), ("Nigeria", "NGA"), ("Chad", "TCD")]),
            ("Dominica and the Dominican Republic", [("Dominica", "DMA"), ("Dominican Republic", "DOM")]),
            (
                "The Republic of China and the People’s Republic of China",
                [("Republic of China", "TWN"), ("People’s Republic of China", "CHN")],
            ),
            ("Chinese Taipei marched after China.", [("Chinese Taipei", "TWN"), ("China", "CHN")]),
            (
                "South African, South Sudanese, North Macedonian",
                [("South African", "ZAF"), ("South Sudanese", "SSD"), ("North Macedonian", "MKD")],
            ),
            ("American Samoa is not Samoa.", [("American Samoa", "ASM"), ("Samoa", "WSM")]),
            (
                "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea on the Gulf of Guinea",
                [
                    ("Guinea", "GIN"),
                    ("Guinea-Bissau", "GNB"),
                    ("Equatorial Guinea", "GNQ"),
                    ("Papua New Guinea", "PNG"),
                ],
            ),
        ],
    )
    def test_the_text_around_it_decides(self, text: str, found: list[tuple[str, str]]) -> None:
        assert names(text) == found

    def test_states_that_are_no_more_are_meant_in_their_years(self) -> None:
        assert names("In 1840 Texas and Hanover sent consuls.") == [("Texas", "TEX"), ("Hanover", "HAN")]
        assert names("In 2020 Texas and Hanover sent delegates.") == []
        assert names("In 1890 Turkey protested.") == [("Turkey", "OTT")]

    def test_the_soviet_union_and_yugoslavia_need_no_years(self) -> None:
        assert names("Soviet and Yugoslav envoys") == [("Soviet", "SUN"), ("Yugoslav", "YUG")]


class TestWhatIsNoName:
    @pytest.mark.parametrize(
        "text",
        [
            "the Indian Ocean",
            "New Mexico and New Jersey",
            "the South China Sea",
            "a German Shepherd",
            "Michael Jordan, Michael B. Jordan and Tom Holland",
            "Mr. Washington",
            "George Washington",
            "Lake Chad",
            "the Niger River",
            "Latin America",
            "Romania's".replace("Romania", "Romanov"),
            "superchina and Chinas_1",
            "Male drivers",
        ],
    )
    def test_it_is_passed_over(self, text: str) -> None:
        assert names(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "the Paris Agreement",
            "the Minsk agreements",
            "the Treaty of Rome",
            "the Vienna Convention",
            "the Geneva Convention",
        ],
    )
    def test_a_town_in_the_name_of_a_treaty_is_no_government(self, text: str) -> None:
        assert names(text) == []

    def test_towns_that_only_contain_a_name_are_the_towns(self) -> None:
        assert names("Panama City, Mexico City, Kuwait City") == [
            ("Panama City", "PAN"),
            ("Mexico City", "MEX"),
            ("Kuwait City", "KWT"),
        ]

    def test_an_accent_can_make_the_difference(self) -> None:
        assert names("The Maldives: Malé protested.") == [("Maldives", "MDV"), ("Malé", "MDV")]

    def test_an_abbreviation_that_is_a_word_is_none_among_capitals(self) -> None:
        assert names("THE MAN WHO KNEW TOO MUCH") == []
        assert names("the WHO said") == [("WHO", "WHO")]


class TestForms:
    def test_towns_names_adjectives_and_metonyms_are_told_apart(self) -> None:
        assert forms("In Moscow the Russian side told Russia and the Russians what the Kremlin thinks.") == [
            ("Moscow", NameForm.CAPITAL),
            ("Russian", NameForm.ADJECTIVE),
            ("Russia", NameForm.NAME),
            ("Russians", NameForm.DEMONYM),
            ("Kremlin", NameForm.METONYM),
        ]

    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("the Russian-Ukrainian conflict", ["RUS", "UKR"]),
            ("US-backed and U.S.-led forces", ["USA", "USA"]),
            ("the Russo-Ukrainian and Sino-Soviet wars", ["RUS", "UKR", "CHN", "SUN"]),
            ("Russia–North Korea ties", ["RUS", "PRK"]),
            ("a Moscow-based outlet", ["RUS"]),
            ("anti-Russian", ["RUS"]),
        ],
    )
    def test_hyphens_and_dashes_part_names(self, text: str, ids: list[str]) -> None:
        assert [match.id for match in load_gazetteer().find_names(text)] == ids

    @pytest.mark.parametrize("mark", ["'", "’", "ʼ"])
    def test_any_apostrophe_will_do(self, mark: str) -> None:
        assert names(f"the Donetsk People{mark}s Republic{mark}s head")[0] == (f"Donetsk People{mark}s Republic", "DPR")

    @pytest.mark.parametrize("blank", [" ", "\u00a0", "\n"])
    def test_any_blank_will_do(self, blank: str) -> None:
        assert names(f"North{blank}Korea") == [(f"North{blank}Korea", "PRK")]

    def test_accents_may_be_missing(self) -> None:
        assert names("the Elysee, the Élysée, Cote d'Ivoire") == [
            ("Elysee", "FRA"),
            ("Élysée", "FRA"),
            ("Cote d'Ivoire", "CIV"),
        ]

    def test_headlines_in_capitals_are_read(self) -> None:
        assert names("NORTH KOREA RECOGNISES DONETSK PEOPLE'S REPUBLIC") == [
            ("NORTH KOREA", "PRK"),
            ("DONETSK PEOPLE'S REPUBLIC", "DPR"),
        ]

    @pytest.mark.parametrize(
        ("spelling", "id_"),
        [
            ("Kyiv", "UKR"),
            ("Kiev", "UKR"),
            ("Peking", "CHN"),
            ("P'yongyang", "PRK"),
            ("Lugansk", "LPR"),
            ("Luhansk", "LPR"),
        ],
    )
    def test_a_capital_may_be_spelt_in_several_ways(self, spelling: str, id_: str) -> None:
        assert forms(spelling) == [(spelling, NameForm.CAPITAL)]
        assert names(spelling) == [(spelling, id_)]


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "id_", "kind"),
        [
            ("the Korean Central News Agency", "KCNA", EntryKind.AGENCY),
            ("the Russian Satellite News Agency", "SPUTNIK", EntryKind.AGENCY),
            ("Fox News", "FOXNEWS", EntryKind.AGENCY),
            ("the Workers’ Party of Korea", "WPK", EntryKind.PARTY),
            ("the North Atlantic Treaty Organization", "NATO", EntryKind.ORGANISATION),
            ("Hizbullah", "HEZBOLLAH", EntryKind.GROUP),
        ],
    )
    def test_agencies_parties_organisations_and_groups_are_found(self, text: str, id_: str, kind: EntryKind) -> None:
        (match,) = load_gazetteer().find_names(text)
        assert (match.id, match.kind) == (id_, kind)

    def test_a_crowd_of_states_is_no_party(self) -> None:
        (match,) = load_gazetteer().find_names("attempts by the West to expand")
        assert match.ids == ()
        assert match.id is None


@given(st.text(alphabet=st.sampled_from("AUS Kore’DPRK-nsiaéthWst.'\n北한"), max_size=80))
def test_names_lie_in_the_text_in_order_and_apart(text: str) -> None:
    reached = 0
    for match in load_gazetteer().find_names(text):
        assert reached <= match.span.start < match.span.end <= len(text)
        reached = match.span.end


def test_names_do_not_depend_on_how_long_the_text_is() -> None:
    sentence = "The Ukrainian Foreign Ministry told Reuters in Kyiv that Georgia and Turkey would meet the DPR. "
    found = [(match.id, match.form) for match in load_gazetteer().find_names(sentence)]
    assert [(match.id, match.form) for match in load_gazetteer().find_names(sentence * 100)] == found * 100
