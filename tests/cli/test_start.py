import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.conftest import Run

from dragoman.cli.exits import EXIT_CODES, exit_code
from dragoman.cli.main import COMMANDS, cli
from dragoman.errors import DateError, LedgerVersionError

HEAVY = {"spacy", "sqlalchemy", "numpy", "rich", "jinja2", "yaml", "httpx", "trafilatura", "lxml", "dragoman.api"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["recognition", "--help"], ["add", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from dragoman.cli.main import cli\n"
        f"try:\n    cli({arguments!r}, prog_name='dragoman')\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "print(*sorted(sys.modules), sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stderr.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"], prog_name="dragoman")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"\n    dragoman {name}" in result.output
    assert "\\b" not in result.output


def test_a_missing_ledger_is_an_error_that_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("recognition", "DPR", "--ledger", str(tmp_path / "none.db"))
    assert result.exit_code == 3
    assert "dragoman add" in result.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["recognition", "Atlantis"],
        ["recognition", "DPR", "--as-of", "soon"],
        ["recognition", "DPR", "--known", "yesterday"],
        ["show", "nothing.txt"],
        ["corroboration", "abcdef012345"],
        ["relations", "UKR"],
        ["no-such-command"],
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(arguments: list[str], run: Run) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.rstrip().endswith((".", "?", ")"))


def test_near_misses_are_named(run: Run) -> None:
    assert "Ukraine" in run("recognition", "Ukrane").stderr


def test_the_nearest_class_decides_the_exit_code() -> None:
    assert exit_code(DateError("soon", "a date")) == 2
    assert exit_code(LedgerVersionError("a.db", "9", "1")) == 3
    assert len(set(EXIT_CODES.values())) == len(EXIT_CODES)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(shell: str, run: Run) -> None:
    assert "_DRAGOMAN_COMPLETE" in run("completion", shell).stdout


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dragoman ")
