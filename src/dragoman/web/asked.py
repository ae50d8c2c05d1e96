"""The two times that a reader asks for, and the addresses of pages that carry them.

Every page has an address that can be shared: what it shows follows from the address and from
what the ledger held at the moment of knowledge in it.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from dragoman.answers.horizon import Horizon, parse_horizon


@dataclass(frozen=True, slots=True)
class Asked:
    """The times of a question, as they stand in the address.

    Attributes:
        as_of: EDTF of the day in the world, or ``""`` for all times.
        known: Day or moment of knowledge, or ``""`` for all that is recorded.
    """

    as_of: str = ""
    known: str = ""

    @property
    def horizon(self) -> Horizon:
        """The same, read.

        Raises:
            DateError: One of them cannot be read.
        """
        return parse_horizon(self.as_of or None, self.known or None)

    def at(self, *steps: str, **values: str) -> str:
        """Return the address of a page, with these times in it.

        Args:
            steps: The parts of its path, as they are.
            values: Other parts of the query; empty ones are left out.

        >>> Asked(as_of="2022-07").at("relations", "PRK", "côte d'or")
        '/relations/PRK/c%C3%B4te%20d%27or?as_of=2022-07'
        """
        path = "/" + "/".join(quote(step, safe=":") for step in steps)
        query = {"as_of": self.as_of, "known": self.known, **values}
        kept = urlencode({name: value for name, value in query.items() if value})
        return f"{path}?{kept}" if kept else path


def read_asked(as_of: str = "", known: str = "") -> Asked:
    """Read the two times from the query of an address; an empty field of a form asks for nothing.

    Raises:
        DateError: One of them cannot be read.
    """
    asked = Asked(as_of.strip(), known.strip())
    parse_horizon(asked.as_of or None, asked.known or None)
    return asked
