"""The first schema: accounts, sessions, tokens, attempts, drafts, events, comments, moderations."""

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.plain_text import POSTGRESQL, PlainText
from dragoman.ledger.triggers import append_only_statements, guarding_function

revision = "0001"
down_revision = None

# "DRPE" in ASCII: says which program a file of SQLite belongs to.
APPLICATION = 0x44525045
GROWING = ("events", "comments", "moderations")


def upgrade() -> None:
    """Make all tables, their indexes and their triggers."""
    is_postgresql = op.get_bind().dialect.name == POSTGRESQL
    op.execute(guarding_function() if is_postgresql else f"PRAGMA application_id = {APPLICATION}")
    create_accounts()
    create_sessions()
    create_drafts()
    create_comments()
    for table in GROWING:
        for statement in append_only_statements(table, [("number",)], is_postgresql=is_postgresql):
            op.execute(statement)


def number() -> sa.Column[int]:
    """A primary key that the program counts itself."""
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def text(name: str) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, PlainText, nullable=False)


def moment(name: str) -> sa.Column[int]:
    """A column with a moment."""
    return sa.Column(name, sa.BigInteger, nullable=False)


def flag(name: str) -> sa.Column[bool]:
    """A column of yes or no."""
    return sa.Column(name, sa.Boolean, nullable=False)


def account() -> sa.Column[int]:
    """A column with the number of an account."""
    return sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False)


def create_accounts() -> None:
    """Make the tables of secrets, accounts and of what they did."""
    op.create_table(
        "secrets",
        sa.Column("name", PlainText, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "accounts",
        number(),
        sa.Column("name", PlainText, nullable=False, unique=True),
        text("role"),
        text("password"),
        flag("is_disabled"),
        moment("created"),
    )
    op.create_table(
        "events", number(), moment("moment"), *[text(name) for name in ("by", "origin", "act", "about", "remark")]
    )
    op.create_index("ix_events_moment", "events", ["moment"])


def create_sessions() -> None:
    """Make the tables of sessions, tokens and attempts to log in."""
    op.create_table(
        "sessions",
        sa.Column("digest", PlainText, primary_key=True),
        account(),
        moment("created"),
        moment("seen"),
        text("origin"),
    )
    op.create_table(
        "tokens",
        number(),
        sa.Column("digest", PlainText, nullable=False, unique=True),
        account(),
        text("label"),
        text("scopes"),
        moment("created"),
        moment("expires"),
        flag("is_revoked"),
    )
    op.create_table(
        "attempts", sa.Column("id", PlainText, primary_key=True), text("name"), text("origin"), moment("moment")
    )
    for table, column in (("sessions", "account"), ("tokens", "account"), ("attempts", "moment")):
        op.create_index(f"ix_{table}_{column}", table, [column])


def create_drafts() -> None:
    """Make the table of what is not recorded yet."""
    op.create_table(
        "drafts",
        sa.Column("id", PlainText, primary_key=True),
        account(),
        moment("created"),
        text("name"),
        text("given"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_drafts_account", "drafts", ["account"])


def create_comments() -> None:
    """Make the tables of comments and of their moderation."""
    op.create_table("comments", number(), text("about"), account(), moment("created"), text("text"))
    op.create_index("ix_comments_about", "comments", ["about"])
    op.create_table(
        "moderations",
        number(),
        sa.Column("comment", sa.Integer, sa.ForeignKey("comments.number"), nullable=False),
        account(),
        moment("moment"),
        flag("is_hidden"),
        text("reason"),
    )
    op.create_index("ix_moderations_comment", "moderations", ["comment"])
