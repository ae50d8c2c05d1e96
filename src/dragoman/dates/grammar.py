"""Finds the words of a sentence that name dates.

The grammar needs no parser: it reads a sentence once from left to right, from words that
can begin a date. It would rather miss a date than take one where there is none: a number
is a year only in the company of a year, "May" is a month only in the company of a month,
and durations, ages, sums and numbers of telephones are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dragoman.dates.company import is_in_company
from dragoman.dates.expression import Anchor, DateExpression, DateRelation, Joint, PartialDate
from dragoman.dates.grammar_calendar import PARTS, read_calendar
from dragoman.dates.grammar_relative import read_relative
from dragoman.dates.grammar_years import Reading
from dragoman.dates.lexemes import DateWords, Kind, Line, read_line
from dragoman.dates.words_en import ENGLISH
from dragoman.documents.span import Span

LONGEST_SENTENCE = 10_000  # characters; longer ones, which no author wrote, are read in pieces

_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\W\d_]++")


def find_date_expressions(text: str, words: DateWords = ENGLISH) -> tuple[DateExpression, ...]:
    """Find the date expressions of one sentence.

    Args:
        text: The sentence; any text is allowed.
        words: The words of its language.

    Returns:
        The expressions in order; their spans point into ``text`` and do not overlap.

    >>> [found.text for found in find_date_expressions("In October of that year they met for two days.")]
    ['October of that year']
    """
    if not _may_hold_date(text, words):
        return ()
    if len(text) <= LONGEST_SENTENCE:
        return tuple(_find(text, 0, words))
    return tuple(found for start, piece in _pieces(text) for found in _find(piece, start, words))


def _may_hold_date(text: str, words: DateWords) -> bool:
    return bool(_DIGIT.search(text)) or not words.day_words.isdisjoint(_WORD.findall(text.lower()))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        limit = start + LONGEST_SENTENCE
        end = text.rfind(". ", start, limit) + 1 or text.rfind(" ", start, limit) + 1
        if end <= start or limit >= len(text):
            end = limit
        yield start, text[start:end]
        start = end


def _find(text: str, offset: int, words: DateWords) -> Iterator[DateExpression]:
    line = read_line(text, words)
    place = 0
    earlier: Reading | None = None
    length = line.length
    while place < length:
        if line.kind(place) in _IDLE:
            place += 1
            continue
        found = _read_expression(line, place, earlier)
        if found is None:
            place += 1
            if earlier is not None and place > earlier.next + 1:
                earlier = None
            continue
        reading, relation, begin = found
        start, end = line.at(begin).start, line.at(reading.next - 1).end
        span = Span(offset + start, offset + end)
        yield DateExpression(span, text[start:end], relation, reading.first, reading.last, reading.joint)
        place, earlier = reading.next, reading


_IDLE = frozenset({Kind.WORD, Kind.COMMA, Kind.DOT, Kind.SIGN, Kind.CODE, Kind.OPEN, Kind.CLOSE, Kind.DASH})


class _Found(NamedTuple):
    """A reading with its relation and the place where its words begin."""

    reading: Reading
    relation: DateRelation
    begin: int


_RELATIONS = {
    Kind.SINCE: DateRelation.SINCE,
    Kind.BEFORE: DateRelation.BEFORE,
    Kind.AFTER: DateRelation.AFTER,
    Kind.UNTIL: DateRelation.UNTIL,
    Kind.BY: DateRelation.BY,
}


def _read_expression(line: Line, place: int, earlier: Reading | None) -> _Found | None:
    kind = line.kind(place)
    if kind is Kind.BETWEEN:
        return _read_between(line, place)
    if kind is Kind.EARLIER and line.kind(place + 1) is Kind.TO:  # "prior to 2014"
        found = _read_accepted(line, place + 2, None)
        return None if found is None else _Found(found.reading, DateRelation.BEFORE, place)
    if kind in _RELATIONS:
        found = _read_accepted(line, place + 1, None)
        if found is None or _says_which(line, place + 1, found.reading):
            return None
        return _Found(found.reading, _RELATIONS[kind], place)
    found = _read_accepted(line, place, earlier)
    if found is None:
        return None
    if line.kind(place - 1) is Kind.FROM and line.kind(found.reading.next) in _ONWARDS:
        return found._replace(relation=DateRelation.SINCE)
    if line.kind(place - 1) is Kind.DURING or found.reading.joint is Joint.LASTING:
        return found._replace(relation=DateRelation.DURING)
    return found


def _says_which(line: Line, place: int, reading: Reading) -> bool:
    """Tell whether a year only says which one is meant: "by the 1961 convention" is not "by 1961"."""
    return reading.bare and line.kind(place) is Kind.THE and reading.first.day is None


_ONWARDS = frozenset({Kind.ON, Kind.UNTIL, Kind.TO})


def _read_between(line: Line, place: int) -> _Found | None:
    """Read "between 2015 and 2016", "between 2015-2016", "between 13 and 15 July"."""
    first = read_moment(line, place + 1)
    if first is None:
        return None
    if first.last is not None:
        return _Found(first._replace(joint=Joint.ONE_OF), DateRelation.BETWEEN, place)
    both = _read_second(line, first, {Kind.AND, Kind.TO, Kind.DASH})
    return None if both is None else _Found(both._replace(joint=Joint.ONE_OF), DateRelation.BETWEEN, place)


def _read_accepted(line: Line, place: int, earlier: Reading | None) -> _Found | None:
    """Read a date, or a range of two, that stands in the right company."""
    reading = read_moment(line, place)
    if reading is None:
        return None
    begin = place
    both = _read_second(line, reading, {Kind.TO, Kind.DASH, Kind.UNTIL}) if reading.last is None else None
    start = line.skip(place, Kind.THE)
    if reading.bare:
        if not (both and not both.bare) and not is_in_company(line, start, reading, earlier):
            return None
        begin = start if reading.first.day is None else place
    if reading.first.reference and reading.first.reference.anchor is Anchor.EVENT:
        behind = read_moment(line, reading.next)
        reading = reading if behind is None else reading._replace(next=behind.next)
    return _Found(both or reading, DateRelation.AT, begin)


def _read_second(line: Line, first: Reading, joiners: set[Kind]) -> Reading | None:
    """Read "to B" behind A, when B names the same parts as A, and complete each from the other."""
    if line.kind(first.next) not in joiners or first.first.reference is not None:
        return None
    second = read_moment(line, line.skip(first.next + 1, Kind.AND))
    if second is None or second.last is not None or second.first.reference is not None:
        return None
    one, other = first.first, second.first
    names_same = (one.day is None, one.month is None) == (other.day is None, other.month is None)
    if not names_same or one.weekday is not None or other.weekday is not None:
        return None
    one, other = _completed(one, other)
    if _key(other) < _key(one):
        return None
    is_bare = second.bare and first.bare
    return Reading(one, second.next, other, Joint.LASTING, bare=is_bare)


def _completed(one: PartialDate, other: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Let the year of one date hold for the other: "March to May 2010", "December to March 2010"."""
    if one.year is None and other.year is not None and one.season is None:
        turns = (one.month or 0, one.day or 0) > (other.month or 0, other.day or 0)
        return replace(one, year=other.year - 1 if turns else other.year), other
    if other.year is None and one.year is not None and other.season is None:
        turns = (one.month or 0, one.day or 0) > (other.month or 0, other.day or 0)
        return one, replace(other, year=one.year + 1 if turns else one.year)
    return one, other


def _key(date: PartialDate) -> tuple[int, int, int]:
    return date.year or 0, date.month or 0 if date.year else 0, date.day or 0 if date.year else 0


def read_moment(line: Line, place: int) -> Reading | None:
    """Read one date with what qualifies it: "early 1998", "around mid-June", "the spring of 1917".

    Args:
        line: A sentence.
        place: Where its first lexeme stands, an article or a word such as "early".

    Returns:
        The reading, which may be ``bare``, or ``None``.
    """
    kind = line.kind(place)
    if kind is Kind.APPROX:
        return _read_approximate(line, place)
    if kind in {Kind.PART, Kind.EDGE}:
        return _read_part(line, place)
    if kind is Kind.THE and line.kind(place + 1) in {Kind.PART, Kind.EDGE}:
        return _read_part(line, place + 1)
    found = read_relative(line, place)
    if found is None:
        found = read_calendar(line, line.skip(place, Kind.THE))
    return found


def _read_approximate(line: Line, place: int) -> Reading | None:
    behind = place + 2 if line.kind(place + 1) is Kind.DOT and line.touches(place + 1) else place + 1
    found = read_moment(line, behind) if line.kind(behind) is not Kind.APPROX else None
    if found is None or found.last is not None or found.first.weekday is not None:
        return None
    if found.bare and (line.is_counted(found.next) or found.first.day is not None):
        return None
    return found._replace(first=replace(found.first, approximate=True), bare=False)


def _read_part(line: Line, place: int) -> Reading | None:
    """Read "early 1998", "mid-June", "late last month", "the end of March", "early in 1998"."""
    kind = line.kind(place)
    behind = place + 1
    if kind is Kind.EDGE:
        if line.kind(behind) is not Kind.OF:
            return None
        behind += 1
    else:
        behind = line.skip(line.skip(behind, Kind.DASH), Kind.IN)
    if line.kind(behind) in {Kind.PART, Kind.EDGE, Kind.APPROX}:
        return None
    found = read_relative(line, behind) or read_calendar(line, line.skip(behind, Kind.THE))
    if found is None or found.last is not None or not _can_have_parts(found.first):
        return None
    if found.bare and found.first.year is not None and line.is_counted(found.next):
        return None
    return found._replace(first=replace(found.first, part=PARTS[line.at(place).value]), bare=False)


def _can_have_parts(date: PartialDate) -> bool:
    """Tell whether a third of the date is a stretch of days: of a month or more, or of a week."""
    if date.day is not None or date.weekday is not None:
        return False
    reference = date.reference
    return reference is None or (reference.whole and reference.unit not in {"day", "hour"})
