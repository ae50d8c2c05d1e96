"""Triggers by which the database itself refuses to change what was recorded.

The migrations make them. A migration that re-creates a table (as Alembic's batch mode does on
SQLite) drops its triggers with it and has to make them again; a test asks every table.
"""

from collections.abc import Iterable

REFUSAL = "a ledger only grows: nothing recorded is changed or removed"


def append_only_statements(table: str, keys: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the statements that make a table of SQLite append-only.

    ``INSERT OR REPLACE`` removes rows without asking the delete trigger, unless the connection
    has set ``recursive_triggers``: so inserting over a key that is there is refused as well.

    Args:
        table: Name of the table.
        keys: The column groups that are unique in it.
    """
    refusal = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    taken = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE " + " AND ".join(f'"{column}" = NEW."{column}"' for column in key) + ")"  # noqa: S608 - names of our own
        for key in keys
    )
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refusal}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refusal}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} {refusal}",
    )
