"""The first schema: entries, documents, claims, disputes, links, uncoded stretches, faults, standings."""

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.plain_text import POSTGRESQL, PlainText
from dragoman.ledger.triggers import append_only_statements, guarding_function

revision = "0001"
down_revision = None

# "DRAG" in ASCII: says which program a file of SQLite belongs to.
APPLICATION = 0x44524147

KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "entries": (("number",), ("digest",)),
    "documents": (("number",), ("id",)),
    "contents": (("document",),),
    "claims": (("number",), ("id",)),
    "claim_participants": (("id", "claim", "side"),),
    "disputes": (("number",), ("id",)),
    "dispute_claims": (("claim", "dispute", "side"),),
    "links": (("number",), ("source", "kind", "target", "target_name")),
    "uncoded": (("number",), ("document", "start", "end", "language")),
    "faults": (("number",), ("document", "stage", "reason", "start", "end")),
    "standings": (("number",), ("name", "entry")),
}


def upgrade() -> None:
    """Make all tables, their indexes and their triggers."""
    is_postgresql = op.get_bind().dialect.name == POSTGRESQL
    op.execute(guarding_function() if is_postgresql else f"PRAGMA application_id = {APPLICATION}")
    create_entries()
    create_documents()
    create_claims()
    create_disputes()
    create_remarks()
    for table, keys in KEYS.items():
        for statement in append_only_statements(table, keys, is_postgresql=is_postgresql):
            op.execute(statement)


def number() -> sa.Column[int]:
    """A primary key that the ledger counts itself."""
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, PlainText, nullable=nullable)


def reference(name: str, target: str) -> sa.Column[int]:
    """A column with the number of a row elsewhere."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=False)


def create_entries() -> None:
    """Make the table of entries."""
    op.create_table(
        "entries",
        number(),
        text("kind"),
        sa.Column("recorded", sa.BigInteger, nullable=False),
        text("by"),
        text("why"),
        text("coder"),
        text("document", nullable=True),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("superseded", sa.Integer, nullable=False),
        sa.Column("digest", PlainText, nullable=False, unique=True),
    )
    op.create_index("ix_entries_recorded", "entries", ["recorded"])
    op.create_index("ix_entries_document", "entries", ["document"])


def create_documents() -> None:
    """Make the tables of documents and of their bytes."""
    op.create_table(
        "documents",
        number(),
        sa.Column("id", PlainText, nullable=False, unique=True),
        reference("entry", "entries.number"),
        text("name"),
        *[text(name, nullable=True) for name in ("language", "published", "outlet", "retrieved")],
        *[text(name) for name in ("text_digest", "rendition", "sections", "metadata", "text")],
    )
    op.create_table(
        "contents",
        sa.Column("document", PlainText, sa.ForeignKey("documents.id"), primary_key=True),
        text("packing"),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def create_claims() -> None:
    """Make the tables of claims and of those who take part in them."""
    op.create_table(
        "claims",
        number(),
        sa.Column("id", PlainText, nullable=False, unique=True),
        reference("entry", "entries.number"),
        sa.Column("document", PlainText, sa.ForeignKey("documents.id"), nullable=False),
        text("kind"),
        text("mode", nullable=True),
        text("status"),
        sa.Column("negated", sa.Boolean, nullable=False),
        sa.Column("earliest", sa.Integer),
        sa.Column("latest", sa.Integer),
        text("outermost"),
        text("innermost"),
        text("body"),
    )
    op.create_index("claims_by_document", "claims", ["document", "number"])
    op.create_index("claims_by_mode", "claims", ["mode", "number"])
    op.create_index("claims_by_entry", "claims", ["entry"])
    op.create_table(
        "claim_participants",
        sa.Column("id", PlainText, primary_key=True),
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True, autoincrement=False),
        sa.Column("side", PlainText, primary_key=True),
        sqlite_with_rowid=False,
    )


def create_disputes() -> None:
    """Make the tables of disputes and of their sides."""
    op.create_table(
        "disputes",
        number(),
        sa.Column("id", PlainText, nullable=False, unique=True),
        reference("entry", "entries.number"),
        text("kind"),
        text("body"),
    )
    op.create_index("ix_disputes_entry", "disputes", ["entry"])
    op.create_table(
        "dispute_claims",
        sa.Column("claim", PlainText, primary_key=True),
        sa.Column("dispute", sa.Integer, sa.ForeignKey("disputes.number"), primary_key=True, autoincrement=False),
        sa.Column("side", PlainText, primary_key=True),
        sqlite_with_rowid=False,
    )


def create_remarks() -> None:
    """Make the tables of links, of uncoded stretches, of faults and of what counts."""
    op.create_table(
        "links",
        number(),
        reference("entry", "entries.number"),
        *[text(name) for name in ("source", "kind", "target", "target_name", "reason")],
        sa.UniqueConstraint("source", "kind", "target", "target_name", name="links_once"),
    )
    op.create_table(
        "uncoded",
        number(),
        reference("entry", "entries.number"),
        sa.Column("document", PlainText, sa.ForeignKey("documents.id"), nullable=False),
        *[sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")],
        text("language"),
        sa.UniqueConstraint("document", "start", "end", "language", name="uncoded_once"),
    )
    op.create_table(
        "faults",
        number(),
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number")),
        sa.Column("recorded", sa.BigInteger, nullable=False),
        *[text(name) for name in ("document", "stage", "reason")],
        *[sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")],
        sa.UniqueConstraint("document", "stage", "reason", "start", "end", name="faults_once"),
    )
    op.create_index("ix_faults_recorded", "faults", ["recorded"])
    op.create_table(
        "standings",
        number(),
        reference("entry", "entries.number"),
        text("name"),
        sa.Column("counts", sa.Boolean, nullable=False),
        text("body", nullable=True),
        sa.UniqueConstraint("name", "entry", name="standings_once"),
    )
    for table in ("links", "uncoded", "faults", "standings"):
        op.create_index(f"ix_{table}_entry", table, ["entry"])
