"""A process that is killed while it adds leaves a ledger that opens, and work that can be finished."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from time import sleep

import pytest
from tests.ledger.adding import CLAIMS, PAGES, add_pages, process_context

from dragoman.claims.ledger import ClaimQuery, Entry
from dragoman.ledger.open import open_ledger

KILLS = 15
LONGEST_LIFE = 0.4


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    """The entries of a run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    add_pages(folder / "relations.db", folder / "acknowledged")
    with open_ledger(folder / "relations.db") as ledger:
        return list(ledger.entries())


def start_and_kill(path: Path, acknowledged: Path, life: float) -> None:
    worker = process_context().Process(target=add_pages, args=(path, acknowledged))
    worker.start()
    sleep(life)
    worker.kill()
    worker.join()


def check_integrity(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def check_content(path: Path, acknowledged: Path, undisturbed: list[Entry]) -> None:
    lines = acknowledged.read_text().splitlines() if acknowledged.exists() else []
    with open_ledger(path) as ledger:
        entries = list(ledger.entries())
        held = [page.id for page in ledger.documents()]
        counts = [len(list(ledger.claims(ClaimQuery(document=page)))) for page in held]
    noted = list(dict.fromkeys(lines))
    # The last one may have been recorded, and the process killed before it could take note.
    assert noted in (held, held[:-1])
    assert counts == [CLAIMS] * len(held)
    assert entries == undisturbed[: len(entries)]


def test_killed_at_any_moment_the_ledger_opens_clean_and_the_work_can_be_finished(
    tmp_path: Path, undisturbed: list[Entry]
) -> None:
    random = Random(2022)  # noqa: S311 - moments, not secrets
    path, acknowledged = tmp_path / "0.db", tmp_path / "0.acknowledged"
    for number in range(KILLS):
        start_and_kill(path, acknowledged, random.uniform(0, LONGEST_LIFE))
        if path.exists():
            check_integrity(path)
            check_content(path, acknowledged, undisturbed)
            if len(acknowledged.read_text().split()) >= PAGES:
                path, acknowledged = tmp_path / f"{number}.db", tmp_path / f"{number}.acknowledged"
    add_pages(path, acknowledged)
    with open_ledger(path) as ledger:
        assert list(ledger.entries()) == undisturbed
