"""Claims travel whole as JSON lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.factories import make_claim, make_document
from tests.claims.strategies import claims, documents

from dragoman.claims.claim import Claim
from dragoman.errors import JsonError
from dragoman.exchange.claim_jsonl import claim_lines, parse_claim_lines


@given(st.lists(documents().flatmap(claims), max_size=3))
def test_what_is_written_is_read_back(written: list[Claim]) -> None:
    text = "".join(claim_lines(written))
    assert text.count("\n") == len(written)
    assert list(parse_claim_lines(text.split("\n"))) == written


def test_other_scripts_stay_readable() -> None:
    assert "朝鲜" in next(claim_lines([make_claim(make_document("朝鲜承认"))]))


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    line = next(claim_lines([make_claim()]))
    assert list(parse_claim_lines(["\ufeff" + line, "\n", "", line])) == [make_claim(), make_claim()]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Nauru recognised Abkhazia.", "line 2 of claims.jsonl from JSON: found 'Nauru"),
        ("[]", "expected a JSON object"),
        ("{}", "'version' of a claim"),
        ('{"version": NaN}', "expected one JSON object"),
        ("[" * 100_000, "expected one JSON object"),
        ("9" * 5000, "line 2 of claims.jsonl"),
    ],
)
def test_a_line_that_is_no_claim_is_named(line: str, message: str) -> None:
    good = next(claim_lines([make_claim()]))
    with pytest.raises(JsonError) as raised:
        list(parse_claim_lines([good, line], "claims.jsonl"))
    assert message in str(raised.value)


def test_a_claim_that_was_altered_is_refused() -> None:
    line = next(claim_lines([make_claim(negated=False)])).replace('"negated": false', '"negated": true')
    with pytest.raises(JsonError, match="which follows from the other fields"):
        list(parse_claim_lines([line]))
