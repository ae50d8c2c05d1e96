"""Several processes add to one ledger at once: they queue, and nothing is lost, doubled or left out."""

from itertools import pairwise
from pathlib import Path

import pytest
from tests.ledger.adding import CLAIMS, PAGES, add_all_pages_from, process_context

from dragoman.ledger.open import open_ledger

WORKERS = 4


def add_at_once(address: str | Path, folder: Path) -> list[int]:
    """Let four processes add the same pages, each from another one on; return the entries that they made."""
    notes = [folder / f"{number}.made" for number in range(WORKERS)]
    context = process_context()
    workers = [
        context.Process(target=add_all_pages_from, args=(address, number * PAGES // WORKERS, note))
        for number, note in enumerate(notes)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0] * WORKERS
    return sorted(int(line) for note in notes for line in note.read_text().splitlines())


def check(address: str | Path, made: list[int]) -> None:
    with open_ledger(address) as ledger:
        entries = list(ledger.entries())
        assert made == [entry.number for entry in entries] == list(range(1, PAGES + 1))
        assert len({entry.document for entry in entries}) == len(list(ledger.cards())) == PAGES
        assert [entry.added for entry in entries] == [CLAIMS] * PAGES
        assert len({held.claim.id for held in ledger.claims()}) == len(list(ledger.claims())) == PAGES * CLAIMS
        assert all(one.recorded <= other.recorded for one, other in pairwise(entries))
        assert ledger.verify().is_sound


def test_four_processes_add_to_a_file(path: Path, tmp_path: Path) -> None:
    check(path, add_at_once(path, tmp_path))


@pytest.mark.postgres
def test_four_processes_add_to_a_server(database: str, tmp_path: Path) -> None:
    check(database, add_at_once(database, tmp_path))
