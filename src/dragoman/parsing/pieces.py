"""Text cut and cleaned for a parser, with the way back to the text's own offsets.

A parser is given *pieces*: stretches that hold whole sentences, with single blanks and
without control characters. What a piece leaves out (line ends, no-break spaces, soft
hyphens, zero-width marks) is only skipped: the piece knows where each of its characters
stands in the text, so words found in it are quoted from the text as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

MAX_PIECE = 20_000
"""Longest piece, in characters: a longer line is cut, at the end of a sentence if there is one."""
MAX_WORD = 400
"""Longest run without a blank, in characters: tokenizers take quadratic time over longer ones."""

# Blanks of all kinds, and marks that are no part of a word but may stand inside it.
_IGNORED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]+"
)
_WORD = re.compile(r"[^\W_]")
_BLANK = re.compile(r"\s+")
_UNUSUAL = re.compile(
    r"[^\S ]|\s\s|[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]",
)
_LINE_END = re.compile(r"[^\S\n]*(?:\n|\r\n?|\u2028|\u2029)\s*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z])")
_TERMINAL = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_SHORT_LINE, _LONG_LINE = 0.7, 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as a parser gets it.

    Attributes:
        text: Cleaned text: single blanks, none at either end, no control characters; not empty.
        start: Offset of the first character in the passage.
        places: Offset in the passage of each character, or empty where ``text`` is the
            passage's own text from ``start`` on.
    """

    text: str
    start: int
    places: tuple[int, ...] = ()

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from ``start`` to ``end`` of the piece stand in the passage."""
        if not self.places:
            return self.start + start, self.start + end
        return self.places[start], self.places[end - 1] + 1


def find_pieces(passage: str) -> Iterator[Piece]:
    r"""Cut a passage into pieces, in order; what holds no letter and no digit is passed over.

    Lines are pieces of their own unless the passage is wrapped: lines of nearly the same
    length, which end where no sentence does. Blank lines always end a piece.

    >>> [piece.text for piece in find_pieces("A headline\nThe first sentence. The second.")]
    ['A headline', 'The first sentence. The second.']
    """
    for start, end in _blocks(passage):
        for piece_start, piece_end in _bounded(passage, start, end):
            piece = _clean(passage, piece_start, piece_end)
            if piece is not None and _WORD.search(piece.text):
                yield piece


def _blocks(passage: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of stretches between hard line ends."""
    if "\n" not in passage and _LINE_END.search(passage) is None:
        yield 0, len(passage)
        return
    start = 0
    lines: list[tuple[int, int]] = []
    for match in _LINE_END.finditer(passage):
        lines.append((start, match.start()))
        start = match.end()
        if match.group().count("\n") > 1 or match.group().count("\r") > 1:
            yield from _joined(passage, lines)
            lines = []
    lines.append((start, len(passage)))
    yield from _joined(passage, lines)


def _joined(passage: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the lines of a paragraph, joined where one runs on into the next."""
    if not lines:
        return
    wrapped = _is_wrapped([end - start for start, end in lines])
    first, last = lines[0]
    for start, end in lines[1:]:
        runs_on = wrapped or passage[start : start + 1].islower()
        if not runs_on or (not wrapped and _TERMINAL.search(passage, first, last)):
            yield first, last
            first = start
        last = end
    yield first, last


def _is_wrapped(lengths: list[int]) -> bool:
    """Tell whether lines look cut at a fixed width: all but the last nearly as long as the longest."""
    longest = max(lengths)
    return len(lengths) > 2 and longest <= _LONG_LINE and min(lengths[:-1]) >= _SHORT_LINE * longest  # noqa: PLR2004


def _bounded(passage: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of parts no longer than a piece and without overlong words."""
    if end - start <= MAX_WORD:
        yield start, end
        return
    cuts = [start]
    blank = start
    for match in _BLANK.finditer(passage, start, end):
        cuts.extend(range(blank + MAX_WORD, match.start(), MAX_WORD))
        blank = match.end()
    cuts.extend(range(blank + MAX_WORD, end, MAX_WORD))
    cuts.append(end)
    for left, right in pairwise(cuts):
        yield from _cut_long(passage, left, right)


def _cut_long(passage: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_PIECE:
        limit = start + MAX_PIECE
        ends = [match.end() for match in _SENTENCE_END.finditer(passage, start + MAX_PIECE // 2, limit)]
        blank = passage.rfind(" ", start + 1, limit)
        cut = ends[-1] if ends else (blank if blank > start else limit)
        yield start, cut
        start = cut
    yield start, end


def _clean(passage: str, start: int, end: int) -> Piece | None:
    text = passage[start:end]
    stripped = text.strip(" ")
    if not _UNUSUAL.search(stripped):
        return Piece(stripped, start + len(text) - len(text.lstrip(" "))) if stripped else None
    places = [place for place, letter in enumerate(text) if not _is_ignored(letter)]
    letters: list[str] = []
    kept: list[int] = []
    for place in places:
        letter = text[place]
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        kept.append(start + place)
    if letters and letters[-1] == " ":
        letters.pop()
        kept.pop()
    return Piece("".join(letters), kept[0], tuple(kept)) if letters else None


@lru_cache(maxsize=4096)
def _is_ignored(letter: str) -> bool:
    return _IGNORED.match(letter) is not None
