"""What reviewers ruled on claims: where two disagree, how far they agree, and gold made of what was judged.

The first two who rule on a claim are its reviewers; whoever rules on it after they disagreed adjudicates.
Of each the last ruling counts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.claims.claim import Claim, ClaimId, ClaimKind
from dragoman.claims.judgement import AmendedField, Amendment, HeldJudgement, Ruling
from dragoman.claims.verdict import VERDICTS
from dragoman.documents.document import Document
from dragoman.evaluation.agreement import Agreement, compare_coders
from dragoman.evaluation.coded import NO_DATE, Coded, coded_claim, speaker_label
from dragoman.evaluation.judging import known_ids
from dragoman.evaluation.reliability import cohen_kappa, observed_agreement

TWO = 2
Rulings = Mapping[ClaimId, tuple[HeldJudgement, ...]]
"""For each claim the last ruling of each who ruled on it, in the order in which they first did."""


@dataclass(frozen=True, slots=True)
class ReviewerPair:
    """How far two reviewers agree.

    Attributes:
        first: Name of the one.
        second: Name of the other.
        units: Claims of which both were the reviewers.
        observed: Share on which they ruled alike, or ``None`` without units.
        kappa: Cohen's kappa of accept, reject and amend; ``None`` where it is not defined.
        fields: Field by field, on claims that neither rejected.
    """

    first: str
    second: str
    units: int
    observed: float | None
    kappa: float | None
    fields: Agreement


def read_rulings(judgements: Iterable[HeldJudgement]) -> Rulings:
    """Return who ruled what on which claim.

    Args:
        judgements: In the order of recording; those that rule on no single claim are passed over.
    """
    found: dict[ClaimId, dict[str, HeldJudgement]] = {}
    for held in judgements:
        if held.judgement.ruling in VERDICTS:
            found.setdefault(ClaimId(held.judgement.subject), {})[held.judgement.reviewer] = held
    return {claim: tuple(last.values()) for claim, last in found.items()}


def said_by(held: HeldJudgement) -> tuple[Ruling, frozenset[Amendment]]:
    """Return what a ruling comes to, in a form in which two can be compared."""
    return held.judgement.ruling, frozenset(held.judgement.amendments)


def is_disagreed(rulings: Sequence[HeldJudgement]) -> bool:
    """Tell whether two reviewers of a claim disagree, and nobody has adjudicated."""
    return len(rulings) == TWO and said_by(rulings[0]) != said_by(rulings[1])


def last_ruling(rulings: Sequence[HeldJudgement]) -> HeldJudgement:
    """Return the ruling that was recorded last."""
    return max(rulings, key=lambda held: held.entry)


def compare_reviewers(claims: Iterable[Claim], rulings: Rulings) -> Iterator[ReviewerPair]:
    """Yield how far each two reviewers agree, by name.

    Args:
        claims: The claims that were judged.
        rulings: What was ruled.
    """
    by_id = {claim.id: claim for claim in claims}
    pairs: dict[tuple[str, str], list[tuple[Claim, HeldJudgement, HeldJudgement]]] = {}
    for claim, found in rulings.items():
        for one, other in combinations(found[:TWO], TWO):
            ordered = sorted((one, other), key=lambda held: held.judgement.reviewer)
            names = (ordered[0].judgement.reviewer, ordered[1].judgement.reviewer)
            if claim in by_id:
                pairs.setdefault(names, []).append((by_id[claim], ordered[0], ordered[1]))
    for names in sorted(pairs):
        yield _pair(names, pairs[names])


def _pair(names: tuple[str, str], judged: Sequence[tuple[Claim, HeldJudgement, HeldJudgement]]) -> ReviewerPair:
    said = [(one.judgement.ruling.value, other.judgement.ruling.value) for _, one, other in judged]
    kept = [
        triple for triple in judged if Ruling.REJECT not in {triple[1].judgement.ruling, triple[2].judgement.ruling}
    ]
    fields = compare_coders(
        [amended_code(claim, one.judgement.amendments) for claim, one, _ in kept],
        [amended_code(claim, other.judgement.amendments) for claim, _, other in kept],
    )
    return ReviewerPair(*names, len(said), observed_agreement(said), cohen_kappa(said), fields)


def amended_code(claim: Claim, amendments: Iterable[Amendment]) -> Coded:
    """Return a claim as a reviewer reads it, in the form in which coders are compared."""
    coded = coded_claim(claim)
    for one in amendments:
        coded = _amended(coded, one)
    return coded


def _amended(coded: Coded, one: Amendment) -> Coded:
    match one.field:
        case AmendedField.ACTORS:
            return replace(coded, actors=frozenset(_listed(one.value)))
        case AmendedField.RECIPIENTS:
            return replace(coded, recipients=frozenset(_listed(one.value)))
        case AmendedField.MODE:
            return replace(coded, mode=one.value or None)
        case AmendedField.DATE:
            return replace(coded, date=one.value or NO_DATE)
        case AmendedField.STATUS:
            return replace(coded, status=one.value)
        case AmendedField.NEGATED:
            return replace(coded, negated="yes" if one.value == "true" else "no")
        case _:
            return coded


def gold_claim(claim: Claim, amendments: Iterable[Amendment]) -> dict[str, object]:
    """Return a claim as an entry of a gold file (``gold.schema.json``), as it was amended."""
    values: dict[str, object] = {
        "kind": claim.kind.value,
        "event": claim.event and claim.event.value,
        "mode": claim.mode,
        "actors": sorted(known_ids(claim.actors)),
        "recipients": sorted(known_ids(claim.recipients)),
        "date": claim.date.edtf if claim.date else None,
        "status": claim.status.value,
        "negated": claim.negated,
        "speaker": speaker_label(claim),
        "quote": claim.evidence.quote,
    }
    if claim.measure is not None:
        values["measure"] = {"value": claim.measure.value, "unit": claim.measure.unit, "of": claim.measure.of}
    for one in amendments:
        _amend_entry(values, one)
    return {name: value for name, value in values.items() if value is not None or name == "date"}


def _amend_entry(values: dict[str, object], one: Amendment) -> None:
    name, measure = one.field.value, values.get("measure")
    if one.field in {AmendedField.ACTORS, AmendedField.RECIPIENTS}:
        values[name] = sorted(_listed(one.value))
    elif one.field is AmendedField.NEGATED:
        values[name] = one.value == "true"
    elif one.field is AmendedField.VALUE and isinstance(measure, dict):
        measure["value"] = one.value
    elif one.field in {AmendedField.MODE, AmendedField.DATE, AmendedField.STATUS}:
        values[name] = one.value or None


def gold_report(document: Document, claims: Sequence[Claim], rulings: Rulings) -> dict[str, object] | None:
    """Return the entry of a document in a gold file, or ``None`` where a claim of it is not judged yet.

    A gold file says all that a report says: what is missing in it counts as false. So a document is gold only when
    each of its claims was ruled on, and no two reviewers disagree.

    Args:
        document: The document.
        claims: All its claims that count.
        rulings: What was ruled.
    """
    asked = [claim for claim in claims if claim.kind is not ClaimKind.NAME]
    found = [rulings.get(claim.id, ()) for claim in asked]
    if not asked or not all(found) or any(is_disagreed(one) for one in found):
        return None
    given = {item.name: item.value for item in document.metadata if item.basis == "given"}
    known = {name: given[name] for name in ("published", "outlet") if name in given}
    judged = [(claim, last_ruling(one).judgement) for claim, one in zip(asked, found, strict=True)]
    kept = [gold_claim(claim, last.amendments) for claim, last in judged if last.ruling is not Ruling.REJECT]
    return {**({"given": known} if known else {}), "claims": kept}


def _listed(value: str) -> tuple[str, ...]:
    return tuple([one.strip() for one in value.split(",") if one.strip()])
