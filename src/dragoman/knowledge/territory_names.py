"""Names of polities in other languages: Unicode CLDR's names of territories, through ``babel``.

CLDR knows countries by ISO 3166-1 codes in hundreds of languages. Its files are read when a
name is first asked for that the authority file does not have, and only those of languages
that write in the name's script.
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from dragoman.actors.folding import fold_name
from dragoman.actors.polity import Polity

# Languages by the script that their names are written in; the most read first.
_LANGUAGES = {
    "cyrillic": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"),
    "han": ("zh", "zh_Hant", "ja"),
    "kana": ("ja",),
    "hangul": ("ko",),
    "arabic": ("ar", "fa", "ur", "ps", "ckb", "ug"),
    "hebrew": ("he",),
    "greek": ("el",),
    "armenian": ("hy",),
    "georgian": ("ka",),
    "devanagari": ("hi", "ne", "mr"),
    "bengali": ("bn",),
    "thai": ("th",),
    "other": ("am", "ta", "te", "km", "lo", "my", "si"),
    "latin": tuple(
        "en fr es pt de it nl pl tr vi id ms sw ro cs sk hu hr bs sl sq sv da no fi et lv lt az uz ca eu is ga mt so"
        " af".split()
    ),
}
_SCRIPTS = {
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "hangul": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "hebrew": re.compile(r"[\u0590-\u05ff]"),
    "greek": re.compile(r"[\u0370-\u03ff]"),
    "armenian": re.compile(r"[\u0530-\u058f]"),
    "georgian": re.compile(r"[\u10a0-\u10ff]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
    "bengali": re.compile(r"[\u0980-\u09ff]"),
    "thai": re.compile(r"[\u0e00-\u0e7f]"),
    "latin": re.compile(r"[A-Za-z]"),
}


class TerritoryNames:
    """CLDR's names of the polities that have an ISO 3166-1 alpha-2 code."""

    __slots__ = ("_ids",)

    def __init__(self, polities: tuple[Polity, ...]) -> None:
        self._ids = {polity.codes.alpha2: polity.id for polity in polities if polity.codes.alpha2}

    def find_ids(self, name: str) -> tuple[str, ...]:
        """Return the polities that bear a name in some language of its script."""
        folded = fold_name(name)
        found: dict[str, None] = {}
        for language in _LANGUAGES[_script(name)]:
            for code in _codes_by_name(language).get(folded, ()):
                if code in self._ids:
                    found[self._ids[code]] = None
        return tuple(found)

    def find_alike(self, name: str, least: float) -> tuple[tuple[str, str, float], ...]:
        """Return polities with a name like this one in a language of its script: identifier, folded name, likeness.

        Args:
            name: A name that may be spelt wrongly.
            least: Likeness of 100 below which nothing is returned.
        """
        folded = fold_name(name)
        found: dict[str, tuple[str, str, float]] = {}
        for language in _LANGUAGES[_script(name)]:
            codes_by_name = _codes_by_name(language)
            for text, likeness, _ in process.extract(
                folded, codes_by_name.keys(), scorer=fuzz.ratio, score_cutoff=least, limit=5
            ):
                for code in codes_by_name[text]:
                    entity = self._ids.get(code)
                    if entity and (entity not in found or found[entity][2] < likeness):
                        found[entity] = (entity, text, likeness)
        return tuple(sorted(found.values(), key=lambda one: (-one[2], one[0])))

    def names_of(self, alpha2: str, language: str) -> str | None:
        """Return the name of a territory in one language, or ``None`` where CLDR has none."""
        return _names(language).get(alpha2)


def _script(name: str) -> str:
    return next((script for script, pattern in _SCRIPTS.items() if pattern.search(name)), "other")


@lru_cache(maxsize=128)
def _names(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
    except UnknownLocaleError:  # a babel built with fewer languages
        return {}


@lru_cache(maxsize=128)
def _codes_by_name(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, name in _names(language).items():
        folded = fold_name(name)
        found[folded] = (*found.get(folded, ()), code)
    return found
