"""People as a document introduces them: a name, an office, the polity they act for.

There is no list of the world's leaders here. Who "Lopez" is, the text has said ("the
Mexican Ambassador to Cuba – Juan Lopez –"), before or after; where it has not, the name
stays a name.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from dragoman.actors.naming import NameForm, NameInSentence, Party
from dragoman.actors.participant import Mention
from dragoman.actors.phrase import mention_of
from dragoman.actors.romanisation import latin_words
from dragoman.actors.spelling import LEAST_SCORE, NameContext, NameMatchProposal, match_names
from dragoman.language.sentence import Sentence

FAMILY_NAME_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "VNM", "HKG", "MAC", "KHM"})
"""Polities whose people are written with the family name first in English news."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a text names a person.

    Attributes:
        name: The name as spelt there, without titles.
        mention: The words that stand for the person, with the office.
        sentence: Index of the sentence in the document.
        section: Index of the section.
        party: The polity or body acted for, with the sector, where these words say so.
        role: Office, where these words say so.
        sector: PLOVER sector of the office, where these words say so.
        is_acting: Whether the name does what people do there: it speaks, or acts behind "by".
    """

    name: str
    mention: Mention
    sentence: int
    section: int
    party: Party | None = None
    role: str | None = None
    is_acting: bool = False
    sector: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in plain Latin letters."""
        return latin_words(self.name)

    @property
    def is_full(self) -> bool:
        """Tell whether the name has more than a family name."""
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class Introduction:
    """The answer to "who is this?": the mention that says so, and why it is taken.

    Attributes:
        mention: Where the text introduces the person.
        reason: Why the name asked for is that person's.
    """

    mention: PersonMention
    reason: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Two spellings in one document that may name one person: a record, never a merge.

    Attributes:
        left: Where one spelling stands.
        right: Where the other stands.
        proposal: The score and the reasons.
    """

    left: Mention
    right: Mention
    proposal: NameMatchProposal


def family_name(name: str, polity: str | None) -> str:
    """Return the family name in plain Latin letters, by the order that the polity's people use.

    >>> family_name("Choe Son-hui", "PRK"), family_name("Vladimir Putin", "RUS")
    ('choe', 'putin')
    """
    words = latin_words(name)
    if not words:
        return ""
    return words[0] if polity in FAMILY_NAME_FIRST or _is_east_asian(name) else words[-1]


def _is_east_asian(name: str) -> bool:
    """Tell whether a name has the shape "Kim Jong-un": one word, then two syllables with a hyphen."""
    parts = name.split()
    if len(parts) != len(("family", "given")) or "-" in parts[0]:
        return False
    return "-" in parts[1] and not parts[1].lower().startswith(("al-", "el-"))


_MOST_BEARERS, _MOST_COMPARED = 40, 300
_WORTH_COMPARING = 60  # of 100, before accents and scripts are folded: the long comparison is slow
_CLOSE_SCORE = 0.93
"""A full name this like another of the same polity is taken for it, with the reason shown."""


def _place(mention: PersonMention) -> int:
    return mention.sentence


class People:
    """All people whom one document names."""

    def __init__(self, mentions: Iterable[PersonMention]) -> None:
        """Index the mentions by each word that may stand alone for the person."""
        self.mentions: list[PersonMention] = []
        self._by_word: dict[str, dict[tuple[object, ...], list[PersonMention]]] = {}
        for mention in mentions:
            self.learn(mention)

    def learn(self, mention: PersonMention) -> None:
        """Add a mention; also later, when the text around an office has told whose it is."""
        self.mentions.append(mention)
        party = None if mention.party is None else mention.party.id
        bearer = (mention.words, party, mention.role, mention.section, mention.is_acting)
        for word in set(mention.words):
            insort(self._by_word.setdefault(word, {}).setdefault(bearer, []), mention, key=_place)

    def _bearers(self, word: str, sentence: int = 0) -> list[PersonMention]:
        """Return one mention of each bearer of a word: the last before a sentence, or else the first.

        A word with more bearers than a page has people is nobody's name: it has none.
        """
        bearers = self._by_word.get(word, {})
        if len(bearers) > _MOST_BEARERS:
            return []
        return [found[max(0, bisect_right(found, sentence, key=_place) - 1)] for found in bearers.values()]

    def resolve_name(self, name: str, *, sentence: int, section: int) -> Introduction | None:
        """Find who a name is, by what the document says of its bearer elsewhere.

        Args:
            name: A full name or a bare family name, as spelt.
            sentence: Index of the sentence that uses it.
            section: Index of its section; people of the same section come first.

        Returns:
            The mention that gives the office or polity, or ``None`` when no mention does, or two
            people share the name and nothing decides between them.
        """
        words = latin_words(name)
        if not words:
            return None
        known = [m for word in {words[0], words[-1]} for m in self._bearers(word, sentence) if m.party is not None]
        if len(words) > 1:
            same = [m for m in known if m.words == words]
            return _choose(same, "the text introduces {0}", sentence, section) or self._by_variant(name, known)
        family = [m for m in known if not m.is_full or family_name(m.name, m.party.id if m.party else None) == words[0]]
        if family:
            return _choose(family, "family name of {0}", sentence, section)
        return _choose(known, "part of the name of {0}", sentence, section)

    @staticmethod
    def _by_variant(name: str, known: Iterable[PersonMention]) -> Introduction | None:
        """A full name that another spelling of the document introduces, where no other reading is left."""
        found = [(m, match_names(name, m.name)) for m in known]
        near = [(m, proposal) for m, proposal in found if proposal.is_certain or _is_close(proposal)]
        if len({family_name(m.name, None) for m, _ in near}) != 1:
            return None
        mention, proposal = max(near, key=lambda pair: pair[1].score)
        return Introduction(mention, f"spelt like {mention.name}: {proposal.reasons[0]}")

    def is_introduced(self, name: str) -> bool:
        """Tell whether some bearer of the name has a polity."""
        words = latin_words(name)
        return bool(words) and any(m.party is not None for m in self._bearers(words[-1]))

    def find_sector(self, name: str) -> str | None:
        """Return the sector of the office that the document gives to a full name, or ``None``."""
        words = latin_words(name)
        same = self._bearers(words[-1]) if words else []
        return next((m.sector for m in same if m.sector is not None and m.words == words), None)

    def is_person(self, name: str) -> bool:
        """Tell whether the document shows somewhere that a full name is a person's: by an office or by what it does."""
        words = latin_words(name)
        same = self._bearers(words[-1]) if words else []
        return any((m.is_acting or m.role is not None) and m.words == words for m in same)

    def find_full_name(self, name: str) -> str:
        """Return the longest form of a name in the document, or the name itself."""
        words = latin_words(name)
        longer = [m.name for m in self._bearers(words[-1] if words else "") if set(words) < set(m.words)]
        forms = {latin_words(form) for form in longer}
        return max(longer, key=len) if len(forms) == 1 else name

    def find_matches(self) -> tuple[NameMatch, ...]:
        """Propose which spellings of the document may name one person, the best first.

        A document with more names than anybody could check is compared in part: its first ones.
        """
        firsts: dict[str, PersonMention] = {}
        for mention in self.mentions:
            if not (mention.is_full or mention.party is not None):
                continue
            held = firsts.get(mention.name)
            if held is None or (held.party is None and mention.party is not None):
                firsts[mention.name] = mention
        found: list[NameMatch] = []
        distinct = tuple(firsts.values())[:_MOST_COMPARED]
        for place, left in enumerate(distinct):
            for right in distinct[place + 1 :]:
                if ratio(left.name.lower(), right.name.lower()) < _WORTH_COMPARING:
                    continue
                proposal = _compare(left, right)
                if proposal.score >= LEAST_SCORE:
                    found.append(NameMatch(left.mention, right.mention, proposal))
        return tuple(sorted(found, key=lambda match: -match.proposal.score))


def find_entry_matches(
    sentences: Sequence[Sentence], names: Sequence[tuple[NameInSentence, ...]]
) -> tuple[NameMatch, ...]:
    """Find the spellings of one entry of the authority file that are alike: Lugansk and Luhansk, Kyiv and Kiev."""
    firsts: dict[tuple[str, NameForm], dict[str, Mention]] = {}
    for sentence, found in zip(sentences, names, strict=True):
        for name in found:
            if name.form not in {NameForm.ADJECTIVE, NameForm.DEMONYM}:
                mention = mention_of(sentence, name.first, name.last)
                firsts.setdefault((name.party.id, name.form), {}).setdefault(mention.text, mention)
    matches: list[NameMatch] = []
    for (entry, _), mentions in firsts.items():
        for left, right in combinations(mentions.values(), 2):
            if not LEAST_SCORE <= match_names(left.text, right.text).score < 1:
                continue
            proposal = match_names(left.text, right.text, NameContext(entries=(entry, entry)))
            matches.append(NameMatch(left, right, proposal))
    return tuple(matches)


def _is_close(proposal: NameMatchProposal) -> bool:
    return proposal.score >= _CLOSE_SCORE and not any("often two names" in reason for reason in proposal.reasons)


def _compare(left: PersonMention, right: PersonMention) -> NameMatchProposal:
    polities = (left.party.id if left.party else None, right.party.id if right.party else None)
    return match_names(left.name, right.name, NameContext(polities=polities, offices=(left.role, right.role)))


def _choose(mentions: list[PersonMention], reason: str, sentence: int, section: int) -> Introduction | None:
    """Take the only bearer, or the one whom the nearest mention before names."""
    if not mentions:
        return None
    near = [m for m in mentions if m.section == section] or mentions
    before = [m for m in near if m.sentence <= sentence] or near
    chosen = max(before, key=lambda m: (m.is_full, m.sentence)) if before is not near else before[0]
    if _are_one(near):
        return Introduction(chosen, reason.format(_described(chosen)))
    full = [m for m in near if m.is_full and m.sentence <= sentence]
    if not full:
        return None
    nearest = max(full, key=lambda m: m.mention)
    if not _are_one([m for m in full if m.sentence == nearest.sentence]):
        return None
    nearest = next((m for m in full if m.words == nearest.words and m.role is not None), nearest)
    return Introduction(nearest, f"nearest full mention of the name before: {_described(nearest)}")


def _are_one(mentions: list[PersonMention]) -> bool:
    """Tell whether mentions that share a name can be one person: no two full names that differ."""
    full = list({m.words: m for m in mentions if m.is_full}.values())
    if len({m.party.id for m in mentions if m.party}) > 1:
        return False
    return all(_compare(full[0], other).is_certain for other in full[1:])


def _described(mention: PersonMention) -> str:
    return f"{mention.name}, {mention.role}" if mention.role else mention.name
