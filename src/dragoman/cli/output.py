"""Prints answers: as tables for people, as JSON, CSV or Markdown for programs and pages.

Words of reports are never markup: Rich gets ``Text``, Markdown gets escaped characters, and
control characters do not reach the terminal.
"""

import json
import os
import re
import sys
from collections.abc import Callable
from typing import Protocol

import click
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from dragoman.answers.brief import escape_markdown
from dragoman.cli.options import rows_limit
from dragoman.cli.sheet import LEFT_OUT, Note, Sheet, Table, safe, shorten_sheet
from dragoman.exchange.csv_cells import csv_lines

PIPE_WIDTH = 110
WIDE = 108
"""Columns of a screen from which on tables show what is left out on a narrow one."""

WIDEST = 160
INDENT = 5
GAP = 3
LONG_WORD = 14
LEAST_WIDTH = 20
FOOTNOTES = re.compile(r" \[\d+\]")


class Answer(Protocol):
    """What every answer can do."""

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""


def print_answer(answer: Answer, sheet_of: Callable[[], Sheet], form: str) -> None:
    """Print an answer in a format.

    Args:
        answer: What to print as JSON.
        sheet_of: Lays the answer out for the other formats.
        form: table, json, csv or markdown.
    """
    print_values(answer.to_dict, sheet_of, form)


def print_values(values_of: Callable[[], object], sheet_of: Callable[[], Sheet], form: str) -> None:
    """Print plain JSON values, or the sheet that lays the same out.

    Args:
        values_of: Gives the values.
        sheet_of: Lays them out for the other formats.
        form: table, json, csv or markdown.
    """
    if form == "json":
        click.echo(json.dumps(values_of(), ensure_ascii=False, indent=2))
    elif form == "csv":
        sheet = sheet_of()
        print_csv(sheet)
        for note in sheet.notes:
            # Records hold what counts; what does not is told beside them.
            if note.mark == LEFT_OUT:
                click.echo(safe(f"{note.mark}: {FOOTNOTES.sub('', note.text)}"), err=True)
    elif form == "markdown":
        click.echo(markdown(sheet_of()), nl=False)
    else:
        print_sheet(shorten_sheet(sheet_of(), rows_limit()))


def make_console() -> Console:
    """Return a console as wide as the terminal, or of a fixed width in a pipe."""
    width = None
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        width = PIPE_WIDTH
    console = Console(width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)
    console.width = min(console.width, WIDEST)
    return console


def print_sheet(sheet: Sheet, console: Console | None = None) -> None:
    """Print a sheet as tables with notes below them."""
    console = console or make_console()
    is_wide = console.width >= WIDE
    console.print(Text(safe(sheet.title), style="bold"))
    if sheet.scope:
        console.print(Text(safe(sheet.scope), style="dim"))
    shown = [table for table in sheet.tables if table.rows]
    for table in shown:
        console.print()
        if table.heading:
            console.print(Text(safe(table.heading), style="bold"))
        _print_table(console, table)
    if not shown:
        console.print()
        console.print(Text(safe(sheet.empty)))
    if sheet.notes:
        console.print()
    for note in sheet.notes:
        _print_note(console, note, is_wide=is_wide)


def print_csv(sheet: Sheet) -> None:
    """Print the records of a sheet as CSV, safe to open in a spreadsheet (:mod:`dragoman.exchange.csv_cells`)."""
    is_watched = sys.stdout.isatty()
    for line in csv_lines([sheet.records.header, *sheet.records.rows]):
        # Not by click, which would take colours of a terminal out of quotations.
        sys.stdout.write(safe(line) if is_watched else line)


def markdown(sheet: Sheet) -> str:
    """Return a sheet in Markdown."""
    parts = [f"# {escape_markdown(sheet.title)}"]
    if sheet.scope:
        parts.append(escape_markdown(sheet.scope))
    shown = [table for table in sheet.tables if table.rows]
    for table in shown:
        if table.heading:
            parts.append(f"## {escape_markdown(table.heading)}")
        parts.append(_markdown_table(table))
    if not shown:
        parts.append(escape_markdown(sheet.empty))
    if sheet.notes:
        notes = ((note.mark, note.text if note.wide_text is None else note.wide_text) for note in sheet.notes)
        parts.append("\n".join(f"- **{escape_markdown(mark)}** {escape_markdown(text)}" for mark, text in notes))
    return "\n\n".join(parts) + "\n"


def _print_table(console: Console, table: Table) -> None:
    """Print a table, or each row as a list of its cells where the screen is too narrow for columns."""
    kept = _kept(table, console.width)
    least = sum(_least_width(table, n, _longest(table, n)) + GAP for n in kept) - GAP
    if least <= max(console.width, LEAST_WIDTH):
        console.print(_rich_table(table, width=console.width))
        return
    for place, row in enumerate(table.rows):
        if place:
            console.print()
        for number in kept:
            header = table.columns[number].header
            if row[number].strip():
                told = (f"{header}: ", "dim") if header else ""
                console.print(Text.assemble(told, (safe(row[number]), table.columns[number].style)), soft_wrap=False)


def _kept(table: Table, width: int) -> list[int]:
    return [number for number, column in enumerate(table.columns) if width >= WIDE or not column.is_wide]


def _longest(table: Table, number: int) -> int:
    return max([len(table.columns[number].header), *(cell_len(row[number]) for row in table.rows)])


def _rich_table(table: Table, *, width: int) -> RichTable:
    kept = _kept(table, width)
    drawn = RichTable(
        box=box.HORIZONTALS,
        show_edge=False,
        show_lines=True,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        border_style="dim",
        header_style="bold",
    )
    for number, room in zip(kept, column_widths(table, kept, width), strict=True):
        column = table.columns[number]
        drawn.add_column(
            Text(column.header),
            style=column.style or None,
            justify="right" if column.is_number else "left",
            width=room,
            overflow="fold",
        )
    for place, row in enumerate(table.rows):
        style = table.styles[place] if place < len(table.styles) else ""
        drawn.add_row(*(Text(safe(row[number]), overflow="fold") for number in kept), style=style or None)
    return drawn


def column_widths(table: Table, kept: list[int], width: int) -> list[int]:
    """Share a width among columns: none wider than its longest cell, none narrower than it must be.

    Args:
        table: The table.
        kept: Numbers of the columns that are shown.
        width: Characters of the screen.

    Returns:
        The width of each shown column, without the gaps between them.
    """
    longest = {n: _longest(table, n) for n in kept}
    widths = {n: _least_width(table, n, longest[n]) for n in kept}
    left = width - GAP * len(kept) - sum(widths.values())
    growing = [n for n in kept if table.columns[n].ratio and widths[n] < longest[n]]
    while left > 0 and growing:
        shares = sum(table.columns[n].ratio for n in growing)
        for n in growing:
            widths[n] += max(1, left * table.columns[n].ratio // shares)
            widths[n] = min(widths[n], longest[n])
        left = width - GAP * len(kept) - sum(widths.values())
        growing = [n for n in growing if widths[n] < longest[n]]
    return [widths[n] for n in kept]


def _least_width(table: Table, number: int, longest: int) -> int:
    column = table.columns[number]
    words = [word for row in table.rows for word in row[number].split()]
    word = max((cell_len(word) for word in words), default=1)
    return min(longest, max(column.least, min(word, LONG_WORD), len(column.header))) if column.ratio else longest


def _print_note(console: Console, note: Note, *, is_wide: bool) -> None:
    text = safe(note.text if note.wide_text is None or not is_wide else note.wide_text)
    is_short = len(note.mark) < INDENT
    mark = Text(safe(note.mark) if is_short else "•", style="bold")
    body = Text(text) if is_short else Text.assemble((f"{safe(note.mark)}: ", "bold"), text)
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(width=INDENT - 1)
    grid.add_column(overflow="fold")
    grid.add_row(mark, body)
    console.print(grid)


def _markdown_table(table: Table) -> str:
    header = "| " + " | ".join(escape_markdown(column.header) for column in table.columns) + " |"
    rule = "|" + "|".join(" --: " if column.is_number else " --- " for column in table.columns) + "|"
    rows = ("| " + " | ".join(escape_markdown(cell) or " " for cell in row) + " |" for row in table.rows)
    return "\n".join([header, rule, *rows])
