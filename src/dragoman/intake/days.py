"""Days as pages print them beside titles, in bylines and signatures, with their time.

This is not the grammar of dates in sentences (:mod:`dragoman.dates`): it knows the few
forms of lines that content systems write, in eight languages, and nothing relative. What
cannot be told apart ("3/4/2022") stays a year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTH_NAMES = (
    "january jan janvier janv enero ene januar jänner janeiro gennaio januari января январь янв січня",
    "february feb février févr fevrier febrero februar fevereiro febbraio februari февраля февраль фев лютого",
    "march mar mars marzo märz maerz março maart марта март мар березня",
    "april apr avril avr abril abr aprile апреля апрель апр квітня",
    "may mai mayo maio maggio mei мая май травня",
    "june jun juin junio juni junho giugno июня июнь июн червня",
    "july jul juillet juil julio juli julho luglio июля июль июл липня",
    "august aug août aout agosto ago augustus августа август авг серпня",
    "september sep sept septembre septiembre setembro settembre сентября сентябрь сен сент вересня",
    "october oct octobre octubre oktober okt outubro ottobre out октября октябрь окт жовтня",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб листопада",
    "december dec décembre déc decembre diciembre dic dezember dez dezembro dicembre декабря декабрь дек грудня",
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[6-9]|20|21)\d\d"
DAY = re.compile(
    rf"(?<![\d.])(?P<y1>{_YEAR})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?P<y2>{_YEAR})\s?[年년]\s?(?P<m2>\d{{1,2}})\s?[月월](?:\s?(?P<d2>\d{{1,2}})\s?[日일])?"
    rf"|(?<![\d.])(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+|-)(?:de\s+|of\s+)?(?P<m3>{_MONTH})"
    rf",?(?:\s+|-)(?:de\s+|del\s+)?(?P<y3>{_YEAR})(?!\d)"
    rf"|\b(?P<m4>{_MONTH})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>{_YEAR})(?!\d)"
    rf"|(?<![\d.])(?P<a5>\d{{1,2}})(?P<s5>[./-])(?P<b5>\d{{1,2}})(?P=s5)(?P<y5>{_YEAR})(?!\.?\d)"
    rf"|\b(?P<m6>{_MONTH}),?\s+(?:de\s+|of\s+)?(?P<y6>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?:\s*(?:T|,|\||—|–|-|/|@|at|um|à|в|о|a\s+las|kl\.?)?\s*)"
    r"(?P<hour>[01]?\d|2[0-3])\s?[:h：时.]\s?(?P<minute>[0-5]\d)(?!\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>Z\b|[+-]\d\d:?\d\d\b|(?:UTC|GMT)\b(?:\s*[+-]\d{1,2}(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
# "0600 GMT": four digits are a time only with a zone behind them.
BROADCAST = re.compile(
    r"[\s,–—-]*(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<half>)(?P<zone>UTC|GMT)\b", re.IGNORECASE
)
TIME_AHEAD = re.compile(
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>(?:UTC|GMT)\b)?[\s,|–—-]*$",
    re.IGNORECASE,
)
REST_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun on "
    "at the of um uhr à le heures lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles "
    "jueves viernes sábado domingo el las a montag dienstag mittwoch donnerstag freitag samstag sonntag den "
    "понедельник вторник среда четверг пятница суббота воскресенье г год года am pm est edt bst cet cest msk "
    "мск gmt utc local time hrs h kst jst ist pst pdt eet eest published posted updated date".split()
)
WORDS = re.compile(r"[^\W\d_]+|\d+")
# "(Kyiv time)": the place says which zone is meant, and is kept as a remark.
LOCAL_TIME = re.compile(r"\(?\b[^\W\d_][\w.-]*(?:\s[^\W\d_][\w.-]*)?\s(?:time|Time|времени)\b\)?")
CJK_REST = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日]|[월화수목금토일]요일|上午|下午|时间|北京")
MAX_DATED_LINE = 90
NOON = 12


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed, in EDTF.

    Attributes:
        edtf: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or ``YYYY-MM-DDThh:mm`` with a zone where one is printed.
        start: Offset of the first character.
        end: Offset after the last.
        remark: Why the value is less precise than what is printed, or ``""``.
    """

    edtf: str
    start: int
    end: int
    remark: str = ""

    @property
    def day(self) -> str:
        """The value without its time."""
        return self.edtf.partition("T")[0]


def find_days(text: str) -> Iterator[PrintedDay]:
    """Yield the days printed in a short text, with times that stand beside them.

    >>> [found.edtf for found in find_days("Updated 14.7.2022 at 16:54")]
    ['2022-07-14T16:54']
    """
    for found in DAY.finditer(text):
        value = _edtf_of(found)
        if value is not None:
            yield _with_time(text, found, value)


def find_dated_line(text: str) -> PrintedDay | None:
    """Return the day of a line that holds a day, perhaps a weekday and a time, and nothing else."""
    if len(text) > MAX_DATED_LINE or not any(character.isdigit() for character in text):
        return None
    days = list(find_days(text))
    if not days:
        return None
    rest = text[: days[0].start] + " " + text[days[0].end :]
    words = WORDS.findall(LOCAL_TIME.sub(" ", CJK_REST.sub(" ", rest)).casefold())
    return days[0] if all(word in REST_WORDS for word in words) else None


def _edtf_of(found: re.Match[str]) -> tuple[str, str] | None:
    groups = found.groupdict()
    if groups["y5"]:
        return _numeric(int(groups["a5"]), int(groups["b5"]), groups["y5"], separator=groups["s5"])
    number = next(n for n in "12346" if groups[f"y{n}"])
    month = groups[f"m{number}"]
    number_of_month = MONTHS.get(month.casefold().rstrip("."), 0) if not month.isdigit() else int(month)
    day = groups.get(f"d{number}")
    value = _checked(int(groups[f"y{number}"]), number_of_month, int(day) if day else None)
    return None if value is None else (value, "")


def _numeric(first: int, second: int, year: str, *, separator: str) -> tuple[str, str] | None:
    # Dots are written day first everywhere; strokes are not.
    day_first, month_first = _checked(int(year), second, first), _checked(int(year), first, second)
    if separator == "." or month_first is None or first == second:
        value = day_first or month_first
        return None if value is None else (value, "")
    if day_first is None:
        return month_first, ""
    return year, f"{first}{separator}{second}: day and month cannot be told apart"


def _checked(year: int, month: int, day: int | None) -> str | None:
    try:
        value = date(year, month, day or 1)
    except ValueError:
        return None
    return value.isoformat() if day else value.isoformat()[:7]


def _with_time(text: str, found: re.Match[str], value: tuple[str, str]) -> PrintedDay:
    edtf, remark = value
    start, end = found.span()
    if len(edtf) == len("2022-07-14"):
        after = TIME.match(text, end) or BROADCAST.match(text, end)
        before = None if after else TIME_AHEAD.search(text, max(0, start - 30), start)
        time = after or before
        if time is not None:
            edtf += "T" + _clock(time)
            start, end = min(start, time.start()), max(end, time.end())
            place = LOCAL_TIME.match(text, end) or LOCAL_TIME.match(text, end + 1)
            remark = place[0].strip("()") if place else remark
    while text[end - 1].isspace():
        end -= 1
    return PrintedDay(edtf, start, end, remark)


def _clock(time: re.Match[str]) -> str:
    hour = int(time["hour"])
    half = (time["half"] or "").replace(".", "").casefold()
    if half == "pm" and hour < NOON:
        hour += NOON
    if half == "am" and hour == NOON:
        hour = 0
    return f"{hour:02}:{time['minute']}{_zone(time['zone'] or '')}"


def _zone(zone: str) -> str:
    if not zone:
        return ""
    digits = re.search(r"([+-])(\d{1,2})(?::?(\d\d))?", zone)
    if digits is None:
        return "Z"
    return f"{digits[1]}{int(digits[2]):02}:{digits[3] or '00'}"
