"""Judgements as users put them: names and claims in any spelling, values as they type them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.actors.authority import Authority
from dragoman.answers.disputes import find_disputes
from dragoman.answers.polities import resolve_party
from dragoman.claims.amendment import write_participants
from dragoman.claims.claim import ClaimId
from dragoman.claims.dispute import Dispute
from dragoman.claims.judgement import ABOUT_NAMES, AmendedField, Amendment, HeldJudgement, Judgement, Ruling
from dragoman.claims.ledger import Ledger
from dragoman.errors import JudgementError, NameUnknownError

NEITHER, LEFT, RIGHT = "neither", "left", "right"
PEOPLE = frozenset({AmendedField.ACTORS, AmendedField.RECIPIENTS})
SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a user rules.

    Attributes:
        ruling: What is ruled.
        subject: A claim or a dispute by the beginning of its identifier, or a name.
        by: The reviewer.
        why: The reason.
        others: The claims that a preferred one goes before; the other names; for a dispute claims of the side that
            holds, or one of ``left``, ``right`` and ``neither``.
        changes: For an amendment, the new value of each field; polities in any spelling, with commas between them.
    """

    ruling: Ruling
    subject: str
    by: str
    why: str
    others: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()


def record_judgement(ledger: Ledger, authority: Authority, ruled: Ruled) -> HeldJudgement:
    """Record what a user rules.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        ruled: The ruling.

    Raises:
        NameUnknownError: There is no such claim, dispute, field or polity, or several begin so.
        JudgementError: The ruling lacks something, or a value is none that its field can have.
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    entry = ledger.judge(_make(ledger, authority, ruled))
    # What was recorded is read back: claims are named by their whole identifiers there.
    return next(held for held in ledger.judgements(entry.recorded) if held.entry == entry.number)


def _make(ledger: Ledger, authority: Authority, ruled: Ruled) -> Judgement:
    if ruled.ruling is Ruling.SETTLE:
        return _settlement(ledger, authority, ruled)
    names = (ruled.subject, *ruled.others)
    if ruled.ruling in ABOUT_NAMES:
        names = tuple(_name(authority, name) for name in names)
    return Judgement(
        ruling=ruled.ruling,
        subject=names[0],
        reviewer=ruled.by,
        reason=ruled.why,
        others=names[1:],
        amendments=tuple(_amendment(authority, field, value) for field, value in ruled.changes),
    )


def _name(authority: Authority, name: str) -> str:
    """Return the identifier of a polity or body that bears a name; any other name as it is spelt."""
    return authority.resolve_name(name).id or " ".join(name.split())


def _amendment(authority: Authority, field: str, value: str) -> Amendment:
    known = {one.value: one for one in AmendedField}
    if field not in known:
        raise NameUnknownError("field that may be amended", field, tuple(known))
    if known[field] in PEOPLE:
        named = [resolve_party(authority, part) for part in value.split(",") if part.strip()]
        value = write_participants((one, authority.name_of(one)) for one in named)
    return Amendment(known[field], value)


def _settlement(ledger: Ledger, authority: Authority, ruled: Ruled) -> Judgement:
    dispute = _dispute(ledger, authority, ruled.subject)
    sides: Mapping[str, tuple[ClaimId, ...]] = {NEITHER: (), LEFT: dispute.left, RIGHT: dispute.right}
    holds: list[str] = []
    for other in ruled.others:
        held = None if other in sides else ledger.claim(ClaimId(other))
        if other not in sides and held is None:
            raise NameUnknownError("claim or side of the dispute", other, tuple(sides))
        holds += sides[other] if held is None else [held.claim.id]
    if not ruled.others:
        raise JudgementError(ruled.ruling.value, "no side", f"a claim of the side that holds, or {', '.join(sides)}")
    return Judgement(ruled.ruling, dispute.id, ruled.by, ruled.why, tuple(dict.fromkeys(holds)), dispute=dispute)


def _dispute(ledger: Ledger, authority: Authority, name: str) -> Dispute:
    disputes = [contest.dispute for contest in find_disputes(ledger, authority).contests]
    found = [one for one in disputes if len(name) >= SHORTEST and one.id.startswith(name.lower())]
    if len(found) != 1:
        kind = "single dispute" if found else "dispute"
        raise NameUnknownError(kind, name, tuple(one.id for one in found[:5]))
    return found[0]
