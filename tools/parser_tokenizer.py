"""The words of English as Universal Dependencies cuts them, as rules for spaCy's tokenizer.

spaCy's English rules follow OntoNotes. The treebanks keep affixes with their word
(``pro-Russian``, ``re-establish``, ``mid-July``), keep runs of marks (``!!``) and numbers with
several hyphens (``2022-07-14``) whole, and cut ``and/or``. Every cut is between two characters:
the text is never changed.
"""

import re

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Affixes that EWT and GUM leave joined to the word that follows.
_AFFIXES = (
    "anti", "ante", "bi", "co", "counter", "cyber", "de", "e", "ex", "hyper", "intra", "macro", "mega",
    "micro", "mid", "mini", "mis", "multi", "neo", "non", "post", "pre", "pro", "proto", "pseudo", "quasi",
    "re", "semi", "socio", "sub", "super", "trans", "tri", "ultra", "un", "uni",
)  # fmt: skip
_ABBREVIATIONS = (
    "Lt.", "Col.", "Maj.", "Sgt.", "Capt.", "Cmdr.", "Cpl.", "Brig.", "Adm.", "Gen.", "Gov.", "Sen.", "Rep.", "Reps.",
    "Sens.", "Rev.", "Hon.", "Amb.", "Sr.", "Jr.", "Ft.", "Mt.", "St.", "Ste.", "No.", "Nos.", "Vol.", "Art.", "Dept.",
    "Univ.", "Assn.", "Bros.", "Attn.", "approx.", "al.", "cf.", "viz.", "vs.", "incl.", "ext.", "resp.",
    "Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.", "Sat.", "Sun.",
    "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
# "No." and weekdays end sentences more often than they abbreviate.
_AMBIGUOUS = frozenset({"No.", "Sun.", "Sat.", "Mar.", "Art.", "al."})
_NUMBERS_WITH_HYPHENS = re.compile(r"^\+?\d+(?:-\d+){2,}$")


def set_tokenizer(nlp: Language) -> None:
    """Give a spaCy pipeline the treebanks' words, in place."""
    tokenizer, defaults = nlp.tokenizer, nlp.Defaults
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"expected spaCy's own tokenizer, found {type(tokenizer).__name__}")
    not_after_affix = "".join(rf"(?<!\b(?i:{affix}))" for affix in _AFFIXES)
    hyphen = rf"(?<=[{ALPHA}0-9]){not_after_affix}(?:{HYPHENS})(?=[{ALPHA}0-9])"
    infixes = [rule for rule in map(str, defaults.infixes or []) if HYPHENS not in rule]
    infixes += [hyphen, r"(?<=[0-9])[–—](?=[0-9])", r"(?<=[^\s–—])[–—](?=[^\s–—])", r"(?<=[^-\s])-{2,3}(?=[^-\s])"]
    marks = [r"[!?]{2,}", r"\*{2,}", r"_{3,}", r"={3,}"]
    prefixes = [*marks, r"-{2,3}(?=[^-])", *map(str, defaults.prefixes or [])]
    suffixes = [*marks, r"(?<=[^-])-{2,3}", *map(str, defaults.suffixes or [])]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = _NUMBERS_WITH_HYPHENS.match
    rules = {form: cut for form, cut in (tokenizer.rules or {}).items() if form.lower() != "and/or"}
    tokenizer.rules = rules
    for abbreviation in _ABBREVIATIONS:
        if abbreviation not in _AMBIGUOUS:
            tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
