"""The database itself refuses to change what was recorded, whoever asks."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.claims.factories import make_claim, make_coding, make_document

from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.claims.judgement import Judgement, Ruling
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.span import Span
from dragoman.ledger.open import open_ledger
from dragoman.ledger.schema import TABLES

NAMES = [table.name for table in TABLES]
PAGE = make_document()
CLAIM = make_claim(PAGE)
FULL = make_coding(
    PAGE,
    CLAIM,
    disputes=(Dispute(DisputeKind.DATE, (CLAIM.id,), (), "Which day?"),),
    links=(DocumentLink(PAGE.id, LinkKind.QUOTES, None, "a statement", "it says so"),),
    uncoded=(Uncoded(Span(0, 2), "ko"),),
    faults=(Fault(PAGE.id, "parse", "One sentence was left out."),),
)
NEWER = Coding(PAGE, coder="rules-en/2.0")
JUDGEMENT = Judgement(Ruling.ACCEPT, CLAIM.id, "A. Reviewer", "It says so.")


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of another program, without the settings of ours."""
    with open_ledger(path) as ledger:
        ledger.add(FULL, by="me")
        ledger.add(NEWER, by="me")
        ledger.judge(JUDGEMENT)
    with closing(sqlite3.connect(path)) as opened:
        yield opened


@pytest.mark.parametrize("table", NAMES)
class TestEveryTable:
    def test_holds_a_row_in_this_test(self, connection: sqlite3.Connection, table: str) -> None:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0  # noqa: S608

    def test_refuses_update(self, connection: sqlite3.Connection, table: str) -> None:
        column = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute(f"UPDATE {table} SET {column} = {column}")  # noqa: S608

    def test_refuses_delete(self, connection: sqlite3.Connection, table: str) -> None:
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608

    def test_refuses_to_replace(self, connection: sqlite3.Connection, table: str) -> None:
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608


@pytest.mark.parametrize(
    "table", ["documents", "claims", "disputes", "links", "uncoded", "faults", "standings", "decisions"]
)
def test_a_row_is_not_replaced_under_another_number_either(connection: sqlite3.Connection, table: str) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join("number + 1000" if column == "number" else f'"{column}"' for column in columns)
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        connection.execute(f"INSERT OR REPLACE INTO {table} SELECT {values} FROM {table}")  # noqa: S608
