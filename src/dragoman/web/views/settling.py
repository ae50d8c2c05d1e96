"""Disputes to be settled by reviewers, and those that were."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.answers.dispute import Contest
from dragoman.web.views.cited import ContestView, show_contest
from dragoman.web.views.frame import Frame
from dragoman.web.views.review import HERE, NOW, SHOWN


@dataclass(frozen=True, slots=True)
class Case:
    """A dispute to be settled, or settled anew.

    Attributes:
        contest: The dispute.
        seen: What the form brings back: the entry that settled it, or ``""``.
        has_right: Whether there is a claim on the second side.
    """

    contest: ContestView
    seen: str
    has_right: bool


@dataclass(frozen=True, slots=True)
class SettlingPage:
    """Disputes to settle.

    Attributes:
        frame: What stands around it.
        cases: Those that nobody has settled.
        settled: Those that somebody has.
        more: How many more there are than are shown.
        of: The polity that is asked for, or ``""``.
        message: Why something failed, or ``""``.
    """

    frame: Frame
    cases: tuple[Case, ...]
    settled: tuple[Case, ...]
    more: int
    of: str
    message: str


def show_settling(contests: Sequence[Contest], of: str, message: str = "") -> SettlingPage:
    """Lay out disputes to settle.

    Args:
        contests: Real disputes, settled or not.
        of: The polity that is asked for, or ``""``.
        message: Why something failed, or ``""``.
    """
    frame = Frame("Settle disputes", "Does one side hold, or neither? Both stay in the ledger.", here=HERE)
    cases = tuple([_case(one) for one in contests if one.settled is None])
    settled = tuple([_case(one) for one in contests if one.settled is not None])
    more = max(0, len(cases) - SHOWN) + max(0, len(settled) - SHOWN)
    return SettlingPage(frame, cases[:SHOWN], settled[:SHOWN], more, of, message)


def settled_by(contest: Contest) -> str:
    """Return the number of the entry that settled a dispute, or ``""``."""
    return "" if contest.settled is None else str(contest.settled.entry)


def _case(contest: Contest) -> Case:
    return Case(show_contest(contest, NOW), settled_by(contest), bool(contest.dispute.right))
