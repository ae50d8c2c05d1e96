"""Claims compared with gold: what counts as found, as a part, as wrong in one field."""

from typing import Any

import pytest
from tests.claims.factories import make_claim, make_document

from dragoman.claims.claim import Claim, ClaimKind
from dragoman.documents.span import Span
from dragoman.evaluation.gold import GoldClaim, GoldDocument, GoldSet, place_quote
from dragoman.evaluation.mistake import MistakeKind
from dragoman.evaluation.scoring import NOTHING, DocumentScore, score_document
from dragoman.evaluation.tally import Tally, measure_all, percentile_interval
from dragoman.events.kind import Root, Status

PAGE = make_document("Nauru and Tuvalu recognised Abkhazia. Peru protested.")
FIRST, SECOND = Span(0, 37), Span(38, 53)


def make_gold(**values: Any) -> GoldClaim:  # noqa: ANN401 - the fields of the type
    plain: dict[str, Any] = {
        "kind": ClaimKind.EVENT,
        "quote": "recognised Abkhazia",
        "event": "SUPPORT",
        "mode": "recognition",
        "actors": frozenset({"NRU", "TUV"}),
        "recipients": frozenset({"ABK"}),
    }
    return GoldClaim(**(plain | values))


def score(gold: GoldClaim, *claims: Claim) -> DocumentScore:
    document = GoldDocument("page", (gold,), text=PAGE.text)
    return score_document(document, PAGE.text, claims, within=GoldSet("gold", (document,)))


def recognition(*actors: str, **values: Any) -> Claim:  # noqa: ANN401 - the fields of the type
    return make_claim(PAGE, span=FIRST, actors=actors, recipients=["ABK"], **values)


def test_a_claim_with_every_part_right_is_found() -> None:
    found = score(make_gold(), recognition("NRU", "TUV"))
    assert found.tallies["all"] == Tally(1, 1, 1, 1)
    assert found.mistakes == ()


def test_claims_with_one_actor_each_are_as_good_as_one_with_both() -> None:
    found = score(make_gold(), recognition("NRU"), recognition("TUV"))
    assert found.tallies["all"] == Tally(1, 1, 2, 2)
    assert found.tallies["field: actor"] == Tally(2, 2, 2, 2)


def test_one_of_two_actors_is_right_for_precision_and_not_found() -> None:
    found = score(make_gold(), recognition("NRU"))
    assert found.tallies["all"] == Tally(1, 0, 1, 1)
    assert found.tallies["field: actor"] == Tally(2, 1, 1, 1)
    assert [mistake.kind for mistake in found.mistakes] == [MistakeKind.WRONG]


def test_a_wrong_status_is_one_wrong_field() -> None:
    gold = make_gold(statuses=("announced",))
    found = score(gold, recognition("NRU", "TUV", status=Status.ACTUAL))
    assert found.tallies["all"] == Tally(1, 0, 1, 0)
    assert found.tallies["field: status"] == Tally(1, 0, 1, 0)
    assert found.tallies["field: root"] == Tally(1, 1, 1, 1)
    assert found.mistakes[0].near[0].wrong == ("status",)


def test_what_the_gold_leaves_open_is_not_counted() -> None:
    found = score(make_gold(), recognition("NRU", "TUV", date="2009-12-15"))
    assert found.tallies["field: date"] == Tally()


def test_an_optional_claim_counts_neither_way() -> None:
    gold = make_gold(is_required=False)
    assert score(gold).tallies.get("all", Tally()) == Tally()
    assert score(gold, recognition("NRU", "TUV")).tallies["all"] == Tally(0, 0, 1, 1)


def test_another_root_is_confused_and_a_missing_one_is_nothing() -> None:
    other = make_claim(PAGE, span=FIRST, event=Root.CONSULT, mode="visit")
    assert dict(score(make_gold(), other).confusion) == {("SUPPORT", "CONSULT"): 1}
    assert dict(score(make_gold()).confusion) == {("SUPPORT", NOTHING): 1}


def test_a_claim_elsewhere_in_the_page_is_false() -> None:
    far = make_claim(PAGE, span=SECOND, event=Root.PROTEST, mode=None)
    found = score(make_gold(), far)
    assert [mistake.kind for mistake in found.mistakes] == [MistakeKind.MISSED, MistakeKind.FALSE]
    assert found.tallies["root: PROTEST"] == Tally(coded=1)


def test_a_quote_that_is_not_there_is_a_fault_and_the_run_goes_on() -> None:
    assert score(make_gold(quote="severed relations")).faults == ("The text has no 'severed relations'.",)


def test_a_quote_is_found_across_a_broken_line() -> None:
    assert place_quote("They  met\nin Oslo.", "met in Oslo") == Span(6, 17)
    assert place_quote("They met.", "  ") is None


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_gives_the_same_intervals_around_the_figure(seed: int) -> None:
    units = [{"all": Tally(4, found, 4, found)} for found in (0, 1, 2, 3, 4, 4)]
    measured = measure_all(units, draws=200, seed=seed)["all"]
    assert measured == measure_all(units, draws=200, seed=seed)["all"]
    assert measured.precision.low < measured.tally.precision < measured.precision.high


def test_an_interval_of_nothing_says_nothing() -> None:
    assert percentile_interval([]).to_list() == [0.0, 1.0]
