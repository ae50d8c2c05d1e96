"""Pages of accounts: logging in, one's own account, all accounts, and the trail."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.accounts.passwords import LEAST
from dragoman.accounts.people import Account
from dragoman.accounts.role import SCOPES, Role
from dragoman.accounts.tokens import Token
from dragoman.accounts.trail import TrailEvent
from dragoman.web.views.frame import Frame
from dragoman.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class LoginPage:
    """The form to log in.

    Attributes:
        frame: What stands around it.
        to: Where to go then.
        message: Why the last attempt failed, or ``""``.
    """

    frame: Frame
    to: str
    message: str


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One token.

    Attributes:
        number: Its number.
        label: What its owner calls it.
        scopes: What it may be used for.
        until: Last day.
    """

    number: int
    label: str
    scopes: str
    until: str


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One's own account.

    Attributes:
        frame: What stands around it.
        name: Name of the account.
        role: Its role.
        tokens: Tokens that work.
        scopes: What a token can be made for.
        least: Characters that a password must have.
        message: Why something failed, or ``""``.
        secret: A new token, or ``""``.
    """

    frame: Frame
    name: str
    role: str
    tokens: tuple[TokenLine, ...]
    scopes: tuple[str, ...]
    least: int
    message: str
    secret: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One account.

    Attributes:
        name: Its name.
        role: Its role.
        is_disabled: Whether it is closed.
        created: Day on which it was made.
    """

    name: str
    role: str
    is_disabled: bool
    created: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """All accounts.

    Attributes:
        frame: What stands around it.
        people: One line for each.
        roles: All roles.
    """

    frame: Frame
    people: tuple[PersonLine, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """Something that was done.

    Attributes:
        moment: When, UTC.
        by: Who did it, or ``""``.
        origin: From where.
        act: What, in a word.
        about: What it was done to.
        remark: What else is to be known.
    """

    moment: str
    by: str
    origin: str
    act: str
    about: str
    remark: str


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Who did what.

    Attributes:
        frame: What stands around it.
        events: The last first.
    """

    frame: Frame
    events: tuple[EventLine, ...]


def show_login(to: str, message: str) -> LoginPage:
    """Lay out the form to log in."""
    return LoginPage(Frame("Log in"), to, message)


def show_account(visitor: Visitor, tokens: Sequence[Token], message: str, secret: str) -> AccountPage:
    """Lay out one's own account.

    Args:
        visitor: Whose it is.
        tokens: Tokens that work.
        message: Why something failed, or ``""``.
        secret: A new token, or ``""``.
    """
    lines = [TokenLine(t.number, t.label, ", ".join(t.scopes), f"{t.expires:%Y-%m-%d}") for t in tokens]
    role = "" if visitor.role is None else visitor.role.value
    scopes = tuple([scope.value for scope in SCOPES if visitor.may(scope)])
    return AccountPage(
        Frame("Your account", here="account"), visitor.name, role, tuple(lines), scopes, LEAST, message, secret
    )


def show_people(people: Sequence[Account]) -> PeoplePage:
    """Lay out all accounts."""
    lines = [PersonLine(one.name, one.role.value, one.is_disabled, f"{one.created:%Y-%m-%d}") for one in people]
    lead = "Accounts are made with “dragoman user add”. A role may do all that the roles before it may."
    return PeoplePage(Frame("People", lead, here="/people"), tuple(lines), tuple([role.value for role in Role]))


def show_trail(events: Sequence[TrailEvent]) -> TrailPage:
    """Lay out who did what."""
    lines = [EventLine(f"{e.moment:%Y-%m-%d %H:%M:%S}", e.by, e.origin, e.act, e.about, e.remark) for e in events]
    lead = f"The last {len(lines)} acts, the newest first; times are UTC. Nothing here is ever changed."
    return TrailPage(Frame("Trail", lead, here="/people"), tuple(lines))
