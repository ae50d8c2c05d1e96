"""What stands around every page: its title, the way to other pages, the two times of the question."""

from dataclasses import dataclass

from dragoman.claims.policy import EVERYTHING
from dragoman.knowledge.policies import policy_names
from dragoman.web.asked import Asked

NO_TIMES = Asked()
PLACES = (
    ("front", "Front", ()),
    ("disputes", "Disputes", ("disputes",)),
    ("matrix", "Matrix", ("matrix",)),
    ("sources", "Sources", ("sources",)),
    ("documents", "Documents", ("documents",)),
    ("changes", "Changes", ("changes",)),
)
"""Entries of the navigation: key, words, path."""


@dataclass(frozen=True, slots=True)
class Format:
    """The same answer in another form.

    Attributes:
        kind: Media type.
        address: Where it is.
        title: What it is called.
    """

    kind: str
    address: str
    title: str


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
        answer: Steps of the address of the same answer for programs, or empty.
        has_table: Whether that answer is a table, too.
        others: The same in further forms.
    """

    title: str
    lead: str = ""
    here: str = ""
    asked: Asked = NO_TIMES
    action: str = ""
    has_day: bool = True
    answer: tuple[str, ...] = ()
    has_table: bool = True
    others: tuple[Format, ...] = ()

    @property
    def formats(self) -> tuple[Format, ...]:
        """The same answer in other forms."""
        if not self.answer:
            return self.others
        json = Format("application/json", self.asked.at("api", "v1", *self.answer), "JSON")
        csv = Format("text/csv", self.asked.at("api", "v1", *self.answer, format="csv"), "CSV")
        return (json, *((csv,) if self.has_table else ()), *self.others)

    @property
    def policies(self) -> tuple[tuple[str, str, bool], ...]:
        """Name, first words and whether it is chosen, of each policy that may be asked for."""
        chosen = self.asked.policy or EVERYTHING.name
        return tuple((name, name.replace("-", " "), name == chosen) for name in policy_names())

    @property
    def places(self) -> tuple[Place, ...]:
        """The navigation; the two times go along."""
        return tuple(Place(words, self.asked.at(*path), key == self.here) for key, words, path in PLACES)

    @property
    def scope(self) -> str:
        """The limits in words."""
        day = f"As of {self.asked.as_of}" if self.asked.as_of else "As of now"
        known = self.asked.horizon.known
        moment = f"known by {known:%Y-%m-%d %H:%M} UTC" if known else "with all that is recorded"
        policy = f", by the policy “{self.asked.policy}”" if self.asked.policy else ""
        said = f"{day}, {moment}" if self.has_day else f"{moment[0].upper()}{moment[1:]}"
        return f"{said}{policy}."
