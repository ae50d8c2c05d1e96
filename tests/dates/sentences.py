"""Sentences for tests: plain ones without a tree, and small trees written by hand."""

import re

from dragoman.dates.mention import DateMention
from dragoman.dates.narrative import DateContext, resolve_dates
from dragoman.language.sentence import Sentence, Token


def plain_sentence(text: str, start: int = 0) -> Sentence:
    """A sentence whose words all hang by the first: for dates that need no tree."""
    tokens = tuple(
        Token(i, m.group(), m.group().lower(), "X", "", 0, "dep" if i else "root", start + m.start(), start + m.end())
        for i, m in enumerate(re.finditer(r"\w+|[^\w\s]", text))
    )
    return Sentence(tokens, text, start)


def tell(*texts: str, context: DateContext | None = None) -> list[DateMention]:
    """All mentions of a section that is made of these sentences."""
    sentences, start = [], 0
    for text in texts:
        sentences.append(plain_sentence(text, start))
        start += len(text) + 1
    return [mention for found in resolve_dates(sentences, context or DateContext()) for mention in found]


def tree(text: str, parse: str) -> Sentence:
    """A sentence with a tree: a line a word, with word, lemma, part of speech, tag, head, relation.

    Heads count from 1; the root's is 0.
    """
    tokens: list[Token] = []
    position = 0
    for index, line in enumerate(parse.strip().splitlines()):
        word, lemma, pos, tag, head, relation = line.split()
        start = text.index(word, position)
        position = start + len(word)
        above = int(head) - 1 if int(head) else index
        tokens.append(Token(index, word, lemma, pos, tag, above, relation, start, position))
    return Sentence(tuple(tokens), text, 0)


def index_of(sentence: Sentence, word: str) -> int:
    """The index of a word in its sentence."""
    return next(token.index for token in sentence.tokens if token.text == word)
