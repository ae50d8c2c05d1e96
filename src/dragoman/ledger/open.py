"""Opens a ledger by its address: a path, a URL, or ``memory:``."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dragoman.claims.ledger import Ledger
from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.memory import MemoryLedger

MEMORY = frozenset({"memory:", ":memory:", "sqlite://", "sqlite:///:memory:"})
PATIENCE = 30.0


def now() -> datetime:
    """Return the present moment in UTC: the clock of ledgers that are given no other."""
    return datetime.now(UTC)


def open_ledger(
    address: str | Path, *, clock: Callable[[], datetime] = now, create: bool = True, patience: float = PATIENCE
) -> Ledger:
    """Open a ledger, and make it where there is none.

    Args:
        address: Path of the file, ``sqlite:///PATH``, or ``memory:`` for one that lasts as long
            as the process.
        clock: What gives the moment of recording, aware.
        create: Make a new ledger where the file does not exist.
        patience: Seconds to wait for other processes that write.

    Returns:
        The ledger; close it, or use it in a ``with`` statement.

    Raises:
        LedgerVersionError: A newer Dragoman made the ledger.
        LedgerUnavailableError: The address cannot be opened, is no ledger, or is of a kind that
            this Dragoman does not have.
    """
    if str(address) in MEMORY:
        return MemoryLedger(clock)
    path = _ledger_path(address)
    _check_place(path, create=create)
    # The database libraries are loaded here and not above: `dragoman --help` does without them.
    from dragoman.ledger.sqlite import sqlite_engine
    from dragoman.ledger.store import SqlLedger
    from dragoman.ledger.upgrade import bring_up_to_date

    engine = sqlite_engine(path, patience)
    try:
        bring_up_to_date(engine, str(path))
    except BaseException:
        engine.dispose()
        raise
    return SqlLedger(engine, str(path), clock)


def _ledger_path(address: str | Path) -> Path:
    if isinstance(address, Path) or "://" not in address:
        return Path(address).expanduser()
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address)
    except ArgumentError as error:
        raise LedgerUnavailableError(
            address, "the address is neither a path nor a URL such as sqlite:///PATH"
        ) from error
    if url.get_backend_name() != "sqlite" or not url.database:
        shown = url.render_as_string(hide_password=True)
        raise LedgerUnavailableError(shown, "ledgers are files of SQLite so far: give a path or sqlite:///PATH")
    return Path(url.database)


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerUnavailableError(str(path), "it is a folder: give the path of a file in it")
    if not path.exists() and not create:
        raise LedgerUnavailableError(str(path), "there is no such file: add a document to make it")
    if not path.parent.is_dir():
        raise LedgerUnavailableError(str(path), f"there is no folder {str(path.parent)!r}: make it first")
