"""What the commands about accounts share: opening them, asking for a password, printing them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

import click

from dragoman.accounts.opening import Accounts, open_accounts
from dragoman.accounts.people import Account
from dragoman.accounts.role import Role
from dragoman.accounts.trail import Doer, TrailEvent
from dragoman.api import open_ledger
from dragoman.cli.commands.add import user_name
from dragoman.cli.output import print_values
from dragoman.cli.sheet import Column, Records, Sheet, Table

ROLES = tuple([role.value for role in Role])
LENGTH = "A password has 12 characters or more, such as four words, and is none that others would try first."
COMMAND_LINE = "command line"


@contextmanager
def opened(ledger: str, *, create: bool = False) -> Iterator[Accounts]:
    """Open the accounts of a ledger that is there.

    Raises:
        LedgerUnavailableError: There is no ledger, or it has no accounts yet and none may be made.
    """
    open_ledger(ledger, create=False).close()
    with open_accounts(ledger, create=create) as accounts:
        yield accounts


def owner() -> Doer:
    """Return who gives a command."""
    return Doer(user_name(), COMMAND_LINE)


def read_password(stream: TextIO | None) -> str:
    """Return a password: the first line of a stream, or what is typed twice without being seen."""
    if stream is not None:
        return stream.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="Again"))


def print_people(people: Sequence[Account], form: str) -> None:
    """Print accounts."""
    rows = tuple(
        [(one.name, one.role.value, "closed" if one.is_disabled else "", f"{one.created:%Y-%m-%d}") for one in people]
    )
    header = ("Name", "Role", "State", "Since")
    table = Table("", tuple([Column(name) for name in header]), rows)
    empty = "There is no account yet: `dragoman user add NAME` makes one."
    sheet = Sheet("Accounts", "", (table,), (), empty, Records(("name", "role", "state", "since"), rows))
    print_values(lambda: [one.to_dict() for one in people], lambda: sheet, form)


def print_trail(events: Sequence[TrailEvent], form: str) -> None:
    """Print who did what."""
    rows = tuple(
        [(f"{e.moment:%Y-%m-%d %H:%M:%S}", e.by, e.act, e.about, e.remark, e.origin) for e in events],
    )
    columns = (Column("When (UTC)"), Column("Who"), Column("What"), Column("About", 1), Column("Remark", 2))
    table = Table("", (*columns, Column("From")), rows)
    records = Records(("moment", "by", "act", "about", "remark", "origin"), rows)
    sheet = Sheet("Who did what", "", (table,), (), "Nothing was done yet.", records)
    print_values(lambda: [one.to_dict() for one in events], lambda: sheet, form)
