"""What single claims say of a mission: a status from a day on, by a rule that is cited."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.answers.citation import Citation
from dragoman.claims.assertion import DONE
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.dates.event_date import EventDate
from dragoman.dates.interval import DateInterval
from dragoman.events.derivation import Derivation, DerivationRule, Gives, Side

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
    """

    status: str | None
    date: EventDate
    interval: DateInterval
    rule: DerivationRule
    citation: Citation
    receiver: str

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
    for citation in citations:
        claim = citation.claim
        receiver = _receiver(claim, sender, receivers)
        rule = _rule_of(claim, derivation)
        if receiver is None or rule is None or claim.date is None or claim.status not in DONE or claim.negated:
            continue
        interval = claim.date.interval
        if interval is None or interval.start is None or not _is_side(claim, sender, rule):
            continue
        found = _status(claim, interval.start.year, rule, derivation, is_elsewhere=claim.id in away)
        if found or rule.gives is Gives.EARLIER:
            yield Mark(found or None, claim.date, interval, rule, citation, receiver)


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
    return derivation.rule_for(claim.mode, _step_of(claim))


def _step_of(claim: Claim) -> str | None:
    return None if claim.measure is None else str(claim.measure.value)


def _receiver(claim: Claim, sender: str, receivers: frozenset[str]) -> str | None:
    sides = [p.id for p in (*claim.recipients, *claim.actors)]
    return next((one for one in sides if one in receivers), None) if sender in sides else None


def _is_side(claim: Claim, sender: str, rule: DerivationRule) -> bool:
    return rule.side is Side.EITHER or any(p.id == sender for p in claim.actors)


def _status(claim: Claim, year: int, rule: DerivationRule, derivation: Derivation, *, is_elsewhere: bool) -> str | None:
    if rule.gives is Gives.RANK:
        return derivation.status_of(_step_of(claim), year, is_elsewhere=is_elsewhere)
    return _step_of(claim) if rule.gives is Gives.STEP else rule.status


def _away(claims: Sequence[Claim], receivers: frozenset[str]) -> frozenset[str]:
    """The claims on envoys of whom the document says that they reside in a third state."""
    envoys = [c for c in claims if (c.mode or "").startswith(_ENVOY) and receivers & {p.id for p in c.recipients}]
    people: set[tuple[str, str]] = set()
    found: set[str] = set()
    for residence in filter(is_residence, claims):
        if receivers & {p.id for p in residence.recipients}:
            continue
        told = _told_before(residence, envoys)
        found |= {c.id for c in told}
        people |= {name for c in (residence, *told) for name in _surnames(c)}
    return frozenset(found | {c.id for c in envoys if _surnames(c) & people})


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
