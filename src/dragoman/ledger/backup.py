"""A copy of a ledger in one file, made while others add.

A file of SQLite is copied page by page by the database itself (https://sqlite.org/backup.html) in one reading
transaction, so that writers neither wait nor disturb it. A ledger on a server is copied entry by entry.
The file bears its name only once it has been verified.
"""

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from dragoman.errors import LedgerUnavailableError, OutputError
from dragoman.ledger import schema
from dragoman.ledger.copied import CopyStep, LedgerCopy, Progress, be_silent
from dragoman.ledger.copying import copy_ledger, opened, verify_copy
from dragoman.ledger.engines import NamedEngine
from dragoman.ledger.plain_text import POSTGRESQL
from dragoman.ledger.sqlite import sqlite_reason
from dragoman.ledger.transactions import reading

PAGES = 4096
"""Pages of the file that are copied between two tellings of how far it is."""


def backup_ledger(source: str | Path, file: str | Path, *, progress: Progress = be_silent) -> LedgerCopy:
    """Copy a ledger that is in use into a new file, and verify the copy.

    Use :func:`dragoman.ledger.copying.copy_ledger` to move a ledger to a server, or to go on with a copy.

    Args:
        source: Path or URL of the ledger.
        file: Path of the copy; there must be no file yet.
        progress: What is told how far it is.

    Raises:
        OutputError: There is a file of that name, or no folder for it.
        LedgerUnavailableError: The ledger cannot be read, or the copy cannot be written.
        LedgerVersionError: A newer Dragoman made the ledger.
    """
    place = Path(file).expanduser()
    if place.exists():
        raise OutputError(str(place), "there is such a file already: give the backup another name")
    if not place.parent.is_dir():
        raise OutputError(str(place), f"there is no folder {str(place.parent)!r}: make it first")
    part = place.with_name(place.name + ".part")
    with opened(source, create=False) as original:
        if original.engine.dialect.name == POSTGRESQL:
            made = copy_ledger(source, part, progress=progress)
        else:
            part.unlink(missing_ok=True)
            made = _copy_file(original, part, progress)
    part.replace(place)
    return LedgerCopy(made.source, str(place), made.entries, made.copied, made.verification)


def _copy_file(original: NamedEngine, part: Path, progress: Progress) -> LedgerCopy:
    table = schema.entries.c
    with reading(original.engine, original.shown) as connection:
        # The first read fixes what the whole transaction sees, and with it what is copied.
        head = connection.execute(sa.select(table.number, table.digest).order_by(table.number.desc()).limit(1)).first()
        _copy_pages(connection.connection.dbapi_connection, part, progress)
    last, digest = (0, None) if head is None else (head.number, head.digest)
    with opened(part, create=False) as copy:
        return LedgerCopy(original.shown, copy.shown, last, last, verify_copy(copy, last, digest, progress))


def _copy_pages(source: Any, part: Path, progress: Progress) -> None:  # noqa: ANN401 - SQLAlchemy gives no better type
    def tell(_: int, remaining: int, total: int) -> None:
        progress(CopyStep("copying", total - remaining, total))

    try:
        target = sqlite3.connect(part)
        try:
            source.backup(target, pages=PAGES, progress=tell, sleep=0)
        finally:
            target.close()
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise LedgerUnavailableError(str(part), sqlite_reason(error)) from error
