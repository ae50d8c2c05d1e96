"""The lemma table of the English parser, distilled from the treebanks and from WordNet.

Only forms that the spelling rules of :mod:`dragoman.parsing.lemmas` get wrong are kept.
WordNet's word list and exceptions come from ``spacy-lookups-data`` (WordNet licence), at
training time only.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from dragoman.parsing.lemmas import regular_lemma
from parser_treebank import Tree

_WORDNET_CLASS = {
    "NNS": "noun", "VBZ": "verb", "VBD": "verb", "VBN": "verb", "VBG": "verb",
    "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv",
}  # fmt: skip
_ENDINGS = {"NNS": "s", "VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing", "JJR": "er", "JJS": "est"}
_CLOSED = frozenset({"NNP", "NNPS", "FW", "ADD", "GW", "XX", "NFP", "CD", "LS", "SYM"})


def distil_lemmas(trees: Iterable[Tree], words: list[str]) -> dict[str, dict[str, str]]:
    """Make the table of irregular forms.

    Args:
        trees: Treebank sentences with lemmas; the most frequent lemma of a form and tag counts.
        words: Further words that may be looked up, most frequent first, as in the list of word vectors.

    Returns:
        By tag, lemmas of lower-case forms, without those that the rules give.
    """
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for tag, form, lemma in _from_wordnet(words):
        table[tag][form] = lemma
    for tag, form, lemma in _from_treebank(trees):
        table[tag][form] = lemma
    return {
        tag: {form: lemma for form, lemma in sorted(forms.items()) if lemma != regular_lemma(form, tag)}
        for tag, forms in sorted(table.items())
    }


def _from_treebank(trees: Iterable[Tree]) -> Iterator[tuple[str, str, str]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word, tag, lemma in zip(tree.words, tree.tags, tree.lemmas, strict=True):
            if tag not in _CLOSED:
                counts[tag, word.lower().replace("’", "'")][lemma.lower() if lemma != "I" else "I"] += 1
    for (tag, form), lemmas in counts.items():
        lemma, seen = lemmas.most_common(1)[0]
        # A form seen once whose lemma looks nothing like it is a misspelling, mended by hand.
        if seen > 1 or lemma[:1] == form[:1]:
            yield tag, form, lemma


def _from_wordnet(words: list[str]) -> Iterator[tuple[str, str, str]]:
    index, exceptions, rules = _lookup("index"), _lookup("exc"), _lookup("rules")
    rank = {word: place for place, word in enumerate(words)}

    def most_frequent(lemmas: Iterable[str]) -> str:
        return min(sorted(lemmas), key=lambda lemma: rank.get(lemma, len(rank)))

    for tag, kind in _WORDNET_CLASS.items():
        known = set(index[kind])
        for form, lemmas in exceptions[kind].items():
            if known.intersection(lemmas) and form.isalpha() and _may_have(form, tag):
                yield tag, form, most_frequent(known.intersection(lemmas))
        for form in rank.keys() - exceptions[kind].keys():
            if form.endswith(_ENDINGS.get(tag, "?")):
                candidates = {form[: -len(old)] + new for old, new in rules[kind] if form.endswith(old)} & known
                if candidates or form in known:
                    yield tag, form, most_frequent(candidates or {form})


def _may_have(form: str, tag: str) -> bool:
    """Tell whether an irregular form can bear a tag: "gave" is no VBZ, "giving" no VBD."""
    if tag == "VBG":
        return form.endswith("ing")
    if tag == "VBZ":
        return form.endswith("s")
    if tag in {"VBD", "VBN"}:
        return not form.endswith(("ing", "ies", "ses"))
    if tag in {"JJR", "RBR"}:
        return not form.endswith("est")
    return tag not in {"JJS", "RBS"} or form.endswith("st")


def _lookup(name: str) -> dict[str, Any]:
    path = files("spacy_lookups_data") / "data" / f"en_lemma_{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return table
