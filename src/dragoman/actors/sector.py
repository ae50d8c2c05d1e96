"""Sectors: in which part of a society an actor stands, by the noun that names it.

"Ministry" and "ambassador" are government, "navy" is military, "refugees" are refugees.
Sectors are PLOVER 2.0's. Whose ministry it is, the name beside the noun tells.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SECTORS = frozenset(
    "GOV ELI MIL LEG JUD COP SPY OPP PTY REB UAF CRM CVL REF BUS NMC AGR LAB MED JRN EDU SOC REL NGO IGO".split()
)
"""The sectors; ELI is those who held an office once."""


@dataclass(frozen=True, slots=True)
class SectorNoun:
    """A noun, or a fixed phrase with a noun as its head, that tells a sector.

    Attributes:
        lemma: Lower case, singular where there is one; words parted by one blank.
        sector: PLOVER sector, or ``None`` for the polity as such ("country", "side").
        role: What kind of office the noun names ("ambassador", "foreign minister"), or ``None`` where
            it names a body or a crowd. Who holds an office can speak.
    """

    lemma: str
    sector: str | None
    role: str | None = None

    @property
    def is_office(self) -> bool:
        """Whether the noun names somebody who can speak for others."""
        return self.role is not None


class SectorLexicon:
    """The nouns of one language."""

    __slots__ = ("_by_lemma", "_longest")

    def __init__(self, nouns: Mapping[str, SectorNoun]) -> None:
        self._by_lemma = dict(nouns)
        self._longest = max((lemma.count(" ") + 1 for lemma in nouns), default=0)

    def __iter__(self) -> Iterator[SectorNoun]:
        return iter(self._by_lemma.values())

    def __len__(self) -> int:
        return len(self._by_lemma)

    def find(self, lemma: str) -> SectorNoun | None:
        """Return the noun or phrase with exactly this lemma (lower case), or ``None``."""
        return self._by_lemma.get(lemma)

    def find_ending(self, lemmas: tuple[str, ...]) -> SectorNoun | None:
        """Return the longest noun or phrase with which a row of lemmas ends, or ``None``.

        Args:
            lemmas: Lemmas in the order of the text, lower case, the head last
                (``("north", "korean", "foreign", "minister")``).
        """
        for length in range(min(self._longest, len(lemmas)), 0, -1):
            noun = self._by_lemma.get(" ".join(lemmas[-length:]))
            if noun is not None:
                return noun
        return None
