"""Two ways to level out spelling: one that keeps every offset, one that does not.

:func:`level_text` replaces character by character, so that a place found in the levelled
text is the same place in the text itself. :func:`fold_name` is for comparing whole names:
it also drops case, punctuation and a leading article.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_SAME = {
    "'": "\u2018\u2019\u02bc\u02bb\u0060\u00b4\u2032",
    "-": "\u2010\u2011\u2012\u2013\u2212\u00ad",
    " ": "\u00a0\u2009\u202f\u2002\u2003\u2007\u3000\n\r\t",
    '"': "\u201c\u201d\u201e\u00ab\u00bb",
    "d": "đ",
    "i": "ı",
    "l": "ł",
    "L": "Ł",
    "o": "ø",
    "O": "Ø",
}
# Latin letters with accents: Latin-1, Latin Extended-A and -B, Latin Extended Additional.
_ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def _level_table() -> dict[int, str]:
    table = {ord(character): plain for plain, characters in _SAME.items() for character in characters}
    for code in _ACCENTED:
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isascii() and bare.isalpha():
            table.setdefault(code, bare)
    return table


_LEVEL = _level_table()
_NOT_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the (?=\w)")


def level_text(text: str) -> str:
    """Return the text with accents, quotes, hyphens and blanks levelled out, of the same length.

    >>> level_text("the Élysée’s N’Djamena")
    "the Elysee's N'Djamena"
    """
    return text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_LEVEL)


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """Return a name as it is compared with others: lower case, no accents, no punctuation, no article.

    Names in other scripts keep their script, since two of them may share a transliteration.

    >>> fold_name("The Côte d’Ivoire"), fold_name("D.P.R.K.")
    ('cote divoire', 'dprk')
    """
    bare = unicodedata.normalize("NFKC", name).translate(_LEVEL).casefold().replace("'", "").replace(".", "")
    return _ARTICLE.sub("", _NOT_WORD.sub(" ", bare.replace("&", " and ")).strip())


def latin_name(name: str) -> str:
    """Return a folded name in Latin letters, for near misses only."""
    return fold_name(anyascii(name))
