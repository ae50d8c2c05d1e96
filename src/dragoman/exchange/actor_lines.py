"""Reads actor files of PETRARCH and TABARI as they are.

::

    ; one entry: a name, the same actor's other names, and codes with the days on which they hold
    JANE_SAMPLE_
    +MINISTER_SAMPLE_
        [KENGOV 20130409-20220913]
        [KENELI >20220913]
    SAMPLE_FRONT_ [SOMREB]   # a code may stand on the line of the name

Blanks and underscores both part words. A name that ends in ``_`` is that word and no longer one; without it
a plural "s" may follow. Files in capitals do not tell how a name is written: in texts, its first
and last word must begin with a capital. ``[---]`` and a restriction without a code say that the name stands for
nobody. Formats: TABARI 0.8 manual, chapter 5; PETRARCH2 documentation, section "Actor dictionaries".
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dragoman.actors.casting import slug
from dragoman.actors.dictionary import ListedActor, ListedRole
from dragoman.actors.naming import Party
from dragoman.actors.participant import UNKNOWN_ID
from dragoman.errors import ActorFileError
from dragoman.exchange.actor_reading import ActorReading
from dragoman.knowledge.cameo import CameoCodes

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_COMMENT = re.compile(r";.*|(?:^|(?<=\s))#.*")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z0-9]{3})*|[-#*]{3,}")
_NAME = re.compile(r"[\w.'’&/-]+(?: [\w.'’&/-]+)*")
_DAY = re.compile(r"(?P<year>\d{4}|\d{2})-?(?P<month>\d{2})-?(?P<day>\d{2})", re.ASCII)
_SPAN = re.compile(r"(?P<first>\d{6}|\d{8})\s*-\s*(?P<last>\d{6}|\d{8})", re.ASCII)
_PIVOT = 30
"""Years of two digits below it are of this century, as in TABARI."""
_SHORTEST = 2
_ONE_DAY = timedelta(days=1)
_DATES = "expected a day such as 20090120 or 090120, `<` or `>` before it, or two days with `-` between them"


@dataclass(slots=True)
class _Entry:
    """An entry while it is read."""

    line: int
    names: list[str] = field(default_factory=list)
    roles: list[ListedRole] = field(default_factory=list)
    has_code: bool = False


class _Lines:
    """Reads the lines of one file, one after the other."""

    def __init__(self, name: str, codes: CameoCodes) -> None:
        self._name = name
        self._codes = codes
        self._entry: _Entry | None = None
        self.actors: list[ListedActor] = []
        self.faults: list[ActorFileError] = []

    def read(self, number: int, line: str) -> None:
        """Read one line."""
        words = _LINE_COMMENT.sub("", line).strip()
        if not words:
            return
        before = words.partition("[")[0].strip()
        if words.count("[") != words.count("]"):
            self._fault(number, f"a bracket is left open in {words!r}; close each code with `]`")
            words = before
        if before.startswith("+"):
            self._add_name(number, before[1:])
        elif before:
            self.close()
            self._entry = _Entry(number)
            self._add_name(number, before)
        for inside in _BRACKETS.findall(words):
            self._add_code(number, inside.strip())

    def close(self) -> None:
        """Make actors of the entry that has been read."""
        entry, self._entry = self._entry, None
        if entry is None or not entry.names:
            return
        if not entry.has_code:
            self._fault(entry.line, f"the name {entry.names[0]!r} has no code; write one behind it, such as `[KENGOV]`")
        if entry.roles:
            own = slug(_plain(entry.names[0]))
            roles = tuple(_named(role, own, _plain(entry.names[0])) for role in entry.roles)
            self.actors.extend(_listed(name, roles) for name in entry.names)

    def _fault(self, number: int, reason: str) -> None:
        self.faults.append(ActorFileError(self._name, number, reason))

    def _add_name(self, number: int, written: str) -> None:
        name = _plain(written)
        if self._entry is None:
            self._fault(
                number, f"{written!r} is another name of no entry; put the entry's own name on a line before it"
            )
        elif len(name) < _SHORTEST or not _NAME.fullmatch(name) or not any(c.isalpha() for c in name):
            self._fault(number, f"{written.strip()!r} is no name; expected words of letters, parted by `_` or blanks")
        else:
            self._entry.names.append(" ".join(written.split()))

    def _add_code(self, number: int, inside: str) -> None:
        if self._entry is None:
            self._fault(number, f"the code `[{inside}]` follows no name; put the name on a line before it")
            return
        self._entry.has_code = True
        code, _, days = inside.partition(" ") if inside[:1].isalpha() or inside[:1] in "-#*" else ("", "", inside)
        try:
            party = self._party(code)
            first, last = _read_days(days.strip())
        except ValueError as error:
            self._fault(number, f"`[{inside}]`: {error}")
            return
        self._entry.roles.append(ListedRole(party, f"{self._name}, line {number}", first, last))

    def _party(self, code: str) -> Party | None:
        if not code or self._codes.is_nobody(code):
            return None
        if "/" in code:
            raise ValueError("it stands for several at once; write a name for each")
        if not _CODE.fullmatch(code.upper()):
            raise ValueError("it is no actor code; expected three-letter parts such as `KENGOV`")
        party = self._codes.resolve_party(code.upper())
        if party is None:
            raise ValueError(f"{code[:3]!r} is the code of no country and no kind of actor; see `dragoman polities`")
        return party


def parse_actor_lines(text: str, *, name: str, codes: CameoCodes) -> ActorReading:
    """Read the text of an actor file of PETRARCH or TABARI.

    Args:
        text: Its characters.
        name: Name of the file, for reasons and messages.
        codes: Whom codes stand for.
    """
    lines = _Lines(name, codes)
    # A comment over several lines keeps its line ends, so that lines keep their numbers.
    plain = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)
    for number, line in enumerate(plain.split("\n"), start=1):
        lines.read(number, line)
    lines.close()
    return ActorReading(tuple(lines.actors), faults=tuple(lines.faults))


def _plain(written: str) -> str:
    return " ".join(written.replace("_", " ").split())


def _named(role: ListedRole, own: str, name: str) -> ListedRole:
    """Give a role without a country the name of the entry as its identifier."""
    if role.party is None or role.party.id != UNKNOWN_ID:
        return role
    shown = name.title() if name.isupper() else name
    return replace(role, party=replace(role.party, id=own, name=shown))


def _listed(written: str, roles: tuple[ListedRole, ...]) -> ListedActor:
    name = _plain(written)
    return ListedActor(name, roles, is_cased=not name.isupper(), takes_plural=not written.endswith("_"))


def _read_days(text: str) -> tuple[date | None, date | None]:
    """Read a restriction as its first and last day.

    Raises:
        ValueError: It is none, or names no day of the calendar.
    """
    if not text:
        return None, None
    span = _SPAN.fullmatch(text)
    if span is not None:
        first, last = _read_day(span["first"]), _read_day(span["last"])
        if last < first:
            raise ValueError("it ends before it begins")
        return first, last
    if text.startswith("<"):
        return None, _read_day(text[1:].strip()) - _ONE_DAY
    if text.startswith(">"):
        return _read_day(text[1:].strip()) + _ONE_DAY, None
    return _read_day(text), None


def _read_day(text: str) -> date:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(_DATES)
    year = int(found["year"])
    if len(found["year"]) == len("yy"):
        year += 2000 if year < _PIVOT else 1900
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar; {_DATES}") from None
