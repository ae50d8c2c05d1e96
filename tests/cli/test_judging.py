"""The commands by which reviewers judge, and those that show how a ledger grew."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from dragoman.ledger.open import open_ledger

WHO = ("--by", "A. Reviewer", "--why", "So the decree.")


@pytest.fixture
def claim(ledger_path: Path) -> str:
    """The beginning of the identifier of the claim of Syria."""
    with open_ledger(ledger_path) as ledger:
        return next(held.claim.id for held in ledger.claims() if held.claim.actors[0].id == "SYR")[:10]


def test_a_rejected_claim_is_shown_as_rejected_everywhere(run: Run, claim: str) -> None:
    made = run("judge", "reject", claim, *WHO)
    assert made.exit_code == 0, made.output
    assert "rejected" in made.stdout
    assert "[rejected by A." in " ".join(run("claims", "--actor", "SYR", columns=160).stdout.split())
    shown = " ".join(run("show", claim).stdout.split())
    assert "rejected: So the decree. (A. Reviewer" in shown
    answer = " ".join(run("recognition", "DPR").stdout.split())
    assert "rejected claims do not count" in answer
    assert "A. Reviewer" in run("judgements").stdout


def test_an_amended_claim_shows_both_readings(run: Run, claim: str) -> None:
    assert run("judge", "amend", claim, "--set", "date=2022-06-30", *WHO).exit_code == 0
    shown = run("show", claim, columns=160).stdout
    assert "2022-06-30" in shown or "30 Jun" in shown
    assert "as recorded" in shown
    plain = json.loads(run("show", claim, "--format", "json").stdout)
    assert (plain["verdict"], plain["date"]["edtf"]) == ("amended", "2022-06-30")
    assert plain["original"]["date"]["edtf"] == "2022-06-29"


def test_a_dispute_is_settled_by_the_identifier_that_is_listed(run: Run) -> None:
    found = json.loads(run("disputes", "--format", "json").stdout)["disputes"]
    name = next(one["id"] for one in found if one["kind"] == "date")
    assert name[:10] in run("disputes").stdout
    assert run("judge", "settle", name[:10], "--for", "left", *WHO).exit_code == 0
    assert "Settled by a reviewer" in run("disputes").stdout


def test_snapshots_name_moments(run: Run, claim: str) -> None:
    assert run("snapshot", "add", "report of July", "--by", "anna", "--why", "As sent.").exit_code == 0
    assert run("judge", "accept", claim, *WHO).exit_code == 0
    assert "report of July" in run("snapshot", "list").stdout
    assert json.loads(run("judgements", "--known", "report of July", "--format", "json").stdout)["judgements"] == []
    (change,) = csv.DictReader(io.StringIO(run("diff", "report of July", "--format", "csv").stdout))
    assert (change["what"], change["by"]) == ("judged", "A. Reviewer")
    assert run("diff", "report of August").exit_code == 2


def test_a_history_tells_which_entry_changed_the_answer(run: Run) -> None:
    printed = json.loads(run("history", "recognition", "PRK", "DPR", "--format", "json").stdout)
    assert printed["steps"]
    assert run("history", "relations", "UKR", "PRK").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("judge", "accept", "0" * 24, *WHO), "no claim"),
        (("judge", "amend", "0" * 24, "--set", "date", *WHO), "FIELD=VALUE"),
        (("judge", "accept", "0" * 24), "--why"),
        (("snapshot", "add", "2022-07-20"), "moment"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
