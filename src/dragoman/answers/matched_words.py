"""Which words of a sentence a pattern speaks of: its trigger, what must stand near it, and who fills its roles.

A rule that is looked at anew knows nobody: a role is shown by the words that stand where the pattern looks for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.documents.span import Span
from dragoman.events.matcher import is_met
from dragoman.events.phrase import phrase_text
from dragoman.events.rule import Pattern, Role
from dragoman.language.sentence import Sentence, Token


@dataclass(frozen=True, slots=True)
class MatchedPart:
    """Words that a pattern speaks of.

    Attributes:
        name: ``trigger``, ``near`` or the name of a role.
        path: Where the pattern looks for them; ``""`` for the trigger.
        text: The words.
        span: The place of the word that the path leads to, in the document's text.
    """

    name: str
    path: str
    text: str
    span: Span


def find_matched(sentence: Sentence, pattern: Pattern) -> Iterator[MatchedPart]:
    """Yield the words of a sentence that a pattern speaks of, trigger by trigger.

    Args:
        sentence: A parsed sentence.
        pattern: The pattern.
    """
    for token in sentence.tokens:
        is_trigger = token.lemma.lower() in pattern.lemmas and token.pos in pattern.pos
        if not is_trigger or not all(is_met(sentence, token, need) for need in pattern.needs):
            continue
        yield MatchedPart("trigger", "", token.text, token.span)
        for need in pattern.needs:
            if not need.absent:
                for near in need.path.tokens(sentence, token):
                    if not need.lemmas or near.lemma.lower() in need.lemmas:
                        yield MatchedPart("near", need.path.text, near.text, near.span)
        for role in pattern.roles:
            yield from _fillers(sentence, token, role)


def _fillers(sentence: Sentence, trigger: Token, role: Role) -> Iterator[MatchedPart]:
    for path in role.paths:
        found = path.tokens(sentence, trigger)
        for token in found:
            yield MatchedPart(role.name.value, path.text, phrase_text(sentence, token), token.span)
        if found:
            return
