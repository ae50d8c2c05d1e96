"""A slider over time: the days on which an answer changes, each with the address of the page as of that day."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.dates.event_date import EventDate
from dragoman.web.asked import Asked

MOST = 400
"""Days on a slider; of more, the last."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the slider.

    Attributes:
        day: The day, ISO 8601, or ``""`` for now.
        words: The same in words.
        address: The page as of that day.
    """

    day: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Slider:
    """Days on which an answer changes, and where the page stands among them.

    Attributes:
        stops: The days in their order, then now.
        place: The stop that is shown: the last one that is not after the asked day.
        before: The stop before it, or ``None``.
        after: The stop after it, or ``None``.
    """

    stops: tuple[Stop, ...]
    place: int

    @property
    def before(self) -> Stop | None:
        """The stop before the one that is shown."""
        return self.stops[self.place - 1] if self.place else None

    @property
    def after(self) -> Stop | None:
        """The stop after the one that is shown."""
        return self.stops[self.place + 1] if self.place + 1 < len(self.stops) else None


def make_slider(dates: Iterable[EventDate | None], asked: Asked, path: tuple[str, ...], **kept: str) -> Slider | None:
    """Return the slider of a page, or ``None`` where its answer never changes.

    Args:
        dates: Of what the answer is made of; on its last day each has happened for certain.
        asked: The limits of the page.
        path: Steps of its path.
        kept: Other parts of its address.
    """
    days = sorted({one.latest.isoformat() for one in dates if one is not None and one.latest is not None})[-MOST:]
    if not days:
        return None
    stops = [Stop(day, day, asked.on(day).at(*path, **kept)) for day in days]
    stops.append(Stop("", "now", asked.on("").at(*path, **kept)))
    horizon = asked.horizon
    last = None if horizon.day is None else horizon.day.isoformat()
    place = len(days) if last is None else max((n for n, day in enumerate(days) if day <= last), default=0)
    return Slider(tuple(stops), place)
