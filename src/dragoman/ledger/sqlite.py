"""Connections to a file of SQLite, and what its failures mean in plain words.

Readers never wait: the file is kept in write-ahead mode. Writers queue: each write begins
with ``BEGIN IMMEDIATE``, so that what it reads first is still true when it writes. A commit is
on the disk before it is acknowledged (``synchronous=FULL``).
"""

import sqlite3
from pathlib import Path
from time import monotonic, sleep

import sqlalchemy as sa

from dragoman.ledger.transactions import REASON, WRITE

PAUSE = 0.02
CACHE_KIB = 65_536
"""Room for pages of the file in the memory of a connection that has written."""

PAGES_OF_LOG = 8000
"""Pages of 4 KiB after which the log is written back into the file."""

MILLISECONDS = 1000

REASONS = {
    sqlite3.SQLITE_BUSY: "another process has been writing to it all the while: try again when that has ended",
    sqlite3.SQLITE_LOCKED: "another connection of this process is writing to it: try again when that has ended",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only, so nothing was recorded: allow writing, or copy it",
    sqlite3.SQLITE_FULL: "the disk is full, so nothing was recorded: make room and run the same command again",
    sqlite3.SQLITE_NOTADB: "the file is not a ledger: give the path of a ledger or of a new file",
    sqlite3.SQLITE_CORRUPT: "the file is damaged: restore it from a copy",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened: check the path and who may read and write there",
    sqlite3.SQLITE_PERM: "the file may not be opened: check who may read and write it",
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing: check the disk, then run the same command again",
}
"""What to tell the user, by the primary result code of SQLite (https://sqlite.org/rescode.html)."""


def sqlite_engine(path: Path, patience: float) -> sa.Engine:
    """Return an engine for a ledger file; nothing is opened yet.

    Args:
        path: The file.
        patience: Seconds that a writer waits for others.
    """
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        connect_args={"timeout": patience},
        execution_options={REASON: sqlite_reason},
    )

    @sa.event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        try:
            _set_up(connection, patience)
        except sqlite3.Error:
            connection.close()
            raise

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        is_write = connection.get_execution_options().get(WRITE, False)
        if is_write:
            # Identifiers are digests, so that their indexes grow everywhere at once.
            connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")

    return engine


def sqlite_reason(error: BaseException | None) -> str:
    """Say in plain words why SQLite failed."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return REASONS.get(code, f"the database says {str(error)!r}")


def _set_up(connection: sqlite3.Connection, patience: float) -> None:
    # The driver's own way of beginning transactions starts none before a read or a CREATE TABLE.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_OF_LOG}")
    _keep_write_ahead_log(connection, patience)


def _keep_write_ahead_log(connection: sqlite3.Connection, patience: float) -> None:
    """Switch the file to write-ahead mode, unless it is read-only or its disk cannot.

    SQLite does not wait by itself when two processes switch a new file at the same time.
    """
    deadline = monotonic() + patience
    while True:
        try:
            connection.execute(f"PRAGMA busy_timeout = {int(patience * MILLISECONDS)}")
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code == sqlite3.SQLITE_READONLY:
                return
            if code not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} or monotonic() > deadline:
                raise
            sleep(PAUSE)
        else:
            return
