"""Variations of treebank sentences: the same tree as other pages would set it.

The treebanks were typed with straight quotes and hyphens, mostly by Americans. News pages have
curly quotes, dashes around appositions, headlines, no-break spaces and British spelling. Each
variation below keeps the tree; each is drawn by chance, so that the sentence as written
remains the most frequent form. Nothing here is applied to the sentences that are scored.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from parser_phrases import chance
from parser_treebank import Tree

_FUNCTION_WORDS = frozenset("a an and as at but by for from in nor of on or over per the to up via vs with".split())
_OPENING, _CLOSING = "``", "''"
_DASHES = ("–", "—", "-", "--")
_MIN_HEADLINE, _MAX_HEADLINE = 4, 22

# Endings whose two spellings are both of the same word, for words of six letters or more.
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(\w{4,})iz(e|es|ed|er|ers|ing|ation|ations)$", r"\1is\2"),
        (r"^(\w{3,})yz(e|es|ed|ing)$", r"\1ys\2"),
        (r"^(lab|hon|neighb|harb|fav|behavi|col|hum|rum|vig|endeav|sav|arm)or(\w*)$", r"\1our\2"),
        (r"^(cent|theat|lit|met|fib)er(s?)$", r"\1re\2"),
        (r"^(def|off|pret)ense(\w*)$", r"\1ence\2"),
        (r"^(travel|cancel|level|label|model|signal|fuel|counsel)(ed|ing|er|ers)$", r"\1l\2"),
        (r"^program(s?)$", r"programme\1"),
    )
)
_KEPT_WITH_Z = frozenset("prize prizes prized size sizes sized seize seizes seized seizing capsize citizen".split())


@dataclass(frozen=True, slots=True)
class Variation:
    """A change of a sentence and how often it is made.

    Attributes:
        apply: Makes the change; returns the tree itself where there is nothing to change.
        share: Probability, from 0 to 1.
    """

    apply: Callable[[Tree, random.Random], Tree]
    share: float


def curly_quotes(tree: Tree, rng: random.Random) -> Tree:
    """Set quotation marks and apostrophes as “ ” ‘ ’, sometimes only the single ones."""
    single = chance(rng, 0.25)
    words = list(tree.words)
    for index, (word, tag) in enumerate(zip(tree.words, tree.tags, strict=True)):
        if tag in {_OPENING, _CLOSING} and word in {'"', "''", "``", "'"}:
            marks = "‘’" if single or word == "'" else "“”"
            words[index] = marks[tag == _CLOSING]
        elif "'" in word:
            words[index] = word.replace("'", "’")
    return tree.with_words(words)


def straight_quotes(tree: Tree, rng: random.Random) -> Tree:
    """Set all quotation marks and apostrophes straight."""
    del rng
    table = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    return tree.with_words([word.translate(table) for word in tree.words])


def other_dashes(tree: Tree, rng: random.Random) -> Tree:
    """Set the dashes of a sentence in another of the usual ways, with blanks or without."""
    places = [
        index
        for index, (word, tag) in enumerate(zip(tree.words, tree.tags, strict=True))
        if word in _DASHES and tag in {":", ",", "HYPH"} and 0 < index < len(tree) - 1
        if tree.spaces[index] and tree.spaces[index - 1]
    ]
    return _with_dashes(tree, places, rng)


def dashed_appositions(tree: Tree, rng: random.Random) -> Tree:
    """Set an apposition or relative clause off by dashes where commas stood on both sides."""
    for index, relation in enumerate(tree.relations):
        if relation not in {"appos", "acl:relcl", "parataxis"}:
            continue
        first, last = _subtree_ends(tree, index)
        pair = [first if tree.words[first] == "," else first - 1, last if tree.words[last] == "," else last + 1]
        if pair[0] > 0 and pair[1] < len(tree) - 1 and all(tree.words[i] == "," for i in pair):
            return _with_dashes(tree, pair, rng)
    return tree


def without_stop(tree: Tree, rng: random.Random) -> Tree:
    """Leave out the full stop at the end."""
    del rng
    last = len(tree) - 1
    if last > 0 and tree.words[last] == "." and last not in tree.heads:
        return tree.without({last})
    return tree


def headline(tree: Tree, rng: random.Random) -> Tree:
    """Write a short sentence as a headline: capitals, no stop, often no articles and no forms of "be"."""
    if not _MIN_HEADLINE <= len(tree) <= _MAX_HEADLINE or tree.words[-1] not in {".", "!"}:
        return tree
    heads = {head for index, head in enumerate(tree.heads) if head != index}
    dropped = {len(tree) - 1} - heads
    if chance(rng, 0.6):
        dropped |= {
            index
            for index in range(len(tree))
            if index not in heads and tree.heads[index] != index
            if (tree.relations[index] == "det" and tree.words[index].lower() in {"a", "an", "the"})
            or (tree.relations[index] == "aux:pass" and tree.words[index].lower() in {"is", "are", "was", "were"})
        }
    short = tree.without(dropped)
    if chance(rng, 0.3):
        return short.with_words([_capital(word) if index == 0 else word for index, word in enumerate(short.words)])
    return short.with_words(
        [word if index and word in _FUNCTION_WORDS else _capital(word) for index, word in enumerate(short.words)]
    )


def upper_case(tree: Tree, rng: random.Random) -> Tree:
    """Write the sentence in capitals."""
    del rng
    return tree.with_words([word.upper() for word in tree.words])


def lower_case(tree: Tree, rng: random.Random) -> Tree:
    """Write the sentence without capitals."""
    del rng
    return tree.with_words([word.lower() for word in tree.words])


def british_spelling(tree: Tree, rng: random.Random) -> Tree:
    """Spell the words that have a British form in the British way."""
    del rng
    return tree.with_words([_british(word) for word in tree.words])


VARIATIONS = (
    Variation(british_spelling, share=0.3),
    Variation(dashed_appositions, share=0.3),
    Variation(other_dashes, share=0.5),
    Variation(curly_quotes, share=0.35),
    Variation(straight_quotes, share=0.1),
    Variation(without_stop, share=0.05),
    Variation(headline, share=0.05),
    Variation(upper_case, share=0.015),
    Variation(lower_case, share=0.02),
)


def vary(tree: Tree, rng: random.Random) -> Tree:
    """Apply each variation with its probability, in the order of the table."""
    for variation in VARIATIONS:
        if chance(rng, variation.share):
            tree = variation.apply(tree, rng)
    return tree


def vary_blanks(text: str, rng: random.Random) -> str:
    """Replace a few blanks of a text by no-break spaces, line ends or double blanks."""
    kind = rng.choice(("\u00a0", "\u00a0", "\n", "  ", "\u2009"))
    return "".join(kind if letter == " " and chance(rng, 0.04) else letter for letter in text)


def _with_dashes(tree: Tree, places: list[int], rng: random.Random) -> Tree:
    if not places:
        return tree
    dash = rng.choice(("–", "–", "—", "-", "--"))
    joined = dash != "-" and chance(rng, 0.3)
    words, spaces, tags = list(tree.words), list(tree.spaces), list(tree.tags)
    for index in places:
        words[index], tags[index] = dash, ":"
        spaces[index] = spaces[index - 1] = not joined
    return replace(tree, words=tuple(words), spaces=tuple(spaces), tags=tuple(tags))


def _subtree_ends(tree: Tree, index: int) -> tuple[int, int]:
    inside = {index}
    grown = True
    while grown:
        more = {i for i, head in enumerate(tree.heads) if head in inside and i not in inside}
        inside |= more
        grown = bool(more)
    return min(inside), max(inside)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _british(word: str) -> str:
    if word.lower() in _KEPT_WITH_Z:
        return word
    for pattern, replacement in _SPELLINGS:
        spelt = pattern.sub(replacement, word)
        if spelt != word:
            return spelt
    return word
