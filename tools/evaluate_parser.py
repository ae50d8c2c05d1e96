"""Score the English parser on the test part of the treebanks, and print a table in Markdown.

    OMP_NUM_THREADS=1 python tools/evaluate_parser.py --data ../shared/data/ud_english

Figures are those of the CoNLL 2018 shared task (F1 over words that begin and end at the same
characters; https://universaldependencies.org/conll18/evaluation.html): from raw text, where
wrong words and sentence bounds count against the parse, and from the treebank's own words
and sentences. ``LAS*`` leaves punctuation out, as spaCy's own scorer does.
"""

import argparse
import os
import platform
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path

from dragoman.language.sentence import Sentence
from parser_treebank import Tree, read_trees, text_of

if "OMP_NUM_THREADS" not in os.environ:
    os.environ["OMP_NUM_THREADS"] = "1"  # one core: must be set before the libraries start their threads

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.parsing.conversion import Conversion, Place
from dragoman.parsing.lemmas import read_lemmas
from dragoman.parsing.pieces import Piece
from dragoman.parsing.spacy_parser import SpacyParser, open_parser

_PARTS = ("EWT", "GUM")
_COLUMNS = ("words", "sentences", "UPOS", "XPOS", "lemma", "UAS", "LAS", "UAS*", "LAS*")
_SPEED_WORDS = 60_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank or of a parse, at its place in the text.

    Attributes:
        pos: Universal part of speech.
        tag: Penn Treebank tag.
        lemma: Dictionary form in lower case.
        head: Bounds of the head, or ``None`` for a root.
        relation: Relation without subtype, as the shared task counts it.
        full_relation: Relation with subtype.
    """

    pos: str
    tag: str
    lemma: str
    head: tuple[int, int] | None
    relation: str
    full_relation: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All words of a text by their bounds, and the bounds of its sentences."""

    words: dict[tuple[int, int], Word]
    sentences: frozenset[tuple[int, int]]


def main() -> None:
    """Read the options, score both ways, and print."""
    options = _options()
    parser = open_parser(str(options.model) if options.model else None)
    if options.model and (options.model / "lemmas.json").exists():
        parser = SpacyParser(parser.pipeline, options.model)
    trees = read_trees(options.data / f"{options.part}.conllu")
    print(f"`{parser.name}` on `{options.part}.conllu`, spaCy {version('spacy')}, Python {platform.python_version()}\n")
    print("| from | part | " + " | ".join(_COLUMNS) + " |")
    print("|---" * (len(_COLUMNS) + 2) + "|")
    for name, analyse in (("raw text", _parsed_text), ("gold words", _parsed_words)):
        for part in _PARTS:
            documents = _documents(tree for tree in trees if tree.part == part)
            gold = [_gold(document) for document in documents]
            found = [analyse(parser, document) for document in documents]
            print(
                f"| {name} | {part} | " + " | ".join(f"{100 * figure:.2f}" for figure in _figures(gold, found)) + " |"
            )
    print()
    for line in _speed(parser, trees):
        print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the treebank")
    parser.add_argument("--part", default="test", help="test (default), dev or train")
    parser.add_argument("--model", type=Path, help="another model than the one that ships")
    return parser.parse_args()


def _documents(trees: Iterable[Tree]) -> list[list[Tree]]:
    documents: dict[str, list[Tree]] = {}
    for tree in trees:
        documents.setdefault(tree.document, []).append(tree)
    return list(documents.values())


def _gold(trees: list[Tree]) -> Analysis:
    words: dict[tuple[int, int], Word] = {}
    sentences = set()
    for tree, bounds in _bounds(trees):
        sentences.add((bounds[0][0], bounds[-1][1]))
        for index, place in enumerate(bounds):
            head = tree.heads[index]
            words[place] = _word(
                (tree.pos[index], tree.tags[index], tree.lemmas[index]),
                None if head == index else bounds[head],
                tree.relations[index],
            )
    return Analysis(words, frozenset(sentences))


def _bounds(trees: list[Tree]) -> Iterator[tuple[Tree, list[tuple[int, int]]]]:
    """Yield sentences with the bounds of their words in :func:`text_of` all."""
    offset = 0
    for tree in trees:
        starts = accumulate(
            (len(word) + space for word, space in zip(tree.words, tree.spaces, strict=True)), initial=offset
        )
        bounds = [(start, start + len(word)) for start, word in zip(starts, tree.words, strict=False)]
        yield tree, bounds
        offset = bounds[-1][1] + 1


def _word(labels: tuple[str, str, str], head: tuple[int, int] | None, relation: str) -> Word:
    pos, tag, lemma = labels
    full = "root" if head is None else relation
    return Word(pos, tag, lemma.lower(), head, full.partition(":")[0], full)


def _parsed_text(parser: SpacyParser, trees: list[Tree]) -> Analysis:
    return _analysis(next(parser.parse([(text_of(trees), 0)])))


def _parsed_words(parser: SpacyParser, trees: list[Tree]) -> Analysis:
    """Parse each sentence by itself, its words given."""
    vocab = parser.pipeline.vocab
    conversion = Conversion(vocab.strings, read_lemmas(Path(parser.pipeline.path or ".")), is_clear=False)
    pairs = list(_bounds(trees))
    docs = [_one_sentence(tree, vocab) for tree, _ in pairs]
    sentences: list[Sentence] = []
    for (_, bounds), doc in zip(pairs, parser.pipeline.pipe(docs), strict=True):
        place = Place(Piece(doc.text, 0), doc.text, bounds[0][0])
        sentences.extend(conversion.sentences(doc, place))
    return _analysis(sentences)


def _one_sentence(tree: Tree, vocab: Vocab) -> Doc:
    """Return the words of a sentence, of which the parser may not make two."""
    starts: list[bool | int | None] = [index == 0 for index in range(len(tree))]
    return Doc(vocab, words=list(tree.words), spaces=[*tree.spaces[:-1], False], sent_starts=starts)


def _analysis(sentences: Iterable[Sentence]) -> Analysis:
    words: dict[tuple[int, int], Word] = {}
    bounds = set()
    for sentence in sentences:
        bounds.add((sentence.start, sentence.end))
        for token in sentence.tokens:
            head = sentence.head_of(token)
            words[token.start, token.end] = _word(
                (token.pos, token.tag, token.lemma), None if head is None else (head.start, head.end), token.relation
            )
    return Analysis(words, frozenset(bounds))


def _figures(gold: list[Analysis], found: list[Analysis]) -> list[float]:
    pairs = [
        (word, other.words.get(place))
        for one, other in zip(gold, found, strict=True)
        for place, word in one.words.items()
    ]
    both = [(word, other) for word, other in pairs if other is not None]
    gold_size, found_size = len(pairs), sum(len(one.words) for one in found)
    content = [(word, other) for word, other in both if word.relation != "punct"]
    gold_content = sum(word.relation != "punct" for word, _ in pairs)
    found_content = sum(word.relation != "punct" for one in found for word in one.words.values())
    hits = sum(len(one.sentences & other.sentences) for one, other in zip(gold, found, strict=True))
    return [
        _f1(len(both), gold_size, found_size),
        _f1(hits, sum(len(one.sentences) for one in gold), sum(len(one.sentences) for one in found)),
        _f1(sum(word.pos == other.pos for word, other in both), gold_size, found_size),
        _f1(sum(word.tag == other.tag for word, other in both), gold_size, found_size),
        _f1(sum(word.lemma == other.lemma for word, other in both), gold_size, found_size),
        _f1(sum(word.head == other.head for word, other in both), gold_size, found_size),
        _f1(sum(_same_arc(word, other) for word, other in both), gold_size, found_size),
        _f1(sum(word.head == other.head for word, other in content), gold_content, found_content),
        _f1(sum(_same_full_arc(word, other) for word, other in content), gold_content, found_content),
    ]


def _same_arc(word: Word, other: Word) -> bool:
    return word.head == other.head and word.relation == other.relation


def _same_full_arc(word: Word, other: Word) -> bool:
    return word.head == other.head and word.full_relation == other.full_relation


def _f1(hits: int, gold: int, found: int) -> float:
    return 2 * hits / (gold + found) if gold + found else 0.0


def _speed(parser: SpacyParser, trees: list[Tree]) -> Iterator[str]:
    texts = [text_of(document) for document in _documents(trees)]
    texts *= 1 + _SPEED_WORDS // sum(map(len, trees))
    list(parser.pipeline.pipe(texts[:20]))
    started = time.process_time()
    words = sum(len(doc) for doc in parser.pipeline.pipe(texts))
    plain = time.process_time() - started
    started = time.process_time()
    converted = sum(len(sentence.tokens) for found in parser.parse((text, 0) for text in texts) for sentence in found)
    whole = time.process_time() - started
    yield f"* spaCy alone, one core: {words / plain:,.0f} words a second ({words:,} words)"
    yield f"* with cleaning and conversion: {converted / whole:,.0f} words a second"
    folder = Path(parser.pipeline.path or ".")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    yield f"* size on disk: {size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
