"""Comments under documents and claims, and their moderation.

They stand beside the ledger, so that none can change an answer. Nothing of them is removed: a hidden
comment shows who hid it and why, and its words to those who may restore it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts, following
from dragoman.accounts.throttle import SECOND
from dragoman.accounts.trail import Act, Doer, record_act
from dragoman.errors import CommentError
from dragoman.ledger.moment import numbered_moment

LONGEST = 4000
"""Characters."""

MOST = 30
WINDOW = 3600
"""Comments of one account in so many seconds."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says about a document or a claim.

    Attributes:
        number: Grows by one with each, from 1.
        author: Name of the account.
        created: When, UTC.
        text: What is said.
        is_hidden: Whether it is not shown.
        moderator: Who hid or restored it last, or ``""``.
        reason: Why, or ``""``.
    """

    number: int
    author: str
    created: datetime
    text: str
    is_hidden: bool = False
    moderator: str = ""
    reason: str = ""


def add_comment(accounts: Accounts, about: str, text: str, *, account: int, doer: Doer) -> int:
    """Say something about a document or a claim.

    Args:
        accounts: Where it is kept.
        about: Identifier of the document or claim.
        text: What is said.
        account: Number of the account.
        doer: Whose it is, and from where.

    Returns:
        The number of the comment.

    Raises:
        CommentError: It is empty or too long, or there were too many of late.
    """
    said, table, moment = text.strip(), schema.comments, accounts.moment()
    if not said or len(said) > LONGEST:
        raise CommentError(f"it has {len(said):,} characters; expected 1 to {LONGEST:,}")
    of_late = sa.and_(table.c.account == account, table.c.created > moment - WINDOW * SECOND)
    with accounts.writing() as connection:
        if connection.execute(sa.select(sa.func.count()).where(of_late)).scalar_one() >= MOST:
            raise CommentError(f"there were {MOST} of yours within the last hour; wait a little")
        number = following(connection, table)
        values = {"number": number, "about": about, "account": account, "created": moment, "text": said}
        connection.execute(table.insert().values(values))
        record_act(connection, moment, doer, Act("comment", about, f"number {number}"))
    return number


def find_comments(accounts: Accounts, about: str) -> Iterator[Comment]:
    """Yield what was said about a document or a claim, in order."""
    table, marks, people = schema.comments, schema.moderations, schema.accounts
    moderators = people.alias()
    said = sa.select(table, people.c.name).join(people, people.c.number == table.c.account)
    moderated = (
        sa.select(marks.c.comment, marks.c.is_hidden, marks.c.reason, moderators.c.name)
        .join(moderators, moderators.c.number == marks.c.account)
        .join(table, table.c.number == marks.c.comment)
        .where(table.c.about == about)
        .order_by(marks.c.number)
    )
    with accounts.reading() as connection:
        found = connection.execute(said.where(table.c.about == about).order_by(table.c.number)).mappings().all()
        last = {row.comment: row for row in connection.execute(moderated)}
    for row in found:
        made = (row["number"], row["name"], numbered_moment(row["created"]), row["text"])
        mark = last.get(row["number"])
        yield Comment(*made) if mark is None else Comment(*made, mark.is_hidden, mark.name, mark.reason)


def moderate(
    accounts: Accounts, number: int, *, is_hidden: bool, reason: str, moderator: tuple[int, Doer]
) -> str | None:
    """Hide a comment, or show it again.

    Args:
        accounts: Where it is kept.
        number: Of the comment.
        is_hidden: Whether it is to be hidden.
        reason: Why; everybody sees it.
        moderator: Number of the account, and who that is.

    Returns:
        What the comment is about, or ``None`` where there is no such comment.

    Raises:
        CommentError: No reason is given.
    """
    if not reason.strip() or len(reason) > LONGEST:
        raise CommentError("hiding or restoring one needs a reason, which everybody sees")
    table, marks, moment = schema.comments, schema.moderations, accounts.moment()
    account, doer = moderator
    with accounts.writing() as connection:
        about = connection.execute(sa.select(table.c.about).where(table.c.number == number)).scalar()
        if about is None:
            return None
        values = {"number": following(connection, marks), "comment": number, "account": account, "moment": moment}
        connection.execute(marks.insert().values(**values, is_hidden=is_hidden, reason=reason.strip()))
        act = Act("hide" if is_hidden else "restore", about, f"comment {number}: {reason.strip()}")
        record_act(connection, moment, doer, act)
    return str(about)


def last_change(accounts: Accounts) -> str:
    """Return what is another text after each comment and each moderation."""
    numbers = [sa.select(sa.func.max(one.c.number)).scalar_subquery() for one in (schema.comments, schema.moderations)]
    with accounts.reading() as connection:
        return repr(tuple(connection.execute(sa.select(*numbers)).one()))
