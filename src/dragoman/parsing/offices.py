"""Long names of offices, which parsers take apart: each is seen as the one word that it comes to.

"Envoy Extraordinary and Minister Plenipotentiary" is one office, and the "and" in it joins nothing; "Consul General"
has its noun in front. The names are those of the Regulation of Vienna (1815) and of the Vienna Conventions on
Diplomatic (1961) and Consular Relations (1963).
"""

import re
from collections.abc import Iterator

_PLENARY = r"(?:Minister |minister )?[Pp]lenipotentiar(?:y|ies)"
_OFFICES = (
    r"(?P<envoy>[Ee]nvoys?(?: |-)[Ee]xtraordinary(?: and|,)? " + _PLENARY + r"|[Ee]nvoys? [Ee]xtraordinary)",
    r"(?P<ambassador>[Aa]mbassadors?(?: |-)(?:[Ee]xtraordinary(?: and " + _PLENARY + r")?|[Pp]lenipotentiary)"
    r"|[Aa]mbassadors?[ -]at[ -][Ll]arge|[Aa]mbassadors?[ -][Dd]esignate)",
    r"(?P<minister>[Mm]inisters?(?: |-)(?:[Pp]lenipotentiary|[Rr]esident)(?:(?: and |/)[Cc]onsul(?: |-)[Gg]eneral)?)",
    (
        r"(?P<charge>[Cc]harg[ée]s?(?: |-)d ?[’'] ?[Aa]ffaires?(?: (?:ad [Ii]nterim|a\.i\.|pro tem(?:pore)?\b\.?))?"
        r"(?: and [Cc]onsul(?: |-)[Gg]eneral)?)"
    ),
    r"(?P<commissioner>[Cc]ommissioners? and [Cc]onsuls?(?: |-)[Gg]eneral)",
    r"(?P<consul>[Cc]onsuls?(?: |-)[Gg]eneral\b)",
    r"(?P<consulate>[Cc]onsulates?(?: |-)[Gg]eneral\b)",
)
_OFFICE = re.compile(r"\b(?:" + "|".join(_OFFICES) + ")")
_SEEN = {
    "envoy": "minister",
    "ambassador": "ambassador",
    "minister": "minister",
    "charge": "minister",
    "commissioner": "commissioner",
    "consul": "consul",
    "consulate": "consulate",
}


def find_offices(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a long name of an office stands, and the word that a parser may see in its place.

    >>> list(find_offices("as Consul General in Oslo"))
    [(3, 17, 'Consul')]
    """
    for found in _OFFICE.finditer(text):
        word = _SEEN[found.lastgroup or ""]
        seen = word.capitalize() if found.group()[0].isupper() else word
        is_plural = found.group().partition(" ")[0].partition("-")[0].endswith("s")
        yield found.start(), found.end(), seen + ("s" if is_plural else "")
