"""The tables of accounts, as SQLAlchemy Core knows them.

Databases are made by the migrations; a test compares the two. What was done (``events``), comments and
their moderation only grow: triggers refuse to change them. Accounts, sessions, tokens, failed logins and
drafts change and go. Moments are microseconds since 1970 in UTC.
"""

import sqlalchemy as sa

from dragoman.ledger.plain_text import PlainText

metadata = sa.MetaData()

secrets = sa.Table(
    "secrets",
    metadata,
    sa.Column("name", PlainText, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", PlainText, nullable=False, unique=True),
    sa.Column("role", PlainText, nullable=False),
    sa.Column("password", PlainText, nullable=False),
    sa.Column("is_disabled", sa.Boolean, nullable=False),
    sa.Column("created", sa.BigInteger, nullable=False),
)

# Named by the SHA-256 of what the browser holds: who reads this table cannot take over a session.
sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("digest", PlainText, primary_key=True),
    sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False, index=True),
    sa.Column("created", sa.BigInteger, nullable=False),
    sa.Column("seen", sa.BigInteger, nullable=False),
    sa.Column("origin", PlainText, nullable=False),
)

tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("digest", PlainText, nullable=False, unique=True),
    sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False, index=True),
    sa.Column("label", PlainText, nullable=False),
    sa.Column("scopes", PlainText, nullable=False),
    sa.Column("created", sa.BigInteger, nullable=False),
    sa.Column("expires", sa.BigInteger, nullable=False),
    sa.Column("is_revoked", sa.Boolean, nullable=False),
)

# One row for each attempt to log in that is running or has failed.
attempts = sa.Table(
    "attempts",
    metadata,
    sa.Column("id", PlainText, primary_key=True),
    sa.Column("name", PlainText, nullable=False),
    sa.Column("origin", PlainText, nullable=False),
    sa.Column("moment", sa.BigInteger, nullable=False, index=True),
)

# What is read but not recorded yet, until its owner records it or lets it go.
drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("id", PlainText, primary_key=True),
    sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False, index=True),
    sa.Column("created", sa.BigInteger, nullable=False),
    sa.Column("name", PlainText, nullable=False),
    sa.Column("given", PlainText, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("moment", sa.BigInteger, nullable=False, index=True),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("origin", PlainText, nullable=False),
    sa.Column("act", PlainText, nullable=False),
    sa.Column("about", PlainText, nullable=False),
    sa.Column("remark", PlainText, nullable=False),
)

# About a document or a claim, by its identifier; the ledger is another database, so there is no foreign key.
comments = sa.Table(
    "comments",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("about", PlainText, nullable=False, index=True),
    sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False),
    sa.Column("created", sa.BigInteger, nullable=False),
    sa.Column("text", PlainText, nullable=False),
)

# The last row about a comment tells whether it is shown.
moderations = sa.Table(
    "moderations",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("comment", sa.Integer, sa.ForeignKey("comments.number"), nullable=False, index=True),
    sa.Column("account", sa.Integer, sa.ForeignKey("accounts.number"), nullable=False),
    sa.Column("moment", sa.BigInteger, nullable=False),
    sa.Column("is_hidden", sa.Boolean, nullable=False),
    sa.Column("reason", PlainText, nullable=False),
)

GROWING = (events, comments, moderations)
"""Tables whose rows are never changed."""
