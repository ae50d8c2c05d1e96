"""Decisions in every kind of ledger: judgements, matches of names, snapshots and runs are entries of their own."""

from dataclasses import replace

import pytest
from tests.claims.factories import make_claim, make_coding
from tests.ledger.conftest import MONDAY, SetClock
from tests.ledger.test_contract import NAURU, TUESDAY

from dragoman.claims.decision import PLAIN, Decision, EntryKind, make_decision
from dragoman.claims.judgement import HeldJudgement, Judgement, Ruling
from dragoman.claims.ledger import Ledger
from dragoman.claims.verdict import Verdict, verdict_of
from dragoman.errors import InputError, LedgerUnavailableError, NameUnknownError


class TestEveryLedger:
    CLAIM = make_claim(NAURU)
    REJECTED = Judgement(Ruling.REJECT, CLAIM.id, "A. Reviewer", "The page retells a rumour.")

    @pytest.fixture(autouse=True)
    def _coded(self, ledger: Ledger, clock: SetClock) -> None:
        ledger.add(make_coding(NAURU, self.CLAIM), by="me")
        clock.moment = TUESDAY

    def test_a_judgement_is_an_entry_by_its_reviewer_for_its_reason(self, ledger: Ledger) -> None:
        entry = ledger.judge(self.REJECTED)
        assert (entry.number, entry.kind, entry.document) == (2, EntryKind.JUDGEMENT, None)
        assert (entry.by, entry.why, entry.recorded) == ("A. Reviewer", "The page retells a rumour.", TUESDAY)
        assert list(ledger.judgements()) == [HeldJudgement(self.REJECTED, 2, TUESDAY)]
        assert list(ledger.entries())[-1] == ledger.head() == entry
        assert ledger.verify().is_sound

    def test_a_judgement_is_not_known_before_it_is_made(self, ledger: Ledger) -> None:
        ledger.judge(self.REJECTED)
        assert list(ledger.judgements(MONDAY)) == []
        assert verdict_of(self.CLAIM.id, ledger.judgements()) is Verdict.REJECTED
        assert verdict_of(self.CLAIM.id, ledger.judgements(MONDAY)) is Verdict.UNJUDGED

    def test_all_judgements_stay_visible_in_their_order(self, ledger: Ledger) -> None:
        accepted = replace(self.REJECTED, ruling=Ruling.ACCEPT, reviewer="B. Reviewer", reason="The decree says so.")
        for judgement in (self.REJECTED, accepted, self.REJECTED):
            ledger.judge(judgement)
        assert [held.judgement for held in ledger.judgements()] == [self.REJECTED, accepted, self.REJECTED]

    def test_a_judged_claim_may_be_named_by_its_beginning(self, ledger: Ledger) -> None:
        ledger.judge(replace(self.REJECTED, subject=self.CLAIM.id[:8]))
        assert next(ledger.judgements()).judgement == self.REJECTED

    def test_a_claim_that_is_not_held_is_not_judged(self, ledger: Ledger) -> None:
        with pytest.raises(NameUnknownError, match="no claim"):
            ledger.judge(replace(self.REJECTED, subject="0" * 24))
        assert list(ledger.judgements()) == []

    def test_a_match_of_names_is_an_entry_of_its_own_kind(self, ledger: Ledger) -> None:
        merged = Judgement(Ruling.MERGE, "DPR", "A. Reviewer", "Two spellings.", others=("DNR",))
        assert ledger.judge(merged).kind is EntryKind.MATCH
        assert [held.judgement for held in ledger.judgements()] == [merged]

    @pytest.mark.parametrize(
        ("subject", "body", "error"),
        [
            ("A", "{}", "'ruling' of a judgement"),
            ("A", "no JSON", "found no JSON"),
            ("A", PLAIN.encode(Judgement(Ruling.MERGE, "B", "Me", "So.", others=("C",)).to_dict()), "match of 'A'"),
        ],
    )
    def test_what_no_answer_could_read_is_not_recorded(
        self, ledger: Ledger, subject: str, body: str, error: str
    ) -> None:
        with pytest.raises(InputError, match=error):
            ledger.decide(Decision(EntryKind.MATCH, subject, body), by="me")
        assert list(ledger.decisions()) == []

    def test_decisions_are_given_by_kind(self, ledger: Ledger) -> None:
        snapshot = make_decision(EntryKind.SNAPSHOT, "Jul\udce9", {"note": "\0朝鲜"})
        ledger.judge(self.REJECTED)
        ledger.decide(snapshot, by="me", why="for the report")
        (held,) = ledger.decisions(kinds=(EntryKind.SNAPSHOT,))
        assert (held.decision, held.entry) == (replace(snapshot, subject="Jul\ufffd"), 3)
        assert (held.recorded, held.by, held.why) == (TUESDAY, "me", "for the report")
        assert [one.decision.kind for one in ledger.decisions()] == [EntryKind.JUDGEMENT, EntryKind.SNAPSHOT]
        assert list(ledger.decisions(MONDAY)) == []
        assert ledger.verify().is_sound

    def test_a_coding_of_a_run_is_an_entry_even_when_nothing_is_new(self, ledger: Ledger) -> None:
        run = ledger.decide(make_decision(EntryKind.RUN, "rules-en/1.0", {}), by="me")
        entry = ledger.add(make_coding(NAURU, self.CLAIM), by="me", run=run.number)
        assert entry is not None
        assert (entry.kind, entry.run, entry.added, entry.superseded) == (EntryKind.CODING, 2, 0, 0)
        assert ledger.verify().is_sound

    def test_a_run_that_was_not_begun_has_no_codings(self, ledger: Ledger) -> None:
        with pytest.raises(NameUnknownError, match="no run"):
            ledger.add(make_coding(NAURU, self.CLAIM), by="me", run=1)

    def test_nothing_is_decided_after_closing(self, ledger: Ledger) -> None:
        ledger.close()
        with pytest.raises(LedgerUnavailableError, match="closed"):
            ledger.decide(make_decision(EntryKind.SNAPSHOT, "July", {}), by="me")
        with pytest.raises(LedgerUnavailableError, match="closed"):
            ledger.decisions()
