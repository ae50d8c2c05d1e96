from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.answers.reports import AGENCY, RELATIONS_NONE, act, ordinal, recognition_of, report, voice

from dragoman.claims.assertion import find_assertions
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.coding import Coding
from dragoman.claims.contradiction import find_contradictions
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.events.kind import Status


def disputes_of(*codings: Coding) -> tuple[Dispute, ...]:
    claims = [claim for coding in codings for claim in coding.claims]
    days = {c.document.id: c.document.published for c in codings if c.document is not None}
    return find_contradictions(tuple(find_assertions(claims, *ClaimKind)), days)


def kinds(*codings: Coding) -> list[tuple[str, str]]:
    return [(dispute.kind.value, dispute.bearing.value) for dispute in disputes_of(*codings)]


def no_relations(text: str, **values: Any) -> Coding:  # noqa: ANN401
    sides = {"actors": ("UKR", "PRK"), "recipients": (), "date": None}
    return report(text, RELATIONS_NONE | sides | values, published="2022-07-14")


def test_repeating_is_no_contradiction() -> None:
    one = report("On the 21st.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A")
    other = report("The 21st it was.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="B")
    assert kinds(one, other) == []


def test_being_less_precise_is_no_contradiction() -> None:
    one = report("In July.", recognition_of("DPR", "PRK", date="2022-07"))
    other = report("On 13 July.", recognition_of("DPR", "PRK", date="2022-07-13"))
    assert kinds(one, other) == []


def test_two_days_of_one_recognition_clash() -> None:
    one = report("On the 21st.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A")
    other = report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="B")
    (dispute,) = disputes_of(one, other)
    assert (dispute.kind, dispute.bearing) == (DisputeKind.DATE, Bearing.REAL)
    assert "2022-02-21" in dispute.reason
    assert "2022-02-24" in dispute.reason


def test_days_that_the_clocks_of_both_sides_explain_clash_only_apparently() -> None:
    one = report("On the 13th.", act("relations-severed", "UKR", "PRK", date="2022-07-13"), outlet="A")
    other = report("On the 14th.", act("relations-severed", "UKR", "PRK", date="2022-07-14"), outlet="B")
    (dispute,) = disputes_of(one, other)
    assert dispute.bearing is Bearing.APPARENT
    assert "clocks" in dispute.reason


def test_severing_twice_years_apart_is_no_contradiction() -> None:
    one = report("In 1980.", act("relations-severed", "SAU", "IRN", date="1988-04"))
    other = report("In 2016.", act("relations-severed", "SAU", "IRN", date="2016-01-03"))
    assert kinds(one, other) == []


def test_two_visits_on_two_days_are_two_visits() -> None:
    one = report("On Monday.", act("visit", "CHN", "RUS", date="2022-02-04"))
    other = report("On Tuesday.", act("visit", "CHN", "RUS", date="2022-02-05"))
    assert kinds(one, other) == []


def test_two_places_of_one_act_clash_and_two_spellings_do_not() -> None:
    moscow = report("In Moscow.", recognition_of("DPR", "PRK", date="2022-07-13", place="Moscow"))
    pyongyang = report("In Pyongyang.", recognition_of("DPR", "PRK", date="2022-07-13", place="Pyongyang"))
    assert kinds(moscow, pyongyang) == [("place", "real")]
    kyiv = report("In Kyiv.", act("mission-opened", "PRK", "UKR", date="1992", place="Kyiv"))
    kiev = report("In Kiev.", act("mission-opened", "PRK", "UKR", date="1992", place="Kiev"))
    assert kinds(kyiv, kiev) == []


def test_an_act_that_somebody_denies_is_disputed() -> None:
    one = report("It did.", recognition_of("XKX", "SRB"))
    other = report("It did not.", recognition_of("XKX", "SRB", negated=True))
    assert kinds(one, other) == [("status", "real")]


def test_announced_by_one_and_done_by_another_on_one_day_clash() -> None:
    one = report("It recognised.", recognition_of("DPR", "SYR", date="2022-06-29"))
    other = report("It will.", recognition_of("DPR", "SYR", date="2022-06-29", status=Status.ANNOUNCED))
    assert kinds(one, other) == [("decision", "real")]


def test_an_announcement_before_the_act_is_no_contradiction() -> None:
    one = report("It recognised.", recognition_of("DPR", "SYR", date="2022-06-30"))
    other = report("It will.", recognition_of("DPR", "SYR", date="2022-06-29", status=Status.ANNOUNCED))
    assert kinds(one, other) == []


def test_a_report_of_the_same_days_that_has_it_only_decided_clashes_with_one_that_has_it_done() -> None:
    done = report("It recognised.", recognition_of("DPR", "SYR", date="2022-06-29"))
    decided = recognition_of("DPR", "SYR", date=None, status=Status.ANNOUNCED)
    assert kinds(done, report("It decided to.", decided, published="2022-06-30")) == [("decision", "real")]
    assert kinds(done, report("It decided to.", decided, published="2022-06-28")) == []
    assert kinds(done, report("It had decided to.", decided, published="2023-01-10")) == []


def test_the_day_of_the_decision_and_the_day_of_the_act_clash_only_apparently() -> None:
    early = report("On the 22nd.", recognition_of("PSE", "NOR", date="2024-05-22"), outlet="A")
    act_itself = report("On the 28th.", recognition_of("PSE", "NOR", date="2024-05-28"), outlet="B")
    announced = recognition_of("PSE", "NOR", date="2024-05-22", status=Status.ANNOUNCED)
    found = disputes_of(early, act_itself, report("It will.", announced, outlet="C"))
    (days,) = [dispute for dispute in found if dispute.bearing is Bearing.APPARENT]
    assert days.kind is DisputeKind.DECISION
    assert days.why_apparent == "on 2024-05-22 it was announced or decided, as C has it"


def test_the_clocks_explain_nothing_where_the_earlier_day_is_by_the_later_clock() -> None:
    agency = (voice("A"), AGENCY)
    one = report("On the 13th.", act("relations-severed", "UKR", "PRK", date="2022-07-13", chain=agency), outlet="A")
    other = report("On the 14th.", act("relations-severed", "UKR", "PRK", date="2022-07-14"), outlet="B")
    asserted = tuple(find_assertions([*one.claims, *other.claims], *ClaimKind))
    (dispute,) = find_contradictions(asserted, {}, homes={"KCNA": "PRK"})
    assert dispute.bearing is Bearing.REAL


def test_severed_and_suspended_on_one_day_clash() -> None:
    one = report("Severed.", act("relations-severed", "UKR", "PRK", date="2022-07-13"))
    other = report("Suspended.", act("relations-suspended", "UKR", "PRK", date="2022-07-13"))
    assert kinds(one, other) == [("degree", "real")]


def test_never_having_had_relations_clashes_with_an_embassy() -> None:
    embassy = report("It opened one.", act("mission-opened", "PRK", "UKR", date="1992"))
    (dispute,) = disputes_of(no_relations("They never had relations."), embassy)
    assert (dispute.kind, dispute.bearing) == (DisputeKind.STATE, Bearing.REAL)
    assert dispute.right == (embassy.claims[0].id,)


def test_a_denial_without_a_time_clashes_only_apparently() -> None:
    embassy = report("It opened one.", act("mission-opened", "PRK", "UKR", date="1992"))
    assert kinds(no_relations("They have no relations."), embassy) == [("state", "apparent")]


def test_no_relations_after_they_were_severed_is_no_contradiction() -> None:
    severed = report("Severed.", act("relations-severed", "UKR", "PRK", date="2022-07-13"))
    established = report("Established.", act("relations-established", "UKR", "PRK", date="1992-01-09"))
    assert kinds(no_relations("None in 2023.", date="2023"), severed, established) == []


def test_an_ordinal_below_the_number_of_earlier_acts_clashes() -> None:
    pages = [
        report(f"{name} recognised it.", recognition_of("DPR", name, date=day))
        for name, day in (("RUS", "2022-02-21"), ("SYR", "2022-06-29"), ("PRK", "2022-07-13"))
    ]
    (dispute,) = disputes_of(*pages, report("It was the second.", ordinal(2, "DPR", "PRK", date="2022-07-13")))
    assert (dispute.kind, dispute.bearing) == (DisputeKind.ORDINAL, Bearing.REAL)
    assert "it is number 3" in dispute.reason


def test_an_ordinal_that_fits_if_the_announced_count_clashes_only_apparently() -> None:
    russia = report("Russia did.", recognition_of("DPR", "RUS", date="2022-02-21"))
    syria = report("Syria will.", recognition_of("DPR", "SYR", date="2022-06-29", status=Status.ANNOUNCED))
    third = report("It was the third.", ordinal(3, "DPR", "PRK", date="2022-07-13"))
    (dispute,) = disputes_of(russia, syria, third)
    assert dispute.bearing is Bearing.APPARENT
    assert "announced only: SYR" in dispute.reason


def test_an_ordinal_that_leaves_out_the_contested_clashes_only_apparently() -> None:
    pages = [
        report(f"{name} recognised it.", recognition_of("DPR", name, date=day))
        for name, day in (("SOS", "2014-06"), ("RUS", "2022-02-21"))
    ]
    second = report("It was the second.", ordinal(2, "DPR", "PRK", date="2022-07-13"))
    asserted = tuple(find_assertions([c for page in (*pages, second) for c in page.claims], *ClaimKind))
    (dispute,) = find_contradictions(asserted, {}, contested={"SOS"})
    assert dispute.bearing is Bearing.APPARENT
    assert "contested as states themselves: SOS" in dispute.reason


def test_a_vague_date_adds_no_dispute_of_its_own() -> None:
    one = report("On the 21st.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A")
    vague = report("In February.", recognition_of("DPR", "RUS", date="2022-02"), outlet="B")
    other = report("In 2014.", recognition_of("DPR", "RUS", date="2014"), outlet="C")
    assert kinds(one, vague, other) == [("date", "real")]


def test_an_ordinal_beyond_what_is_held_is_no_contradiction() -> None:
    assert kinds(report("The 117th.", ordinal(117, "XKX", "ISR", date="2021-02-01"))) == []


def test_two_ordinals_clash_and_limits_make_that_apparent() -> None:
    third = report("The third.", ordinal(3, "DPR", "PRK"))
    fifth = report("The fifth.", ordinal(5, "DPR", "PRK"))
    limited = report("The third since the war.", ordinal(3, "DPR", "PRK", scope="since the war"))
    assert kinds(third, fifth) == [("ordinal", "real")]
    assert kinds(limited, fifth) == [("ordinal", "apparent")]


def test_two_ordinals_that_both_fit_by_some_way_of_counting_clash_only_apparently() -> None:
    pages = [
        report(f"{name} recognised it.", recognition_of("DPR", name, date=day))
        for name, day in (("SOS", "2014-06"), ("RUS", "2022-02-21"))
    ]
    second = report("The second.", ordinal(2, "DPR", "PRK", date="2022-07-13"))
    third = report("The third.", ordinal(3, "DPR", "PRK", date="2022-07-13"))
    asserted = tuple(find_assertions([c for page in (*pages, second, third) for c in page.claims], *ClaimKind))
    found = find_contradictions(asserted, {}, contested={"SOS"})
    assert [dispute.bearing for dispute in found] == [Bearing.APPARENT, Bearing.APPARENT]
    assert "it is open whether to count SOS" in found[0].why_apparent


def amount(text: str, value: float, date: str | None, **values: Any) -> Coding:  # noqa: ANN401
    measure = Measure(value, "USD", "exports")
    plain = {"kind": ClaimKind.QUANTITY, "event": None, "mode": None, "measure": measure, "date": date}
    return report(text, plain | {"actors": ("UKR",), "recipients": ("PRK",)} | values)


def test_two_amounts_of_one_year_clash_and_of_two_years_do_not() -> None:
    assert kinds(amount("33.7.", 33.7e6, "2015"), amount("9.", 9e6, "2015")) == [("quantity", "real")]
    assert kinds(amount("33.7.", 33.7e6, "2015"), amount("7.5.", 7.5e6, "2016")) == []


def test_rounding_is_no_contradiction() -> None:
    assert kinds(amount("33.7.", 33.7e6, "2015"), amount("33.68.", 33.68e6, "2015")) == []


def test_several_recipients_of_one_act_give_one_dispute() -> None:
    both = {"actors": ("RUS",), "recipients": ("DPR", "LPR")}
    one = report("On the 21st.", both | {"date": "2022-02-21"}, outlet="A")
    other = report("On the 24th.", both | {"date": "2022-02-24"}, outlet="B")
    (dispute,) = disputes_of(one, other)
    assert "likewise" in dispute.reason


PAGES = [
    report("On the 21st.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A"),
    report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="B"),
    report("The third.", ordinal(3, "DPR", "PRK")),
    report("The fifth.", ordinal(5, "DPR", "PRK")),
    report("It did not.", recognition_of("DPR", "RUS", negated=True)),
]


@given(st.permutations(PAGES))
def test_the_order_of_the_claims_does_not_matter(pages: list[Coding]) -> None:
    assert disputes_of(*pages) == disputes_of(*PAGES)
