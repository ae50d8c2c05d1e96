"""What cannot both hold: both sides of each dispute, with equal weight."""

from dataclasses import dataclass

from dragoman.answers.disputes import Disputes
from dragoman.web.asked import Asked
from dragoman.web.views.cited import MOST_CONTESTS, ContestView, show_contest, show_contests
from dragoman.web.views.frame import Frame


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """All disputes, or those about one polity.

    Attributes:
        frame: What stands around it.
        of: Identifier of the polity, or ``""``.
        real: What cannot both hold, as far as there is room.
        more_contests: How many more there are.
        apparent: What only seems so.
    """

    frame: Frame
    of: str
    real: tuple[ContestView, ...]
    more_contests: int
    apparent: tuple[ContestView, ...]


def show_disputes(answer: Disputes, asked: Asked) -> DisputesPage:
    """Lay out disputes."""
    apparent = [contest for contest in answer.contests if not contest.is_real]
    real = len(answer.contests) - len(apparent)
    title = f"Disputes about {answer.name}" if answer.name else "Disputes"
    lead = "Both sides stand beside each other. Nothing is settled here, least of all by counting pages."
    return DisputesPage(
        frame=Frame(title, lead, here="disputes", asked=asked, action="/disputes", answer=("disputes",)),
        of=answer.of or "",
        real=show_contests(answer.contests, asked),
        more_contests=max(0, real - MOST_CONTESTS),
        apparent=tuple(show_contest(contest, asked) for contest in apparent[:MOST_CONTESTS]),
    )
