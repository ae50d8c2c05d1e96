"""Who asks, and what they may do."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import Scope

from dragoman.accounts.role import LEAST_ROLES, Permission, Role, may
from dragoman.errors import NotAllowedError

KEY = "dragoman.visitor"
"""Where in a request's scope the visitor stands."""

WANTED = {
    Permission.READ: "read here",
    Permission.COMMENT: "comment",
    Permission.REVIEW: "review claims",
    Permission.ADD: "add reports",
    Permission.ADJUDICATE: "settle what reviewers disagree on",
    Permission.MODERATE: "hide or restore comments",
    Permission.ADMINISTER: "look after accounts",
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks.

    Attributes:
        name: Name of the account, or ``""``.
        account: Number of the account, or 0.
        role: What it may do; ``None`` for who is not logged in.
        scopes: What the token may be used for; ``None`` for a browser.
        session: What the browser holds, or ``""``.
        csrf: What a form must bring back, or ``""``.
        origin: Network address.
        is_closed: Whether reading needs an account.
        has_accounts: Whether anybody can log in at all.
        is_secure: Whether the connection is encrypted.
    """

    name: str = ""
    account: int = 0
    role: Role | None = None
    scopes: tuple[Permission, ...] | None = None
    session: str = ""
    csrf: str = ""
    origin: str = ""
    is_closed: bool = False
    has_accounts: bool = False
    is_secure: bool = False

    def may(self, permission: Permission) -> bool:
        """Tell whether the visitor may do something."""
        if permission is Permission.READ and not self.is_closed:
            return True
        if self.role is None:
            return False
        # Who may write may read: what is written is answered with what is held.
        if self.scopes is not None and permission not in self.scopes and permission is not Permission.READ:
            return False
        return may(self.role, permission)

    @property
    def may_comment(self) -> bool:
        """Whether the visitor may comment."""
        return self.may(Permission.COMMENT)

    @property
    def may_moderate(self) -> bool:
        """Whether the visitor may hide and restore comments."""
        return self.may(Permission.MODERATE)

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Addresses and words of the pages that only some may see."""
        return tuple((address, words) for permission, address, words in PLACES if self.may(permission))

    def check(self, permission: Permission) -> None:
        """Refuse what the visitor may not do.

        Raises:
            NotAllowedError: The visitor may not.
        """
        if self.may(permission):
            return
        role = LEAST_ROLES[permission]
        lacks_scope = self.scopes is not None and self.role is not None and may(self.role, permission)
        needed = f"a token with the scope {permission.value!r}" if lacks_scope else f"the role {role.value!r}"
        raise NotAllowedError(self.name, WANTED[permission], needed)


NOBODY = Visitor()
PLACES = (
    (Permission.ADD, "/add", "Add"),
    (Permission.REVIEW, "/review", "Review"),
    (Permission.ADMINISTER, "/people", "People"),
)
"""Permission, address and words of entries of the navigation that only some have."""


def visitor_in(scope: Scope) -> Visitor:
    """Return who asks, of a request's scope."""
    found = scope.get(KEY, NOBODY)
    return found if isinstance(found, Visitor) else NOBODY


def visitor_of(request: Request) -> Visitor:
    """Return who asks."""
    return visitor_in(request.scope)


def needs(permission: Permission) -> Callable[[Request], Visitor]:
    """Return a dependency that refuses visitors without a permission, before a request's body is read."""

    def check(request: Request) -> Visitor:
        visitor = visitor_of(request)
        visitor.check(permission)
        return visitor

    return check
