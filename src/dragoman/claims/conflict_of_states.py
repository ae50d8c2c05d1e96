"""States and acts that exclude each other: no relations, and an embassy.

An act presupposes what was before it and leaves something behind: who severs relations had them,
who opens an embassy has one until it is closed. A claim that two polities have, or had, no
relations clashes with every claim that shows some within the same time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.claims.assertion import Assertion, SpeakerOf
from dragoman.claims.claim import ClaimKind
from dragoman.claims.dispute import ONLY_APPARENT, Bearing, Dispute, DisputeKind
from dragoman.dates.edtf import parse_edtf
from dragoman.dates.interval import ONE_DAY, DateInterval, days_between
from dragoman.documents.document import DocumentId
from dragoman.events.kind import MODE_LADDER, Ladder

EVER = re.compile(r"\b(?:never|ever|before|previously|at no time|not once)\b", re.IGNORECASE)
"""Words by which a denial speaks of all earlier times."""

STANDING_TOPICS = frozenset({Ladder.RELATIONS.value, Ladder.MISSION.value})
NONE_VALUES = frozenset({"none", "never"})
SHOWING = frozenset(mode for mode, (ladder, _) in MODE_LADDER.items() if ladder in {Ladder.RELATIONS, Ladder.MISSION})
"""Acts that show that two polities have or had relations or a mission."""

ENDING = frozenset({"relations-severed", "relations-suspended", "mission-closed", "relations-downgraded"})
"""Acts that show what was before them, and not what came after."""

MOST_TOLD = 3
"""Acts that a reason names; all claims are in the dispute."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that two polities have, or had, no relations.

    Attributes:
        assertion: What is said.
        period: The time it speaks of; without bounds where it says "never".
        is_clear: Whether the text says which time is meant.
    """

    assertion: Assertion
    period: DateInterval
    is_clear: bool


def find_state_conflicts(
    assertions: Sequence[Assertion], published: Mapping[DocumentId, str | None], speaker_of: SpeakerOf
) -> Iterator[Dispute]:
    """Yield a dispute where some deny relations between two polities and others show them.

    Args:
        assertions: All that is asserted of acts and states.
        published: EDTF day of publication of the documents, where it is known.
        speaker_of: How to call a speaker.
    """
    denials: dict[frozenset[str], list[Denial]] = {}
    showing: dict[frozenset[str], list[Assertion]] = {}
    for assertion in assertions:
        pair = _pair(assertion)
        if pair is None:
            continue
        if _denies(assertion):
            denials.setdefault(pair, []).append(_denial(assertion, published))
        elif _shows(assertion):
            showing.setdefault(pair, []).append(assertion)
    for pair, denied in denials.items():
        for bearing in Bearing:
            yield from _state_dispute(denied, showing.get(pair, ()), bearing, speaker_of)


def _pair(assertion: Assertion) -> frozenset[str] | None:
    if assertion.actor is None or assertion.recipient is None:
        return None
    return frozenset({assertion.actor.id, assertion.recipient.id})


def _denies(assertion: Assertion) -> bool:
    claim = assertion.claim
    if claim.kind is ClaimKind.STATE:
        is_none = claim.measure is not None and str(claim.measure.value).casefold() in NONE_VALUES
        return assertion.topic == Ladder.RELATIONS.value and is_none is not claim.negated
    return assertion.topic == "relations-established" and claim.negated


def _shows(assertion: Assertion) -> bool:
    claim = assertion.claim
    if claim.kind is ClaimKind.STATE:
        is_none = claim.measure is not None and str(claim.measure.value).casefold() in NONE_VALUES
        return assertion.topic in STANDING_TOPICS and not is_none and not claim.negated
    return assertion.topic in SHOWING and assertion.is_done


def _denial(assertion: Assertion, published: Mapping[DocumentId, str | None]) -> Denial:
    interval = assertion.interval
    if interval is not None:
        return Denial(assertion, interval, is_clear=True)
    claim = assertion.claim
    day = published.get(claim.document)
    latest = parse_edtf(day).latest if day is not None else None
    is_clear = claim.kind is ClaimKind.EVENT or EVER.search(claim.evidence.quote) is not None
    return Denial(assertion, days_between(None, latest), is_clear=is_clear)


def _shown(assertion: Assertion, endings: Sequence[date]) -> DateInterval | None:
    """Return the days for which an act or a state shows that there were relations."""
    interval = assertion.interval
    if interval is None or assertion.claim.kind is ClaimKind.STATE or interval.start is None:
        return interval
    if assertion.topic in ENDING:
        eve = max(interval.start, date.min + ONE_DAY) - ONE_DAY
        return days_between(eve, eve)
    return DateInterval(interval.start, min((day for day in endings if day > interval.start), default=None))


def _state_dispute(
    denied: Sequence[Denial], shown: Sequence[Assertion], bearing: Bearing, speaker_of: SpeakerOf
) -> Iterator[Dispute]:
    is_real = bearing is Bearing.REAL
    endings = [a.interval.start for a in shown if a.topic in ENDING and a.interval is not None and a.interval.start]
    meeting = [(d, a) for d in denied for a in shown if d.is_clear is is_real and _clash(d, _shown(a, endings))]
    if not meeting:
        return
    denial = meeting[0][0].assertion
    told = list(_told([assertion for _, assertion in meeting], speaker_of))
    acts = "; ".join([*told[:MOST_TOLD], *([f"and {len(told) - MOST_TOLD} more"] if len(told) > MOST_TOLD else [])])
    note = "" if is_real else f"{ONLY_APPARENT}the denial gives no time and may speak of another one"
    yield Dispute(
        kind=DisputeKind.STATE,
        left=tuple(sorted({d.assertion.claim.id for d, _ in meeting})),
        right=tuple(sorted({a.claim.id for _, a in meeting})),
        reason=f"{speaker_of(denial.claim)}: {_names(denial)} had no relations; against it stand: {acts}{note}",
        bearing=bearing,
        remedy="a treaty, an agrément or a diplomatic list of the time from either side",
    )


def _clash(denial: Denial, shown: DateInterval | None) -> bool:
    if shown is None:
        return denial.period.start is None
    return denial.period.overlaps(shown)


def _told(assertions: Sequence[Assertion], speaker_of: SpeakerOf) -> Iterator[str]:
    """Yield each act with its day and those who tell of it."""
    speakers: dict[str, dict[str, None]] = {}
    for assertion in assertions:
        date = assertion.claim.date
        when = date.edtf if date is not None and date.edtf is not None else "without date"
        what = f"{assertion.topic.replace('-', ' ')} {when}"
        speakers.setdefault(what, {})[speaker_of(assertion.claim)] = None
    for what, who in sorted(speakers.items()):
        yield f"{what} ({', '.join(who)})"


def _names(assertion: Assertion) -> str:
    return " and ".join(side.name for side in (assertion.actor, assertion.recipient) if side is not None)
