"""Sentences as plain data: tokens, lemmas, tags and a dependency tree.

The relations are those of Universal Dependencies v2 (https://universaldependencies.org/u/dep/);
they know nothing of the parser that found them. Offsets are code points of the whole
document's text, so a token can be quoted without its sentence.
"""

from dataclasses import dataclass, field

from dragoman.documents.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence.

    Attributes:
        index: Place in the sentence, from 0.
        text: The characters as they stand in the document.
        lemma: Dictionary form in lower case, except for proper nouns.
        pos: Universal part of speech (``VERB``, ``PROPN``, …).
        tag: Penn Treebank tag (``VBD``, …), or ``""``.
        head: Index of the head token; its own index for the root.
        relation: Universal Dependencies relation with subtype (``nsubj:pass``, ``obl:agent``, ``root``).
        start: Offset of the first code point in the document's text.
        end: Offset after the last code point.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The token's place in the document's text."""
        return Span(self.start, self.end)

    @property
    def base(self) -> str:
        """The relation without its subtype: ``nsubj`` for ``nsubj:pass``."""
        return self.relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence.

    Attributes:
        tokens: In order; not empty; heads are indexes into this tuple.
        text: The characters from the first token to the last.
        start: Offset of ``text`` in the document's text.
        children: For each token, the indexes of its dependents, in order.
    """

    tokens: tuple[Token, ...]
    text: str
    start: int
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.children:
            lists: list[list[int]] = [[] for _ in self.tokens]
            for token in self.tokens:
                if token.head != token.index:
                    lists[token.head].append(token.index)
            object.__setattr__(self, "children", tuple(map(tuple, lists)))

    @property
    def end(self) -> int:
        """Offset after the last character, in the document's text."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """The sentence's place in the document's text."""
        return Span(self.start, self.end)

    @property
    def root(self) -> Token:
        """The token that heads the sentence (the first, where a parser gave several)."""
        return next((t for t in self.tokens if t.head == t.index), self.tokens[0])

    def head_of(self, token: Token) -> Token | None:
        """Return the head of a token, or ``None`` for the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def dependents(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """Return the dependents of a token, all or those of the given relations.

        A relation without a subtype also matches its subtypes: ``nsubj`` finds ``nsubj:pass``.
        """
        found = (self.tokens[i] for i in self.children[token.index])
        if not relations:
            return tuple(found)
        return tuple(t for t in found if t.relation in relations or t.base in relations)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return a token and everything below it, in the order of the text."""
        indexes, stack = [], [token.index]
        while stack:
            index = stack.pop()
            indexes.append(index)
            stack.extend(self.children[index])
        return tuple(self.tokens[i] for i in sorted(indexes))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """Return the heads above a token, nearest first."""
        found: list[Token] = []
        while token.head != token.index and len(found) <= len(self.tokens):
            token = self.tokens[token.head]
            found.append(token)
        return tuple(found)
