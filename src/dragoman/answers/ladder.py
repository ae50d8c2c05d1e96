"""Steps of the ladders with their first and last days, as claims give them.

An act that moves a pair begins a step, which lasts until another act ends it, as far as the
ledger's claims go. What no claim covers is a gap and is shown as one: relations that were restored,
or severed twice, were something else in between, whose beginning no claim tells. A state that is
told of one time says nothing of what came before and after it. Only what is said to have happened counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation
from dragoman.claims.assertion import DONE, Assertion, find_assertions
from dragoman.claims.claim import ClaimId, ClaimKind
from dragoman.claims.conflict_of_dates import SAME_ACT_DAYS, days_apart
from dragoman.dates.event_date import EventDate
from dragoman.dates.interval import Certainty
from dragoman.events.kind import LADDERS, MODE_LADDER, Ladder

REFUSAL = "recognition-refused"
RESTORED = "relations-restored"
ANEW = frozenset(
    {RESTORED, "relations-established", "relations-severed", "relations-suspended", "mission-opened", "mission-closed"}
)
"""Acts that lead to a step from another one: two of them far apart cannot have the same step between them."""
FORWARD = "{0} → {1}"
BOTH = "{0} – {1}"


@dataclass(frozen=True, slots=True)
class Span:
    """One step of a ladder, from one act to the next.

    Attributes:
        ladder: Which ladder.
        sender: Identifier of the side whose step it is; either side for relations.
        receiver: Identifier of the other side.
        title: Both sides in plain names.
        step: The step, or ``None`` for a gap: nothing is known of that time.
        start: Date of the act that begins it, or ``None`` when unknown.
        end: Date of the act that ends it, or ``None`` when no claim ends it.
        has_ended: Whether claims tell that it ended, though none gives the day.
        is_state: Whether a claim only tells that it was so at that time.
        citations: The claims that begin or tell of it.
        ended_by: The claims that end it.
        certainty: Whether it had begun, or was so, on the asked day.
    """

    ladder: Ladder
    sender: str
    receiver: str
    title: str
    step: str | None
    start: EventDate | None
    end: EventDate | None
    has_ended: bool = False
    is_state: bool = False
    citations: tuple[Citation, ...] = field(default=(), repr=False)
    ended_by: tuple[Citation, ...] = field(default=(), repr=False)
    certainty: Certainty = Certainty.CERTAINLY

    def to_dict(self) -> dict[str, object]:
        """Return the step as plain JSON values."""
        return {
            "ladder": self.ladder.value,
            "sender": self.sender,
            "receiver": self.receiver,
            "step": self.step,
            "from": self.start and self.start.edtf,
            "to": self.end and self.end.edtf,
            "ended": self.has_ended or self.end is not None,
            "state": self.is_state,
            "certainty": self.certainty.value,
            "claims": [citation.claim.id for citation in self.citations],
            "ended_by": [citation.claim.id for citation in self.ended_by],
        }


@dataclass(frozen=True, slots=True)
class _Mark:
    """A claim that puts a pair on a step."""

    step: str
    date: EventDate | None
    is_state: bool
    citations: tuple[Citation, ...]
    topic: str = ""


def find_spans(citations: Iterable[Citation], pair: tuple[str, str], authority: Authority) -> tuple[Span, ...]:
    """Return the steps of all ladders between two sides, in the order of ladders, sides and dates.

    Args:
        citations: Claims about the pair.
        pair: The two sides.
        authority: Names.
    """
    by_id = {citation.claim.id: citation for citation in citations}
    tracks: dict[tuple[Ladder, str, str], list[_Mark]] = {}
    claims = [citation.claim for citation in by_id.values()]
    for assertion in find_assertions(claims, ClaimKind.EVENT, ClaimKind.STATE):
        ladder, mark = _ladder_of(assertion), _mark(assertion, by_id)
        if ladder is None or mark is None or assertion.actor is None or assertion.recipient is None:
            continue
        sides = (assertion.actor.id, assertion.recipient.id)
        if set(sides) == set(pair):
            track = pair if ladder is Ladder.RELATIONS else sides
            tracks.setdefault((ladder, *track), []).append(mark)
    order = {ladder: number for number, ladder in enumerate(Ladder)}
    keys = sorted(tracks, key=lambda key: (order[key[0]], key[1] != pair[0]))
    return tuple(span for key in keys for span in _spans(key, tracks[key], authority))


def _ladder_of(assertion: Assertion) -> Ladder | None:
    if assertion.claim.kind is ClaimKind.STATE:
        return Ladder(assertion.topic) if assertion.topic in {one.value for one in Ladder} else None
    found = MODE_LADDER.get(assertion.topic)
    return None if found is None or assertion.topic == REFUSAL else found[0]


def _mark(assertion: Assertion, by_id: dict[ClaimId, Citation]) -> _Mark | None:
    claim = assertion.claim
    if claim.negated or claim.status not in DONE:
        return None
    step = MODE_LADDER[assertion.topic][1] if assertion.topic in MODE_LADDER else None
    ladder = _ladder_of(assertion)
    if step is None and claim.measure is not None and ladder is not None:
        step = _canonical(ladder, str(claim.measure.value))
    if step is None:
        return None
    day = claim.date if claim.date is not None and claim.date.is_known else None
    return _Mark(step, day, claim.kind is ClaimKind.STATE, (by_id[claim.id],), assertion.topic)


def _canonical(ladder: Ladder, value: str) -> str:
    """Return the step as the ladder spells it, or as it came."""
    return next((step for step in LADDERS[ladder] if step.casefold() == value.casefold()), value)


def _spans(key: tuple[Ladder, str, str], marks: Sequence[_Mark], authority: Authority) -> Iterator[Span]:
    ladder, sender, receiver = key
    pattern = BOTH if ladder is Ladder.RELATIONS else FORWARD
    blank = Span(
        ladder,
        sender,
        receiver,
        pattern.format(authority.name_of(sender), authority.name_of(receiver)),
        None,
        None,
        None,
    )
    acts = _merged(sorted((mark for mark in marks if mark.date is not None and not mark.is_state), key=_day))
    endings = [mark for mark in marks if mark.date is None and not mark.is_state]
    if acts and (acts[0].step in {LADDERS[ladder][-1], "suspended"} or acts[0].topic == RESTORED):
        yield replace(blank, end=acts[0].date, ended_by=acts[0].citations)
    for number, mark in enumerate(acts):
        yield from _between(replace(blank, step=mark.step), mark, acts[number + 1 : number + 2], endings)
    for mark in sorted((mark for mark in marks if mark.date is not None and mark.is_state), key=_day):
        yield replace(blank, step=mark.step, start=mark.date, end=mark.date, is_state=True, citations=mark.citations)
    for mark in _by_step([mark for mark in marks if mark.date is None]):
        yield replace(blank, step=mark.step, is_state=mark.is_state, citations=mark.citations)


def _between(blank: Span, mark: _Mark, following: Sequence[_Mark], endings: Sequence[_Mark]) -> Iterator[Span]:
    """Yield the step that an act begins, and the gap after it where the next act begins the same step anew."""
    begun = replace(blank, start=mark.date, citations=mark.citations)
    if not following:
        ended = tuple(c for ending in endings if ending.step != mark.step for c in ending.citations)
        yield replace(begun, has_ended=bool(ended), ended_by=ended)
    elif following[0].step == mark.step:
        yield replace(begun, has_ended=True)
        yield replace(blank, step=None, end=following[0].date, ended_by=following[0].citations)
    else:
        yield replace(begun, end=following[0].date, ended_by=following[0].citations)


def _merged(marks: Sequence[_Mark]) -> list[_Mark]:
    """Join neighbours on one step that tell of the same act."""
    merged: list[_Mark] = []
    for mark in marks:
        last = merged[-1] if merged else None
        if last is not None and last.step == mark.step and not _is_anew(last, mark):
            merged[-1] = replace(last, date=_exacter(last, mark), citations=(*last.citations, *mark.citations))
        else:
            merged.append(mark)
    return merged


def _is_anew(one: _Mark, other: _Mark) -> bool:
    """Tell whether a later act begins the step again, too far from the first to be another date of it."""
    first = None if one.date is None else one.date.interval
    second = None if other.date is None else other.date.interval
    if other.topic not in ANEW or first is None or second is None or first.overlaps(second):
        return False
    return days_apart(first, second) >= SAME_ACT_DAYS


def _exacter(one: _Mark, other: _Mark) -> EventDate | None:
    """Of two compatible dates the more exact one; otherwise the first, the other being a dispute of its own."""
    first = None if one.date is None else one.date.interval
    second = None if other.date is None else other.date.interval
    if first is None or second is None or not first.overlaps(second):
        return one.date
    return other.date if (second.days or 0) < (first.days or 0) and second.days is not None else one.date


def _by_step(marks: Sequence[_Mark]) -> tuple[_Mark, ...]:
    steps: dict[tuple[str, bool], list[Citation]] = {}
    for mark in marks:
        steps.setdefault((mark.step, mark.is_state), []).extend(mark.citations)
    return tuple(_Mark(step, None, is_state, tuple(found)) for (step, is_state), found in steps.items())


def _day(mark: _Mark) -> tuple[date, date]:
    day = mark.date
    if day is None:
        return (date.max, date.max)
    return (day.earliest or day.latest or date.max, day.latest or date.max)
