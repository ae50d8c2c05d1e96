"""Random histories, on which the ledger in a file must answer as the one in memory does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.claims.factories import make_claim, make_coding, make_document
from tests.claims.strategies import DISPUTES, FAULTS, MAYBE, POLITIES, claims, documents, links
from tests.ledger.conftest import MONDAY, SetClock

from dragoman.claims.claim import ClaimId, ClaimKind
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind
from dragoman.claims.judgement import ABOUT_NAMES, AmendedField, Amendment, Judgement, Ruling, decision_of
from dragoman.claims.ledger import ClaimQuery, Entry, Ledger
from dragoman.documents.document import Document
from dragoman.documents.span import Span
from dragoman.ledger.open import open_ledger
from dragoman.ledger.store import SqlLedger

QUERIES = st.builds(
    ClaimQuery,
    kinds=st.sampled_from([(), (ClaimKind.STATE,), (ClaimKind.STATE, ClaimKind.COUNT), (ClaimKind.EVENT,)]),
    modes=st.sampled_from([(), ("recognition",), ("visit", "recognition")]),
    participant=st.none() | POLITIES,
    actor=st.none() | POLITIES,
    recipient=st.none() | POLITIES,
    pair=st.none() | st.tuples(POLITIES, POLITIES),
)


@dataclass(frozen=True)
class Step:
    """Something that is recorded after some time, which a clock that is set back may count backwards.

    It is a coding, in the last run or in none, or a decision, or a ruling on what counts: on the first claim, before
    the second where it is preferred, or on the first dispute.
    """

    coding: Coding
    pause: timedelta
    decision: Decision | None = None
    ruling: Ruling | None = None
    amendment: Amendment | None = None
    is_in_run: bool = False

    def tell(self, ledger: Ledger) -> Entry | None:
        """Record it in a ledger."""
        if self.decision is not None:
            return ledger.decide(self.decision, by="me", why="a decision")
        judgement = self.judgement(ledger)
        if judgement is not None:
            return ledger.judge(judgement)
        runs = [one.entry for one in ledger.decisions(kinds=(EntryKind.RUN,))] if self.is_in_run else []
        return ledger.add(self.coding, by="me", run=runs[-1] if runs else None)

    def judgement(self, ledger: Ledger) -> Judgement | None:
        """Return the judgement of the ruling; ``None`` where the ledger has nothing that it could be about."""
        claims, dispute = list(ledger.claims()), next(ledger.disputes(), None)
        words = ("A. Reviewer", "It is so.")
        if self.ruling is Ruling.SETTLE and dispute is not None:
            return Judgement(self.ruling, dispute.id, *words, others=dispute.left, dispute=dispute)
        if self.ruling is Ruling.PREFER and len(claims) > 1:
            return Judgement(self.ruling, claims[0].claim.id[:12], *words, others=(claims[1].claim.id,))
        if self.ruling is Ruling.AMEND and self.amendment is not None and claims:
            return Judgement(self.ruling, claims[0].claim.id, *words, amendments=(self.amendment,))
        if self.ruling in {Ruling.ACCEPT, Ruling.REJECT} and claims:
            return Judgement(self.ruling, claims[0].claim.id, *words)
        return None


KINDS = st.sampled_from([EntryKind.POLICY, EntryKind.SNAPSHOT, EntryKind.RUN])
NAMES = st.sampled_from(["A", "B", "\0朝鲜"])
MATCHES = st.builds(
    lambda ruling, names: decision_of(Judgement(ruling, names[0], "A. Reviewer", "It is so.", others=tuple(names[1:]))),
    st.sampled_from([Ruling.MERGE, Ruling.SPLIT]),
    st.lists(NAMES, min_size=2, max_size=2, unique=True),
)
RULINGS = st.sampled_from([one for one in Ruling if one not in ABOUT_NAMES])
AMENDMENTS = st.sampled_from(
    [
        Amendment(AmendedField.ACTORS, "PRK: North Korea; \0朝鲜"),
        Amendment(AmendedField.RECIPIENTS, "DPR"),
        Amendment(AmendedField.RECIPIENTS, ""),
        Amendment(AmendedField.MODE, "recognition"),
        Amendment(AmendedField.MODE, ""),
        Amendment(AmendedField.DATE, "2022-07-1X"),
        Amendment(AmendedField.STATUS, "announced"),
        Amendment(AmendedField.NEGATED, "true"),
        Amendment(AmendedField.PLACE, "Kyiv"),
    ]
)
DECISIONS = MATCHES | st.builds(
    Decision, KINDS, st.sampled_from(["", "July", "\0朝鲜"]), st.sampled_from(["{}", '{"a":"\ufffe"}'])
)


@st.composite
def steps(draw: st.DrawFn, pages: list[Document]) -> Step:
    page = draw(st.sampled_from(pages))
    # Few things, drawn from few: what is added again by chance is what this is about.
    found = [draw(claims(page)) for _ in range(draw(st.integers(0, 3)))]
    stretch = st.builds(Uncoded, st.just(page.sections[0].span), st.sampled_from([None, "ko"]))
    coding = Coding(
        document=page if draw(st.integers(0, 9)) else None,
        claims=tuple(found + found[:1]),
        disputes=tuple(draw(st.lists(DISPUTES, max_size=1))),
        links=tuple(draw(st.lists(links(page), max_size=1))),
        uncoded=tuple(draw(st.lists(stretch, max_size=1))),
        faults=tuple(draw(st.lists(FAULTS, max_size=1))),
        coder=draw(st.sampled_from(["rules-en/1.0", "rules-en/2.0"])),
        is_whole=draw(st.booleans()),
    )
    if coding.document is None:
        coding = Coding(None, faults=coding.faults)
    return Step(
        coding,
        timedelta(minutes=draw(st.integers(-2, 3))),
        decision=draw(DECISIONS) if not draw(st.integers(0, 4)) else None,
        ruling=draw(RULINGS) if not draw(st.integers(0, 2)) else None,
        amendment=draw(AMENDMENTS),
        is_in_run=draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn, published: st.SearchStrategy[str | None] = MAYBE) -> list[Step]:
    pages = draw(st.lists(documents(published), min_size=1, max_size=3, unique_by=lambda page: page.id))
    told = draw(st.lists(steps(pages), min_size=1, max_size=5))
    # What was told once may be told again.
    return told + [replace(step, pause=timedelta()) for step in draw(st.lists(st.sampled_from(told), max_size=2))]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger file, to be copied: making one takes longer than a history."""
    path = tmp_path_factory.mktemp("histories") / "empty.db"
    open_ledger(path).close()
    return path


NUMBERS = count()


@contextmanager
def twins(empty: Path, clock: SetClock) -> Iterator[tuple[Ledger, Ledger]]:
    path = empty.with_name(f"{next(NUMBERS)}.db")
    copyfile(empty, path)
    with open_ledger("memory:", clock=clock) as plain, open_ledger(path, clock=clock) as stored:
        yield plain, stored
    path.unlink()


def told(ledger: Ledger, known: datetime | None) -> list[object]:
    """All that a ledger holds at a moment of knowledge."""
    return [
        list(ledger.entries(known)),
        list(ledger.documents(known)),
        list(ledger.claims(ClaimQuery(known=known))),
        list(ledger.disputes(known)),
        list(ledger.links(known)),
        list(ledger.faults(known)),
        list(ledger.decisions(known)),
        list(ledger.judgements(known)),
        list(ledger.tallies(known)),
        list(ledger.decisions(known, kinds=(EntryKind.SNAPSHOT, EntryKind.RUN))),
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(history=histories(), queries=st.lists(QUERIES, max_size=3))
def test_both_ledgers_tell_every_history_alike(empty: Path, history: list[Step], queries: list[ClaimQuery]) -> None:
    clock = SetClock()
    with twins(empty, clock) as (plain, stored):
        for step in history:
            clock.moment += step.pause
            assert step.tell(stored) == step.tell(plain)
        assert told(stored, None) == told(plain, None)
        assert stored.verify() == plain.verify()
        assert stored.verify().is_sound
        moments = {entry.recorded for entry in plain.entries()} | {MONDAY}
        for known in moments:
            assert told(stored, known) == told(plain, known)
        for query in queries:
            assert list(stored.claims(query)) == list(plain.claims(query))
        for held in plain.claims():
            assert stored.claim(ClaimId(held.claim.id[:12])) == plain.claim(held.claim.id)
        for page in plain.documents():
            kept = stored.document(page.id)
            assert kept == page
            assert kept.content == page.content
            assert list(stored.uncoded(page.id)) == list(plain.uncoded(page.id))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(history=histories())
def test_what_was_known_stays_what_was_known(empty: Path, history: list[Step]) -> None:
    clock = SetClock()
    with twins(empty, clock) as (_, stored):
        remembered = []
        for step in history:
            clock.moment += max(step.pause, timedelta(seconds=1))
            step.tell(stored)
            remembered.append((clock.moment, told(stored, None)))
        stored.add(Coding(make_document()), by="me")
        assert [told(stored, moment) for moment, _ in remembered[:-1]] == [then for _, then in remembered[:-1]]


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_size_of_a_page_does_not_show(
    path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(SqlLedger._pages, "__kwdefaults__", {"page": page})
    text = make_document("Russia and Ukraine, Syria and Nauru.")
    found = [
        make_claim(text, span=Span(start, start + 3), mode=mode, actors=["RUS"], recipients=["RUS", "UKR"])
        for start, mode in enumerate(["visit", "recognition", "visit", "meeting", "recognition", "visit"])
    ]
    with open_ledger(path, clock=clock) as ledger:
        ledger.add(make_coding(text, *found), by="me")
        queries = [ClaimQuery(), ClaimQuery(participant="RUS"), ClaimQuery(pair=("RUS", "UKR"))]
        answers = [[held.claim for held in ledger.claims(query)] for query in queries]
        some = [held.claim for held in ledger.claims(ClaimQuery(modes=("visit", "recognition", "visit")))]
    assert answers == [found, found, found]
    assert some == [claim for claim in found if claim.mode != "meeting"]
