"""What Dragoman itself says of an act: short, neutral sentences made from tables.

Words of reports never come in here; they stand in quotation marks beside these sentences.
"""

from collections.abc import Sequence

from dragoman.actors.participant import Participant
from dragoman.claims.assertion import MUTUAL
from dragoman.claims.claim import Claim, ClaimKind, Measure
from dragoman.events.kind import Status

ACTS: dict[str, tuple[str, str]] = {
    "recognition": ("recognised", "recognise"),
    "recognition-withdrawn": ("withdrew the recognition of", "withdraw the recognition of"),
    "recognition-refused": ("refused to recognise", "refuse to recognise"),
    "relations-established": ("established diplomatic relations with", "establish diplomatic relations with"),
    "relations-upgraded": ("upgraded relations with", "upgrade relations with"),
    "relations-downgraded": ("downgraded relations with", "downgrade relations with"),
    "relations-suspended": ("suspended diplomatic relations with", "suspend diplomatic relations with"),
    "relations-severed": ("severed diplomatic relations with", "sever diplomatic relations with"),
    "relations-restored": ("restored diplomatic relations with", "restore diplomatic relations with"),
    "mission-opened": ("opened {step} in", "open {step} in"),
    "mission-closed": ("closed {step} in", "close {step} in"),
    "mission-elevated": ("raised its mission to {step} in", "raise its mission to {step} in"),
    "mission-reduced": ("reduced its mission to {step} in", "reduce its mission to {step} in"),
    "mission-relocated": ("moved {step} in", "move {step} in"),
    "envoy-appointed": ("appointed an envoy to", "appoint an envoy to"),
    "envoy-accredited": ("accredited an envoy of", "accredit an envoy of"),
    "envoy-recalled": ("recalled its envoy from", "recall its envoy from"),
    "envoy-expelled": ("expelled an envoy of", "expel an envoy of"),
    "envoy-summoned": ("summoned an envoy of", "summon an envoy of"),
    "agreement-signed": ("signed an agreement with", "sign an agreement with"),
    "agreement-ratified": ("ratified an agreement with", "ratify an agreement with"),
    "agreement-suspended": ("suspended an agreement with", "suspend an agreement with"),
    "agreement-withdrawn": ("withdrew from an agreement with", "withdraw from an agreement with"),
    "membership-joined": ("joined", "join"),
    "membership-left": ("left", "leave"),
    "independence-declared": ("declared independence from", "declare independence from"),
    "territory-annexed": ("annexed territory of", "annex territory of"),
    "territory-ceded": ("ceded territory to", "cede territory to"),
    "state-dissolved": ("ceased to exist", "cease to exist"),
    "state-succeeded": ("succeeded", "succeed"),
    "visit": ("visited", "visit"),
    "meeting": ("met", "meet"),
    "phone": ("spoke by telephone with", "speak by telephone with"),
    "negotiation": ("negotiated with", "negotiate with"),
    "message": ("sent a message to", "send a message to"),
    "ceasefire": ("agreed on a ceasefire with", "agree on a ceasefire with"),
    "AGREE": ("agreed with", "agree with"),
    "CONSULT": ("consulted with", "consult with"),
    "SUPPORT": ("expressed support for", "express support for"),
    "CONCEDE": ("made a concession to", "make a concession to"),
    "COOPERATE": ("cooperated with", "cooperate with"),
    "AID": ("gave aid to", "give aid to"),
    "RETREAT": ("withdrew or stood down towards", "withdraw or stand down towards"),
    "REQUEST": ("made a request to", "make a request to"),
    "ACCUSE": ("criticised or accused", "criticise or accuse"),
    "REJECT": ("rejected an act or demand of", "reject an act or demand of"),
    "THREATEN": ("threatened", "threaten"),
    "PROTEST": ("protested against", "protest against"),
    "SANCTION": ("took measures against", "take measures against"),
    "MOBILIZE": ("moved forces towards", "move forces towards"),
    "COERCE": ("used coercion against", "use coercion against"),
    "ASSAULT": ("attacked", "attack"),
}
"""Past and plain form by mode, or by root where there is no mode. Both end where the recipient follows."""

PREPOSITIONS = ("with", "from", "to", "for", "in", "of", "against", "towards")
PREDICATES = {"part-of": "part of", "located-in": "located in"}
SHARED = {"relations": "diplomatic relations", "trade": "trade relations", "ties": "ties"}
"""What two sides have together, by the unit of the state."""

ORDINALS = {1: "st", 2: "nd", 3: "rd"}
TEENS = range(11, 14)


def sentence_of(claim: Claim) -> str:
    """Return what a claim says, in Dragoman's own words, without a full stop and without its date.

    Denied, announced, demanded and supposed acts are said to be so.
    """
    if claim.kind is ClaimKind.EVENT:
        return _event(claim)
    if claim.measure is None:
        return f"{join_names(claim.actors)}: {claim.mode or claim.kind.value}"
    if claim.kind is ClaimKind.STATE:
        return _state(claim, claim.measure)
    if claim.kind is ClaimKind.COUNT:
        return _count(claim, claim.measure)
    if claim.kind is ClaimKind.QUANTITY:
        return _quantity(claim, claim.measure)
    return f"{join_names(claim.actors)} is called “{claim.measure.value}”"


def join_names(participants: Sequence[Participant]) -> str:
    """Return the plain names of participants as an enumeration; a name is given once."""
    names = list(dict.fromkeys(p.name for p in participants))
    if not names:
        return "somebody who is not named"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def act_of(claim: Claim) -> tuple[str, str]:
    """Return the past and the plain form of an act, with the step of a mission filled in."""
    key = claim.own_mode or (claim.event.value if claim.event is not None else "")
    plain = key.replace("-", " ").lower()
    past, base = ACTS.get(key, (f"({plain}) towards", f"({plain}) towards"))
    step = f"its {str(claim.measure.value).lower()}" if claim.measure is not None else "its mission"
    return past.format(step=step), base.format(step=step)


def ordinal(number: int) -> str:
    """Return a number as an ordinal.

    >>> ordinal(3), ordinal(112)
    ('3rd', '112th')
    """
    ending = "th" if number % 100 in TEENS else ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"


def _event(claim: Claim) -> str:
    past, base = act_of(claim)
    actors, recipients = join_names(claim.actors), join_names(claim.recipients)
    if not claim.recipients:
        past, base = _alone(past), _alone(base)
        recipients = ""
    elif claim.mode in MUTUAL:
        actors, recipients = join_names((*claim.actors, *claim.recipients)), ""
        past, base = _alone(past), _alone(base)
    sentence = f"{actors} {_verb(claim, past, base)} {recipients}".strip()
    return " ".join(sentence.split())


def _verb(claim: Claim, past: str, base: str) -> str:
    if claim.status is Status.ANNOUNCED:
        return f"would {'not ' if claim.negated else ''}{base}"
    if claim.status is Status.DEMANDED:
        return f"was called upon {'not ' if claim.negated else ''}to {base}"
    if claim.status is Status.HYPOTHETICAL:
        return f"might {'not ' if claim.negated else ''}{base}"
    return f"did not {base}" if claim.negated else past


def _alone(words: str) -> str:
    """Return a verb without the preposition that a recipient would follow."""
    head, _, last = words.rpartition(" ")
    return head if last in PREPOSITIONS and head else words


def _state(claim: Claim, measure: Measure) -> str:
    actors, recipients = join_names(claim.actors), join_names(claim.recipients)
    sides = f"{actors} and {recipients}" if claim.recipients else actors
    is_none = str(measure.value).casefold() in {"none", "never"}
    no = "no " if is_none is not claim.negated else ""
    if measure.unit in SHARED:
        kind = f"{measure.value} " if measure.unit == "ties" and not is_none else ""
        return f"{sides} had {no}{kind}{SHARED[measure.unit]}"
    if measure.unit == "recognition":
        return f"{actors} {'did not recognise' if no else 'recognised'} {recipients}"
    if measure.unit == "mission":
        step = "mission" if is_none else str(measure.value).lower()
        host = recipients if claim.recipients else claim.place or "a place that is not named"
        return f"{actors} had {no or _article(step)}{step} in {host}"
    if measure.unit in PREDICATES:
        whole = recipients if claim.recipients else claim.object or str(measure.value)
        verb = "were" if len({p.id for p in claim.actors}) > 1 else "was"
        return f"{actors} {verb} {'not ' if claim.negated else ''}{PREDICATES[measure.unit]} {whole}"
    return f"{sides}: {'not ' if claim.negated else ''}{measure.unit.replace('-', ' ')} {measure.value}"


def _article(noun: str) -> str:
    return "an " if noun[:1] in "aeiou" else "a "


def _count(claim: Claim, measure: Measure) -> str:
    try:
        number = int(float(measure.value))
    except (ValueError, OverflowError):
        # A reviewer may have written what is no number: it is told as it stands.
        return f"{join_names(claim.actors)}: {measure.of} {measure.value}"
    _, base = ACTS.get(measure.of, ("", measure.of.replace("-", " ")))
    recipients = join_names(claim.recipients) if claim.recipients else ""
    scope = f" (counted “{measure.scope}”)" if measure.scope else ""
    if measure.unit == "ordinal":
        return f"{join_names(claim.actors)} was the {ordinal(number)} to {base} {recipients}".strip() + scope
    return f"{number:,} did so: {base} {recipients}".strip() + scope


def _quantity(claim: Claim, measure: Measure) -> str:
    amount = f"{measure.value:,.10g}" if isinstance(measure.value, float | int) else measure.value
    sides = join_names(claim.actors) if claim.actors else ""
    to = f" to {join_names(claim.recipients)}" if claim.recipients else ""
    return f"{measure.of}{' of ' + sides if sides else ''}{to}: {amount} {measure.unit}"
