"""Names that stand for more than one thing, and how a text settles which.

"Georgia" is a state in the Caucasus or one of the United States; "Congo" is either of two
states; "Korea" is one of two, or the one that ended in 1910. What settles a name, in this
order: a word right beside it; the years that the text speaks of; words near it; words
and other names anywhere in the text. When nothing settles it, it stays open.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.actors.naming import NameForm

NEAR = 200
"""Code points to either side of a name within which a word counts as near it."""
_NEAR_WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that an ambiguous name may stand for.

    Attributes:
        id: Identifier of the entry, or ``None`` for something that is in no table ("the US state").
        meaning: What is meant, in plain words, for ``explain``.
        cues: Words that speak for this reading, as written.
        before: Words right before the name that decide for this reading.
        after: Words right after it that decide.
    """

    id: str | None
    meaning: str
    cues: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name with several readings.

    Attributes:
        forms: The name's spellings, as in the texts.
        readings: What it may stand for.
        default: Index of the reading that holds when nothing settles it, or ``None`` to leave it open.
        form: In which way the name stands for those readings that do not bear it in the authority file.
    """

    forms: tuple[str, ...]
    readings: tuple[Reading, ...]
    default: int | None = None
    form: NameForm = NameForm.NAME


@dataclass(frozen=True, slots=True)
class Ambiguities:
    """All that is known about names that mislead.

    Attributes:
        by_form: The ambiguous names, by spelling.
        masks: Phrases that hold a name but stand for something else ("Indian Ocean").
        groups: Phrases for a crowd of states that is no party ("the West").
        given_names: Given names: a name of a country after one of them is a surname.
        acts: Words after the name of a town that make it the name of a treaty or process.
        preludes: Phrases before the name of a town that do the same ("Treaty of").
        exact: Names that count only with their accents ("Malé").
        words: Abbreviations that are words too ("WHO"): in a line of capitals they do not count.
    """

    by_form: Mapping[str, Ambiguity]
    masks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    given_names: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    preludes: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @property
    def cues(self) -> tuple[str, ...]:
        """All cue words of all readings, each once."""
        readings = (reading for ambiguity in self.by_form.values() for reading in ambiguity.readings)
        return tuple(dict.fromkeys(cue for reading in readings for cue in reading.cues))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text says around a name.

    Attributes:
        text: The whole text, levelled.
        start: First code point of the name.
        end: Code point after the name.
        ids: Identifiers that other names of the text stand for beyond doubt, with their places in order.
        cues: Cue words that are in the text, with their places in order.
    """

    text: str
    start: int
    end: int
    ids: Mapping[str, tuple[int, ...]]
    cues: Mapping[str, tuple[int, ...]]

    def is_near(self, places: tuple[int, ...]) -> bool:
        """Tell whether one of the places, given in order, is near the name."""
        index = bisect_left(places, self.start - NEAR)
        return index < len(places) and places[index] <= self.start + NEAR

    def has_before(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the words stands right before the name."""
        left = self.text[max(0, self.start - 40) : self.start].rstrip(" '\"(")
        return any(left.endswith(word) and not left[: -len(word)][-1:].isalnum() for word in words)

    def has_after(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the words stands right after the name."""
        right = self.text[self.end : self.end + 40].lstrip(" ,\"'(")
        return any(right.startswith(word) and not right[len(word) : len(word) + 1].isalnum() for word in words)


def settle(
    readings: tuple[Reading, ...], around: Surroundings, weights: Mapping[str, int]
) -> tuple[Reading | None, str]:
    """Choose the reading that a text speaks for.

    Args:
        readings: What the name may stand for; at least one.
        around: What the text says around it.
        weights: What speaks for each entry by the years of the text; entries that had ended or not yet
            begun are not in it. See :func:`dragoman.actors.period.weigh_periods`.

    Returns:
        The reading and the reason, or ``None`` and the reason why the name stays open.
    """
    for reading in readings:
        if around.has_before(reading.before) or around.has_after(reading.after):
            return reading, f"the word beside it says {reading.meaning}"
    alive = tuple(reading for reading in readings if reading.id is None or reading.id in weights)
    if len(alive) == 1 < len(readings) and alive[0].id is not None:
        return alive[0], f"of those that bear the name only {alive[0].meaning} existed then"
    scores = sorted(((_score(reading, around, weights), n) for n, reading in enumerate(alive)), reverse=True)
    if not scores or scores[0][0] == 0:
        return None, "nothing in the text settles it"
    if len(scores) > 1 and scores[0][0] == scores[1][0]:
        return None, "the text speaks for more than one reading"
    best = alive[scores[0][1]]
    return best, f"the text around it speaks of {best.meaning}"


def _score(reading: Reading, around: Surroundings, weights: Mapping[str, int]) -> int:
    found = [around.cues[cue] for cue in reading.cues if cue in around.cues]
    score = len(found) + _NEAR_WEIGHT * sum(map(around.is_near, found))
    if reading.id is None:
        return score
    places = around.ids.get(reading.id, ())
    if places:
        score += 1 + _NEAR_WEIGHT * around.is_near(places)
    return score + weights[reading.id]
