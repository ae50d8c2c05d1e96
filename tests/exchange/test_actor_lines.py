"""Actor files of PETRARCH and TABARI, in the forms in which they are handed on."""

from datetime import date

import pytest

from dragoman.actors.dictionary import ListedActor
from dragoman.exchange.actor_lines import parse_actor_lines
from dragoman.exchange.actor_reading import ActorReading
from dragoman.knowledge.cameo import load_cameo_codes


def read(text: str) -> ActorReading:
    return parse_actor_lines(text, name="own.txt", codes=load_cameo_codes())


def actor(text: str) -> ListedActor:
    reading = read(text)
    assert reading.faults == ()
    return reading.actors[0]


def codes(text: str) -> list[str]:
    return ["-" if role.party is None else f"{role.party.id} {role.party.sector}" for role in actor(text).roles]


def days(text: str) -> tuple[date | None, date | None]:
    (role,) = actor(f"JANE_SAMPLE_ [{text}]").roles
    return role.first, role.last


def test_an_entry_has_other_names_and_codes_on_lines_of_their_own() -> None:
    reading = read("JANE_SAMPLE_ ; a minister\n+MINISTER_SAMPLE_\n\t[KENGOV 20130409-20220913]\n  [KENELI >20220913]\n")
    assert [one.name for one in reading.actors] == ["JANE SAMPLE", "MINISTER SAMPLE"]
    assert [role.place for role in reading.actors[1].roles] == ["own.txt, line 3", "own.txt, line 4"]
    assert reading.faults == ()


def test_several_codes_stand_on_one_line() -> None:
    assert codes("JANE_SAMPLE [KENOPP <990101][KENGOV 990101-041231] [>041231]") == ["KEN OPP", "KEN GOV", "-"]


@pytest.mark.parametrize(
    ("restriction", "expected"),
    [
        ("KENGOV", (None, None)),
        ("KENGOV 20090120-20170120", (date(2009, 1, 20), date(2017, 1, 20))),
        ("KENGOV 090120-170120", (date(2009, 1, 20), date(2017, 1, 20))),
        ("KENELI 780101", (date(1978, 1, 1), None)),
        ("KENELI <20090120", (None, date(2009, 1, 19))),
        ("KENELI > 20170120", (date(2017, 1, 21), None)),
    ],
)
def test_restrictions_are_days(restriction: str, expected: tuple[date | None, date | None]) -> None:
    assert days(restriction) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("KEN", "KEN None"),
        ("KENGOVMIL", "KEN GOV"),
        ("ROMMED", "ROU JRN"),
        ("KENKIK", "KEN CVL"),
        ("IGOUNO", "UN IGO"),
        ("REB", "sample-front REB"),
        ("---", "-"),
    ],
)
def test_codes_of_cameo_are_our_identifiers_and_sectors(code: str, expected: str) -> None:
    assert codes(f"SAMPLE_FRONT_ [{code}]") == [expected]


def test_comments_are_read_over_and_lines_keep_their_numbers() -> None:
    reading = read("# own\n<!-- two\nlines --> ; more\nSAMPLE_FRONT_ [SOMREB] # here\n")
    assert [one.roles[0].place for one in reading.actors] == ["own.txt, line 4"]


def test_an_underscore_at_the_end_forbids_a_plural() -> None:
    assert not actor("SAMPLE_REBEL_ [SOMREB]").takes_plural
    assert actor("SAMPLE REBEL [SOMREB]").takes_plural


def test_capitals_tell_only_in_files_of_both_cases() -> None:
    assert not actor("SAMPLE_FRONT_ [SOMREB]").is_cased
    assert actor("Sample_Front_ [SOMREB]").is_cased


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n+ALSO_ [KEN]", 2, "another name of no entry"),
        ("[KEN]", 1, "follows no name"),
        ("SAMPLE_\nOTHER_ [KEN]", 1, "has no code"),
        ("SAMPLE_ [KENGOV", 1, "bracket is left open"),
        ("SAMPLE_ [XQZGOV]", 1, "code of no country"),
        ("SAMPLE_ [KE]", 1, "no actor code"),
        ("SAMPLE_ [KEN/UGA]", 1, "several at once"),
        ("SAMPLE_ [KEN 20130230]", 1, "no day of the calendar"),
        ("SAMPLE_ [KEN yesterday]", 1, "expected a day such as"),
        ("SAMPLE_ [KEN 20200101-20100101]", 1, "ends before it begins"),
        ("!{} [KEN]", 1, "no name"),
    ],
)
def test_a_bad_line_is_a_fault_and_the_rest_is_read(text: str, line: int, message: str) -> None:
    reading = read(f"{text}\nSAMPLE_FRONT_ [SOMREB]\n")
    assert any(fault.line == line and message in fault.reason for fault in reading.faults)
    assert "SAMPLE FRONT" in [one.name for one in reading.actors]
