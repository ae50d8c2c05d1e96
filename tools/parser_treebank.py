"""Treebanks in CoNLL-U, read as trees that the training and the scoring share.

A tree keeps only what the parser learns: forms, spaces, tags, heads and relations.
Format: https://universaldependencies.org/format.html (multiword and empty tokens are passed over).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of a treebank; all tuples have the same length.

    Attributes:
        document: Name of the document the sentence belongs to.
        words: Forms.
        spaces: Whether a blank follows the word.
        lemmas: Dictionary forms.
        pos: Universal parts of speech.
        tags: Penn Treebank tags.
        heads: Index of the head in the sentence; the root has its own index.
        relations: Universal Dependencies relations with subtypes.
    """

    document: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def part(self) -> str:
        """The treebank the sentence comes from: ``GUM`` or ``EWT``."""
        return "GUM" if self.document.startswith("GUM") else "EWT"

    def with_words(self, words: list[str]) -> "Tree":
        """Return the tree with other forms in the same places."""
        return replace(self, words=tuple(words))

    def without(self, dropped: set[int]) -> "Tree":
        """Return the tree without some leaves; a leaf before a blank leaves no double blank.

        Args:
            dropped: Indexes of words that head no other word and are not the root.
        """
        kept = [i for i in range(len(self)) if i not in dropped]
        place = {old: new for new, old in enumerate(kept)}
        spaces = list(self.spaces)
        for index in dropped:
            if index and self.spaces[index]:
                spaces[index - 1] = True
        return replace(
            self,
            words=tuple(self.words[i] for i in kept),
            spaces=tuple(spaces[i] for i in kept),
            lemmas=tuple(self.lemmas[i] for i in kept),
            pos=tuple(self.pos[i] for i in kept),
            tags=tuple(self.tags[i] for i in kept),
            heads=tuple(place[self.heads[i]] for i in kept),
            relations=tuple(self.relations[i] for i in kept),
        )


def read_trees(path: Path) -> list[Tree]:
    """Read all sentences of a CoNLL-U file, in order."""
    return list(_trees(path))


def _trees(path: Path) -> Iterator[Tree]:
    document = text = ""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                document = line.partition("=")[2].strip()
            elif line.startswith("# text ="):
                text = line.partition("=")[2].strip()
            elif line[:1].isdigit():
                row = line.rstrip("\n").split("\t")
                if len(row) == _COLUMNS and row[0].isdigit():
                    rows.append(row)
            elif not line.strip() and rows:
                yield _tree(document, text, rows)
                rows = []
    if rows:
        yield _tree(document, text, rows)


def _tree(document: str, text: str, rows: list[list[str]]) -> Tree:
    return Tree(
        document=document,
        words=tuple(row[1] for row in rows),
        spaces=_spaces([row[1] for row in rows], text),
        lemmas=tuple(row[1] if row[2] == "_" else row[2] for row in rows),
        pos=tuple(row[3] for row in rows),
        tags=tuple(row[4] for row in rows),
        heads=tuple(index if row[6] == "0" else int(row[6]) - 1 for index, row in enumerate(rows)),
        relations=tuple("ROOT" if row[6] == "0" else row[7] for row in rows),
    )


def _spaces(words: list[str], text: str) -> tuple[bool, ...]:
    """Return where the words of a sentence are followed by a blank.

    From the text and not from ``SpaceAfter``: the parts of "don't" have no such mark
    once the lines of multiword tokens are gone.
    """
    spaces, place = [], 0
    for word in words:
        place = text.index(word, place) + len(word)
        spaces.append(text[place : place + 1].isspace())
    return tuple(spaces)


def text_of(trees: list[Tree]) -> str:
    """Return the running text of sentences, a blank between each two."""
    return " ".join(
        "".join(word + " " * space for word, space in zip(tree.words, tree.spaces, strict=True)).rstrip()
        for tree in trees
    )


def doc_of(trees: list[Tree], vocab: Vocab) -> Doc:
    """Return sentences as one annotated spaCy document, its text that of :func:`text_of`."""
    spaces = [space for tree in trees for space in (*tree.spaces[:-1], True)]
    spaces[-1] = False
    offsets = [sum(len(tree) for tree in trees[:place]) for place in range(len(trees))]
    return Doc(
        vocab,
        words=[word for tree in trees for word in tree.words],
        spaces=spaces,
        tags=[tag for tree in trees for tag in tree.tags],
        pos=[pos for tree in trees for pos in tree.pos],
        heads=[offset + head for offset, tree in zip(offsets, trees, strict=True) for head in tree.heads],
        deps=[relation for tree in trees for relation in tree.relations],
        lemmas=[lemma for tree in trees for lemma in tree.lemmas],
    )
