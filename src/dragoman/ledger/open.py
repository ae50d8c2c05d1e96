"""Opens a ledger by its address: a path, a URL, or ``memory:``."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dragoman.claims.ledger import Ledger
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
        address: Path of the file, ``sqlite:///PATH``, ``postgresql://USER@HOST/DATABASE``, or ``memory:``
            for one that lasts as long as the process.
        clock: What gives the moment of recording, aware.
        create: Make a new ledger where the file does not exist; a database of a server must be there.
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
    # The database libraries are loaded here and not above: `dragoman --help` does without them.
    from dragoman.ledger.store import SqlLedger
    from dragoman.ledger.upgrade import open_engine

    made = open_engine(address, create=create, patience=patience)
    return SqlLedger(made.engine, made.shown, clock)
