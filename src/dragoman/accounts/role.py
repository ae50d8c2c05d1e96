"""Roles, what each may do, and the scopes of tokens.

A role may do all that the roles before it may. What a token may do is what both its scopes and the
role of its account allow.
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is trusted with."""

    READER = "reader"
    COMMENTER = "commenter"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        """Place among the roles, from 0."""
        return list(Role).index(self)


class Permission(StrEnum):
    """Something that not everybody may do."""

    READ = "read"
    COMMENT = "comment"
    REVIEW = "review"
    ADD = "add"
    ADJUDICATE = "adjudicate"
    MODERATE = "moderate"
    ADMINISTER = "administer"


LEAST_ROLES: dict[Permission, Role] = {
    Permission.READ: Role.READER,
    Permission.COMMENT: Role.COMMENTER,
    Permission.REVIEW: Role.REVIEWER,
    Permission.ADD: Role.EDITOR,
    Permission.ADJUDICATE: Role.EDITOR,
    Permission.MODERATE: Role.EDITOR,
    Permission.ADMINISTER: Role.ADMINISTRATOR,
}
"""The lowest role that may."""

SCOPES = (Permission.READ, Permission.COMMENT, Permission.REVIEW, Permission.ADD)
"""What a token can be made for: programs neither moderate nor look after accounts."""


def may(role: Role, permission: Permission) -> bool:
    """Tell whether a role allows something.

    >>> may(Role.EDITOR, Permission.REVIEW)
    True
    """
    return role.rank >= LEAST_ROLES[permission].rank
