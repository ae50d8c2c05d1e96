"""Dates that are counted from something: the day of writing, the narrative, an event.

"Yesterday" and "last week" count from the day on which the text was written; "the same
day" and "a week later" from the day of which the text was speaking; "two days after the
vote" from an event, so that no day can be known from the words alone. A duration ("for
three days") is no date, and is not read.
"""

from dataclasses import replace

from dragoman.dates.expression import Anchor, PartialDate, Reference, Unit
from dragoman.dates.grammar_calendar import read_calendar
from dragoman.dates.grammar_years import UNITS, Reading, read_unit_reference
from dragoman.dates.lexemes import Kind, Line

_DAY_NUMBER = UNITS.index(Unit.DAY)
_TENS = 20


def read_relative(line: Line, place: int) -> Reading | None:
    """Read a date that is counted from something.

    Args:
        line: A sentence.
        place: Where its first lexeme stands.

    Returns:
        The reading, or ``None``; it is never bare.
    """
    kind = line.kind(place)
    if line.kind(place - 1) is Kind.THE:
        return None  # read with its article, or not at all
    if kind is Kind.DEICTIC:
        return _read_deictic(line, place)
    if kind in {Kind.COUNT, Kind.NUMBER, Kind.VAGUE, Kind.UNITS}:
        return _read_distance(line, place)
    if kind in {Kind.LATER, Kind.EARLIER}:
        return _read_side(line, place)
    if kind in {Kind.THE, Kind.THIS, Kind.THAT, Kind.SAME, Kind.NEXT, Kind.LAST}:
        return _read_before_last(line, place) or _read_whole_unit(line, place) or _read_named(line, place)
    return None


def _read_deictic(line: Line, place: int) -> Reading | None:
    lexeme = line.at(place)
    if lexeme.text[0].isupper() and place > 0 and not lexeme.text.isupper():
        return None  # "Russia Today"
    return Reading(_speech(Unit.DAY, lexeme.value), line.skip(place + 1, Kind.DAYPART))


def _speech(unit: Unit, count: int) -> PartialDate:
    return PartialDate(reference=Reference(Anchor.SPEECH, unit, count))


def _narrative(unit: Unit, count: int) -> PartialDate:
    return PartialDate(reference=Reference(Anchor.NARRATIVE, unit, count))


# --------------------------------------------------------------------------- distances


def _read_distance(line: Line, place: int) -> Reading | None:
    """Read "three days later", "a year ago", "weeks earlier", "two days after the vote"."""
    if line.kind(place - 1) in {Kind.HALF, Kind.COUNT, Kind.NUMBER} or (line.kind(place - 1) is Kind.DASH):
        return None  # "half a year later", "one hundred and two days later"
    count, behind = _read_count(line, place)
    unit = line.at(behind)
    limits = line.at(place - 1).text.lower() in line.words.limits  # "more than a year ago": who knows how much
    if unit.kind not in {Kind.UNIT, Kind.UNITS} or (unit.kind is Kind.UNIT and count != 1):
        return None
    found = _read_direction(line, behind + 1)
    if found is None:
        return None
    anchor, direction, behind = found
    scale = 2 if unit.text.lower() == "fortnight" else 1
    number = None if count is None or limits else count * direction * scale
    reference = Reference(anchor, UNITS[unit.value], number, whole=False, side=0 if number else direction)
    return Reading(PartialDate(reference=reference), behind)


def _read_count(line: Line, place: int) -> tuple[int | None, int]:
    """Read how many: a number, or ``None`` for "a few", "several" and for none at all."""
    lexeme = line.at(place)
    if lexeme.kind is Kind.UNITS:
        return None, place
    if lexeme.kind is Kind.VAGUE:
        return None, place + 1
    behind = place + 1
    if line.kind(behind) is Kind.VAGUE and lexeme.value == 1:
        return None, behind + 1  # "a few"
    if line.kind(behind) is Kind.COUNT and lexeme.text.lower() == "a":
        return line.at(behind).value, line.skip(behind + 1, Kind.OF)  # "a couple of"
    ones = line.at(behind + 1)
    if line.kind(behind) is Kind.DASH and ones.kind is Kind.COUNT and lexeme.value >= _TENS and line.touches(behind):
        return lexeme.value + ones.value, behind + 2  # "twenty-two"
    return lexeme.value, behind


def _read_direction(line: Line, place: int) -> tuple[Anchor, int, int] | None:
    """Read "later", "earlier", "ago", "after …", "before …": the anchor, the sign, the place behind."""
    kind = line.kind(place)
    if kind is Kind.AGO:
        return Anchor.SPEECH, -1, place + 1
    if kind is Kind.EARLIER and line.kind(place + 1) is Kind.TO:
        return Anchor.EVENT, -1, place + 1
    if kind in {Kind.LATER, Kind.EARLIER}:
        return Anchor.NARRATIVE, 1 if kind is Kind.LATER else -1, place + 1
    if kind in {Kind.AFTER, Kind.BEFORE}:
        direction = 1 if kind is Kind.AFTER else -1
        ends = line.kind(place + 1) in {Kind.END, Kind.COMMA, Kind.DOT, Kind.SIGN}
        return (Anchor.NARRATIVE if ends else Anchor.EVENT), direction, place + 1
    return None


# --------------------------------------------------------------------------- whole units


def _read_before_last(line: Line, place: int) -> Reading | None:
    """Read "the day before yesterday", "the day after", "the year before", "the week before last"."""
    unit = line.at(place + 1)
    if line.kind(place) is not Kind.THE or unit.kind is not Kind.UNIT:
        return None
    kind, behind = line.kind(place + 2), line.at(place + 3)
    direction = {Kind.AFTER: 1, Kind.LATER: 1, Kind.BEFORE: -1, Kind.EARLIER: -1}.get(kind)
    if direction is None:
        return None
    if behind.kind is Kind.DEICTIC and unit.value == _DAY_NUMBER:
        return Reading(_speech(Unit.DAY, behind.value + direction), place + 4)
    if behind.kind in {Kind.LAST, Kind.NEXT} and line.closes(place + 4):
        return Reading(_speech(UNITS[unit.value], 2 * direction), place + 4)
    counted = _read_direction(line, place + 2)
    anchor = Anchor.NARRATIVE if counted is None else counted[0]
    reference = Reference(anchor, UNITS[unit.value], direction)
    return Reading(PartialDate(reference=reference), place + 3)


def _read_whole_unit(line: Line, place: int) -> Reading | None:
    """Read "this week", "last year", "the following month", "the same day", "this morning"."""
    if all(line.kind(place + ahead) is not Kind.UNIT for ahead in (1, 2, 3, 4)):
        return _read_daypart(line, place)
    for unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        found = read_unit_reference(line, place, unit)
        if found:
            reference, behind = found
            if unit is Unit.DAY and reference.anchor is Anchor.SPEECH:
                # "next day" without an article follows a story; "this day", "last day" name no day.
                if not reference.count or reference.count < 0:
                    return None
                reference = replace(reference, anchor=Anchor.NARRATIVE)
            return Reading(PartialDate(reference=reference), line.skip(behind, Kind.DAYPART))
    return _read_daypart(line, place)


def _read_daypart(line: Line, place: int) -> Reading | None:
    """Read "this morning", "last night", "that evening", "the same night", "the following morning"."""
    start = line.skip(place, Kind.THE, Kind.THAT) if line.kind(place + 1) is Kind.SAME else line.skip(place, Kind.THE)
    if line.kind(start + 1) is not Kind.DAYPART:
        return None
    if start == place and line.kind(start) in {Kind.THIS, Kind.LAST}:
        return Reading(_speech(Unit.DAY, 0 if line.kind(start) is Kind.THIS else -1), start + 2)
    count = {Kind.SAME: 0, Kind.THAT: 0, Kind.FOLLOWING: 1, Kind.NEXT: 1, Kind.PREVIOUS: -1}.get(line.kind(start))
    return None if count is None else Reading(_narrative(Unit.DAY, count), start + 2)


def _read_named(line: Line, place: int) -> Reading | None:
    """Read "last Friday", "next March", "this summer", "the following Monday", "the same Friday"."""
    has_article = line.kind(place) is Kind.THE
    start = line.skip(place, Kind.THE)
    counts = {Kind.FOLLOWING: 1, Kind.NEXT: 1, Kind.PREVIOUS: -1, Kind.SAME: 0}
    if not has_article:
        counts = {Kind.LAST: -1, Kind.NEXT: 1, Kind.THIS: 0, Kind.SAME: 0}
    count, named = counts.get(line.kind(start)), line.at(start + 1)
    if count is None or named.kind not in {Kind.WEEKDAY, Kind.MONTH, Kind.SEASON}:
        return None
    if named.kind is Kind.WEEKDAY:
        dated = read_calendar(line, start + 1)
        if dated and dated.first.day is not None and not dated.bare:
            return dated  # "the preceding Saturday, August 17"
    is_narrative = has_article or line.kind(start) is Kind.SAME
    reference = Reference(Anchor.NARRATIVE if is_narrative else Anchor.SPEECH, Unit.NAMED, count)
    date = {
        Kind.WEEKDAY: PartialDate(weekday=named.value, reference=reference),
        Kind.MONTH: PartialDate(month=named.value, reference=reference),
        Kind.SEASON: PartialDate(season=named.value, reference=reference),
    }[named.kind]
    return Reading(date, line.skip(start + 2, Kind.DAYPART))


def _read_side(line: Line, place: int) -> Reading | None:
    """Read "later this year", "earlier that month", "later the same day"."""
    found = _read_whole_unit(line, place + 1)
    if found is None or found.first.reference is None or found.first.reference.count != 0:
        return None
    side = 1 if line.kind(place) is Kind.LATER else -1
    return found._replace(first=replace(found.first, reference=replace(found.first.reference, side=side)))
