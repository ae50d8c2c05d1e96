"""Writes the pages that follow from data and code: the commands, the kinds of events, the list of decisions.

With ``--check`` nothing is written; the exit code is 1 when a committed page differs.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml

from dragoman.events.kind import MODE_LADDER

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RULES = ROOT / "src" / "dragoman" / "knowledge" / "data" / "rules" / "en"
CASES = ROOT / "tests" / "events" / "cases"
SHOWN = 2
"""Sentences shown below a rule of those that it finds, and of those that it passes over."""

MADE = "<!-- Made by `make generate`; change the source, not this page. -->\n"


def find_commands(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """Yield the full name and the help of a command and of all commands below it."""
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and not found.hidden:
                yield from find_commands(found, child, context)


def commands_page(program: click.Command) -> str:
    """Return the page about the command line."""
    parts = [MADE, "# Commands\n"]
    for name, text in find_commands(program, "dragoman"):
        parts.append(f"## {name}\n\n```text\n{text.strip()}\n```\n")
    return "\n".join(parts)


def kind_of(rule: dict[str, Any]) -> str:
    """Return what a rule finds: an event with its mode, or a state."""
    if "state" in rule:
        return f"State: {rule['state']['unit']}, {rule['state']['value']}"
    return f"Event: `{rule['event']}`" + (f", mode `{rule['mode']}`" if "mode" in rule else "")


def examples_of(rule: str) -> Iterator[str]:
    """Yield lines with the first sentences of a rule's cases: those that hold, then those that do not."""
    path = CASES / f"{rule}.yaml"
    if not path.is_file():
        return
    content = yaml.safe_load(path.read_text("utf-8"))
    cases = [case for case in content.values() if isinstance(case, dict) and "text" in case]
    for heading, found in (
        ("Finds", [case for case in cases if case.get("matches")]),
        ("Passes over", [case for case in cases if not case.get("matches")]),
    ):
        if found:
            yield f"* {heading}:"
            yield from (f"    * {' '.join(case['text'].split())}{sides_of(case)}" for case in found[:SHOWN])


def sides_of(case: dict[str, Any]) -> str:
    """Return who acts towards whom in the first match of a case, or nothing."""
    if not case.get("matches"):
        return ""
    first = case["matches"][0]
    actors, recipients = (", ".join(map(str, first.get(side) or ())) for side in ("actors", "recipients"))
    sides = " → ".join(filter(None, [actors, recipients]))
    return f" (`{sides}`)" if sides else ""


def events_page() -> str:
    """Return the page about the kinds of events and what expresses them in English."""
    parts = [
        MADE,
        "# Events\n",
        "What the English rules find. The words are triggers: a rule also says who must stand where around them.",
        "The sentences are the first of each rule's cases, which are written for the tests.\n",
    ]
    for path in sorted(RULES.glob("*.yaml")):
        text = path.read_text("utf-8")
        rule = yaml.safe_load(text)
        about = " ".join(line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#"))
        triggers = {word for pattern in rule["patterns"] for key in ("verb", "noun") for word in pattern.get(key, ())}
        ladder = MODE_LADDER.get(rule.get("mode", ""))
        parts.append(f"## {rule['name']}\n\n{about}\n")
        parts.append(f"* {kind_of(rule)}")
        if "cameo" in rule:
            parts.append(f"* CAMEO: {rule['cameo']}")
        if ladder is not None:
            parts.append(f"* Ladder: {ladder[0].value}" + (f", to *{ladder[1]}*" if ladder[1] else ""))
        parts.append(f"* Words: {', '.join(sorted(triggers))}")
        parts.append(f"* Source: {rule['source']}")
        parts.extend([*examples_of(rule["name"]), ""])
    return "\n".join(parts)


def decisions_page() -> str:
    """Return the list of decisions, by number."""
    parts = [
        MADE,
        "# Decisions\n",
        "Choices that others will ask about: the context, what was decided, what was rejected and why, what follows,",
        "and which check keeps it. A page is superseded by a later one, not rewritten.\n",
    ]
    for path in sorted((DOCS / "decisions").glob("0*.md")):
        title = path.read_text("utf-8").partition("\n")[0].removeprefix("# ")
        parts.append(f"- [{title}]({path.name})")
    return "\n".join(parts) + "\n"


def load_program() -> click.Command:
    """Return the command line as click knows it."""
    from dragoman.cli.main import cli  # noqa: PLC0415 - the other page needs no command line

    return cli


def main(arguments: list[str]) -> int:
    """Write or check the pages; return the exit code."""
    pages = {
        "reference/events.md": events_page(),
        "reference/commands.md": commands_page(load_program()),
        "decisions/index.md": decisions_page(),
    }
    differing = [
        name for name, text in pages.items() if not (DOCS / name).is_file() or (DOCS / name).read_text("utf-8") != text
    ]
    if "--check" in arguments:
        for name in differing:
            print(f"docs/{name} is not what its sources give: run `make generate`.")
        return 1 if differing else 0
    for name in differing:
        (DOCS / name).write_text(pages[name], "utf-8")
        print(f"wrote docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
