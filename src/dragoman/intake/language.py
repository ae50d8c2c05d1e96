"""Which language a stretch of text is in: by script, by function words, then by a model.

A model of languages is asked for whole documents and for paragraphs that differ from
them, not for each line: a line of three words is in the language of its page unless its
script says otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.documents.cues import LayoutCues

SCRIPTS = (
    ("han", re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("hangul", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("greek", re.compile(r"[\u0370-\u03ff]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("georgian", re.compile(r"[\u10a0-\u10ff]")),
    ("armenian", re.compile(r"[\u0530-\u058f]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
)
ONE_LANGUAGE = {
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
    "greek": "el",
    "hebrew": "he",
    "thai": "th",
    "georgian": "ka",
    "armenian": "hy",
}
SCRIPT_OF = {
    "zh": "han",
    "ja": "kana",
    "ko": "hangul",
    "ru": "cyrillic",
    "uk": "cyrillic",
    "bg": "cyrillic",
    "sr": "cyrillic",
    "be": "cyrillic",
    "mk": "cyrillic",
}
# An East Asian character says about as much as three letters.
WEIGHTS = {"han": 3, "kana": 2, "hangul": 3}
LETTER = re.compile(r"[A-Za-z]")
SAMPLE = 1500
MANY_WORDS = 12
ENOUGH = 0.10
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
SENTENCE = re.compile(r".+?(?:[。！？]+[”’」』）)]*|[.!?]+[\"'”’»)]*(?=\s)|\n|$)", re.DOTALL)
MIXED_SHARE = 0.08
MIN_RUN = 12


class LanguageModel(Protocol):
    """Names the language of a text of some length."""

    def language_of(self, text: str) -> str | None:
        """Return an ISO 639-1 code, or ``None`` when the text does not tell."""


@dataclass(frozen=True, slots=True)
class Py3LangidModel:
    """The model of ``py3langid`` (BSD), which is in its package; loaded when first asked."""

    def language_of(self, text: str) -> str | None:
        """Return an ISO 639-1 code, or ``None`` when the text does not tell."""
        # Loading takes a fifth of a second, and many documents never need it.
        from py3langid.langid import classify

        return str(classify(text[:SAMPLE])[0])


@dataclass(frozen=True, slots=True)
class LanguageFinder:
    """Finds languages for one document.

    Attributes:
        cues: Holds the function words of the languages that pages of ours are mostly in.
        model: Asked when script and function words do not decide.
        main: ISO 639-1 code of most of the page, or ``None``.
    """

    cues: LayoutCues
    model: LanguageModel
    main: str | None = None

    def find(self, text: str) -> str | None:
        """Return the ISO 639-1 code of a text, or ``None`` when it has no letters.

        Short texts without a script of their own are in the main language.
        """
        script = find_script(text[:SAMPLE])
        if script is None:
            return self.main
        if script in ONE_LANGUAGE:
            return "ja" if script == "han" and self.main == "ja" else ONE_LANGUAGE[script]
        return self._by_words(text[:SAMPLE], script)

    def _by_words(self, text: str, script: str) -> str | None:
        words = WORD.findall(text.replace("’", "'").casefold())
        shares = {language: _share(words, known) for language, known in self.cues.function_words}
        main_fits = self.main is not None and SCRIPT_OF.get(self.main, "latin") == script
        best = max(shares, key=lambda language: shares[language], default=None)
        if main_fits and (
            len(words) < MANY_WORDS
            or shares.get(self.main or "", 0.0) >= max(ENOUGH, 0.7 * (shares[best] if best else 0))
        ):
            return self.main
        if (
            best is not None
            and shares[best] >= 2 * ENOUGH
            and SCRIPT_OF.get(best, "latin") == script
            and _is_clear(shares, best)
        ):
            return best
        return self.model.language_of(text)


def find_script(text: str) -> str | None:
    """Return the script of most of a text's letters, or ``None`` without letters."""
    if text.isascii():
        return "latin" if LETTER.search(text) else None
    counts = {name: len(pattern.findall(text)) * WEIGHTS.get(name, 1) for name, pattern in SCRIPTS}
    if counts["kana"] * 8 > counts["han"] and counts["kana"]:
        counts["kana"] += counts["han"]
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def split_languages(text: str, finder: LanguageFinder) -> Iterator[tuple[int, int, str | None]]:
    """Cut a paragraph where whole sentences change the script.

    Yields:
        Start, end and language of each stretch; together they cover the text. A few words
        in another script inside a sentence, such as a name in parentheses, do not cut it.
    """
    if not _is_mixed(text[: 4 * SAMPLE]):
        yield 0, len(text), finder.find(text)
        return
    start, script = 0, None
    for found in SENTENCE.finditer(text):
        own = find_script(found[0])
        if own is None or own == script or (script is not None and len(found[0].strip()) < MIN_RUN):
            continue
        if script is not None:
            yield start, found.start(), finder.find(text[start : found.start()])
            start = found.start()
        script = own
    yield start, len(text), finder.find(text[start:])


def _is_mixed(text: str) -> bool:
    if text.isascii():
        return False
    counts = sorted((len(pattern.findall(text)) * WEIGHTS.get(name, 1) for name, pattern in SCRIPTS), reverse=True)
    return counts[1] >= 3 * MIN_RUN and counts[1] > MIXED_SHARE * counts[0]


def _share(words: list[str], known: frozenset[str]) -> float:
    return sum(1 for word in words if word in known) / len(words) if words else 0.0


def _is_clear(shares: dict[str, float], best: str) -> bool:
    return all(share * 1.5 <= shares[best] for language, share in shares.items() if language != best)
