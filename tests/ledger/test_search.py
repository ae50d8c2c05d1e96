"""Words are found in documents of every language, in every store alike."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.factories import make_coding, make_document
from tests.ledger.conftest import MONDAY, SetClock

from dragoman.claims.ledger import Ledger
from dragoman.documents.words import parse_phrases
from dragoman.ledger.open import open_ledger
from dragoman.ledger.word_index import MOST_BYTES, written_words

TEXTS = {
    "en": "Nauru recognised Abkhazia, its foreign ministry said in Sukhumi.",
    "zh": "朝鲜承认顿涅茨克人民共和国，外务省说。",
    "ko": "북한은 도네츠크 인민공화국을 승인했다.",
    "th": "กระทรวงการต่างประเทศเกาหลีเหนือแถลง",
    "ar": "اعترفت سوريا بجمهورية دونيتسك الشعبية.",
    "ru": "Сирия признала её независимость, сообщил МИД.",
    "pt": "São Tomé e Príncipe rompeu relações com Taiwan.",
}


@pytest.fixture
def full(ledger: Ledger, clock: SetClock) -> Ledger:
    for number, (language, text) in enumerate(TEXTS.items()):
        clock.moment = MONDAY + timedelta(days=number)
        ledger.add(make_coding(make_document(text, language=language, name=language)), by="me")
    return ledger


def found(ledger: Ledger, query: str, **conditions: object) -> list[str]:
    return [match.document.name for match in ledger.search(parse_phrases(query), **conditions)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("abkhazia", ["en"]),
        ("SUKHUMI nauru", ["en"]),
        ('"foreign ministry"', ["en"]),
        ('"ministry foreign"', []),
        ("朝鲜", ["zh"]),
        ("顿涅茨克 朝鲜", ["zh"]),
        ("鲜朝", []),
        ("북한", ["ko"]),
        ("인민공화국", ["ko"]),
        ("เกาหลีเหนือ", ["th"]),
        ("سوريا", ["ar"]),
        ("сирия ее", ["ru"]),
        ("sao tome", ["pt"]),
        ("Taïwan", ["pt"]),
        ("atlantis", []),
        ("", []),
        ("a' OR 'b", []),
        ("NEAR(nauru abkhazia)", []),
    ],
)
def test_finds_words_and_phrases(full: Ledger, query: str, names: list[str]) -> None:
    assert found(full, query) == names


def test_tells_where_the_words_stand(full: Ledger) -> None:
    (match,) = full.search(parse_phrases("朝鲜 外务省"))
    assert [span.of(match.document.text) for span in match.spans] == ["朝鲜", "外务省"]


def test_gives_the_last_recorded_first(full: Ledger) -> None:
    full.add(make_coding(make_document("Abkhazia again.", name="later")), by="me")
    assert found(full, "abkhazia") == ["later", "en"]


def test_keeps_to_a_language(full: Ledger) -> None:
    assert found(full, "abkhazia", language="ru") == []
    assert found(full, "сирия", language="ru") == ["ru"]


def test_keeps_to_what_was_known(full: Ledger) -> None:
    assert found(full, "сирия", known=MONDAY + timedelta(days=4)) == []
    assert found(full, "сирия", known=MONDAY + timedelta(days=5)) == ["ru"]


def test_finds_what_was_recorded_together(ledger: Ledger) -> None:
    ledger.add_all([make_coding(make_document(text, name=name)) for name, text in TEXTS.items()], by="me")
    assert found(ledger, "북한") == ["ko"]


@given(st.text())
def test_any_text_can_be_looked_for_and_recorded(text: str) -> None:
    words = written_words(text)
    assert all(word.isascii() and word.replace("_", "").isalnum() and word == word.lower() for word in words)


def test_a_document_of_too_many_words_is_cut_in_the_index_alone() -> None:
    words = written_words(" ".join(map(str, range(200_000))))
    assert MOST_BYTES - 100 < sum(len(word) + 1 for word in words) <= MOST_BYTES
    with open_ledger("memory:") as ledger:
        assert found(ledger, "1") == []
