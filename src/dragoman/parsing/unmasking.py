"""Parses a plainer rendering of each passage and gives every token its own characters back.

The rendering is made in :mod:`dragoman.parsing.masking`; here stands the way back. Names that the parser
saw as one word come back word by word, and the dashes and quotation marks it did not see are put in again.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.documents.span import Span
from dragoman.language.parser import Parser
from dragoman.language.sentence import Sentence, Token
from dragoman.parsing.masking import WORD, Masked, is_title_case, mask

_NAME_WORD = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?(?:[’']s\b)?|[’']s?|[^\w\s]")

NameSpans = Callable[[str, int], Iterable[tuple[Span, str]]]
"""Finds names in a passage that begins at an offset, with the plain word that may stand for each."""


class MaskedParser:
    """A parser that sees a plainer rendering of each passage.

    Args:
        parser: The parser that does the work.
        name_spans: Finds names that are to be seen as one word.
        common: Lower-case words that are no names, whatever their case in a headline.
    """

    def __init__(self, parser: Parser, name_spans: NameSpans, common: Collection[str] = frozenset()) -> None:
        self._parser = parser
        self._name_spans = name_spans
        self._common = frozenset(common)

    @property
    def name(self) -> str:
        """Name and version of the parser that does the work."""
        return self._parser.name

    def parse(self, passages: Iterable[tuple[str, int]]) -> Iterator[tuple[Sentence, ...]]:
        """Parse passages; see :meth:`dragoman.language.parser.Parser.parse`."""
        held: list[tuple[str, int, Masked]] = []
        given = list(passages)
        lowered = self._lowered(given)

        def plain() -> Iterator[tuple[str, int]]:
            for text, offset in given:
                masked = mask(text, self._name_spans(text, offset), lowered)
                held.append((text, offset, masked))
                # A text seen as it is needs no way back, only its own offsets.
                yield masked.text, offset if _is_itself(masked, text) else 0

        for number, sentences in enumerate(self._parser.parse(plain())):
            text, offset, masked = held[number]
            held[number] = ("", 0, Masked("", (), ()))
            if _is_itself(masked, text):
                yield sentences
            else:
                yield tuple(_unmask(sentence, text, offset=offset, masked=masked) for sentence in sentences)

    def _lowered(self, passages: Iterable[tuple[str, int]]) -> frozenset[str]:
        """Words that the document itself writes in lower case, if it has a headline in title case."""
        texts = [text for text, _ in passages]
        if not any(is_title_case(text) for text in texts):
            return frozenset()
        words = (word for text in texts if not is_title_case(text) for word in WORD.findall(text))
        return self._common.union(word for word in words if word.islower())


def _is_itself(masked: Masked, text: str) -> bool:
    return masked.is_plain and masked.text == text


def _unmask(sentence: Sentence, text: str, *, offset: int, masked: Masked) -> Sentence:
    """Give a sentence its own words back: changed names word by word, and the marks that were left out."""
    words = [word for token in sentence.tokens for word in _words_of(token, text, masked)]
    first, last = min(word.start for word in words), max(word.end for word in words)
    words += [_mark(text, place) for place in masked.dropped if first <= place < last]
    words.sort(key=lambda word: word.start)
    owners = {word.owner: index for index, word in enumerate(words) if word.owner >= 0}
    tokens = tuple(
        Token(
            index=index,
            text=word.text,
            lemma=word.lemma,
            pos=word.pos,
            tag=word.tag,
            head=_head(words, index, owners),
            relation=word.relation,
            start=word.start + offset,
            end=word.end + offset,
        )
        for index, word in enumerate(words)
    )
    return Sentence(tokens, text[first:last], first + offset)


@dataclass(slots=True)
class _Word:
    """A word of the original, with offsets in the passage.

    ``owner`` is the index of the parsed token whose first word it is, or -1; ``head`` is the index of the
    parsed token under which it stands, or -1 for a mark that the parser did not see.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    start: int
    end: int
    owner: int
    head: int


def _words_of(token: Token, text: str, masked: Masked) -> Iterator[_Word]:
    start, end, is_name = masked.original(token.start, token.end)
    if not is_name:
        while start < end - 1 and text[start].isspace():
            start += 1
        while end > start + 1 and text[end - 1].isspace():
            end -= 1
        yield _Word(
            text[start:end], token.lemma, token.pos, token.tag, token.relation, start, end, token.index, token.head
        )
        return
    for number, found in enumerate(_NAME_WORD.finditer(text, start, end)):
        word = found.group()
        if number == 0:
            relation, pos, owner, head = token.relation, token.pos, token.index, token.head
        elif any(map(str.isalnum, word)):
            relation, pos, owner, head = "flat", token.pos, -1, token.index
        else:
            relation, pos, owner, head = "punct", "PUNCT", -1, token.index
        lemma = token.lemma if word.casefold() == token.text.casefold() else word
        yield _Word(word, lemma, pos, token.tag, relation, found.start(), found.end(), owner, head)


def _mark(text: str, place: int) -> _Word:
    return _Word(text[place], text[place], "PUNCT", ":", "punct", place, place + 1, -1, -1)


def _head(words: Sequence[_Word], index: int, owners: dict[int, int]) -> int:
    if words[index].head >= 0:
        return owners[words[index].head]
    return next((i for i in range(index + 1, len(words)) if words[i].owner >= 0), max(0, index - 1))
