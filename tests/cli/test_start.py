import os
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


def test_a_command_that_does_not_exist_names_those_like_it(run: Run) -> None:
    result = run("claim")
    assert result.exit_code == 2
    assert "Did you mean claims?" in result.stderr


def test_reading_never_writes_to_a_file_that_is_no_ledger(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    result = run("documents", "--ledger", str(tmp_path / "empty.db"))
    assert result.exit_code == 3
    assert "no ledger" in result.stderr
    assert (tmp_path / "empty.db").read_bytes() == b""


def test_a_ledger_in_a_folder_that_is_missing_is_told(run: Run, tmp_path: Path) -> None:
    result = run("add", "-", "--ledger", str(tmp_path / "none" / "a.db"), text="x")
    assert result.exit_code == 3
    assert "make it first" in result.stderr


@pytest.mark.parametrize("day", ["soon", "2022-13-45", ""])
def test_a_day_of_publication_that_is_none_is_wrong_use(day: str, run: Run) -> None:
    result = run("code", "-", "--published", day, text="Nauru recognised Abkhazia.")
    assert result.exit_code == 2
    assert "expected EDTF" in result.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_a_reader_that_stops_early_is_no_error_to_tell(form: str, ledger_path: Path) -> None:
    command = f"{sys.executable} -m dragoman claims --ledger {ledger_path} --format {form} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [("recognition", "DPR"), ("documents",), ("claims",), ("relations", "UKR", "PRK")]
)
def test_a_screen_too_narrow_for_columns_lists_the_cells(arguments: tuple[str, ...], run: Run) -> None:
    told = run(*arguments, columns=40).stdout
    assert max(map(len, told.splitlines())) <= 40
    assert "─" not in told


def test_no_colour_is_printed_where_it_is_not_wanted(run: Run) -> None:
    assert "\x1b" not in run("recognition", "DPR").stdout


@pytest.mark.parametrize(("words", "offered"), [("dragoman re", "recognition"), ("dragoman claims --for", "--format")])
def test_commands_and_options_are_completed(words: str, offered: str) -> None:
    environment = {
        **os.environ,
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
        "_DRAGOMAN_COMPLETE": "bash_complete",
    }
    code = "from dragoman.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert f"plain,{offered}" in done.stdout.splitlines()


def test_the_completion_script_is_one_that_bash_takes(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "complete.sh"
    script.write_text(run("completion", "bash").stdout, "utf-8")
    command = f"source {script}; complete -p dragoman"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert "dragoman" in done.stdout
