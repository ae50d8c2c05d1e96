"""The pages that promise to run do run, as they stand.

A block with a title is a file. In a ``console`` block each line after ``$`` is a command, and what stands below it
is what it prints, with ``...`` for anything. A ``python`` block is a doctest; the blocks of a page share their names.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
FENCE = re.compile(r"^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = ("tutorial.md",)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page.

    Attributes:
        kind: Language after the fence.
        title: Name of the file that the block is, or ``None``.
        text: What stands inside.
        line: Line of the page, from 1.
    """

    kind: str
    title: str | None
    text: str
    line: int


def find_blocks(page: str) -> Iterator[Block]:
    for match in FENCE.finditer(page):
        yield Block(match["kind"], match["title"], match["text"], page.count("\n", 0, match.start()) + 1)


def find_commands(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with the output that the page shows below it."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def is_as_shown(shown: str, printed: str) -> bool:
    """Tell whether an output is as the page shows it; blanks at the ends of lines do not count."""
    wanted, found = (re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip() + "\n" for text in (shown, printed))
    pattern = ".*?".join(re.escape(piece) for piece in wanted.split("..."))
    return re.fullmatch(pattern, found, re.DOTALL) is not None


def run_command(command: str, folder: Path) -> str:
    words = shlex.split(command)
    assert words[0] == "dragoman", f"the tutorial uses only its own command, not {words[0]!r}"
    environment = os.environ | {
        "COLUMNS": "110",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "DRAGOMAN_LEDGER": str(folder / "relations.db"),
    }
    words[0] = str(Path(sys.executable).with_name("dragoman"))
    # Answers go to one stream and remarks to the other; a reader sees both.
    done = subprocess.run(
        words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return done.stdout


def run_block(block: Block, folder: Path, names: dict[str, object]) -> None:
    if block.title is not None:
        (folder / block.title).write_text(block.text, "utf-8")
    elif block.kind == "console":
        for command, shown in find_commands(block):
            printed = run_command(command, folder)
            assert is_as_shown(shown, printed), f"line {block.line}: {command} printed\n{printed}"
    elif block.kind == "python":
        test = doctest.DocTestParser().get_doctest(block.text, names, f"line {block.line}", None, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        said: list[str] = []
        result = runner.run(test, out=said.append, clear_globs=False)
        names.update(test.globs)
        assert result.failed == 0, "".join(said)


@pytest.mark.model
@pytest.mark.parametrize("page", PAGES)
def test_the_page_runs_as_it_stands(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    names: dict[str, object] = {}
    blocks = list(find_blocks((DOCS / page).read_text("utf-8")))
    assert blocks
    for block in blocks:
        run_block(block, tmp_path, names)


@pytest.mark.model
def test_the_python_of_the_readme_runs_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS.parent)
    names: dict[str, object] = {}
    blocks = [block for block in find_blocks((DOCS.parent / "README.md").read_text("utf-8")) if block.kind == "python"]
    assert blocks
    for block in blocks:
        run_block(block, DOCS.parent, names)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("one\n", "one  \n", True),
        ("one\n...\nthree\n", "one\ntwo\n2\nthree\n", True),
        ("one\n", "two\n", False),
        ("since ...\n", "since 2022\n", True),
    ],
)
def test_dots_stand_for_anything(shown: str, printed: str, *, same: bool) -> None:
    assert is_as_shown(shown, printed) is same
