"""Transactions of a ledger's database, and its failures in plain words.

A reading transaction shows one moment. A writing one holds the ledger alone until it ends: what it
has read is still true when it writes.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.plain_text import POSTGRESQL

WRITE = "dragoman_write"
"""Execution option of a connection whose next transaction writes."""

REASON = "dragoman_reason"
"""Key, in an engine's execution options, of the function that puts its errors in plain words."""


@contextmanager
def reading(engine: sa.Engine, address: str) -> Iterator[sa.Connection]:
    """Give a connection on which everything is read as of one moment.

    Raises:
        LedgerUnavailableError: The store fails.
    """
    with _explained(engine, address), engine.connect() as connection:
        if engine.dialect.name == POSTGRESQL:
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: sa.Engine, address: str) -> Iterator[sa.Connection]:
    """Give a connection in a transaction of its own: all of it is kept, or nothing.

    Raises:
        LedgerUnavailableError: The store fails, and nothing was recorded.
    """
    with (
        _explained(engine, address),
        engine.connect().execution_options(**{WRITE: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _explained(engine: sa.Engine, address: str) -> Iterator[None]:
    reason = engine.get_execution_options()[REASON]
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise LedgerUnavailableError(address, reason(error.orig)) from error
    except sqlite3.Error as error:
        raise LedgerUnavailableError(address, reason(error)) from error
