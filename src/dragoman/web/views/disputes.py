"""What cannot both hold: both sides of each dispute, with equal weight."""

from dataclasses import dataclass

from dragoman.answers.disputes import Disputes
from dragoman.web.asked import Asked
from dragoman.web.views.cited import ContestView, show_contest
from dragoman.web.views.frame import Frame


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """All disputes, or those about one polity.

    Attributes:
        frame: What stands around it.
        of: Identifier of the polity, or ``""``.
        real: What cannot both hold.
        apparent: What only seems so.
    """

    frame: Frame
    of: str
    real: tuple[ContestView, ...]
    apparent: tuple[ContestView, ...]


def show_disputes(answer: Disputes, asked: Asked) -> DisputesPage:
    """Lay out disputes."""
    shown = tuple(show_contest(contest, asked) for contest in answer.contests)
    title = f"Disputes about {answer.name}" if answer.name else "Disputes"
    lead = "Both sides stand beside each other. Nothing is settled here, least of all by counting pages."
    return DisputesPage(
        frame=Frame(title, lead, here="disputes", asked=asked, action="/disputes", answer=("disputes",)),
        of=answer.of or "",
        real=tuple(one for one in shown if one.is_real),
        apparent=tuple(one for one in shown if not one.is_real),
    )
