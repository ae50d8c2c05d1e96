"""How statements of one text become the status of a mission by day (decision on the ladder of missions)."""

from typing import Any

from tests.answers.reports import EMBASSY, act, ledger_of, report

from dragoman.answers.mission_history import find_mission_transitions
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.documents.span import Span
from dragoman.knowledge.authority import load_authority

LEGATION = Measure("Legation", "mission", "mission")
CONSULATE = Measure("Consulate", "mission", "mission")
INTERESTS = Measure("Interests", "mission", "mission")
TEXT = "x" * 900


def rank(name: str) -> Measure:
    return Measure(name, "rank", "envoy")


def mission(mode: str, date: str, measure: Measure | None = None, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - the fields of a claim
    return act(mode, "PER", "GHA", date=date, measure=measure, **values)


def derive(*claims: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    spread = [claim | {"span": claim.get("span", Span(n, n + 1))} for n, claim in enumerate(claims)]
    ledger = ledger_of(report(TEXT, *spread, name="ghana.xml"))
    found = find_mission_transitions(ledger, load_authority(), "Peru").transitions
    return [(one.status, one.start.edtf, one.rule) for one in found]


def test_each_change_has_its_day_and_its_rule() -> None:
    assert derive(
        mission("mission-opened", "1960-01-05", LEGATION),
        mission("mission-elevated", "1964-02-06", EMBASSY),
        mission("mission-closed", "1970-03-07", EMBASSY),
    ) == [
        ("Legation", "1960-01-05", "mission-opened"),
        ("Embassy", "1964-02-06", "mission-changed"),
        ("None", "1970-03-07", "mission-closed"),
    ]


def test_a_year_gives_way_to_a_day_within_it() -> None:
    year = mission("mission-opened", "1960", LEGATION)
    assert derive(year, mission("mission-opened", "1960-01-05", LEGATION)) == [
        ("Legation", "1960-01-05", "mission-opened")
    ]


def test_an_opening_goes_before_credentials_and_credentials_before_an_appointment() -> None:
    opened = mission("mission-opened", "1960-05-05", EMBASSY)
    presented = mission("envoy-accredited", "1960-04-04", rank("Ambassador"))
    appointed = mission("envoy-appointed", "1960-03-03", rank("Ambassador"))
    assert derive(opened, presented, appointed) == [("Embassy", "1960-05-05", "mission-opened")]
    assert derive(presented, appointed) == [("Embassy", "1960-04-04", "credentials")]


def test_all_statements_on_one_change_are_cited() -> None:
    opened = mission("mission-opened", "1960-05-05", EMBASSY, span=Span(0, 1))
    presented = mission("envoy-accredited", "1960-06-04", rank("Ambassador"), span=Span(1, 2))
    ledger = ledger_of(report(TEXT, opened, presented))
    (one,) = find_mission_transitions(ledger, load_authority(), "PER").transitions
    assert len(one.citations) == 2


def test_an_envoy_who_resides_elsewhere_is_nonresident() -> None:
    presented = mission("envoy-accredited", "1930-04-04", rank("Envoy"), span=Span(0, 50))
    resident = {
        "kind": ClaimKind.STATE,
        "event": None,
        "mode": None,
        "actors": ("PER",),
        "recipients": ("NGA",),
        "date": None,
        "measure": Measure("resident", "residence", "residence"),
        "span": Span(51, 90),
    }
    assert derive(presented, resident) == [("Envoy Nonresident", "1930-04-04", "credentials")]
    assert derive(presented, resident | {"recipients": ("GHA",)}) == [("Legation", "1930-04-04", "credentials")]


def test_relations_broken_by_either_side_end_a_mission() -> None:
    opened = mission("mission-opened", "1960-05-05", EMBASSY)
    broken = act("relations-severed", "GHA", "PER", date="1966-07-08")
    assert derive(opened, broken)[-1] == ("None", "1966-07-08", "relations-broken")


def test_an_interests_section_is_more_than_nothing() -> None:
    opened = mission("mission-opened", "1960-05-05", EMBASSY)
    broken = act("relations-severed", "GHA", "PER", date="1966-07-08")
    section = mission("mission-opened", "1966-07-08", INTERESTS)
    assert derive(opened, broken, section)[-1] == ("Interests", "1966-07-08", "interests-section")


def test_restored_relations_bring_back_what_stood_before() -> None:
    opened = mission("mission-opened", "1960-05-05", LEGATION)
    broken = act("relations-severed", "GHA", "PER", date="1966-07-08")
    restored = act("relations-restored", "GHA", "PER", date="1970-01-02")
    assert derive(opened, broken, restored)[-1] == ("Legation", "1970-01-02", "relations-restored")


def test_a_consulate_beside_an_embassy_changes_nothing() -> None:
    opened = mission("mission-opened", "1960-05-05", EMBASSY)
    second = mission("mission-opened", "1965-05-05", CONSULATE)
    closed = mission("mission-closed", "1969-05-05", CONSULATE)
    assert derive(opened, second, closed) == [("Embassy", "1960-05-05", "mission-opened")]


def test_what_is_only_announced_or_denied_moves_nothing() -> None:
    assert derive(mission("mission-opened", "1960-05-05", EMBASSY, negated=True)) == []


def test_a_mission_is_carried_over_to_a_successor() -> None:
    before = act("mission-opened", "PER", "CSK", date="1992-05-05", measure=EMBASSY)
    after = act("mission-opened", "PER", "CZE", date="1993-01-01", measure=EMBASSY)
    ledger = ledger_of(report(TEXT, before | {"span": Span(0, 1)}, after | {"span": Span(1, 2)}, name="prague.xml"))
    (one,) = find_mission_transitions(ledger, load_authority(), "PER").transitions
    assert (one.article, one.receiver, len(one.citations)) == ("prague", "CSK", 2)


def test_a_heading_tells_the_rank_and_the_sentence_below_it_the_day() -> None:
    legation = mission("mission-opened", "1880-05-05", LEGATION)
    heading = mission("mission-elevated", "1902", EMBASSY)
    presented = mission("envoy-accredited", "1902-06-26")
    assert derive(legation, heading, presented)[-1] == ("Embassy", "1902-06-26", "credentials")


def test_an_envoy_of_untold_rank_raises_no_mission() -> None:
    legation = mission("mission-opened", "1946-05-05", LEGATION)
    assert len(derive(legation, mission("envoy-accredited", "1950-06-26"))) == 1


def test_restored_relations_say_nothing_where_a_mission_is_opened_soon_after() -> None:
    opened = mission("mission-opened", "1930-05-05", LEGATION)
    broken = act("relations-severed", "GHA", "PER", date="1940-07-08")
    restored = act("relations-restored", "GHA", "PER", date="1991-09-02")
    embassy = mission("mission-opened", "1991-10-02", EMBASSY)
    assert derive(opened, broken, restored, embassy)[-2:] == [
        ("None", "1940-07-08", "relations-broken"),
        ("Embassy", "1991-10-02", "mission-opened"),
    ]


def test_a_consul_who_is_appointed_counts_where_nothing_else_begins_a_consulate() -> None:
    appointed = mission("envoy-appointed", "1837-06-27", rank("Consul"))
    assert derive(appointed) == [("Consulate", "1837-06-27", "consul-appointed")]
    opened = mission("mission-opened", "1840-01-07", CONSULATE)
    assert derive(appointed, opened) == [("Consulate", "1840-01-07", "mission-opened")]


def test_a_post_closed_in_another_place_ends_nothing() -> None:
    opened = mission("mission-opened", "1880-05-05", CONSULATE, place="Accra")
    closed = mission("mission-closed", "1890-05-05", CONSULATE, place="Kumasi")
    assert len(derive(opened, closed)) == 1


def test_a_change_holds_from_the_day_on_which_it_takes_effect() -> None:
    legation = mission("mission-opened", "1880-05-05", LEGATION)
    announced = mission("mission-elevated", "1942-01-04", EMBASSY)
    effective = mission("mission-elevated", "1942-03-31", EMBASSY, rule="en/mission-elevated#effect")
    assert derive(legation, announced, effective)[-1] == ("Embassy", "1942-03-31", "change-effective")
