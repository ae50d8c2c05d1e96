"""What is written as JSON is read back as it was."""

from contextlib import suppress
from json import dumps, loads

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.factories import make_claim
from tests.claims.strategies import DISPUTES, claims, documents

from dragoman.claims.claim import Claim, JsonObject
from dragoman.claims.dispute import Dispute
from dragoman.claims.reading import claim_from_dict, dispute_from_dict
from dragoman.claims.recorded import recorded_claim
from dragoman.errors import InputError, JsonError


@given(documents().flatmap(claims))
def test_every_claim_survives_json(claim: Claim) -> None:
    read = claim_from_dict(loads(dumps(claim.to_dict())))
    assert read == claim
    assert read.id == claim.id


@given(documents().flatmap(claims))
def test_what_a_ledger_recorded_reads_the_same(claim: Claim) -> None:
    read = recorded_claim(loads(dumps(claim.to_dict())))
    assert read == claim_from_dict(loads(dumps(claim.to_dict())))
    assert read.id == claim.id == claim._digest()


@given(DISPUTES)
def test_every_dispute_survives_json(dispute: Dispute) -> None:
    assert dispute_from_dict(loads(dumps(dispute.to_dict()))) == dispute


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("version", 2, "'version' of a claim from JSON: found 2, expected 1"),
        ("kind", "rumour", "expected one of event, state, count, quantity, name"),
        ("negated", 1, "expected true or false"),
        ("confidence", "high", "expected a number"),
        ("actors", {}, "expected a list"),
        ("actors", ["PRK"], "a participant from JSON: found 'PRK', expected a JSON object"),
        ("context", [1], "expected a list of texts"),
        ("evidence", None, "expected a JSON object"),
        ("date", {"edtf": "2022", "earliest": "New Year", "basis": "explicit", "text": ""}, "a day as in ISO 8601"),
    ],
)
def test_json_that_is_no_claim_says_what_is_wrong(field: str, value: object, message: str) -> None:
    with pytest.raises(JsonError) as raised:
        claim_from_dict(make_claim().to_dict() | {field: value})
    assert message in str(raised.value)


def test_a_missing_field_is_named() -> None:
    written = make_claim().to_dict()
    del written["rule"]
    with pytest.raises(JsonError, match="'rule' of a claim from JSON: found nothing, expected a text"):
        claim_from_dict(written)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(make_claim().to_dict(), JSON)))
def test_no_json_whatsoever_fails_in_another_way(altered: JsonObject) -> None:
    with suppress(InputError):
        claim_from_dict(make_claim().to_dict() | altered)


@given(JSON)
def test_json_that_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(JsonError):
        claim_from_dict(value)
