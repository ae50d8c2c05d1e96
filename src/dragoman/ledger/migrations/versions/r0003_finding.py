"""What finds claims and documents in large ledgers: kind and mode beside participants, pairs of them, and words."""

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.plain_text import POSTGRESQL, PlainText
from dragoman.ledger.triggers import append_only_statements, unguarding_statements
from dragoman.ledger.word_index import TABLE, make_word_index, record_words

revision = "0003"
down_revision = "0002"

PARTICIPANTS = "claim_participants"
PARTICIPANT_KEYS = (("id", "claim", "side"),)
PAIR_KEYS = (("one", "other", "claim"),)
WORD_KEYS = (("document",),)
PAGE = 50
"""Texts that are held in memory at once."""

DOCUMENTS = sa.table("documents", sa.column("number", sa.Integer), sa.column("text", PlainText))

FILL_SIDES = (
    "UPDATE claim_participants SET kind = (SELECT kind FROM claims WHERE number = claim), "
    "mode = (SELECT mode FROM claims WHERE number = claim)"
)
FILL_PAIRS = (
    "INSERT INTO claim_pairs (one, other, claim) SELECT DISTINCT a.id, b.id, a.claim FROM claim_participants a "
    "JOIN claim_participants b ON b.claim = a.claim AND a.id < b.id"
)


def upgrade() -> None:
    """Add the columns and tables, fill them from what is held, and guard them."""
    is_postgresql = op.get_bind().dialect.name == POSTGRESQL
    for statement in unguarding_statements(PARTICIPANTS, is_postgresql=is_postgresql):
        op.execute(statement)
    for name in ("kind", "mode"):
        op.add_column(PARTICIPANTS, sa.Column(name, PlainText))
    op.create_table(
        "claim_pairs",
        sa.Column("one", PlainText, primary_key=True),
        sa.Column("other", PlainText, primary_key=True),
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("participants_by_claim", PARTICIPANTS, ["claim"])
    op.create_index("dispute_claims_by_dispute", "dispute_claims", ["dispute"])
    op.execute(FILL_SIDES)
    op.execute(FILL_PAIRS)
    make_indexes()
    guard(PARTICIPANTS, PARTICIPANT_KEYS, is_postgresql=is_postgresql)
    guard("claim_pairs", PAIR_KEYS, is_postgresql=is_postgresql)
    index_words()
    if is_postgresql:
        guard(TABLE, WORD_KEYS, is_postgresql=True)


def make_indexes() -> None:
    """Make the indexes by claim, by mode, and by kind for what is no event."""
    op.create_index("pairs_by_claim", "claim_pairs", ["claim"])
    for name, columns, condition in (
        ("participants_by_mode", ["id", "mode", "claim"], "mode IS NOT NULL"),
        ("participants_by_kind", ["id", "kind", "claim"], "kind <> 'event'"),
    ):
        where = sa.text(condition)
        op.create_index(name, PARTICIPANTS, columns, sqlite_where=where, postgresql_where=where)


def guard(table: str, keys: tuple[tuple[str, ...], ...], *, is_postgresql: bool) -> None:
    """Make a table append-only."""
    for statement in append_only_statements(table, keys, is_postgresql=is_postgresql):
        op.execute(statement)


def index_words() -> None:
    """Make the index of words from the texts that are held."""
    connection = op.get_bind()
    make_word_index(connection)
    table, last = DOCUMENTS.c, 0
    while True:
        following = sa.select(table.number, table.text).where(table.number > last).order_by(table.number).limit(PAGE)
        found = connection.execute(following).all()
        if found:
            record_words(connection, [(number, text) for number, text in found])
            last = found[-1].number
        if len(found) < PAGE:
            return
