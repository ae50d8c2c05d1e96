"""Policies: which claims count for an answer, and which go before others where they differ.

A policy deletes nothing: what it leaves out is shown as left out, with the reason. It is plain data; how claims are
heard by it is decided in :mod:`dragoman.answers.hearing`.
"""

from collections.abc import Collection
from dataclasses import dataclass

SHORT_DIGEST = 12
COUNTING = ("unjudged", "accepted", "amended")
"""What judgements may have come to for a claim to count, where a policy says nothing else."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody or something on a list of a policy.

    Attributes:
        text: As the policy has it.
        keys: What is compared: the text in lower case, and the identifier that it stands for in the authority file.
    """

    text: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of many to hear.

    Attributes:
        count: Only these; empty for all.
        ignore: None of these.
        rank: These go before others where claims differ, the first before the second.
    """

    count: tuple[Listed, ...] = ()
    ignore: tuple[Listed, ...] = ()
    rank: tuple[Listed, ...] = ()

    def place_of(self, names: Collection[str]) -> int:
        """Return the place in ``rank`` of whoever bears one of some names; behind the last for all others."""
        found = (place for place, listed in enumerate(self.rank) if not listed.keys.isdisjoint(names))
        return next(found, len(self.rank))

    def to_dict(self) -> dict[str, object]:
        """Return the lists as plain JSON values."""
        return {
            "count": [listed.text for listed in self.count],
            "ignore": [listed.text for listed in self.ignore],
            "rank": [listed.text for listed in self.rank],
        }


ALL = Choice()
"""Everybody counts, and nobody goes before others."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Which claims count for an answer.

    Attributes:
        name: What to call it.
        about: What it does, in a sentence without a full stop.
        sources: Which sources to hear, at any step between the page and the speaker.
        origins: Which origins to hear.
        least_origins: How many independent origins must say a thing for it to count; 1 lets single-origin claims count.
        announced: Whether announced acts are shown (they never count as done).
        historical: Whether what is told as background counts.
        unnamed: Whether claims count whose speaker has no name.
        verdicts: What judgements may have come to: unjudged, accepted, amended, rejected.
        digest: SHA-256 of its file in hexadecimal; ``""`` for one that comes with the package.
    """

    name: str
    about: str
    sources: Choice = ALL
    origins: Choice = ALL
    least_origins: int = 1
    announced: bool = True
    historical: bool = True
    unnamed: bool = True
    verdicts: tuple[str, ...] = COUNTING
    digest: str = ""

    @property
    def label(self) -> str:
        """Its name, and for one from a file the beginning of the file's digest."""
        return f"{self.name} (sha256 {self.digest[:SHORT_DIGEST]})" if self.digest else self.name

    @property
    def title(self) -> str:
        """Its label with what it does."""
        return f"{self.label}: {self.about}"

    def to_dict(self) -> dict[str, object]:
        """Return what an answer says of its policy, as plain JSON values."""
        return {"name": self.name, "digest": self.digest or None, "about": self.about}

    def rules_to_dict(self) -> dict[str, object]:
        """Return the whole policy as plain JSON values, in the form of its file."""
        return {
            "name": self.name,
            "about": self.about,
            "sources": self.sources.to_dict(),
            "origins": {**self.origins.to_dict(), "least": self.least_origins},
            "claims": {"announced": self.announced, "historical": self.historical, "unnamed": self.unnamed},
            "judgements": {"count": list(self.verdicts)},
        }


EVERYTHING = Policy(
    name="everything",
    about="every source is heard; announced acts are not done; origins are counted, never pages; "
    "what reviewers rejected does not count",
)
"""The policy of answers for which no other is chosen."""
