"""A few names for tests, found by plain search: what the gazetteer does for the whole authority file."""

import re

from dragoman.actors.naming import EntryKind, NameForm, NameInSentence, Party
from dragoman.language.sentence import Sentence

_POLITIES = (
    ("PRK", "North Korea", "North Korean", "Pyongyang"),
    ("RUS", "Russia", "Russian", "Moscow"),
    ("UKR", "Ukraine", "Ukrainian", "Kyiv"),
    ("SYR", "Syria", "Syrian", "Damascus"),
    ("BLR", "Belarus", "Belarusian", "Minsk"),
    ("IRN", "Iran", "Iranian", "Tehran"),
    ("SAU", "Saudi Arabia", "Saudi", "Riyadh"),
    ("YEM", "Yemen", "Yemeni", "Sanaa"),
    ("USA", "United States", "American", "Washington"),
)
_OTHERS = (
    ("DPR", "Donetsk People's Republic", EntryKind.POLITY, NameForm.NAME, "Donetsk People's Republic"),
    ("DPR", "Donetsk People's Republic", EntryKind.POLITY, NameForm.PLACE, "Donetsk"),
    ("LPR", "Luhansk People's Republic", EntryKind.POLITY, NameForm.NAME, "Luhansk People's Republic"),
    ("LPR", "Luhansk People's Republic", EntryKind.POLITY, NameForm.PLACE, "Luhansk"),
    ("RUS", "Russia", EntryKind.POLITY, NameForm.METONYM, "Kremlin"),
    ("EU", "European Union", EntryKind.ORGANISATION, NameForm.NAME, "EU"),
    ("KCNA", "Korean Central News Agency", EntryKind.AGENCY, NameForm.NAME, "KCNA"),
)

_CONTESTED = frozenset({"DPR", "LPR"})


def _table() -> dict[str, tuple[Party, NameForm]]:
    found: dict[str, tuple[Party, NameForm]] = {}
    for identifier, name, adjective, capital in _POLITIES:
        party = Party(identifier, name)
        found |= {
            name: (party, NameForm.NAME),
            adjective: (party, NameForm.ADJECTIVE),
            capital: (party, NameForm.CAPITAL),
        }
    for identifier, name, kind, form, text in _OTHERS:
        found[text] = (Party(identifier, name, None, kind, identifier in _CONTESTED), form)
    found["Workers' Party of Korea"] = (Party("PRK", "North Korea", "PTY"), NameForm.NAME)
    return found


_TABLE = _table()
_PATTERN = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_TABLE, key=len, reverse=True)))})(?!\w)")


def find_names(sentence: Sentence) -> tuple[NameInSentence, ...]:
    """Find the names of the table in a sentence."""
    found = []
    for match in _PATTERN.finditer(sentence.text):
        first, last = match.start() + sentence.start, match.end() + sentence.start
        indexes = [t.index for t in sentence.tokens if first <= t.start and t.end <= last]
        if indexes:
            party, form = _TABLE[match.group()]
            found.append(NameInSentence(indexes[0], indexes[-1] + 1, party, form))
    return tuple(found)
