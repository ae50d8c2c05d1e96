"""spaCy's documents as our sentences.

Everything is read from a document in one array, and every number is turned into its
string once: reading word by word through spaCy's objects would cost a tenth of the parse.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc

from dragoman.language.sentence import Sentence, Token
from dragoman.parsing.clear import ClearTree, to_universal
from dragoman.parsing.lemmas import Lemmas
from dragoman.parsing.pieces import Piece

MAX_TOKENS = 400
"""Longest sentence, in words; a longer one is cut, at a mark if there is one."""

_RENAMED = {"ROOT": "root"}  # spaCy's name for it, in all schemes
_CLOSING = frozenset({"”", '"', "’", "'", "''", "»", ")", "]", ".", "!", "?", ",", "…"})
_MARKS = frozenset({";", ":", ".", ",", "!", "?", "–", "—", "|", "•"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands.

    Attributes:
        piece: The cleaned stretch of text that was parsed.
        passage: The text it was cut from.
        offset: Offset of the passage in the document.
    """

    piece: Piece
    passage: str
    offset: int


@dataclass(frozen=True, slots=True)
class _Columns:
    """A parsed piece, column by column; all lists have the same length, heads are indexes into them."""

    texts: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]
    starts: list[int]
    ends: list[int]
    is_first: list[bool]


@dataclass(slots=True)
class Conversion:
    """Turns documents of one spaCy pipeline into sentences.

    Attributes:
        strings: The pipeline's strings.
        lemmas: Our lemma table, or ``None`` where the pipeline finds lemmas itself.
        is_clear: Whether the pipeline speaks CLEAR and not Universal Dependencies.
    """

    strings: StringStore
    lemmas: Lemmas | None
    is_clear: bool
    _names: dict[int, str] = field(default_factory=dict)
    _lemma_by_word: dict[tuple[str, str], str] = field(default_factory=dict)

    def sentences(self, doc: Doc, place: Place) -> Iterator[Sentence]:
        """Yield the sentences of a parsed piece, with offsets in the document."""
        columns = self._columns(doc, place)
        if not columns.texts:
            return
        for first, last in _sentence_bounds(columns):
            yield self._sentence(columns, first, last, place)

    def _columns(self, doc: Doc, place: Place) -> _Columns:
        table = doc.to_array(["TAG", "POS", "DEP", "LEMMA"])
        numbers = doc.to_array(["IDX", "LENGTH", "HEAD", "SENT_START"]).astype(np.int64)
        heads = (numbers[:, 2] + np.arange(len(doc))).tolist()
        bounds = [(start, start + length) for start, length, *_ in numbers.tolist()]
        words = [place.piece.text[start:end] for start, end in bounds]
        tags, pos, relations, found = (self._strings(column) for column in table.T.tolist())
        lemmas = self._lemmas(words, tags) if self.lemmas else _own_lemmas(words, pos, found)
        texts, starts, ends = _in_document(words, bounds, place)
        is_first = (numbers[:, 3] == 1).tolist()
        return _Columns(texts, lemmas, pos, tags, heads, relations, starts, ends, is_first)

    def _strings(self, column: list[int]) -> list[str]:
        names = self._names
        for key in set(column):
            if key not in names:
                names[key] = _RENAMED.get(self.strings[key], self.strings[key]) if key else ""
        return [names[key] for key in column]

    def _lemmas(self, words: list[str], tags: list[str]) -> list[str]:
        known, table = self._lemma_by_word, self.lemmas
        found = []
        for key in zip(words, tags, strict=True):
            lemma = known.get(key)
            if lemma is None and table is not None:
                lemma = known[key] = table.lemma(*key)
            found.append(lemma or key[0])
        return found

    def _sentence(self, columns: _Columns, first: int, last: int, place: Place) -> Sentence:
        heads, relations = _tree(columns, first, last)
        texts, lemmas = columns.texts[first:last], columns.lemmas[first:last]
        pos, tags = columns.pos[first:last], columns.tags[first:last]
        starts, ends = columns.starts[first:last], columns.ends[first:last]
        if self.is_clear:
            to_universal(ClearTree(heads, relations, pos, lemmas))
        # Columns, not a loop: this line makes every token of every report.
        tokens = tuple(map(Token, range(len(texts)), texts, lemmas, pos, tags, heads, relations, starts, ends))
        text = place.passage[starts[0] - place.offset : ends[-1] - place.offset]
        return Sentence(tokens, text, starts[0])


def _in_document(
    words: list[str], bounds: list[tuple[int, int]], place: Place
) -> tuple[list[str], list[int], list[int]]:
    """Return the words as they stand in the document, and where each begins and ends there."""
    piece, passage, offset = place.piece, place.passage, place.offset
    if not piece.places:
        shift = piece.start + offset
        return words, [start + shift for start, _ in bounds], [end + shift for _, end in bounds]
    outer = [piece.bounds(start, end) for start, end in bounds]
    texts = [passage[start:end] for start, end in outer]
    return texts, [start + offset for start, _ in outer], [end + offset for _, end in outer]


def _own_lemmas(words: list[str], pos: list[str], lemmas: list[str]) -> list[str]:
    """Return a pipeline's lemmas in our way: lower case, except for proper nouns."""
    return [
        word if kind == "PROPN" else (lemma or word).lower()
        for word, kind, lemma in zip(words, pos, lemmas, strict=True)
    ]


def _sentence_bounds(columns: _Columns) -> Iterator[tuple[int, int]]:
    """Yield first and last index (exclusive) of each sentence, none longer than the limit."""
    size = len(columns.texts)
    starts = sorted({_after_closing(columns, index) for index in range(1, size) if columns.is_first[index]} - {size})
    for first, last in pairwise([0, *starts, size]):
        while last - first > MAX_TOKENS:
            window = range(first + MAX_TOKENS - 1, first + MAX_TOKENS // 2, -1)
            cut = next((i + 1 for i in window if columns.texts[i] in _MARKS), first + MAX_TOKENS)
            yield first, cut
            first = cut  # noqa: PLW2901 (the rest of the same sentence)
        yield first, last


def _after_closing(columns: _Columns, start: int) -> int:
    """Return where a sentence begins if marks that close the one before it are left to that one.

    Parsers trained on few quotations open a sentence with the mark that ends the one before.
    """
    while (
        start < len(columns.texts)
        and columns.texts[start] in _CLOSING
        and columns.starts[start] == columns.ends[start - 1]
    ):
        start += 1
    return start


def _tree(columns: _Columns, first: int, last: int) -> tuple[list[int], list[str]]:
    """Return heads and relations within a sentence, with one root.

    A word whose head lies outside, as happens where a long sentence was cut, hangs on the root.
    """
    heads = [head - first for head in columns.heads[first:last]]
    relations = columns.relations[first:last]
    size = last - first
    tops = [i for i, head in enumerate(heads) if head == i or not 0 <= head < size]
    root = next((i for i in tops if heads[i] == i), tops[0])
    for top in tops:
        heads[top] = root
        is_mark = columns.pos[first + top] == "PUNCT"
        relations[top] = "root" if top == root else ("punct" if is_mark else "parataxis")
    return heads, relations
