"""Which character sets could be meant by bytes that are not UTF-8, and what speaks against each.

Nearly every byte is a letter in nearly every old character set, so that a wrong one rarely fails:
it shows. Letters of two scripts stand in one word, a capital follows a small letter, a sign stands
between letters, a rare character where a common one is due. Each such place is an oddity. Two
character sets without oddities that read the bytes differently are a doubt, and a doubt is named.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

SAMPLE = 20_000
MOST_WORDS = 300
SHOWN = 3
# In the order in which pages use them: the earlier of two equals is taken.
CANDIDATES = (
    "cp1252 cp1251 gb18030 cp932 cp949 big5hkscs cp1250 cp1254 cp1256 cp1253 cp1255 koi8-u euc_jp iso8859-2 cp1257"
    " iso8859-15 iso8859-5 iso8859-7 iso8859-6 iso8859-8 cp866 cp874 cp1258"
).split()
# White space, and marks that stand between words in all scripts.
GAP = (
    r"\s!-/:-@\[-`{-~\u00a0\u00a1\u00a7\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u00bf\u05be\u060c\u061b\u061f"
    r"\u2010-\u203a\u20ac\u2122\u3000-\u303f\u30fb\uff00-\uff20\uff3b-\uff65"
)
WORD = re.compile(rf"[^{GAP}\x80-\x9f]*[^\x00-\x7f{GAP}\x80-\x9f][^{GAP}\x80-\x9f]*|[\x80-\x9f]")
INNER_MARK = re.compile(r"(?<=[^\W\d_])[‹›“„«‚‡†…‰•](?=[^\W\d_])")
RANGES = (
    (0x41, 0x24F, "latin"),
    (0x1E00, 0x1EFF, "latin"),
    (0x370, 0x3FF, "greek"),
    (0x400, 0x52F, "cyrillic"),
    (0x590, 0x5FF, "hebrew"),
    (0x600, 0x6FF, "arabic"),
    (0xE00, 0xE7F, "thai"),
    (0x2010, 0x203A, "mark"),
    (0x3000, 0x303F, "mark"),
    (0x3040, 0x30FF, "east"),
    (0x3400, 0x9FFF, "east"),
    (0xAC00, 0xD7AF, "hangul"),
    (0xFF00, 0xFF60, "mark"),
)
# Two bytes of a Latin word read as one Chinese character stand between its letters.
ALONE = frozenset({"greek", "cyrillic", "hebrew", "arabic", "thai", "east", "hangul"})
MOST_ACCENTS = 0.5
ENOUGH_LETTERS = 12
RARE = 0.5
# Words in capitals are rare; in KOI8, small Cyrillic letters of other sets are capitals.
CAPITALS = 0.4
SHORT = 2
GB_COMMON = (0xB0, 0xD7)
BIG5_COMMON = (0xA4, 0xC6)


@dataclass(frozen=True, slots=True)
class Trial:
    """What a text looks like when its bytes are read in one character set.

    Attributes:
        encoding: Python's name of the character set.
        words: The words that are not ASCII, in order.
        oddity: What speaks against it, per such word: 0 for nothing.
    """

    encoding: str
    words: tuple[str, ...]
    oddity: float


def find_trials(content: bytes, *, first: str | None = None) -> list[Trial]:
    """Return the character sets that can read some bytes, the likeliest first.

    Args:
        content: Bytes that are not UTF-8.
        first: The character set to prefer among equals, or ``None``.
    """
    names = list(dict.fromkeys(([first] if first else []) + CANDIDATES))
    found = [trial for name in names if (trial := try_encoding(content, name)) is not None]
    return sorted(found, key=lambda trial: trial.oddity)


def try_encoding(content: bytes, encoding: str) -> Trial | None:
    """Return what bytes look like in a character set, or ``None`` when it cannot read them."""
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    found = list(islice(WORD.finditer(text[:SAMPLE]), MOST_WORDS))
    words = tuple(word[0] for word in found)
    letters = Counter(_script(char) for word in words for char in word if not char.isascii())
    counts = Counter(words)
    odd = sum(_oddity(word) * count for word, count in counts.items()) + len(
        INNER_MARK.findall(text[: found[-1].end() + 1 if found else 0])
    )
    oddity = odd / len(words) if words else 0.0
    # Runs of letters that are all accented are another script.
    return Trial(encoding, words, oddity + _accents(words, letters))


def differences(one: Trial, other: Trial) -> list[tuple[str, str]]:
    """Return the first words that two character sets read differently."""
    pairs = zip(one.words, other.words, strict=False)
    return list(dict.fromkeys((a, b) for a, b in pairs if a != b))[:SHOWN]


def _accents(words: tuple[str, ...], letters: Counter[str]) -> float:
    plain = sum(char.isascii() and char.isalpha() for word in words for char in word)
    accented = letters["latin"]
    is_much = accented >= ENOUGH_LETTERS and accented > MOST_ACCENTS * (plain + accented)
    return 1.0 if is_much else 0.0


def _oddity(word: str) -> float:
    scripts = {_script(char) for char in word if char.isalpha()}
    odd = CAPITALS if len(word) > SHORT and word.isupper() and not word.isascii() else 0.0
    odd += 1.0 if len(scripts) > 1 and scripts & ALONE else 0.0
    odd += sum(1.0 for char in word if not char.isalpha() and not char.isascii())
    odd += sum(1.0 for a, b in pairwise(word) if a.islower() and b.isupper() and not (a + b).isascii())
    return odd + sum(_rareness(char) for char in word if not char.isascii())


@lru_cache(maxsize=20_000)
def _rareness(char: str) -> float:
    """Return how odd a character is by itself: East Asian ones outside the common lists, halves and marks."""
    if "\uff61" <= char <= "\uff9f":
        return 1.0
    if _script(char) == "east" and char >= "\u3400":
        return 0.0 if _is_in(char, "gb2312", GB_COMMON) or _is_in(char, "big5", BIG5_COMMON) else RARE
    if _script(char) == "hangul":
        return 0.0 if _is_in(char, "euc_kr", (0xB0, 0xC8)) else RARE
    return 0.0 if char.isprintable() else 2.0


def _is_in(char: str, encoding: str, lead: tuple[int, int]) -> bool:
    try:
        return lead[0] <= char.encode(encoding)[0] <= lead[1]
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=20_000)
def _script(char: str) -> str:
    code = ord(char)
    return next((name for low, high, name in RANGES if low <= code <= high), "other")


def find_wide(content: bytes) -> Iterator[str]:
    """Yield UTF-32 and UTF-16 without a mark, where the bytes hold control characters and both read as letters."""
    sample = content[: SAMPLE * 4]
    if not any(byte < ord("\t") for byte in sample):
        return
    for encoding, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(content) % size == 0 and _reads_well(sample[: len(sample) // size * size], encoding):
            yield encoding


def _reads_well(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, errors="replace")
    known = sum(
        1 for char in text if char.isspace() or (char.isprintable() and _script(char) != "other") or char < "\x7f"
    )
    rare = sum(_rareness(char) for char in text if not char.isascii())
    return "\ufffd" not in text[:-1] and known >= 0.9 * len(text) and rare <= 0.1 * len(text)
