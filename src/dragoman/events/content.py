"""Who stands inside what an act is about: "agreed to send grain *to Chad*", "shelled positions of *the Sudanese army*".

A verb of agreeing, refusing or threatening has no recipient of its own; whom the act that it speaks of would reach is
its recipient (CAMEO 1.1b3, section 2.1: the target is whom the act is directed at). The words are walked from the
trigger outwards, nearest first, so that the first who is somebody is taken.
"""

from collections.abc import Iterator

from dragoman.events.clause import CONTENT_NOUNS, is_passive, preposition
from dragoman.language.sentence import Sentence, Token

_FROM_VERB = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl"})
_INSIDE = frozenset(
    {"obj", "iobj", "xcomp", "ccomp", "obl", "nmod", "nsubj", "csubj", "acl", "compound", "amod", "conj", "appos"}
)
_PLACING = frozenset(
    {"in", "at", "near", "outside", "inside", "within", "around", "across", "along", "throughout", "through"}
)
_ASIDE = frozenset(
    "by during since until after before despite amid following like unlike as because over about than including "
    "except besides upon".split()
)
"""Prepositions whose phrases tell when, why, how or by whom, and not to whom."""
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday Today Yesterday".split())
_DEEPEST = 5
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "X"})


def find_content(sentence: Sentence, trigger: Token) -> tuple[Token, ...]:
    """Return the words below a trigger that may name whom the act reaches, nearest first; places are left out."""
    return tuple(t for t in _walk(sentence, trigger) if t.pos in _NAMING)


def find_inside(sentence: Sentence, trigger: Token) -> tuple[Token, ...]:
    """Return the heads of the phrases of place inside what an act is about: "agreed to free prisoners *in Peru*"."""
    return tuple(place for token in _walk(sentence, trigger) for place in _places(sentence, token))


def find_setting(sentence: Sentence, trigger: Token) -> tuple[Token, ...]:
    """Return the heads of the phrases of place behind a trigger or inside what it is about, nearest first."""
    own = (place for place in _places(sentence, trigger) if place.index > trigger.index)
    return (*own, *find_inside(sentence, trigger))


def _places(sentence: Sentence, token: Token) -> Iterator[Token]:
    return (t for t in sentence.dependents(token, "obl", "nmod") if _first_word(sentence, t) in _PLACING)


def _walk(sentence: Sentence, trigger: Token) -> Iterator[Token]:
    level = _starts(sentence, trigger)
    for _ in range(_DEEPEST):
        yield from level
        level = [t for token in level for t in sentence.dependents(token, *_INSIDE) if _leads_on(sentence, t)]


def _starts(sentence: Sentence, trigger: Token) -> list[Token]:
    if trigger.pos == "VERB" and is_passive(sentence, trigger):
        return [t for t in sentence.dependents(trigger, "nsubj", "obl", "xcomp") if _leads_on(sentence, t)]
    days = [t for t in sentence.dependents(trigger, "obl", "obj", "advmod", "nmod") if t.text in _DAYS]
    # "Agreed on Saturday to send": parsers hang the infinitive on the day.
    late = [t for day in days for t in sentence.dependents(day, "acl", "xcomp", "advcl")]
    relations = _FROM_VERB if trigger.pos in {"VERB", "AUX", "ADJ"} else _INSIDE - {"nsubj", "amod", "compound", "conj"}
    return [*(t for t in sentence.dependents(trigger, *relations) if _leads_on(sentence, t) and t not in days), *late]


def _leads_on(sentence: Sentence, token: Token) -> bool:
    if token.base == "acl" and sentence.tokens[token.head].lemma.lower() not in CONTENT_NOUNS:
        return False
    if token.relation in {"acl:relcl", "obl:agent", "obl:tmod", "obl:unmarked"}:
        return False
    if token.base in {"amod", "compound"}:
        return token.text[:1].isupper()
    return token.base not in {"obl", "nmod"} or _first_word(sentence, token) not in _PLACING | _ASIDE


def _first_word(sentence: Sentence, token: Token) -> str:
    return preposition(sentence, token).partition(" ")[0]
