"""Assertions: what a claim says of one actor and one recipient, so that claims can be compared.

"North Korea recognised Donetsk and Luhansk" asserts two things; each can be contradicted alone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.dates.interval import DateInterval
from dragoman.events.kind import MODE_LADDER, Status

SpeakerOf = Callable[[Claim], str]
"""How to call the speaker of a claim; who knows the pages can say more than the claim itself."""

DONE = frozenset({Status.ACTUAL, Status.HISTORICAL})
MUTUAL = frozenset({"relations-established", "relations-restored", "agreement-signed", "agreement-ratified"})
"""Acts that two do together: the order of the two says nothing."""

ONCE = frozenset({"recognition", "independence-declared", "membership-joined", "state-dissolved"})
"""Acts that are done once, so that two dates of them contradict each other however far apart."""

SINGULAR = (ONCE | MUTUAL | frozenset(MODE_LADDER)) - {"recognition-refused"}
"""Acts that are not done twice within a year, so that two near dates of them contradict each other."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a claim says of one actor and one recipient.

    Attributes:
        claim: The claim.
        topic: The mode; for plain events the root; for states the ladder or predicate.
        actor: Who acts, or whose state it is; ``None`` where nobody is named.
        recipient: To whom; ``None`` where nobody is named.
    """

    claim: Claim
    topic: str
    actor: Participant | None
    recipient: Participant | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What is compared: topic and the two sides, in plain order for mutual acts."""
        sides = (_id(self.actor), _id(self.recipient))
        return (self.topic, *(sorted(sides) if self.topic in MUTUAL else sides))

    @property
    def interval(self) -> DateInterval | None:
        """The days that may be meant, or ``None`` when the date is unknown."""
        return None if self.claim.date is None else self.claim.date.interval

    @property
    def is_done(self) -> bool:
        """Whether the claim says that it happened."""
        return self.claim.status in DONE and not self.claim.negated

    @property
    def title(self) -> str:
        """What is asserted, in plain words: ``recognition, North Korea → Donetsk People's Republic``."""
        sides = [side.name for side in (self.actor, self.recipient) if side is not None]
        mark = " and " if self.topic in MUTUAL else " → "
        return f"{self.topic.replace('-', ' ').lower()}, {mark.join(sides)}" if sides else self.topic


def find_assertions(claims: Iterable[Claim], *kinds: ClaimKind) -> Iterator[Assertion]:
    """Yield what claims assert of each actor and recipient that is known.

    Args:
        claims: The claims.
        kinds: Kinds of claim to look at.
    """
    for claim in claims:
        topic = topic_of(claim)
        if claim.kind in kinds and topic is not None:
            for actor, recipient in _sides(claim, topic):
                yield Assertion(claim, topic, actor, recipient)


def topic_of(claim: Claim) -> str | None:
    """Return what a claim is about: its mode, its root, or the ladder or noun that it measures."""
    if claim.kind is ClaimKind.EVENT:
        return claim.own_mode or (claim.event and claim.event.value)
    if claim.measure is None:
        return claim.mode
    return claim.measure.unit if claim.kind is ClaimKind.STATE else claim.measure.of


def speaker_of(claim: Claim) -> str:
    """Return who says it, in plain words."""
    hop = claim.speaker
    return hop.source if hop.kind.value != "unnamed" else f"{claim.chain[0].source} (citing “{hop.source}”)"


def _sides(claim: Claim, topic: str) -> Iterator[tuple[Participant | None, Participant | None]]:
    actors = [p for p in claim.actors if p.id != UNKNOWN_ID]
    recipients = [p for p in claim.recipients if p.id != UNKNOWN_ID]
    if actors and recipients:
        yield from ((a, r) for a, r in product(actors, recipients) if a.id != r.id)
    elif len(actors) > 1 and (topic in MUTUAL or claim.kind is ClaimKind.STATE):
        yield from combinations(actors, 2)
    elif actors:
        yield from ((actor, None) for actor in actors)
    else:
        yield from ((None, recipient) for recipient in recipients)


def _id(participant: Participant | None) -> str:
    return "" if participant is None else participant.id
