"""The case of July 2022 in `samples/case-2022`: what comes out as a dispute, of which kind, and what does not."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.cli.main import cli

CASE = Path(__file__).resolve().parents[2] / "samples" / "case-2022" / "reports"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `dragoman disputes --format json` prints of a ledger to which the folder was added."""
    ledger = str(tmp_path_factory.mktemp("case") / "case.db")
    assert CliRunner().invoke(cli, ["add", "--ledger", ledger, str(CASE)]).exit_code == 0
    run = CliRunner().invoke(cli, ["disputes", "--ledger", ledger, "--format", "json"])
    assert run.exit_code == 0, run.output
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def of_kind(answer: dict[str, Any], kind: str, bearing: str) -> list[dict[str, Any]]:
    return [one for one in answer["disputes"] if (one["kind"], one["bearing"]) == (kind, bearing)]


def about(disputes: list[dict[str, Any]]) -> list[str]:
    return sorted(one["reason"].partition(":")[0] for one in disputes)


def days(dispute: dict[str, Any]) -> set[str]:
    return {c["date"]["edtf"] for side in ("left", "right") for c in dispute[side] if c["date"] is not None}


def pages(dispute: dict[str, Any]) -> set[str]:
    return {Path(c["document"]["name"]).name[:2] for side in ("left", "right") for c in dispute[side]}


def test_the_two_dates_of_each_recognition_are_disputes(answer: dict[str, Any]) -> None:
    found = of_kind(answer, "date", "real")
    assert sorted(sorted(days(one)) for one in found) == [["2022-02-21", "2022-02-24"], ["2022-07-13", "2022-07-14"]]


def test_the_two_places_of_the_ceremony_are_a_dispute(answer: dict[str, Any]) -> None:
    (one,) = of_kind(answer, "place", "real")
    assert pages(one) == {"04", "26"}
    assert "Moscow" in one["reason"]
    assert "Pyongyang" in one["reason"]


def test_the_ordinals_are_disputes_and_say_who_is_counted_differently(answer: dict[str, Any]) -> None:
    real, apparent = of_kind(answer, "ordinal", "real"), of_kind(answer, "ordinal", "apparent")
    assert set.union(*map(pages, real)) >= {"02", "14", "18"}
    (third,) = [one for one in apparent if pages(one) == {"01", "02"}]
    assert "Abkhazia" in third["why_apparent"]
    assert "South Ossetia" in third["why_apparent"]
    assert all(one["why_apparent"] for one in apparent)


def test_severed_against_suspended_is_a_dispute_of_degree(answer: dict[str, Any]) -> None:
    (one,) = of_kind(answer, "degree", "real")
    assert about([one]) == ["relations severed, Ukraine → North Korea"]
    assert "16" in pages(one)
    assert one["overlap"] == "2022-07-13"


def test_the_decision_against_the_act_is_a_dispute(answer: dict[str, Any]) -> None:
    (one,) = of_kind(answer, "decision", "real")
    assert pages(one) == {"22", "23"}


def test_the_note_that_rejects_a_speaker_is_a_dispute_that_the_text_raises(answer: dict[str, Any]) -> None:
    (one,) = of_kind(answer, "rejection", "real")
    assert pages(one) == {"12"}
    assert one["raised_by"] is not None


def test_a_denial_of_all_relations_stands_against_those_that_were_established(answer: dict[str, Any]) -> None:
    (one,) = of_kind(answer, "state", "real")
    assert pages(one) >= {"12", "15", "17"}


def test_the_evening_in_kyiv_that_is_the_next_day_in_pyongyang_is_none(answer: dict[str, Any]) -> None:
    pair = [one for one in answer["disputes"] if {"09", "10"} <= pages(one)]
    assert [one["bearing"] for one in pair if one["kind"] == "date"] == ["apparent"]
    assert [one["why_apparent"] for one in pair if one["kind"] == "date"] == [
        "by the clocks of Ukraine and North Korea one moment can fall on both days"
    ]


def test_two_short_names_that_differ_by_a_letter_make_none(answer: dict[str, Any]) -> None:
    sides = [c for one in answer["disputes"] for side in ("left", "right") for c in one[side]]
    trapped = [c for c in sides if Path(c["document"]["name"]).name.startswith("04")]
    assert {c["quote"].split()[0] for c in trapped} == {"In"}


def test_nothing_else_is_a_dispute(answer: dict[str, Any]) -> None:
    kinds = {(one["kind"], one["bearing"]) for one in answer["disputes"]}
    assert kinds == {
        ("date", "real"), ("date", "apparent"), ("place", "real"), ("ordinal", "real"), ("ordinal", "apparent"),
        ("degree", "real"), ("decision", "real"), ("rejection", "real"), ("state", "real"),
    }  # fmt: skip


def test_every_dispute_has_both_sides_a_reason_and_what_would_settle_it(answer: dict[str, Any]) -> None:
    for one in answer["disputes"]:
        assert one["left"], one
        assert one["right"], one
        assert one["reason"], one
        assert one["remedy"], one
        assert bool(one["why_apparent"]) is (one["bearing"] == "apparent"), one
