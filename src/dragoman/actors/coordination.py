"""Phrases that a text sets side by side: "Russia and Syria", "the DPR & LPR", "Donetsk, Lugansk and Kherson".

The surface is asked beside the tree: quotation marks, brackets and ampersands between
names mislead a parser, and readers not at all.
"""

from collections.abc import Sequence

from dragoman.actors.phrase import DASHES, QUOTES, ActorPhrase, PhraseKind, word_at
from dragoman.language.sentence import Sentence

_CONJUNCTIONS = frozenset({"and", "&"})
_PASSED = QUOTES | {"the", "both", "(", "his", "her", "its", "their"} | DASHES
_HYPHENS = frozenset({"-", "–", "‑", "/"})


def outermost(phrases: Sequence[ActorPhrase]) -> tuple[ActorPhrase, ...]:
    """Return the phrases that lie inside no other, in the order of the text."""
    found: list[ActorPhrase] = []
    reached = 0
    for phrase in sorted(phrases, key=lambda p: (p.first, -p.last)):
        if phrase.last > reached:
            found.append(phrase)
            reached = phrase.last
    return tuple(found)


def find_groups(sentence: Sentence, phrases: Sequence[ActorPhrase]) -> tuple[tuple[ActorPhrase, ...], ...]:
    """Find the runs of phrases that are coordinated, or joined by a hyphen ("Russian-Ukrainian").

    Args:
        sentence: The sentence.
        phrases: Its phrases, in order; none lies inside another.

    Returns:
        Groups of two or more phrases of one kind, in order; a group of commas alone is no group.
    """
    groups: list[tuple[ActorPhrase, ...]] = []
    current: list[ActorPhrase] = []
    is_joined = False
    for phrase in phrases:
        link = _link(sentence, current, phrase) if current and not is_joined and _are_alike(current[-1], phrase) else ""
        if link == "," and len(current) == 1 and _begins_clause(sentence, current[0], phrase):
            link = ""
        if link:
            current.append(phrase)
            is_joined = link == "and"
            continue
        if is_joined and len(current) > 1:
            groups.append(tuple(current))
        current, is_joined = [phrase], False
    if is_joined and len(current) > 1:
        groups.append(tuple(current))
    return tuple(groups)


def _begins_clause(sentence: Sentence, left: ActorPhrase, right: ActorPhrase) -> bool:
    """Tell whether the comma ends a phrase in front: "After the end of the union, A and B agreed"."""
    is_subject = any(sentence.tokens[index].base == "nsubj" for index in right.core)
    heads = [sentence.tokens[index] for index in left.core if sentence.tokens[index].base in {"nmod", "obl"}]
    return is_subject and any(sentence.dependents(head, "case") for head in heads)


def _are_alike(left: ActorPhrase, right: ActorPhrase) -> bool:
    """Tell whether two phrases may be members of one list: names with names, people with people."""
    return left.kind is right.kind or PhraseKind.NAME not in {left.kind, right.kind}


def _link(sentence: Sentence, current: Sequence[ActorPhrase], right: ActorPhrase) -> str:
    """How a phrase is linked to those before: "and" (also a hyphen), "," or ``""``.

    A comma before "and" links only at the end of a list: after two names it begins a clause.
    """
    left = current[-1]
    words = [word_at(sentence, index) for index in range(left.last, right.first)]
    if (
        len(words) == 1
        and words[0] in _HYPHENS
        and sentence.tokens[left.last].start == sentence.tokens[left.last - 1].end
    ):
        return "and"
    words = [word for word in words if word not in _PASSED]
    if words in (["and"], ["&"]) or (words == [",", "and"] and len(current) > 1):
        return "and"
    return "," if words == [","] else ""
