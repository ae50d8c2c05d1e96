"""A backup is a whole ledger of one moment, made while others add, or no file at all."""

from pathlib import Path

import pytest
from tests.ledger.adding import CLAIMS, PAGES, add_pages, make_page, process_context
from tests.ledger.test_copying import ALL, fill, told

from dragoman.errors import LedgerUnavailableError, OutputError
from dragoman.ledger import backup
from dragoman.ledger.backup import backup_ledger
from dragoman.ledger.copied import CopyStep
from dragoman.ledger.open import open_ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


def test_a_backup_is_the_same_ledger(path: Path, file: Path) -> None:
    fill(path)
    made = backup_ledger(path, file)
    assert (made.target, made.entries, made.verification.is_sound) == (str(file), ALL, True)
    assert told(file) == told(path)
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name, path.name]


def test_a_backup_of_an_empty_ledger_is_an_empty_ledger(path: Path, file: Path) -> None:
    open_ledger(path).close()
    assert backup_ledger(path, file).entries == 0
    assert told(file) == told(path)


def test_what_is_added_between_two_pages_is_left_out(path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "PAGES", 1)
    fill(path)
    before = told(path)
    added = iter(range(PAGES))

    def add(step: CopyStep) -> None:
        if step.stage == "copying" and (number := next(added, None)) is not None:
            with open_ledger(path) as ledger:
                ledger.add(make_page(number), by="somebody else")

    assert backup_ledger(path, file, progress=add).verification.is_sound
    assert told(file) == before


def test_a_backup_while_another_process_adds_holds_whole_pages(path: Path, file: Path, tmp_path: Path) -> None:
    fill(path)
    worker = process_context().Process(target=add_pages, args=(path, tmp_path / "acknowledged"))
    worker.start()
    made = backup_ledger(path, file)
    worker.join(60)
    assert worker.exitcode == 0
    assert made.verification.is_sound
    with open_ledger(file) as copy, open_ledger(path) as original:
        held = [entry.digest for entry in copy.entries()]
        assert held == [entry.digest for entry in original.entries()][: len(held)]
        assert {entry.added for entry in copy.entries() if entry.number > ALL} <= {CLAIMS}


def test_a_file_that_is_there_is_never_overwritten(path: Path, file: Path) -> None:
    fill(path)
    file.write_text("mine")
    with pytest.raises(OutputError, match="another name"):
        backup_ledger(path, file)
    assert file.read_text() == "mine"


def test_a_folder_that_is_missing_is_told(path: Path, tmp_path: Path) -> None:
    fill(path)
    with pytest.raises(OutputError, match="there is no folder"):
        backup_ledger(path, tmp_path / "missing" / "backup.db")


def test_a_ledger_that_is_missing_leaves_no_file(path: Path, file: Path) -> None:
    with pytest.raises(LedgerUnavailableError, match="no such file"):
        backup_ledger(path, file)
    assert list(file.parent.iterdir()) == []


@pytest.mark.postgres
def test_a_ledger_on_a_server_is_backed_up_to_a_file(database: str, file: Path) -> None:
    fill(database)
    assert backup_ledger(database, file).verification.is_sound
    assert told(file) == told(database)
