"""Cells of CSV files that a spreadsheet opens without running anything, and the way back.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end for a
formula and may run it, and names and quotations come from pages of strangers
(https://owasp.org/www-community/attacks/CSV_Injection). So an apostrophe is put before such a text,
and before one that looks as if that had been done already; taking one apostrophe off again gives
every text back. Numbers are no texts and stay numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from csv import writer
from io import StringIO

LINE_ENDING = "\r\n"
SIGNS = r"(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
GUARDED = re.compile(rf"'+{SIGNS}")
DANGEROUS = re.compile(rf"'*{SIGNS}")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def guarded_cell(value: object) -> object:
    """Return what a cell shows: a text that could be run has an apostrophe before it.

    Numbers, also those written as texts, stay as they are; ``None`` is an empty cell.

    >>> guarded_cell("=1+1"), guarded_cell("-3.5"), guarded_cell(-3.5), guarded_cell("Kyiv")
    ("'=1+1", '-3.5', -3.5, 'Kyiv')
    """
    if value is None:
        return ""
    if isinstance(value, str) and DANGEROUS.match(value) and not NUMBER.fullmatch(value):
        return "'" + value
    return value


def restored_cell(text: str) -> str:
    """Return the text of which :func:`guarded_cell` made a cell.

    >>> restored_cell("'=1+1"), restored_cell("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if GUARDED.match(text) else text


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a table as CSV (RFC 4180, but each row ends with a line feed), its cells guarded."""
    buffer = StringIO()
    # The writer quotes a carriage return only when it is part of its own line ending.
    out = writer(buffer, lineterminator=LINE_ENDING)
    for row in rows:
        out.writerow([guarded_cell(value) for value in row])
        yield buffer.getvalue().removesuffix(LINE_ENDING) + "\n"
        buffer.seek(0)
        buffer.truncate()
