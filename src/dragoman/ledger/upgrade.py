"""The schema of a ledger, or of what stands beside it: found, made, brought up to date, or refused.

All of it happens in one writing transaction, so that several processes may open a new file at
the same time, and one that is killed leaves either the old schema or the new one.
"""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from dragoman.errors import LedgerUnavailableError, LedgerVersionError
from dragoman.ledger.engines import NamedEngine, make_engine
from dragoman.ledger.open import PATIENCE
from dragoman.ledger.plain_text import POSTGRESQL
from dragoman.ledger.postgres import SCHEMA
from dragoman.ledger.transactions import reading, writing

VERSIONS = ("0001", "0002", "0003", "0004")
"""All schemas this Dragoman knows, oldest first; a test compares them with the migrations."""

APPLICATION = 0x44524147
"""Marks a file of SQLite as a ledger: "DRAG" in ASCII."""

MIGRATIONS = Path(__file__).with_name("migrations")


@dataclass(frozen=True, slots=True)
class Scheme:
    """What is particular to one kind of database.

    Attributes:
        versions: All schemas this Dragoman knows, oldest first.
        application: Mark of its files of SQLite.
        migrations: Folder of its migrations.
        schema: Where its tables stand on a server.
    """

    versions: tuple[str, ...]
    application: int
    migrations: Path
    schema: str


LEDGER_SCHEME = Scheme(VERSIONS, APPLICATION, MIGRATIONS, SCHEMA)


def open_engine(address: str | Path, *, create: bool, patience: float = PATIENCE) -> NamedEngine:
    """Return the engine of a ledger whose schema is up to date; dispose of it at the end.

    Args:
        address: Path or URL.
        create: Whether a file that is not there may be made.
        patience: Seconds that a writer waits for others.

    Raises:
        LedgerVersionError: A newer Dragoman made the ledger.
        LedgerUnavailableError: The address cannot be opened, or is no ledger.
    """
    made = make_engine(address, create=create, patience=patience)
    try:
        bring_up_to_date(made.engine, made.shown)
    except BaseException:
        made.engine.dispose()
        raise
    return made


def bring_up_to_date(engine: sa.Engine, address: str, scheme: Scheme = LEDGER_SCHEME) -> None:
    """Make the newest schema of a database, or leave it as it is when it has that already.

    Raises:
        LedgerVersionError: A newer Dragoman made the ledger.
        LedgerUnavailableError: The file belongs to another program, or cannot be written.
    """
    with reading(engine, address) as connection:
        if find_version(connection, address, scheme) == scheme.versions[-1]:
            return
    with writing(engine, address) as connection:
        # Asked again: another process may have done it while this one waited.
        if find_version(connection, address, scheme) != scheme.versions[-1]:
            _migrate(connection, scheme)


def find_version(connection: sa.Connection, address: str, scheme: Scheme = LEDGER_SCHEME) -> str | None:
    """Return the schema of a database, or ``None`` for a new file.

    Raises:
        LedgerVersionError: The schema is none of those that are known.
        LedgerUnavailableError: The file belongs to another program.
    """
    is_new = _is_new_schema if connection.dialect.name == POSTGRESQL else _is_new_file
    if is_new(connection, address, scheme):
        return None
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found not in scheme.versions:
        raise LedgerVersionError(address, found, scheme.versions[-1])
    return found


def _is_new_file(connection: sa.Connection, address: str, scheme: Scheme) -> bool:
    if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        return True
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != scheme.application:
        raise LedgerUnavailableError(address, "the file is a database of another program: give another path")
    return False


def _is_new_schema(connection: sa.Connection, address: str, scheme: Scheme) -> bool:
    tables = sa.text("SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = :schema")
    found = set(connection.execute(tables, {"schema": scheme.schema}).scalars())
    if found and "alembic_version" not in found:
        raise LedgerUnavailableError(
            address, f"its schema {scheme.schema!r} holds tables of another program: give another database"
        )
    return not found


def _migrate(connection: sa.Connection, scheme: Scheme) -> None:
    # Alembic is needed for new and old files only; the others open without its weight.
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == POSTGRESQL:
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {scheme.schema}")
    config = Config()
    config.set_main_option("script_location", str(scheme.migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
