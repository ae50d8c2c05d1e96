"""Sources: what each outlet has told, on whose word, and with which loaded words.

The list of outlets reads no claim, so that it is quick however many there are. What one outlet told is read from
its newest documents.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.answers.citation import Citation, Page, Shelf, hop_label, page_of
from dragoman.answers.hearing import Objection, hear_voices
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.origin import innermost_source
from dragoman.answers.records import Record, Tabular
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.documents.card import DocumentCard
from dragoman.errors import NameUnknownError

NAMELESS = ""
"""Stands for the outlet of documents that name none."""

MOST_DOCUMENTS = 200
"""Documents of one outlet whose claims are read, the last recorded."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One outlet.

    Attributes:
        outlet: Its name; ``""`` for documents that name none.
        documents: How many documents of it are held.
        claims: How many claims they make.
        first: Earliest day of publication, ISO 8601, or ``None`` where no document tells it.
        last: Latest day of publication, or ``None``.
    """

    outlet: str
    documents: int
    claims: int
    first: str | None
    last: str | None

    def to_dict(self) -> Record:
        """Return the outlet as plain JSON values."""
        return {
            "outlet": self.outlet,
            "documents": self.documents,
            "claims": self.claims,
            "first": self.first,
            "last": self.last,
        }


@dataclass(frozen=True, slots=True)
class Sources(Tabular):
    """All outlets of a ledger.

    Attributes:
        horizon: The moment of knowledge.
        rows: One for each outlet, those with most claims first.
    """

    horizon: Horizon
    rows: tuple[SourceRow, ...]

    def to_dict(self) -> Record:
        """Return the outlets as plain JSON values."""
        return {"question": "sources", **self.horizon.times(), "sources": list(self.to_records())}

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each outlet."""
        return tuple(row.to_dict() for row in self.rows)


@dataclass(frozen=True, slots=True)
class WordUse:
    """A word that takes a side, as one outlet uses it.

    Attributes:
        text: The word as written.
        note: Why it is marked.
        times: How often it stands in evidence of claims.
        citation: The first claim that has it.
    """

    text: str
    note: str
    times: int
    citation: Citation = field(repr=False)

    def to_dict(self) -> Record:
        """Return the use as plain JSON values."""
        return {"text": self.text, "note": self.note, "times": self.times, "claim": self.citation.claim.id}


@dataclass(frozen=True, slots=True)
class Source(Tabular):
    """What one outlet told.

    Attributes:
        row: The outlet with its figures.
        horizon: The limits of the question.
        pages: Its newest documents, the last recorded first.
        citations: Their claims.
        origins: To whom they go back, with the number of claims, the most frequent first.
        loaded: Words in them that take a side, the most frequent first.
        left_out: What the policy leaves out, with the reasons.
    """

    row: SourceRow
    horizon: Horizon
    pages: tuple[Page, ...]
    citations: tuple[Citation, ...] = field(repr=False)
    origins: tuple[tuple[str, int], ...]
    loaded: tuple[WordUse, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> Record:
        """Return the outlet as plain JSON values."""
        return {
            "question": "source",
            **self.row.to_dict(),
            **self.horizon.to_dict(),
            "pages": [page.to_dict() for page in self.pages],
            "claims": [citation.to_dict() for citation in self.citations],
            "origins": list(self.to_records()),
            "loaded": [use.to_dict() for use in self.loaded],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each origin."""
        return tuple({"origin": name, "claims": claims} for name, claims in self.origins)


def find_sources(ledger: Ledger, *, horizon: Horizon = ALL_TIMES) -> Sources:
    """List the outlets of a ledger.

    Args:
        ledger: Where the documents are held.
        horizon: The moment of knowledge.
    """
    return Sources(horizon, _rows(ledger, horizon, ledger.cards(known=horizon.known)))


def find_source(ledger: Ledger, outlet: str, *, horizon: Horizon = ALL_TIMES) -> Source:
    """Find what one outlet told.

    Args:
        ledger: Where the claims are held.
        outlet: Its name, in small or capital letters; ``""`` for documents that name none.
        horizon: The limits of the question.

    Raises:
        NameUnknownError: No document is of such an outlet.
    """
    wanted = _folded(outlet)
    cards = [card for card in ledger.cards(known=horizon.known) if _folded(card.outlet or NAMELESS) == wanted]
    if not cards:
        raise NameUnknownError("outlet", outlet)
    newest = cards[: -MOST_DOCUMENTS - 1 : -1]
    shelf = Shelf(ledger, horizon.known)
    told = [c for card in newest for c in shelf.find(ClaimQuery(document=card.id, known=horizon.known))]
    hearing = hear_voices(told, horizon)
    origins = Counter(hop_label(innermost_source(citation.claim)) for citation in hearing.heard)
    return Source(
        row=_rows(ledger, horizon, cards)[0],
        horizon=horizon,
        pages=tuple(page_of(card) for card in newest),
        citations=tuple(hearing.heard),
        origins=tuple(sorted(origins.items(), key=lambda pair: (-pair[1], pair[0]))),
        loaded=_loaded(hearing.heard),
        left_out=hearing.left_out,
    )


def _rows(ledger: Ledger, horizon: Horizon, cards: Iterable[DocumentCard]) -> tuple[SourceRow, ...]:
    claims = {one.document: one.claims for one in ledger.tallies(horizon.known)}
    by_outlet: dict[str, list[DocumentCard]] = {}
    for card in cards:
        by_outlet.setdefault(card.outlet or NAMELESS, []).append(card)
    rows = [_row(name, found, sum(claims.get(card.id, 0) for card in found)) for name, found in by_outlet.items()]
    return tuple(sorted(rows, key=lambda row: (-row.claims, row.outlet)))


def _row(outlet: str, cards: list[DocumentCard], claims: int) -> SourceRow:
    days = [card.published[:10] for card in cards if card.published]
    return SourceRow(outlet, len(cards), claims, min(days, default=None), max(days, default=None))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _loaded(citations: Iterable[Citation]) -> tuple[WordUse, ...]:
    places: dict[tuple[str, str], dict[tuple[str, int], Citation]] = {}
    for citation in citations:
        for word in citation.claim.loaded:
            found = places.setdefault((word.text, word.note), {})
            found.setdefault((citation.page.id, word.span.start), citation)
    uses = [WordUse(text, note, len(found), next(iter(found.values()))) for (text, note), found in places.items()]
    return tuple(sorted(uses, key=lambda use: (-use.times, use.text)))
