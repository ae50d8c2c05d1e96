"""Triggers by which the database itself refuses to change what was recorded.

The migrations make them. A migration that re-creates a table (as Alembic's batch mode does on
SQLite) drops its triggers with it and has to make them again; a test asks every table.
"""

from collections.abc import Iterable

REFUSAL = "a ledger only grows: nothing recorded is changed or removed"


FUNCTION = "refuse_change"


def guarding_function() -> str:
    """Return the statement that makes, on PostgreSQL, the function that all triggers call."""
    body = f"BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END"
    return f"CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS '{body.replace(chr(39), chr(39) * 2)}'"


def unguarding_statements(table: str, *, is_postgresql: bool = False) -> tuple[str, ...]:
    """Return the statements by which a migration that changes a table takes its triggers away.

    It makes them again with :func:`append_only_statements`.
    """
    if is_postgresql:
        return tuple(f"DROP TRIGGER {table}_{kind} ON {table}" for kind in ("no_change", "no_truncate"))
    return tuple(f"DROP TRIGGER {table}_{kind}" for kind in ("no_update", "no_delete", "no_replace"))


def append_only_statements(
    table: str, keys: Iterable[tuple[str, ...]], *, is_postgresql: bool = False
) -> tuple[str, ...]:
    """Return the statements that make a table append-only.

    ``INSERT OR REPLACE`` removes rows without asking the delete trigger, unless the connection
    has set ``recursive_triggers``: so inserting over a key that is there is refused as well.

    Args:
        table: Name of the table.
        keys: The column groups that are unique in it.
        is_postgresql: For PostgreSQL, where a conflict can only lead to an update, and a whole table can be
            emptied without asking a trigger of its rows.
    """
    if is_postgresql:
        call = f"EXECUTE FUNCTION {FUNCTION}()"
        return (
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {call}",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {call}",
        )
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
