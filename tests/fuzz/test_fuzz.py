"""Two thousand hostile inputs: no crash, no hang, no quote that is not in the text.

Inputs are drawn from a fixed seed, so a failure can be had again. The sample reports give the
material that is cut, mixed and damaged; nothing is fetched.
"""

import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from dragoman.assembly.coding import code_bytes

INPUTS = 2_000
MOST_SECONDS = 5
SEED = 20_220_713
MEGABYTE = 1_000_000
# A megabyte of sentences is a book: it may take longer than a page, but it must end.
MOST_SECONDS_OF_A_BOOK = 60
NAMES = ("臺北", "東京", "서울", "Москва", "Αθήνα", "القاهرة", "ירושלים", "Łódź", "Eskişehir", "")
CHARSETS = (
    "gb18030 big5 shift_jis euc_jp euc_kr koi8-r cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256"
    " utf-16 utf-16-le utf-32"
).split()

pytestmark = [pytest.mark.model, pytest.mark.slow]

Maker = Callable[[random.Random, list[bytes]], tuple[str, bytes]]


def random_bytes(dice: random.Random, _: list[bytes]) -> tuple[str, bytes]:
    return "bytes.bin", dice.randbytes(dice.randrange(0, 2_000))


def random_unicode(dice: random.Random, _: list[bytes]) -> tuple[str, bytes]:
    points = (dice.randrange(0x11_0000) for _ in range(dice.randrange(0, 600)))
    return "page.txt", "".join(chr(p) for p in points if not 0xD800 <= p < 0xE000).encode()


def random_words(dice: random.Random, reports: list[bytes]) -> tuple[str, bytes]:
    words = dice.choice(reports).split()
    dice.shuffle(words)
    return "page.txt", b" ".join(words[: dice.randrange(1, 200)])


def damaged_report(dice: random.Random, reports: list[bytes]) -> tuple[str, bytes]:
    report = bytearray(dice.choice(reports)[: dice.randrange(10, 3_000)])
    for _ in range(dice.randrange(1, 40)):
        report[dice.randrange(len(report))] = dice.randrange(256)
    return dice.choice(["page.txt", "page.html", "page.md", "page.pdf", "page.xml"]), bytes(report)


def foreign_charset(dice: random.Random, reports: list[bytes]) -> tuple[str, bytes]:
    text = dice.choice(reports)[: dice.randrange(10, 3_000)].decode("utf-8", errors="ignore") + dice.choice(NAMES)
    return dice.choice(["page.txt", "page.html"]), text.encode(dice.choice(CHARSETS), errors="replace")


def deep_html(dice: random.Random, _: list[bytes]) -> tuple[str, bytes]:
    tag = dice.choice(["div", "b", "table", "blockquote", "svg", "p"])
    depth = dice.choice([10, 300, 20_000])
    return (
        "page.html",
        b"<html><body>" + f"<{tag}>".encode() * depth + b"Nauru recognised Abkhazia." + b"</body></html>",
    )


def hostile_html(dice: random.Random, _: list[bytes]) -> tuple[str, bytes]:
    pieces = [
        "<script>",
        "</b>",
        "&#x202e;",
        "&lt;",
        "<!--",
        "]]>",
        "<p>Russia recognised Abkhazia on 26 August 2008.</p>",
    ]
    pieces += [
        "<meta charset=utf-16>",
        "<![CDATA[",
        "\x00",
        "<style>",
        "<p hidden>",
        "&bogus;",
        "<title>",
        "<a href='javascript:'>",
    ]
    return "page.html", "".join(dice.choices(pieces, k=dice.randrange(1, 120))).encode()


def truncated_pdf(dice: random.Random, reports: list[bytes]) -> tuple[str, bytes]:
    pdfs = [r for r in reports if r.startswith(b"%PDF")] or [b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"]
    pdf = dice.choice(pdfs)
    return "page.pdf", pdf[: dice.randrange(5, len(pdf))]


MAKERS: tuple[Maker, ...] = (
    random_bytes,
    random_unicode,
    random_words,
    damaged_report,
    foreign_charset,
    hostile_html,
    truncated_pdf,
)
LONG_LINES = (
    b"a" * MEGABYTE,
    b"Nauru recognised Abkhazia. " * (MEGABYTE // 27),
    "“".encode() * (MEGABYTE // 3),
    b"2015 " * (MEGABYTE // 5),
    b"- - - " * (MEGABYTE // 6),
    "朝鲜".encode() * (MEGABYTE // 6),
)


class HangError(Exception):
    """An input took longer than it may."""


@pytest.fixture
def watch() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def check(name: str, content: bytes) -> None:
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    coding = code_bytes(content, name=name)
    signal.setitimer(signal.ITIMER_REAL, 0)
    if coding.document is None:
        assert coding.faults, f"{name}: neither a document nor a fault"
        return
    for claim in coding.claims:
        assert claim.evidence.quote == claim.evidence.span.of(coding.document.text)
        for participant in (*claim.actors, *claim.recipients):
            assert participant.mention.text == participant.mention.span.of(coding.document.text)


@pytest.mark.usefixtures("watch")
def test_no_input_crashes_hangs_or_gives_a_quote_that_is_not_there(root: Path) -> None:
    reports = [path.read_bytes() for path in sorted((root / "samples" / "reports").iterdir())]
    code_bytes(b"Russia recognised Abkhazia.", name="warm-up.txt")
    dice = random.Random(SEED)  # noqa: S311 - the same inputs each time, not a secret
    for number in range(INPUTS):
        name, content = dice.choice(MAKERS)(dice, reports)
        try:
            check(name, content)
        except Exception as error:
            raise AssertionError(f"input {number} ({name}, {len(content)} bytes): {content[:200]!r}") from error


@pytest.mark.usefixtures("watch")
@pytest.mark.parametrize("depth_seed", range(3))
def test_deeply_nested_pages_are_read(depth_seed: int) -> None:
    check(*deep_html(random.Random(depth_seed), []))  # noqa: S311 - as above


@pytest.mark.usefixtures("watch")
@pytest.mark.parametrize("content", LONG_LINES, ids=["letters", "sentences", "quotes", "years", "dashes", "han"])
def test_a_line_of_a_megabyte_does_not_hang(content: bytes) -> None:
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS_OF_A_BOOK)
    coding = code_bytes(content, name="line.txt")
    assert coding.document is not None or coding.faults
