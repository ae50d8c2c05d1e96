"""Findings: what a sentence says, before the chain, the date and the evidence are joined to it."""

from dataclasses import dataclass

from dragoman.actors.participant import Participant
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.dates.event_date import EventDate
from dragoman.events.factuality import Factuality
from dragoman.events.kind import ENVOY_RANKS, LADDERS, MISSION_STEPS, EventType, Status
from dragoman.events.mention import EventMention
from dragoman.events.rule import StateType
from dragoman.language.sentence import Sentence, Token

AS_FACT = Factuality(Status.ACTUAL, negated=False, reason="said as a fact")


@dataclass(frozen=True, slots=True)
class Finding:
    """One event, state, count, quantity or name that a sentence gives.

    Attributes:
        kind: What sort of thing is said.
        sentence: Where.
        trigger: The word that says it; attribution and date are looked up from here.
        type: The kind of event (for events and counts of events), or ``None``.
        actors: Who does it, or whose it is.
        recipients: To whom.
        measure: The value stated.
        object: What else it is about, as the text has it.
        place: Where, as the text has it.
        factuality: Whether it is said to be so.
        rule: Identifier of the rule.
        weight: How far the rule is to be trusted, 0 to 1.
        date: A date that the finding itself fixes (one of several amounts by year), or ``None``.
    """

    kind: ClaimKind
    sentence: Sentence
    trigger: Token
    type: EventType | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    measure: Measure | None
    object: str | None
    place: str | None
    factuality: Factuality
    rule: str
    weight: float
    date: EventDate | None = None


def _without(unit: str) -> str:
    """The lowest step of a ladder, or ``none`` for a predicate."""
    ladder = next((steps for name, steps in LADDERS.items() if name == unit), ("none",))
    return ladder[-1]


def _measure_of_act(mode: str | None, noun: str | None) -> Measure | None:
    """The step of a mission or the rank of an envoy that a noun names."""
    if noun in MISSION_STEPS and not (mode or "").startswith("envoy-"):
        return Measure(MISSION_STEPS[noun], "mission", "mission")
    return Measure(ENVOY_RANKS[noun], "rank", "envoy") if noun in ENVOY_RANKS else None


def finding_of(mention: EventMention) -> Finding:
    """Return the finding for a matched rule: an event, or a state where the rule states one."""
    kind = mention.rule.type
    step = None if mention.step is None else MISSION_STEPS.get(mention.step)
    if isinstance(kind, StateType):
        value = _without(kind.unit) if mention.factuality.negated else step or kind.value
        measure: Measure | None = Measure(value, kind.unit, kind.unit)
        event = None
    else:
        measure = _measure_of_act(kind.mode, mention.step)
        event = kind
    return Finding(
        kind=ClaimKind.STATE if event is None else ClaimKind.EVENT,
        sentence=mention.sentence,
        trigger=mention.trigger,
        type=event,
        actors=mention.actors,
        recipients=mention.recipients,
        measure=measure,
        object=mention.object,
        place=mention.place,
        factuality=mention.factuality,
        rule=mention.rule_id,
        weight=mention.pattern.weight,
    )
