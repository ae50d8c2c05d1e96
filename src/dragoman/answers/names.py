"""What each speaker calls a polity: its name as written, and whether in scare quotes.

The words on a page are those of the voice that writes it, unless they stand in a quotation
that is given to a speaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf, distinct, hop_label
from dragoman.answers.hearing import Objection, hear_voices
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.polities import resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.claims.claim import ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.documents.span import Span

OPENING = frozenset("“‘\"'«„")
CLOSING = frozenset("”’\"'»“")


@dataclass(frozen=True, slots=True)
class NameUse:
    """One name that one voice gives to a polity.

    Attributes:
        text: The name as written.
        speaker: Who calls it so.
        page: Title, or name of the file or address, of the first page where it does.
        is_quoted: Whether the name stands in scare quotes.
        times: How many sentences of the ledger's claims have it.
        citations: One claim for each sentence.
    """

    text: str
    speaker: str
    page: str
    is_quoted: bool
    times: int
    citations: tuple[Citation, ...] = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the use as plain JSON values."""
        return {
            "text": self.text,
            "speaker": self.speaker,
            "page": self.page,
            "scare_quotes": self.is_quoted,
            "times": self.times,
            "citations": [citation.to_dict() for citation in self.citations],
        }

    def to_record(self) -> Record:
        """Return the use as one row of a table."""
        return {
            "speaker": self.speaker,
            "text": self.text,
            "page": self.page,
            "scare_quotes": self.is_quoted,
            "times": self.times,
            "quote": self.citations[0].claim.evidence.quote,
            "claims": " ".join(citation.claim.id for citation in self.citations),
        }


@dataclass(frozen=True, slots=True)
class Names(Tabular):
    """What each speaker calls a polity.

    Attributes:
        of: Identifier of the polity.
        name: Its plain English name.
        note: What the authority file says of it; may be empty.
        horizon: The two times of the question.
        uses: By speaker, then by name.
        left_out: What the policy leaves out, with the reasons.
    """

    of: str
    name: str
    note: str
    horizon: Horizon
    uses: tuple[NameUse, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "names",
            "of": self.of,
            "name": self.name,
            "note": self.note,
            **self.horizon.to_dict(),
            "uses": [use.to_dict() for use in self.uses],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each name that a voice gives."""
        return tuple(use.to_record() for use in self.uses)


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in one claim."""

    text: str
    is_quoted: bool
    citation: Citation


def find_names(ledger: Ledger, authority: Authority, of: str, *, horizon: Horizon = ALL_TIMES) -> Names:
    """Find what each speaker calls a polity.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        of: The polity, in any spelling.
        horizon: The moment of knowledge; a name has no day.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    identifier = resolve_party(authority, of)
    shelf = Shelf(ledger, horizon.known)
    about = shelf.find(ClaimQuery(participant=identifier, known=horizon.known))
    hearing = hear_voices(about, horizon)
    groups: dict[tuple[str, str, bool], list[_Found]] = {}
    for name in (name for citation in hearing.heard for name in _names_in(citation, identifier)):
        voice = name.citation.claim.chain[0]
        groups.setdefault((hop_label(voice), name.text, name.is_quoted), []).append(name)
    entity = authority.find(identifier)
    return Names(
        of=identifier,
        name=authority.name_of(identifier),
        note="" if entity is None else entity.note,
        horizon=horizon,
        uses=tuple(_use(key, groups[key]) for key in sorted(groups)),
        left_out=hearing.about(lambda c: any(_names_in(c, identifier))),
    )


def _names_in(citation: Citation, identifier: str) -> Iterator[_Found]:
    claim = citation.claim
    if claim.kind is ClaimKind.NAME and claim.measure is not None:
        yield _Found(str(claim.measure.value), bool(claim.measure.scope), citation)
        return
    for participant in (*claim.actors, *claim.recipients):
        mention = participant.mention
        is_name = participant.person is None and participant.sector is None and mention.text[:1].isupper()
        if participant.id == identifier and is_name and claim.evidence.span.contains(mention.span):
            start = mention.span.start - claim.evidence.span.start
            words = Span(start, start + len(mention.text))
            if words.end <= len(claim.evidence.quote) and words.of(claim.evidence.quote) == mention.text:
                yield _Found(one_line(mention.text), is_quoted(claim.evidence.quote, words), citation)


def is_quoted(sentence: str, words: Span) -> bool:
    """Tell whether words stand in quotation marks of their own in a sentence.

    >>> is_quoted("It recognised the “Republic” again.", Span(19, 27))
    True
    """
    return sentence[words.start - 1 : words.start] in OPENING and sentence[words.end : words.end + 1] in CLOSING


def one_line(text: str) -> str:
    """Return a text with every run of white space made one blank."""
    return " ".join(text.split())


def _use(key: tuple[str, str, bool], found: Sequence[_Found]) -> NameUse:
    speaker, text, quoted = key
    citations = distinct(name.citation for name in found)
    by_place = {(c.page.id, c.claim.evidence.span): c for c in reversed(citations)}
    page = citations[0].page
    return NameUse(text, speaker, page.title or page.name, quoted, len(by_place), tuple(reversed(by_place.values())))
