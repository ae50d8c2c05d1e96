"""Decisions, which are entries of their own; runs of the coder; no more faults outside of the chain.

Schema 0001 recorded the faults of unreadable bytes without an entry. Rows never change, so these stay where they
are, and an entry of kind "upgrade" seals a digest over them.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman.claims.decision import EntryKind, make_decision
from dragoman.claims.ledger import Entry
from dragoman.ledger.moment import moment_number, numbered_moment
from dragoman.ledger.novelty import decided
from dragoman.ledger.plain_text import POSTGRESQL, PlainText
from dragoman.ledger.seal import Occasion, digest_of_loose, make_entry
from dragoman.ledger.triggers import append_only_statements

revision = "0002"
down_revision = "0001"

KEYS = (("number",), ("entry",))
REMARK = "Schema 0002: a digest over the faults that were recorded without an entry."

# The tables as they are at this schema; later ones may change what the ledger's own module says.
FAULTS = sa.table(
    "faults",
    sa.column("number", sa.Integer),
    sa.column("entry", sa.Integer),
    sa.column("recorded", sa.BigInteger),
    *[sa.column(name, PlainText) for name in ("document", "stage", "reason")],
    *[sa.column(name, sa.Integer) for name in ("start", "end")],
)
ENTRIES = sa.table(
    "entries",
    sa.column("number", sa.Integer),
    sa.column("recorded", sa.BigInteger),
    *[sa.column(name, PlainText) for name in ("kind", "by", "why", "coder", "document", "digest")],
    *[sa.column(name, sa.Integer) for name in ("added", "superseded")],
)
DECISIONS = sa.table(
    "decisions",
    *[sa.column(name, sa.Integer) for name in ("number", "entry")],
    *[sa.column(name, PlainText) for name in ("kind", "subject", "body")],
)


def upgrade() -> None:
    """Make the table of decisions with its triggers, the column of runs, and seal what stood outside of the chain."""
    connection = op.get_bind()
    op.add_column("entries", sa.Column("run", sa.Integer))
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False),
        *[sa.Column(name, PlainText, nullable=False) for name in ("kind", "subject", "body")],
        sa.UniqueConstraint("entry", name="decisions_once"),
    )
    op.create_index("decisions_by_subject", "decisions", ["kind", "subject", "number"])
    is_postgresql = connection.dialect.name == POSTGRESQL
    for statement in append_only_statements("decisions", KEYS, is_postgresql=is_postgresql):
        op.execute(statement)
    seal_loose_faults(connection)


def seal_loose_faults(connection: sa.Connection) -> None:
    """Record a digest over the faults without an entry, where there are any."""
    faults = FAULTS.c
    columns = (faults.number, faults.recorded, faults.document, faults.stage, faults.reason, faults.start, faults.end)
    loose = connection.execute(sa.select(*columns).where(faults.entry.is_(None)).order_by(faults.number)).all()
    if not loose:
        return
    values = {"schema": revision, "faults": len(loose), "digest": digest_of_loose(loose)}
    novelty = decided(make_decision(EntryKind.UPGRADE, revision, values))
    moment = max(datetime.now(UTC), numbered_moment(loose[-1].recorded))
    entry = make_entry(novelty, Occasion(moment, "dragoman", REMARK), last_entry(connection))
    connection.execute(sa.insert(ENTRIES), entry_row(entry))
    row = {"number": 1, "entry": entry.number, "kind": EntryKind.UPGRADE.value, "subject": revision}
    connection.execute(sa.insert(DECISIONS), row | {"body": novelty.decisions[0].body})


def last_entry(connection: sa.Connection) -> Entry | None:
    """Return what the next entry must follow on: the number, the moment and the digest of the last one."""
    entries = ENTRIES.c
    columns = (entries.number, entries.recorded, entries.digest)
    row = connection.execute(sa.select(*columns).order_by(entries.number.desc()).limit(1)).first()
    if row is None:
        return None
    return Entry(row.number, numbered_moment(row.recorded), "", "", "", None, 0, digest=row.digest)


def entry_row(entry: Entry) -> dict[str, Any]:
    """Return the row of the entry."""
    return {
        "number": entry.number,
        "kind": entry.kind.value,
        "recorded": moment_number(entry.recorded),
        "by": entry.by,
        "why": entry.why,
        "coder": entry.coder,
        "document": None,
        "added": 0,
        "superseded": 0,
        "digest": entry.digest,
    }
