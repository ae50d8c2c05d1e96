"""Drafts: what somebody is about to add, kept between looking at it and recording it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from secrets import token_urlsafe

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts
from dragoman.accounts.throttle import SECOND

LONGEST = 24 * 3600
"""Seconds after which a draft is gone."""

MOST = 20
"""Drafts of one account; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a draft from outside its bytes; ``""`` where nothing is.

    Attributes:
        published: EDTF day of publication.
        outlet: Name of the outlet.
        link: How it stands to another document: ``translates``, ``reprints`` …
        target: The other document: its identifier, name or title.
        media_type: As a server says.
        encoding: As a server says.
        address: Where it was fetched.
        retrieved: When, ISO 8601.
    """

    published: str = ""
    outlet: str = ""
    link: str = ""
    target: str = ""
    media_type: str = ""
    encoding: str = ""
    address: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to add.

    Attributes:
        id: Its name; nobody can guess it.
        name: File name, address, or what stands for pasted text.
        given: What is known of it from outside its bytes.
        content: Its bytes.
    """

    id: str
    name: str
    given: Given
    content: bytes


def save_draft(accounts: Accounts, account: int, draft: Draft) -> str:
    """Keep a draft of an account.

    Returns:
        Its name.
    """
    table, moment, name = schema.drafts, accounts.moment(), token_urlsafe(16)
    own = table.c.account == account
    with accounts.writing() as connection:
        connection.execute(table.delete().where(table.c.created <= moment - LONGEST * SECOND))
        kept = connection.execute(sa.select(table.c.id).where(own).order_by(table.c.created.desc()).offset(MOST - 1))
        connection.execute(table.delete().where(table.c.id.in_(kept.scalars().all())))
        values = {"id": name, "account": account, "created": moment, "name": draft.name, "content": draft.content}
        connection.execute(table.insert().values(**values, given=json.dumps(asdict(draft.given))))
    return name


def find_draft(accounts: Accounts, account: int, draft: str) -> Draft | None:
    """Return a draft of an account, or ``None`` where it is gone or somebody else's."""
    table = schema.drafts
    with accounts.reading() as connection:
        own = sa.and_(table.c.id == draft, table.c.account == account)
        row = connection.execute(sa.select(table).where(own)).mappings().first()
    if row is None or row["created"] <= accounts.moment() - LONGEST * SECOND:
        return None
    return Draft(row["id"], row["name"], Given(**json.loads(row["given"])), bytes(row["content"]))


def find_drafts(accounts: Accounts, account: int) -> Iterator[Draft]:
    """Yield the drafts of an account without their bytes, the newest first."""
    table = schema.drafts
    columns = (table.c.id, table.c.name, table.c.given)
    own = sa.and_(table.c.account == account, table.c.created > accounts.moment() - LONGEST * SECOND)
    with accounts.reading() as connection:
        found = connection.execute(sa.select(*columns).where(own).order_by(table.c.created.desc())).all()
    for name, called, given in found:
        yield Draft(name, called, Given(**json.loads(given)), b"")


def correct_draft(accounts: Accounts, account: int, draft: Draft, given: Given) -> Draft:
    """Say otherwise what is known of a draft from outside its bytes."""
    table = schema.drafts
    own = sa.and_(table.c.id == draft.id, table.c.account == account)
    with accounts.writing() as connection:
        connection.execute(table.update().where(own).values(given=json.dumps(asdict(given))))
    return replace(draft, given=given)


def drop_draft(accounts: Accounts, account: int, draft: str) -> None:
    """Let a draft go."""
    table = schema.drafts
    with accounts.writing() as connection:
        connection.execute(table.delete().where(table.c.id == draft, table.c.account == account))
