"""Finds the cue that a block's wording matches, if there is one.

The kinds that ordinary sentences might imitate ("By 2017, exports…", "Published documents
show…") are guarded here; the looking up is in :mod:`dragoman.intake.cue_index`.
"""

import re
from dataclasses import dataclass

from dragoman.documents.cues import Cue, CueKind, CueMatch, LayoutCues, fold_wording
from dragoman.intake.cue_index import TRIM, index_cues
from dragoman.intake.days import find_days
from dragoman.intake.people import is_name_like

MAX_CUE_BLOCK = 600
MIN_CLAUSE = 6
LIMITS = {
    CueKind.BYLINE: 120,
    CueKind.CREDIT: 260,
    CueKind.CAPTION: 500,
    CueKind.DATED: 120,
    CueKind.ORIGINAL: 300,
    CueKind.RELATED: 220,
    CueKind.SHARE: 200,
    CueKind.LOGIN: 260,
    CueKind.NAVIGATION: 200,
    CueKind.ADVERTISEMENT: 200,
    CueKind.TAGS: 260,
    CueKind.COMMENT_THREAD: 160,
    CueKind.COMMENT_MARK: 60,
    CueKind.NOTE: 1_000_000,
}
LABEL_END = re.compile(r"\s{0,2}[:：]\s?")


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue, and where the wording stands in the block.

    Attributes:
        cue: Which wording it is.
        value_start: Offset in the block after the wording and its colon, where a value begins.
    """

    cue: Cue
    value_start: int


def find_cue(text: str, cues: LayoutCues) -> FoundCue | None:
    """Return the cue that the text of a block matches best, or ``None``.

    A cue that is the whole line wins over a label, a label over a beginning, these over
    the rest; among equals the longest wording wins.
    """
    if not text:
        return None
    head = text[:MAX_CUE_BLOCK]
    folded = fold_wording(head)
    index = index_cues(cues)
    for cue in index.find(folded):
        if len(text) <= LIMITS.get(cue.kind, MAX_CUE_BLOCK):
            found = FoundCue(cue, _value_start(head, cue))
            if _holds(text, found):
                return found
    return None


def _holds(text: str, found: FoundCue) -> bool:
    cue, value = found.cue, text[found.value_start :].strip()
    if cue.kind is CueKind.BYLINE:
        return is_name_like(value)
    if cue.kind is CueKind.DATED:
        return any(True for _ in find_days(text)) and not _is_clause(value)
    if cue.kind in {CueKind.CREDIT, CueKind.TAGS} and cue.match in {CueMatch.LABEL, CueMatch.START}:
        return not _is_clause(value) or cue.name == "photo-source" or (len(text) > len(value) and "@" in value)
    return True


def _is_clause(value: str) -> bool:
    """Tell whether a value reads as running text and not as names."""
    words = value.split()
    small = sum(1 for word in words if word[:1].islower() and word not in NAME_PARTICLES)
    return small >= MIN_CLAUSE and small * 2 > len(words) and value[-1:] in ".!?"


NAME_PARTICLES = frozenset(
    {
        "and",
        "by",
        "in",
        "of",
        "the",
        "for",
        "de",
        "la",
        "von",
        "van",
        "et",
        "y",
        "und",
        "from",
        "with",
        "editing",
        "writing",
    }
)


def _value_start(text: str, cue: Cue) -> int:
    """Return the offset in the unfolded text after the cue's wording."""
    if cue.match is CueMatch.LABEL:
        colon = LABEL_END.search(text)
        return colon.end() if colon else 0
    if cue.match is not CueMatch.START:
        return 0
    position, wanted = 0, cue.phrase
    skipped = len(text) - len(text.lstrip(TRIM)) if text[:1] != wanted[:1] else 0
    for position in range(skipped, min(len(text), skipped + 4 * len(wanted)) + 1):
        if len(fold_wording(text[skipped:position])) >= len(wanted):
            break
    colon = LABEL_END.match(text, position)
    return colon.end() if colon else position


def find_label(text: str, name: str) -> tuple[str, int]:
    """Return the metadata name and the offset of the value of a clause such as " Editing by B".

    A clause without wording of its own goes on with the name before it.
    """
    folded = fold_wording(text)
    for own, wording in CLAUSE_LABELS:
        if folded.startswith(wording):
            return own, text.casefold().index(wording) + len(wording) if wording in text.casefold() else len(text)
    return name, 0


CLAUSE_LABELS = (
    ("editor", "editing by"),
    ("editor", "edited by"),
    ("author", "writing by"),
    ("author", "additional reporting by"),
    ("author", "reporting by"),
    ("translator", "translated by"),
    ("photo-source", "photos by"),
)
