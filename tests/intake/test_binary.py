"""What is no text becomes a fault that says what it is; nothing is read out of it."""

import random
import zipfile
from io import BytesIO

import pytest

from dragoman.documents.cues import LayoutCues
from dragoman.errors import DateError
from dragoman.intake.options import ReadOptions
from dragoman.intake.read import read_document

SENTENCE = "Nauru recognised Abkhazia on 15 December 2009. "
NOISE = random.Random(7)  # noqa: S311 - the same bytes each time, not a secret


def archive() -> bytes:
    """Return an office document, which keeps its text uncompressed here."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/document.xml", SENTENCE * 20)
    return held.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a", "-"])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (archive(), "ZIP archive or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + SENTENCE.encode("utf-16-le") * 20, "old office document"),
        (b"{\\rtf1\\ansi " + SENTENCE.encode() + b"}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + SENTENCE.encode(), "picture"),
        (b"RIFF\x00\x00\x00\x00WEBP" + SENTENCE.encode(), "picture"),
        (b"\x1f\x8b\x08" + SENTENCE.encode(), "gzip"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel><item>' + SENTENCE.encode(), "feed"),
        (NOISE.randbytes(4_000), "no text in any character set"),
    ],
    ids=["docx", "doc", "rtf", "png", "webp", "gzip", "feed", "noise"],
)
def test_what_is_no_text_is_a_fault_that_names_it(content: bytes, kind: str, name: str, cues: LayoutCues) -> None:
    reading = read_document(content, name=name, cues=cues)
    assert reading.document is None
    assert kind in reading.faults[0].reason


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode() + b"\x00\x0c\x07" + SENTENCE.encode() * 5,
        (SENTENCE * 3).encode("utf-16-le"),
        SENTENCE.encode(),
    ],
)
def test_a_stray_control_character_is_no_reason_to_refuse_a_text(content: bytes, cues: LayoutCues) -> None:
    assert read_document(content, name="a.txt", cues=cues).document is not None


@pytest.mark.parametrize("day", ["soon", "2022-13-45", ""])
def test_a_day_of_publication_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(DateError):
        ReadOptions(published=day)
