"""A plainer rendering of a text for the parser, with the way back to every character.

A statistical parser trips over what news pages are full of: long names of states, scare quotes
around two words, spaced dashes used as commas, non-breaking spaces. Here such stretches are
replaced by a plain word of the same kind before parsing; afterwards every token gets back the
characters and the offsets of the document. Nothing of the replacement is ever quoted.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.documents.span import Span
from dragoman.language.parser import Parser
from dragoman.language.sentence import Sentence, Token

_SCARE_QUOTES = re.compile(r"[“‘\"]((?:[^\W\d_][\w’'-]*)(?:[ -][^\W\d_][\w’'-]*){0,3})[”’\"](?!\w)")
_DASHED = re.compile(
    r"(?P<before>\S+ \S+ \S+|\S+ \S+|\S+) [–—-] (?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4}) [–—-] "
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?(?:,? \d{{4}})?)"
    r"(?P<comma>,(?= that\b))?(?!\w)"
)
_NAME_WORD = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?(?:[’']s\b)?|[’']s?|[^\w\s]")
# "In 1976 Algeria recognised": without a comma the year is read as part of the name.
_OPENING_YEAR = re.compile(
    rf"(?:(?<=^)|(?<=[.;!?] )|(?<=, ))(?:In|By|Since|Until|in) (?:{_MONTH} )?[12]\d{{3}} (?=[A-Z“])"
)
_POST = frozenset({"to", "in", "of", "for", "at"})
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_CASE_SHARE, _TITLE_LENGTH, _SHORT_WORD = 0.6, 250, 3
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
        dropped: Places in the original of dashes and quotation marks that the parser does not see.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, bool], ...]
    dropped: tuple[int, ...] = ()

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


NameSpans = Callable[[str, int], Iterable[tuple[Span, str]]]
"""Finds names in a passage that begins at an offset, with the plain word that may stand for each."""


def mask(text: str, names: Iterable[tuple[Span, str]] = (), lowered: Collection[str] = frozenset()) -> Masked:
    """Return a text as the parser is to see it.

    Args:
        text: The original.
        names: Names to be shown as one plain word, with that word; without overlap.
        lowered: Words that a headline in title case does not mean as names.
    """
    if is_title_case(text):
        text_seen = _WORD.sub(lambda m: m.group().lower() if m.group().lower() in lowered else m.group(), text)
        text = text_seen if len(text_seen) == len(text) else text
    changes = _without_overlap(
        [*(Change(s.start, s.end, word, is_name=True) for s, word in names), *_layout_changes(text)]
    )
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
    dropped = tuple(
        change.start + place
        for change in changes
        if not change.is_name and not change.seen.strip()
        for place, character in enumerate(text[change.start : change.end])
        if not character.isspace() and character.isprintable()
    )
    return Masked("".join(parts), tuple(starts), tuple(pieces), dropped)


def is_title_case(text: str) -> bool:
    """Tell whether a text is a headline in which most words begin with a capital."""
    words = [word for word in _WORD.findall(text) if len(word) > _SHORT_WORD]
    if len(text) > _TITLE_LENGTH or len(words) < _SHORT_WORD:
        return False
    return sum(1 for word in words if word[0].isupper()) >= _TITLE_CASE_SHARE * len(words)


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
    yield from _dashed_names(text)
    for found in _DATE.finditer(text):
        yield Change(found.start(), found.end(), "Monday", is_name=True)
    for found in _OPENING_YEAR.finditer(text):
        yield Change(found.end() - 1, found.end(), ", ")
    for found in _BLANKS.finditer(text):
        if found.group() != " ":
            yield Change(found.start(), found.end(), " ")


def _dashed_names(text: str) -> Iterator[Change]:
    """Names between spaced dashes: "Foreign Minister – Jane Roe – said" is read without the dashes.

    Where the title ends in a place of post ("Ambassador to Russia – …"), commas are read instead.
    """
    for found in _DASHED.finditer(text):
        is_after_post = bool(_POST & set(found["before"].split()[:-1]))
        seen = ", " if is_after_post else " "
        yield Change(found.end("before"), found.start("name"), seen)
        yield Change(found.end("name"), found.end(), seen)


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
                yield masked.text, 0

        for number, sentences in enumerate(self._parser.parse(plain())):
            text, offset, masked = held[number]
            held[number] = ("", 0, Masked("", (), ()))
            yield tuple(_unmask(sentence, text, offset=offset, masked=masked) for sentence in sentences)

    def _lowered(self, passages: Iterable[tuple[str, int]]) -> frozenset[str]:
        """Words that the document itself writes in lower case, if it has a headline in title case."""
        texts = [text for text, _ in passages]
        if not any(is_title_case(text) for text in texts):
            return frozenset()
        words = (word for text in texts if not is_title_case(text) for word in _WORD.findall(text))
        return self._common.union(word for word in words if word.islower())


def _unmask(sentence: Sentence, text: str, *, offset: int, masked: Masked) -> Sentence:
    """Give a sentence its own words back: changed names word by word, and the marks that were left out."""
    words = [word for token in sentence.tokens for word in _words_of(token, text, masked)]
    first, last = min(w.token.start for w in words), max(w.token.end for w in words)
    words += [_Word(_mark(text, place), None) for place in masked.dropped if first <= place < last]
    words.sort(key=lambda word: word.token.start)
    owners = {word.owner: index for index, word in reversed(list(enumerate(words))) if word.owner is not None}
    tokens = tuple(
        replace(
            word.token,
            index=index,
            head=_head(words, index, owners),
            start=word.token.start + offset,
            end=word.token.end + offset,
        )
        for index, word in enumerate(words)
    )
    return Sentence(tokens, text[first:last], first + offset)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the original: the first of a parsed token has an owner, the others follow it."""

    token: Token
    owner: int | None
    follows: int | None = None


def _words_of(token: Token, text: str, masked: Masked) -> Iterator[_Word]:
    start, end, is_name = masked.original(token.start, token.end)
    if not is_name:
        yield _Word(_trimmed(token, text, start, end), token.index)
        return
    for number, found in enumerate(_NAME_WORD.finditer(text, start, end)):
        word = replace(token, text=found.group(), lemma=found.group(), start=found.start(), end=found.end())
        if number == 0:
            yield _Word(word, token.index)
        else:
            is_mark = not any(map(str.isalnum, found.group()))
            relation = "punct" if is_mark else "flat"
            yield _Word(
                replace(word, relation=relation, pos="PUNCT" if is_mark else word.pos), None, follows=token.index
            )


def _trimmed(token: Token, text: str, start: int, end: int) -> Token:
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return replace(token, text=text[start:end], start=start, end=end)


def _mark(text: str, place: int) -> Token:
    return Token(0, text[place], text[place], "PUNCT", ":", 0, "punct", place, place + 1)


def _head(words: Sequence[_Word], index: int, owners: dict[int, int]) -> int:
    word = words[index]
    if word.owner is not None:
        return owners[word.token.head]
    if word.follows is not None:
        return owners[word.follows]
    return next((i for i in range(index + 1, len(words)) if words[i].owner is not None), max(0, index - 1))
