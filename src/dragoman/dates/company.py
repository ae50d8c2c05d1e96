"""Whether a bare "Friday", "July", "1948" or "the 14th" is a date where it stands.

By itself "1948" may count soldiers, "May" may be a verb or a prime minister, "Sunday" a
newspaper and "the 14th" a floor. Only the neighbours tell.
"""

from dragoman.dates.expression import PartialDate
from dragoman.dates.grammar_years import Reading
from dragoman.dates.lexemes import Kind, Line

_RELATIONS = frozenset({Kind.SINCE, Kind.BEFORE, Kind.AFTER, Kind.UNTIL, Kind.BY, Kind.FROM, Kind.BETWEEN, Kind.DURING})
# After these a number may also count what follows ("about 1948 soldiers").
_QUANTIFIERS = frozenset(
    {Kind.BY, Kind.OF, Kind.APPROX, Kind.FOR, Kind.FROM, Kind.BETWEEN, Kind.COMMA, Kind.AND, Kind.OR}
)
_BEFORE_YEAR = _RELATIONS | _QUANTIFIERS | {Kind.IN, Kind.PART}
_BEFORE_MONTH = (_RELATIONS - {Kind.FROM}) | {Kind.IN, Kind.OF, Kind.APPROX, Kind.PART}
_BEFORE_DOUBTFUL_MONTH = frozenset({Kind.IN, Kind.SINCE, Kind.UNTIL, Kind.DURING, Kind.PART})
_BEFORE_THE_DAY = _RELATIONS | {Kind.ON, Kind.OF, Kind.APPROX}
_LISTS = frozenset({Kind.COMMA, Kind.AND, Kind.OR})


def is_in_company(line: Line, place: int, reading: Reading, earlier: Reading | None) -> bool:
    """Tell whether a bare reading is a date where it stands.

    Args:
        line: The sentence.
        place: Where the reading begins (behind an article).
        reading: A bare reading.
        earlier: The date read last, if it ends right before this one or the sign between
            them: "in 1992, 1998 and 2014".
    """
    if (
        earlier is not None
        and line.kind(place - 1) in _LISTS
        and _names_same(earlier.last or earlier.first, reading.first)
    ):
        return not line.is_counted(reading.next)
    date = reading.first
    if date.weekday is not None:
        return _has_weekday_company(line, place, reading)
    if date.day is not None:
        return _has_day_company(line, place, reading)
    if date.month is not None:
        return _has_month_company(line, place, reading)
    return _has_year_company(line, place, reading)


def _kind_before(line: Line, place: int) -> Kind:
    """Return the kind of the word before a place; "prior to" counts as "before"."""
    kind = line.kind(place - 1)
    return Kind.BEFORE if kind is Kind.TO and line.kind(place - 2) is Kind.EARLIER else kind


def _names_same(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether two dates name the same parts: two years, two weekdays."""
    return all(
        (getattr(one, part) is None) == (getattr(other, part) is None) for part in ("year", "month", "day", "weekday")
    )


def _has_weekday_company(line: Line, place: int, reading: Reading) -> bool:
    before, behind = line.at(place - 1), line.at(reading.next)
    if before.kind in {Kind.EVERY, Kind.THAT} or before.text.lower() in line.words.not_before_weekday:
        return False
    if before.kind is Kind.ON or before.kind in _RELATIONS or line.closes(reading.next):
        return True
    return behind.text[:1].islower() and not line.is_counted(reading.next)


def _has_day_company(line: Line, place: int, reading: Reading) -> bool:
    if line.kind(place - 1) is not Kind.THE or line.kind(place - 2) not in _BEFORE_THE_DAY:
        return False
    if line.kind(reading.next) in {Kind.AND, Kind.OR, Kind.DASH} and line.kind(reading.next + 1) in {
        Kind.ORDINAL,
        Kind.WORD,
    }:
        return line.kind(reading.next + 1) is Kind.WORD and line.kind(reading.next) is not Kind.DASH
    starts_sentence = place == len(("on", "the"))
    return line.closes(reading.next) or (starts_sentence and line.at(reading.next).text[:1].isupper())


def _has_month_company(line: Line, place: int, reading: Reading) -> bool:
    before = _kind_before(line, place)
    if line.at(place).text.lower() in line.words.doubtful_months:
        return before in _BEFORE_DOUBTFUL_MONTH and not line.is_possessive(reading.next)
    if before is Kind.THE:
        behind = line.at(reading.next)
        return behind.kind is Kind.WORD and behind.text[:1].islower() and not line.closes(reading.next)
    return before in _BEFORE_MONTH


def _has_year_company(line: Line, place: int, reading: Reading) -> bool:
    before, behind = line.at(place - 1), reading.next
    text = before.text.lower()
    if before.kind is Kind.OPEN:
        return line.kind(behind) in {Kind.CLOSE, Kind.COMMA, Kind.SIGN, Kind.DASH}
    if before.kind in {Kind.END, Kind.COMMA} and _ends_heading(line, behind, is_alone=before.kind is Kind.END):
        return True
    if text in line.words.year_words:
        return not line.is_counted(behind)
    if before.kind is Kind.THE or text in line.words.determiners or line.is_possessive(place - 2):
        return line.kind(behind) is Kind.WORD and not line.is_counted(behind)
    if before.kind in _LISTS:
        return False
    return _kind_before(line, place) in _BEFORE_YEAR and not (before.kind in _QUANTIFIERS and line.is_counted(behind))


def _ends_heading(line: Line, place: int, *, is_alone: bool) -> bool:
    """Tell "Establishment of relations, 1778." and "1992: …" from a year in the middle of nowhere."""
    if is_alone:
        return line.kind(place) in {Kind.SIGN, Kind.DASH, Kind.DOT, Kind.END}
    return line.kind(line.skip(place, Kind.DOT)) is Kind.END
