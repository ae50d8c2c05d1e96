"""What every ledger promises, asked of each kind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.claims.factories import make_claim, make_coding, make_date, make_document
from tests.ledger.conftest import MONDAY, SetClock

from dragoman.claims.claim import Claim, ClaimId, ClaimKind, Measure
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import EntryKind
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.claims.ledger import ClaimQuery, DocumentTally, Ledger
from dragoman.documents.card import card_of
from dragoman.documents.document import DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import VoiceKind
from dragoman.documents.span import Span
from dragoman.errors import ClaimError, DateError, DocumentError, LedgerUnavailableError, NameUnknownError
from dragoman.ledger.open import open_ledger

TUESDAY = MONDAY + timedelta(days=1)
NAURU = make_document("Nauru recognised Abkhazia.", name="nauru.txt")
SYRIA = make_document("Syria will recognise both republics.", name="syria.txt", published="2022-06-29")
ORDINAL = make_claim(
    SYRIA,
    kind=ClaimKind.COUNT,
    event=None,
    mode="recognition",
    measure=Measure(3, "ordinal", "recognition"),
    actors=["SYR"],
)
DISPUTE = Dispute(
    DisputeKind.ORDINAL, (ORDINAL.id,), (ClaimId("0" * 24),), "Third, or fourth?", Hop("ACW", VoiceKind.PERSON)
)
LINK = DocumentLink(SYRIA.id, LinkKind.TRANSLATES, None, "an article of 14 July", "the note says so")
FAULT = Fault("page.pdf", "decode", "The file holds no text: nothing was coded.")


class TestAdding:
    def test_gives_back_what_was_added(self, ledger: Ledger) -> None:
        claim = make_claim(NAURU)
        ledger.add(make_coding(NAURU, claim), by="me", why="July")
        assert [held.claim for held in ledger.claims()] == [claim]
        assert list(ledger.documents()) == [NAURU]

    def test_tells_when_who_why_and_how_much(self, ledger: Ledger) -> None:
        entry = ledger.add(make_coding(NAURU), by="me", why="July")
        assert entry is not None
        assert (entry.number, entry.recorded, entry.by, entry.why) == (1, MONDAY, "me", "July")
        assert (entry.coder, entry.document, entry.added) == ("rules-en/1.0", NAURU.id, 1)
        assert list(ledger.entries()) == [entry]

    def test_keeps_the_bytes(self, ledger: Ledger) -> None:
        page = make_document("Наuru 朝鲜\x00 " * 50)
        ledger.add(make_coding(page), by="me")
        held = ledger.document(page.id)
        assert held is not None
        assert held.content == page.content

    def test_the_same_again_adds_nothing(self, ledger: Ledger) -> None:
        coding = replace(make_coding(SYRIA, ORDINAL), disputes=(DISPUTE,), links=(LINK,), faults=(FAULT,))
        assert ledger.add(coding, by="me") is not None
        assert ledger.add(coding, by="somebody else") is None
        assert len(list(ledger.entries())) == 1

    def test_a_newer_coding_adds_only_what_is_new(self, ledger: Ledger) -> None:
        first, second = make_claim(NAURU), make_claim(NAURU, mode="visit")
        ledger.add(make_coding(NAURU, first), by="me")
        entry = ledger.add(make_coding(NAURU, second, first), by="me", why="better rules")
        assert entry is not None
        assert (entry.number, entry.added) == (2, 1)
        assert [held.entry for held in ledger.claims()] == [1, 2]

    def test_a_claim_given_twice_is_recorded_once(self, ledger: Ledger) -> None:
        claim = make_claim(NAURU)
        entry = ledger.add(make_coding(NAURU, claim, claim), by="me")
        assert entry is not None
        assert entry.added == 1

    def test_a_document_without_claims_is_recorded(self, ledger: Ledger) -> None:
        assert ledger.add(Coding(NAURU), by="me") is not None
        assert list(ledger.documents()) == [NAURU]

    def test_keeps_disputes_links_stretches_and_faults(self, ledger: Ledger) -> None:
        stretch = Uncoded(Span(2, 5), None)
        fault = Fault(SYRIA.id, "code", "One sentence was too long to parse.", Span(0, 3))
        ledger.add(
            make_coding(SYRIA, ORDINAL, disputes=(DISPUTE,), links=(LINK,), uncoded=(stretch,), faults=(fault,)),
            by="me",
        )
        assert list(ledger.disputes()) == [DISPUTE]
        assert list(ledger.links()) == [LINK]
        assert list(ledger.uncoded(SYRIA.id)) == [stretch]
        assert list(ledger.faults()) == [fault]

    def test_a_dispute_is_the_same_whichever_side_comes_first(self, ledger: Ledger) -> None:
        turned = replace(DISPUTE, left=DISPUTE.right, right=DISPUTE.left, bearing=Bearing.APPARENT)
        ledger.add(make_coding(SYRIA, ORDINAL, disputes=(DISPUTE,)), by="me")
        assert ledger.add(make_coding(SYRIA, ORDINAL, disputes=(turned,)), by="me") is None

    def test_bytes_that_hold_no_document_leave_their_fault_in_an_entry_of_its_own(self, ledger: Ledger) -> None:
        coding = Coding(None, faults=(FAULT, FAULT), coder="rules-en/1.0")
        entry = ledger.add(coding, by="me")
        assert entry is not None
        assert (entry.kind, entry.document, entry.added) == (EntryKind.FAULT, None, 0)
        assert ledger.add(coding, by="me") is None
        assert list(ledger.faults()) == [FAULT]
        assert list(ledger.entries()) == [entry]
        assert ledger.verify().is_sound

    def test_a_new_fault_of_a_held_document_is_an_entry(self, ledger: Ledger) -> None:
        ledger.add(make_coding(NAURU), by="me")
        entry = ledger.add(make_coding(NAURU, faults=(replace(FAULT, document=NAURU.id),)), by="me")
        assert entry is not None
        assert entry.added == 0

    def test_names_that_are_no_unicode_are_written_with_a_replacement(self, ledger: Ledger) -> None:
        ledger.add(make_coding(replace(NAURU, name="caf\udce9.txt")), by="m\udce9")
        ledger.add(Coding(None, faults=(replace(FAULT, document="caf\udce9.pdf"),)), by="me")
        assert [document.name for document in ledger.documents()] == ["caf\ufffd.txt"]
        assert [fault.document for fault in ledger.faults()] == ["caf\ufffd.pdf"]


class TestRefusing:
    def test_a_claim_of_another_document(self, ledger: Ledger) -> None:
        with pytest.raises(ClaimError, match="with which it is added"):
            ledger.add(make_coding(NAURU, make_claim(SYRIA)), by="me")
        assert list(ledger.entries()) == []

    def test_a_quote_that_is_not_at_its_place(self, ledger: Ledger) -> None:
        claim = make_claim(NAURU)
        moved = replace(claim, evidence=replace(claim.evidence, quote="Nauru denied it."))
        with pytest.raises(ClaimError, match=r"Nauru denied it\."):
            ledger.add(make_coding(NAURU, moved), by="me")
        assert list(ledger.documents()) == []

    def test_bytes_with_another_digest(self, ledger: Ledger) -> None:
        with pytest.raises(DocumentError, match="digest"):
            ledger.add(make_coding(replace(NAURU, content=b"something else")), by="me")

    def test_a_text_that_cannot_be_written(self, ledger: Ledger) -> None:
        page = replace(make_document("abcd"), text="abc\ud800", content=b"")
        with pytest.raises(DocumentError, match="surrogate pair at 3"):
            ledger.add(Coding(page), by="me")

    def test_a_quote_of_another_text_of_the_same_bytes_is_a_fault(self, ledger: Ledger) -> None:
        other = make_document("Nauru today recognised Abkhazia.", id=NAURU.id, content=b"")
        ledger.add(make_coding(NAURU), by="me")
        ledger.add(make_coding(other, make_claim(other, mode="visit")), by="me")
        assert len(list(ledger.claims())) == 1
        assert [(fault.stage, fault.span) for fault in ledger.faults()] == [("record", Span(0, 32))]
        assert list(ledger.documents()) == [NAURU]

    def test_any_use_after_closing(self, ledger: Ledger) -> None:
        ledger.close()
        with pytest.raises(LedgerUnavailableError, match="closed"):
            ledger.claims()
        with pytest.raises(LedgerUnavailableError, match="closed"):
            ledger.add(make_coding(NAURU), by="me")


class TestMoments:
    def test_what_was_recorded_later_is_not_known_before(self, ledger: Ledger, clock: SetClock) -> None:
        ledger.add(make_coding(NAURU), by="me")
        clock.moment = TUESDAY
        ledger.add(make_coding(SYRIA, ORDINAL, disputes=(DISPUTE,), links=(LINK,), faults=(FAULT,)), by="me")
        assert [held.claim.document for held in ledger.claims(ClaimQuery(known=MONDAY))] == [NAURU.id]
        assert list(ledger.documents(MONDAY)) == [NAURU]
        assert [entry.number for entry in ledger.entries(MONDAY)] == [1]
        assert [*ledger.disputes(MONDAY), *ledger.links(MONDAY), *ledger.faults(MONDAY)] == []
        assert [*ledger.disputes(TUESDAY), *ledger.links(TUESDAY), *ledger.faults(TUESDAY)] == [DISPUTE, LINK, FAULT]

    def test_nothing_is_known_before_the_first_entry(self, ledger: Ledger) -> None:
        ledger.add(make_coding(NAURU), by="me")
        assert list(ledger.entries(MONDAY - timedelta(microseconds=1))) == []

    def test_a_clock_that_is_set_back_makes_no_entry_older(self, ledger: Ledger, clock: SetClock) -> None:
        ledger.add(make_coding(NAURU), by="me")
        clock.moment = MONDAY - timedelta(days=2)
        ledger.add(Coding(None, faults=(FAULT,)), by="me")
        ledger.add(make_coding(SYRIA), by="me")
        assert [entry.recorded for entry in ledger.entries()] == [MONDAY, MONDAY, MONDAY]
        assert list(ledger.faults(MONDAY - timedelta(days=1))) == []

    def test_a_fault_recorded_between_holds_the_next_entry_back(self, ledger: Ledger, clock: SetClock) -> None:
        clock.moment = TUESDAY
        ledger.add(Coding(None, faults=(FAULT,)), by="me")
        clock.moment = MONDAY
        ledger.add(make_coding(NAURU), by="me")
        assert [entry.recorded for entry in ledger.entries()] == [TUESDAY, TUESDAY]

    def test_moments_are_in_utc(self, ledger: Ledger, clock: SetClock) -> None:
        clock.moment = datetime.fromisoformat("2022-07-18T18:00:00.000007+09:00")
        ledger.add(make_coding(NAURU), by="me")
        held = next(ledger.claims())
        assert held.recorded == MONDAY + timedelta(microseconds=7)
        assert held.recorded.tzinfo is UTC

    def test_a_moment_without_time_zone_is_refused(self, ledger: Ledger) -> None:
        ledger.add(make_coding(NAURU), by="me")
        with pytest.raises(DateError, match="time zone"):
            ledger.entries(MONDAY.replace(tzinfo=None))

    def test_an_iterator_gives_what_was_held_when_it_was_made(self, ledger: Ledger) -> None:
        ledger.add(make_coding(NAURU), by="me")
        before = [ledger.claims(), ledger.entries(), ledger.documents()]
        ledger.add(make_coding(SYRIA), by="me")
        assert [len(list(things)) for things in before] == [1, 1, 1]

    def test_adding_while_reading_is_possible(self, ledger: Ledger) -> None:
        ledger.add(make_coding(NAURU), by="me")
        for held in ledger.claims():
            ledger.add(make_coding(SYRIA), by="me", why=held.claim.id)
        assert len(list(ledger.claims())) == 2


class TestFindingClaims:
    @pytest.fixture
    def full(self, ledger: Ledger) -> Ledger:
        page = make_document("Russia, Ukraine, Syria and Nauru. " * 3)
        found = [
            make_claim(page, span=Span(0, 10), actors=["RUS"], recipients=["UKR"], mode="relations-severed"),
            make_claim(page, span=Span(40, 50), actors=["UKR"], recipients=["RUS"], mode="relations-severed"),
            make_claim(page, span=Span(20, 30), actors=["RUS", "SYR"], recipients=["DPR"]),
            make_claim(
                page, span=Span(30, 40), kind=ClaimKind.STATE, event=None, mode=None, actors=["RUS"], recipients=[]
            ),
        ]
        ledger.add(make_coding(page, *found), by="me")
        ledger.add(make_coding(NAURU, make_claim(NAURU, actors=["RUS"], recipients=["RUS"])), by="me")
        return ledger

    @pytest.mark.parametrize(
        ("query", "starts"),
        [
            (ClaimQuery(), [0, 20, 30, 40, 0]),
            (ClaimQuery(modes=("relations-severed",)), [0, 40]),
            (ClaimQuery(modes=("relations-severed", "recognition")), [0, 20, 40, 0]),
            (ClaimQuery(kinds=(ClaimKind.STATE,)), [30]),
            (ClaimQuery(participant="UKR"), [0, 40]),
            (ClaimQuery(participant="RUS", kinds=(ClaimKind.STATE,)), [30]),
            (ClaimQuery(actor="RUS", kinds=(ClaimKind.STATE, ClaimKind.EVENT)), [0, 20, 30, 0]),
            (ClaimQuery(actor="RUS", kinds=(ClaimKind.STATE, ClaimKind.COUNT)), [30]),
            (ClaimQuery(recipient="RUS", modes=("relations-severed", "recognition")), [40, 0]),
            (ClaimQuery(pair=("UKR", "RUS"), modes=("recognition",)), []),
            (ClaimQuery(pair=("RUS", "RUS")), [0, 20, 30, 40, 0]),
            (ClaimQuery(actor="RUS"), [0, 20, 30, 0]),
            (ClaimQuery(recipient="RUS"), [40, 0]),
            (ClaimQuery(pair=("UKR", "RUS")), [0, 40]),
            (ClaimQuery(pair=("RUS", "SYR")), [20]),
            (ClaimQuery(actor="SYR", recipient="DPR"), [20]),
            (ClaimQuery(document=NAURU.id), [0]),
            (ClaimQuery(participant="RU"), []),
            (ClaimQuery(participant="RUS", document=DocumentId("sha256:0")), []),
        ],
    )
    def test_by_every_condition(self, full: Ledger, query: ClaimQuery, starts: list[int]) -> None:
        assert [held.claim.evidence.span.start for held in full.claims(query)] == starts

    def test_by_identifier(self, full: Ledger) -> None:
        held = next(full.claims())
        assert full.claim(held.claim.id) == held

    def test_by_the_beginning_of_an_identifier(self, full: Ledger) -> None:
        held = next(full.claims())
        assert full.claim(ClaimId(held.claim.id[:6])) == held
        assert full.claim(ClaimId(held.claim.id[:10].upper())) == held

    @pytest.mark.parametrize("name", ["", "abc", "zzzzzz", "%%%%%%", "0" * 24, "0" * 30])
    def test_unknown_identifiers_find_nothing(self, full: Ledger, name: str) -> None:
        assert full.claim(ClaimId(name)) is None

    def test_a_beginning_too_short_finds_nothing(self, full: Ledger) -> None:
        assert full.claim(ClaimId(next(full.claims()).claim.id[:5])) is None

    def test_an_unknown_document_is_none(self, full: Ledger) -> None:
        assert full.document(DocumentId("sha256:0")) is None


def test_an_ambiguous_beginning_names_the_candidates(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = make_claim(NAURU), make_claim(NAURU, mode="visit")
    names = {None: "", "recognition": "abcdef1" + "0" * 17, "visit": "abcdef2" + "0" * 17}
    monkeypatch.setattr("dragoman.claims.claim.Claim.id", property(lambda claim: names[claim.mode]))
    ledger.add(make_coding(NAURU, first, second), by="me")
    with pytest.raises(NameUnknownError, match="abcdef1") as raised:
        ledger.claim(ClaimId("abcdef"))
    assert raised.value.nearest == (names["recognition"], names["visit"])
    assert ledger.claim(ClaimId("abcdef2")) is not None


NEWER = "rules-en/2.0"


def recoded(*found: Claim, **values: object) -> Coding:
    """The coding of a newer coder, which finds these claims of NAURU."""
    claims = tuple(replace(claim, coder=NEWER) for claim in found)
    return replace(Coding(NAURU, claims, coder=NEWER), **values)  # type: ignore[arg-type]


class TestSuperseding:
    KEPT = make_claim(NAURU)
    LOST = make_claim(NAURU, mode="visit")
    FOUND = make_claim(NAURU, mode="message")

    @pytest.fixture(autouse=True)
    def _coded(self, ledger: Ledger, clock: SetClock) -> None:
        ledger.add(make_coding(NAURU, self.KEPT, self.LOST), by="me")
        clock.moment = TUESDAY

    def test_what_a_newer_coder_does_not_find_counts_no_more(self, ledger: Ledger) -> None:
        entry = ledger.add(recoded(self.KEPT, self.FOUND), by="me")
        assert entry is not None
        assert (entry.added, entry.superseded) == (1, 1)
        assert [held.claim.id for held in ledger.claims()] == [self.KEPT.id, self.FOUND.id]
        assert ledger.verify().is_sound

    def test_it_stays_and_says_by_which_entry(self, ledger: Ledger) -> None:
        ledger.add(recoded(self.KEPT), by="me")
        held = ledger.claim(self.LOST.id)
        assert held is not None
        assert (held.claim, held.entry, held.superseded) == (self.LOST, 1, 2)
        assert (kept := ledger.claim(self.KEPT.id)) is not None
        assert kept.superseded is None

    def test_it_counts_for_what_was_known_before(self, ledger: Ledger) -> None:
        ledger.add(recoded(self.KEPT), by="me")
        assert [held.claim for held in ledger.claims(ClaimQuery(known=MONDAY))] == [self.KEPT, self.LOST]

    def test_it_is_left_out_of_every_query(self, ledger: Ledger) -> None:
        ledger.add(recoded(self.KEPT), by="me")
        for query in (
            ClaimQuery(participant="NRU"),
            ClaimQuery(pair=("NRU", "ABK")),
            ClaimQuery(modes=("visit", "recognition")),
            ClaimQuery(document=NAURU.id),
        ):
            assert [held.claim.id for held in ledger.claims(query)] == [self.KEPT.id]

    def test_it_counts_again_when_it_is_found_again(self, ledger: Ledger) -> None:
        ledger.add(recoded(self.KEPT), by="me")
        entry = ledger.add(make_coding(NAURU, self.KEPT, self.LOST), by="me")
        assert entry is not None
        assert (entry.added, entry.superseded) == (0, 0)
        assert {held.claim.id for held in ledger.claims()} == {self.KEPT.id, self.LOST.id}
        assert [held.claim.id for held in ledger.claims(ClaimQuery(known=TUESDAY))] == [self.KEPT.id, self.LOST.id]
        assert ledger.verify().is_sound

    def test_the_same_coding_again_supersedes_nothing_more(self, ledger: Ledger) -> None:
        assert ledger.add(recoded(self.KEPT), by="me") is not None
        assert ledger.add(recoded(self.KEPT), by="me") is None

    def test_the_same_coder_supersedes_nothing(self, ledger: Ledger) -> None:
        assert ledger.add(make_coding(NAURU, self.KEPT), by="me") is None
        assert len(list(ledger.claims())) == 2

    def test_a_coding_that_is_not_whole_supersedes_nothing(self, ledger: Ledger) -> None:
        assert ledger.add(recoded(self.KEPT, is_whole=False), by="me") is None
        assert len(list(ledger.claims())) == 2

    def test_a_coding_of_another_text_supersedes_nothing(self, ledger: Ledger) -> None:
        other = replace(make_document(f"# {NAURU.text}"), id=NAURU.id, content=NAURU.content)
        ledger.add(replace(recoded(), document=other), by="me")
        assert len(list(ledger.claims())) == 2

    def test_other_documents_are_left_alone(self, ledger: Ledger) -> None:
        ledger.add(make_coding(SYRIA), by="me")
        ledger.add(recoded(), by="me")
        assert [held.claim.document for held in ledger.claims()] == [SYRIA.id]

    def test_a_claim_reads_as_the_newer_coder_found_it(self, ledger: Ledger) -> None:
        dated = replace(self.KEPT, date=make_date("2009-12-15~"), confidence=0.9)
        entry = ledger.add(recoded(dated, self.LOST), by="me")
        assert entry is not None
        assert (entry.added, entry.superseded) == (0, 0)
        newest = [held.claim for held in ledger.claims()]
        assert newest == [replace(dated, coder=NEWER), self.LOST]
        assert (held := ledger.claim(dated.id)) is not None
        assert held.claim == newest[0]
        assert [one.claim for one in ledger.claims(ClaimQuery(known=MONDAY))] == [self.KEPT, self.LOST]
        assert ledger.add(recoded(dated, self.LOST), by="me") is None
        assert ledger.verify().is_sound

    def test_disputes_are_superseded_with_what_raised_them(self, ledger: Ledger) -> None:
        dispute = Dispute(DisputeKind.DATE, (self.KEPT.id,), (self.LOST.id,), "Which day?")
        ledger.add(make_coding(NAURU, self.KEPT, self.LOST, disputes=(dispute,)), by="me")
        entry = ledger.add(recoded(self.KEPT), by="me")
        assert entry is not None
        assert entry.superseded == 2
        assert list(ledger.disputes()) == []
        assert list(ledger.disputes(known=TUESDAY - timedelta(hours=1))) == []


class TestReadingByNeed:
    @pytest.fixture(autouse=True)
    def _added(self, ledger: Ledger, clock: SetClock) -> None:
        stretch = Uncoded(Span(0, 5), "ko")
        ledger.add(make_coding(NAURU, uncoded=(stretch,)), by="me")
        clock.moment = TUESDAY
        ledger.add(make_coding(SYRIA, ORDINAL, make_claim(SYRIA), disputes=(DISPUTE,), links=(LINK,)), by="me")

    def test_cards_tell_of_documents_without_their_text(self, ledger: Ledger) -> None:
        assert list(ledger.cards()) == [card_of(NAURU), card_of(SYRIA)]

    def test_cards_of_some_documents(self, ledger: Ledger) -> None:
        assert list(ledger.cards([SYRIA.id, DocumentId("sha256:0")])) == [card_of(SYRIA)]
        assert list(ledger.cards([])) == []

    def test_cards_of_what_was_known(self, ledger: Ledger) -> None:
        assert list(ledger.cards(known=MONDAY)) == [card_of(NAURU)]
        assert list(ledger.cards([SYRIA.id], MONDAY)) == []

    def test_tallies_count_what_is_held_of_each_document(self, ledger: Ledger) -> None:
        assert list(ledger.tallies()) == [DocumentTally(NAURU.id, 1, 1), DocumentTally(SYRIA.id, 2, 0)]
        assert list(ledger.tallies(MONDAY)) == [DocumentTally(NAURU.id, 1, 1)]

    def test_tallies_leave_out_what_is_superseded(self, ledger: Ledger) -> None:
        ledger.add(Coding(SYRIA, coder="rules-en/2.0"), by="me")
        assert [tally.claims for tally in ledger.tallies()] == [1, 0]
        assert [tally.claims for tally in ledger.tallies(TUESDAY - timedelta(hours=1))] == [1]

    def test_disputes_about_some_claims(self, ledger: Ledger) -> None:
        assert list(ledger.disputes(claims=[ORDINAL.id])) == [DISPUTE]
        assert list(ledger.disputes(claims=[ClaimId("0" * 24), ORDINAL.id])) == [DISPUTE]
        assert list(ledger.disputes(claims=[make_claim(NAURU).id])) == []
        assert list(ledger.disputes(MONDAY, claims=[ORDINAL.id])) == []

    def test_links_from_some_documents(self, ledger: Ledger) -> None:
        assert list(ledger.links(sources=[SYRIA.id])) == [LINK]
        assert list(ledger.links(sources=[NAURU.id])) == []
        assert list(ledger.links(MONDAY, sources=[SYRIA.id])) == []

    def test_links_to_some_documents(self, ledger: Ledger) -> None:
        reprint = DocumentLink(NAURU.id, LinkKind.REPRINTS, SYRIA.id, "", "near-duplicate")
        ledger.add(Coding(NAURU, links=(reprint,), coder="rules-en/2.0"), by="me")
        assert list(ledger.links(targets=[SYRIA.id])) == [reprint]
        assert list(ledger.links(targets=[SYRIA.id], sources=[SYRIA.id])) == []
        assert list(ledger.links(MONDAY, targets=[SYRIA.id])) == []

    def test_claims_of_some_documents(self, ledger: Ledger) -> None:
        found = ledger.claims(ClaimQuery(documents=(SYRIA.id, DocumentId("sha256:0")), kinds=(ClaimKind.COUNT,)))
        assert [held.claim for held in found] == [ORDINAL]


class TestAddingSeveral:
    def test_makes_an_entry_for_each(self, ledger: Ledger) -> None:
        made = ledger.add_all([make_coding(NAURU), make_coding(NAURU), make_coding(SYRIA)], by="me", why="July")
        assert [entry and (entry.number, entry.document, entry.why) for entry in made] == [
            (1, NAURU.id, "July"),
            None,
            (2, SYRIA.id, "July"),
        ]
        assert list(ledger.entries()) == [entry for entry in made if entry is not None]
        assert ledger.verify().is_sound

    def test_gives_the_digests_of_adding_one_by_one(self, ledger: Ledger, clock: SetClock) -> None:
        with open_ledger("memory:", clock=clock) as other:
            apart = [other.add(coding, by="me") for coding in (make_coding(NAURU), make_coding(SYRIA))]
        assert list(ledger.add_all([make_coding(NAURU), make_coding(SYRIA)], by="me")) == apart

    def test_records_nothing_when_one_is_refused(self, ledger: Ledger) -> None:
        with pytest.raises(ClaimError):
            ledger.add_all([make_coding(NAURU), make_coding(SYRIA, make_claim(NAURU))], by="me")
        assert list(ledger.entries()) == []

    def test_of_nothing_records_nothing(self, ledger: Ledger) -> None:
        assert ledger.add_all([], by="me") == ()
        assert ledger.head() is None
