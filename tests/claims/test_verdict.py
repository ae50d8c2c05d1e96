"""How a claim stands by the judgements about it."""

from datetime import UTC, datetime

import pytest

from dragoman.claims.claim import ClaimId
from dragoman.claims.judgement import AmendedField, Amendment, HeldJudgement, Judgement, Ruling
from dragoman.claims.verdict import NOT_JUDGED, Judged, Verdict, judged_claims, verdict_of

ONE, OTHER = ClaimId("a" * 24), ClaimId("b" * 24)
MOMENT = datetime(2022, 7, 18, 9, tzinfo=UTC)


def held(*rulings: Ruling, claim: ClaimId = ONE, value: str = "2022-07-13") -> list[HeldJudgement]:
    return [
        HeldJudgement(
            Judgement(
                ruling,
                claim,
                "A. Reviewer",
                "It is so.",
                others=(OTHER,) if ruling is Ruling.PREFER else (),
                amendments=(Amendment(AmendedField.DATE, value),) if ruling is Ruling.AMEND else (),
            ),
            entry,
            MOMENT,
        )
        for entry, ruling in enumerate(rulings, start=1)
    ]


@pytest.mark.parametrize(
    ("rulings", "verdict"),
    [
        ((), Verdict.UNJUDGED),
        ((Ruling.PREFER,), Verdict.UNJUDGED),
        ((Ruling.ACCEPT,), Verdict.ACCEPTED),
        ((Ruling.ACCEPT, Ruling.REJECT), Verdict.REJECTED),
        ((Ruling.REJECT, Ruling.ACCEPT), Verdict.ACCEPTED),
        ((Ruling.REJECT, Ruling.PREFER), Verdict.REJECTED),
        ((Ruling.REJECT, Ruling.AMEND), Verdict.AMENDED),
        ((Ruling.AMEND, Ruling.ACCEPT), Verdict.AMENDED),
        ((Ruling.AMEND, Ruling.REJECT), Verdict.REJECTED),
    ],
)
def test_the_last_ruling_decides(rulings: tuple[Ruling, ...], verdict: Verdict) -> None:
    assert verdict_of(ONE, held(*rulings)) is verdict


def test_judgements_of_other_claims_say_nothing() -> None:
    assert verdict_of(ONE, held(Ruling.REJECT, claim=OTHER)) is Verdict.UNJUDGED


def test_the_judgement_that_decides_is_named() -> None:
    judgements = held(Ruling.REJECT, Ruling.ACCEPT, Ruling.PREFER)
    judged = judged_claims(judgements)[ONE]
    assert judged.decisive == judgements[1]
    assert judged.judgements == tuple(judgements)
    assert judged.preferred_over == (OTHER,)
    assert NOT_JUDGED.decisive is None


def test_of_each_field_the_last_amendment_holds() -> None:
    judged = Judged(Verdict.AMENDED, (*held(Ruling.AMEND), *held(Ruling.AMEND, value="2022-07-14")))
    assert judged.amendments == (Amendment(AmendedField.DATE, "2022-07-14"),)
