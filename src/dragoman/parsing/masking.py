"""A plainer rendering of a text for the parser, with the way back to every character.

A statistical parser trips over what news pages are full of: long names of states, scare quotes
around two words, spaced dashes used as commas, non-breaking spaces. Here such stretches are
replaced by a plain word of the same kind before parsing; afterwards every token gets back the
characters and the offsets of the document. Nothing of the replacement is ever quoted.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.documents.span import Span
from dragoman.language.parser import Parser
from dragoman.language.sentence import Sentence, Token

_SCARE_QUOTES = re.compile(r"[“‘\"]((?:[^\W\d_][\w’'-]*)(?:[ -][^\W\d_][\w’'-]*){0,3})[”’\"](?!\w)")
_DASHED = re.compile(r"(?<=[\w”’]) [–—-] (?=(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,4} [–—-] )")
_DASH_AFTER = re.compile(r"(?<=[\w.]) [–—-] ")
_BLANKS = re.compile(r"[\u00a0\u2000-\u200b\u202f\u3000\t\r\n ]+")
_PERSON = re.compile(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)? [A-Z][a-z]+-[a-zA-Z][a-z]+\b")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One stretch of the text and what the parser sees in its place.

    Attributes:
        start: Offset of the first code point in the text.
        end: Offset after the last code point.
        seen: What the parser sees; may be empty.
        is_name: The stretch becomes one token that keeps its own characters.
    """

    start: int
    end: int
    seen: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as the parser sees it.

    Attributes:
        text: What the parser sees.
        starts: Where each piece begins in ``text``.
        pieces: For each piece its span in the original, and whether it was changed.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, bool], ...]

    def original(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return where characters of the plain text stand in the original, and whether they are a changed name."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        begin, stop, changed = self.pieces[first]
        if changed and first == last:
            return begin, stop, True
        origin = begin if changed else begin + start - self.starts[first]
        last_begin, last_stop, last_changed = self.pieces[last]
        return origin, (last_stop if last_changed else last_begin + end - self.starts[last]), False


NameSpans = Callable[[str], Iterable[tuple[Span, str]]]
"""Finds names in a text, with the plain word that may stand for each."""


def mask(text: str, names: Iterable[tuple[Span, str]] = ()) -> Masked:
    """Return a text as the parser is to see it.

    Args:
        text: The original.
        names: Names to be shown as one plain word, with that word; without overlap.
    """
    changes = _without_overlap([*(Change(s.start, s.end, word, is_name=True) for s, word in names), *_layout_changes(text)])
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    position = length = 0
    for change in [*changes, Change(len(text), len(text) + 1, "")]:
        for piece, (begin, end), changed in (
            (text[position : change.start], (position, change.start), False),
            (change.seen, (change.start, change.end), True),
        ):
            if piece:
                parts.append(piece)
                starts.append(length)
                pieces.append((begin, end, changed))
                length += len(piece)
        position = change.end
    return Masked("".join(parts), tuple(starts), tuple(pieces))


def _without_overlap(changes: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in sorted(changes, key=lambda c: (not c.is_name, c.start)):
        if all(change.end <= other.start or other.end <= change.start for other in kept):
            kept.append(change)
    return sorted(kept)


def _layout_changes(text: str) -> Iterator[Change]:
    for found in _PERSON.finditer(text):
        yield Change(found.start(), found.end(), "Smith", is_name=True)
    for found in _SCARE_QUOTES.finditer(text):
        yield Change(found.start(), found.start() + 1, "")
        yield Change(found.end() - 1, found.end(), "")
    for found in _DASHED.finditer(text):
        yield Change(found.start(), found.end(), ", ")
        closing = _DASH_AFTER.search(text, found.end())
        if closing is not None:
            yield Change(closing.start(), closing.end(), ", ")
    for found in _BLANKS.finditer(text):
        if found.group() != " ":
            yield Change(found.start(), found.end(), " ")


class MaskedParser:
    """A parser that sees a plainer rendering of each passage.

    Args:
        parser: The parser that does the work.
        name_spans: Finds names that are to be seen as one word.
    """

    def __init__(self, parser: Parser, name_spans: NameSpans) -> None:
        self._parser = parser
        self._name_spans = name_spans

    @property
    def name(self) -> str:
        """Name and version of the parser that does the work."""
        return self._parser.name

    def parse(self, passages: Iterable[tuple[str, int]]) -> Iterator[tuple[Sentence, ...]]:
        """Parse passages; see :meth:`dragoman.language.parser.Parser.parse`."""
        held: list[tuple[str, int, Masked]] = []

        def plain() -> Iterator[tuple[str, int]]:
            for text, offset in passages:
                masked = mask(text, self._name_spans(text))
                held.append((text, offset, masked))
                yield masked.text, 0

        for number, sentences in enumerate(self._parser.parse(plain())):
            text, offset, masked = held[number]
            held[number] = ("", 0, Masked("", (), ()))
            yield tuple(_unmask(sentence, text, offset=offset, masked=masked) for sentence in sentences)


def _unmask(sentence: Sentence, text: str, *, offset: int, masked: Masked) -> Sentence:
    tokens = tuple(_unmask_token(token, text, offset=offset, masked=masked) for token in sentence.tokens)
    start = min(token.start for token in tokens)
    end = max(token.end for token in tokens)
    return Sentence(tokens, text[start - offset : end - offset], start, sentence.children)


def _unmask_token(token: Token, text: str, *, offset: int, masked: Masked) -> Token:
    start, end, is_name = masked.original(token.start, token.end)
    words = text[start:end]
    if not is_name:
        return replace(token, text=words, start=start + offset, end=end + offset)
    lemma = words if token.pos in {"PROPN", "NOUN"} else token.lemma
    return replace(token, text=words, lemma=lemma, start=start + offset, end=end + offset)
