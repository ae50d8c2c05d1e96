"""What judgements, snapshots and moments of knowledge do to answers."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.answers.reports import act, ledger_of, only_claim, recognition_of, report

from dragoman import api
from dragoman.claims.coding import Coding
from dragoman.errors import DateError, JudgementError, NameTakenError, NameUnknownError
from dragoman.ledger.open import open_ledger

MONDAY = datetime(2022, 7, 18, 9, tzinfo=UTC)
DAY = timedelta(days=1)
WIRE = report("Syria recognised it on 29 June.", recognition_of("DPR", "SYR", date="2022-06-29"))
GAZETTE = report("Syria recognised it on 2 July.", recognition_of("DPR", "SYR", date="2022-07-02"), outlet="Gazette")
LATER = report("Syria did so on 2 July.", recognition_of("DPR", "SYR", date="2022-07-02"), outlet="Later Post")
ONE, OTHER = only_claim(WIRE), only_claim(GAZETTE)


def ruled(ruling: api.Ruling, subject: str, *others: str, **values: object) -> api.Ruled:
    return api.Ruled(ruling, subject, "A. Reviewer", "So the decree.", others, **values)  # type: ignore[arg-type]


def days(ledger: api.Ledger, **limits: str) -> list[str]:
    found = api.recognition(ledger, of="DPR", **limits).recognisers
    return [reading.edtf for one in found for reading in one.strand.readings]


@pytest.fixture
def ledger() -> api.Ledger:
    return ledger_of(WIRE, GAZETTE)


class TestRejecting:
    def test_a_rejected_claim_does_not_count_and_is_listed_with_who_and_why(self, ledger: api.Ledger) -> None:
        api.record_judgement(ledger, ruled(api.Ruling.REJECT, ONE.id[:8]))
        answer = api.recognition(ledger, of="DPR")
        assert [reading.edtf for reading in answer.recognisers[0].strand.readings] == ["2022-07-02"]
        (objection,) = answer.left_out
        assert objection.reason == "rejected claims do not count: A. Reviewer, “So the decree.”"
        assert [citation.claim.id for citation in objection.citations] == [ONE.id]

    def test_neither_for_pairs_nor_for_disputes(self, ledger: api.Ledger) -> None:
        assert api.disputes(ledger).contests
        api.record_judgement(ledger, ruled(api.Ruling.REJECT, ONE.id))
        assert not api.disputes(ledger).contests
        relations = api.relations(ledger, "SYR", "DPR")
        assert {c.claim.id for item in relations.items for c in item.citations} == {OTHER.id}
        tree = api.corroboration(ledger, ONE.id)
        assert not tree.origins

    def test_it_counts_again_once_it_is_accepted(self, ledger: api.Ledger) -> None:
        for ruling in (api.Ruling.REJECT, api.Ruling.ACCEPT):
            api.record_judgement(ledger, ruled(ruling, ONE.id))
        assert days(ledger) == ["2022-06-29", "2022-07-02"]

    def test_by_a_policy_of_reviewed_claims_only_accepted_ones_count(self, ledger: api.Ledger) -> None:
        api.record_judgement(ledger, ruled(api.Ruling.ACCEPT, OTHER.id))
        assert days(ledger, policy="reviewed-only") == ["2022-07-02"]


class TestAmending:
    def test_an_answer_reads_an_amended_claim(self, ledger: api.Ledger) -> None:
        made = api.record_judgement(ledger, ruled(api.Ruling.AMEND, ONE.id, changes=(("date", "2022-07-02"),)))
        assert made.judgement.subject == ONE.id
        assert days(ledger) == ["2022-07-02"]
        assert not api.disputes(ledger).contests

    def test_polities_are_named_in_any_spelling(self, ledger: api.Ledger) -> None:
        api.record_judgement(ledger, ruled(api.Ruling.AMEND, ONE.id, changes=(("actors", "North Korea, Nicaragua"),)))
        found = {one.id: one.name for one in api.recognition(ledger, of="DPR").recognisers}
        assert found == {"PRK": "North Korea", "NIC": "Nicaragua", "SYR": "Syria"}

    def test_a_field_that_cannot_be_amended_is_named(self, ledger: api.Ledger) -> None:
        with pytest.raises(NameUnknownError, match="recipients"):
            api.record_judgement(ledger, ruled(api.Ruling.AMEND, ONE.id, changes=(("quote", "x"),)))


def test_a_preferred_day_goes_first_and_the_last_preference_weighs(ledger: api.Ledger) -> None:
    assert days(ledger) == ["2022-06-29", "2022-07-02"]
    api.record_judgement(ledger, ruled(api.Ruling.PREFER, OTHER.id, ONE.id))
    assert days(ledger) == ["2022-07-02", "2022-06-29"]
    api.record_judgement(ledger, ruled(api.Ruling.PREFER, ONE.id, OTHER.id))
    assert days(ledger) == ["2022-06-29", "2022-07-02"]


class TestSettling:
    def settled(self, ledger: api.Ledger, *sides: str) -> api.Contest:
        (contest,) = api.disputes(ledger).contests
        api.record_judgement(ledger, ruled(api.Ruling.SETTLE, contest.dispute.id[:8], *sides))
        (contest,) = api.disputes(ledger).contests
        return contest

    def test_a_settled_dispute_stays_with_both_sides_and_says_who_settled_it(self, ledger: api.Ledger) -> None:
        contest = self.settled(ledger, OTHER.id[:8])
        assert not contest.is_real
        assert "settled by A. Reviewer" in contest.verdict
        assert "it is as said by Gazette; “So the decree.”" in contest.verdict
        assert {len(contest.left), len(contest.right)} == {1}
        assert not api.recognition(ledger, of="DPR").recognisers[0].is_disputed

    def test_for_neither_side(self, ledger: api.Ledger) -> None:
        assert "neither side holds" in self.settled(ledger, "neither").verdict

    def test_another_page_on_one_side_is_settled_with_it(self, ledger: api.Ledger) -> None:
        self.settled(ledger, "left")
        ledger.add(LATER, by="test")
        contests = api.disputes(ledger).contests
        assert contests
        assert all(contest.settled is not None for contest in contests)

    def test_a_claim_of_neither_side_is_refused(self, ledger: api.Ledger) -> None:
        other = report("Russia left.", act("relations-severed", "RUS", "UKR", date="2022-02-24"))
        ledger.add(other, by="test")
        (contest,) = api.disputes(ledger).contests
        with pytest.raises(JudgementError, match="neither side"):
            api.record_judgement(ledger, ruled(api.Ruling.SETTLE, contest.dispute.id, only_claim(other).id))

    def test_an_unknown_dispute_is_refused(self, ledger: api.Ledger) -> None:
        with pytest.raises(NameUnknownError, match="dispute"):
            api.record_judgement(ledger, ruled(api.Ruling.SETTLE, "0" * 24, "left"))


def test_merged_names_answer_together(ledger: api.Ledger) -> None:
    ledger.add(report("Syria recognised Luhansk.", recognition_of("LPR", "SYR", date="2022-07-02")), by="test")
    api.record_judgement(ledger, ruled(api.Ruling.MERGE, "Donetsk People's Republic", "Luhansk People's Republic"))
    (held,) = ledger.judgements()
    assert (held.judgement.subject, held.judgement.others) == ("DPR", ("LPR",))
    (row,) = api.recognition(ledger, of="DPR").recognisers
    assert len(row.strand.citations) == 3


def test_all_judgements_of_a_claim_stay_in_sight(ledger: api.Ledger) -> None:
    for ruling in (api.Ruling.REJECT, api.Ruling.ACCEPT):
        api.record_judgement(ledger, ruled(ruling, ONE.id))
    api.record_judgement(ledger, ruled(api.Ruling.REJECT, OTHER.id))
    assert [row.held.judgement.ruling.value for row in api.list_judgements(ledger, ONE.id).rows] == ["reject", "accept"]
    assert len(api.list_judgements(ledger).rows) == 3
    with pytest.raises(NameUnknownError):
        api.list_judgements(ledger, "0" * 24)


class Grown:
    """A ledger that learns something each day: two codings, a snapshot, a judgement, a newer coding."""

    def __init__(self) -> None:
        self.moment = MONDAY
        self.ledger = open_ledger("memory:", clock=lambda: self.moment)
        self.ledger.add(WIRE, by="anna", why="the wire")
        self.moment += DAY
        api.take_snapshot(self.ledger, "before the gazette", by="anna")
        self.moment += DAY
        self.ledger.add(GAZETTE, by="boris", why="the gazette")
        self.moment += DAY
        api.record_judgement(self.ledger, ruled(api.Ruling.REJECT, ONE.id))
        self.moment += DAY
        self.ledger.add(Coding(GAZETTE.document, coder="rules-en/2.0"), by="anna", why="newer rules")


@pytest.fixture
def grown() -> Grown:
    return Grown()


class TestSnapshots:
    def test_its_name_stands_for_what_was_held(self, grown: Grown) -> None:
        assert days(grown.ledger, known="before the gazette") == ["2022-06-29"]
        assert len(api.list_claims(grown.ledger, known="before the gazette").citations) == 1

    def test_it_keeps_the_digest_of_what_was_held(self, grown: Grown) -> None:
        (snapshot,) = api.list_snapshots(grown.ledger).snapshots
        assert snapshot.digest == next(grown.ledger.entries()).digest
        assert (snapshot.name, snapshot.by, snapshot.entry) == ("before the gazette", "anna", 2)

    @pytest.mark.parametrize("name", ["before the gazette", "2022-07-20", "7", " "])
    def test_a_name_that_is_taken_or_is_a_moment_is_refused(self, grown: Grown, name: str) -> None:
        with pytest.raises(NameTakenError):
            api.take_snapshot(grown.ledger, name, by="anna")

    def test_an_unknown_name_is_told_with_those_there_are(self, grown: Grown) -> None:
        with pytest.raises(NameUnknownError, match="before the gazette"):
            days(grown.ledger, known="after the gazette")


def told(difference: api.Difference) -> list[tuple[str, str, int | None]]:
    return [(change.what, change.subject, change.entry) for change in difference.changes]


class TestDifference:
    def test_it_says_what_was_learnt_superseded_and_judged_and_by_which_entry(self, grown: Grown) -> None:
        assert told(api.difference(grown.ledger, "2022-07-18", "3")) == [("learnt", OTHER.id, 3)]
        found = api.difference(grown.ledger, "3")
        assert told(found) == [("superseded", OTHER.id, 5), ("judged", ONE.id, 4)]
        assert (found.changes[0].by, found.changes[0].why) == ("anna", "newer rules")
        assert found.documents == 0

    def test_between_a_snapshot_and_a_day(self, grown: Grown) -> None:
        found = api.difference(grown.ledger, "before the gazette", "2022-07-20")
        assert told(found) == [("learnt", OTHER.id, 3)]
        assert found.documents == 1

    def test_what_reads_otherwise_is_told_before_and_after(self, grown: Grown) -> None:
        grown.moment += DAY
        api.record_judgement(grown.ledger, ruled(api.Ruling.AMEND, ONE.id, changes=(("date", "2022-06-30"),)))
        (change,) = api.difference(grown.ledger, "5").of("reads otherwise")
        assert "2022-06-29" in change.said.partition("→")[0]
        assert "2022-06-30" in change.said.rpartition("→")[2]

    def test_moments_in_the_wrong_order_and_unknown_entries_are_refused(self, grown: Grown) -> None:
        with pytest.raises(DateError, match="before"):
            api.difference(grown.ledger, "5", "1")
        with pytest.raises(NameUnknownError, match="entry"):
            api.difference(grown.ledger, "99")


class TestHistory:
    def test_each_change_of_an_answer_is_told_with_its_entry(self, grown: Grown) -> None:
        steps = api.history(grown.ledger, "recognition", "Syria", "DPR").steps
        assert [(step.entry.number, step.entry.by, step.added) for step in steps] == [
            (1, "anna", ("recognises since 2022-06-29, 1 origin",)),
            (3, "boris", ("recognises since 2022-06-29, 2 origins, other days told: 2022-07-02, disputed",)),
            (4, "A. Reviewer", ("recognises since 2022-07-02, 1 origin",)),
            (5, "anna", ()),
        ]
        assert steps[-1].gone == steps[-2].added

    def test_it_ends_at_the_moment_of_knowledge(self, grown: Grown) -> None:
        steps = api.history(grown.ledger, "recognition", "SYR", "DPR", known="2022-07-20").steps
        assert [step.entry.number for step in steps] == [1, 3]

    def test_of_a_pair_and_of_missions(self, grown: Grown) -> None:
        assert [step.entry.number for step in api.history(grown.ledger, "relations", "DPR", "SYR").steps] == [
            1,
            3,
            4,
            5,
        ]
        assert api.history(grown.ledger, "missions", "SYR", "DPR").steps == ()

    def test_an_unknown_question_is_refused(self, grown: Grown) -> None:
        with pytest.raises(NameUnknownError, match="recognition"):
            api.history(grown.ledger, "loaded", "SYR", "DPR")
