"""Draws the picture of the README: what the command line really prints about the sample reports."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH = 100
LINES = 40
"""A picture shows the table and the first notes; what follows is cut."""

PICTURES = {"recognition": ["recognition", "DPR", "--as-of", "2022-07-20", "--rows", "4"]}


def run_program(arguments: list[str], ledger: Path) -> str:
    """Return what a command prints, with its colours."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "DRAGOMAN_LEDGER": str(ledger)}
    environment.pop("NO_COLOR", None)
    program = Path(sys.executable).with_name("dragoman")
    done = subprocess.run([program, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def draw(command: str, output: str) -> str:
    """Return an SVG of a terminal that shows a command and its output."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text(f"$ {command}", style="bold"))
        lines = output.rstrip("\n").split("\n")
        console.print(Text.from_ansi("\n".join(lines[:LINES])))
        if len(lines) > LINES:
            console.print(Text("…", style="dim"))
        svg = console.export_svg(title="dragoman", unique_id="dragoman")
    # Rich refers to a font on another site; any monospaced font of the reader's will do.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code, monospace", "monospace")


def main() -> None:
    """Code the sample reports into a throw-away ledger and draw each picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "pictures.db"
        run_program(["add", "samples/reports"], ledger)
        for name, arguments in PICTURES.items():
            svg = draw(" ".join(["dragoman", *arguments]), run_program(arguments, ledger))
            (IMAGES / f"{name}.svg").write_text(svg, "utf-8")
            print(f"wrote docs/images/{name}.svg")


if __name__ == "__main__":
    main()
