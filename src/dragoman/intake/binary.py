"""Bytes that hold no text to read: archives, office files, pictures, programs.

They are told before anything is decoded, since every byte is a letter in some character set, and
an archive may hold readable sentences of which nobody knows whose they are.
"""

from dragoman.intake.encoding import decode_bytes

KINDS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\x00", "compressed with xz"),
    (b"(\xb5/\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a table in Parquet"),
)
INNER_KINDS: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "a film or picture"),
    (8, b"WEBP", "a picture"),
    (8, b"WAVE", "a recording"),
)
SAMPLE = 50_000
# Old pages have a stray control character or two; what is no text has one in ten characters.
MOST_CONTROLS = 0.02
CONTROLS = bytes({*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
REPLACED = "\ufffd"


def find_binary(content: bytes) -> str | None:
    r"""Return what kind of file some bytes are, or ``None`` when they may be text.

    >>> find_binary(b"PK\x03\x04...")
    'a ZIP archive or an office document'
    """
    for mark, kind in KINDS:
        if content.startswith(mark):
            return kind
    return next((kind for at, mark, kind in INNER_KINDS if content[at : at + len(mark)] == mark), None)


def is_noise(content: bytes) -> bool:
    """Tell whether bytes hold so many control characters that they are no text in any character set."""
    sample = content[: SAMPLE - SAMPLE % 4]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls <= MOST_CONTROLS * len(sample) + 1:
        return False
    # In UTF-16 a control character is half of a letter.
    text = decode_bytes(sample).text
    return text.count(REPLACED) > MOST_CONTROLS * len(text) + 1
