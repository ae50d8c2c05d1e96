"""Character sets are found, and the step that decided is recorded."""

import pytest

from dragoman.intake.encoding import decode_bytes

ENGLISH = "The embassy “in the capital” was closed – the ministry said. "
FRENCH = "L’ambassadeur a été rappelé après la réunion à Genève, dit le ministère des Affaires étrangères. " * 4
RUSSIAN = "Министерство иностранных дел объявило о разрыве дипломатических отношений с соседней страной. " * 4
CHINESE = "外交部发言人周四宣布，两国决定恢复大使级外交关系，并将在年底前互派大使。" * 6
JAPANESE = "外務省は木曜日、両国が外交関係を回復することを決定したと発表しました。大使館は来年開設されます。" * 6
KOREAN = "외무성은 목요일 두 나라가 외교 관계를 회복하기로 결정했다고 발표했습니다. 대사관은 내년에 열립니다. " * 6
TRADITIONAL = "外交部發言人週四宣布，兩國決定恢復大使級外交關係，並將在年底前互派大使。" * 6


@pytest.mark.parametrize(
    ("text", "encoding", "basis"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "bom"),
        (RUSSIAN, "utf-16", "bom"),
        (ENGLISH, "utf-16-le", "zeros"),
        (ENGLISH, "utf-16-be", "zeros"),
        (ENGLISH * 4, "cp1252", "detector"),
        (FRENCH, "cp1252", "detector"),
        (RUSSIAN, "cp1251", "detector"),
        (RUSSIAN, "koi8-r", "detector"),
        (RUSSIAN, "iso8859-5", "detector"),
        (CHINESE, "gb18030", "detector"),
        (CHINESE, "gbk", "detector"),
        (TRADITIONAL, "big5", "detector"),
        (JAPANESE, "shift_jis", "detector"),
        (KOREAN, "euc_kr", "detector"),
    ],
)
def test_texts_come_back_from_their_bytes(text: str, encoding: str, basis: str) -> None:
    decoded = decode_bytes(text.encode(encoding))
    assert (decoded.text, decoded.basis) == (text, basis)


def test_a_header_is_believed_when_it_fits() -> None:
    decoded = decode_bytes("Ж".encode("cp1251"), declared="windows-1251", basis="header")
    assert (decoded.text, decoded.encoding, decoded.basis) == ("Ж", "cp1251", "header")


def test_a_header_that_does_not_fit_is_passed_over() -> None:
    decoded = decode_bytes("déjà".encode(), declared="ascii-nonsense", basis="header")
    assert (decoded.text, decoded.basis) == ("déjà", "utf-8")


def test_a_meta_tag_decides_before_utf_8() -> None:
    decoded = decode_bytes(b"<meta charset='windows-1251'>" + "Мир".encode("cp1251"))
    assert decoded.text.endswith("Мир")
    assert decoded.basis == "meta"


def test_line_ends_and_control_characters_are_replaced_and_it_is_said() -> None:
    decoded = decode_bytes(b"a\r\nb\x00c\rd")
    assert decoded.text == "a\nb\ufffdc\nd"
    assert decoded.changes == ("line ends", "control characters")


def test_every_byte_gives_some_text() -> None:
    assert decode_bytes(bytes(range(256))).text
