"""The spellings of names that a ledger holds: of people, of polities, of places.

A name of a person is where a claim names who acts or speaks; a name of a polity or place is
where the words of a claim have a name that the authority file gives to that very entry. The
writers of a page itself are not among them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.actors.entity import Entity
from dragoman.actors.folding import fold_name
from dragoman.actors.naming import NameForm
from dragoman.answers.citation import Citation
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.dates.edtf import parse_edtf
from dragoman.documents.document import DocumentId
from dragoman.documents.section import VoiceKind

_WORD = re.compile(r"[^\s,;:()\u2013\u2014\u201c\u201d\"]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_OF_PLACES = frozenset({NameForm.NAME, NameForm.CAPITAL, NameForm.METONYM, NameForm.PLACE})


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a name, as pages have it.

    Attributes:
        text: The name as written, white space made plain; pages that differ in capitals alone count as one.
        party: Identifier of the polity or body that the person acts for, or of the entry that bears the
            name; ``None`` where no page says.
        form: In which way it names its entry; ``None`` for a person, or a place of no entry.
        is_person: Whether it names a person.
        roles: Offices that pages give to the person, in the order found.
        years: First and last year of what it is named for; ``None`` unknown.
        claims: How many claims have it.
        citations: One claim for each page that has it, with a quote that shows it where there is one.
    """

    text: str
    party: str | None
    form: NameForm | None
    is_person: bool
    roles: tuple[str, ...]
    years: tuple[int, int] | None
    claims: int
    citations: tuple[Citation, ...] = field(repr=False)

    @property
    def pages(self) -> frozenset[DocumentId]:
        """The documents that have it."""
        return frozenset(citation.page.id for citation in self.citations)

    def to_dict(self) -> dict[str, object]:
        """Return the spelling as plain JSON values."""
        return {
            "text": self.text,
            "party": self.party,
            "is_person": self.is_person,
            "roles": list(self.roles),
            "years": None if self.years is None else list(self.years),
            "claims": self.claims,
            "citations": [citation.to_dict() for citation in self.citations],
        }


@dataclass(frozen=True, slots=True)
class _Naming:
    """A name in one claim."""

    text: str
    party: str | None
    form: NameForm | None = None
    is_person: bool = False
    role: str | None = None

    @property
    def key(self) -> tuple[object, ...]:
        return _letters(self.text), self.party, self.form, self.is_person


def gather_spellings(citations: Iterable[Citation], authority: Authority) -> tuple[Spelling, ...]:
    """Group the names in claims by spelling and bearer.

    Args:
        citations: The claims, with their pages.
        authority: Names of polities and places.

    Returns:
        One spelling for each name and party, in the order found.
    """
    reader = _Reader(authority)
    found: dict[tuple[object, ...], list[tuple[_Naming, Citation]]] = {}
    for citation in citations:
        for naming in dict.fromkeys(reader.names_in(citation.claim)):
            found.setdefault(naming.key, []).append((naming, citation))
    return tuple(_spelling(uses) for uses in found.values())


def _spelling(uses: list[tuple[_Naming, Citation]]) -> Spelling:
    naming = uses[0][0]
    letters = _letters(naming.text)
    shown: dict[DocumentId, Citation] = {}
    for _, citation in uses:
        held = shown.get(citation.page.id)
        if held is None or (not _shows(held, letters) and _shows(citation, letters)):
            shown[citation.page.id] = citation
    years = [year for _, citation in uses for year in _years(citation)]
    return Spelling(
        text=naming.text,
        party=naming.party,
        form=naming.form,
        is_person=naming.is_person,
        roles=tuple(dict.fromkeys(use.role for use, _ in uses if use.role)),
        years=(min(years), max(years)) if years else None,
        claims=len({citation.claim.id for _, citation in uses}),
        citations=tuple(shown.values()),
    )


def _years(citation: Citation) -> tuple[int, ...]:
    """The years of an act, or else of the page that tells it."""
    date, published = citation.claim.date, citation.page.published
    interval = date.interval if date is not None else None
    if interval is None and published is not None:
        interval = parse_edtf(published)
    ends = (interval.earliest, interval.latest) if interval is not None else ()
    return tuple(day.year for day in ends if day is not None)


def _shows(citation: Citation, letters: str) -> bool:
    return letters in _letters(citation.claim.evidence.quote)


def _letters(text: str) -> str:
    return _plain(text).replace("’", "'").casefold()


def _plain(text: str) -> str:
    return " ".join(text.split())


class _Reader:
    """Finds the names in a claim."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._names: dict[str, dict[str, NameForm]] = {}
        self._places = _index_places(authority)

    def names_in(self, claim: Claim) -> Iterator[_Naming]:
        """Yield the names of those who act or speak in a claim, of polities and of the place."""
        for participant in (*claim.actors, *claim.recipients):
            if participant.person is not None:
                yield from self._person(participant.person, participant.id, participant.role)
            else:
                yield from self._entry_names(participant.mention.text, participant.id)
        for hop in claim.chain[1:]:
            if hop.kind is VoiceKind.PERSON:
                yield from self._person(hop.source, hop.id, hop.role)
        if claim.kind is ClaimKind.NAME and claim.measure is not None and len(claim.actors) == 1:
            yield from self._entry_names(str(claim.measure.value), claim.actors[0].id)
        if claim.place is not None:
            yield from self._place(claim.place)

    def _person(self, name: str, party: str | None, role: str | None) -> Iterator[_Naming]:
        text = _plain(name)
        # A person of whom no page says for whom he acts has a slug of his name for identifier.
        known = party if party is not None and party in self._authority else None
        if text and not text[0].islower():
            yield _Naming(text, known, is_person=True, role=role)

    def _entry_names(self, words: str, identifier: str) -> Iterator[_Naming]:
        names = self._names_of(identifier)
        if not names:
            return
        found = list(_WORD.finditer(words))
        longest = max(name.count(" ") for name in names) + 1
        place = 0
        while place < len(found):
            ends = range(min(place + longest, len(found)), place, -1)
            spans = ((words[found[place].start() : found[end - 1].end()], end) for end in ends)
            named = next(((text, end) for text, end in spans if _bare(text) in names and _is_name(text)), None)
            if named is not None:
                yield _Naming(_plain(_POSSESSIVE.sub("", named[0])), identifier, names[_bare(named[0])])
            place = named[1] if named is not None else place + 1

    def _names_of(self, identifier: str) -> dict[str, NameForm]:
        if identifier not in self._names:
            entity = self._authority.find(identifier)
            self._names[identifier] = {} if entity is None else dict(_place_names(entity))
        return self._names[identifier]

    def _place(self, words: str) -> Iterator[_Naming]:
        text = _plain(_POSSESSIVE.sub("", _ARTICLE.sub("", words)))
        bearers = self._places.get(fold_name(text), {})
        if len(bearers) == 1:
            ((identifier, form),) = bearers.items()
            yield _Naming(text, identifier, form)
        elif not bearers and all(word[0].isupper() for word in text.split()):
            yield _Naming(text, None)


def _is_name(text: str) -> bool:
    """Tell whether words begin as a name does: "US", not "us"; "Gambia", not "the Gambia", which is no other name."""
    return text[:1].isupper() and not _ARTICLE.match(text)


def _bare(text: str) -> str:
    return fold_name(_POSSESSIVE.sub("", text))


def _place_names(entity: Entity) -> Iterator[tuple[str, NameForm]]:
    # From the last: of two forms of one name the first counts.
    for name in reversed(entity.names):
        if name.form in _OF_PLACES:
            yield fold_name(name.text), name.form


def _index_places(authority: Authority) -> dict[str, dict[str, NameForm]]:
    index: dict[str, dict[str, NameForm]] = {}
    for entity in authority:
        for name, form in _place_names(entity):
            index.setdefault(name, {})[entity.id] = form
    return index
