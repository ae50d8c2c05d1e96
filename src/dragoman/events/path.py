"""Paths through a tree: how a rule says where its parts stand.

A path is a series of steps from the trigger, separated by ``/``. Each step is one of

* ``self``: the token itself; ``head``: its governor;
* ``subject``, ``object``: logical subject and object (:mod:`dragoman.events.clause`);
* ``theme``: what an act changes: the logical object, or the subject of a verb without one ("the legation *closed*");
* ``poss``, ``mod``, ``determiner``: a possessor; an adjective or noun before the noun; any of them or an article;
* ``iobj``, ``xcomp``, ``ccomp``, ``acl``, ``advcl``, ``obl``, ``nmod``, ``conj``, ``appos``: that relation;
* ``phrase``: all words of a noun phrase, without its clauses ("*first American Ambassador* Ely Palmer");
* ``content``: whoever stands inside what the act is about; ``inside``, ``setting``: where that is, without and with the
  place of the act itself (:mod:`dragoman.events.content`); the nearest that fits is taken, and required roles are never
  filled so;
* ``particle``: a word that belongs to a verb ("took *back*");
* ``later``: any word behind the trigger, for idioms that parsers take apart ("persona non grata");
* ``det``, ``cop``, ``expl``, ``advmod`` and other relations of function words: that relation;
* any other word: a phrase that this preposition introduces (``with``, ``between``; ``_`` for a blank),
  below the verb or else below its object.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.events.clause import (
    is_passive,
    logical_objects,
    logical_subjects,
    noun_modifiers,
    surface_subjects,
    with_preposition,
)
from dragoman.events.content import find_content, find_inside, find_setting
from dragoman.language.sentence import Sentence, Token

_RELATIONS = frozenset(
    "iobj xcomp ccomp acl advcl obl nmod conj appos amod obj nsubj det cop expl advmod nummod aux mark".split()
)

_WITHIN_PHRASES = frozenset({"compound", "flat", "amod", "nmod", "appos", "conj", "fixed"})
"""Relations inside a noun phrase; an office stands before, behind or beside a name, as parsers have it."""

_NEAR = 12
"""Words behind a trigger among which the rest of an idiom stands."""

_OF_THE_NOUN = frozenset({"of", "by"})
"""Prepositions whose phrase, behind an object, belongs to the object."""


def _heads(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    head = sentence.head_of(token)
    return () if head is None else (head,)


def _self(_: Sentence, token: Token) -> tuple[Token, ...]:
    return (token,)


def _possessors(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    return sentence.dependents(token, "nmod:poss")


def _determiners(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """What makes a noun a definite one: an article, a possessor, the adjective of a polity."""
    return (*sentence.dependents(token, "det", "nmod:poss"), *noun_modifiers(sentence, token))


def _particles(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Words such as "back" and "off", which parsers take for particles, adverbs or prepositions."""
    near = sentence.dependents(token, "compound", "advmod", "case", "obl", "xcomp")
    return tuple(t for t in near if t.pos in {"ADP", "ADV", "PART"})


def _compounds(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Nouns that belong to the noun behind them; parsers take "an *Interests* Section" for two objects now and then."""
    found = sentence.dependents(token, "compound")
    before = sentence.tokens[token.index - 1] if token.index else token
    is_twin = before.pos == "NOUN" and before.relation == token.relation and before.head == token.head
    return (before, *found) if is_twin and not found else found


def _phrase(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The words of a noun phrase in the order of the text, without clauses and without the "as" of an office."""
    found, stack = [token], [token]
    while stack:
        near = [t for t in sentence.dependents(stack.pop()) if t.base in _WITHIN_PHRASES]
        found += near
        stack += near
    return tuple(sorted(found, key=lambda t: t.index))


def _themes(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """What an act changes: "the legation" of "closed the legation", "was closed" and "the legation closed"."""
    found = logical_objects(sentence, token)
    is_alone = token.pos == "VERB" and not found and not is_passive(sentence, token)
    return surface_subjects(sentence, token) if is_alone else found


def _later(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    return sentence.tokens[token.index + 1 : token.index + 1 + _NEAR]


_STEPS: dict[str, Callable[[Sentence, Token], tuple[Token, ...]]] = {
    "self": _self,
    "head": _heads,
    "subject": logical_subjects,
    "object": logical_objects,
    "theme": _themes,
    "later": _later,
    "content": find_content,
    "inside": find_inside,
    "setting": find_setting,
    "phrase": _phrase,
    "compound": _compounds,
    "particle": _particles,
    "poss": _possessors,
    "mod": noun_modifiers,
    "determiner": _determiners,
}


@dataclass(frozen=True, slots=True)
class Path:
    """A series of steps from a trigger.

    Attributes:
        text: The path as the rule writes it, steps separated by ``/``.
        steps: The same, taken apart.
    """

    text: str
    steps: tuple[str, ...]

    def tokens(self, sentence: Sentence, start: Token) -> tuple[Token, ...]:
        """Return the tokens that the path leads to, each once, in the order of the steps."""
        reached: tuple[Token, ...] = (start,)
        for step in self.steps:
            reached = _unique(found for token in reached for found in _follow(sentence, token, step))
        return reached


def parse_path(text: str) -> Path:
    """Read a path such as ``object/with``.

    >>> parse_path("object/in_favour_of").steps
    ('object', 'in favour of')
    """
    return Path(text, tuple(step.replace("_", " ") for step in text.split("/")))


def _follow(sentence: Sentence, token: Token, step: str) -> tuple[Token, ...]:
    function = _STEPS.get(step)
    if function is not None:
        return function(sentence, token)
    if step in _RELATIONS:
        return sentence.dependents(token, step)
    found = with_preposition(sentence, token, step)
    if found or token.pos != "VERB" or step in _OF_THE_NOUN:
        return found
    # "Demanded reparations from Germany": parsers hang the phrase on the verb or on its object, by chance.
    return tuple(t for thing in logical_objects(sentence, token) for t in with_preposition(sentence, thing, step))


def _unique(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple({token.index: token for token in tokens}.values())
