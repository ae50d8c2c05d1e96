"""How an act stands to the facts, as it is gathered word by word on the way up its sentence."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.events.kind import Status

_RANK = {Status.ACTUAL: 0, Status.ANNOUNCED: 1, Status.DEMANDED: 2, Status.HYPOTHETICAL: 3}


class Negation(StrEnum):
    """What a negation further up does: turns the sign, leaves the act open, or says nothing of it."""

    FLIPS = "flips"
    OPENS = "opens"
    KEEPS = "keeps"


@dataclass(slots=True)
class Stance:
    """What has been gathered so far.

    Attributes:
        status: The weakest reading met: hypothetical, then demanded, then announced.
        negated: An odd number of negations was met.
        reasons: The words that decided, from the act outwards.
        negation: What the next negation does.
        is_apart: The words above take the act for granted and tell of something else.
    """

    status: Status = Status.ACTUAL
    negated: bool = False
    reasons: tuple[str, ...] = ()
    negation: Negation = Negation.FLIPS
    is_apart: bool = False

    def weaken(self, status: Status, word: str) -> None:
        """Take over a weaker status."""
        if _RANK[status] > _RANK[self.status]:
            self.status = status
            self.reasons += (f"{word!r} makes it {status.value}",)

    def flip(self, word: str) -> None:
        """Take over a negation: of "ruled out" and "said" it leaves the act open instead of turning the sign."""
        if self.negation is Negation.OPENS:
            self.status, self.negated, self.negation = Status.HYPOTHETICAL, False, Negation.KEEPS
            self.reasons += (f"{word!r} leaves it open",)
        elif self.negation is Negation.FLIPS:
            self.negated = not self.negated
            self.reasons += (f"{word!r} negates it",)

    def exclude(self, word: str) -> None:
        """Say that it will not be; who does not exclude it leaves it open."""
        if self.negation is Negation.KEEPS:
            return
        self.weaken(Status.ANNOUNCED, word)
        self.flip(word)
        self.negation = Negation.OPENS

    def doubt(self) -> None:
        """Let the next negation leave the act open: who does not say that it happened denies nothing."""
        if self.negation is Negation.FLIPS:
            self.negation = Negation.OPENS

    def seal(self, word: str) -> None:
        """Take the act for granted from here on."""
        self.negation = Negation.KEEPS
        self.is_apart = True
        self.reasons += (f"{word!r} takes it for granted",)
