"""A ledger seen with sure claims alone: nothing is deleted, and what refers to the others goes with them."""

from tests.claims.factories import make_claim, make_coding, make_document

from dragoman.claims.claim import ClaimLink
from dragoman.claims.coding import keep_sure
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.documents.span import Span
from dragoman.ledger.open import open_ledger
from dragoman.ledger.sure import at_least

PAGE = make_document("Nauru recognised Abkhazia. Tuvalu did so.")
SURE = make_claim(PAGE, span=Span(0, 26), confidence=0.9)
DOUBTFUL = make_claim(PAGE, span=Span(27, 41), confidence=0.4)
DISPUTE = Dispute(DisputeKind.DATE, (SURE.id,), (DOUBTFUL.id,), "two dates")


def test_only_sure_claims_are_seen_and_all_are_held() -> None:
    with open_ledger("memory:") as ledger:
        ledger.add(make_coding(PAGE, claims=(SURE, DOUBTFUL), disputes=(DISPUTE,)), by="me")
        view = at_least(ledger, 0.5)
        assert [held.claim.id for held in view.claims()] == [SURE.id]
        assert list(view.disputes()) == []
        assert view.claim(DOUBTFUL.id) is not None
        assert len(list(ledger.claims())) == 2
        assert at_least(ledger, 0.0) is ledger


def test_what_refers_to_a_claim_that_is_left_out_goes_with_it() -> None:
    linked = make_claim(PAGE, span=Span(0, 26), confidence=0.9, links=(ClaimLink("after", DOUBTFUL.id, "after"),))
    coding = keep_sure(make_coding(PAGE, claims=(linked, DOUBTFUL), disputes=(DISPUTE,)), 0.5)
    assert [claim.links for claim in coding.claims] == [()]
    assert coding.disputes == ()
