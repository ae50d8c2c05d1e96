"""Bytes in old character sets are read right, or the doubt is named; they are never read wrong in silence."""

import pytest

from dragoman.documents.cues import LayoutCues
from dragoman.intake.encoding import decode_bytes
from dragoman.intake.options import ReadOptions
from dragoman.intake.read import read_document

REST = " Both sides signed three papers on trade. The ceremony in the capital lasted an hour."
TEXTS = {
    "English, Chinese names": (
        "The embassy in Managua (中国大使馆) reopened, Ambassador Li (李) said." + REST,
        "gb18030 gbk gb2312",
    ),
    "English, Taiwanese names": (
        "The office in Taipei (臺北) said on Friday that Ms Chen (陳) would leave." + REST,
        "big5",
    ),
    "English, Japanese names": (
        "The embassy in Tokyo (東京) said that Mr Sato (佐藤) would leave." + REST,
        "shift_jis euc_jp iso2022_jp",
    ),
    "English, Korean names": (
        "The embassy in Seoul (서울) said that Mr Park (박진) would leave." + REST,
        "euc_kr cp949",
    ),
    "English, Russian names": (
        "The embassy in Moscow (Москва) said that Mr Ivanov (Иванов) would leave." + REST,
        "koi8-r cp1251 iso8859-5 cp866",
    ),
    "English, Polish names": ("Józef Więckowski left Łódź – the “accords” are signed." + REST, "cp1250"),
    "English, French names": (
        "The envoy of Côte d’Ivoire, Désiré Ngom, left Yaoundé – the “accords” are signed." + REST,
        "cp1252",
    ),
    "English, Greek names": (
        "The embassy in Athens (Αθήνα) said that Mr Pappas (Παππάς) would leave." + REST,
        "cp1253 iso8859-7",
    ),
    "English, Turkish names": ("President Erdoğan met Ambassador Işık in Eskişehir, Çağlar said." + REST, "cp1254"),
    "English, Hebrew names": (
        "The embassy in Jerusalem (ירושלים) said that Mr Levi (לוי) would leave." + REST,
        "cp1255",
    ),
    "English, Arabic names": ("The embassy in Cairo (القاهرة) said that Mr Salem (سالم) would leave." + REST, "cp1256"),
    "Russian": (
        "Посол вернулся в столицу в пятницу. Обе стороны подписали три соглашения.",
        "koi8-r cp1251 iso8859-5 cp866 utf-16-le utf-16-be",
    ),
    "Ukrainian": (
        "Посол повернувся до столиці в п'ятницю. Сторони підписали три угоди про її відкриття.",
        "koi8-u cp1251",
    ),
    "Czech": (
        "Velvyslanec se v pátek vrátil do hlavního města. Obě strany se těší na další schůzku.",
        "cp1250 iso8859-2",
    ),
    "Polish": (
        "Ambasador wrócił w piątek do stolicy. Obie strony cieszą się na następne spotkanie w Łodzi.",
        "cp1250 iso8859-2",
    ),
    "Hungarian": (
        "A nagykövet pénteken visszatért a fővárosba. Mindkét fél örül a következő találkozónak.",
        "cp1250 iso8859-2",
    ),
    "French": ("L’ambassadeur est rentré à Yaoundé vendredi. Les deux côtés ont signé trois accords.", "cp1252"),
    "Greek": (
        "Ο πρέσβης επέστρεψε στην πρωτεύουσα την Παρασκευή. Οι δύο πλευρές υπέγραψαν συμφωνίες.",
        "cp1253 iso8859-7",
    ),
    "Turkish": ("Büyükelçi cuma günü başkente döndü. İki taraf üç anlaşma imzaladı.", "cp1254"),
    "Hebrew": ("השגריר חזר לבירה ביום שישי. שני הצדדים חתמו על שלושה הסכמים.", "cp1255"),
    "Arabic": ("عاد السفير إلى العاصمة يوم الجمعة. ووقع الجانبان ثلاث اتفاقيات.", "cp1256 iso8859-6"),
    "Chinese": ("大使周五返回首都。双方签署了三项协议。", "gb18030 utf-16-le utf-16-be"),
    "Chinese of Taiwan": ("大使週五返回首都。雙方簽署了三項協議。", "big5"),
    "Japanese": ("大使は金曜日に首都に戻りました。双方は三つの協定に署名した。", "shift_jis euc_jp"),
    "Korean": ("대사는 금요일에 수도로 돌아왔다. 양측은 세 가지 협정에 서명했다.", "euc_kr"),
    "German": ("Der Botschafter kehrte am Freitag zurück.", "cp1252 utf-16-le utf-16-be utf-32-le utf-32-be"),
}
MATRIX = [(name, encoding) for name, (_, encodings) in TEXTS.items() for encoding in encodings.split()]
# A handful of such characters is as good in two sets: they must be doubted.
UNDECIDED = {
    ("English, Japanese names", "euc_jp"),
    ("English, Korean names", "euc_kr"),
    ("English, Korean names", "cp949"),
}
MIXED = ("The envoy of Côte d’Ivoire left Yaoundé on Friday – and the “accords” were signed. " * 3).encode()


@pytest.mark.parametrize(("name", "encoding"), [one for one in MATRIX if one not in UNDECIDED])
def test_short_texts_are_read_right(name: str, encoding: str) -> None:
    text = TEXTS[name][0]
    assert decode_bytes(text.encode(encoding)).text == text


@pytest.mark.parametrize(("name", "encoding"), MATRIX)
@pytest.mark.parametrize("times", [1, 3])
def test_nothing_is_read_wrong_in_silence(name: str, encoding: str, times: int) -> None:
    text = " ".join([TEXTS[name][0]] * times)
    decoded = decode_bytes(text.encode(encoding))
    assert decoded.text == text or decoded.doubts


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "gb18030", "big5", "shift_jis"])
def test_long_texts_leave_no_doubt(encoding: str) -> None:
    text = " ".join([next(text for text, encodings in TEXTS.values() if encoding in encodings.split())] * 40)
    assert decode_bytes(text.encode(encoding)).doubts == ()


@pytest.mark.parametrize(
    "content",
    [
        MIXED[:40] + b"\xe9" + MIXED[40:],
        MIXED[:41] + MIXED[42:],
        MIXED + b"\xe2\x80",
        MIXED.replace(b"\xc3\xa9", b"\xe9", 1),
    ],
    ids=["a byte more", "a byte less", "cut at the end", "one word in another set"],
)
def test_a_few_broken_bytes_leave_the_rest_as_it_is(content: bytes) -> None:
    decoded = decode_bytes(content)
    assert "Côte d’Ivoire" in decoded.text
    assert "“accords”" in decoded.text
    assert "not UTF-8" in decoded.doubts[0]


@pytest.mark.parametrize(
    ("declared", "encoding", "name"),
    [
        ("utf-8", "cp1251", "Russian"),
        ("utf-8", "gb18030", "Chinese"),
        ("windows-1252", "utf-8", "Russian"),
        ("gb2312", "utf-8", "Chinese"),
        ("iso-8859-1", "cp1251", "Russian"),
        ("koi8-r", "cp1251", "Russian"),
        ("windows-1251", "koi8-r", "Russian"),
        ("iso-8859-1", "shift_jis", "Japanese"),
        ("no-such-set", "utf-8", "French"),
        ("utf-16", "utf-8", "French"),
    ],
)
def test_a_wrong_declaration_is_passed_over_and_named(declared: str, encoding: str, name: str) -> None:
    text = TEXTS[name][0]
    for decoded in (
        decode_bytes(text.encode(encoding), declared=declared, basis="header"),
        decode_bytes(f"<meta charset='{declared}'>{text}".encode(encoding)),
        decode_bytes(f"<?xml version='1.0' encoding='{declared}'?>{text}".encode(encoding)),
    ):
        assert text in decoded.text
        assert decoded.doubts or declared == "utf-16"


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("windows-1252", "French"),
        ("windows-1251", "Ukrainian"),
        ("koi8-r", "Russian"),
        ("gbk", "Chinese"),
        ("big5", "Chinese of Taiwan"),
        ("shift_jis", "Japanese"),
        ("euc-kr", "Korean"),
        ("windows-1256", "Arabic"),
        ("windows-1250", "Polish"),
        ("euc-kr", "English, Korean names"),
    ],
)
def test_a_right_declaration_is_honoured_without_doubt(declared: str, name: str) -> None:
    text = TEXTS[name][0]
    decoded = decode_bytes(f"<html><head><meta charset={declared}></head><p>{text}</p></html>".encode(declared))
    assert text in decoded.text
    assert (decoded.basis, decoded.doubts) == ("meta", ())


def test_a_doubt_is_a_fault_of_the_document(cues: LayoutCues) -> None:
    content = TEXTS["English, Korean names"][0].encode("euc_kr")
    reading = read_document(content, name="page.txt", cues=cues)
    assert reading.document is not None
    assert "character set is a guess" in reading.faults[0].reason
    told = read_document(content, name="page.txt", cues=cues, options=ReadOptions(encoding="euc-kr"))
    assert told.faults == ()
