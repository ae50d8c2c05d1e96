"""Two coders compared: what both found, field by field, from gold files and from claims."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.claims.factories import make_claim

from dragoman.claims.claim import ClaimKind
from dragoman.cli.main import cli
from dragoman.documents.document import digest_bytes
from dragoman.documents.span import Span
from dragoman.errors import GoldError
from dragoman.evaluation.agreement import compare_coders
from dragoman.evaluation.coded import Coded, read_coded
from dragoman.exchange.claim_jsonl import claim_lines

GOLD = """\
reports:
  a.txt:
    words: "Nauru recognised Abkhazia on 15 December 2009, its foreign minister said."
    claims:
      - {kind: event, event: SUPPORT, mode: recognition, actors: [NRU], recipients: [ABK], quote: "%s"}
"""


def coded(root: str, at: int = 0, *, document: str = "page", actors: str = "FJI", **fields: str) -> Coded:
    span = Span(at, at + 5)
    return Coded(document, span, ClaimKind.EVENT, root, actors=frozenset(actors.split()), **fields)  # type: ignore[arg-type]


def test_coders_who_agree_have_all_in_common() -> None:
    claims = [coded("AID"), coded("CONSULT", 9), coded("AID", document="other", actors="TON")]
    agreement = compare_coders(claims, claims)
    fields = {field.name: field for field in agreement.fields}
    assert agreement.found.value == 1
    assert (fields["root"].kappa.value, fields["root"].alpha.value) == (1, 1)
    assert fields["date"].units == 0
    assert fields["date"].kappa.value is None


def test_a_claim_that_one_coder_alone_has_lowers_what_was_found() -> None:
    agreement = compare_coders([coded("AID"), coded("AID", 20)], [coded("AID")])
    assert (agreement.first, agreement.second, agreement.both) == (2, 1, 1)
    assert agreement.found.value == pytest.approx(2 / 3)


def test_overlapping_claims_are_paired_by_what_they_say() -> None:
    agreement = compare_coders([coded("AID"), coded("CONSULT")], [coded("CONSULT"), coded("AID")])
    assert next(field for field in agreement.fields if field.name == "root").observed == 1


def test_a_part_of_the_actors_counts_for_something_in_alpha_and_not_in_kappa() -> None:
    first = [coded("AID", actors="FJI TON"), coded("AID", 20, actors="PER")]
    second = [coded("AID", actors="FJI"), coded("AID", 20, actors="PER")]
    actors = next(field for field in compare_coders(first, second).fields if field.name == "actors")
    assert actors.alpha.value is not None
    assert actors.observed == 0.5
    assert actors.alpha.value > 0.5


@pytest.fixture
def gold(tmp_path: Path) -> Callable[[str], Path]:
    def write(quote: str) -> Path:
        path = tmp_path / "gold.yaml"
        path.write_text(GOLD % quote, encoding="utf-8")
        return path

    return write


def test_a_gold_file_and_claims_in_json_lines_can_be_compared(gold: Callable[[str], Path], tmp_path: Path) -> None:
    lines = tmp_path / "claims.jsonl"
    lines.write_text("".join(claim_lines([make_claim()])), encoding="utf-8")
    (first,), (second,) = read_coded(gold("recognised Abkhazia")), read_coded(lines)
    assert (first.root, first.actors, first.recipients) == (second.root, second.actors, second.recipients)
    assert first.document == second.document == digest_bytes(GOLD.splitlines()[2].split('"')[1].encode())
    result = CliRunner().invoke(cli, ["agree", str(gold("recognised")), str(lines)])
    assert "1 in both: share 1.00" in " ".join(result.stdout.split())


def test_a_quote_that_is_not_in_the_report_is_refused(gold: Callable[[str], Path]) -> None:
    with pytest.raises(GoldError, match="claim 1: the report has no 'severed'"):
        read_coded(gold("severed"))
