"""A ledger of every older schema is brought up to date on PostgreSQL, too, with the rows that its own code wrote."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from tests.ledger.adding import make_page
from tests.ledger.postgres import drop_database, make_database
from tests.ledger.test_upgrade import HEADS, older_ledger

from dragoman.claims.decision import EntryKind
from dragoman.documents.words import parse_phrases
from dragoman.ledger.engines import make_engine
from dragoman.ledger.open import PATIENCE, open_ledger
from dragoman.ledger.postgres import SCHEMA
from dragoman.ledger.transactions import writing
from dragoman.ledger.upgrade import MIGRATIONS, VERSIONS
from dragoman.ledger.word_index import TABLE, record_words

pytestmark = pytest.mark.postgres

COLUMNS = (
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = :s"
)
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = :s"
TRIGGERS = (
    "SELECT event_object_table, trigger_name, event_manipulation FROM information_schema.triggers "
    "WHERE trigger_schema = :s"
)


@pytest.fixture(params=VERSIONS[:-1])
def older(request: pytest.FixtureRequest, server: str, path: Path) -> Iterator[tuple[str, str]]:
    """The address of a ledger of an older schema, and the digest of its last entry."""
    version = request.param
    address = make_database(server, template="template0")
    older_ledger(path, version)
    move_rows(path, address, version)
    yield address, HEADS[version]
    drop_database(server, address)


def move_rows(path: Path, address: str, version: str) -> None:
    """Make the tables of a schema and fill them with the rows of a file."""
    made = make_engine(address, create=True, patience=PATIENCE)
    with writing(made.engine, made.shown) as connection, closing(sqlite3.connect(path)) as file:
        connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        tables = sa.MetaData(schema=SCHEMA)
        tables.reflect(connection, only=lambda name, _: name not in {TABLE, "alembic_version"})
        file.row_factory = sqlite3.Row
        for table in tables.sorted_tables:
            found = [dict(row) for row in file.execute(f'SELECT * FROM "{table.name}"')]  # noqa: S608 - names of our own
            truths = [column.name for column in table.c if isinstance(column.type, sa.Boolean)]
            values = [row | {name: bool(row[name]) for name in truths} for row in found]
            if values:
                connection.execute(sa.insert(table), values)
        if version > "0002":
            record_words(connection, [tuple(row) for row in file.execute("SELECT number, text FROM documents")])
    made.engine.dispose()


def test_it_is_verified_and_answers(older: tuple[str, str]) -> None:
    address, head = older
    with open_ledger(address) as ledger:
        assert ledger.verify(head).is_sound
        assert [held.entry for held in ledger.claims()] == [1, 2, 3]
        *_, last = ledger.entries()
        assert last.kind is EntryKind.UPGRADE
        naming = [document.id for document in ledger.documents() if "Nauru" in document.text]
        assert {found.document.id for found in ledger.search(parse_phrases("Nauru"))} == set(naming)
        assert naming


def test_it_takes_more(older: tuple[str, str]) -> None:
    with open_ledger(older[0]) as ledger:
        before = ledger.head()
        entry = ledger.add(make_page(1), by="me")
        assert before is not None
        assert entry is not None
        assert entry.number == before.number + 1
        assert ledger.verify().is_sound


def test_it_has_the_tables_and_triggers_of_a_new_one(older: tuple[str, str], database: str) -> None:
    open_ledger(older[0]).close()
    assert schema_of(older[0]) == schema_of(database)


def schema_of(address: str) -> set[tuple[str, ...]]:
    """The names of all columns, indexes and triggers."""
    engine = sa.create_engine(sa.make_url(address).set(drivername="postgresql+psycopg"))
    asked = (COLUMNS, INDEXES, TRIGGERS)
    with engine.connect() as connection:
        found = [tuple(row) for one in asked for row in connection.execute(sa.text(one), {"s": SCHEMA})]
    engine.dispose()
    return set(found)
