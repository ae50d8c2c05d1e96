"""Sheets: an answer laid out for a reader, and the same as plain records.

A sheet is pure data. What it looks like on a terminal, in Markdown or as CSV is decided in
:mod:`dragoman.cli.output`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.answers.visible import visible

STAR = "*"
LEFT_OUT = "Left out by the policy"
"""Mark of the notes on what a policy leaves out; they are printed with every format but JSON, which has it anyway."""

FOOTNOTE = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        header: Its title.
        ratio: Share of the width that is left, or 0 for as wide as its widest word needs.
        least: Least width in characters, or 0.
        is_wide: Whether it is left out on a narrow screen.
        is_number: Whether it is aligned to the right.
        is_fixed: Whether its lines may not be broken.
        style: Style of all its cells.
    """

    header: str
    ratio: int = 0
    least: int = 0
    is_wide: bool = False
    is_number: bool = False
    is_fixed: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A line below the table.

    Attributes:
        mark: What it belongs to: ``[1]``, "disputed", a name.
        text: What it says.
        wide_text: What it says on a wide screen, where the table has more; ``None`` for the same.
    """

    mark: str
    text: str
    wide_text: str | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """The answer as plain records for CSV.

    Attributes:
        header: Names of the fields.
        rows: Values, one for each field.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its heading.

    Attributes:
        heading: Title of the table, or ``""``.
        columns: Its columns.
        rows: Texts, one for each column.
        styles: Style of each row; fewer than rows leaves the rest plain.
    """

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer laid out for a reader.

    Attributes:
        title: What it is about.
        scope: The times and the policy of the answer.
        tables: Its tables; those without rows are not printed.
        notes: Lines below them.
        empty: What to say when no table has a row.
        records: The same as plain records.
    """

    title: str
    scope: str
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]
    empty: str
    records: Records


def shorten_sheet(sheet: Sheet, rows: int | None) -> Sheet:
    """Return a sheet with no more rows in each table than asked for, and a last note that says what is left out.

    Footnotes stay where a row that is left refers to them, and so does what a star stands for; other notes go.
    A sheet that is short enough stays whole.

    Args:
        sheet: The sheet.
        rows: Most rows of a table, at least 1; ``None`` for all.
    """
    longest = max((len(table.rows) for table in sheet.tables), default=0)
    if rows is None or longest <= rows:
        return sheet
    tables = tuple(replace(table, rows=table.rows[:rows], styles=table.styles[:rows]) for table in sheet.tables)
    cells = " ".join(cell for table in tables for row in table.rows for cell in row)
    notes = tuple(
        note
        for note in sheet.notes
        if note.mark == LEFT_OUT or ((note.mark == STAR or FOOTNOTE.fullmatch(note.mark)) and note.mark in cells)
    )
    left_out = sum(len(table.rows) - len(table.rows[:rows]) for table in sheet.tables)
    said = joined([count_of(left_out, "row"), count_of(len(sheet.notes) - len(notes), "note")], " and ")
    return replace(sheet, tables=tables, notes=(*notes, Note("…", f"{said} more without --rows.")))


def safe(text: str) -> str:
    """Return a text for a terminal: control and direction characters of reports are made visible."""
    return visible(text)


def fault_line(name: str, reason: str) -> str:
    """Return what to print of a fault; a reason that names its document is not told whose it is again.

    >>> fault_line("a.txt", "a.txt: it holds no text.")
    'Fault: a.txt: it holds no text.'
    """
    # The digest of bytes tells a reader nothing, and the reason of such a fault begins with their name.
    is_named = name.startswith("sha256:") or reason.startswith(f"{name}: ")
    return safe(f"Fault: {reason}" if is_named else f"Fault: {name or repr(name)}: {reason}")


def one_line(text: str) -> str:
    """Return a text with every run of white space made one blank."""
    return " ".join(text.split())


def shorten(text: str, length: int) -> str:
    """Return the beginning of a text, cut between words.

    >>> shorten("North Korea recognised the two", 24)
    'North Korea recognised…'
    """
    plain = one_line(text)
    if len(plain) <= length:
        return plain
    cut = plain.rfind(" ", 0, length)
    return plain[: cut if cut > length // 2 else length - 1].rstrip(",;: ") + "…"


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> count_of(1, "claim"), count_of(2, "entry", "entries")
    ('1 claim', '2 entries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def joined(parts: Iterable[str], mark: str = "; ") -> str:
    """Return the parts that are not empty, with a mark between them."""
    return mark.join(part for part in parts if part)
