"""Moves a ledger from one store to another, row by row as it stands, and checks what arrived.

Numbers, moments, identifiers and digests are kept, so the copy has the same chain of hashes and the
same head. Entries go over in order, a few at a time, each lot in one transaction: a copy that was cut
short holds the beginning of the ledger, and copying again goes on from there.
"""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from dragoman.claims.verification import Verification
from dragoman.errors import LedgerUnavailableError
from dragoman.ledger import schema
from dragoman.ledger.copied import CopyStep, LedgerCopy, Progress, be_silent
from dragoman.ledger.engines import NamedEngine
from dragoman.ledger.likeness_index import record_bands
from dragoman.ledger.record import insert_rows
from dragoman.ledger.recorded_rows import find_loose, read_recorded
from dragoman.ledger.rows import row_document
from dragoman.ledger.transactions import reading, writing
from dragoman.ledger.upgrade import open_engine
from dragoman.ledger.verification import Recorded, verify_chain
from dragoman.ledger.word_index import record_words

LOT = 100
"""Entries that are copied in one transaction."""

ROWS = 1000
ROWS_WITH_TEXT = 8
"""Rows that are held in memory at once: few of those that hold the text or the bytes of a page."""

LARGE = frozenset({schema.documents.name, schema.contents.name})


def copy_ledger(source: str | Path, target: str | Path, *, progress: Progress = be_silent) -> LedgerCopy:
    """Copy a ledger into another store and verify the copy against the head of the original.

    What is added to the original meanwhile is left out: the copy is the ledger of the moment of the call.

    Args:
        source: Path or URL of the original.
        target: Path or URL of the copy: a new file, an empty database, or an earlier copy of the same ledger
            to go on with.
        progress: What is told how far it is.

    Raises:
        LedgerUnavailableError: One of the two cannot be used, or the target holds something else.
        LedgerVersionError: A newer Dragoman made one of the two.
    """
    with opened(source, create=False) as original, opened(target, create=True) as copy:
        if original.shown == copy.shown:
            raise LedgerUnavailableError(copy.shown, "it is the original itself: name another place for the copy")
        head = _last_entry(original)
        last = 0 if head is None else head["number"]
        before = _copied_before(original, copy, last)
        for first in range(before, last, LOT):
            _copy_lot(original, copy, first, min(first + LOT, last))
            progress(CopyStep("copying", min(first + LOT, last), last))
        # Faults of no entry may stand after the last entry, or be all that there is.
        _copy_lot(original, copy, last, last)
        digest = None if head is None else head["digest"]
        return LedgerCopy(original.shown, copy.shown, last, last - before, verify_copy(copy, last, digest, progress))


def verify_copy(copy: NamedEngine, last: int, head: str | None, progress: Progress) -> Verification:
    """Verify a copy from end to end, and that it ends with the head of the original.

    Args:
        copy: The copy.
        last: Number of the last entry of the original.
        head: Its digest; ``None`` for a ledger without entries.
        progress: What is told how far it is.
    """

    def told(recorded: Iterator[Recorded]) -> Iterator[Recorded]:
        for one in recorded:
            yield one
            if one.entry.number % LOT == 0 or one.entry.number == last:
                progress(CopyStep("checking", one.entry.number, last))

    with reading(copy.engine, copy.shown) as connection:
        return verify_chain(told(read_recorded(connection)), loose=find_loose(connection), expected=head)


@contextmanager
def opened(address: str | Path, *, create: bool) -> Iterator[NamedEngine]:
    """Give the engine of a ledger for as long as it is needed.

    Raises:
        LedgerUnavailableError: It cannot be opened.
        LedgerVersionError: A newer Dragoman made it.
    """
    made = open_engine(address, create=create)
    try:
        yield made
    finally:
        made.engine.dispose()


def _last_entry(ledger: NamedEngine, number: int | None = None) -> sa.RowMapping | None:
    """Return the last entry, or the one of a number."""
    table = schema.entries
    wanted = sa.select(table).order_by(table.c.number.desc()).limit(1)
    if number is not None:
        wanted = wanted.where(table.c.number == number)
    with reading(ledger.engine, ledger.shown) as connection:
        return connection.execute(wanted).mappings().first()


def _copied_before(original: NamedEngine, copy: NamedEngine, last: int) -> int:
    """Return the number of the last entry that the copy has.

    Raises:
        LedgerUnavailableError: It holds something that is not of the original.
    """
    held = _last_entry(copy)
    number = 0 if held is None else held["number"]
    same = None if held is None else _last_entry(original, number)
    is_beginning = held is None or (same is not None and number <= last and same["digest"] == held["digest"])
    if not (is_beginning and _has_same_faults(original, copy)):
        reason = "it holds something else than the beginning of the original: name a new file or an empty database"
        raise LedgerUnavailableError(copy.shown, reason)
    return number


def _has_same_faults(original: NamedEngine, copy: NamedEngine) -> bool:
    table = schema.faults
    latest = sa.select(table).order_by(table.c.number.desc()).limit(1)
    with reading(copy.engine, copy.shown) as connection:
        held = connection.execute(latest).mappings().first()
    if held is None:
        return True
    with reading(original.engine, original.shown) as connection:
        same = connection.execute(sa.select(table).where(table.c.number == held["number"])).mappings().first()
    return same == held


def _copy_lot(original: NamedEngine, copy: NamedEngine, after: int, last: int) -> None:
    """Copy the entries after one number up to another, with all their rows."""
    with writing(copy.engine, copy.shown) as connection:
        held = connection.execute(sa.select(sa.func.max(schema.entries.c.number))).scalar() or 0
        if held != after:
            raise LedgerUnavailableError(copy.shown, "another process has been adding to it: stop that and copy again")
        faults = connection.execute(sa.select(sa.func.max(schema.faults.c.number))).scalar() or 0
        with closing(lot_rows(original, after, last, faults)) as parts:
            for table, part in parts:
                insert_rows(connection, table, part)
                if table is schema.documents:
                    record_words(connection, [(row["number"], row["text"]) for row in part])
                    record_bands(connection, [(row["number"], row_document(row)) for row in part])


def lot_rows(
    original: NamedEngine, after: int, last: int, faults: int
) -> Generator[tuple[sa.Table, list[dict[str, Any]]]]:
    """Yield the rows of a lot in parts, each table after those that it refers to.

    An error of the original is explained as one of the original: this generator has a transaction of its own.
    """
    with reading(original.engine, original.shown) as connection:
        for table in schema.TABLES:
            statement = (
                _rows_of_faults(faults, last) if table is schema.faults else _rows_of_entries(table, after, last)
            )
            size = ROWS_WITH_TEXT if table.name in LARGE else ROWS
            found = connection.execute(statement, execution_options={"yield_per": size})
            for part in found.mappings().partitions():
                yield table, [dict(row) for row in part]


def _rows_of_entries(table: sa.Table, after: int, last: int) -> sa.Select[Any]:
    """Return the statement for the rows of a table that belong to entries after one number up to another."""
    if table is schema.entries:
        return sa.select(table).where(table.c.number > after, table.c.number <= last).order_by(table.c.number)
    owned = next((one for one in schema.OWNED if one.table is table), None)
    if owned is None:
        return sa.select(table).where(table.c.entry > after, table.c.entry <= last).order_by(table.c.number)
    entry = owned.owner.table.c.entry
    return sa.select(table).join(owned.owner.table, owned.owner == owned.key).where(entry > after, entry <= last)


def _rows_of_faults(held: int, last: int) -> sa.Select[Any]:
    """Return the statement for faults by their own numbers: those of no entry stand between the others."""
    table = schema.faults.c
    later = sa.select(table.number).where(table.entry > last).order_by(table.entry, table.number).limit(1)
    end = sa.func.coalesce(later.scalar_subquery(), 2**31)
    return sa.select(schema.faults).where(table.number > held, table.number < end).order_by(table.number)
