"""Coding with a user's own names, from files to claims."""

from pathlib import Path

import pytest

import dragoman
from dragoman.assembly.actor_files import ActorFile
from dragoman.assembly.dictionary import find_actor_files, load_user_actors
from dragoman.errors import ActorFileError

TABLE = (
    "name,id,sector,part of,from,to,kind\n"
    "Jane Sample,,GOV,TZA,2015-01-01,2019-12-31,person\n"
    "Jane Sample,,ELI,TZA,2020-01-01,,person\n"
    "Northern Sample Front,sample-front,REB,SOM,,,group\n"
)
TEXT = (
    "Jane Sample accused Kenya of spying on 5 May 2016. Four years later Sample left. "
    "The Northern Sample Front attacked Ethiopia on 3 March 2021."
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_files_are_known_by_what_stands_in_them(table: Path) -> None:
    (before,) = find_actor_files(table)
    table.write_text(TABLE + "Other,,GOV,KEN,,,\n", "utf-8")
    (after,) = find_actor_files(table)
    assert before.digest != after.digest


def test_a_file_that_has_changed_is_refused(table: Path) -> None:
    with pytest.raises(ActorFileError, match="changed since"):
        load_user_actors((ActorFile(table, "0" * 64),))


def test_a_strict_reader_refuses_a_bad_line(table: Path) -> None:
    table.write_text(TABLE + "Bad,,,,,,\n", "utf-8")
    assert len(load_user_actors(find_actor_files(table)).faults) == 1
    with pytest.raises(ActorFileError, match="line 5"):
        find_actor_files(table, strict=True)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.bin").write_bytes(b"\0\1")
    with pytest.raises(ActorFileError, match="no text"):
        find_actor_files(tmp_path / "own.bin")


def test_an_old_code_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.actors"
    path.write_bytes("JOSÉ_SAMPLE_ [MEXGOV]\n".encode("cp1252"))
    assert [actor.name for actor in load_user_actors(find_actor_files(path)).dictionary.actors] == ["JOSÉ SAMPLE"]


@pytest.mark.model
def test_claims_have_the_listed_actors_and_the_version_shows_it(table: Path) -> None:
    coding = dragoman.code_text(TEXT, published="2021-04-01", actors=table)
    found = {(p.id, p.sector, p.person) for claim in coding.claims for p in claim.actors}
    assert {("TZA", "GOV", "Jane Sample"), ("sample-front", "REB", None)} <= found
    assert "+actors." in coding.coder
    assert all("+actors." in claim.coder for claim in coding.claims)
    assert all(claim.actors[0].reason.startswith(f"listed in {table}") for claim in coding.claims if claim.actors)


@pytest.mark.model
def test_a_bad_line_is_a_fault_of_the_coding(table: Path) -> None:
    table.write_text(TABLE + "Bad,,,,,,\n", "utf-8")
    (fault,) = dragoman.code_text(TEXT, actors=[table]).faults
    assert fault.stage == "actors"
    assert "line 5" in fault.reason
