"""Words are found however they are written."""

import pytest

from dragoman.documents.words import find_phrases, find_words, parse_phrases


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Nauru recognised Abkhazia.", "abkhazia"),
        ("The FOREIGN ministry said so.", '"foreign ministry"'),
        ("朝鲜承认顿涅茨克人民共和国", "朝鲜"),
        ("朝鲜承认顿涅茨克人民共和国", "顿涅茨克 承认"),
        ("북한이 도네츠크를 승인했다", "북한"),
        ("북한이 도네츠크를 승인했다", "승인"),
        ("กระทรวงการต่างประเทศเกาหลีเหนือ", "เกาหลีเหนือ"),
        ("اعترفت سوريا بجمهورية دونيتسك", "سوريا"),
        ("اِعْتَرَفَتْ سُورِيَا", "سوريا"),
        ("Признала ли Сирия её?", "ее"),
        ("Україна розірвала відносини", "відносини"),
        ("São Tomé e Príncipe", "sao tome"),
        ("Sao Tome", "São Tomé"),
        ("Ｋｉｍ spoke", "kim"),
        ("Ελλάδα και Κύπρος", "ελλαδα κυπροσ"),
        ("キューバは日本と", "日本"),
    ],
)
def test_a_phrase_is_found(text: str, query: str) -> None:
    assert find_phrases(text, parse_phrases(query))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("The ministry is foreign.", '"foreign ministry"'),
        ("鲜朝", "朝鲜"),
        ("Abkhazian", "Abkhazia"),
        ("Nauru", "Nauru Abkhazia"),
        ("мой", "мои"),
    ],
)
def test_what_is_not_there_is_not_found(text: str, query: str) -> None:
    assert find_phrases(text, parse_phrases(query)) == ()


def test_places_are_those_of_the_text() -> None:
    text = "In Kyïv, 朝鲜 and Kyiv."
    places = find_phrases(text, parse_phrases("kyiv 朝鲜"))
    assert [span.of(text) for span in places] == ["Kyïv", "朝鲜", "Kyiv"]


@pytest.mark.parametrize("query", ["", "  ", "?!", '""', "́"])
def test_a_query_without_words_has_no_phrases(query: str) -> None:
    assert parse_phrases(query) == ()


def test_very_long_words_are_cut() -> None:
    assert [len(word.folded) for word in find_words("x" * 1000)] == [64]
