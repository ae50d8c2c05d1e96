"""What must hold of every claim of every sample report, whatever the coder finds."""

import re
from functools import lru_cache
from pathlib import Path

import pytest

from dragoman.assembly.coding import code_file
from dragoman.claims.claim import Claim
from dragoman.claims.coding import Coding
from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind

REPORTS = Path(__file__).resolve().parents[2] / "samples" / "reports"
NAMES = sorted(path.name for path in REPORTS.iterdir())
RUSSIAN = "2022-06-30-kiev-damask-ru.txt"
NEVER_CODED = {SectionKind.BOILERPLATE, SectionKind.CREDITS, SectionKind.COMMENTS, SectionKind.BYLINE}
TAIL = re.compile(
    r"for the Dragoman project as a sample|Read more|Leave a Reply|Log in|Subscribe|cookies", re.IGNORECASE
)

pytestmark = pytest.mark.model


@lru_cache(maxsize=len(NAMES))
def coding_of(name: str) -> Coding:
    return code_file(REPORTS / name)


def document_of(name: str) -> Document:
    document = coding_of(name).document
    assert document is not None
    return document


def claims_of(name: str) -> tuple[Claim, ...]:
    return coding_of(name).claims


@pytest.mark.parametrize("name", NAMES)
def test_no_claim_comes_from_boilerplate_credits_or_comments(name: str) -> None:
    assert [c.evidence for c in claims_of(name) if c.evidence.section in NEVER_CODED] == []
    assert [c.evidence.quote for c in claims_of(name) if TAIL.search(c.evidence.quote)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_in_the_report_to_the_character(name: str) -> None:
    text = document_of(name).text
    for claim in claims_of(name):
        assert claim.evidence.span.of(text) == claim.evidence.quote
        for participant in (*claim.actors, *claim.recipients):
            assert participant.mention.span.of(text) == participant.mention.text
        for word in claim.loaded:
            assert word.span.of(text) == word.text


@pytest.mark.parametrize("name", NAMES)
def test_every_chain_begins_with_the_voice_of_its_section(name: str) -> None:
    document = document_of(name)
    for claim in claims_of(name):
        (section,) = (s for s in document.sections if s.span.contains(claim.evidence.span))
        assert claim.chain[0].source == section.voice.source
        assert claim.chain[0].kind is section.voice.kind


@pytest.mark.parametrize("name", NAMES)
def test_every_date_has_words_in_the_report(name: str) -> None:
    text = document_of(name).text
    for claim in claims_of(name):
        if claim.date is not None and claim.date.is_known:
            assert claim.date.span is not None, claim.to_dict()
            assert claim.date.span.of(text) == claim.date.text


@pytest.mark.parametrize("name", NAMES)
def test_coding_again_gives_the_same_claims(name: str) -> None:
    assert [claim.id for claim in code_file(REPORTS / name).claims] == [claim.id for claim in claims_of(name)]


@pytest.mark.parametrize("name", NAMES)
def test_claims_have_identifiers_of_their_own_and_links_that_lead_somewhere(name: str) -> None:
    known = [claim.id for claim in claims_of(name)]
    assert len(known) == len(set(known))
    assert {link.target for claim in claims_of(name) for link in claim.links} <= set(known)


def test_the_russian_report_is_kept_and_counted_and_not_coded() -> None:
    coding = coding_of(RUSSIAN)
    assert coding.claims == ()
    assert {uncoded.language for uncoded in coding.uncoded} == {"ru"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != RUSSIAN])
def test_every_other_report_has_claims(name: str) -> None:
    assert claims_of(name)
