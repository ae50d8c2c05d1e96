"""Coordinated phrases seen one by one: "established relations and a legation" tells of two acts.

Rules ask for the head of a phrase; the others of a list hang by it as ``conj``. Here each of them takes the
place of the head in turn, as if the sentence had named it alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.events.kind import MISSION_STEPS
from dragoman.language.sentence import Sentence, Token

_PARTS = ("obj", "nsubj", "obl", "nmod")
_THINGS = frozenset(MISSION_STEPS) | frozenset(
    {"relation", "relations", "tie", "ties", "mission", "office", "section", "post", "chancery", "representation"}
)
"""What a verb may set up, raise or close beside another; sides of an act that are listed are one act's."""


def conjuncts_in_turn(sentence: Sentence, trigger: Token) -> Iterator[Sentence]:
    """Yield the sentence with another member of a list below a word in the place of the first.

    Args:
        sentence: As it was parsed.
        trigger: A verb, or a noun of action ("establishment").

    Yields:
        Sentences with the same words at the same places; only heads and relations differ.
    """
    for first in sentence.dependents(trigger, *_PARTS):
        for other in sentence.dependents(first, "conj"):
            if _is_thing(first) and _is_thing(other):
                yield _with_first(sentence, first, other)


def _is_thing(token: Token) -> bool:
    return bool({token.lemma.lower(), token.text.lower(), token.text.lower().removesuffix("s")} & _THINGS)


def _with_first(sentence: Sentence, first: Token, other: Token) -> Sentence:
    tokens = list(sentence.tokens)
    tokens[other.index] = replace(other, head=first.head, relation=first.relation)
    tokens[first.index] = replace(first, head=other.index, relation="conj")
    # "Establishment *of* relations and a legation": the preposition serves both.
    for case in sentence.dependents(first, "case"):
        if case.index < first.index:
            tokens[case.index] = replace(case, head=other.index)
    return Sentence(tuple(tokens), sentence.text, sentence.start)
