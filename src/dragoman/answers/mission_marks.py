"""What single claims say of a mission: a status from a day on, by a rule that is cited."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.answers.citation import Citation
from dragoman.claims.assertion import DONE
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.dates.event_date import EventDate
from dragoman.dates.interval import DateInterval
from dragoman.events.derivation import NO_MISSION, Derivation, DerivationRule, Gives, Side

RESIDENCE = "residence"
_ENVOY = "envoy-"
_NEAR = 400
"""Characters behind a statement on an envoy within which his residence is told of him."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A status from a day on, as one claim gives it.

    Attributes:
        status: The status, or ``None`` for the one that stood before.
        date: When it begins.
        interval: The days that may be meant.
        rule: The rule that derived it.
        citation: The claim.
        receiver: Identifier of the receiving polity.
        is_open: Whether the claim itself names neither step nor rank.
        is_assumed: Whether nothing near it names them either, so that the status follows from the year alone.
    """

    status: str | None
    date: EventDate
    interval: DateInterval
    rule: DerivationRule
    citation: Citation
    receiver: str
    is_open: bool = False
    is_assumed: bool = False

    @property
    def place_counts(self) -> bool:
        """Whether the claim is on a house, which stands in a place, and not on an envoy."""
        return (self.citation.claim.mode or "").startswith("mission-")

    @property
    def length(self) -> int:
        """How many days may be meant."""
        return self.interval.days or 10**7


def find_marks(
    citations: Sequence[Citation], sender: str, receivers: frozenset[str], derivation: Derivation
) -> Iterator[Mark]:
    """Yield what the claims of one document say of the missions of one polity in another.

    Args:
        citations: All claims of the document.
        sender: Whose missions.
        receivers: The other polity, with those before and after it.
        derivation: The rules.
    """
    claims = [citation.claim for citation in citations]
    away = _away(claims, receivers)
    ranks = _ranks_told_before(claims)
    for citation in citations:
        claim = citation.claim
        receiver = _receiver(claim, sender, receivers)
        rule = _rule_of(claim, derivation)
        if receiver is None or rule is None or claim.date is None or claim.status not in DONE or claim.negated:
            continue
        interval = claim.date.interval
        if interval is None or interval.start is None or not _is_side(claim, sender, rule):
            continue
        is_elsewhere = claim.id in away
        found = _status(claim, interval.start.year, (rule, ranks.get(claim.id)), derivation, is_elsewhere=is_elsewhere)
        is_told = _step_of(claim) is not None or is_elsewhere
        is_open = rule.gives in {Gives.STEP, Gives.RANK} and not is_told
        is_assumed = is_open and claim.id not in ranks
        yield Mark(
            found or None, claim.date, interval, rule, citation, receiver, is_open=is_open, is_assumed=is_assumed
        )


def completed_marks(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks, those that name neither step nor rank with the status that others on the same change name.

    A heading with a year says to what a legation was raised, and the sentence below only on which day.

    Args:
        marks: What the claims of one document say.
    """
    found = list(marks)
    named = [mark for mark in found if not mark.is_open and mark.status not in {None, NO_MISSION}]
    completed = [_completed(mark, named) if mark.is_open else mark for mark in found]
    return [mark for mark in completed if mark.status is not None or mark.rule.gives is Gives.EARLIER]


def _completed(mark: Mark, named: Sequence[Mark]) -> Mark:
    """Give a mark the status that others name: those on its own day, and the headings with a year around it."""
    same_day = [m for m in named if m.interval == mark.interval]
    around = [m for m in named if m.rule.gives is Gives.STEP and m.length > mark.length]
    within = [m for m in around if m.interval.includes(mark.interval)]
    if mark.rule.gives is Gives.STEP:
        within = [m for m in within if m.rule.modes == mark.rule.modes]
        best = next(iter([*within, *same_day]), None)
    else:
        best = next(iter([*same_day, *within]), None)
    return mark if best is None else replace(mark, status=best.status, is_assumed=False)


def receivers_of(claims: Iterable[Claim], sender: str) -> frozenset[str]:
    """Return the polities with which acts of claims put a sender on the ladder of missions, or off it."""
    found: set[str] = set()
    for claim in claims:
        sides = {p.id for p in (*claim.actors, *claim.recipients) if p.is_known}
        if claim.kind is ClaimKind.EVENT and claim.mode is not None and sender in sides:
            found |= sides - {sender}
    return frozenset(one for one in found if one.isupper())


def _rule_of(claim: Claim, derivation: Derivation) -> DerivationRule | None:
    if claim.kind is not ClaimKind.EVENT:
        return None
    return derivation.rule_for(claim.mode, _step_of(claim), claim.rule.partition("#")[2])


def _step_of(claim: Claim) -> str | None:
    return None if claim.measure is None else str(claim.measure.value)


def _receiver(claim: Claim, sender: str, receivers: frozenset[str]) -> str | None:
    sides = [p.id for p in (*claim.recipients, *claim.actors)]
    return next((one for one in sides if one in receivers), None) if sender in sides else None


def _is_side(claim: Claim, sender: str, rule: DerivationRule) -> bool:
    return rule.side is Side.EITHER or any(p.id == sender for p in claim.actors)


def _status(
    claim: Claim, year: int, by: tuple[DerivationRule, str | None], derivation: Derivation, *, is_elsewhere: bool
) -> str | None:
    rule, rank = by
    step = _step_of(claim)
    if rule.gives is Gives.RANK or (rule.gives is Gives.STEP and step is None and is_elsewhere):
        return derivation.status_of(step or rank, year, is_elsewhere=is_elsewhere)
    return step if rule.gives is Gives.STEP else rule.status


def _ranks_told_before(claims: Sequence[Claim]) -> dict[str, str]:
    """For claims on envoys without a rank the rank that an appointment told just before names.

    "X was appointed Minister in May. He presented his credentials in July."
    """
    found: dict[str, str] = {}
    for claim in claims:
        if not (claim.mode or "").startswith(_ENVOY) or claim.measure is not None:
            continue
        start = claim.evidence.span.start
        before = [
            c
            for c in claims
            if c.mode == "envoy-appointed"
            and c.measure is not None
            and c.document == claim.document
            and 0 <= start - c.evidence.span.start <= _NEAR
            and {p.id for p in c.recipients} & {p.id for p in claim.recipients}
        ]
        if before:
            found[claim.id] = str(max(before, key=lambda c: c.evidence.span.start).measure.value)  # type: ignore[union-attr]
    return found


def _away(claims: Sequence[Claim], receivers: frozenset[str]) -> frozenset[str]:
    """The claims on envoys of whom the document says that they reside in a third state."""
    envoys = [c for c in claims if _is_of_envoy(c) and receivers & {p.id for p in c.recipients}]
    people: set[tuple[str, str]] = set()
    found: set[str] = set()
    for residence in filter(is_residence, claims):
        if receivers & {p.id for p in residence.recipients}:
            continue
        told = _told_before(residence, envoys)
        found |= {c.id for c in told}
        people |= {name for c in (residence, *told) for name in _surnames(c)}
    return frozenset(found | {c.id for c in envoys if _surnames(c) & people})


def _is_of_envoy(claim: Claim) -> bool:
    """Tell whether a claim is on an envoy, or on a mission of which only he tells the rank."""
    return (claim.mode or "").startswith(_ENVOY) or (claim.mode == "mission-opened" and claim.measure is None)


def is_residence(claim: Claim) -> bool:
    """Tell whether a claim says where an envoy resides."""
    return claim.measure is not None and claim.measure.unit == RESIDENCE


def _told_before(residence: Claim, envoys: Sequence[Claim]) -> list[Claim]:
    """The statements on an envoy that stand nearest before one on a residence."""
    start = residence.evidence.span.start
    near = [
        c
        for c in envoys
        if c.document == residence.document and c.evidence.span.start <= start and start - c.evidence.span.end <= _NEAR
    ]
    nearest = max((c.evidence.span.start for c in near), default=0)
    return [c for c in near if c.evidence.span.start == nearest]


def _surnames(claim: Claim) -> set[tuple[str, str]]:
    """The last names of the people in a claim, each with the document that tells of them."""
    return {(claim.document, p.person.split()[-1].casefold()) for p in claim.actors if p.person}
