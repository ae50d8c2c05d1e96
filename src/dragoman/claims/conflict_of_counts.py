"""Counts and quantities that cannot both hold: the third and the fifth, $7.5 and $9 million.

Different limits ("since the conflict began") make a difference apparent, and the limits are
shown. How an ordinal stands to what a ledger holds is :func:`check_ordinals`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.claims.assertion import Assertion, SpeakerOf
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.dispute import ONLY_APPARENT, Bearing, Dispute, DisputeKind
from dragoman.dates.interval import Certainty
from dragoman.events.kind import Status

ORDINAL, CARDINAL = "ordinal", "cardinal"
ROUNDING = 0.02
"""Amounts that differ by less than this share are one amount, rounded differently."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """One who is held to have done the counted act before.

    Attributes:
        id: Identifier of the polity.
        name: Its plain English name.
        is_done: Whether a claim says that it was done; otherwise it was only announced.
        is_dated: Whether a claim puts it certainly before.
        is_contested: Whether its own being a state is in dispute, so that many do not count it.
        claims: The claims.
    """

    id: str
    name: str
    is_done: bool
    is_dated: bool
    is_contested: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class OrdinalCheck:
    """An ordinal beside those whom the claims hold to have come before.

    Attributes:
        assertion: "X is the third to recognise Y".
        ordinal: The number stated.
        before: Those held to have come before, or perhaps before.
    """

    assertion: Assertion
    ordinal: int
    before: tuple[Predecessor, ...]

    @property
    def certain(self) -> int:
        """The place if those count who did it certainly before."""
        return 1 + sum(p.is_done and p.is_dated for p in self.before)

    @property
    def least(self) -> int:
        """The place if of those only they count who are not contested themselves."""
        return 1 + sum(p.is_done and p.is_dated and not p.is_contested for p in self.before)

    @property
    def most(self) -> int:
        """The place if those count too who only announced it, or did it on an unknown day."""
        return 1 + len(self.before)

    @property
    def fits(self) -> bool:
        """Whether the number is the place by those who did it certainly before."""
        return self.ordinal == self.certain

    @property
    def can_fit(self) -> bool:
        """Whether some way of counting those who are held gives the number."""
        return self.least <= self.ordinal <= self.most

    @property
    def is_beyond(self) -> bool:
        """Whether more should have come before than are held: the ledger may just not know them."""
        return self.ordinal > self.most


def check_ordinals(assertions: Sequence[Assertion], contested: Collection[str] = ()) -> tuple[OrdinalCheck, ...]:
    """Put each ordinal beside what the claims hold of those who came before.

    Args:
        assertions: All that is asserted of acts and counts.
        contested: Identifiers of polities whose own being a state is in dispute.

    Returns:
        One check for each ordinal, actor and recipient, in the order of the assertions.
    """
    acts: dict[tuple[str, str], list[Assertion]] = {}
    for assertion in assertions:
        if (
            assertion.claim.kind is ClaimKind.EVENT
            and assertion.actor is not None
            and assertion.recipient is not None
            and not assertion.claim.negated
        ):
            acts.setdefault((assertion.topic, assertion.recipient.id), []).append(assertion)
    found = []
    for assertion in _ordinals(assertions):
        recipient = assertion.recipient
        if recipient is not None and assertion.actor is not None:
            same = acts.get((assertion.topic, recipient.id), ())
            found.append(OrdinalCheck(assertion, _number(assertion), tuple(_before(assertion, same, contested))))
    return tuple(found)


def find_count_conflicts(
    assertions: Sequence[Assertion], speaker_of: SpeakerOf, contested: Collection[str] = ()
) -> Iterator[Dispute]:
    """Yield disputes among ordinals, between ordinals and held acts, and among quantities.

    Args:
        assertions: All that is asserted of acts, counts and quantities.
        speaker_of: How to call a speaker.
        contested: Identifiers of polities whose own being a state is in dispute.
    """
    checks = check_ordinals(assertions, contested)
    yield from _ordinals_against_each_other(assertions, checks, speaker_of)
    for check in checks:
        if not check.fits and not check.is_beyond:
            yield _ordinal_dispute(check, speaker_of)
    yield from _amounts_against_each_other(assertions, speaker_of)


def _ordinals(assertions: Iterable[Assertion]) -> Iterator[Assertion]:
    for assertion in assertions:
        measure = assertion.claim.measure
        if (
            assertion.claim.kind is ClaimKind.COUNT
            and measure is not None
            and measure.unit == ORDINAL
            and not assertion.claim.negated
        ):
            yield assertion


def _number(assertion: Assertion) -> int:
    measure = assertion.claim.measure
    return int(float(measure.value)) if measure is not None else 0


def _before(ordinal: Assertion, same: Sequence[Assertion], contested: Collection[str]) -> Iterator[Predecessor]:
    own = ordinal.actor
    if own is None:
        return
    limits = [a.interval for a in same if a.actor is not None and a.actor.id == own.id and a.interval is not None]
    limit = ordinal.interval or min(limits, key=lambda interval: interval.days or 0, default=None)
    by_actor: dict[str, list[Assertion]] = {}
    for assertion in same:
        if assertion.actor is not None and assertion.actor.id != own.id:
            by_actor.setdefault(assertion.actor.id, []).append(assertion)
    for identifier, held in by_actor.items():
        done = [a for a in held if a.is_done]
        counted = done or [a for a in held if a.claim.status is Status.ANNOUNCED]
        dated = [a.interval.before(limit) for a in counted if a.interval is not None and limit is not None]
        if counted and not (dated and all(certainty is Certainty.NO for certainty in dated)):
            yield Predecessor(
                id=identifier,
                name=counted[0].actor.name if counted[0].actor is not None else identifier,
                is_done=bool(done),
                is_dated=Certainty.CERTAINLY in dated,
                is_contested=identifier in contested,
                claims=tuple(a.claim for a in counted),
            )


def _ordinal_dispute(check: OrdinalCheck, speaker_of: SpeakerOf) -> Dispute:
    before = check.before
    sure = [p.name for p in before if p.is_done and p.is_dated and not p.is_contested]
    parts = {
        "earlier": sure or ["none"],
        "earlier, but contested as states themselves": [
            p.name for p in before if p.is_done and p.is_dated and p.is_contested
        ],
        "announced only": [p.name for p in before if not p.is_done],
        "on an unknown day": [p.name for p in before if p.is_done and not p.is_dated],
    }
    held = "; ".join(f"{words}: {', '.join(sorted(names))}" for words, names in parts.items() if names)
    measure = check.assertion.claim.measure
    scope = f", counted “{measure.scope}”" if measure is not None and measure.scope else ""
    why = _why_it_can_fit(check, has_scope=bool(scope))
    return Dispute(
        kind=DisputeKind.ORDINAL,
        left=(check.assertion.claim.id,),
        right=tuple(sorted({claim.id for p in before for claim in p.claims})),
        reason=f"{check.assertion.title}: {speaker_of(check.assertion.claim)} calls it number {check.ordinal}{scope}; "
        f"by the claims held it is number {_range(check)} ({held})" + (f"{ONLY_APPARENT}{why}" if why else ""),
        bearing=Bearing.APPARENT if why else Bearing.REAL,
        remedy="whom the speaker counts, and since when",
    )


def _why_it_can_fit(check: OrdinalCheck, *, has_scope: bool) -> str:
    """Say whom the speaker must leave out or count for the number to fit; empty where no way of counting gives it."""
    if not check.can_fit:
        return "the speaker says within which limits it counts" if has_scope else ""
    contested = sorted(p.name for p in check.before if p.is_done and p.is_dated and p.is_contested)
    unsure = sorted(p.name for p in check.before if not (p.is_done and p.is_dated))
    if check.ordinal < check.certain:
        return f"it fits if {_listed(contested)}, contested as states themselves, are not all counted"
    return f"it fits if {_listed(unsure)}, announced only or of an unknown day, are counted"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _range(check: OrdinalCheck) -> str:
    return str(check.least) if check.least == check.most else f"{check.least} to {check.most}"


def _ordinals_against_each_other(
    assertions: Sequence[Assertion], checks: Sequence[OrdinalCheck], speaker_of: SpeakerOf
) -> Iterator[Dispute]:
    fitting = {(check.assertion.key, check.ordinal): check for check in checks if check.can_fit}
    groups: dict[tuple[str, str, str], dict[int, list[Assertion]]] = {}
    for assertion in _ordinals(assertions):
        groups.setdefault(assertion.key, {}).setdefault(_number(assertion), []).append(assertion)
    for key, numbers in groups.items():
        for (one, left), (other, right) in combinations(sorted(numbers.items()), 2):
            why = _why_both_can_hold(left, right, fitting.get((key, one)), fitting.get((key, other)))
            yield Dispute(
                kind=DisputeKind.ORDINAL,
                left=tuple(dict.fromkeys(a.claim.id for a in left)),
                right=tuple(dict.fromkeys(a.claim.id for a in right)),
                reason=f"{left[0].title}: {speaker_of(left[0].claim)} calls it number {one}{_limits(left)}, "
                f"{speaker_of(right[0].claim)} number {other}{_limits(right)}"
                + (f"{ONLY_APPARENT}{why}" if why else ""),
                bearing=Bearing.APPARENT if why else Bearing.REAL,
                remedy="whom each of them counts, and since when",
            )


def _why_both_can_hold(
    left: Sequence[Assertion], right: Sequence[Assertion], lower: OrdinalCheck | None, higher: OrdinalCheck | None
) -> str:
    """Say by which ways of counting two ordinals go together, or return an empty text."""
    if lower is not None and higher is not None:
        counted = sorted(p.name for p in higher.before if p.is_contested or not (p.is_done and p.is_dated))
        return f"they count differently: it is open whether to count {_listed(counted)}"
    return "they say within which limits they count" if _scopes(left) != _scopes(right) else ""


def _scopes(assertions: Sequence[Assertion]) -> set[str]:
    return {a.claim.measure.scope for a in assertions if a.claim.measure is not None}


def _limits(assertions: Sequence[Assertion]) -> str:
    scopes = sorted(filter(None, _scopes(assertions)))
    return f" (“{'”, “'.join(scopes)}”)" if scopes else ""


def _amounts_against_each_other(assertions: Sequence[Assertion], speaker_of: SpeakerOf) -> Iterator[Dispute]:
    groups: dict[tuple[object, ...], list[Assertion]] = {}
    for assertion in assertions:
        measure = assertion.claim.measure
        if (
            assertion.claim.kind in {ClaimKind.QUANTITY, ClaimKind.COUNT}
            and measure is not None
            and measure.unit != ORDINAL
            and isinstance(measure.value, float | int)
        ):
            groups.setdefault((assertion.key, measure.unit, measure.of), []).append(assertion)
    for same in groups.values():
        for left, right in combinations(same, 2):
            if _differ(left, right):
                yield _amount_dispute(left, right, speaker_of)


def _differ(left: Assertion, right: Assertion) -> bool:
    one, other = _amount(left), _amount(right)
    if abs(one - other) <= ROUNDING * max(abs(one), abs(other)):
        return False
    if left.interval is None or right.interval is None:
        return left.claim.document != right.claim.document
    # Two sums of one sentence are a list ("$3 and $2 million respectively"), and a sum over two years says
    # nothing against one over the second.
    return left.interval == right.interval and left.claim.evidence.span != right.claim.evidence.span


def _amount(assertion: Assertion) -> float:
    measure = assertion.claim.measure
    return float(measure.value) if measure is not None else 0.0


def _amount_dispute(left: Assertion, right: Assertion, speaker_of: SpeakerOf) -> Dispute:
    is_dated = left.interval is not None and right.interval is not None
    unit = left.claim.measure.unit if left.claim.measure is not None else ""
    note = "" if is_dated else f"{ONLY_APPARENT}at least one gives no time, so both may hold"
    return Dispute(
        kind=DisputeKind.QUANTITY,
        left=(left.claim.id,),
        right=(right.claim.id,),
        reason=f"{left.title}: {_amount(left):,.10g} {unit} ({speaker_of(left.claim)}), "
        f"{_amount(right):,.10g} {unit} ({speaker_of(right.claim)}){note}",
        bearing=Bearing.REAL if is_dated else Bearing.APPARENT,
        remedy="the statistics that each of them used",
    )
