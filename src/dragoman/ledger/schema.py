"""The tables of a ledger in a database, as SQLAlchemy Core knows them.

Databases are made by the migrations, not from here; a test compares the two. Each row says
in which entry it was recorded, and no row is ever changed: triggers refuse it. Moments are
microseconds since 1970 in UTC and days are counted from year 1, both as whole numbers.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from dragoman.ledger.plain_text import PlainText

metadata = sa.MetaData()

NAME = PlainText()
"""The type of names and words."""

entries = sa.Table(
    "entries",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    # What was recorded: a word of ``EntryKind``.
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("recorded", sa.BigInteger, nullable=False, index=True),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("why", PlainText, nullable=False),
    sa.Column("coder", PlainText, nullable=False),
    sa.Column("document", PlainText, index=True),
    sa.Column("added", sa.Integer, nullable=False),
    sa.Column("superseded", sa.Integer, nullable=False),
    sa.Column("digest", PlainText, nullable=False, unique=True),
    # The entry that began a run of the coder; no foreign key, which SQLite adds to no table that is there.
    sa.Column("run", sa.Integer),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", PlainText, nullable=False, unique=True),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False),
    sa.Column("name", PlainText, nullable=False),
    sa.Column("language", PlainText),
    sa.Column("published", PlainText),
    sa.Column("outlet", PlainText),
    sa.Column("retrieved", PlainText),
    sa.Column("text_digest", PlainText, nullable=False),
    sa.Column("rendition", PlainText, nullable=False),
    sa.Column("sections", PlainText, nullable=False),
    sa.Column("metadata", PlainText, nullable=False),
    sa.Column("text", PlainText, nullable=False),
)

# Bytes stand apart, so that lists of documents do not read them.
contents = sa.Table(
    "contents",
    metadata,
    sa.Column("document", PlainText, sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("packing", PlainText, nullable=False),
    sa.Column("length", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", PlainText, nullable=False, unique=True),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False),
    sa.Column("document", PlainText, sa.ForeignKey("documents.id"), nullable=False),
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("mode", PlainText),
    sa.Column("status", PlainText, nullable=False),
    sa.Column("negated", sa.Boolean, nullable=False),
    sa.Column("earliest", sa.Integer),
    sa.Column("latest", sa.Integer),
    sa.Column("outermost", PlainText, nullable=False),
    sa.Column("innermost", PlainText, nullable=False),
    sa.Column("body", PlainText, nullable=False),
    sa.Index("claims_by_document", "document", "number"),
    sa.Index("claims_by_mode", "mode", "number"),
    sa.Index("claims_by_entry", "entry"),
)

claim_participants = sa.Table(
    "claim_participants",
    metadata,
    sa.Column("id", PlainText, primary_key=True),
    sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True, autoincrement=False),
    sa.Column("side", PlainText, primary_key=True),
    # Those of the claim: what finds the recognitions of a polity among all that is said of it.
    sa.Column("kind", PlainText),
    sa.Column("mode", PlainText),
    sa.Index("participants_by_claim", "claim"),
    sa.Index(
        "participants_by_mode",
        "id",
        "mode",
        "claim",
        sqlite_where=sa.text("mode IS NOT NULL"),
        postgresql_where=sa.text("mode IS NOT NULL"),
    ),
    sa.Index(
        "participants_by_kind",
        "id",
        "kind",
        "claim",
        sqlite_where=sa.text("kind <> 'event'"),
        postgresql_where=sa.text("kind <> 'event'"),
    ),
    sqlite_with_rowid=False,
)

# Each two who take part in a claim, on whichever sides, in plain order.
claim_pairs = sa.Table(
    "claim_pairs",
    metadata,
    sa.Column("one", PlainText, primary_key=True),
    sa.Column("other", PlainText, primary_key=True),
    sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True, autoincrement=False),
    sa.Index("pairs_by_claim", "claim"),
    sqlite_with_rowid=False,
)

disputes = sa.Table(
    "disputes",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", PlainText, nullable=False, unique=True),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False, index=True),
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("body", PlainText, nullable=False),
)

# A side may name claims that are not held (yet), so there is no foreign key to claims.
dispute_claims = sa.Table(
    "dispute_claims",
    metadata,
    sa.Column("claim", PlainText, primary_key=True),
    sa.Column("dispute", sa.Integer, sa.ForeignKey("disputes.number"), primary_key=True, autoincrement=False),
    sa.Column("side", PlainText, primary_key=True),
    sa.Index("dispute_claims_by_dispute", "dispute"),
    sqlite_with_rowid=False,
)

links = sa.Table(
    "links",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False, index=True),
    sa.Column("source", PlainText, nullable=False),
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("target", PlainText, nullable=False),
    sa.Column("target_name", PlainText, nullable=False),
    sa.Column("reason", PlainText, nullable=False),
    sa.UniqueConstraint("source", "kind", "target", "target_name", name="links_once"),
)

uncoded = sa.Table(
    "uncoded",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False, index=True),
    sa.Column("document", PlainText, sa.ForeignKey("documents.id"), nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("language", PlainText, nullable=False),
    sa.UniqueConstraint("document", "start", "end", "language", name="uncoded_once"),
)

# The place of a fault of a whole document is -1 to -1: two NULLs would count as different.
faults = sa.Table(
    "faults",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), index=True),
    sa.Column("recorded", sa.BigInteger, nullable=False, index=True),
    sa.Column("document", PlainText, nullable=False),
    sa.Column("stage", PlainText, nullable=False),
    sa.Column("reason", PlainText, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.UniqueConstraint("document", "stage", "reason", "start", "end", name="faults_once"),
)

# Whether a claim or dispute counts from an entry on, and how a claim reads; without a row it counts and
# reads as first recorded. The last row tells.
standings = sa.Table(
    "standings",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False, index=True),
    sa.Column("name", PlainText, nullable=False),
    sa.Column("counts", sa.Boolean, nullable=False),
    sa.Column("body", PlainText),
    sa.UniqueConstraint("name", "entry", name="standings_once"),
)

# What is laid down in entries of its own: judgements, matches of names, policies, snapshots, runs.
decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), nullable=False),
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("subject", PlainText, nullable=False),
    sa.Column("body", PlainText, nullable=False),
    sa.UniqueConstraint("entry", name="decisions_once"),
    sa.Index("decisions_by_subject", "kind", "subject", "number"),
)

TABLES = (
    entries,
    documents,
    contents,
    claims,
    claim_participants,
    claim_pairs,
    disputes,
    dispute_claims,
    links,
    uncoded,
    faults,
    standings,
    decisions,
)
"""All tables, each after those that it refers to."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A table whose rows name no entry: each belongs to a row of another table, which does.

    Attributes:
        key: The column of the table that names its owner.
        owner: The column of the other table that is named.
    """

    key: sa.Column[Any]
    owner: sa.Column[Any]

    @property
    def table(self) -> sa.Table:
        """The table itself."""
        return self.key.table


OWNED = (
    Owned(claim_participants.c.claim, claims.c.number),
    Owned(claim_pairs.c.claim, claims.c.number),
    Owned(dispute_claims.c.dispute, disputes.c.number),
    Owned(contents.c.document, documents.c.id),
)
"""The tables whose rows belong to rows of others."""
