"""Dictionary forms of English words by their Penn Treebank tag.

A table, made by ``tools/train_parser.py`` from the treebanks and WordNet and kept beside the
model, answers for the words whose form does not follow the rules below; the rules answer for
all others. A lemma keeps the writer's spelling: "recognised" is ``recognise``, "recognized"
is ``recognize``. The lemma of a proper noun is the name as written.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_NAMES = frozenset({"NNP", "NNPS", "FW", "ADD", "GW"})
_SHORTEST_STEM = 2
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdgkmnprt])\1$|(?<=[aeiou])ll$")
# Stems that lost an "e" before -ed, -ing, -er or -est: "recognis-", "sav-", "forc-", "urg-".
_LOST_E = re.compile(
    r"(?:[^aeiou]at|[iu]at|ced|eas|[^o]ok|uk|[^ao]ut|phon|[aeiou]g|[aeiou]it[^aeiou]|i[sz]|y[sz]|u|[^aeiou]or|v|[aeiourln]c|[dr]g|ng|[^aeiou]l|ur)$"
)
_KEEPS_S = re.compile(r"(?:ss|us|is|'s)$")


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Looks up lemmas of words that have been tagged.

    Attributes:
        forms: By tag, the lemmas of lower-case forms that the rules would get wrong.
    """

    forms: Mapping[str, Mapping[str, str]]

    def lemma(self, form: str, tag: str) -> str:
        """Return the dictionary form of a word.

        Args:
            form: The word as written, in any case, with straight or curly apostrophe.
            tag: Penn Treebank tag; an unknown one leaves the word as it is, in lower case.

        >>> Lemmas({"VBD": {"went": "go"}}).lemma("Went", "VBD")
        'go'
        >>> Lemmas({}).lemma("recognising", "VBG"), Lemmas({}).lemma("cities", "NNS")
        ('recognise', 'city')
        """
        if tag in _NAMES:
            return form
        plain = form.lower().replace("’", "'")
        known = self.forms.get(tag, {}).get(plain)
        return known if known is not None else regular_lemma(plain, tag)


def regular_lemma(form: str, tag: str) -> str:
    """Return what the spelling rules make of a lower-case form; for irregular words it is wrong."""
    if tag in {"NNS", "VBZ"}:
        return _without_s(form)
    if tag in {"VBD", "VBN"} and form.endswith("ed"):
        return _from_stem(form, form[:-2], after_i="y")
    if tag == "VBG" and form.endswith("ing"):
        return _from_stem(form, form[:-3], after_i="i")
    if tag in {"JJR", "RBR"} and form.endswith("er"):
        return _from_stem(form, form[:-2], after_i="y")
    if tag in {"JJS", "RBS"} and form.endswith("est"):
        return _from_stem(form, form[:-3], after_i="y")
    return form


def read_lemmas(folder: Path) -> Lemmas:
    """Read the table that stands beside a model; without one only the rules answer."""
    path = folder / "lemmas.json"
    if not path.exists():
        return Lemmas({})
    return Lemmas(json.loads(path.read_text(encoding="utf-8")))


def _without_s(form: str) -> str:
    if form.endswith("men"):
        return form[:-3] + "man"
    if not form.endswith("s") or _KEEPS_S.search(form) or len(form) <= _SHORTEST_STEM:
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]


def _from_stem(form: str, stem: str, *, after_i: str) -> str:
    if len(stem) < _SHORTEST_STEM or not _VOWEL.search(stem):
        return form
    if stem.endswith("i"):
        return stem[:-1] + after_i
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) else stem
