"""Opens the accounts of a ledger, which stand beside it.

For a file they are a file of their own beside it, so that a ledger can be copied and given away
without a password in it; on a server they are a schema of their own in the same database.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_bytes
from typing import Self

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.engines import make_engine
from dragoman.ledger.moment import moment_number
from dragoman.ledger.open import MEMORY, PATIENCE, now
from dragoman.ledger.postgres import Quarters
from dragoman.ledger.transactions import reading, writing
from dragoman.ledger.upgrade import Scheme, bring_up_to_date

VERSIONS = ("0001",)
"""All schemas this Dragoman knows, oldest first; a test compares them with the migrations."""

QUARTERS = Quarters("dragoman_people", 0x44525045)
SCHEME = Scheme(VERSIONS, 0x44525045, Path(__file__).with_name("migrations"), QUARTERS.schema)
SUFFIX = ".people"
OWNER_ONLY = 0o600
KEY = "cookies"
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Accounts:
    """The open database of accounts.

    Attributes:
        engine: What connects to it.
        address: What to call it in messages.
        clock: What gives the present moment, aware.
        key: Secret that cookies are signed with.
    """

    engine: sa.Engine
    address: str
    clock: Callable[[], datetime]
    key: bytes

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """Give a connection that reads as of one moment."""
        return reading(self.engine, self.address)

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """Give a connection in a transaction of its own: all of it is kept, or nothing."""
        return writing(self.engine, self.address)

    def moment(self) -> int:
        """Return the present moment as a number."""
        return moment_number(self.clock())

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def accounts_address(ledger: str | Path) -> str:
    """Return where the accounts of a ledger are.

    Args:
        ledger: Path or URL of the ledger.

    Raises:
        LedgerUnavailableError: The ledger lasts only as long as the process.

    >>> accounts_address("relations.db")
    'relations.people.db'
    """
    address = str(ledger)
    if address in MEMORY:
        raise LedgerUnavailableError(address, "a ledger in memory has no accounts: give the path of a file")
    if "://" in address and not address.startswith("sqlite"):
        return address
    path = Path(sa.make_url(address).database or "") if "://" in address else Path(address).expanduser()
    return str(path.with_name(path.stem + SUFFIX + path.suffix))


def has_accounts(ledger: str | Path) -> bool:
    """Tell whether a ledger has a database of accounts; on a server it always may."""
    if str(ledger) in MEMORY:
        return False
    address = accounts_address(ledger)
    return "://" in address or Path(address).exists()


def open_accounts(ledger: str | Path, *, create: bool = True, clock: Callable[[], datetime] = now) -> Accounts:
    """Open the accounts of a ledger, and make their database where there is none.

    Args:
        ledger: Path or URL of the ledger.
        create: Make a new file where there is none.
        clock: What gives the present moment, aware.

    Raises:
        LedgerVersionError: A newer Dragoman made them.
        LedgerUnavailableError: They cannot be opened.
    """
    address = accounts_address(ledger)
    if "://" not in address and create and Path(address).parent.is_dir():
        # Made before anything is written to it: others on the machine never see its content.
        Path(address).touch(mode=OWNER_ONLY)
    made = make_engine(address, create=create, patience=PATIENCE, quarters=QUARTERS)
    try:
        bring_up_to_date(made.engine, made.shown, SCHEME)
        return Accounts(made.engine, made.shown, clock, _key(made.engine, made.shown))
    except BaseException:
        made.engine.dispose()
        raise


def _key(engine: sa.Engine, address: str) -> bytes:
    """Return the secret of the cookies, and make it at the first time."""
    table = schema.secrets
    held = sa.select(table.c.content).where(table.c.name == KEY)
    with reading(engine, address) as connection:
        found = connection.execute(held).scalar()
    if found is None:
        with writing(engine, address) as connection:
            found = connection.execute(held).scalar()
            if found is None:
                found = token_bytes(KEY_BYTES)
                connection.execute(table.insert().values(name=KEY, content=found))
    return bytes(found)


def following(connection: sa.Connection, table: sa.Table) -> int:
    """Return the number of the next row of a table; the caller holds the database alone."""
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.number), 0))).scalar_one()) + 1
