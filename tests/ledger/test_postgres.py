"""What is particular to a ledger on a server of PostgreSQL."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.claims.factories import make_claim, make_coding, make_document
from tests.ledger.adding import make_page, open_and_add, process_context
from tests.ledger.conftest import SetClock
from tests.ledger.postgres import drop_database, make_database
from tests.ledger.test_append_only import FULL, JUDGEMENT, NEWER
from tests.ledger.test_histories import QUERIES, Step, histories, told

from dragoman.claims.ledger import ClaimQuery
from dragoman.errors import LedgerUnavailableError, LedgerVersionError
from dragoman.ledger.open import open_ledger
from dragoman.ledger.plain_text import escape_text, unescape_text
from dragoman.ledger.postgres import SCHEMA
from dragoman.ledger.schema import TABLES, metadata

pytestmark = pytest.mark.postgres
NAMES = [table.name for table in TABLES]
WORKERS = 4


@pytest.fixture
def connection(database: str) -> Iterator[sa.Connection]:
    """A connection of another program to a ledger that holds something of everything."""
    with open_ledger(database) as ledger:
        ledger.add(FULL, by="me")
        ledger.add(NEWER, by="me")
        ledger.judge(JUDGEMENT)
    engine = sa.create_engine(
        sa.make_url(database).set(drivername="postgresql+psycopg"),
        connect_args={"options": f"-c search_path={SCHEMA}"},
    )
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.mark.parametrize("table", NAMES)
class TestEveryTable:
    def test_refuses_update(self, connection: sa.Connection, table: str) -> None:
        column = metadata.tables[table].columns[0].name
        with pytest.raises(sa.exc.IntegrityError, match="only grows"):
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = {column}")  # noqa: S608

    def test_refuses_delete(self, connection: sa.Connection, table: str) -> None:
        with pytest.raises(sa.exc.IntegrityError, match="only grows"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608

    def test_refuses_to_be_emptied(self, connection: sa.Connection, table: str) -> None:
        with pytest.raises(sa.exc.IntegrityError, match="only grows"):
            connection.exec_driver_sql(f"TRUNCATE {table} CASCADE")

    def test_refuses_to_replace(self, connection: sa.Connection, table: str) -> None:
        key = ", ".join(f'"{column.name}"' for column in metadata.tables[table].primary_key)
        column = metadata.tables[table].columns[0].name
        statement = (
            f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) DO UPDATE SET {column} = {table}.{column}"  # noqa: S608
        )
        with pytest.raises(sa.exc.IntegrityError, match="only grows"):
            connection.exec_driver_sql(statement)

    def test_has_the_columns_that_the_code_uses(self, connection: sa.Connection, table: str) -> None:
        found = {column["name"]: column["nullable"] for column in sa.inspect(connection).get_columns(table, SCHEMA)}
        assert found == {column.name: bool(column.nullable) for column in metadata.tables[table].columns}


def test_several_processes_may_make_the_ledger_at_once(server: str) -> None:
    address = make_database(server, template="template0")
    context = process_context()
    workers = [context.Process(target=open_and_add, args=(address, number)) for number in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * WORKERS
    drop_database(server, address)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories(), queries=st.lists(QUERIES, max_size=4))
def test_a_random_history_gives_the_answers_of_the_ledger_in_memory(
    server: str, history: list[Step], queries: list[ClaimQuery]
) -> None:
    address = make_database(server)
    clock = SetClock()
    with open_ledger("memory:", clock=clock) as plain, open_ledger(address, clock=clock) as stored:
        for step in history:
            clock.moment += step.pause
            assert step.tell(stored) == step.tell(plain)
        assert told(stored, None) == told(plain, None)
        assert stored.verify() == plain.verify()
        for query in queries:
            assert list(stored.claims(query)) == list(plain.claims(query))
    drop_database(server, address)


def test_a_ledger_of_a_newer_version_is_refused(database: str, connection: sa.Connection) -> None:
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    with pytest.raises(LedgerVersionError, match="9999"):
        open_ledger(database)


def test_tables_of_another_program_are_refused(server: str) -> None:
    address = make_database(server, template="template0")
    engine = sa.create_engine(sa.make_url(address).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
        connection.exec_driver_sql(f"CREATE TABLE {SCHEMA}.songs (title text)")
    engine.dispose()
    with pytest.raises(LedgerUnavailableError, match="another program"):
        open_ledger(address)
    drop_database(server, address)


def test_a_database_that_is_missing_is_told_without_the_password(server: str) -> None:
    missing = sa.make_url(server).set(database="missing", password="secret")  # noqa: S106 - it is no secret
    with pytest.raises(LedgerUnavailableError, match="does not exist") as raised:
        open_ledger(missing.render_as_string(hide_password=False))
    assert "secret" not in str(raised.value)


def test_a_server_that_does_not_run_is_told() -> None:
    with pytest.raises(LedgerUnavailableError, match="check the address"):
        open_ledger("postgresql://anna@127.0.0.1:9/relations")


def test_texts_with_any_character_come_back(database: str) -> None:
    page = make_document("a\0b\ufffe0\ufffe\ufffe\0 朝鲜", name="n\0.txt")
    with open_ledger(database) as ledger:
        ledger.add(make_coding(page, make_claim(page)), by="\0me")
        assert next(ledger.documents()) == page
        assert next(ledger.entries()).by == "\0me"
        assert ledger.verify().is_sound


@given(text=st.text(st.sampled_from("a0\0\ufffe")))
def test_escaping_can_be_undone(text: str) -> None:
    assert unescape_text(escape_text(text)) == text
    assert "\0" not in escape_text(text)


def test_a_page_is_the_same_in_a_file_and_on_a_server(database: str) -> None:
    clock = SetClock()
    with open_ledger("memory:", clock=clock) as plain, open_ledger(database, clock=clock) as stored:
        assert stored.add(make_page(1), by="me") == plain.add(make_page(1), by="me")
