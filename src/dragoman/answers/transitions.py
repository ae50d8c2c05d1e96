"""The status of missions by day, derived from claims.

Statements are put in the order of their days, those on one change are joined, and what cannot move a
mission from where it stands is passed over. Every transition cites its claims and the rule that gave its day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from pathlib import PurePath

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation
from dragoman.answers.horizon import Horizon
from dragoman.answers.mission_lines import group_receivers
from dragoman.answers.mission_marks import Mark, completed_marks, find_marks, receivers_of
from dragoman.answers.records import Record
from dragoman.dates.event_date import EventDate
from dragoman.dates.interval import Certainty
from dragoman.events.derivation import MISSION_LADDER, NO_MISSION, Derivation, Gives

ONE_CHANGE = timedelta(days=730)
"""Statements on one status that lie farther apart are not of the same change."""


CONSUL_APPOINTED = "consul-appointed"
_UNDER_HEADS = frozenset({"Embassy", "Ambassador Nonresident", "Legation"})
"""Statuses under a head of mission whose rank is told."""


@dataclass(frozen=True, slots=True)
class Transition:
    """From a day on, a mission had a status.

    Attributes:
        article: Name of the document's file without its ending.
        sender: Identifier of the sending polity.
        receiver: Identifier of the receiving polity.
        receiver_name: Its plain English name.
        status: The status from then on.
        start: When it began.
        end: When the next one began, or ``None`` where no claim ends it.
        citations: The claims that tell of the change, the one that gives the day first.
        rule: Name of the rule that gave the day.
        why: The reason of that rule.
        certainty: Whether it had begun on the asked day.
    """

    article: str
    sender: str
    receiver: str
    receiver_name: str
    status: str
    start: EventDate
    end: EventDate | None
    citations: tuple[Citation, ...] = field(repr=False)
    rule: str
    why: str
    certainty: Certainty = Certainty.CERTAINLY

    def to_dict(self) -> dict[str, object]:
        """Return the transition as plain JSON values."""
        return {
            "article": self.article,
            "sender": self.sender,
            "receiver": self.receiver,
            "receiver_name": self.receiver_name,
            "status": self.status,
            "start": self.start.edtf,
            "end": self.end and self.end.edtf,
            "claims": [citation.claim.id for citation in self.citations],
            "rule": self.rule,
            "why": self.why,
            "certainty": self.certainty.value,
        }

    def to_record(self) -> Record:
        """Return the transition as one row of a table."""
        return {**self.to_dict(), "claims": " ".join(citation.claim.id for citation in self.citations)}


def derive_by_document(
    citations: Iterable[Citation], authority: Authority, sender: str, derivation: Derivation
) -> tuple[Transition, ...]:
    """Derive the missions of a polity from claims, each document by itself.

    Args:
        citations: Claims, of any number of documents.
        authority: Names, and which polity came out of which: within a document a mission is carried over.
        sender: Whose missions.
        derivation: The rules.

    Returns:
        The transitions by document, receiver and day.
    """
    found: list[Transition] = []
    in_order = sorted(citations, key=lambda c: (c.page.name, c.page.id, c.claim.evidence.span, c.claim.id))
    for _, group in groupby(in_order, key=lambda c: c.page.id):
        page = tuple(group)
        receivers = receivers_of((c.claim for c in page), sender)
        for line in group_receivers(receivers, authority, page[0].page.title):
            found += derive_line(page, line, (authority, sender, derivation))
    return tuple(found)


def with_certainty(transitions: Iterable[Transition], horizon: Horizon) -> tuple[Transition, ...]:
    """Return transitions, each with whether it had begun on the asked day."""
    return tuple(replace(one, certainty=horizon.by(one.start.interval)) for one in transitions)


def derive_line(
    citations: Sequence[Citation], line: frozenset[str], given: tuple[Authority, str, Derivation]
) -> Iterator[Transition]:
    """Yield the transitions of the missions of one polity in another, in the order of their days.

    Args:
        citations: Claims of one document or of several.
        line: The receiving polity, with those before and after it.
        given: Names, the sender, and the rules.
    """
    authority, sender, derivation = given
    told = _without_vague(completed_marks(find_marks(citations, sender, line, derivation)))
    marks = sorted(_without_coarse(told), key=_order)
    runs = list(_runs(_one_a_day(marks)))
    for number, run in enumerate(runs):
        best, status = run.best, run.status
        following = runs[number + 1].best.date if number + 1 < len(runs) else None
        yield Transition(
            article=article_of(best.citation),
            sender=sender,
            receiver=best.receiver,
            receiver_name=authority.name_of(best.receiver),
            status=status,
            start=best.date,
            end=following,
            citations=(best.citation, *(m.citation for m in run.of_change if m.citation is not best.citation)),
            rule=best.rule.name,
            why=best.rule.why,
        )


def article_of(citation: Citation) -> str:
    """Return the name of a document's file without its ending."""
    return PurePath(citation.page.name.replace("\\", "/")).stem


@dataclass(frozen=True, slots=True)
class _Run:
    """Statements on one status, one after the other."""

    status: str
    marks: tuple[Mark, ...]

    @property
    def of_change(self) -> tuple[Mark, ...]:
        """The statements on the change itself; later ones tell that it lasted."""
        first = _first_day(self.marks[0])
        return tuple(mark for mark in self.marks if _first_day(mark) - first <= ONE_CHANGE)

    @property
    def best(self) -> Mark:
        """The statement that gives the day of the change."""
        return min(self.of_change, key=lambda mark: (mark.rule.precedence, mark.length, _first_day(mark)))


def _without_coarse(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Leave out a year or month where an exacter statement on the same status lies within it."""
    for mark in marks:
        exacter = (m for m in marks if m.length < mark.length and m.status == mark.status)
        if not any(mark.interval.includes(m.interval) for m in exacter):
            yield mark


def _without_vague(marks: Sequence[Mark]) -> list[Mark]:
    """Leave out what a surer statement makes superfluous.

    That relations were restored, where a statement on a mission soon after says what came of it; and that a consul
    was appointed, where the text says later when one began: not every consul who was named reached his post.
    """
    exact = [m for m in marks if m.rule.gives is not Gives.EARLIER and m.status != NO_MISSION]
    return [mark for mark in marks if not _is_vague(mark, exact)]


def _is_vague(mark: Mark, exact: Sequence[Mark]) -> bool:
    later = [m for m in exact if _first_day(m) >= _first_day(mark) and m is not mark]
    if mark.rule.name == CONSUL_APPOINTED:
        return any(m.status == mark.status and m.rule.precedence < mark.rule.precedence for m in later)
    is_restored = mark.rule.gives is Gives.EARLIER
    return is_restored and any(_first_day(m) - _first_day(mark) <= ONE_CHANGE for m in later)


def _one_a_day(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Of statements on one day keep those on one status: the end of a mission, else the surest, else the highest."""
    for _, group in groupby(marks, key=lambda mark: (_first_day(mark), mark.length)):
        same = list(group)
        best = min(same, key=_strength)
        yield from (mark for mark in same if mark.status == best.status)


def _strength(mark: Mark) -> tuple[bool, int, int]:
    place = len(MISSION_LADDER) if mark.status is None else MISSION_LADDER.index(mark.status)
    return (mark.status not in {"Interests", NO_MISSION}, mark.rule.precedence, place)


def _runs(marks: Iterable[Mark]) -> Iterator[_Run]:
    """Walk through the statements by day and join those that tell of one status."""
    run: _Run | None = None
    earlier: str | None = None
    for mark in marks:
        status = mark.status if mark.rule.gives is not Gives.EARLIER else earlier
        if status is None or not _is_change(run, status, mark):
            continue
        if run is not None and run.status == status:
            run = replace(run, marks=(*run.marks, mark))
            continue
        if run is not None:
            yield run
            earlier = run.status if run.status != NO_MISSION else earlier
        run = _Run(status, (mark,))
    if run is not None:
        yield run


def _is_change(run: _Run | None, status: str, mark: Mark) -> bool:
    """Tell whether a statement can move a mission from where it stands, or tells of the same status."""
    current = None if run is None else run.status
    if status == NO_MISSION:
        # A mission that is closed stood before, also where nothing tells of its beginning.
        is_ended = not mark.rule.ends or current in mark.rule.ends
        return is_ended and not _is_of_another_post(run, mark)
    if mark.is_assumed and current in _UNDER_HEADS and current != status:
        # Credentials of an envoy of untold rank do not raise a mission that has its rank.
        return False
    if current in {None, NO_MISSION, "Interests", status} or mark.citation.claim.mode == "mission-reduced":
        return True
    if status == "Interests":
        return True
    # An envoy or a consulate beside a mission that stands already lowers nothing.
    return _is_above(status, current)


def _is_of_another_post(run: _Run | None, mark: Mark) -> bool:
    """Tell whether a mission that is closed stood in another place than the one that was opened."""
    opened = {m.citation.claim.place for m in run.marks if m.place_counts} if run is not None else {None}
    place = mark.citation.claim.place
    return place is not None and None not in opened and bool(opened) and place not in opened


def _is_above(status: str, current: str) -> bool:
    if current == "Liaison":
        return status not in {"Consulate", "Consul Nonresident"}
    return MISSION_LADDER.index(status) < MISSION_LADDER.index(current)


def _order(mark: Mark) -> tuple[date, int]:
    return (_first_day(mark), mark.length)


def _first_day(mark: Mark) -> date:
    return mark.interval.start or date.min
