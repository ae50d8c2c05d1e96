"""Judgements: what each ruling needs, and the JSON in which they are kept."""

from datetime import UTC, datetime
from json import loads

import pytest

from dragoman.claims.claim import ClaimId
from dragoman.claims.decision import EntryKind, HeldDecision
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.claims.judgement import (
    AmendedField,
    Amendment,
    HeldJudgement,
    Judgement,
    Ruling,
    decision_of,
    held_judgements,
    judgement_from_dict,
)
from dragoman.errors import JudgementError

ONE, OTHER, THIRD = (ClaimId(letter * 24) for letter in "abc")
DISPUTE = Dispute(DisputeKind.DATE, (ONE,), (OTHER,), "Which day?")
MOMENT = datetime(2022, 7, 18, 9, tzinfo=UTC)
AMENDED = (Amendment(AmendedField.DATE, "2022-07-13"),)
JUDGEMENTS = (
    Judgement(Ruling.ACCEPT, ONE, "A. Reviewer", "The decree says so."),
    Judgement(Ruling.AMEND, ONE, "A. Reviewer", "The page has it in its title.", amendments=AMENDED),
    Judgement(Ruling.PREFER, ONE, "A. Reviewer", "It quotes the decree.", others=(OTHER,)),
    Judgement(Ruling.SETTLE, DISPUTE.id, "A. Reviewer", "The decree is of that day.", (ONE,), dispute=DISPUTE),
    Judgement(Ruling.SETTLE, DISPUTE.id, "A. Reviewer", "Neither is right.", dispute=DISPUTE),
    Judgement(Ruling.SPLIT, "A. Kim", "A. Reviewer", "Two people.", others=("B. Kim",)),
)


@pytest.mark.parametrize("judgement", JUDGEMENTS, ids=lambda one: one.ruling.value)
def test_a_judgement_comes_back_from_its_json(judgement: Judgement) -> None:
    decision = decision_of(judgement)
    assert judgement_from_dict(loads(decision.body)) == judgement
    held = HeldDecision(decision, 7, MOMENT, judgement.reviewer, judgement.reason)
    assert held_judgements([held]) == (HeldJudgement(judgement, 7, MOMENT),)


def test_matches_of_names_are_entries_of_their_own_kind() -> None:
    kinds = [decision_of(judgement).kind for judgement in JUDGEMENTS]
    assert kinds == [EntryKind.JUDGEMENT] * 5 + [EntryKind.MATCH]


@pytest.mark.parametrize(
    ("ruling", "values", "expected"),
    [
        (Ruling.ACCEPT, {"reviewer": " "}, "a reviewer in words"),
        (Ruling.ACCEPT, {"reason": ""}, "a reason in words"),
        (Ruling.ACCEPT, {"subject": ""}, "a subject in words"),
        (Ruling.ACCEPT, {"others": (OTHER,)}, "one claim"),
        (Ruling.REJECT, {"amendments": AMENDED}, "no amendments"),
        (Ruling.AMEND, {}, "at least one of amendments"),
        (Ruling.PREFER, {}, "one to compare it with"),
        (Ruling.PREFER, {"others": (ONE,)}, "different ones"),
        (Ruling.MERGE, {}, "one to compare it with"),
        (Ruling.SETTLE, {}, "at least one of a dispute"),
        (Ruling.ACCEPT, {"dispute": DISPUTE}, "no a dispute"),
        (Ruling.SETTLE, {"dispute": DISPUTE, "others": (THIRD,)}, "claims of the side that holds"),
    ],
)
def test_a_judgement_that_lacks_something_is_refused(ruling: Ruling, values: dict[str, object], expected: str) -> None:
    plain: dict[str, object] = {"subject": ONE, "reviewer": "A. Reviewer", "reason": "It is so."}
    with pytest.raises(JudgementError, match=expected):
        Judgement(ruling, **plain | values)  # type: ignore[arg-type]
