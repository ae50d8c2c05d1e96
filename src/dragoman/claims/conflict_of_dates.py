"""Two dates, or two places, for one act.

A difference that the clocks of the two sides explain is apparent: an evening in Kyiv is the next
day in Pyongyang. The clocks explain nothing where those who give the earlier day speak by the clock
on which it is later. Where one of the two days is that of the decision, the decision and the act are
two things.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from rapidfuzz import fuzz

from dragoman.claims.assertion import ONCE, SINGULAR, Assertion, SpeakerOf
from dragoman.claims.dispute import ONLY_APPARENT, Bearing, Dispute, DisputeKind
from dragoman.dates.interval import DateInterval
from dragoman.dates.zones import UTC_OFFSETS, can_be_same_moment
from dragoman.events.kind import Status

SAME_ACT_DAYS = 366
"""Two acts of one kind nearer than this are taken for one and the same."""

NAMED_CLOCK = re.compile(r"\b(?:[A-Z][\w’']+|local|[Ss]tandard) time\b|\b(?:GMT|UTC|MSK|KST|CET|EST|EDT)\b")
"""Words that say by which clock a day is meant, whoever speaks."""

SAME_PLACE = 70
"""Likeness, of 100, from which on two places may be two spellings of one."""


def find_date_conflicts(
    same: Sequence[Assertion], speaker_of: SpeakerOf, homes: Mapping[str, str]
) -> Iterator[Dispute]:
    """Yield a dispute for each two dates of one act that exclude each other.

    Args:
        same: Assertions of one act by one actor towards one recipient.
        speaker_of: How to call a speaker.
        homes: The polity by whose clock an agency or outlet speaks.
    """
    if not same or same[0].topic not in SINGULAR:
        return
    groups: list[list[Assertion]] = []
    for assertion in sorted((a for a in same if a.is_done and a.interval is not None), key=_vagueness):
        compatible = [group for group in groups if _overlap(group[0], assertion)]
        for group in compatible:
            group.append(assertion)
        if not compatible:
            groups.append([assertion])
    for left, right in combinations(groups, 2):
        if _exclude(left[0], right[0]) and _voices(left) != _voices(right):
            clocks = _clocks_that_explain(left, right, homes)
            why = f"by the clocks of {clocks} one moment can fall on both days" if clocks else ""
            decided = "" if why else _day_of_decision(left[0], right[0], same, speaker_of)
            kind = DisputeKind.DECISION if decided else DisputeKind.DATE
            yield _date_dispute(left, right, kind=kind, why=why or decided, speaker_of=speaker_of)


def find_place_conflicts(same: Sequence[Assertion], speaker_of: SpeakerOf) -> Iterator[Dispute]:
    """Yield a dispute for each two places of one act whose dates go together.

    Args:
        same: Assertions of one act by one actor towards one recipient.
        speaker_of: How to call a speaker.
    """
    groups: dict[str, list[Assertion]] = {}
    for assertion in same:
        if assertion.is_done and assertion.claim.place:
            groups.setdefault(_plain(assertion.claim.place), []).append(assertion)
    for (place, left), (other, right) in combinations(groups.items(), 2):
        if not _are_alike(place, other) and _are_one_act(left[0], right[0]):
            yield Dispute(
                kind=DisputeKind.PLACE,
                left=tuple(a.claim.id for a in left),
                right=tuple(a.claim.id for a in right),
                reason=f"{left[0].title}: {speaker_of(left[0].claim)} places it in {left[0].claim.place}, "
                f"{speaker_of(right[0].claim)} in {right[0].claim.place}",
                remedy="a picture or a document of the act that shows the place",
            )


def _date_dispute(
    left: Sequence[Assertion], right: Sequence[Assertion], *, kind: DisputeKind, why: str, speaker_of: SpeakerOf
) -> Dispute:
    one, other = left[0], right[0]
    # A vague date that goes with both is on neither side.
    shared = {a.claim.id for a in left} & {a.claim.id for a in right}
    reason = f"{one.title}: {speaker_of(one.claim)} gives {_edtf(one)}, {speaker_of(other.claim)} gives {_edtf(other)}"
    return Dispute(
        kind=kind,
        left=tuple(a.claim.id for a in left if a.claim.id not in shared),
        right=tuple(a.claim.id for a in right if a.claim.id not in shared),
        reason=f"{reason}{ONLY_APPARENT}{why}" if why else reason,
        bearing=Bearing.APPARENT if why else Bearing.REAL,
        remedy="the act itself (decree, note, letter) with its date" + (" and hour" if "clocks" in why else ""),
    )


def _day_of_decision(one: Assertion, other: Assertion, same: Sequence[Assertion], speaker_of: SpeakerOf) -> str:
    """Say that the earlier of two days is the day on which the act was announced, or return an empty text."""
    starts = [(a.interval.start, a) for a in (one, other) if a.interval is not None and a.interval.start is not None]
    if len(starts) < len((one, other)):
        return ""
    _, earlier = min(starts, key=lambda pair: pair[0])
    for announced in same:
        is_announced = announced.claim.status is Status.ANNOUNCED and not announced.claim.negated
        if is_announced and announced.interval == earlier.interval and earlier.interval is not None:
            return f"on {_edtf(earlier)} it was announced or decided, as {speaker_of(announced.claim)} has it"
    return ""


def _vagueness(assertion: Assertion) -> int:
    days = assertion.interval.days if assertion.interval is not None else None
    return days if days is not None else (date.max - date.min).days


def _overlap(one: Assertion, other: Assertion) -> bool:
    return one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)


def _exclude(one: Assertion, other: Assertion) -> bool:
    left, right = one.interval, other.interval
    if left is None or right is None or left.overlaps(right):
        return False
    return one.topic in ONCE or days_apart(left, right) < SAME_ACT_DAYS


def _are_one_act(one: Assertion, other: Assertion) -> bool:
    left, right = one.interval, other.interval
    if left is None or right is None:
        return one.topic in ONCE
    return left.overlaps(right)


def days_apart(left: DateInterval, right: DateInterval) -> int:
    """Return how many days lie between two spans; as many as there can be where they overlap."""
    gaps = [
        (later.start - earlier.end).days
        for earlier, later in ((left, right), (right, left))
        if later.start is not None and earlier.end is not None and earlier.end <= later.start
    ]
    return min(gaps, default=(date.max - date.min).days)


def _clocks_that_explain(left: Sequence[Assertion], right: Sequence[Assertion], homes: Mapping[str, str]) -> str:
    """Name the two sides whose clocks let both dates be of one moment, or return an empty text."""
    one, other = left[0], right[0]
    if one.interval is None or other.interval is None or not (one.interval.is_day and other.interval.is_day):
        return ""
    sides = [side for side in (one.actor, one.recipient) if side is not None and side.id in UTC_OFFSETS]
    first, second = _clocks(left, homes), _clocks(right, homes)
    for here, there in product(sides, repeat=2):
        if (
            here.id != there.id
            and can_be_same_moment(one.interval, UTC_OFFSETS[here.id], other.interval, UTC_OFFSETS[there.id])
            and there.id not in first
            and here.id not in second
        ):
            return f"{sides[0].name} and {sides[1].name}"
    return ""


def _clocks(assertions: Sequence[Assertion], homes: Mapping[str, str]) -> set[str]:
    """By whose clocks the speakers of a day speak, as far as it is known."""
    own = [a.claim for a in assertions if not NAMED_CLOCK.search(a.claim.evidence.quote)]
    ids = {claim.speaker.id for claim in own if claim.speaker.id is not None}
    return {homes.get(one, one) for one in ids} & UTC_OFFSETS.keys()


def _voices(assertions: Sequence[Assertion]) -> set[tuple[str, str]]:
    return {(a.claim.document, a.claim.speaker.source) for a in assertions}


def _edtf(assertion: Assertion) -> str:
    return (assertion.claim.date and assertion.claim.date.edtf) or ""


def _are_alike(place: str, other: str) -> bool:
    """Tell whether two places can be one: a part of it, or another spelling (Kyiv, Kiev)."""
    return place in other or other in place or fuzz.ratio(place, other) >= SAME_PLACE


def _plain(place: str) -> str:
    words = place.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
