"""Contradictions: which claims cannot both hold, and why.

Only what is said of the same act or state is compared. Repeating is no contradiction, nor is
being less precise: "July 2022" and "13 July 2022" go together. What only seems to clash is
recorded as apparent, with the reason. Nothing is settled here.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.claims.assertion import Assertion, SpeakerOf, speaker_of
from dragoman.claims.claim import ClaimId, ClaimKind
from dragoman.claims.conflict_of_counts import find_count_conflicts
from dragoman.claims.conflict_of_dates import find_date_conflicts, find_place_conflicts
from dragoman.claims.conflict_of_states import find_state_conflicts
from dragoman.claims.conflict_of_status import find_decision_conflicts, find_opposites, find_status_conflicts
from dragoman.claims.dispute import ONLY_APPARENT, Dispute
from dragoman.documents.document import DocumentId

NO_HOMES: Mapping[str, str] = {}


def find_contradictions(
    assertions: Sequence[Assertion],
    published: Mapping[DocumentId, str | None],
    *,
    speaker: SpeakerOf = speaker_of,
    contested: Collection[str] = (),
    homes: Mapping[str, str] = NO_HOMES,
) -> tuple[Dispute, ...]:
    """Return the disputes among assertions that no text raises itself.

    Args:
        assertions: All that is to be compared, from :func:`dragoman.claims.assertion.find_assertions`;
            they may be of many documents.
        published: EDTF day of publication of the documents, where it is known.
        speaker: How to call the speaker of a claim in a reason.
        contested: Identifiers of polities whose own being a state is in dispute: not everybody counts them.
        homes: The polity by whose clock an agency or outlet speaks, by identifier.

    Returns:
        The disputes, each once, in the order of kinds: dates, places, status, states, counts and
        quantities. The order of the assertions does not matter.
    """
    ordered = sorted(assertions, key=lambda a: (a.claim.document, a.claim.evidence.span, a.claim.id, a.key))
    merged: list[Dispute] = []
    places: dict[ClaimId, list[int]] = {}
    found = _find(ordered, published, speaker, homes)
    for dispute in (*found, *find_count_conflicts(ordered, speaker, contested)):
        near = sorted({place for one in dispute.left for place in places.get(one, ())})
        same = next((place for place in near if _are_one(merged[place], dispute)), None)
        if same is None:
            same = len(merged)
            merged.append(dispute)
        else:
            merged[same] = _joined(merged[same], dispute)
        for one in (*dispute.left, *dispute.right):
            places.setdefault(one, []).append(same)
    return tuple(merged)


def _are_one(held: Dispute, found: Dispute) -> bool:
    """Tell whether two disputes are between the same voices: "X and Y" as recipients give one for each."""
    if (held.kind, held.bearing) != (found.kind, found.bearing):
        return False
    return bool({*held.left} & {*found.left} and {*held.right} & {*found.right}) or (
        bool({*held.left} & {*found.right} and {*held.right} & {*found.left})
    )


def _joined(held: Dispute, found: Dispute) -> Dispute:
    is_same_way = bool({*held.left} & {*found.left})
    left, right = (found.left, found.right) if is_same_way else (found.right, found.left)
    title = _title(found)
    said, mark, why = held.reason.partition(ONLY_APPARENT)
    reason = held.reason if title in held.reason else f"{said}; likewise {title}{mark}{why}"
    return replace(
        held,
        left=tuple(dict.fromkeys((*held.left, *left))),
        right=tuple(dict.fromkeys((*held.right, *right))),
        reason=reason,
    )


def _find(
    assertions: Sequence[Assertion],
    published: Mapping[DocumentId, str | None],
    speaker: SpeakerOf,
    homes: Mapping[str, str],
) -> Iterator[Dispute]:
    acts: dict[tuple[str, str, str], list[Assertion]] = {}
    events = [assertion for assertion in assertions if assertion.claim.kind is ClaimKind.EVENT]
    for assertion in events:
        acts.setdefault(assertion.key, []).append(assertion)
    for same in acts.values():
        yield from find_date_conflicts(same, speaker, homes)
        yield from find_place_conflicts(same, speaker)
        yield from find_status_conflicts(same, speaker)
        yield from find_decision_conflicts(same, published, speaker)
    yield from find_opposites(events, speaker)
    yield from find_state_conflicts(assertions, published, speaker)


def _title(dispute: Dispute) -> str:
    """What a dispute is about: the beginning of its reason."""
    return dispute.reason.partition(":")[0]
