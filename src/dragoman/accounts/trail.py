"""The trail: who did what, when and from where. It only grows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts, following
from dragoman.ledger.moment import numbered_moment

MOST_EVENTS = 200


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something.

    Attributes:
        name: Name of the account, or of the user of the command line.
        origin: Network address, or where the command was given.
    """

    name: str
    origin: str


@dataclass(frozen=True, slots=True)
class TrailEvent:
    """Something that was done.

    Attributes:
        number: Grows by one with each, from 1.
        moment: When, UTC.
        by: Who did it.
        origin: From where.
        act: What was done, in a word.
        about: The account, document, claim or comment that it was done to.
        remark: What else is to be known.
    """

    number: int
    moment: datetime
    by: str
    origin: str
    act: str
    about: str
    remark: str

    def to_dict(self) -> dict[str, object]:
        """Return the event as plain JSON values."""
        return {
            "number": self.number,
            "moment": self.moment.isoformat(),
            "by": self.by,
            "origin": self.origin,
            "act": self.act,
            "about": self.about,
            "remark": self.remark,
        }


@dataclass(frozen=True, slots=True)
class Act:
    """What is done.

    Attributes:
        act: In a word: ``login``, ``role``, ``comment`` …
        about: What it is done to.
        remark: What else is to be known.
    """

    act: str
    about: str = ""
    remark: str = ""


def record_act(connection: sa.Connection, moment: int, doer: Doer, act: Act) -> None:
    """Record what is done, in the transaction in which it is done."""
    table = schema.events
    values = {
        "number": following(connection, table),
        "moment": moment,
        "by": doer.name,
        "origin": doer.origin,
        "act": act.act,
        "about": act.about,
        "remark": act.remark,
    }
    connection.execute(table.insert().values(values))


def record_alone(accounts: Accounts, doer: Doer, act: Act) -> None:
    """Record what was done elsewhere, such as in the ledger."""
    with accounts.writing() as connection:
        record_act(connection, accounts.moment(), doer, act)


def find_events(accounts: Accounts, *, limit: int = MOST_EVENTS) -> Iterator[TrailEvent]:
    """Yield what was done, the last first.

    Args:
        accounts: Where it is kept.
        limit: How many at most.
    """
    table = schema.events
    with accounts.reading() as connection:
        found = connection.execute(sa.select(table).order_by(table.c.number.desc()).limit(limit)).mappings().all()
    for row in found:
        yield TrailEvent(**{**row, "moment": numbered_moment(row["moment"])})
