"""The words and numbers of a sentence, as far as dates are made of them.

A number is taken together with what hangs on it ("13.7.2022", "14th", "1990s",
"555-2015"), so that a part of a telephone number never looks like a year. The lexer runs
in linear time whatever the text: its patterns never go back over what they have read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a lexeme can do in a date."""

    # numbers
    NUMBER = "number"  # up to four digits
    ORDINAL = "ordinal"  # 14th, fourteenth
    YEARS = "years"  # 1990s
    RUN = "run"  # digits with signs between them: 2022-07-14, 13.7.2022, 13-14, 2015/16
    CODE = "code"  # any other number
    # names
    MONTH = "month"
    WEEKDAY = "weekday"
    SEASON = "season"
    ERA = "era"  # the name before a year of another calendar: Juche, Heisei
    UNIT = "unit"
    UNITS = "units"  # plural
    DAYPART = "daypart"
    # quantities and parts
    COUNT = "count"  # a, two, twelve
    VAGUE = "vague"  # a few, several
    PART = "part"  # early, mid, late
    EDGE = "edge"  # beginning, middle, end (of)
    HALF = "half"
    QUARTER = "quarter"
    APPROX = "approx"
    # relative words
    DEICTIC = "deictic"  # yesterday, today, tomorrow
    LATER = "later"
    EARLIER = "earlier"
    AGO = "ago"
    FOLLOWING = "following"
    NEXT = "next"
    LAST = "last"
    PREVIOUS = "previous"
    SAME = "same"
    VERY = "very"
    THAT = "that"
    THIS = "this"
    # small words
    THE = "the"
    OF = "of"
    AND = "and"
    OR = "or"
    TO = "to"
    IN = "in"
    DURING = "during"
    ON = "on"
    FOR = "for"
    FROM = "from"
    BETWEEN = "between"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"
    UNTIL = "until"
    BY = "by"
    EVERY = "every"
    # everything else
    DASH = "dash"
    COMMA = "comma"
    DOT = "dot"
    OPEN = "open"
    CLOSE = "close"
    SIGN = "sign"
    WORD = "word"
    END = "end"


class Lexeme(NamedTuple):
    """A word, a number or a sign.

    Attributes:
        kind: What it can do in a date.
        value: Its number: of the month, the weekday, the count; otherwise 0.
        text: The characters.
        start: Offset of the first code point in the text.
        end: Offset after the last code point.
    """

    kind: Kind
    value: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language that dates are made of.

    Attributes:
        language: ISO 639-1 code.
        table: For each word in lower case, what it can do and its number.
        names: Kinds that count only with a capital letter ("march" is no month).
        doubtful_months: Months that are also first names or verbs, and need clear company.
        short_names: Abbreviations that count only right beside a number ("Sun, 4 July").
        function_words: Words that may stand right behind "on the 14th" and a bare weekday.
        not_before_weekday: Words with which a weekday is a name ("Good Friday").
        day_words: Words that show that a place in the sentence may hold a date; with the
            digits they let the reader skip other sentences at once.
        year_words: Words that show that a number is a year ("the year 2016", "as early as 1992").
        other_years: Words of years that are none of the calendar ("fiscal").
        era_words: Words between the name of an era and its year ("the Buddhist era 2562").
        limits: Words that make the count behind them a least or a most ("more than").
        determiners: Words behind which a year says which one is meant ("its 2014 constitution").
        counted: Words that make the number before them a quantity ("percent"); plurals
            are known by their ending, ``plural_ending``.
        plural_ending: Ending of most plurals.
        ordinal_endings: Endings of ordinal numbers in digits.
        possessive: Ending of a possessive ("July's").
    """

    language: str
    table: Mapping[str, tuple[Kind, int]]
    names: frozenset[Kind]
    doubtful_months: frozenset[str]
    short_names: frozenset[str]
    function_words: frozenset[str]
    not_before_weekday: frozenset[str]
    day_words: frozenset[str]
    year_words: frozenset[str]
    other_years: frozenset[str]
    era_words: frozenset[str]
    limits: frozenset[str]
    determiners: frozenset[str]
    counted: frozenset[str]
    plural_ending: str
    ordinal_endings: frozenset[str]
    possessive: str


_LEXEME = re.compile(
    r"(?P<moment>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"
    r"(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:]))"
    # No possessive group here: Python before 3.11.5 matches too little with one (gh-106052).
    r"|(?P<run>[0-9]+(?:[.,/:\-–—][0-9]+)*)(?P<ending>(?:['’]?[^\W\d_][^\W_]*+)?)"
    r"|(?P<word>[^\W\d_][^\W_]*+)"
    r"|(?P<sign>[^\s\w]|_|\w)"
)
_SIGNS = {
    "-": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    ",": Kind.COMMA,
    ".": Kind.DOT,
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
}
_DECADE_ENDINGS = frozenset({"s", "'s", "’s"})
_YEAR_DIGITS = 4
_DAY_AND_YEAR = re.compile(r"([0-9]{1,2}),([0-9]{4})")

_CLOSING = frozenset({Kind.END, Kind.COMMA, Kind.DOT, Kind.OPEN, Kind.CLOSE, Kind.SIGN, Kind.DASH})

END = Lexeme(Kind.END, 0, "", 0, 0)
MARGIN = 16  # places; no rule looks further beyond the sentence


@dataclass(frozen=True, slots=True)
class Line:
    """The lexemes of one sentence, for a reader that looks ahead and back without counting.

    Attributes:
        lexemes: In order, with ``MARGIN`` times ``END`` behind them. Since Python counts negative
            places from the end, these also stand before the first lexeme.
        words: The words of the language.
    """

    lexemes: tuple[Lexeme, ...]
    words: DateWords

    @property
    def length(self) -> int:
        """Number of lexemes without the margin."""
        return len(self.lexemes) - MARGIN

    def at(self, place: int) -> Lexeme:
        """Return the lexeme at a place, or ``END`` up to ``MARGIN`` places outside the sentence."""
        return self.lexemes[place]

    def kind(self, place: int) -> Kind:
        """Return what the lexeme at a place can do."""
        return self.lexemes[place].kind

    def skip(self, place: int, *kinds: Kind) -> int:
        """Return the place behind lexemes of the given kinds, one of each at most, in that order."""
        for kind in kinds:
            if self.kind(place) is kind:
                place += 1
        return place

    def touches(self, place: int) -> bool:
        """Tell whether no white space stands between a lexeme and the one before it."""
        return place > 0 and self.lexemes[place - 1].end == self.lexemes[place].start

    def is_possessive(self, place: int) -> bool:
        """Tell whether ``'s`` follows behind the place's predecessor ("May's")."""
        mark, ending = self.at(place), self.at(place + 1)
        return mark.text in {"'", "’"} and self.touches(place) and ending.text == self.words.possessive

    def is_counted(self, place: int) -> bool:
        """Tell whether the lexeme looks like what a number before it counts ("1948 soldiers")."""
        lexeme = self.at(place)
        if lexeme.kind in {Kind.UNIT, Kind.UNITS}:
            return True
        if lexeme.kind is not Kind.WORD or not lexeme.text[0].islower():
            return False
        plural = lexeme.text.endswith(self.words.plural_ending) and lexeme.text not in self.words.function_words
        return plural or lexeme.text in self.words.counted

    def closes(self, place: int) -> bool:
        """Tell whether a phrase ends before the place: at a sign, the end, or a function word."""
        lexeme = self.at(place)
        if lexeme.kind in _CLOSING:
            return True
        return lexeme.kind is not Kind.CODE and lexeme.text.lower() in self.words.function_words


def read_line(text: str, words: DateWords) -> Line:
    """Cut a text into words, numbers and signs.

    Args:
        text: A sentence; white space is dropped.
        words: The words of its language.

    Returns:
        The lexemes in order, with spans that do not overlap.
    """
    lexemes: list[Lexeme] = []
    known, names, unknown = words.table, words.names, (Kind.WORD, 0)
    for match in _LEXEME.finditer(text):
        found = match.lastgroup
        if found == "word":
            word = match.group()
            kind, value = known.get(word.lower(), unknown)
            if kind in names and word[0].islower():
                kind, value = unknown
            lexemes.append(Lexeme(kind, value, word, match.start(), match.end()))
        elif found == "sign":
            sign = match.group()
            lexemes.append(Lexeme(_SIGNS.get(sign, Kind.SIGN), 0, sign, match.start(), match.end()))
        elif found == "moment":
            lexemes.append(Lexeme(Kind.RUN, 0, match.group(), match.start(), match.end()))
        else:
            lexemes.extend(_numbers(match, words))
    lexemes.extend([END] * MARGIN)
    return Line(tuple(lexemes), words)


def _numbers(match: re.Match[str], words: DateWords) -> list[Lexeme]:
    run, ending = match["run"], match["ending"].lower()
    start, end, text = match.start(), match.end(), match.group()
    if not run.isdigit():
        split = _DAY_AND_YEAR.fullmatch(run)
        if split and not ending:  # "July 13,2022"
            return [_plain(split[part], start + split.start(part)) for part in (1, 2)]
        is_date = not ending or ending in words.ordinal_endings
        return [Lexeme(Kind.RUN if is_date else Kind.CODE, 0, text, start, end)]
    if not ending and len(run) <= _YEAR_DIGITS:
        return [_plain(run, start)]
    if ending in words.ordinal_endings and len(run) <= _YEAR_DIGITS:
        return [Lexeme(Kind.ORDINAL, int(run), text, start, end)]
    if ending in _DECADE_ENDINGS and len(run) == _YEAR_DIGITS:
        if run.endswith("0"):
            return [Lexeme(Kind.YEARS, int(run), text, start, end)]
        if ending != "s":  # "2022's": a possessive
            return [_plain(run, start), Lexeme(Kind.SIGN, 0, text[len(run) :], start + len(run), end)]
    return [Lexeme(Kind.CODE, 0, text, start, end)]


def _plain(digits: str, start: int) -> Lexeme:
    return Lexeme(Kind.NUMBER, int(digits), digits, start, start + len(digits))
