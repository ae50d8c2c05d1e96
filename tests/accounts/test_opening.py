"""The migrations make the tables that the code uses, and nobody else can read the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dragoman.accounts.opening import QUARTERS, SCHEME, VERSIONS, open_accounts
from dragoman.accounts.schema import GROWING, metadata
from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.open import open_ledger


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    open_accounts(tmp_path / "web.db").close()
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'web.people.db'}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []


def test_the_known_versions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCHEME.migrations))
    revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(revisions)) == VERSIONS


def test_what_only_grows_is_guarded_by_triggers(tmp_path: Path) -> None:
    open_accounts(tmp_path / "web.db").close()
    with closing(sqlite3.connect(tmp_path / "web.people.db")) as connection:
        triggers = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    kinds = ("no_update", "no_delete", "no_replace")
    assert triggers == {f"{table.name}_{kind}" for table in GROWING for kind in kinds}


def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    open_accounts(tmp_path / "web.db").close()
    assert (tmp_path / "web.people.db").stat().st_mode & 0o077 == 0


def test_a_ledger_is_not_taken_for_accounts(tmp_path: Path) -> None:
    open_ledger(tmp_path / "web.people.db").close()
    with pytest.raises(LedgerUnavailableError, match="another program"):
        open_accounts(tmp_path / "web.db")


def test_the_key_of_the_cookies_stays(tmp_path: Path) -> None:
    with open_accounts(tmp_path / "web.db") as first, open_accounts(tmp_path / "web.db") as second:
        assert first.key == second.key
        assert len(first.key) == 32


@pytest.mark.postgres
def test_on_a_server_the_accounts_stand_in_a_schema_of_their_own(database: str) -> None:
    open_accounts(database).close()
    engine = sa.create_engine(sa.make_url(database).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        schemas = set(sa.inspect(connection).get_schema_names())
        tables = set(sa.inspect(connection).get_table_names(schema=QUARTERS.schema))
    engine.dispose()
    assert {"dragoman", QUARTERS.schema} <= schemas
    assert tables == {*metadata.tables, "alembic_version"}
