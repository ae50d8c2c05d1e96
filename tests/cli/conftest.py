"""A ledger file with hand-made reports, the command line on it, and snapshots of what it prints."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.answers.reports import (
    AGENCY,
    EMBASSY,
    MINISTER,
    RELATIONS_NONE,
    TRANSLATOR,
    act,
    ordinal,
    recognition_of,
    report,
    voice,
)

from dragoman.cli.main import cli
from dragoman.events.kind import Status
from dragoman.ledger.open import open_ledger

SNAPSHOTS = Path(__file__).with_name("snapshots")
Run = Callable[..., Result]

REPORTS = (
    report(
        "Moscow recognised both [sic] republics on 21 February, the wire said. [/b] So \x1b[31mred\x1b[0m.",
        recognition_of("DPR", "RUS", date="2022-02-21"),
        name="wire.txt",
        published="2022-02-22",
    ),
    report(
        "Damascus will recognise it, the ministry said on 29 June.",
        recognition_of("DPR", "SYR", date="2022-06-29", status=Status.ANNOUNCED),
        name="damascus.txt",
        published="2022-06-30",
        outlet="Levant Sample",
    ),
    report(
        "According to the agency, the minister announced on 13 July that Pyongyang recognises it.",
        recognition_of("DPR", "PRK", date="2022-07-13", chain=(voice("Sample Gazette"), AGENCY, MINISTER)),
        name="gazette.txt",
        published="2022-07-14",
        outlet="Sample Gazette",
    ),
    report(
        "On 14 July Pyongyang became the second to recognise it.",
        recognition_of("DPR", "PRK", date="2022-07-14"),
        ordinal(2, "DPR", "PRK", date="2022-07-14"),
        name="blog.txt",
        published="2022-07-15",
        outlet="Sample Blog",
    ),
    report(
        "The North opened an embassy in Kyiv in 1992.",
        act("mission-opened", "PRK", "UKR", date="1992", measure=EMBASSY, chain=(TRANSLATOR,)),
        name="note.txt",
        published="2022-07-20",
    ),
    report("The North closed it in 1998.", act("mission-closed", "PRK", "UKR", date="1998"), name="closed.txt"),
    report(
        "The two never had relations, a former diplomat said.",
        {**RELATIONS_NONE, "actors": ("UKR", "PRK"), "recipients": (), "date": None},
        name="denial.txt",
        published="2022-07-14",
    ),
    report(
        "Kyiv severed relations with Pyongyang on 13 July.",
        act("relations-severed", "UKR", "PRK", date="2022-07-13"),
        name="kyiv.txt",
        published="2022-07-13",
    ),
)


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """A ledger file that holds the reports above."""
    path = tmp_path / "sample.db"
    with open_ledger(path, clock=lambda: datetime(2022, 8, 1, 12, tzinfo=UTC)) as ledger:
        for coding in REPORTS:
            ledger.add(coding, by="tester", why="July 2022")
    return path


@pytest.fixture
def run(ledger_path: Path) -> Run:
    """Run the command line on that ledger, 100 columns wide."""

    def call(*arguments: str, columns: int = 100, text: str | None = None) -> Result:
        environment = {"DRAGOMAN_LEDGER": str(ledger_path), "COLUMNS": str(columns), "NO_COLOR": "1", "TERM": "dumb"}
        return CliRunner(env=environment).invoke(cli, list(arguments), input=text, prog_name="dragoman")

    return call


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compare a text with a file of ``snapshots``; ``DRAGOMAN_WRITE_SNAPSHOTS=1`` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        plain = "".join(line.rstrip() + "\n" for line in text.splitlines())
        if os.environ.get("DRAGOMAN_WRITE_SNAPSHOTS"):
            SNAPSHOTS.mkdir(exist_ok=True)
            path.write_text(plain, "utf-8")
        assert plain == path.read_text("utf-8")

    return compare
