"""The migrations make the schema that the code expects, and all of it ships with the package."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dragoman.claims.decision import EntryKind
from dragoman.errors import LedgerVersionError
from dragoman.ledger.likeness_index import TABLE as BANDS
from dragoman.ledger.open import open_ledger
from dragoman.ledger.schema import TABLES, metadata
from dragoman.ledger.upgrade import APPLICATION, LEDGER_SCHEME, MIGRATIONS, VERSIONS, bring_up_to_date
from dragoman.ledger.word_index import TABLE as WORDS


def test_the_migrations_make_the_tables_that_the_code_uses(path: Path) -> None:
    open_ledger(path).close()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        ours = MigrationContext.configure(connection, opts={"include_name": is_no_index_of_texts})
        differences = compare_metadata(ours, metadata)
    engine.dispose()
    assert differences == []


def is_no_index_of_texts(name: str | None, kind: str, _parents: object) -> bool:
    """The indexes of texts are virtual tables of SQLite with tables of their own: SQLAlchemy does not know them."""
    return kind != "table" or not (name or "").startswith((WORDS, BANDS))


def test_the_known_versions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(revisions)) == VERSIONS


def test_every_table_is_guarded_by_three_triggers(path: Path) -> None:
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as connection:
        triggers = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    kinds = ("no_update", "no_delete", "no_replace")
    assert triggers == {f"{table.name}_{kind}" for table in TABLES for kind in kinds}


def test_a_new_file_is_marked_and_kept_in_write_ahead_mode(path: Path) -> None:
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_opening_again_changes_nothing(path: Path) -> None:
    open_ledger(path).close()
    before = path.read_bytes()
    open_ledger(path).close()
    assert path.read_bytes() == before


def test_a_migration_that_is_cut_short_leaves_a_file_that_opens(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    open_ledger(path).close()


HEADS = {
    "0001": "321fd76b7b1498f11131194fcf41e4bcb9e897b6057068edab1033a3a38a5cc7",
    "0002": "810bad5fc8793146ef2d01facc3c51cae0b0371a8dc48e7663f5acbf40fb4030",
    "0003": "810bad5fc8793146ef2d01facc3c51cae0b0371a8dc48e7663f5acbf40fb4030",
}
"""Digest of the last entry of the ledger of each older schema in ``versions``."""

OLDER = Path(__file__).with_name("versions")


def older_ledger(path: Path, version: str) -> None:
    """Make the ledger that the code of an older schema made; its triggers stand in the file, too."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLDER.joinpath(f"{version}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def test_there_is_a_ledger_of_every_older_schema() -> None:
    assert {file.stem for file in OLDER.iterdir()} == set(HEADS) == set(VERSIONS[:-1])


@pytest.mark.parametrize("version", VERSIONS[:-1])
class TestOlderSchemas:
    def test_a_ledger_is_brought_up_to_date_and_verified(self, path: Path, version: str) -> None:
        older_ledger(path, version)
        with open_ledger(path) as ledger:
            assert ledger.verify(HEADS[version]).is_sound
            assert [held.entry for held in ledger.claims()] == [1, 2, 3]
            assert len(list(ledger.documents())) == 3

    def test_it_has_the_tables_and_triggers_of_a_new_one(self, path: Path, tmp_path: Path, version: str) -> None:
        older_ledger(path, version)
        open_ledger(path).close()
        open_ledger(tmp_path / "new.db").close()
        assert schema_of(path) == schema_of(tmp_path / "new.db")

    def test_its_faults_without_an_entry_are_sealed_by_one(self, path: Path, version: str) -> None:
        older_ledger(path, version)
        with open_ledger(path) as ledger:
            *_, last = ledger.entries()
            assert (last.kind, last.by, last.document) == (EntryKind.UPGRADE, "dragoman", None)
            assert [fault.document for fault in ledger.faults() if fault.stage == "decode"] == ["page.pdf", "other.pdf"]

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE faults SET reason = 'Another.' WHERE number = 1",
            "INSERT INTO faults VALUES (6, NULL, 1658142000000000, 'a.pdf', 'decode', 'No text.', -1, -1)",
            "UPDATE faults SET entry = 1 WHERE number = 1",
        ],
    )
    def test_a_change_of_them_is_found(self, path: Path, version: str, statement: str) -> None:
        older_ledger(path, version)
        open_ledger(path).close()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TRIGGER faults_no_update")
            connection.execute(statement)
        with open_ledger(path) as ledger:
            assert not ledger.verify().is_sound

    def test_opening_it_again_adds_nothing(self, path: Path, version: str) -> None:
        older_ledger(path, version)
        open_ledger(path).close()
        with open_ledger(path) as ledger:
            assert len(list(ledger.entries())) == 5

    def test_an_older_program_refuses_it(self, path: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
        open_ledger(path).close()
        older = replace(LEDGER_SCHEME, versions=VERSIONS[: VERSIONS.index(version) + 1])
        monkeypatch.setattr("dragoman.ledger.upgrade.bring_up_to_date", partial(bring_up_to_date, scheme=older))
        with pytest.raises(LedgerVersionError, match=f"schema '{VERSIONS[-1]}'.*install a newer Dragoman"):
            open_ledger(path)


def schema_of(path: Path) -> set[tuple[str, str]]:
    """The names of all tables, indexes and triggers, and the columns of the tables."""
    with closing(sqlite3.connect(path)) as connection:
        found = set(connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"))
        columns = [
            (f"column of {name}", row[1])
            for kind, name in found
            if kind == "table"
            for row in connection.execute(f"PRAGMA table_info({name})")
        ]
    return found | set(columns)
