"""Modes and contexts of plain acts, by the words of the clause that tells of them.

PLOVER gives a category one mode (a protest is a demonstration, a strike, a riot …) and any number of contexts. Rules
find the category; which mode it is, the other words of the clause tell.

Source: PLOVER manual (2021), tables of modes and contexts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.events.kind import EventType, Root
from dragoman.language.sentence import Sentence, Token

_OTHER_CLAUSES = frozenset({"advcl", "ccomp", "parataxis", "acl:relcl", "csubj"})
_SENTENCES = frozenset({"conj"})


@dataclass(frozen=True, slots=True)
class ModeEntry:
    """One mode of a category.

    Attributes:
        mode: Its name.
        cameo: CAMEO code, or ``None`` where that of the category stays.
        trigger: Lemmas of which the word that tells of the act must be one; empty for any.
        words: Lemmas of which one must stand in the clause; empty for none.
    """

    mode: str
    cameo: str | None
    trigger: frozenset[str]
    words: frozenset[str]

    def fits(self, trigger: str, words: frozenset[str]) -> bool:
        """Tell whether a clause tells of this mode."""
        return (not self.trigger or trigger in self.trigger) and (not self.words or bool(self.words & words))


@dataclass(frozen=True, slots=True)
class Classes:
    """Modes and contexts of a language.

    Attributes:
        modes: The modes of each category, the more special before the more general.
        contexts: The words of each context.
    """

    modes: Mapping[Root, tuple[ModeEntry, ...]]
    contexts: Mapping[str, frozenset[str]]

    def classify(self, event: EventType, sentence: Sentence, trigger: Token) -> EventType:
        """Return the kind of an act with its contexts, and with its mode where the rule gives none.

        Args:
            event: As the rule has it.
            sentence: Where the act is told.
            trigger: The word that tells of it.
        """
        words = frozenset(clause_lemmas(sentence, trigger))
        found = tuple(name for name, own in self.contexts.items() if own & words)
        event = replace(event, context=tuple(dict.fromkeys((*event.context, *found))))
        if event.mode is not None:
            return event
        lemma = trigger.lemma.lower()
        entry = next((one for one in self.modes.get(event.root, ()) if one.fits(lemma, words)), None)
        return event if entry is None else replace(event, mode=entry.mode, cameo=entry.cameo or event.cameo)


def clause_lemmas(sentence: Sentence, trigger: Token) -> Iterator[str]:
    """Yield the lemmas of the clause of an act: its own word, and all below it that opens no clause of its own."""
    stack = [trigger]
    if trigger.pos != "VERB" and (head := sentence.head_of(trigger)) is not None and head.pos == "VERB":
        yield head.lemma.lower()
    while stack:
        token = stack.pop()
        yield token.lemma.lower()
        for below in sentence.dependents(token):
            is_other = below.relation in _OTHER_CLAUSES or below.base in _OTHER_CLAUSES
            is_other = is_other or (below.base in _SENTENCES and below.pos in {"VERB", "AUX"})
            if not is_other:
                stack.append(below)
