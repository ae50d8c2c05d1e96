"""What the page that the project was made for must show (issue 2), put to it through the public functions.

The page is somebody's: no sentence of it stands here. Its claims are named by mode, date, section and ids.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.answers.disputes import Disputes
from dragoman.answers.recognition import Recogniser
from dragoman.answers.relations import Item, Relations
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.coding import Coding
from dragoman.claims.dispute import DisputeKind
from dragoman.claims.ledger import Ledger
from dragoman.documents.section import SectionKind
from dragoman.events.kind import Status

pytestmark = [pytest.mark.model, pytest.mark.shared]

AS_OF = "2022-07-20"
CODED_SECTIONS = {SectionKind.TITLE, SectionKind.NOTE, SectionKind.BODY}


@pytest.fixture(scope="module")
def coding(seed: Path) -> Coding:
    return dragoman.code_file(seed)


@pytest.fixture(scope="module")
def text(coding: Coding) -> str:
    assert coding.document is not None
    return coding.document.text


@pytest.fixture(scope="module")
def ledger(coding: Coding) -> Iterator[Ledger]:
    with dragoman.open_ledger("memory:") as held:
        held.add(coding, by="test", why="what the issue asks of the seed page")
        yield held


@pytest.fixture(scope="module")
def kyiv_pyongyang(ledger: Ledger) -> Relations:
    return dragoman.relations(ledger, "UKR", "PRK")


@pytest.fixture(scope="module")
def pyongyang_moscow(ledger: Ledger) -> Relations:
    return dragoman.relations(ledger, "PRK", "RUS")


@pytest.fixture(scope="module")
def contests(ledger: Ledger) -> Disputes:
    return dragoman.disputes(ledger)


def recogniser(ledger: Ledger, republic: str, identifier: str) -> Recogniser:
    answer = dragoman.recognition(ledger, of=republic, as_of=AS_OF)
    return next(one for one in answer.recognisers if one.id == identifier)


def items(relations: Relations, topic: str, status: Status | None = None) -> list[Item]:
    every = (*relations.timeline, *relations.undated)
    return [item for item in every if item.topic == topic and status in {None, item.status}]


def edtf(item: Item) -> str | None:
    return None if item.date is None else item.date.edtf


def sources(claim: Claim) -> list[str]:
    return [hop.source for hop in claim.chain]


def events(coding: Coding, mode: str) -> list[Claim]:
    return [claim for claim in coding.claims if claim.kind is ClaimKind.EVENT and claim.mode == mode]


# --------------------------------------------------------------------------- recognition DPR, LPR


@pytest.mark.parametrize("republic", ["DPR", "LPR"])
def test_russia_recognises_since_21_february_by_an_order_of_its_president(ledger: Ledger, republic: str) -> None:
    done = recogniser(ledger, republic, "RUS").done
    assert done is not None
    assert done.since is not None
    assert done.since.date.edtf == "2022-02-21"
    assert [p.role for p in done.best.claim.actors] == ["president"]
    assert "order" in done.best.claim.evidence.quote


@pytest.mark.parametrize("republic", ["DPR", "LPR"])
def test_syria_has_announced_it_on_29_june_and_not_done_it(ledger: Ledger, republic: str) -> None:
    syria = recogniser(ledger, republic, "SYR")
    assert syria.done is None
    assert syria.announced is not None
    assert syria.announced.since is not None
    assert syria.announced.since.date.edtf == "2022-06-29"


@pytest.mark.parametrize("republic", ["DPR", "LPR"])
def test_north_korea_recognises_since_13_july_on_its_ministers_word_through_its_agency(
    ledger: Ledger, republic: str
) -> None:
    done = recogniser(ledger, republic, "PRK").done
    assert done is not None
    assert done.since is not None
    assert done.since.date.edtf == "2022-07-13"
    author, agency, minister = done.best.claim.chain
    assert (author.role, agency.id) == ("author", "KCNA")
    assert (minister.id, minister.role) == ("PRK", "foreign minister")


@pytest.mark.parametrize("republic", ["DPR", "LPR"])
def test_nobody_else_is_said_to_recognise_and_ukraine_is_untouched(ledger: Ledger, republic: str) -> None:
    answer = dragoman.recognition(ledger, of=republic, as_of=AS_OF)
    assert {one.id for one in answer.recognisers} == {"RUS", "SYR", "PRK"}


@pytest.mark.parametrize("republic", ["DPR", "LPR"])
def test_each_recognition_is_shown_with_its_quote(ledger: Ledger, republic: str, text: str) -> None:
    answer = dragoman.recognition(ledger, of=republic, as_of=AS_OF)
    for one in answer.recognisers:
        strand = one.done or one.announced
        assert strand is not None
        assert strand.best.claim.evidence.quote in text


# --------------------------------------------------------------------------- relations UKR PRK


@pytest.mark.parametrize(("topic", "date"), [("mission-opened", "1992"), ("mission-closed", "[1998-01..1998-04]")])
def test_the_embassy_in_kyiv_comes_and_goes_on_the_translators_word(
    kyiv_pyongyang: Relations, topic: str, date: str
) -> None:
    (item,) = items(kyiv_pyongyang, topic)
    assert edtf(item) == date
    assert [hop.role for hop in item.strand.best.claim.chain] == ["translator"]
    assert [p.id for p in item.strand.best.claim.actors] == ["PRK"]


@pytest.mark.parametrize("status", [Status.ANNOUNCED, Status.ACTUAL])
def test_ukraine_would_sever_and_severed_in_reaction_to_the_recognition(
    kyiv_pyongyang: Relations, coding: Coding, status: Status
) -> None:
    (item,) = items(kyiv_pyongyang, "relations-severed", status)
    claim = item.strand.best.claim
    assert ([p.id for p in claim.actors], [p.id for p in claim.recipients]) == (["UKR"], ["PRK"])
    targets = {link.target for link in claim.links if link.kind == "reacts-to"}
    assert {c.mode for c in coding.claims if c.id in targets} == {"recognition"}
    assert item.reacts_to


def test_the_denial_of_relations_has_a_speaker_who_is_not_the_article(kyiv_pyongyang: Relations) -> None:
    (item,) = (one for one in items(kyiv_pyongyang, "relations") if one.kind is ClaimKind.STATE)
    claim = item.strand.best.claim
    assert claim.measure is not None
    assert claim.measure.value == "none"
    assert claim.chain[0].role == "author"
    assert claim.speaker.role == "former diplomat"
    assert claim.speaker.id == "UKR"


def test_exports_are_told_by_year(kyiv_pyongyang: Relations) -> None:
    told = {}
    for item in items(kyiv_pyongyang, "exports"):
        measure = item.strand.best.claim.measure
        told[edtf(item)] = None if measure is None else (measure.value, measure.unit)
    assert told == {"2015": (33_700_000.0, "USD"), "2016": (7_500_000.0, "USD")}


def test_ukraine_condemns_the_decision(kyiv_pyongyang: Relations) -> None:
    claims = [item.strand.best.claim for item in items(kyiv_pyongyang, "ACCUSE")]
    assert claims
    assert all([p.id for p in claim.actors] == ["UKR"] for claim in claims)


# --------------------------------------------------------------------------- disputes


def test_the_note_itself_raises_the_dispute_over_the_denial(contests: Disputes) -> None:
    (contest,) = (c for c in contests.contests if c.dispute.kind is DisputeKind.REJECTION)
    assert contest.dispute.raised_by is not None
    assert contest.dispute.raised_by.role == "translator"
    assert {c.claim.mode for c in contest.left} >= {"mission-opened", "mission-closed"}
    (denied,) = {c.claim.speaker.role for c in contest.right}
    assert denied == "former diplomat"


def test_the_ordinal_is_checked_and_says_what_it_counts(contests: Disputes) -> None:
    checks = [ordinal.check for ordinal in contests.ordinals]
    assert checks
    assert {check.ordinal for check in checks} == {3}
    assert {p.id: p.is_done for p in checks[0].before} == {"RUS": True, "SYR": False}
    measure = checks[0].assertion.claim.measure
    assert measure is not None
    assert measure.scope


# --------------------------------------------------------------------------- relations PRK RUS


def test_two_messages_of_congratulation_go_from_pyongyang_to_moscow(pyongyang_moscow: Relations) -> None:
    assert [edtf(item) for item in items(pyongyang_moscow, "message")] == ["2022-05-09", "2022-06-12"]


def test_the_minister_and_the_ambassador_met_in_mid_june(pyongyang_moscow: Relations) -> None:
    (item,) = items(pyongyang_moscow, "meeting")
    claim = item.strand.best.claim
    assert claim.date is not None
    assert str(claim.date.earliest)[:7] == str(claim.date.latest)[:7] == "2022-06"
    assert {p.role for p in (*claim.actors, *claim.recipients)} >= {"ambassador"}
    assert claim.speaker.source != claim.chain[0].source


def test_north_korea_supported_the_annexation_of_crimea_in_2014(pyongyang_moscow: Relations, coding: Coding) -> None:
    assert "2014" in [edtf(item) for item in items(pyongyang_moscow, "SUPPORT")]
    (annexed,) = events(coding, "territory-annexed")
    assert [p.id for p in annexed.actors] == ["RUS"]


# --------------------------------------------------------------------------- what must hold of every claim


def test_nothing_is_coded_from_credits_comment_form_or_boilerplate(coding: Coding) -> None:
    assert {claim.evidence.section for claim in coding.claims} <= CODED_SECTIONS


def test_the_orphaned_sentence_is_kept_and_counted_as_uncoded(coding: Coding) -> None:
    assert [uncoded.language for uncoded in coding.uncoded] == ["zh"]


def test_the_note_speaks_as_the_translator_and_the_article_as_its_author(coding: Coding) -> None:
    voices = {(claim.evidence.section, claim.chain[0].role) for claim in coding.claims}
    assert voices == {
        (SectionKind.TITLE, "author"),
        (SectionKind.NOTE, "translator"),
        (SectionKind.BODY, "author"),
    }


def test_no_date_is_invented(coding: Coding, text: str) -> None:
    for claim in coding.claims:
        if claim.date is not None and claim.date.is_known:
            span = claim.date.span
            assert span is not None, claim.to_dict()
            assert span.of(text) == claim.date.text


def test_every_quote_is_verbatim(coding: Coding, text: str) -> None:
    for claim in coding.claims:
        assert claim.evidence.span.of(text) == claim.evidence.quote
        for participant in (*claim.actors, *claim.recipients):
            assert participant.mention.span.of(text) == participant.mention.text


def test_donetsk_is_never_taken_for_north_korea(coding: Coding) -> None:
    republics = {"DPR", "LPR"}
    for claim in coding.claims:
        for participant in (*claim.actors, *claim.recipients):
            if "Korea" in participant.mention.text:
                assert participant.id not in republics
