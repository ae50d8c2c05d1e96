"""Claims as PLOVER's coders record them."""

from dataclasses import replace

import pytest
from tests.claims.factories import make_claim

from dragoman.claims.claim import Claim
from dragoman.evaluation.convention import as_records, root_of_record
from dragoman.evaluation.gold_plover import country_of
from dragoman.events.kind import Root, Status
from dragoman.knowledge.authority import load_authority


def claim_of(root: Root, status: Status, *, negated: bool = False) -> Claim:
    return replace(make_claim(), event=root, status=status, negated=negated)


@pytest.mark.parametrize(
    ("root", "status", "negated", "recorded"),
    [
        (Root.AID, Status.ACTUAL, False, Root.AID),
        (Root.AID, Status.HISTORICAL, False, Root.AID),
        (Root.AID, Status.ACTUAL, True, None),
        (Root.AID, Status.ANNOUNCED, False, Root.AGREE),
        (Root.CONSULT, Status.ANNOUNCED, False, Root.AGREE),
        (Root.RETREAT, Status.ANNOUNCED, True, Root.REJECT),
        (Root.ASSAULT, Status.ANNOUNCED, False, Root.THREATEN),
        (Root.SANCTION, Status.ANNOUNCED, True, None),
        (Root.REJECT, Status.ANNOUNCED, False, Root.REJECT),
        (Root.AID, Status.HYPOTHETICAL, False, None),
        (Root.AID, Status.DEMANDED, False, None),
    ],
)
def test_words_about_acts_to_come_are_recorded_as_acts_of_their_own(
    root: Root, status: Status, *, negated: bool, recorded: Root | None
) -> None:
    assert root_of_record(claim_of(root, status, negated=negated)) is recorded


def test_an_event_told_twice_in_a_sentence_is_recorded_once_and_fully() -> None:
    promise = replace(claim_of(Root.AGREE, Status.ACTUAL), recipients=())
    help_to_come = claim_of(Root.AID, Status.ANNOUNCED)
    (found,) = as_records([promise, help_to_come])
    assert found.event is Root.AGREE
    assert found.recipients == help_to_come.recipients


@pytest.mark.parametrize(
    ("identifier", "country"),
    [("KEN", "KEN"), ("UN", "IGO"), ("AMNESTY", "NGO"), ("PKK", "TUR"), ("ALQAEDA", "IMG"), ("jane-sample", "")],
)
def test_everybody_is_called_by_country_or_kind(identifier: str, country: str) -> None:
    assert country_of(load_authority(), identifier) == country
