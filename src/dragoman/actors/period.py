"""Who could be meant, by the years that a text speaks of.

"Turkey" in a sentence about 1890 is the Ottoman Empire; "Korea" in 1882 is the kingdom.
Years near the name count before those of the rest of the text.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from dragoman.actors.entity import Entity

_NEAR = 200
_HALF = 0.5
_PERIOD_WEIGHT = 4
_BEFORE_YEARS = (
    "in of since from by until till before after around circa during between and to through the year years early late "
    "mid spring summer autumn fall winter January February March April May June July August September October November "
    "December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
).split()
# Four digits are a year where a word or mark before them says so: "1,625 people", "1625 UTC" are none.
_YEAR = re.compile(
    rf"(?:\b(?i:{'|'.join(_BEFORE_YEARS)})[.,]? |\d(?:st|nd|rd|th)?,? |\.|[(/-])"
    r"(1[5-9]\d\d|20\d\d)"
    r"(?!\d|[.,]\d| ?(?:UTC|GMT|hours|local time|%|km\b|m\b|people|troops|soldiers))"
)


@dataclass(frozen=True, slots=True)
class TextYears:
    """The years that a text names.

    Attributes:
        places: Where each stands, as a code point of the text.
        years: The years themselves, in the same order.
        counts: How often each year is named; few, however long the text.
    """

    places: tuple[int, ...]
    years: tuple[int, ...]
    counts: tuple[tuple[int, int], ...]

    def near(self, place: int) -> tuple[int, ...]:
        """Return the years within a few lines of a place."""
        return self.years[bisect_left(self.places, place - _NEAR) : bisect_left(self.places, place + _NEAR)]


def find_years(text: str) -> TextYears:
    """Return the years from 1500 that a text names in digits.

    >>> find_years("from 1905 to the 1990s, 2100 m").years
    (1905, 1990)
    """
    found = tuple((match.start(1), int(match[1])) for match in _YEAR.finditer(text))
    counts = Counter(year for _, year in found)
    return TextYears(tuple(place for place, _ in found), tuple(year for _, year in found), tuple(counts.items()))


def weigh_periods(entities: tuple[Entity, ...], years: TextYears, place: int) -> dict[str, int]:
    """Tell which bearers of a name existed in the years spoken of, and which of them that speaks for.

    Args:
        entities: The bearers.
        years: The years of the text.
        place: Where the name stands.

    Returns:
        A weight, 0 or more, for each bearer that may be meant. Without years, one that has ended is
        left out if another still exists. If no bearer fits, those that still exist remain.
    """
    living = {entity.id for entity in entities if not entity.has_ended}
    if not years.years:
        return {entity.id: 0 for entity in entities if entity.id in living or not living}
    fitting = {entity.id for entity in entities if _fits(entity, years, place)}
    bonus = _PERIOD_WEIGHT if fitting and not fitting & living else 0
    return {entity.id: bonus for entity in entities if entity.id in (fitting or living)}


def _fits(entity: Entity, years: TextYears, place: int) -> bool:
    near = years.near(place)
    if near:
        return any(entity.existed_in(year) for year in near)
    share = sum(count for year, count in years.counts if entity.existed_in(year)) / len(years.years)
    return share > _HALF or (share == _HALF and not entity.has_ended)
