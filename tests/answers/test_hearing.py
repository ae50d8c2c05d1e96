"""What a policy hears, what it leaves out and why, in every answer."""

import pytest
from tests.answers.reports import AGENCY, act, ledger_of, only_claim, recognition_of, report, voice

from dragoman.answers.questions import (
    brief,
    corroboration,
    disputes,
    loaded_words,
    mission_transitions,
    missions,
    names,
    recognition,
    relations,
)
from dragoman.answers.recognition import Recognition
from dragoman.claims.coding import Coding
from dragoman.claims.hop import Hop
from dragoman.claims.policy import Policy
from dragoman.documents.section import VoiceKind
from dragoman.events.kind import Status
from dragoman.knowledge.policies import load_policy, parse_policy

SOMEBODY = Hop("a diplomat", VoiceKind.UNNAMED)
MOSCOW = report("Moscow did.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="Sample Wire")
MOSCOW_TOO = report("Moscow has.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="Sample Gazette")
DAMASCUS = report("Damascus did.", recognition_of("DPR", "SYR", date="2022-06-29"), outlet="Sample Wire")
ANNOUNCED = report("Pyongyang will.", recognition_of("DPR", "PRK", status=Status.ANNOUNCED), outlet="Sample Wire")


def policy(rules: str) -> Policy:
    return parse_policy(f"name: mine\nabout: made for this test\n{rules}\n", "mine.yaml")


def ask(chosen: Policy, *codings: Coding) -> Recognition:
    return recognition(ledger_of(*codings), of="DPR", policy=chosen)


def reasons(answer: Recognition) -> list[tuple[str, int]]:
    return [(one.reason, len(one.citations)) for one in answer.left_out]


def test_everything_hears_everything() -> None:
    answer = ask(load_policy("everything"), MOSCOW, DAMASCUS, ANNOUNCED)
    assert len(answer.recognisers) == 3
    assert answer.left_out == ()


def test_cautious_wants_two_independent_origins_and_shows_what_has_one() -> None:
    answer = ask(load_policy("cautious"), MOSCOW, MOSCOW_TOO, DAMASCUS, ANNOUNCED)
    assert [one.id for one in answer.recognisers] == ["RUS"]
    assert reasons(answer) == [("announced acts do not count", 1), ("fewer than 2 independent origins", 1)]


def test_pages_that_retell_one_agency_are_one_origin_for_a_policy_too() -> None:
    pages = [
        report(f"Page {n}.", recognition_of("DPR", "RUS", chain=(voice(f"Outlet {n}"), AGENCY)), outlet=f"Outlet {n}")
        for n in range(5)
    ]
    assert ask(load_policy("cautious"), *pages).recognisers == ()


def test_dates_that_exclude_each_other_do_not_bear_each_other_out() -> None:
    later = report("Moscow did in March.", recognition_of("DPR", "RUS", date="2022-03"), outlet="Sample Gazette")
    assert ask(load_policy("cautious"), MOSCOW, later).recognisers == ()


def test_reviewed_only_leaves_out_what_nobody_judged() -> None:
    answer = ask(load_policy("reviewed-only"), MOSCOW, DAMASCUS)
    assert answer.recognisers == ()
    assert reasons(answer) == [("unjudged claims do not count", 2)]


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ("sources: {ignore: [Sample Wire]}", "Sample Wire is an ignored source"),
        ("sources: {count: [Sample Gazette]}", "no source of it is among those that count"),
        ("sources: {ignore: [kcna]}", "kcna is an ignored source"),
        ("origins: {ignore: [Korean Central News Agency]}", "Korean Central News Agency is an ignored origin"),
        ("origins: {count: [TASS]}", "no origin of it is among those that count"),
        ("claims: {historical: false}", "what is told as background does not count"),
    ],
)
def test_each_rule_gives_its_reason(rules: str, reason: str) -> None:
    page = report(
        "It did.",
        recognition_of("DPR", "PRK", chain=(voice("Sample Wire"), AGENCY), status=Status.HISTORICAL),
    )
    answer = ask(policy(rules), page)
    assert answer.recognisers == ()
    assert reasons(answer) == [(reason, 1)]


def test_an_ignored_outlet_is_no_ignored_origin_where_it_only_hands_on() -> None:
    page = report("It did.", recognition_of("DPR", "PRK", chain=(voice("Sample Wire"), AGENCY)))
    assert len(ask(policy("origins: {ignore: [Sample Wire]}"), page).recognisers) == 1


def test_speakers_without_a_name_can_be_left_out() -> None:
    page = report("It did.", recognition_of("DPR", "PRK", chain=(voice("Sample Wire"), SOMEBODY)))
    assert reasons(ask(policy("claims: {unnamed: false}"), page)) == [("speakers without a name do not count", 1)]


def test_a_ranked_source_gives_the_day_that_is_shown_first() -> None:
    other = report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="Sample Blog")
    pages = (MOSCOW, MOSCOW_TOO, other)
    plain = ask(load_policy("everything"), *pages).recognisers[0].strand
    ranked = ask(policy("sources: {rank: [Sample Blog]}"), *pages).recognisers[0].strand
    assert [reading.edtf for reading in plain.readings] == ["2022-02-21", "2022-02-24"]
    assert [reading.edtf for reading in ranked.readings] == ["2022-02-24", "2022-02-21"]
    assert ranked.best.page.outlet == "Sample Blog"


def test_every_answer_names_its_policy_and_shows_what_it_leaves_out() -> None:
    page = report("Moscow opened it in 2022.", act("mission-opened", "RUS", "DPR", date="2022"), outlet="Sample Wire")
    held = ledger_of(page)
    none = policy("sources: {ignore: [Sample Wire]}")
    answers = (
        relations(held, "RUS", "DPR", policy=none),
        missions(held, of="RUS", policy=none),
        mission_transitions(held, sender="RUS", policy=none),
        disputes(held, policy=none),
        corroboration(held, only_claim(page).id, policy=none),
        names(held, of="RUS", policy=none),
        loaded_words(held, policy=none),
    )
    for answer in answers:
        values = answer.to_dict()
        assert values["policy"] == {"name": "mine", "digest": None, "about": "made for this test"}
        assert "left_out" in values
    assert [bool(answer.left_out) for answer in answers[:5]] == [True] * 5


def test_a_brief_tells_what_its_policy_leaves_out_with_a_footnote() -> None:
    page = report("Moscow opened it in 2022.", act("mission-opened", "RUS", "DPR", date="2022"), outlet="Sample Wire")
    told = brief(ledger_of(page), "RUS", "DPR", policy=policy("sources: {ignore: [Sample Wire]}"))
    assert "Policy mine: made for this test." in told
    assert "## Left out by the policy" in told
    assert "(Sample Wire is an ignored source)" in told
    assert "[^1]: “Moscow opened it in 2022.”" in told
