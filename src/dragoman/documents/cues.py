"""Wording that tells what a stretch of a page is, as plain data.

The cues are YAML under ``knowledge/data/layout``; :mod:`dragoman.knowledge.layout` loads
them into these types, and :mod:`dragoman.intake` combines them with layout: length,
punctuation, position, neighbours.
"""

from dataclasses import dataclass
from enum import StrEnum


class CueKind(StrEnum):
    """What a wording announces."""

    NOTE = "note"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    DATED = "dated"
    ORIGINAL = "original"
    COMMENT_FORM = "comment-form"
    COMMENT_FIELD = "comment-field"
    COMMENT_THREAD = "comment-thread"
    COMMENT_MARK = "comment-mark"
    RELATED = "related"
    SHARE = "share"
    LOGIN = "login"
    SUBSCRIPTION = "subscription"
    COOKIES = "cookies"
    NAVIGATION = "navigation"
    COPYRIGHT = "copyright"
    ADVERTISEMENT = "advertisement"
    TAGS = "tags"


class CueMatch(StrEnum):
    """Where in a block the wording must stand.

    ``LINE``: it is the whole block. ``LABEL``: a colon follows it. ``START`` and ``END``:
    the block begins or ends with it. ``WITHIN``: anywhere in the block.
    """

    LINE = "line"
    LABEL = "label"
    START = "start"
    END = "end"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording.

    Attributes:
        kind: What it announces.
        match: Where in a block it must stand.
        phrase: Folded wording; ``{n}`` stands for a number, ``{x}`` for up to 40 characters.
        language: ISO 639-1 code of the wording.
        name: Metadata name of what follows (``author``, ``published``), or the role of a
            note's voice (``translator``, ``editor``); ``""`` for other kinds.
    """

    kind: CueKind
    match: CueMatch
    phrase: str
    language: str
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class LayoutCues:
    """All cues of all languages; compared by identity, so that it can key a cache.

    Attributes:
        cues: In the order of the files.
        function_words: For each language, its commonest short words, folded.
        outlet_words: Words in the names of outlets and institutions that no person's name has, folded.
    """

    cues: tuple[Cue, ...]
    function_words: tuple[tuple[str, frozenset[str]], ...] = ()
    outlet_words: frozenset[str] = frozenset()


FOLDINGS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " ", "：": ":", "（": "(", "）": ")", "！": "!"}
)


def fold_wording(text: str) -> str:
    """Return a text in the form in which cues are compared.

    Case, kinds of quotation marks and runs of white space do not matter.

    >>> fold_wording("Translator’s  Note：")
    "translator's note:"
    """
    return " ".join(text.translate(FOLDINGS).casefold().split())
