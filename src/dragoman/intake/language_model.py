"""How likely each language is for a text that may be one short sentence full of foreign names.

A model counts letters, and the names of a sentence are spelt like the language they come from:
to a model alone, "Peru recognised Kosovo" is Slovenian. So the words that are no names (those
without a capital) count more than the whole; the commonest words of a language count by
themselves; and what nothing speaks against is in a language that the press is mostly in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dragoman.intake.scripts import is_written_in

SAMPLE = 1500
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# The floor that the model gives to a text without any sequence of letters that it knows.
NOTHING = -1e30
# The model knows some languages without a code of two letters; short sentences full of names fall to them.
ISO_639_1 = 2
WHOLE_WEIGHT = 0.15
PLAIN_WEIGHT = 0.8
FUNCTION_WORD = 5.0
# Natural logarithms, on the scale of the model: a short sentence is worth some tens.
USUAL = {"en": 13.0} | dict.fromkeys("ar de es fa fr id it ja ko nl pl pt ru tr uk zh".split(), 4.0)
USUAL |= dict.fromkeys(
    "az bg bn cs da el et fi he hi hr hu hy ka ky lt lv mk ms no ro sk sl sq sr sv sw th ur uz vi".split(), 3.0
)


class LanguageModel(Protocol):
    """Tells how likely languages are for a text of some length."""

    def scores_of(self, text: str) -> Mapping[str, float]:
        """Return ISO 639-1 codes with logarithms of likelihoods; empty when the text does not tell."""


@dataclass(frozen=True, slots=True)
class Py3LangidModel:
    """The model of ``py3langid`` (BSD), which is in its package; loaded when first asked."""

    def scores_of(self, text: str) -> Mapping[str, float]:
        """Return ISO 639-1 codes with logarithms of likelihoods; empty when the text does not tell."""
        # Loading takes a fifth of a second, and many documents never need it.
        from py3langid.langid import rank

        scores = {str(language): float(score) for language, score in rank(text)}
        return {} if min(scores.values(), default=NOTHING) < NOTHING else scores


def rank_languages(
    text: str, model: LanguageModel, script: str, *, expected: Mapping[str, float], hits: Mapping[str, int]
) -> list[tuple[str, float]]:
    """Return the languages that a text may be in, the likeliest first; empty when nothing tells.

    Args:
        text: The text.
        model: Counts letters.
        script: The script of the text; languages that are not written in it are left out.
        expected: What speaks for a language from outside the text, as logarithms; what speaks
            for it anyhow is not added.
        hits: How many of the commonest words of a language the text has.
    """
    whole = model.scores_of(text[:SAMPLE])
    plain_words = " ".join(word for word in WORD.findall(text[:SAMPLE]) if not word[0].isupper())
    plain = model.scores_of(plain_words) if plain_words else {}
    found = [
        (
            language,
            WHOLE_WEIGHT * whole[language]
            + PLAIN_WEIGHT * plain.get(language, 0.0)
            + FUNCTION_WORD * hits.get(language, 0)
            + max(USUAL.get(language, 0.0), expected.get(language, 0.0)),
        )
        for language in whole
        if len(language) == ISO_639_1 and is_written_in(language, script)
    ]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
