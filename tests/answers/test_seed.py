"""What the seed page must show, asked through the public names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import api
from dragoman.answers.recognition import Standing

pytestmark = [pytest.mark.shared, pytest.mark.model]


@pytest.fixture(scope="module")
def ledger(seed: Path) -> Iterator[api.Ledger]:
    with api.open_ledger("memory:") as held:
        held.add(api.code_file(seed), by="test")
        yield held


@pytest.mark.parametrize("republic", ["DPR", "LPR"])
def test_three_recognisers_are_told_apart(ledger: api.Ledger, republic: str) -> None:
    answer = api.recognition(ledger, of=republic, as_of="2022-07-20")
    found = {one.id: (one.standing, one.strand.since and one.strand.since.edtf) for one in answer.recognisers}
    assert found == {
        "RUS": (Standing.RECOGNISES, "2022-02-21"),
        "SYR": (Standing.ANNOUNCED, "2022-06-29"),
        "PRK": (Standing.RECOGNISES, "2022-07-13"),
    }


def test_north_korea_is_told_on_the_word_of_its_minister_through_the_agency(ledger: api.Ledger) -> None:
    answer = api.recognition(ledger, of="DPR", as_of="2022-07-20")
    (north_korea,) = [one for one in answer.recognisers if one.id == "PRK"]
    chain = north_korea.strand.best.claim.chain
    assert [hop.id for hop in chain[1:]] == ["KCNA", "PRK"]
    assert chain[-1].role == "foreign minister"


def test_nobody_recognises_ukraine_by_mistake(ledger: api.Ledger) -> None:
    assert api.recognition(ledger, of="Ukraine").recognisers == ()


def test_the_embassy_is_told_by_the_translator_alone(ledger: api.Ledger) -> None:
    answer = api.missions(ledger, of="North Korea", in_="Ukraine")
    (post,) = answer.posts
    assert [one.status for one in post.transitions] == ["Embassy", "None"]
    assert {c.claim.chain[0].role for c in answer.citations} == {"translator"}


def test_the_severing_is_announced_and_done_and_answers_the_recognition(ledger: api.Ledger) -> None:
    items = [item for item in api.relations(ledger, "UKR", "PRK").items if item.topic == "relations-severed"]
    assert {item.status.value for item in items} == {"announced", "actual"}
    assert any("recognised" in answered for item in items for answered in item.reacts_to)


def test_the_denial_is_disputed_by_the_note_itself(ledger: api.Ledger) -> None:
    raised = [contest for contest in api.disputes(ledger).contests if contest.raised_by is not None]
    assert [contest.dispute.kind.value for contest in raised] == ["rejection"]
    assert {c.claim.chain[0].role for c in raised[0].left} == {"translator"}


def test_the_ordinal_is_set_beside_those_who_came_before(ledger: api.Ledger) -> None:
    thirds = [one for one in api.disputes(ledger).ordinals if one.check.ordinal == 3]
    assert thirds
    assert {before.id for one in thirds for before in one.check.before} == {"RUS", "SYR"}
