"""Two spellings of one name? A proposal with a score and reasons, never a merge.

No threshold is safe: Maria and Marina Zakharova score .92 to .99 by the usual measures,
Kim Jong-un and Kim Jong-il up to .93. A proposal is certain only where the two are equal
once script, accents and punctuation are gone, where an authority knows both as forms of
one name, or where they differ as two romanisations (or one slip in a long word) do *and*
the polity and the office are the same and the years do not exclude each other.
"""

from dataclasses import dataclass
from itertools import permutations

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from dragoman.actors.romanisation import latin_words, shared_traditions

LEAST_SCORE = 0.8
"""Below this score two names are not proposed as spellings of one."""
_LONG_WORD = 6
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class NameContext:
    """What is known of the bearers of two names beside the spellings.

    Attributes:
        polities: Identifiers of the polities that the two act for; ``None`` where unknown.
        offices: Offices held, in plain lower-case words; ``None`` where unknown.
        years: For each, the first and last year in which the text places it; ``None`` where unknown.
        entries: Identifiers of the authority entries (a polity, a place, an organisation) that know the names.
    """

    polities: tuple[str | None, str | None] = (None, None)
    offices: tuple[str | None, str | None] = (None, None)
    years: tuple[tuple[int, int] | None, tuple[int, int] | None] = (None, None)
    entries: tuple[str | None, str | None] = (None, None)

    @property
    def has_same_polity(self) -> bool:
        """Tell whether both polities are known and the same."""
        return self.polities[0] is not None and self.polities[0] == self.polities[1]

    @property
    def has_same_office(self) -> bool:
        """Tell whether both offices are known and the same."""
        return self.offices[0] is not None and self.offices[0] == self.offices[1]

    @property
    def is_contradicted(self) -> bool:
        """Tell whether what is known of the two cannot be true of one."""
        first, second = self.years
        if first is not None and second is not None and (first[1] < second[0] or second[1] < first[0]):
            return True
        return None not in self.polities and not self.has_same_polity


UNKNOWN_CONTEXT = NameContext()


@dataclass(frozen=True, slots=True)
class NameMatchProposal:
    """A proposal that two spellings name one person, place or body.

    Attributes:
        left: One spelling, as in its text.
        right: The other.
        score: From 0 (nothing alike) to 1 (equal).
        reasons: Why the score is what it is, and why the proposal is or is not certain.
        is_certain: Whether the two may be linked without asking; the link is still recorded as one.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    is_certain: bool

    def to_dict(self) -> dict[str, object]:
        """Return the proposal as plain JSON values."""
        return {
            "left": self.left,
            "right": self.right,
            "score": self.score,
            "reasons": list(self.reasons),
            "certain": self.is_certain,
        }


@dataclass(frozen=True, slots=True)
class _Likeness:
    score: float
    reason: str
    is_equal: bool = False
    is_variant: bool = False


def match_names(left: str, right: str, context: NameContext = UNKNOWN_CONTEXT) -> NameMatchProposal:
    """Compare two spellings.

    Args:
        left: A name as spelt in a text, in any script.
        right: Another.
        context: What is known of the bearers.

    Returns:
        A proposal; one with a score below :data:`LEAST_SCORE` is not worth showing.

    >>> match_names("Kim Jong-un", "Kim Jong-il").is_certain
    False
    >>> match_names("Choi Son-hee", "Choe Son-hui", NameContext(("PRK", "PRK"), ("foreign minister",) * 2)).is_certain
    True
    """
    likeness = _likeness(latin_words(left), latin_words(right))
    known = context.entries[0] is not None and context.entries[0] == context.entries[1]
    reasons = [likeness.reason, *_circumstances(context)]
    score = 1.0 if known else likeness.score
    if known:
        reasons.append(f"the authority file knows both as names of {context.entries[0]}")
    certain = known or (likeness.is_equal and not context.is_contradicted) or _is_certain_variant(likeness, context)
    return NameMatchProposal(left, right, round(score, 3), tuple(r for r in reasons if r), certain)


def _is_certain_variant(likeness: _Likeness, context: NameContext) -> bool:
    return likeness.is_variant and context.has_same_polity and context.has_same_office and not context.is_contradicted


def _circumstances(context: NameContext) -> tuple[str, ...]:
    found = []
    if context.has_same_polity:
        found.append(f"both act for {context.polities[0]}")
    if context.has_same_office:
        found.append(f"both are called {context.offices[0]}")
    if context.is_contradicted:
        found.append("their polities or years exclude each other")
    return tuple(found)


def _likeness(left: tuple[str, ...], right: tuple[str, ...]) -> _Likeness:
    if not left or not right:
        return _Likeness(0.0, "a name without letters")
    if "".join(left) == "".join(right):
        return _Likeness(1.0, "equal without accents, hyphens and script", is_equal=True)
    if sorted(left) == sorted(right):
        return _Likeness(0.97, "the same words in another order", is_variant=True)
    traditions = shared_traditions(left, right)
    if traditions:
        return _Likeness(0.95, f"two romanisations of one reading ({traditions[0]})", is_variant=True)
    return _compare_words(left, right)


def _compare_words(left: tuple[str, ...], right: tuple[str, ...]) -> _Likeness:
    whole = ratio("".join(left), "".join(right)) / 100
    if len(left) != len(right) or len(left) > _MOST_WORDS:
        return _Likeness(round(whole * 0.9, 3), "another number of words")
    pairs = min(
        (tuple(zip(left, order, strict=True)) for order in permutations(right)),
        key=lambda order: sum(OSA.distance(a, b) for a, b in order),
    )
    differing = [(a, b) for a, b in pairs if a != b]
    worst = min(ratio(a, b) / 100 for a, b in pairs)
    if len(differing) == 1:
        return _one_word(*differing[0], (whole + worst) / 2)
    return _Likeness((whole + worst) / 2, f"{len(differing)} words differ")


def _one_word(first: str, second: str, score: float) -> _Likeness:
    """Judge two names that differ in one word: a slip in a long word, or another name."""
    if first + "a" == second or second + "a" == first:
        return _Likeness(score * 0.9, f"the forms of a man's and a woman's name: {first}, {second}")
    if OSA.distance(first, second) == 1 and first[0] == second[0]:
        if min(len(first), len(second)) >= _LONG_WORD:
            return _Likeness(max(score, 0.9), f"one letter apart: {first}, {second}", is_variant=True)
        return _Likeness(score, f"short words one letter apart are often two names: {first}, {second}")
    return _Likeness(score * 0.9, f"different words: {first}, {second}")
