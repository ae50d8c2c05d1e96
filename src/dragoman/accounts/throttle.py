"""How often somebody may try to log in.

An attempt counts before its password is looked at, so that a thousand at once are no better than one
after another. Who knows the password is let in from an address where nobody guesses, however much
others guess elsewhere, up to the limit for a name.
"""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from secrets import token_hex

import sqlalchemy as sa

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts
from dragoman.errors import LoginError

SECOND = 1_000_000
WINDOW = 15 * 60
"""Seconds for which an attempt counts."""

IPV6_SITE = 64
"""Bits that one customer of a network has."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many attempts there may be within :data:`WINDOW`.

    Attributes:
        columns: What they have in common.
        most: How many may fail.
    """

    columns: tuple[str, ...]
    most: int


LIMITS = (Limit(("name", "origin"), 5), Limit(("origin",), 30), Limit(("name",), 100))


def network_of(origin: str) -> str:
    """Return what counts as one place: an IPv4 address, or the network of an IPv6 address.

    >>> network_of("2001:db8:1:2:3:4:5:6")
    '2001:db8:1:2::'
    """
    try:
        address = ip_address(origin)
    except ValueError:
        return origin
    if not isinstance(address, IPv6Address):
        return str(address)
    host = 128 - IPV6_SITE
    return str(address.ipv4_mapped or IPv6Address(int(address) >> host << host))


def begin_attempt(accounts: Accounts, name: str, origin: str) -> str:
    """Count an attempt before its password is looked at.

    Returns:
        The name of the attempt, for :func:`end_attempts`.

    Raises:
        LoginError: There were too many.
    """
    table, moment, place = schema.attempts, accounts.moment(), network_of(origin)
    values = {"name": name, "origin": place}
    with accounts.writing() as connection:
        connection.execute(table.delete().where(table.c.moment <= moment - WINDOW * SECOND))
        for limit in LIMITS:
            alike = sa.and_(*(table.c[column] == values[column] for column in limit.columns))
            count, first = connection.execute(
                sa.select(sa.func.count(), sa.func.min(table.c.moment)).where(alike)
            ).one()
            if count >= limit.most:
                raise LoginError("there were too many attempts", wait=WINDOW - (moment - first) // SECOND)
        attempt = token_hex()
        connection.execute(table.insert().values(id=attempt, moment=moment, **values))
    return attempt


def end_attempts(connection: sa.Connection, name: str, origin: str) -> None:
    """Forget the attempts for a name from one place, since the last one was right."""
    table = schema.attempts
    connection.execute(table.delete().where(table.c.name == name, table.c.origin == network_of(origin)))
