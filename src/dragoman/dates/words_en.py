"""The English words that dates are made of.

Another language is another module of this form; the grammar asks for nothing else.
"""

from dragoman.dates.lexemes import DateWords, Kind


def _numbered(kind: Kind, words: str, first: int = 1) -> dict[str, tuple[Kind, int]]:
    """Give the words of a line their numbers; forms joined by ``|`` share one."""
    return {form: (kind, number) for number, forms in enumerate(words.split(), first) for form in forms.split("|")}


def _all(kind: Kind, words: str, value: int = 0) -> dict[str, tuple[Kind, int]]:
    return dict.fromkeys(words.split(), (kind, value))


# The numbers of the units are places in dragoman.dates.grammar_relative.UNITS.
_TABLE: dict[str, tuple[Kind, int]] = {
    **_numbered(
        Kind.MONTH,
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug"
        " september|sept|sep october|oct november|nov december|dec",
    ),
    **_numbered(
        Kind.WEEKDAY,
        "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun",
        first=0,
    ),
    **_numbered(Kind.SEASON, "spring|springtime summer|summertime autumn|fall winter|wintertime", first=21),
    # What is added to the year of an era; only eras whose years run from January to December.
    **{word: (Kind.ERA, gap) for word, gap in (("juche", 1911), ("minguo", 1911), ("buddhist", -543))},
    **{word: (Kind.ERA, gap) for word, gap in (("showa", 1925), ("heisei", 1988), ("reiwa", 2018))},
    **_numbered(Kind.UNIT, "hour day week|fortnight month year decade century", first=0),
    **_numbered(Kind.UNITS, "hours|minutes|seconds days weeks months years decades centuries", first=0),
    **_all(Kind.DAYPART, "morning afternoon evening night noon midnight midday"),
    **_numbered(
        Kind.COUNT,
        "one|a|an two|couple three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty",
    ),
    **{word: (Kind.COUNT, tens) for word, tens in (("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60))},
    **_all(Kind.VAGUE, "few several some many"),
    **_numbered(
        Kind.ORDINAL,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    ),
    **_numbered(Kind.PART, "early mid late"),
    **_numbered(Kind.EDGE, "beginning|start|outset middle end|close"),
    **_all(Kind.HALF, "half"),
    **_all(Kind.QUARTER, "quarter"),
    **_all(Kind.APPROX, "around about circa ca c approximately roughly approx almost nearly"),
    **_numbered(Kind.DEICTIC, "yesterday today|tonight tomorrow", first=-1),
    **_all(Kind.LATER, "later afterwards afterward"),
    **_all(Kind.EARLIER, "earlier previously prior beforehand"),
    **_all(Kind.AGO, "ago"),
    **_all(Kind.FOLLOWING, "following subsequent ensuing"),
    **_all(Kind.NEXT, "next coming"),
    **_all(Kind.LAST, "last past"),
    **_all(Kind.PREVIOUS, "previous preceding"),
    **_all(Kind.SAME, "same"),
    **_all(Kind.VERY, "very"),
    **_all(Kind.THAT, "that"),
    **_all(Kind.THIS, "this"),
    **_all(Kind.THE, "the"),
    **_all(Kind.OF, "of"),
    **_all(Kind.AND, "and"),
    **_all(Kind.OR, "or"),
    **_all(Kind.TO, "to through thru"),
    **_all(Kind.IN, "in within"),
    **_all(Kind.DURING, "during throughout"),
    **_all(Kind.ON, "on"),
    **_all(Kind.FOR, "for"),
    **_all(Kind.FROM, "from"),
    **_all(Kind.BETWEEN, "between"),
    **_all(Kind.SINCE, "since"),
    **_all(Kind.BEFORE, "before"),
    **_all(Kind.AFTER, "after"),
    **_all(Kind.UNTIL, "until till til"),
    **_all(Kind.BY, "by"),
    **_all(Kind.EVERY, "every each any no all"),
}

# Words after which no date expression can be without a digit or one of these.
_DAY_KINDS = frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.SEASON, Kind.UNIT, Kind.UNITS, Kind.DEICTIC, Kind.DAYPART})

_FUNCTION_WORDS = """
    a an the this that these those and or but nor so as at by for from in into of off on onto over to under with
    without after before since until when while where which who whose if because than he she it they we i you his
    her its their our my there here is are was were be been has have had will would shall should can could may might
    must do does did not also about against amid among between during through local following later earlier both all
    some no near outside inside around said says told sent met announced
"""
_NOT_BEFORE_WEEKDAY = "good black bloody super ash palm easter holy cyber maundy girl shrove"
_SHORT_NAMES = "mon tue tues wed thu thur thurs fri sat sun mar jan"
_COUNTED = """
    people men women children percent per pc million billion trillion thousand hundred dozen troops police
    personnel km kg
"""

ENGLISH = DateWords(
    language="en",
    table=_TABLE,
    names=frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.ERA}),
    doubtful_months=frozenset({"may", "mar", "jan"}),
    short_names=frozenset(_SHORT_NAMES.split()),
    function_words=frozenset(_FUNCTION_WORDS.split()),
    not_before_weekday=frozenset(_NOT_BEFORE_WEEKDAY.split()),
    day_words=frozenset(word for word, (kind, _) in _TABLE.items() if kind in _DAY_KINDS),
    year_words=frozenset({"year", "years", "as"}),
    other_years=frozenset({"fiscal", "financial", "fy", "academic", "budget", "tax", "school"}),
    era_words=frozenset({"era", "year"}),
    limits=frozenset({"than", "over", "least", "most", "under"}),
    determiners=frozenset({"a", "an", "his", "her", "its", "their", "our"}),
    counted=frozenset(_COUNTED.split()),
    plural_ending="s",
    ordinal_endings=frozenset({"st", "nd", "rd", "th"}),
    possessive="s",
)
