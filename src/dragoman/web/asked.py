"""The two times and the policy that a reader asks for, and the addresses of pages that carry them.

Every page has an address that can be shared: what it shows follows from the address and from
what the ledger held at the moment of knowledge in it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict
from urllib.parse import quote, urlencode

from dragoman.answers.horizon import Horizon, parse_horizon
from dragoman.claims.policy import EVERYTHING, Policy
from dragoman.knowledge.policies import load_policy


class Heard(TypedDict):
    """A moment of knowledge and a policy, as questions take them."""

    known: datetime | None
    policy: Policy


class Times(TypedDict):
    """The two times, as questions take them."""

    as_of: str | None
    known: datetime | None


class Limits(Times):
    """The two times and a policy, as questions take them."""

    policy: Policy


@dataclass(frozen=True, slots=True)
class Asked:
    """The limits of a question, as they stand in the address.

    Attributes:
        as_of: EDTF of the day in the world, or ``""`` for now.
        known: Day or moment of knowledge, or ``""`` for all that is recorded.
        policy: Name of a policy that comes with the package, or ``""`` for the one that counts everything.
    """

    as_of: str = ""
    known: str = ""
    policy: str = ""

    @property
    def horizon(self) -> Horizon:
        """The same, read.

        Raises:
            DateError: One of the times cannot be read.
            NameUnknownError: There is no such policy.
        """
        return parse_horizon(self.as_of or None, self.known or None, self.weighing)

    @property
    def limits(self) -> Limits:
        """The same as arguments of a question."""
        return {**self.times, "policy": self.weighing}

    @property
    def times(self) -> Times:
        """The two times as arguments of a question."""
        horizon = self.horizon
        return {"as_of": horizon.as_of, "known": horizon.known}

    @property
    def heard(self) -> Heard:
        """The moment of knowledge and the policy as arguments of a question."""
        return {"known": self.horizon.known, "policy": self.weighing}

    @property
    def weighing(self) -> Policy:
        """The policy itself.

        Raises:
            NameUnknownError: There is none of that name; files of this machine are never read.
        """
        return load_policy(self.policy) if self.policy else EVERYTHING

    def on(self, day: str) -> "Asked":
        """Return the same limits as of another day in the world; ``""`` for now."""
        return replace(self, as_of=day)

    def at(self, *steps: str, **values: str) -> str:
        """Return the address of a page, with these limits in it.

        Args:
            steps: The parts of its path, as they are.
            values: Other parts of the query; empty ones are left out.

        >>> Asked(as_of="2022-07").at("relations", "PRK", "côte d'or")
        '/relations/PRK/c%C3%B4te%20d%27or?as_of=2022-07'
        """
        path = "/" + "/".join(quote(step, safe=":") for step in steps)
        query = {"as_of": self.as_of, "known": self.known, "policy": self.policy, **values}
        kept = urlencode({name: value for name, value in query.items() if value})
        return f"{path}?{kept}" if kept else path


def read_asked(as_of: str = "", known: str = "", policy: str = "") -> Asked:
    """Read the limits from the query of an address; an empty field of a form asks for nothing.

    Raises:
        DateError: One of the times cannot be read.
        NameUnknownError: There is no such policy.
    """
    name = policy.strip()
    asked = Asked(as_of.strip(), known.strip(), "" if name == EVERYTHING.name else name)
    parse_horizon(asked.as_of or None, asked.known or None, asked.weighing)
    return asked
