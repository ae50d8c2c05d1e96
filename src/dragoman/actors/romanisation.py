"""Names of any script as plain Latin letters, and the foldings under which spellings agree.

One person or place is written in Latin letters in many ways: by the sound (Kiev), by a
standard (Kyiv), by another standard (Choe, Choi), or by a slip. A *folding* maps each
spelling of one tradition to one key: equal keys mean that the two spellings may stand
for the same original, never that they do.

Sources: the Revised and McCune-Reischauer romanisations of Korean, BGN/PCGN and the
Ukrainian national transliteration of 2010 against Russian forms, Hanyu Pinyin
(``pypinyin``), and ``anyascii`` for all other scripts.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii
from pypinyin import lazy_pinyin

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’‘ʼ`´ʹ]")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)

_KOREAN = (
    (re.compile(r"sh(?=i)"), "s"),
    (re.compile(r"^(?:lee|li|yi|rhee|ri|ree)$"), "ri"),
    (re.compile(r"^(?:park|bak|pak)$"), "pak"),
    (re.compile(r"^(?:gim|kim)$"), "kim"),
    (re.compile(r"^(?:no|noh|roh|ro)$"), "ro"),
    (re.compile(r"^(?:jeong|jung|chung|cheong|jong|chong)$"), "jong"),
    (re.compile(r"choi|choe"), "coe"),
    (re.compile(r"ch|j"), "c"),
    (re.compile(r"ee|ui|yi"), "i"),
    (re.compile(r"yeo|you|yu|yo"), "yo"),
    (re.compile(r"eo|eu|oo|u"), "o"),
    (re.compile(r"ae|ai"), "e"),
    (re.compile(r"g"), "k"),
    (re.compile(r"b"), "p"),
    (re.compile(r"d"), "t"),
)
_SLAVIC = (
    (re.compile(r"shch|sch|szcz"), "sc"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"ts|tz"), "c"),
    (re.compile(r"ck|c(?=k)"), "k"),
    (re.compile(r"(?:iy|yy|yi|ii|ij|yj|ey|ei|y|i)$"), "i"),
    (re.compile(r"yi|ji|iy|ye|je|ie|yo|io|y|j"), "i"),
    (re.compile(r"w|ff?$"), "v"),
    (re.compile(r"g"), "h"),
    (re.compile(r"kiev$|kiiv$"), "kiv"),
    (re.compile(r"o(?=[vf]$)"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
)
_ARABIC = (
    (re.compile(r"^(?:al|el|ad|as|ash|an|ar|at|az)$"), ""),
    (re.compile(r"ou|oo|u|o"), "u"),
    (re.compile(r"ee|y|i|e"), "i"),
    (re.compile(r"q|kh|k|g(?=h)"), "k"),
    (re.compile(r"dh|th|d|t"), "d"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"h$"), ""),
)
FOLDINGS = (("Korean", _KOREAN), ("Russian and Ukrainian", _SLAVIC), ("Arabic", _ARABIC))
"""The foldings by the tradition they belong to; each is applied to one word at a time."""


@lru_cache(maxsize=16384)
def latin_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain lower-case Latin letters.

    Args:
        name: A name in any script, with or without hyphens, quotation marks and titles.

    Returns:
        Words without accents; the syllables of a Chinese or Korean name are words of their own.

    >>> latin_words("Choe Son-hui")
    ('choe', 'son', 'hui')
    >>> latin_words("최선희")
    ('choe', 'seon', 'hui')
    """
    text = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", name).strip())
    text = _HAN.sub(lambda found: f" {' '.join(lazy_pinyin(found.group()))} ", text)
    text = _HANGUL.sub(lambda found: f" {_CAPITAL_INSIDE.sub(' ', anyascii(found.group()))} ", text)
    plain = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", text))).lower()
    return tuple(_NOT_LETTERS.sub(" ", plain).split())


@lru_cache(maxsize=16384)
def fold_word(word: str, tradition: str) -> str:
    """Return the key of one Latin word under a tradition of :data:`FOLDINGS`.

    >>> fold_word("choi", "Korean") == fold_word("choe", "Korean")
    True
    """
    for name, rules in FOLDINGS:
        if name == tradition:
            for pattern, replacement in rules:
                word = pattern.sub(replacement, word)
    return word


def shared_traditions(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """Return the traditions under which two names have the same key, word by word or run together.

    Words are as from :func:`latin_words`; the order of the words counts, where they are parted does not.
    """
    found: list[str] = []
    for tradition, _ in FOLDINGS:
        keys = [[fold_word(word, tradition) for word in words] for words in (left, right)]
        if any("".join(a) == "".join(b) != "" for a, b in pairwise(keys)):
            found.append(tradition)
    return tuple(found)
