"""Tells for each field whether a claim says what the gold says.

State and event may say one thing: "does not recognise" (a state: none) is a negated recognition or a
refused one. Unknown participants are nobody: the gold names only those who are known.
"""

from collections.abc import Iterable, Sequence

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.dates.edtf import parse_edtf
from dragoman.errors import DateError
from dragoman.evaluation.gold import GoldClaim, GoldMeasure, PlacedGold

FIELDS = ("participants", "status", "negated", "date", "speaker", "measure")
"""What must be right, beside the event itself."""

REFUSED = "recognition-refused"
_STATE_MODES = {"recognition", REFUSED, "relations", "relations-established"}

Verdict = dict[str, bool]
"""For each field, whether it is right."""


def overlaps(placed: PlacedGold, claim: Claim) -> bool:
    """Tell whether the claim's evidence overlaps the quote."""
    span = claim.evidence.span
    return placed.span is not None and span.start < placed.span.end and placed.span.start < span.end


def is_same_event(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether a claim is of the kind and the event that is asked for."""
    wanted = {gold.mode or gold.event or "", *gold.also}
    own = {claim.own_mode or "", claim.event.value if claim.event else ""} - {""}
    if claim.kind is gold.kind:
        return claim.kind is not ClaimKind.EVENT or bool(own & wanted)
    if {claim.kind, gold.kind} == {ClaimKind.STATE, ClaimKind.EVENT}:
        unit = claim.measure.unit if claim.measure else ""
        topics = wanted | ({gold.measure.of, gold.measure.unit} if gold.measure else set())
        return bool((own | {unit}) & _STATE_MODES) and bool(topics & (_STATE_MODES | own))
    return claim.kind.value in gold.also


def judge(gold: GoldClaim, claim: Claim) -> Verdict:
    """Return for each field whether the claim has it right; what the gold leaves open is right."""
    date = claim.date.edtf if claim.date else None
    return {
        "participants": has_participants_of(gold, claim),
        "status": gold.statuses is None or claim.status.value in gold.statuses,
        "negated": _is_denied_alike(gold, claim),
        "date": gold.dates is None or any(is_same_date(date, one) for one in gold.dates),
        "speaker": gold.speakers is None or bool(speakers_of(claim) & set(gold.speakers)),
        "measure": claim.kind is not gold.kind or _is_measured(claim, gold.measure),
    }


def has_participants_of(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether the sides are those of the gold; of mutual acts either order is as good."""
    actors, recipients = known_ids(claim.actors), known_ids(claim.recipients)
    if gold.is_mutual and actors | recipients == gold.actors:
        return True
    return gold.actors in {None, actors} and gold.recipients in {None, recipients}


def has_part(placed: PlacedGold, claim: Claim) -> bool:
    """Tell whether a claim says of some of the participants what the gold says of all."""
    gold = placed.gold
    if not claim.actors or not overlaps(placed, claim) or not is_same_event(gold, claim):
        return False
    fits = gold.actors is None or known_ids(claim.actors) <= gold.actors
    fits &= gold.recipients is None or known_ids(claim.recipients) <= gold.recipients
    return fits and are_right_but_sides(judge(gold, claim))


def are_parts(gold: GoldClaim, claims: Iterable[Claim]) -> bool:
    """Tell whether claims with one actor each make up the claim with all of them: both are equally good."""
    parts = [claim for claim in claims if are_right_but_sides(judge(gold, claim))]
    actors = frozenset(p.id for claim in parts for p in claim.actors)
    recipients = frozenset(p.id for claim in parts for p in claim.recipients)
    return bool(parts) and gold.actors in {None, actors} and gold.recipients in {None, recipients}


def are_right_but_sides(verdict: Verdict) -> bool:
    """Tell whether all is right, the participants left out of account."""
    return all(right for name, right in verdict.items() if name != "participants")


def known_ids(participants: Sequence[Participant]) -> frozenset[str]:
    """Return the identifiers of those who are known: the gold names nobody else."""
    return frozenset(p.id for p in participants if p.id != UNKNOWN_ID)


def speakers_of(claim: Claim) -> frozenset[str]:
    """Return all by which the innermost speaker may be named in a gold file."""
    hop = claim.speaker
    found = {hop.source, hop.id or ""} - {""}
    if len(claim.chain) == 1:
        found.add("translator" if hop.role == "translator" else "page")
    if hop.kind.value == "unnamed":
        found.add("unnamed")
    return frozenset(found)


def is_same_date(one: str | None, other: str | None) -> bool:
    """Tell whether two dates mean the same days, however EDTF writes it: ``[a..b]`` and ``a/b``."""
    if one is None or other is None or one == other:
        return one == other
    try:
        return parse_edtf(one) == parse_edtf(other)
    except DateError:
        return False


def _is_denied_alike(gold: GoldClaim, claim: Claim) -> bool:
    if claim.kind is gold.kind:
        return gold.negated is None or claim.negated == gold.negated
    # A state of "none" is the same as an act that did not happen.
    wanted = bool(gold.negated) or _is_none(gold.measure.value if gold.measure else None) or gold.topic == REFUSED
    own = claim.negated or claim.mode == REFUSED or _is_none(claim.measure.value if claim.measure else None)
    return wanted == own


def _is_none(value: object) -> bool:
    return str(value).casefold() == "none"


def _is_measured(claim: Claim, wanted: GoldMeasure | None) -> bool:
    if wanted is None:
        return True
    if claim.measure is None:
        return False
    return str(claim.measure.value) == str(wanted.value) or _number(claim.measure.value) == _number(wanted.value)


def _number(value: object) -> float | str:
    try:
        return float(str(value))
    except ValueError:
        return str(value)
