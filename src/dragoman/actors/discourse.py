"""Who stands where in a document, as far as it has been read; what reference looks back on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.actors.participant import Participant
from dragoman.actors.phrase import ActorPhrase
from dragoman.actors.standing import Standing
from dragoman.actors.topic import NO_TOPIC, Topic
from dragoman.language.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference stands for.

    Attributes:
        participants: As they stood where they were named; empty when the reference stays open.
        reason: Why, or why not; ``""`` when the words refer to nobody at all ("it is reported").
    """

    participants: tuple[Participant, ...]
    reason: str


@dataclass(slots=True)
class Discourse:
    """Who stands where in a document, as far as it has been read.

    Attributes:
        sentences: All sentences.
        sections: For each sentence, the index of its section.
        quoted: For each sentence, the indexes of its quoted tokens.
        phrases: For each sentence, its phrases.
        standings: For each sentence read so far, who stands in it, in order.
        topic: Whose relations the document is about, where its title says so.
    """

    sentences: Sequence[Sentence]
    sections: Sequence[int]
    quoted: Sequence[frozenset[int]]
    phrases: Sequence[tuple[ActorPhrase, ...]] = ()
    standings: list[list[Standing]] = field(default_factory=list)
    topic: Topic = NO_TOPIC

    def before(self, index: int, token: int) -> tuple[Standing, ...]:
        """Return who stands in a sentence before a token."""
        return tuple(s for s in self.standings[index] if s.token < token)

    def back(self, index: int, depth: int) -> Iterator[tuple[Standing, ...]]:
        """Yield who stands in the sentences before, nearest first, without leaving the section."""
        for earlier in range(index - 1, max(-1, index - 1 - depth), -1):
            if self.sections[earlier] != self.sections[index]:
                return
            yield tuple(self.standings[earlier])

    def at(self, index: int, token: int) -> Standing | None:
        """Return who stands at a token."""
        found = [
            s for s in self.standings[index] if s.token == token or (s.phrase is not None and token in s.phrase.core)
        ]
        return max(found, key=lambda s: len(s.participants)) if found else None
