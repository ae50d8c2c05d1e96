"""The cues of all languages in one index, by the way they are looked up.

Whole lines and labels are found by dictionary; beginnings by their first character; those
with wildcards behind one joint pattern, so that a block that matches none costs one try.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.documents.cues import Cue, CueMatch, LayoutCues

TRIM = " \t\n*•·|:>»→←›‹«-–—…_#=~.,!()[]✓✕×▼▲►▶"
NUMBERED = re.compile(r"^\d{1,2}[.)]?\s+")
WORD = re.compile(r"\w")
MAX_LINE = 120
MAX_LABEL = 80
MAX_END = 90
MAX_WITHIN = 400


@dataclass(frozen=True, slots=True)
class Patterns:
    """Cues with wildcards.

    Attributes:
        joint: Matches what any of them matches.
        each: The pattern of each cue, longest wording first.
    """

    joint: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], Cue], ...]


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues of all languages, by the way they are looked up."""

    lines: dict[str, Cue]
    line_patterns: Patterns
    labels: dict[str, Cue]
    starts: dict[str, Patterns]
    ends: Patterns
    within: tuple[tuple[str, Cue], ...]

    def find(self, folded: str) -> Iterator[Cue]:
        """Yield the cues that match a folded text, best first, before any guard."""
        bare = folded.strip(TRIM)
        yield from self._find_lines(folded, bare)
        head, colon, _ = folded[:MAX_LABEL].partition(":")
        if colon and head.strip(TRIM) in self.labels:
            yield self.labels[head.strip(TRIM)]
        for text in (folded, bare) if folded[:1] != bare[:1] else (folded,):
            patterns = self.starts.get(text[:1])
            if patterns is not None and patterns.joint.match(text):
                yield from (cue for pattern, cue in patterns.each if pattern.match(text))
        if self.ends.joint.search(folded[-MAX_END:]):
            yield from (cue for pattern, cue in self.ends.each if pattern.search(folded[-MAX_END:]))
        if len(folded) <= MAX_WITHIN:
            yield from (cue for phrase, cue in self.within if phrase in folded)

    def _find_lines(self, folded: str, bare: str) -> Iterator[Cue]:
        if len(folded) > MAX_LINE:
            return
        for key in (folded, bare, NUMBERED.sub("", bare)):
            if key in self.lines:
                yield self.lines[key]
        for text in (folded, bare):
            if self.line_patterns.joint.fullmatch(text):
                yield from (cue for pattern, cue in self.line_patterns.each if pattern.fullmatch(text))


@lru_cache(maxsize=4)
def index_cues(cues: LayoutCues) -> CueIndex:
    """Return the index of the cues; the same object for the same cues."""
    by_match: dict[CueMatch, list[Cue]] = {match: [] for match in CueMatch}
    # Wording without brackets explains a decision better than the same with them.
    for cue in sorted(cues.cues, key=lambda one: (one.phrase.strip(TRIM) != one.phrase, -len(one.phrase))):
        by_match[cue.match].append(cue)
    lines = [cue for cue in by_match[CueMatch.LINE] if "{" not in cue.phrase]
    return CueIndex(
        lines=_by_wording(lines, strip=False) | _by_wording(lines, strip=True),
        line_patterns=_patterns([cue for cue in by_match[CueMatch.LINE] if "{" in cue.phrase], ""),
        labels=_by_wording(by_match[CueMatch.LABEL], strip=True),
        starts={key: _patterns(found, "edge") for key, found in _by_first_character(by_match[CueMatch.START]).items()},
        ends=_patterns(by_match[CueMatch.END], r"[.)\]]?$"),
        within=tuple((cue.phrase, cue) for cue in by_match[CueMatch.WITHIN]),
    )


def _by_wording(cues: list[Cue], *, strip: bool) -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for cue in cues:
        table.setdefault(cue.phrase.strip(TRIM) if strip else cue.phrase, cue)
    table.pop("", None)
    return table


def _by_first_character(cues: list[Cue]) -> dict[str, list[Cue]]:
    table: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda one: -len(one.phrase)):
        for key in "0123456789" if cue.phrase.startswith("{n}") else cue.phrase[:1]:
            table.setdefault(key, []).append(cue)
    return table


def _patterns(cues: list[Cue], after: str) -> Patterns:
    sources = [_source(cue.phrase) + (_edge(cue.phrase) if after == "edge" else after) for cue in cues]
    joint = re.compile("|".join(sources) or r"(?!)")
    return Patterns(joint, tuple((re.compile(source), cue) for source, cue in zip(sources, cues, strict=True)))


def _source(phrase: str) -> str:
    return re.escape(phrase).replace(r"\{n\}", r"\d[\d.,]*k?").replace(r"\{x\}", ".{1,40}?")


def _edge(phrase: str) -> str:
    """Return what must follow a beginning: no letter, in scripts that set blanks between words."""
    last = phrase[-1:]
    is_spaced = (last.isascii() and WORD.match(last) is not None) or "\u00c0" <= last <= "\u04ff"
    return r"(?!\w)" if is_spaced else ""
