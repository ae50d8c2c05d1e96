"""What is claimed, and on whose word: every case file of ``cases/``."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.claims.coded import code_case, described
from tests.events.recorded import Case, agrees

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def cases() -> list[Any]:
    found = []
    for file in FILES:
        content = yaml.safe_load(file.read_text("utf-8"))
        kinds = content.pop("kinds")
        found += [pytest.param(kinds, case, id=f"{file.stem}: {name}") for name, case in content.items()]
    return found


@pytest.mark.parametrize(("kinds", "case"), cases())
def test_a_text_claims_what_its_case_says(kinds: list[str], case: Case) -> None:
    claims, _ = code_case(case)
    found = [described(claim, claims) for claim in claims if claim.kind.value in kinds]
    expected = case["claims"]
    assert len(found) == len(expected), found
    assert all(agrees(e, f) for e, f in zip(expected, found, strict=True)), found


@pytest.mark.parametrize(("kinds", "case"), cases())
def test_every_quote_stands_in_the_text(kinds: list[str], case: Case) -> None:
    claims, _ = code_case(case)
    for claim in claims:
        assert case["text"][claim.evidence.span.start : claim.evidence.span.end] == claim.evidence.quote
        for word in claim.loaded:
            assert case["text"][word.span.start : word.span.end] == word.text


@pytest.mark.parametrize(("kinds", "case"), [c for c in cases() if "disputes" in c.values[1]])
def test_a_text_raises_the_disputes_that_its_case_says(kinds: list[str], case: Case) -> None:
    claims, disputes = code_case(case)
    quotes = {claim.id: claim.evidence.quote for claim in claims}
    found = [
        {"left": sorted({quotes[c] for c in d.left}), "right": sorted({quotes[c] for c in d.right})} for d in disputes
    ]
    assert found == case["disputes"]
