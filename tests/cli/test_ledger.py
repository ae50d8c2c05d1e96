"""``dragoman ledger copy`` and ``backup`` as a user meets them."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.mark.parametrize("command", ["copy", "backup"])
def test_a_copy_has_the_head_of_the_original(command: str, run: Run, ledger_path: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "other.db")
    result = run("ledger", command, *([str(ledger_path)] if command == "copy" else []), target)
    assert result.exit_code == 0
    assert "8 entries copied" in " ".join(result.output.split())
    assert run("head", "--ledger", target).output == run("head").output


def test_copying_again_says_what_was_there(run: Run, ledger_path: Path, tmp_path: Path) -> None:
    arguments = ("ledger", "copy", str(ledger_path), str(tmp_path / "other.db"))
    run(*arguments)
    assert "8 were there" in " ".join(run(*arguments).output.split())


def test_a_target_with_something_else_is_refused_in_a_sentence(run: Run, ledger_path: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a ledger. " * 100)
    result = run("ledger", "copy", str(ledger_path), str(tmp_path / "notes.txt"))
    assert result.exit_code == 3
    assert "not a ledger" in result.stderr
