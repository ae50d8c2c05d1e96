"""From the address of a ledger to the engine of its database."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.postgres import LEDGER_QUARTERS, Quarters, postgres_engine
from dragoman.ledger.sqlite import sqlite_engine

SERVERS = frozenset({"postgresql", "postgres"})


@dataclass(frozen=True, slots=True)
class NamedEngine:
    """An engine, and what to call it.

    Attributes:
        shown: The address without its password, for messages.
        engine: What connects to the database.
    """

    shown: str
    engine: sa.Engine


def make_engine(
    address: str | Path, *, create: bool, patience: float, quarters: Quarters = LEDGER_QUARTERS
) -> NamedEngine:
    """Return the engine for an address; nothing is opened yet.

    Args:
        address: Path or URL.
        create: Whether a file that is not there may be made.
        patience: Seconds that a writer waits for others.
        quarters: Where on a server the tables stand.

    Raises:
        LedgerUnavailableError: The address cannot be one of a ledger, or its driver is missing.
    """
    if isinstance(address, Path) or "://" not in address:
        path = Path(address).expanduser()
    else:
        url = _parse_url(address)
        shown = url.render_as_string(hide_password=True)
        if url.get_backend_name() in SERVERS:
            return NamedEngine(shown, postgres_engine(address, patience, quarters))
        if url.get_backend_name() != "sqlite" or not url.database:
            known = "a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE"
            raise LedgerUnavailableError(shown, f"ledgers are kept by SQLite or PostgreSQL: give {known}")
        path = Path(url.database)
    _check_place(path, create=create)
    return NamedEngine(str(path), sqlite_engine(path, patience))


def _parse_url(address: str) -> sa.URL:
    try:
        return sa.make_url(address)
    except sa.exc.ArgumentError as error:
        raise LedgerUnavailableError(
            address, "the address is neither a path nor a URL such as sqlite:///PATH"
        ) from error


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerUnavailableError(str(path), "it is a folder: give the path of a file in it")
    if not path.exists() and not create:
        raise LedgerUnavailableError(str(path), "there is no such file: add a document to make it")
    # SQLite takes an empty file for a new database and would write to it.
    if not create and path.is_file() and path.stat().st_size == 0:
        raise LedgerUnavailableError(str(path), "the file is empty and no ledger: give the path of a ledger")
    if not path.parent.is_dir():
        raise LedgerUnavailableError(str(path), f"there is no folder {str(path.parent)!r}: make it first")
