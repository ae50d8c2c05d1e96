"""Whose relations a document is about, where its title names them.

"A history of Ruritania's missions: Elbonia" is about a pair; below such a title "the Legation was
raised" and "he presented his credentials" leave both sides out, and "the two countries" are those two. A headline
with a finite verb tells of an act and names no topic in this sense.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.actors.naming import NameInSentence
from dragoman.actors.participant import Mention, Participant
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWNING = ("'s", "’s", "'", "’")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """The two polities that a title names.

    Attributes:
        owner: Whose missions and relations the page tells of: the possessor in the title; ``None`` where
            the title names both alike.
        pair: Both, the owner first where there is one; empty where the title names no pair.
    """

    owner: Participant | None = None
    pair: tuple[Participant, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the title names a pair."""
        return len(self.pair) == _PAIR

    def other(self, polity: str) -> Participant | None:
        """Return the other side of the pair, or ``None`` where the polity is not one of the two."""
        ids = [p.id for p in self.pair]
        return self.pair[1 - ids.index(polity)] if self.is_known and polity in ids else None


NO_TOPIC = Topic()


def find_topic(title: Iterable[tuple[Sentence, Iterable[NameInSentence]]]) -> Topic:
    """Find whose relations a document is about.

    Args:
        title: The sentences of its title, each with the names of the authority file in it.

    Returns:
        The pair that the title names; :data:`NO_TOPIC` where it names none, more, or tells of an act.
    """
    named: dict[str, Participant] = {}
    owners: list[str] = []
    for sentence, names in title:
        if any(token.tag in _FINITE for token in sentence.tokens):
            return NO_TOPIC
        for name in names:
            if not name.party.is_polity:
                continue
            span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
            words = sentence.text[span.start - sentence.start : span.end - sentence.start]
            behind = sentence.text[span.end - sentence.start :][:2]
            if behind.startswith(_OWNING):
                owners.append(name.party.id)
            reason = f"the title names whose relations the page is about ({words!r})"
            named.setdefault(
                name.party.id, Participant(name.party.id, name.party.name, None, Mention(span, words), reason=reason)
            )
    if len(named) != _PAIR:
        return NO_TOPIC
    pair = tuple(named.values())
    owner = named[owners[0]] if len(set(owners)) == 1 else None
    return Topic(owner, pair if owner is None or owner is pair[0] else (pair[1], pair[0]))
