"""Loaded words: words of a report that take a side, marked and never changed.

Marking says whose word it is; it never alters a claim. Each entry of the lexicon has its
reason and source (DESIGN, section 1: "no side").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.claims.claim import LoadedWord
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence

_QUOTED = re.compile(r"(?<!\w)[‘“\"']([^‘’“”\"'.,;:!?]{2,60})[’”\"'](?!\w)")

_MOST_QUOTED_WORDS = 4


@dataclass(frozen=True, slots=True)
class LoadedEntry:
    """A word or phrase that takes a side.

    Attributes:
        words: Its forms, lower case.
        note: Why it is marked.
        source: Style guide or dictionary that says so.
        only_quoted: It is marked only inside scare quotes.
    """

    words: tuple[str, ...]
    note: str
    source: str
    only_quoted: bool = False


@dataclass(frozen=True, slots=True)
class LoadedLexicon:
    """All loaded words of a language.

    Attributes:
        entries: In the order of the file.
        quoted_note: What is said of any other one to four words in scare quotes.
    """

    entries: tuple[LoadedEntry, ...]
    quoted_note: str


@lru_cache(maxsize=4)
def _pattern(lexicon: LoadedLexicon) -> tuple[re.Pattern[str], dict[str, LoadedEntry]]:
    by_word = {word: entry for entry in lexicon.entries for word in entry.words}
    longest_first = sorted(by_word, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE), by_word


def find_loaded_words(sentence: Sentence, lexicon: LoadedLexicon) -> Iterator[LoadedWord]:
    """Yield the loaded words of a sentence, in the order of the text.

    Args:
        sentence: Where to look.
        lexicon: The words of the language.
    """
    pattern, by_word = _pattern(lexicon)
    text = sentence.text.replace("’", "'")
    covered: list[Span] = []
    for found in pattern.finditer(text):
        entry = by_word[found.group().lower()]
        if not entry.only_quoted or _is_quoted(sentence.text, found.start(), found.end()):
            span = Span(found.start(), found.end())
            covered.append(span)
            yield LoadedWord(span.shifted(sentence.start), span.of(sentence.text), entry.note)
    for found in _QUOTED.finditer(sentence.text):
        span = Span(found.start(1), found.end(1))
        if len(found.group(1).split()) <= _MOST_QUOTED_WORDS and not any(span.overlaps(other) for other in covered):
            yield LoadedWord(span.shifted(sentence.start), span.of(sentence.text), lexicon.quoted_note)


def _is_quoted(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1] in "‘“\"'" and text[end] in "’”\"'"
