"""Which language a stretch of text is in: by script, by function words, then by a model.

A model of languages is asked for what differs from its page, and it is told what the page is
in: a line of three words is in the language of its page unless its script says otherwise, and a
sentence must speak clearly to be in another.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.documents.cues import LayoutCues
from dragoman.intake.language_model import SAMPLE, WORD, LanguageModel, rank_languages
from dragoman.intake.scripts import ONE_LANGUAGE, count_scripts, find_script, is_written_in

FEW_WORDS = 4
ENOUGH = 0.10
CLEAR_SHARE = 0.25
CLEAR_HITS = 5
# On the scale of the model: what it says against the language of the page must be clear.
PAGE_BONUS = 20.0
SENTENCE = re.compile(r".+?(?:[。！？]+[”’」』）)]*|[.!?]+[\"'”’»)]*(?=\s)|\n|$)", re.DOTALL)
MIXED_SHARE = 0.08
MIN_RUN = 12


@dataclass(frozen=True, slots=True)
class LanguageFinder:
    """Finds languages for one document.

    Attributes:
        cues: Holds the function words of the languages that pages of ours are mostly in.
        model: Asked when script and function words do not decide.
        main: ISO 639-1 code of most of the page, or ``None``.
        expected: What speaks for a language from outside the text (a declaration of the page),
            as logarithms on the scale of the model.
    """

    cues: LayoutCues
    model: LanguageModel
    main: str | None = None
    expected: Mapping[str, float] = field(default_factory=dict)

    def find(self, text: str) -> str | None:
        """Return the ISO 639-1 code of a text, or ``None`` when it has no letters or none that tell.

        Short texts without a script of their own are in the main language.
        """
        sample = text[:SAMPLE]
        script = find_script(sample)
        if script is None:
            return self.main
        if script in ONE_LANGUAGE:
            return "ja" if script == "han" and self.main == "ja" else ONE_LANGUAGE[script]
        return None if script == "other" else self._by_words(sample, script)

    def _by_words(self, text: str, script: str) -> str | None:
        words = WORD.findall(text.replace("’", "'").replace("'s ", " s ").casefold())
        if self.main is not None and self._is_plainly_main(words):
            return self.main
        hits = {language: [word for word in words if word in known] for language, known in self.cues.function_words}
        counts = {language: len(found) for language, found in hits.items()}
        if self.main is not None and is_written_in(self.main, script):
            if self._is_main(len(words), counts):
                return self.main
            return self._by_model(text, script, counts, {self.main: PAGE_BONUS})
        english = hits.get("en", [])
        # Only English has a shortcut: Portuguese has as many words of a Spanish list as Spanish has.
        if len(set(english)) >= CLEAR_HITS and len(english) >= CLEAR_SHARE * len(words) and _is_most(counts, "en"):
            return "en"
        return self._by_model(text, script, counts, self.expected)

    def _is_plainly_main(self, words: list[str]) -> bool:
        """Tell at little cost what holds for nearly every sentence of a page."""
        known = next((known for language, known in self.cues.function_words if language == self.main), frozenset())
        return sum(word in known for word in words) > CLEAR_SHARE * len(words)

    def _is_main(self, words: int, counts: dict[str, int]) -> bool:
        own, most = counts.get(self.main or "", 0), max(counts.values(), default=0)
        return words < FEW_WORDS or (own >= ENOUGH * words and own >= 0.7 * most)

    def _by_model(self, text: str, script: str, hits: dict[str, int], expected: Mapping[str, float]) -> str | None:
        ranked = rank_languages(text, self.model, script, expected=expected, hits=hits)
        return ranked[0][0] if ranked else self.main


def split_languages(text: str, finder: LanguageFinder) -> Iterator[tuple[int, int, str | None]]:
    """Cut a paragraph where whole sentences change the language.

    Yields:
        Start, end and language of each stretch; together they cover the text. A few words
        in another language inside a sentence, such as a name in parentheses, do not cut it.
    """
    if not _is_mixed(text[: 4 * SAMPLE]):
        yield from _by_sentence(text, finder)
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


def _by_sentence(text: str, finder: LanguageFinder) -> Iterator[tuple[int, int, str | None]]:
    """Cut a paragraph in one script where sentences speak clearly for another language."""
    whole = finder.find(text)
    own = finder if whole == finder.main else LanguageFinder(finder.cues, finder.model, whole)
    start, language = 0, whole
    for found in SENTENCE.finditer(text) if len(text) <= 4 * SAMPLE else ():
        told = own.find(found[0]) if found[0].count(" ") >= FEW_WORDS else whole
        if told == language:
            continue
        if found.start() > start:
            yield start, found.start(), language
            start = found.start()
        language = told
    yield start, len(text), language


def _is_mixed(text: str) -> bool:
    if text.isascii():
        return False
    counts = sorted((*count_scripts(text).values(), 0), reverse=True)
    return counts[1] >= 3 * MIN_RUN and counts[1] > MIXED_SHARE * counts[0]


def _is_most(counts: dict[str, int], best: str) -> bool:
    return all(count * 1.5 <= counts[best] for language, count in counts.items() if language != best)
