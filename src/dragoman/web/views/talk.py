"""Comments as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.accounts.comments import LONGEST, Comment
from dragoman.web.visitor import Visitor


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment.

    Attributes:
        number: Its number.
        author: Who says it.
        when: When, UTC.
        text: What is said; ``""`` where it is hidden from who looks.
        is_hidden: Whether it is hidden.
        ruling: Who hid or restored it and why, or ``""``.
    """

    number: int
    author: str
    when: str
    text: str
    is_hidden: bool
    ruling: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said about a document or a claim.

    Attributes:
        about: Its identifier, or ``""`` where nobody can say anything.
        comments: In order.
        longest: Characters of a comment.
        may_say: Whether who looks may comment.
        may_moderate: Whether who looks may hide and restore.
        is_known: Whether who looks is logged in.
    """

    about: str = ""
    comments: tuple[CommentView, ...] = ()
    longest: int = LONGEST
    may_say: bool = False
    may_moderate: bool = False
    is_known: bool = False


NO_TALK = Talk()


def show_talk(about: str, comments: Sequence[Comment], visitor: Visitor) -> Talk:
    """Lay out what is said about a document or a claim.

    Args:
        about: Its identifier.
        comments: In order.
        visitor: Who looks; hidden words are shown to those who may restore them.
    """
    shown = tuple([_comment(one, visitor) for one in comments])
    return Talk(about, shown, LONGEST, visitor.may_comment, visitor.may_moderate, visitor.role is not None)


def _comment(comment: Comment, visitor: Visitor) -> CommentView:
    said = "Hidden" if comment.is_hidden else "Restored"
    ruling = f"{said} by {comment.moderator}: {comment.reason}" if comment.moderator else ""
    text = "" if comment.is_hidden and not visitor.may_moderate else comment.text
    when = f"{comment.created:%Y-%m-%d %H:%M} UTC"
    return CommentView(comment.number, comment.author, when, text, comment.is_hidden, ruling)
