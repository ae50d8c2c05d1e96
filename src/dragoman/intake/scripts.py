"""Scripts: which one a text is written in, and which languages are written in it."""

import re

SCRIPTS = (
    ("han", re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("hangul", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("greek", re.compile(r"[\u0370-\u03ff]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("georgian", re.compile(r"[\u10a0-\u10ff]")),
    ("armenian", re.compile(r"[\u0530-\u058f]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
    ("bengali", re.compile(r"[\u0980-\u09ff]")),
    ("gurmukhi", re.compile(r"[\u0a00-\u0a7f]")),
    ("gujarati", re.compile(r"[\u0a80-\u0aff]")),
    ("tamil", re.compile(r"[\u0b80-\u0bff]")),
    ("telugu", re.compile(r"[\u0c00-\u0c7f]")),
    ("kannada", re.compile(r"[\u0c80-\u0cff]")),
    ("malayalam", re.compile(r"[\u0d00-\u0d7f]")),
    ("sinhala", re.compile(r"[\u0d80-\u0dff]")),
    ("lao", re.compile(r"[\u0e80-\u0eff]")),
    ("tibetan", re.compile(r"[\u0f00-\u0fff]")),
    ("burmese", re.compile(r"[\u1000-\u109f]")),
    ("ethiopic", re.compile(r"[\u1200-\u139f]")),
    ("khmer", re.compile(r"[\u1780-\u17ff]")),
    ("thaana", re.compile(r"[\u0780-\u07bf]")),
    # What no other line holds: letters, but of no language that is told here.
    (
        "other",
        re.compile(r"[\u0700-\u077f\u07c0-\u08ff\u0b00-\u0b7f\u13a0-\u177f\u1800-\u1cff\u2c00-\u2dff\ua000-\uabff]"),
    ),
)
ONE_LANGUAGE = {
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
    "greek": "el",
    "hebrew": "he",
    "thai": "th",
    "georgian": "ka",
    "armenian": "hy",
    "bengali": "bn",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
    "sinhala": "si",
    "lao": "lo",
    "tibetan": "bo",
    "burmese": "my",
    "ethiopic": "am",
    "khmer": "km",
    "thaana": "dv",
}
"""Scripts in which nearly all that is printed is in one language."""

SHARED = {
    "cyrillic": frozenset("ru uk bg sr be mk kk ky tg mn ba tt".split()),
    "arabic": frozenset("ar fa ur ps ckb ug sd".split()),
    "devanagari": frozenset("hi mr ne sa bh gom mai bho new".split()),
}
"""Scripts that several languages share; Latin, which most share, is left out."""

SCRIPT_OF = {language: script for script, language in ONE_LANGUAGE.items()} | {
    language: script for script, languages in SHARED.items() for language in languages
}
LATIN_TOO = frozenset({"sr", "kk", "tt"})
# An East Asian character says about as much as three letters.
WEIGHTS = {"han": 3, "kana": 2, "hangul": 3}
LETTER = re.compile(r"[A-Za-z]")
BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\uabff\uac00-\ud7ff\uf900-\ufaff]")


def find_script(text: str) -> str | None:
    """Return the script of most of a text's letters, or ``None`` without letters.

    >>> find_script("Kyiv"), find_script("Київ"), find_script("1998")
    ('latin', 'cyrillic', None)
    """
    if text.isascii():
        return "latin" if LETTER.search(text) else None
    counts = count_scripts(text)
    if counts.get("kana", 0) * 8 > counts.get("han", 0) and counts.get("kana"):
        counts["kana"] += counts.get("han", 0)
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def count_scripts(text: str) -> dict[str, int]:
    """Return how much of a text is in each script, weighed by what a character says."""
    # Curly quotes and accents are no reason to look for thirty scripts.
    looked = SCRIPTS if BEYOND_LATIN.search(text) else (SCRIPTS[3],)
    return {name: len(pattern.findall(text)) * WEIGHTS.get(name, 1) for name, pattern in looked}


def is_written_in(language: str, script: str) -> bool:
    """Tell whether a language is written in a script.

    >>> is_written_in("uk", "cyrillic"), is_written_in("uk", "latin"), is_written_in("sr", "latin")
    (True, False, True)
    """
    own = SCRIPT_OF.get(language, "latin")
    return own == script or (script == "latin" and language in LATIN_TOO)
