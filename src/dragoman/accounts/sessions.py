"""Sessions: kept here and not in the browser, so that they can be ended.

The browser holds a random name of the session; the database holds its SHA-256. Logging in always makes
a new one, so that nobody can prepare a session for somebody else.
"""

from dataclasses import dataclass
from hashlib import sha256
from secrets import token_urlsafe

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts
from dragoman.accounts.passwords import hash_password, is_outdated, is_password, unused_hash
from dragoman.accounts.people import account_name
from dragoman.accounts.role import Role
from dragoman.accounts.throttle import SECOND, begin_attempt, end_attempts
from dragoman.accounts.trail import Act, Doer, record_act, record_alone
from dragoman.errors import AccountError, LoginError

IDLE = 3 * 24 * 3600
LONGEST = 14 * 24 * 3600
"""Seconds after which a session ends: without a request, and in any case."""

PAUSE = 300
"""Seconds between two notes of when a session was last used."""

WRONG = "name or password is wrong"


@dataclass(frozen=True, slots=True)
class Session:
    """An open session.

    Attributes:
        account: Number of its account.
        name: Name of the account.
        role: What it may do.
    """

    account: int
    name: str
    role: Role


def make_name() -> str:
    """Return a name for a session that nobody can guess."""
    return token_urlsafe(32)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret that is long and random by itself."""
    return sha256(secret.encode()).hexdigest()


def log_in(accounts: Accounts, name: str, password: str, *, origin: str) -> str:
    """Open a session.

    Args:
        accounts: Where it is kept.
        name: Name of the account, as somebody typed it.
        password: The same.
        origin: Network address that asks.

    Returns:
        The name of the new session, for the browser.

    Raises:
        LoginError: Name and password do not go together, the account is closed, or there were too many attempts.
    """
    try:
        plain = account_name(name)
    except AccountError:
        plain = ""
    begin_attempt(accounts, plain, origin)
    table = schema.accounts
    with accounts.reading() as connection:
        held = connection.execute(sa.select(table).where(table.c.name == plain)).mappings().first()
    is_right = is_password(password, unused_hash() if held is None else held["password"])
    if held is None or held["is_disabled"] or not is_right:
        record_alone(accounts, Doer("", origin), Act("login-failed", plain))
        raise LoginError(WRONG)
    better = hash_password(password) if is_outdated(held["password"]) else None
    session, moment = make_name(), accounts.moment()
    with accounts.writing() as connection:
        end_attempts(connection, plain, origin)
        if better is not None:
            connection.execute(table.update().where(table.c.number == held["number"]).values(password=better))
        _open(connection, session, held["number"], moment, origin)
        record_act(connection, moment, Doer(plain, origin), Act("login", plain))
    return session


def _open(connection: sa.Connection, session: str, account: int, moment: int, origin: str) -> None:
    table = schema.sessions
    connection.execute(table.delete().where(table.c.created <= moment - LONGEST * SECOND))
    values = {"digest": digest_of(session), "account": account, "created": moment, "seen": moment, "origin": origin}
    connection.execute(table.insert().values(values))


def find_session(accounts: Accounts, session: str) -> Session | None:
    """Return an open session by its name, or ``None``; it is used by this."""
    table, people, moment = schema.sessions, schema.accounts, accounts.moment()
    digest = digest_of(session)
    columns = (table.c.seen, table.c.account, people.c.name, people.c.role)
    is_open = sa.and_(
        table.c.digest == digest,
        table.c.created > moment - LONGEST * SECOND,
        table.c.seen > moment - IDLE * SECOND,
        people.c.is_disabled.is_(False),
    )
    with accounts.reading() as connection:
        row = connection.execute(sa.select(*columns).join(people).where(is_open)).mappings().first()
    if row is None:
        return None
    if moment - row["seen"] > PAUSE * SECOND:
        with accounts.writing() as connection:
            connection.execute(table.update().where(table.c.digest == digest).values(seen=moment))
    return Session(row["account"], row["name"], Role(row["role"]))


def log_out(accounts: Accounts, session: str, *, doer: Doer) -> None:
    """End a session."""
    table = schema.sessions
    with accounts.writing() as connection:
        connection.execute(table.delete().where(table.c.digest == digest_of(session)))
        record_act(connection, accounts.moment(), doer, Act("logout", doer.name))


def is_password_of(accounts: Accounts, name: str, password: str, *, origin: str) -> bool:
    """Tell whether a password is that of an account, before something that asks for it again.

    Raises:
        LoginError: There were too many attempts.
    """
    begin_attempt(accounts, name, origin)
    table = schema.accounts
    with accounts.reading() as connection:
        kept = connection.execute(sa.select(table.c.password).where(table.c.name == name)).scalar()
    is_right = kept is not None and is_password(password, kept)
    if is_right:
        with accounts.writing() as connection:
            end_attempts(connection, name, origin)
    return is_right
