"""Bytes to characters: which character set, and which step decided it.

The steps, first that answers wins: a byte order mark, what the caller or a header says,
what the markup says, UTF-16 by its zero bytes, strict UTF-8, a detector
(``faust-cchardet``, which read 22 of 22 encodings where charset-normalizer read 18). What is
declared is passed over where the bytes contradict it, and the detector where what it says looks
odd; whatever stays doubtful is said (:mod:`dragoman.intake.charset`).
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.intake.charset import Trial, differences, find_trials, find_wide, try_encoding

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")
# What the WHATWG encoding standard reads these labels as: the superset that pages mean.
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
MARKUP_HEAD = 4096
SAMPLE = 200_000
FEWEST_ZEROS = 3
# A character of several bytes in UTF-8: two of them are no accident.
SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
FEWEST_SEQUENCES = 2
# In UTF-8 with some damage, characters that are whole are many more than broken ones.
FEW_BROKEN = 4
BROKEN = re.compile("\ufffd+")
ESCAPES = re.compile(rb"\x1b\$(?:[@AB]|\([CD]|\)C)")
# Oddities per word: from which on a reading is suspect or doubtful, up to which it is plain, and what makes no
# difference. What is only suspect must be so in some more words.
SUSPECT = 0.3
FEW_WORDS = 6
ODD = 0.8
PLAIN = 0.1
MARGIN = 0.3
# From so many words on the detector has seen enough to tell, say, Polish from French.
MANY_WORDS = 40
# Sets that pages hardly use without saying so.
RARE = frozenset(
    {
        "cp1257",
        "cp1258",
        "iso8859-15",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "cp874",
        "euc_jp",
        "iso8859-5",
        "iso8859-2",
    }
)
# Line ends of all systems and scripts, and the control characters that stores refuse.
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and how they were found.

    Attributes:
        text: The characters; line ends are line feeds, control characters are U+FFFD.
        encoding: Python's name of the character set.
        basis: Which step decided: bom, given, header, meta, utf-8, zeros, detector.
        changes: What was replaced: ``line ends``, ``control characters``, ``broken bytes``.
        doubts: What is not sure, as sentences.
    """

    text: str
    encoding: str
    basis: str
    changes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def decode_bytes(content: bytes, *, declared: str | None = None, basis: str = "given") -> Decoded:
    """Decode the bytes of a text; every sequence of bytes gives some text.

    Args:
        content: The bytes.
        declared: Character set that the caller or a header names, or ``None``.
        basis: Who named it: ``given`` or ``header``.

    Returns:
        The text with the encoding, the step that decided it, and what is in doubt. A declared
        encoding that does not fit the bytes is passed over.
    """
    doubts: list[str] = []
    for encoding, step in _stated(content, declared, basis):
        body = _without_mark(content, encoding)
        reason = "" if step == "bom" else _contradiction(body, encoding)
        if not reason:
            try:
                return _cleaned(body.decode(encoding), encoding, step)
            except (UnicodeDecodeError, LookupError):
                reason = "it does not fit the bytes"
        doubts.append(f"its character set is said to be {encoding}, but {reason}.")
    found = _found(content)
    if doubts:
        doubts[-1] = f"{doubts[-1].removesuffix('.')}; it was read as {found.encoding}."
    return replace(found, doubts=(*doubts, *found.doubts))


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with line feeds as line ends and control characters as U+FFFD, and what was changed."""
    changes: list[str] = []
    result = LINE_ENDS.sub("\n", text)
    if result != text:
        changes.append("line ends")
    cleaned = CONTROLS.sub("\ufffd", result)
    if cleaned != result:
        changes.append("control characters")
    return cleaned, tuple(changes)


def _stated(content: bytes, declared: str | None, basis: str) -> Iterator[tuple[str, str]]:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            yield encoding, "bom"
    if declared:
        yield _superset(declared), basis
    for found in _declared_in_markup(content[:MARKUP_HEAD]):
        yield _superset(found), "meta"


def _contradiction(content: bytes, encoding: str) -> str:
    """Return what the bytes say against a character set that is stated, or ``""``."""
    sample = content[:SAMPLE]
    if content.isascii():
        return "it does not fit the bytes" if encoding.startswith(("utf-16", "utf-32")) else ""
    if encoding in {"utf-8", "utf-8-sig"}:
        return ""
    if len(SEQUENCE.findall(sample)) >= FEWEST_SEQUENCES and _is_utf8(content):
        return "the bytes are UTF-8"
    stated = try_encoding(sample, encoding)
    if stated is None or stated.oddity < SUSPECT:
        return ""
    best = next((trial for trial in find_trials(sample, first=_detected(content)) if trial.oddity <= PLAIN), None)
    needed = FEWEST_SEQUENCES if stated.oddity >= ODD else FEW_WORDS
    if best is None or len(best.words) < needed:
        return ""
    return f"it would read {stated.words[0]!r} where {best.words[0]!r} is meant"


def _found(content: bytes) -> Decoded:
    """Decode bytes of which nothing says what they are."""
    for guess in (_zeros, _escapes):
        encoding = guess(content)
        if encoding is not None:
            return _cleaned(
                content.decode(encoding, errors="replace"), encoding, "zeros" if guess is _zeros else "escapes"
            )
    for wide in find_wide(content):
        return _cleaned(content.decode(wide, errors="replace"), wide, "zeros")
    if _is_utf8(content):
        return _cleaned(content.decode("utf-8"), "utf-8", "utf-8")
    few = _few_zeros(content)
    if few is not None:
        return _cleaned(content.decode(few, errors="replace"), few, "zeros")
    text = content.decode("utf-8", errors="replace")
    broken = len(BROKEN.findall(text))
    if sum(1 for char in text if char > "\x7f" and char != "\ufffd") >= FEW_BROKEN * broken:
        places = "One place in it is" if broken == 1 else f"{broken} places in it are"
        return _cleaned(
            text, "utf-8", "utf-8", broken=True, doubts=(f"{places} not UTF-8 as the rest is, and cannot be read.",)
        )
    return _detected_text(content)


def _detected_text(content: bytes) -> Decoded:
    named = _detected(content)
    trials = find_trials(content[:SAMPLE], first=named)
    if not trials:
        said = ("its bytes are in no character set that is known, and what cannot be read shows as \ufffd.",)
        return _cleaned(content.decode("utf-8", errors="replace"), "utf-8", "fallback", broken=True, doubts=said)
    likely = next((trial for trial in trials if trial.encoding == named), None)
    best = likely if likely is not None and likely.oddity <= trials[0].oddity + MARGIN else trials[0]
    text = content.decode(best.encoding, errors="replace")
    return _cleaned(text, best.encoding, "detector", broken="\ufffd" in text, doubts=_doubts(best, trials))


def _doubts(best: Trial, trials: list[Trial]) -> tuple[str, ...]:
    if best.oddity >= ODD:
        return (f"its character set is a guess ({best.encoding}), and words look odd: {', '.join(best.words[:3])}.",)
    if len(best.words) >= MANY_WORDS:
        return ()
    rivals = [
        trial
        for trial in trials
        if trial.encoding not in {best.encoding, *RARE} and trial.oddity <= best.oddity + MARGIN
    ]
    for rival in rivals:
        for one, other in differences(best, rival)[:1]:
            said = (
                f"its character set is a guess: {best.encoding} reads {one!r} where {rival.encoding} reads {other!r}."
            )
            return (said,)
    return ()


def _declared_in_markup(head: bytes) -> Iterator[str]:
    for pattern in (XML, META):
        found = pattern.search(head)
        # A page that names UTF-16 in ASCII letters is not in UTF-16.
        if found is not None and not found[1].lower().startswith(b"utf-16"):
            yield found[1].decode("ascii")


def _superset(name: str) -> str:
    try:
        canonical = codecs.lookup(name).name
    except LookupError:
        return name
    return SUPERSETS.get(canonical, canonical)


def _zeros(content: bytes) -> str | None:
    """Tell UTF-16 of mostly Latin letters without a mark: every other byte is zero."""
    return _utf16(content, share=0.2)


def _few_zeros(content: bytes) -> str | None:
    """Tell UTF-16 of other scripts, where only blanks and line ends have a zero byte."""
    return _utf16(content, share=0.02)


def _utf16(content: bytes, *, share: float) -> str | None:
    sample = content[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    wanted = max(FEWEST_ZEROS, share * len(sample) / 2)
    for first, second, encoding in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        if second >= wanted and second > 10 * first and len(content) % 2 == 0:
            return encoding
    return None


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _escapes(content: bytes) -> str | None:
    """Tell ISO 2022, which switches by escape characters between ASCII and an East Asian set."""
    found = ESCAPES.search(content) if content.isascii() else None
    if found is None:
        return None
    encoding = "iso2022_kr" if found[0].endswith(b")C") else "iso2022_jp_2"
    return encoding if try_encoding(content, encoding) is not None else None


def _detected(content: bytes) -> str | None:
    # Loaded only for texts that are not UTF-8.
    import cchardet

    name = cchardet.detect(content[:SAMPLE]).get("encoding")
    return _superset(str(name)) if name else None


def _without_mark(content: bytes, encoding: str) -> bytes:
    for mark, name in MARKS:
        if name == encoding and content.startswith(mark):
            return content[len(mark) :]
    return content


def _cleaned(text: str, encoding: str, step: str, *, broken: bool = False, doubts: tuple[str, ...] = ()) -> Decoded:
    cleaned, changes = clean_text(text)
    return Decoded(cleaned, encoding, step, changes + (("broken bytes",) if broken else ()), doubts)
