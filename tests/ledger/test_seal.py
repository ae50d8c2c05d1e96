"""The chain of hashes: what changes a digest, and what does not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.claims.factories import make_claim, make_coding, make_document
from tests.ledger.conftest import MONDAY

from dragoman.claims.coding import Coding
from dragoman.claims.ledger import Entry
from dragoman.ledger.novelty import Held, Novelty, find_novelty
from dragoman.ledger.seal import FIRST, Occasion, make_entry, seal, sealed_content

OCCASION = Occasion(MONDAY, "me", "July")
PAGE = make_document()


def novelty(coding: Coding) -> Novelty:
    return find_novelty(coding, Held())


def entry(last: Entry | None = None) -> Entry:
    return make_entry(novelty(make_coding(PAGE)), OCCASION, last)


def test_the_same_history_gives_the_same_digests() -> None:
    assert entry() == entry()
    assert len(entry().digest) == len(FIRST)


def test_a_digest_depends_on_the_entry_before() -> None:
    assert entry(last=replace(entry(), digest="f" * 64)).digest != entry(last=entry()).digest


@pytest.mark.parametrize(
    "altered",
    [
        {"number": 2},
        {"recorded": MONDAY + timedelta(microseconds=1)},
        {"by": "you"},
        {"why": "August"},
        {"coder": "rules-en/2.0"},
        {"added": 7},
        {"superseded": 7},
    ],
)
def test_a_digest_covers_every_field_of_the_entry(altered: dict[str, object]) -> None:
    content = sealed_content(novelty(make_coding(PAGE)))
    assert seal(replace(entry(), **altered), content, FIRST) != entry().digest  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "coding",
    [
        make_coding(PAGE, make_claim(PAGE, confidence=0.6)),
        make_coding(PAGE, make_claim(PAGE, reasons=("who: because",))),
        make_coding(replace(PAGE, published="2009-12-16")),
        make_coding(replace(PAGE, name="another.txt")),
    ],
)
def test_a_digest_covers_every_field_of_document_and_claims(coding: Coding) -> None:
    assert seal(entry(), sealed_content(novelty(coding)), FIRST) != entry().digest
