"""Tokens: with them programs ask and write, within their scopes. A token is shown once; its SHA-256 is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts, following
from dragoman.accounts.people import find_account
from dragoman.accounts.role import SCOPES, Permission, Role
from dragoman.accounts.sessions import digest_of
from dragoman.accounts.throttle import SECOND
from dragoman.accounts.trail import Act, Doer, record_act
from dragoman.errors import AccountError
from dragoman.ledger.moment import numbered_moment

PREFIX = "dragoman_"
"""By it, programs that look for secrets in published files know a token."""

DAY = 24 * 3600 * SECOND
MOST_DAYS = 366
LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Token:
    """A token, without what is secret of it.

    Attributes:
        number: Its number.
        label: What its owner calls it.
        scopes: What it may be used for.
        created: When it was made, UTC.
        expires: When it ends, UTC.
    """

    number: int
    label: str
    scopes: tuple[Permission, ...]
    created: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who uses a token.

    Attributes:
        account: Number of the account.
        name: Its name.
        role: What it may do.
        scopes: What the token may be used for.
    """

    account: int
    name: str
    role: Role
    scopes: tuple[Permission, ...]


def make_token(accounts: Accounts, label: str, scopes: Iterable[Permission], *, days: int, doer: Doer) -> str:
    """Make a token for an account of its own.

    Args:
        accounts: Where it is kept.
        label: What its owner calls it.
        scopes: What it may be used for.
        days: How long it lasts.
        doer: Whose it is.

    Returns:
        The token, which is kept nowhere.

    Raises:
        AccountError: There is no such account, or the token would be for nothing, or for ever.
    """
    chosen = tuple(scope for scope in SCOPES if scope in set(scopes))
    if not chosen or not 1 <= days <= MOST_DAYS:
        raise AccountError(doer.name, f"a token needs a scope, and lasts 1 to {MOST_DAYS} days")
    account, secret, table = find_account(accounts, doer.name), PREFIX + token_urlsafe(32), schema.tokens
    moment = accounts.moment()
    with accounts.writing() as connection:
        values = {
            "number": following(connection, table),
            "digest": digest_of(secret),
            "account": account.number,
            "label": label.strip()[:LONGEST_LABEL] or "without a name",
            "scopes": " ".join(chosen),
            "created": moment,
            "expires": moment + days * DAY,
            "is_revoked": False,
        }
        connection.execute(table.insert().values(values))
        remark = f"{values['label']}: {values['scopes']}, {days} days"
        record_act(connection, moment, doer, Act("token", str(values["number"]), remark))
    return secret


def find_bearer(accounts: Accounts, secret: str) -> Bearer | None:
    """Return who uses a token, or ``None`` where it is none, ended or taken back."""
    table, people = schema.tokens, schema.accounts
    columns = (table.c.account, table.c.scopes, people.c.name, people.c.role)
    is_good = sa.and_(
        table.c.digest == digest_of(secret),
        table.c.is_revoked.is_(False),
        table.c.expires > accounts.moment(),
        people.c.is_disabled.is_(False),
    )
    with accounts.reading() as connection:
        row = connection.execute(sa.select(*columns).join(people).where(is_good)).mappings().first()
    if row is None:
        return None
    return Bearer(row["account"], row["name"], Role(row["role"]), _scopes(row["scopes"]))


def find_tokens(accounts: Accounts, account: int) -> Iterator[Token]:
    """Yield the tokens of an account that still work, the newest first."""
    table = schema.tokens
    held = sa.and_(table.c.account == account, table.c.is_revoked.is_(False), table.c.expires > accounts.moment())
    with accounts.reading() as connection:
        found = connection.execute(sa.select(table).where(held).order_by(table.c.number.desc())).mappings().all()
    for row in found:
        created, expires = numbered_moment(row["created"]), numbered_moment(row["expires"])
        yield Token(row["number"], row["label"], _scopes(row["scopes"]), created, expires)


def revoke_token(accounts: Accounts, number: int, *, account: int, doer: Doer) -> None:
    """Take a token back; of another account's, or one that is not there, nothing happens."""
    table = schema.tokens
    own = sa.and_(table.c.number == number, table.c.account == account, table.c.is_revoked.is_(False))
    with accounts.writing() as connection:
        if connection.execute(table.update().where(own).values(is_revoked=True)).rowcount:
            record_act(connection, accounts.moment(), doer, Act("token-revoked", str(number)))


def _scopes(text: str) -> tuple[Permission, ...]:
    return tuple(Permission(word) for word in text.split())
