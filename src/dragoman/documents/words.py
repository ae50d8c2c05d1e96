"""Words of a text in any script, folded so that a search finds them however they are written.

Han, kana, Hangul, Thai, Lao, Khmer and Burmese put no blanks between words, or put them freely: there each character
is a word by itself, and what a user types is looked for as a phrase of such characters. Case, width and the marks on
Latin, Greek, Arabic and Hebrew letters do not count; «й» and «и» are two letters, «ё» and «е» are one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.documents.span import Span

LONGEST = 64
"""Letters of a word that count; what follows in a longer one does not."""

_ALONE = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"  # Hangul
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_MARKS = (
    "\u0300-\u036f\u3099\u309a"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"  # Thai, Lao
    "\u102b-\u103e\u17b4-\u17d3"  # Burmese, Khmer
)
_WITHIN = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"  # marks of Latin, Greek, Hebrew, Arabic
_LETTER = f"[^\\W_{_ALONE}]"
_WORD = re.compile(f"[{_ALONE}][{_MARKS}]*|{_LETTER}(?:{_LETTER}|[{_WITHIN}])*")
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
_WITHOUT_MARKS = ("LATIN", "GREEK", "ARABIC", "HEBREW")
_SAME = str.maketrans({"ё": "е", "ـ": None, "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ς": "σ"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        folded: The form that is compared.
        start: Offset of its first code point.
        end: Offset after its last one.
    """

    folded: str
    start: int
    end: int


Phrase = tuple[str, ...]
"""Folded words that must follow each other."""


def find_words(text: str) -> Iterator[Word]:
    """Yield the words of a text, in order.

    >>> [word.folded for word in find_words("Kyïv: 朝鲜, DNR")]
    ['kyiv', '朝', '鲜', 'dnr']
    """
    for match in _WORD.finditer(text):
        folded = fold_word(match[0])
        if folded:
            yield Word(folded, match.start(), match.end())


def distinct_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, each once, in the order in which they come first."""
    folded = dict.fromkeys(map(fold_word, _WORD.findall(text)))
    folded.pop("", None)
    return tuple(folded)


def parse_phrases(query: str) -> tuple[Phrase, ...]:
    """Return the phrases that a user looks for: each word is one, and what stands in quotation marks.

    >>> parse_phrases('Sukhumi "foreign ministry" 朝鲜')
    (('foreign', 'ministry'), ('sukhumi',), ('朝', '鲜'))
    """
    quoted = [tuple(word.folded for word in find_words(part)) for part in _QUOTED.findall(query)]
    plain = [tuple(word.folded for word in find_words(part)) for part in _QUOTED.sub(" ", query).split()]
    return tuple(dict.fromkeys(phrase for phrase in (*quoted, *plain) if phrase))


def find_phrases(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """Return the places of phrases in a text, in order; none unless every phrase is there."""
    words = tuple(find_words(text))
    by_first: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        by_first.setdefault(word.folded, []).append(place)
    found: list[Span] = []
    for phrase in phrases:
        places = [
            place
            for place in by_first.get(phrase[0], ())
            if tuple([word.folded for word in words[place : place + len(phrase)]]) == phrase
        ]
        if not places:
            return ()
        found += [Span(words[place].start, words[place + len(phrase) - 1].end) for place in places]
    return tuple(sorted(set(found)))


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """Return the form of a word that is compared; ``""`` where nothing of it is left."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", "".join(_unmarked(plain))).translate(_SAME)
    return "".join(letter for letter in plain if letter.isalnum() or unicodedata.category(letter)[0] == "M")[:LONGEST]


def _unmarked(word: str) -> Iterator[str]:
    """Yield the letters of a word without marks, in scripts whose marks do not count."""
    has_base = False
    for letter in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(letter):
            has_base = unicodedata.name(letter, "").startswith(_WITHOUT_MARKS)
            yield letter
        elif not has_base:
            yield letter
