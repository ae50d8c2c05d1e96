"""Which pairs among many names are worth a long comparison.

Comparing all pairs of 5,000 names takes minutes. Here each name is filed under a few short
keys, and only names that share a key meet: the first letters of its words in any order, the
beginning of the whole, both as written and under each romanisation, and each long word.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.fuzz import ratio

from dragoman.actors.romanisation import FOLDINGS, fold_word, latin_words

_BEGINNING = 4
_LONG_WORD = 5
_MOST_BEARERS = 200
"""A long word with more bearers ("Mohammed") tells nothing by itself: the other keys part its bearers."""
_WORTH_COMPARING = 60
"""Least likeness, of 100, of the bare letters of two names for the long comparison."""


def candidate_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of names that may be spellings of one, each once.

    Args:
        names: Names as written, in any script.

    Yields:
        Places in ``names``, the smaller first.

    >>> list(candidate_pairs(["Choi Son-hee", "Vladimir Putin", "Choe Son-hui"]))
    [(0, 2)]
    """
    letters = ["".join(sorted(latin_words(name), key=len, reverse=True)) for name in names]
    seen: set[tuple[int, int]] = set()
    for bearers in _blocks(names):
        for pair in combinations(bearers, 2):
            if pair not in seen:
                seen.add(pair)
                if ratio(letters[pair[0]], letters[pair[1]], score_cutoff=_WORTH_COMPARING):
                    yield pair


def _blocks(names: Sequence[str]) -> Iterator[list[int]]:
    blocks: dict[tuple[str, ...], list[int]] = {}
    for place, name in enumerate(names):
        for key in _keys(latin_words(name)):
            blocks.setdefault(key, []).append(place)
    for key, bearers in blocks.items():
        if key[0] != "word" or len(bearers) <= _MOST_BEARERS:
            yield bearers


def _keys(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = {("word", word) for word in words if len(word) >= _LONG_WORD}
    for tradition in ("", *(name for name, _ in FOLDINGS)):
        folded = [fold_word(word, tradition) for word in words] if tradition else list(words)
        kept = [word for word in folded if word]
        if kept:
            keys.add(("initials", tradition, *sorted(word[0] for word in kept)))
            keys.add(("beginning", tradition, "".join(kept)[:_BEGINNING]))
    return keys
