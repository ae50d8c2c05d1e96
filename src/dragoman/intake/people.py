"""Names of people as credits give them: "Qiu Wenhan (裘雯涵)", "A. Sample in Kyiv and B. Example".

Only the form is looked at. Who these people are is the business of later steps.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

JOINERS = re.compile(r"\s*(?:,|;|·|•|、|，|/|\||&|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\be\b)\s*")
OTHER_SCRIPT = re.compile(r"^(?P<name>[^()（）]{1,60}?)\s*[(（](?P<other>[^()（）]{1,40})[)）]$")
PLACE = re.compile(r"\s+(?:in|from|à|en|aus|в|из)\s+\S.*$")
SCRIPT_CHANGE = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
TAIL = re.compile(r"[\s.;,|·•)）\]]+$")
PARTICLES = frozenset(
    "de del della di da dos la le van von der den ten al el bin ibn abu y and of und et the für staff".split()
)
MAX_WORDS = 12
MAX_SENTENCE_WORDS = 4
MAX_SMALL = 2
MAX_NAME = 100
STOPS = re.compile(r"[.!?。！？]$")


@dataclass(frozen=True, slots=True)
class CreditedName:
    """A name as credits give it.

    Attributes:
        name: The name, in Latin letters where both are given.
        other: The name in another script, or a remark in parentheses; ``""`` when none.
        start: Offset in the credited text.
        end: Offset after the last character of the name and its remark.
    """

    name: str
    other: str
    start: int
    end: int


def find_names(value: str) -> Iterator[CreditedName]:
    """Yield the names in the value of a credit line.

    >>> [found.name for found in find_names("Mira Sample (示例), Joe Example and Ann Case")]
    ['Mira Sample', 'Joe Example', 'Ann Case']
    """
    position = 0
    for joiner in (*JOINERS.finditer(value), None):
        end = joiner.start() if joiner else len(value)
        found = _name_at(value, position, end)
        if found is not None:
            yield found
        position = joiner.end() if joiner else end


ARTICLE = re.compile(r"^(?:the|le|la|der|die|das)\s+", re.IGNORECASE)


def is_name_like(value: str) -> bool:
    """Tell whether a text could be a list of names, dates and places: capitals, few words, no sentence end."""
    words = value.split()
    if not words or len(words) > MAX_WORDS or (STOPS.search(value) and len(words) > MAX_SENTENCE_WORDS):
        return False
    if not any(character.isalpha() for character in words[0]) or "[" in value or "\t" in value:
        return False
    small = [word for word in words if word[0].islower() and word.casefold() not in PARTICLES]
    if words[0].casefold() in {"the", "our"}:
        # In capitals it is a heading: THE BIG STORY.
        return len(small) <= MAX_SMALL and not value.isupper()
    if words[0][0].islower():
        return len(words) == 1 or any(character.isdigit() for character in value) or "|" in value
    return len(small) * 3 <= len(words)


def _name_at(value: str, start: int, end: int) -> CreditedName | None:
    piece = PLACE.sub("", value[start:end])
    piece = TAIL.sub("", piece) if "(" not in piece and "（" not in piece else piece.rstrip(" .;,|")
    if not any(character.isalpha() for character in piece) or "@" in piece or len(piece) > MAX_NAME:
        return None
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    article = ARTICLE.match(piece)
    if article:
        start, piece = start + article.end(), piece[article.end() :]
    pair = OTHER_SCRIPT.match(piece)
    if pair is None:
        return CreditedName(piece, "", start, start + len(piece))
    name, other = pair["name"].strip(), pair["other"].strip()
    if SCRIPT_CHANGE.search(name) and LATIN.search(other):
        name, other = other, name
    return CreditedName(name, other, start, start + len(piece))
