"""Whether an act was done: done or denied, done or decided only, severed or suspended.

A decision that comes before its act is no contradiction. It is one where somebody speaks of the decision
alone when, as others have it, the act was already done.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from dragoman.claims.assertion import SINGULAR, Assertion, SpeakerOf
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.dates.edtf import parse_edtf
from dragoman.documents.document import DocumentId
from dragoman.events.kind import Status

OPPOSITE = (
    frozenset({"relations-severed", "relations-suspended"}),
    frozenset({"relations-severed", "relations-downgraded"}),
    frozenset({"relations-suspended", "relations-downgraded"}),
)
"""Acts of which only one can be what happened on a day."""

NEWS_DAYS = 3
"""So many days after an act a report still tells it as news: then "decided" says that it is not done."""

Meeting = tuple[Assertion, Assertion]


def find_status_conflicts(same: Sequence[Assertion], speaker_of: SpeakerOf) -> Iterator[Dispute]:
    """Yield a dispute where one act is said to have happened, and also denied.

    Args:
        same: Assertions of one act by one actor towards one recipient.
        speaker_of: How to call a speaker.
    """
    done = [a for a in same if a.is_done]
    denied = [a for a in same if a.claim.negated and a.claim.status is not Status.HYPOTHETICAL]
    meeting = [(a, b) for a in done for b in denied if _can_meet(a, b)]
    yield from _against(meeting, DisputeKind.STATUS, ("says that it happened", "denies it"), speaker_of)


def find_decision_conflicts(
    same: Sequence[Assertion], published: Mapping[DocumentId, str | None], speaker_of: SpeakerOf
) -> Iterator[Dispute]:
    """Yield a dispute where an act is said to be done, and at the same time only decided or announced.

    Args:
        same: Assertions of one act by one actor towards one recipient.
        published: EDTF day of publication of the documents, where it is known.
        speaker_of: How to call a speaker.
    """
    done = [a for a in same if a.is_done and a.interval is not None]
    announced = [a for a in same if a.claim.status is Status.ANNOUNCED and not a.claim.negated]
    meeting = [(a, b) for a in done for b in announced if _is_late(a, b, published)]
    words = ("has it done", "only decided or announced")
    yield from _against(meeting, DisputeKind.DECISION, words, speaker_of)


def find_opposites(assertions: Sequence[Assertion], speaker_of: SpeakerOf) -> Iterator[Dispute]:
    """Yield a dispute where one day's act is called by two names that exclude each other.

    Args:
        assertions: All that is asserted of acts.
        speaker_of: How to call a speaker.
    """
    groups: dict[tuple[str, str, frozenset[str]], list[Assertion]] = {}
    for assertion in assertions:
        for names in OPPOSITE:
            if assertion.topic in names and assertion.is_done:
                groups.setdefault((assertion.key[1], assertion.key[2], names), []).append(assertion)
    for same in groups.values():
        by_topic = {a.topic: [b for b in same if b.topic == a.topic] for a in same}
        for (topic, left), (other, right) in combinations(sorted(by_topic.items()), 2):
            meeting = [(a, b) for a in left for b in right if _overlap(a, b)]
            if meeting:
                yield _degree_dispute(meeting, (topic, other), speaker_of)


def _degree_dispute(meeting: Sequence[Meeting], topics: tuple[str, str], speaker_of: SpeakerOf) -> Dispute:
    one, two = meeting[0]
    words = [topic.rpartition("-")[2] for topic in topics]
    return Dispute(
        kind=DisputeKind.DEGREE,
        left=tuple(sorted({a.claim.id for a, _ in meeting})),
        right=tuple(sorted({b.claim.id for _, b in meeting})),
        reason=f"{one.title}: {speaker_of(one.claim)} says {words[0]}, {speaker_of(two.claim)} says {words[1]} "
        "of the same time",
        remedy=f"the text of the decision: does it say {words[0]} or {words[1]}?",
    )


def _against(
    meeting: Sequence[Meeting], kind: DisputeKind, words: tuple[str, str], speaker_of: SpeakerOf
) -> Iterator[Dispute]:
    if not meeting:
        return
    asserted, opposed = meeting[0]
    yield Dispute(
        kind=kind,
        left=tuple(sorted({a.claim.id for a, _ in meeting})),
        right=tuple(sorted({b.claim.id for _, b in meeting})),
        reason=f"{asserted.title}: {speaker_of(asserted.claim)} {words[0]}, {speaker_of(opposed.claim)} {words[1]}",
        remedy="a record of the act itself from the actor or the recipient",
    )


def _is_late(done: Assertion, announced: Assertion, published: Mapping[DocumentId, str | None]) -> bool:
    """Tell whether an announcement speaks of a time at which the act is said to have been done."""
    if done.interval is None:
        return False
    if announced.interval is not None:
        return done.interval.overlaps(announced.interval)
    if announced.claim.document == done.claim.document:
        return False
    day, page = done.interval.latest, _day(published.get(announced.claim.document))
    is_dated_day = done.interval.is_day and day is not None and page is not None
    return is_dated_day and day is not None and page is not None and 0 <= (page - day).days <= NEWS_DAYS


def _day(published: str | None) -> date | None:
    """Return the day of publication, or ``None`` where it is not known to the day."""
    if published is None:
        return None
    interval = parse_edtf(published.partition("T")[0])
    return interval.latest if interval.is_day else None


def _can_meet(one: Assertion, other: Assertion) -> bool:
    """Tell whether two assertions can be about one act: their dates overlap, or one of them gives none."""
    if one.interval is None or other.interval is None:
        return one.topic in SINGULAR
    return one.interval.overlaps(other.interval)


def _overlap(one: Assertion, other: Assertion) -> bool:
    return one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)
