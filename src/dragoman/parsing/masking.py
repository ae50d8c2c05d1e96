"""A plainer rendering of a text for the parser, with the way back to every character.

A statistical parser trips over what news pages are full of: long names of states, scare quotes
around two words, spaced dashes used as commas, non-breaking spaces. Here such stretches are
replaced by a plain word of the same kind before parsing; afterwards every token gets back the
characters and the offsets of the document. Nothing of the replacement is ever quoted.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dragoman.documents.span import Span
from dragoman.parsing.offices import find_offices

_SCARE_QUOTES = re.compile(r"[“‘\"]((?:[^\W\d_][\w’'-]*)(?:[ -][^\W\d_][\w’'-]*){0,3})[”’\"](?!\w)")
_SPACED_DASHES = (" – ", " — ", " - ")
_DASHED = re.compile(
    r"(?P<before>\S+ \S+ \S+|\S+ \S+|\S+) [–—-] (?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4}) [–—-] "
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_MONTH_NAME = re.compile(_MONTH)
# A dot belongs to a short form; after a full name it ends the sentence.
_DOTTED = r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|" + _MONTH + ")"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_DOTTED}(?:,? \d{{4}})?)"
    r"(?P<comma>,(?= that\b))?(?!\w)"
)
_NAMEWORD = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?(?:[’']s\b)?|[’']s?|[^\w\s]")
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_OPENING_DAY = (
    rf"[12]\d{{3}}|{_MONTH}(?:\.?(?: [12]\d{{3}}| \d{{1,2}}(?:st|nd|rd|th)?))?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:\.? [12]\d{{3}})?|{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?"
)
# "In 1976 Algeria recognised", "On Friday Peru recognised": without a comma the day is read as part of the name.
_COUNT = r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Tt]en|[Ss]everal|[Ss]ome|\d{1,2})"
_OPENING_TIME = (
    rf"{_COUNT} (?:hour|day|week|month|year|decade)s? (?:ago|later|earlier|before)"
    r"|(?:The|the) (?:next|same|following|previous) (?:day|week|month|year|evening|morning)"
    r"|(?:Last|last|Next|This) (?:week|month|year|spring|summer|autumn|winter)"
    r"|Yesterday|Today|Earlier this (?:week|month|year)"
)
_OPENING_DATE = re.compile(
    r"(?:(?<=^)|(?<=[.;!?] )|(?<=, )|(?<=that ))"
    rf"(?:(?:In|By|Since|Until|On|Last|Late on|Early on|in|on) (?:{_OPENING_DAY})|{_OPENING_TIME}) (?=[A-Z“])"
)
# "The four accused Peru", "between Peru and the two": a number without its noun is read as if states stood there.
_BARE_NUMBER = re.compile(
    r"\b[Tt]he (?P<number>two|three|four|five|six)(?= (?:were|are|have|had|did|do|also|then|later|will|would"
    r"|agreed|signed|met|held|said|called|cut|broke|[a-z]+ed(?= (?:[A-Z]|on\b|in\b|that\b|to\b|the\b|its?\b)))\b)"
    r"|\b(?:between|with|by|from|and) the (?P<last>two|three|four|five|six)"
    r"(?=[.,;:]| (?:on|in|at|were|was|since|had|has)\b)"
)
_POST = frozenset({"to", "in", "of", "for", "at"})
WORD = re.compile(r"[^\W\d_]+")
_TITLE_CASE_SHARE, _TITLE_LENGTH, _SHORT_WORD = 0.6, 250, 3
_BLANKS = re.compile(r"[\u00a0\u2000-\u200b\u202f\u3000\t\r\n ]+")
_PERSON = re.compile(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)? [A-Z][a-z]+-[a-zA-Z][a-z]+\b")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One stretch of the text and what the parser sees in its place.

    Attributes:
        start: Offset of the first code point in the text.
        end: Offset after the last code point.
        seen: What the parser sees; may be empty.
        is_name: The stretch becomes one token that keeps its own characters.
    """

    start: int
    end: int
    seen: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as the parser sees it.

    Attributes:
        text: What the parser sees.
        starts: Where each piece begins in ``text``.
        pieces: For each piece its span in the original, and whether it was changed.
        dropped: Places in the original of dashes and quotation marks that the parser does not see.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, bool], ...]
    dropped: tuple[int, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the parser sees the text as it is."""
        return not self.dropped and all(not changed for _, _, changed in self.pieces)

    def original(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return where characters of the plain text stand in the original, and whether they are a changed name."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        begin, stop, changed = self.pieces[first]
        if changed and first == last:
            return begin, stop, True
        origin = begin if changed else begin + start - self.starts[first]
        last_begin, last_stop, last_changed = self.pieces[last]
        return origin, (last_stop if last_changed else last_begin + end - self.starts[last]), False


def mask(text: str, names: Iterable[tuple[Span, str]] = (), lowered: Collection[str] = frozenset()) -> Masked:
    """Return a text as the parser is to see it.

    Args:
        text: The original.
        names: Names to be shown as one plain word, with that word; without overlap.
        lowered: Words that a headline in title case does not mean as names.
    """
    if is_title_case(text):
        text_seen = WORD.sub(lambda m: m.group().lower() if _is_lowered(m.group(), lowered) else m.group(), text)
        text = text_seen if len(text_seen) == len(text) else text
    changes = _without_overlap(
        [*(Change(s.start, s.end, word, is_name=True) for s, word in names), *_layout_changes(text)]
    )
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    position = length = 0
    for change in [*changes, Change(len(text), len(text) + 1, "")]:
        for piece, (begin, end), changed in (
            (text[position : change.start], (position, change.start), False),
            (change.seen, (change.start, change.end), True),
        ):
            if piece:
                parts.append(piece)
                starts.append(length)
                pieces.append((begin, end, changed))
                length += len(piece)
        position = change.end
    dropped = tuple(
        change.start + place
        for change in changes
        if not change.is_name and not change.seen.strip()
        for place, character in enumerate(text[change.start : change.end])
        if not character.isspace() and character.isprintable()
    )
    return Masked("".join(parts), tuple(starts), tuple(pieces), dropped)


def _is_lowered(word: str, lowered: Collection[str]) -> bool:
    # "March" and "May" are months in a headline, too.
    return word.lower() in lowered and not _MONTH_NAME.fullmatch(word)


def is_title_case(text: str) -> bool:
    """Tell whether a text is a headline in which most words begin with a capital."""
    words = [word for word in WORD.findall(text) if len(word) > _SHORT_WORD]
    if len(text) > _TITLE_LENGTH or len(words) < _SHORT_WORD:
        return False
    return sum(1 for word in words if word[0].isupper()) >= _TITLE_CASE_SHARE * len(words)


def _without_overlap(changes: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in sorted(changes, key=lambda c: (not c.is_name, c.start)):
        if all(change.end <= other.start or other.end <= change.start for other in kept):
            kept.append(change)
    return sorted(kept)


def _layout_changes(text: str) -> Iterator[Change]:
    yield from _named_changes(text)
    for found in _SCARE_QUOTES.finditer(text):
        yield Change(found.start(), found.start() + 1, "")
        yield Change(found.end() - 1, found.end(), "")
    yield from _dashed_names(text)
    for found in _DATE.finditer(text):
        yield Change(found.start(), found.end(), "Monday", is_name=True)
    for found in _BARE_NUMBER.finditer(text):
        place = "number" if found["number"] else "last"
        yield Change(found.start(place), found.end(place), "states", is_name=True)
    for found in _OPENING_DATE.finditer(text):
        yield Change(found.end() - 1, found.end(), ", ")
    for found in _BLANKS.finditer(text):
        if found.group() != " ":
            yield Change(found.start(), found.end(), " ")


def _named_changes(text: str) -> Iterator[Change]:
    """Names of people with a hyphen, and long names of offices: each is one word."""
    for found in _PERSON.finditer(text):
        yield Change(found.start(), found.end(), "Smith", is_name=True)
    for start, end, seen in find_offices(text):
        yield Change(start, end, seen, is_name=True)


def _dashed_names(text: str) -> Iterator[Change]:
    """Names between spaced dashes: "Foreign Minister – Jane Roe – said" is read without the dashes.

    Where the title ends in a place of post ("Ambassador to Russia – …"), commas are read instead.
    """
    # The pattern is slow and dashes are rare.
    if not any(dash in text for dash in _SPACED_DASHES):
        return
    for found in _DASHED.finditer(text):
        is_after_post = bool(_POST & set(found["before"].split()[:-1]))
        seen = ", " if is_after_post else " "
        yield Change(found.end("before"), found.start("name"), seen)
        yield Change(found.end("name"), found.end(), seen)
