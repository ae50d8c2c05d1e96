"""Our own table of actors."""

import pytest

from dragoman.errors import ActorFileError
from dragoman.exchange.actor_csv import has_heading, parse_actor_csv
from dragoman.exchange.actor_reading import ActorReading
from dragoman.knowledge.authority import load_authority

HEADING = "name,id,sector,part of,from,to,kind,language\n"


def read(rows: str, heading: str = HEADING) -> ActorReading:
    return parse_actor_csv(heading + rows, name="own.csv", authority=load_authority())


def parties(rows: str) -> list[str]:
    reading = read(rows)
    assert reading.faults == ()
    found = [role.party for actor in reading.actors for role in actor.roles]
    return ["-" if party is None else f"{party.id} {party.sector}" for party in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Jane Sample,,GOV,KEN,,,person,", "KEN GOV"),
        ("Jane Sample,jane-sample,GOV,KEN,,,person,", "KEN GOV"),
        ("Sample Front,sample-front,REB,SOM,,,group,", "sample-front REB"),
        ("Sample Guard,sample-guard,MIL,SOM,,,group,", "SOM MIL"),
        ("Sample Bureau,sample-bureau,IGO,UN,,,organisation,", "UN IGO"),
        ("Old Kenya,KEN,,,,,,", "KEN None"),
    ],
)
def test_a_row_says_for_whom_a_name_stands(row: str, expected: str) -> None:
    assert parties(row) == [expected]


def test_rows_of_one_name_are_its_roles() -> None:
    reading = read("Jane Sample,,GOV,KEN,2013-04,2022-09-13,person,\nJane Sample,,ELI,KEN,2022-09-14,,person,\n")
    (actor,) = reading.actors
    assert [(str(role.first), str(role.last)) for role in actor.roles] == [
        ("2013-04-01", "2022-09-13"),
        ("2022-09-14", "None"),
    ]
    assert actor.is_person


def test_rows_of_one_identifier_are_names_of_one_actor() -> None:
    reading = read("Sample Front,sample-front,REB,SOM,,,,\nSFS,sample-front,,,,,,\n")
    assert {role.party.id for actor in reading.actors for role in actor.roles if role.party} == {"sample-front"}
    assert [entity.home for entity in reading.entities] == ["SOM"]


def test_columns_may_stand_in_any_order_and_case() -> None:
    reading = read("KEN,Jane Sample,GOV\n", "Part_Of,Name,SECTOR\n")
    assert [actor.name for actor in reading.actors] == ["Jane Sample"]


def test_names_in_other_languages_are_checked_and_left_out() -> None:
    assert read("Jeanne Exemple,,GOV,KEN,,,person,fr\n").actors == ()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Jane,RUSS,,,,,,", "did you mean RUS?"),
        ("Jane,,XXX,KEN,,,,", "none of PLOVER's"),
        ("Jane,,,,,,,", "neither an `id` nor a `part of`"),
        ("Jane,,GOV,ATLANTIS,,,,", "nobody's identifier"),
        ("Jane,,GOV,KEN,2022-13,,,", "Cannot read the date"),
        ("Jane,,GOV,KEN,2022,2021,,", "before it begins"),
        ("Jane,,GOV,KEN,,,hero,", "none of person"),
        ("Jane,,GOV,KEN,,,,English", "no code of ISO 639"),
        ("123,,GOV,KEN,,,,", "has no letter"),
        ("Jane,sample front,REB,,,,,", "other signs than"),
        ("Jane,,GOV,KEN,,,,,,9", "10 cells, the heading 8"),
    ],
)
def test_a_bad_row_is_a_fault_with_its_line_and_the_rest_is_read(row: str, message: str) -> None:
    reading = read(f"{row}\nSample Front,sample-front,REB,SOM,,,,\n")
    assert [fault.line for fault in reading.faults] == [2]
    assert message in str(reading.faults[0])
    assert [actor.name for actor in reading.actors] == ["Sample Front"]


def test_a_cell_over_two_lines_does_not_shift_the_numbers() -> None:
    (fault,) = read('"Jane\nSample",,GOV,KEN,,,,\nBad,,,,,,,\n').faults
    assert fault.line == 4


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(ActorFileError, match="expected a heading"):
        read("Jane,GOV\n", "person,sector\n")


def test_a_column_that_is_not_known_is_told() -> None:
    assert "is not read" in read("Jane,KEN,1\n", "name,id,weight\n").faults[0].reason


def test_a_table_is_known_by_its_heading() -> None:
    assert has_heading("Name,Part of,Sector\n")
    assert not has_heading("JANE_SAMPLE_ [KENGOV]\n")
