from dataclasses import replace

from tests.answers.reports import EMBASSY, RELATIONS_NONE, act, ledger_of, recognition_of, report

from dragoman.answers.ladder import Span
from dragoman.answers.relations import Relations, find_relations
from dragoman.claims.claim import ClaimKind, ClaimLink, Measure
from dragoman.claims.coding import Coding
from dragoman.events.kind import Ladder, Root, Status
from dragoman.knowledge.authority import load_authority


def ask(*codings: Coding) -> Relations:
    return find_relations(ledger_of(*codings), load_authority(), ("Ukraine", "North Korea"))


def steps(spans: tuple[Span, ...], ladder: Ladder) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (s.step, s.start.edtf if s.start else None, s.end.edtf if s.end else None) for s in spans if s.ladder is ladder
    ]


def test_an_act_lasts_until_another_act_ends_it() -> None:
    answer = ask(
        report("Opened.", act("mission-opened", "PRK", "UKR", date="1992", measure=EMBASSY)),
        report("Closed.", act("mission-closed", "PRK", "UKR", date="1998")),
    )
    assert steps(answer.spans, Ladder.MISSION) == [("Embassy", "1992", "1998"), ("None", "1998", None)]


def test_what_was_before_the_first_act_is_a_gap() -> None:
    answer = ask(report("Severed.", act("relations-severed", "UKR", "PRK", date="2022-07-13")))
    assert steps(answer.spans, Ladder.RELATIONS) == [(None, None, "2022-07-13"), ("none", "2022-07-13", None)]


def test_two_severings_years_apart_have_a_gap_between_them() -> None:
    answer = ask(
        report("Severed in 1988.", act("relations-severed", "UKR", "PRK", date="1988-04")),
        report("Severed in 2016.", act("relations-severed", "UKR", "PRK", date="2016-01-03")),
    )
    first, begun, gap, second = answer.spans
    assert (first.step, begun.step, gap.step, second.step) == (None, "none", None, "none")
    assert begun.has_ended
    assert begun.end is None
    assert gap.end is not None
    assert gap.end.edtf == "2016-01-03"


def test_an_undated_severing_ends_what_was_established_on_a_day_that_is_not_known() -> None:
    answer = ask(
        report("Established.", act("relations-established", "UKR", "PRK", date="1992")),
        report("Severed.", act("relations-severed", "UKR", "PRK", date=None)),
    )
    begun = answer.spans[0]
    assert (begun.step, begun.end, begun.has_ended) == ("full", None, True)


def test_a_state_says_nothing_of_other_times() -> None:
    page = report(
        "In 1995 it had one.", {"actors": ("PRK",), "recipients": ("UKR",), "date": "1995", **embassy_state()}
    )
    (span,) = ask(page).spans
    assert span.is_state
    assert steps((span,), Ladder.MISSION) == [("Embassy", "1995", "1995")]


def embassy_state() -> dict[str, object]:
    return {"kind": ClaimKind.STATE, "event": None, "mode": None, "measure": EMBASSY}


def test_what_is_announced_moves_no_ladder() -> None:
    answer = ask(report("It will.", act("relations-severed", "UKR", "PRK", status=Status.ANNOUNCED)))
    assert answer.spans == ()
    assert answer.timeline[0].sentence == "UKR would sever diplomatic relations with PRK"


def test_claims_of_one_act_are_one_item_with_its_most_exact_date() -> None:
    answer = ask(
        report("In 1992.", act("relations-established", "PRK", "UKR", date="1992-01"), outlet="A"),
        report("On 9 January 1992.", act("relations-established", "UKR", "PRK", date="1992-01-09"), outlet="B"),
    )
    (item,) = answer.timeline
    assert item.date is not None
    assert item.date.edtf == "1992-01-09"
    assert len(item.citations) == 2


def test_two_meetings_are_two_items_even_if_one_is_dated_vaguely() -> None:
    answer = ask(
        report("In June.", act("meeting", "UKR", "PRK", event=Root.CONSULT, date="2019-06")),
        report("On 5 June.", act("meeting", "UKR", "PRK", event=Root.CONSULT, date="2019-06-05")),
    )
    assert len(answer.timeline) == 2


def test_what_has_no_date_stands_apart_with_the_day_of_its_page() -> None:
    page = report("Severed.", act("relations-severed", "UKR", "PRK", date=None), published="2022-07-14")
    answer = ask(page)
    assert answer.timeline == ()
    assert answer.undated[0].not_after == "2022-07-14"


def test_a_denial_is_shown_as_one_with_its_speaker() -> None:
    page = report("There never were any.", {**RELATIONS_NONE, "actors": ("UKR", "PRK"), "recipients": (), "date": None})
    (item,) = ask(page).undated
    assert item.sentence == "UKR and PRK had no diplomatic relations"


def test_a_reaction_names_the_act_that_it_answers_even_of_another_pair() -> None:
    act_page = report("Pyongyang recognised it.", recognition_of("DPR", "PRK", date="2022-07-13"))
    target = act_page.claims[0].id
    reaction = report("Kyiv severed ties in response.", act("relations-severed", "UKR", "PRK", date="2022-07-13"))
    linked = replace(reaction.claims[0], links=(ClaimLink("reacts-to", target, "in response"),))
    (item,) = ask(act_page, replace(reaction, claims=(linked,))).timeline
    assert item.reacts_to == ("PRK recognised DPR",)


def test_amounts_are_told_with_their_unit() -> None:
    measure = Measure(33_700_000.0, "USD", "exports")
    values = {"kind": ClaimKind.QUANTITY, "event": None, "mode": None, "measure": measure}
    page = report("Trade.", {"actors": ("UKR",), "recipients": ("PRK",), "date": "2015", **values})
    assert ask(page).timeline[0].sentence == "exports of UKR to PRK: 33,700,000 USD"


def test_claims_about_others_are_left_out() -> None:
    assert ask(report("Another pair.", act("relations-severed", "UKR", "SYR"))).items == ()
