from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from tests.answers.reports import recognition_of, report

from dragoman.answers.snapshots import take_snapshot
from dragoman.answers.surveys import watch
from dragoman.claims.ledger import Ledger
from dragoman.errors import DateError
from dragoman.ledger.open import open_ledger

MOSCOW = report("Moscow did.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A")
LATER = report("It was the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="B")
DAMASCUS = report("Damascus did.", recognition_of("LPR", "SYR", date="2022-06-29"), outlet="A")


@pytest.fixture
def held() -> Iterator[Ledger]:
    days = (datetime(2022, 8, 1, 12, tzinfo=UTC) + timedelta(days=number) for number in range(10))
    with open_ledger("memory:", clock=lambda: next(days)) as ledger:
        for coding in (MOSCOW, LATER, DAMASCUS):
            ledger.add(coding, by="test")
        yield ledger


def test_what_was_recorded_later_is_new(held: Ledger) -> None:
    answer = watch(held, "2022-08-02")
    assert [citation.claim.recipients[0].id for citation in answer.claims] == ["LPR"]
    assert [one.title for one in answer.changes] == [
        "recognition, Syria → Luhansk People's Republic: nothing known → certainly recognises since 2022-06-29"
    ]
    assert answer.contests == ()
    assert answer.has_changed


def test_a_new_contradiction_is_a_new_dispute(held: Ledger) -> None:
    answer = watch(held, "2022-08-01", known="2022-08-02")
    assert [contest.dispute.kind.value for contest in answer.contests] == ["date"]


def test_nothing_changed_when_nothing_was_recorded(held: Ledger) -> None:
    answer = watch(held, "2022-08-03")
    assert not answer.has_changed
    assert answer.to_dict()["changed"] is False


def test_only_what_is_about_a_polity_is_watched(held: Ledger) -> None:
    assert not watch(held, "2022-08-02", of="Russia").has_changed


def test_the_earlier_moment_must_be_the_earlier_one(held: Ledger) -> None:
    with pytest.raises(DateError, match="a moment before"):
        watch(held, "2022-08-03", known="2022-08-01")


def test_the_earlier_moment_may_be_a_snapshot(held: Ledger) -> None:
    take_snapshot(held, "before", by="test")
    assert not watch(held, "before").has_changed
    held.add(report("Bolivia did.", recognition_of("PSE", "BOL", date="2010-12-17"), outlet="A"), by="test")
    assert [citation.claim.recipients[0].id for citation in watch(held, "before").claims] == ["PSE"]
