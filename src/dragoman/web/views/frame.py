"""What stands around every page: its title, the way to other pages, the two times of the question."""

from dataclasses import dataclass

from dragoman.web.asked import Asked

NO_TIMES = Asked()
PLACES = (
    ("front", "Front", ()),
    ("disputes", "Disputes", ("disputes",)),
    ("documents", "Documents", ("documents",)),
    ("changes", "Changes", ("changes",)),
)
"""Entries of the navigation: key, words, path."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation.

    Attributes:
        words: What it is called.
        address: Where it leads.
        is_here: Whether the page is this one.
    """

    words: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page.

    Attributes:
        title: Heading of the page.
        lead: A sentence below it, or ``""``.
        here: Key of the navigation's entry, or ``""``.
        asked: The two times.
        action: Path that the form with the two times asks again, or ``""`` for no form.
        has_day: Whether the form has the day in the world, too.
    """

    title: str
    lead: str = ""
    here: str = ""
    asked: Asked = NO_TIMES
    action: str = ""
    has_day: bool = True

    @property
    def places(self) -> tuple[Place, ...]:
        """The navigation; the two times go along."""
        return tuple(Place(words, self.asked.at(*path), key == self.here) for key, words, path in PLACES)

    @property
    def scope(self) -> str:
        """The two times in words."""
        day = f"As of {self.asked.as_of}" if self.asked.as_of else "For all times"
        known = self.asked.horizon.known
        moment = f"known by {known:%Y-%m-%d %H:%M} UTC" if known else "with all that is recorded"
        return f"{day}, {moment}." if self.has_day else f"{moment[0].upper()}{moment[1:]}."
