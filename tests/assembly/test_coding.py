"""From bytes to codings: what must hold whatever the page is."""

import pytest

from dragoman.assembly import coding as coding_module
from dragoman.assembly.coding import LONGEST_LINE, code_bytes, code_text

pytestmark = pytest.mark.model

REPORT = "Nauru recognised Abkhazia on 15 December 2009, its government said."


def test_the_same_text_gives_the_same_claims() -> None:
    first, second = code_text(REPORT), code_text(REPORT)
    assert [c.id for c in first.claims] == [c.id for c in second.claims]
    assert first.claims


def test_a_claim_says_who_whom_when_and_on_whose_word() -> None:
    claim = next(c for c in code_text(REPORT, published="2009-12-16").claims if c.mode == "recognition")
    assert [p.id for p in claim.actors] == ["NRU"]
    assert [p.id for p in claim.recipients] == ["ABK"]
    assert claim.date is not None
    assert claim.date.edtf == "2009-12-15"
    assert claim.speaker.id == "NRU"


def test_a_coder_that_fails_leaves_a_fault_and_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(coding_module, "code_sections", fail)
    coding = code_text(REPORT)
    assert coding.document is not None
    assert coding.claims == ()
    assert [fault.stage for fault in coding.faults] == ["code"]


def test_what_stands_beyond_the_longest_line_is_a_fault() -> None:
    coding = code_bytes((REPORT + " ").encode() * (LONGEST_LINE // len(REPORT) + 50), name="line.txt")
    assert any("longer than" in fault.reason for fault in coding.faults)
    assert coding.claims


def test_a_question_claims_nothing() -> None:
    assert code_text("Does Ukraine recognise North Korea? Many wonder.").claims == ()


def test_a_dateline_takes_no_part() -> None:
    coding = code_text("PYONGYANG, July 14 (Sample Wire) - North Korea recognised Abkhazia.", published="2022-07-14")
    claim = next(c for c in coding.claims if c.mode == "recognition")
    assert [p.id for p in claim.actors] == ["PRK"]
    assert claim.date is None
