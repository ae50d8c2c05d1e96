"""Claims as they read by judgements, in every kind of ledger."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.claims.factories import make_claim, make_coding, make_date, make_document
from tests.ledger.conftest import MONDAY, SetClock

from dragoman.claims.claim import Claim
from dragoman.claims.judgement import AmendedField, Amendment, Judgement, Ruling
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.claims.verdict import Verdict
from dragoman.errors import JudgementError

TUESDAY = MONDAY + timedelta(days=1)
NAURU = make_document("Nauru recognised Abkhazia.", name="nauru.txt")
SYRIA = make_document("Syria visited Ossetia.", name="syria.txt")
FIRST = make_claim(NAURU)
SECOND = make_claim(SYRIA, mode="visit", actors=["SYR"], recipients=["SOS"])


def amended(*changes: tuple[AmendedField, str], claim: Claim = FIRST) -> Judgement:
    return Judgement(
        Ruling.AMEND, claim.id, "A. Reviewer", "So the page.", amendments=tuple(Amendment(*one) for one in changes)
    )


def names(ledger: Ledger, **conditions: object) -> list[str]:
    return [held.claim.id for held in ledger.claims(ClaimQuery(**conditions))]  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _coded(ledger: Ledger, clock: SetClock) -> None:
    ledger.add(make_coding(NAURU, FIRST), by="me")
    ledger.add(make_coding(SYRIA, SECOND), by="me")
    clock.moment = TUESDAY


def test_an_amended_claim_reads_as_amended_with_both_readings_in_sight(ledger: Ledger) -> None:
    ledger.judge(amended((AmendedField.DATE, "2009-12-16"), (AmendedField.STATUS, "announced")))
    held = next(ledger.claims())
    assert held.claim.date is not None
    assert (held.claim.id, held.claim.date.edtf, held.claim.status.value) == (FIRST.id, "2009-12-16", "announced")
    assert (held.original, held.judged.verdict) == (FIRST, Verdict.AMENDED)
    assert ledger.claim(FIRST.id) == held
    assert ledger.verify().is_sound


def test_it_reads_as_recorded_before_it_was_amended(ledger: Ledger) -> None:
    ledger.judge(amended((AmendedField.DATE, "2009-12-16")))
    before = next(ledger.claims(ClaimQuery(known=MONDAY)))
    assert (before.claim, before.original, before.judged.verdict) == (FIRST, None, Verdict.UNJUDGED)
    assert ledger.claim(FIRST.id, MONDAY) == before
    assert ledger.claim(SECOND.id, MONDAY - timedelta(days=1)) is None


def test_an_amended_claim_is_found_by_what_it_reads_and_not_by_what_it_was(ledger: Ledger) -> None:
    ledger.judge(amended((AmendedField.ACTORS, "TUV: Tuvalu"), (AmendedField.MODE, "visit")))
    assert names(ledger, actor="NRU") == []
    assert names(ledger, actor="TUV") == [FIRST.id]
    assert names(ledger, pair=("ABK", "TUV")) == [FIRST.id]
    assert names(ledger, modes=("visit",)) == [FIRST.id, SECOND.id]
    assert names(ledger, modes=("recognition",)) == []
    assert next(ledger.claims()).claim.actors[0].name == "Tuvalu"


def test_later_amendments_of_a_field_weigh_over_earlier_ones(ledger: Ledger) -> None:
    ledger.judge(amended((AmendedField.DATE, "2009-12-16"), (AmendedField.PLACE, "Moscow")))
    ledger.judge(amended((AmendedField.DATE, "")))
    claim = next(ledger.claims()).claim
    assert (claim.date, claim.place, claim.negated) == (None, "Moscow", False)


def test_a_rejected_claim_is_given_and_says_so(ledger: Ledger) -> None:
    ledger.judge(Judgement(Ruling.REJECT, FIRST.id, "A. Reviewer", "A rumour."))
    assert [held.judged.verdict for held in ledger.claims()] == [Verdict.REJECTED, Verdict.UNJUDGED]
    assert [held.claim for held in ledger.claims()] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (AmendedField.DATE, "July"),
        (AmendedField.STATUS, "likely"),
        (AmendedField.NEGATED, "7"),
        (AmendedField.VALUE, "3"),
    ],
)
def test_an_amendment_that_does_not_fit_is_refused(ledger: Ledger, field: AmendedField, value: str) -> None:
    with pytest.raises(JudgementError, match=field.value):
        ledger.judge(amended((field, value)))
    assert list(ledger.judgements()) == []


class TestMergedNames:
    MERGED = Judgement(Ruling.MERGE, "SYR", "A. Reviewer", "One state.", others=("NRU",))
    SPLIT = replace(MERGED, ruling=Ruling.SPLIT, reason="Two states.")

    def test_answer_together_under_the_first_name(self, ledger: Ledger) -> None:
        ledger.judge(self.MERGED)
        for name in ("SYR", "NRU"):
            assert names(ledger, actor=name) == [FIRST.id, SECOND.id]
            assert names(ledger, participant=name) == [FIRST.id, SECOND.id]
        assert names(ledger, pair=("NRU", "SOS")) == [SECOND.id]
        assert [held.claim.actors[0].id for held in ledger.claims()] == ["SYR", "SYR"]
        assert next(ledger.claims()).original == FIRST

    def test_are_two_before_and_after_they_are_split(self, ledger: Ledger, clock: SetClock) -> None:
        ledger.judge(self.MERGED)
        clock.moment = TUESDAY + timedelta(days=1)
        ledger.judge(self.SPLIT)
        assert names(ledger, actor="SYR") == [SECOND.id]
        assert names(ledger, actor="SYR", known=TUESDAY) == [FIRST.id, SECOND.id]
        assert names(ledger, actor="SYR", known=MONDAY) == [SECOND.id]

    def test_of_sources_give_one_name(self, ledger: Ledger) -> None:
        ledger.judge(replace(self.MERGED, subject="The Sample Wire", others=("Sample Wire",)))
        assert next(ledger.claims()).claim.speaker.source == "The Sample Wire"


def test_a_newer_coding_of_an_amended_claim_keeps_the_amendment(ledger: Ledger) -> None:
    ledger.judge(amended((AmendedField.PLACE, "Moscow")))
    dated = replace(FIRST, date=make_date("2009-12-15~"), coder="rules-en/2.0")
    ledger.add(replace(make_coding(NAURU, dated), coder="rules-en/2.0"), by="me")
    held = next(ledger.claims())
    assert (held.claim.place, held.claim.date) == ("Moscow", dated.date)
    assert held.original == dated
