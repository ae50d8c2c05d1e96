"""Accounts: who there is, and what each may do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from unicodedata import normalize

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts, following
from dragoman.accounts.passwords import check_password, hash_password
from dragoman.accounts.role import Role
from dragoman.accounts.trail import Act, Doer, record_act
from dragoman.errors import AccountError
from dragoman.ledger.moment import numbered_moment

# Letters of any script, digits and single marks between them: a name is shown beside what it said.
_NAME = re.compile(r"[^\W_]+(?:[._-][^\W_]+)*")
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in.

    Attributes:
        number: Its number, from 1.
        name: Its name; small letters.
        role: What it may do.
        is_disabled: Whether it may log in no more.
        created: When it was made, UTC.
    """

    number: int
    name: str
    role: Role
    is_disabled: bool
    created: datetime

    def to_dict(self) -> dict[str, object]:
        """Return the account as plain JSON values."""
        return {
            "name": self.name,
            "role": self.role.value,
            "disabled": self.is_disabled,
            "created": self.created.isoformat(),
        }


def account_name(name: str) -> str:
    """Return a name as it is kept: composed, in small letters.

    Raises:
        AccountError: Nobody can be called so.
    """
    plain = normalize("NFKC", name).strip().casefold()
    if not _NAME.fullmatch(plain) or len(plain) > LONGEST_NAME:
        wanted = f"expected letters and digits, with . - or _ between them, {LONGEST_NAME} at most"
        raise AccountError(name[:LONGEST_NAME], f"nobody can be called so; {wanted}")
    return plain


def add_account(accounts: Accounts, name: str, password: str, *, role: Role, doer: Doer) -> Account:
    """Make an account.

    Raises:
        AccountError: The name is taken, or none.
        PasswordError: The password is too easy to guess.
    """
    plain = account_name(name)
    check_password(password, plain)
    kept, table, moment = hash_password(password), schema.accounts, accounts.moment()
    with accounts.writing() as connection:
        if connection.execute(sa.select(table.c.number).where(table.c.name == plain)).first() is not None:
            raise AccountError(plain, "there is one of this name; choose another")
        values = {"number": following(connection, table), "name": plain, "role": role.value, "password": kept}
        connection.execute(table.insert().values(**values, is_disabled=False, created=moment))
        record_act(connection, moment, doer, Act("account", plain, f"made as {role.value}"))
    return find_account(accounts, plain)


def find_account(accounts: Accounts, name: str) -> Account:
    """Return an account by its name.

    Raises:
        AccountError: There is none.
    """
    with accounts.reading() as connection:
        return _row_account(_held(connection, account_name(name)))


def find_accounts(accounts: Accounts) -> Iterator[Account]:
    """Yield all accounts, by name."""
    table = schema.accounts
    with accounts.reading() as connection:
        found = connection.execute(sa.select(table).order_by(table.c.name)).mappings().all()
    yield from map(_row_account, found)


def set_role(accounts: Accounts, name: str, role: Role, *, doer: Doer) -> Account:
    """Give an account another role; it counts from its next request on.

    Raises:
        AccountError: There is no such account, or it is the last administrator.
    """
    table, plain = schema.accounts, account_name(name)
    with accounts.writing() as connection:
        held = _held(connection, plain)
        if role is not Role.ADMINISTRATOR:
            _check_not_last(connection, held)
        connection.execute(table.update().where(table.c.name == plain).values(role=role.value))
        record_act(connection, accounts.moment(), doer, Act("role", plain, f"{held['role']} to {role.value}"))
    return find_account(accounts, plain)


def set_password(accounts: Accounts, name: str, password: str, *, doer: Doer) -> Account:
    """Give an account another password; all its sessions end.

    Raises:
        AccountError: There is no such account.
        PasswordError: The password is too easy to guess.
    """
    table, plain = schema.accounts, account_name(name)
    check_password(password, plain)
    kept = hash_password(password)
    with accounts.writing() as connection:
        held = _held(connection, plain)
        connection.execute(table.update().where(table.c.name == plain).values(password=kept))
        end_sessions(connection, held["number"])
        record_act(connection, accounts.moment(), doer, Act("password", plain))
    return find_account(accounts, plain)


def set_disabled(accounts: Accounts, name: str, *, is_disabled: bool, doer: Doer) -> Account:
    """Close an account or open it again; closing ends its sessions, and its tokens work no more while it is closed.

    Raises:
        AccountError: There is no such account, or it is the last administrator.
    """
    table, plain = schema.accounts, account_name(name)
    with accounts.writing() as connection:
        held = _held(connection, plain)
        if is_disabled:
            _check_not_last(connection, held)
            end_sessions(connection, held["number"])
        connection.execute(table.update().where(table.c.name == plain).values(is_disabled=is_disabled))
        record_act(connection, accounts.moment(), doer, Act("disable" if is_disabled else "enable", plain))
    return find_account(accounts, plain)


def end_sessions(connection: sa.Connection, account: int) -> None:
    """End all sessions of an account."""
    table = schema.sessions
    connection.execute(table.delete().where(table.c.account == account))


def _held(connection: sa.Connection, name: str) -> sa.RowMapping:
    table = schema.accounts
    row = connection.execute(sa.select(table).where(table.c.name == name)).mappings().first()
    if row is None:
        raise AccountError(name, "there is none of this name; `dragoman user list` shows all")
    return row


def _check_not_last(connection: sa.Connection, held: sa.RowMapping) -> None:
    table = schema.accounts.c
    active = sa.and_(table.role == Role.ADMINISTRATOR.value, table.is_disabled.is_(False))
    others = sa.select(sa.func.count()).where(active, table.number != held["number"])
    if held["role"] == Role.ADMINISTRATOR.value and not connection.execute(others).scalar_one():
        raise AccountError(held["name"], "it is the last administrator; make another one first")


def _row_account(row: sa.RowMapping) -> Account:
    role, created = Role(row["role"]), numbered_moment(row["created"])
    return Account(row["number"], row["name"], role, row["is_disabled"], created)
