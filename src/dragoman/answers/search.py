"""Where words stand: in the texts of documents, or in the quotes of claims.

What is found is shown with the words around it. Nothing is ranked by a count: the last recorded comes first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import islice

from dragoman.answers.citation import Citation, Page, Shelf, page_of
from dragoman.answers.horizon import Horizon, parse_horizon
from dragoman.answers.visible import visible
from dragoman.claims.ledger import ClaimQuery, Ledger, TextMatch
from dragoman.documents.document import DocumentId
from dragoman.documents.span import Span
from dragoman.documents.words import Phrase, find_phrases, parse_phrases

AROUND = 60
"""Characters that are shown before and after a place."""

MOST_PLACES = 3
"""Places of one document whose words are shown."""

LIMIT = 50
"""How many findings an answer has, unless more are asked for."""


class Searched(StrEnum):
    """Where words are looked for."""

    DOCUMENTS = "documents"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet.

    Attributes:
        text: Its characters, every run of white space made one blank.
        is_hit: Whether it is what was looked for.
    """

    text: str
    is_hit: bool

    def to_dict(self) -> dict[str, object]:
        """Return the piece as plain JSON values."""
        return {"text": self.text, "hit": self.is_hit}


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document, or a claim, in which the words stand.

    Attributes:
        page: The document.
        language: ISO 639-1 code of most of the document, or of the quote; ``None`` when it cannot be told.
        times: How often the words stand there.
        snippet: The words with those around them.
        citation: The claim in whose quote they stand; ``None`` where documents are searched.
    """

    page: Page
    language: str | None
    times: int
    snippet: tuple[Piece, ...]
    citation: Citation | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The snippet in one line."""
        return "".join(piece.text for piece in self.snippet)

    def to_dict(self) -> dict[str, object]:
        """Return the hit as plain JSON values."""
        return {
            "document": self.page.to_dict(),
            "language": self.language,
            "times": self.times,
            "snippet": [piece.to_dict() for piece in self.snippet],
            "citation": self.citation and self.citation.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Search:
    """Where words stand.

    Attributes:
        words: What was looked for, as typed.
        phrases: The same, folded.
        place: Where it was looked for.
        horizon: The moment of knowledge.
        hits: What was found, the last recorded first.
        has_more: Whether there is more than was asked for.
    """

    words: str
    phrases: tuple[Phrase, ...]
    place: Searched
    horizon: Horizon
    hits: tuple[SearchHit, ...]
    has_more: bool

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "search",
            "words": self.words,
            "in": self.place.value,
            **self.horizon.to_dict(),
            "hits": [hit.to_dict() for hit in self.hits],
            "more": self.has_more,
        }


def search(  # noqa: PLR0913 - the conditions of a search, by keyword
    ledger: Ledger,
    words: str,
    *,
    in_: str = "documents",
    language: str | None = None,
    known: str | datetime | None = None,
    limit: int = LIMIT,
) -> Search:
    """Find where words stand, in any language and script.

    Each word must stand there; words in quotation marks must follow each other. Case, width and diacritics do not
    count.

    Args:
        ledger: Where the documents are held.
        words: What to look for, such as ``朝鲜`` or ``"foreign ministry" Sukhumi``.
        in_: ``documents``, or ``quotes`` for the quotes of claims.
        language: Only in this language, an ISO 639-1 code.
        known: Moment of knowledge.
        limit: Most findings.

    Raises:
        DateError: ``known`` cannot be read.
        ValueError: ``in_`` is another word.

    >>> from dragoman.ledger.open import open_ledger
    >>> search(open_ledger("memory:"), "朝鲜").hits
    ()
    """
    found: Iterator[SearchHit]
    place, phrases, horizon = Searched(in_), parse_phrases(words), parse_horizon(None, known)
    if place is Searched.DOCUMENTS:
        found = map(_document_hit, ledger.search(phrases, language=language, known=horizon.known))
    else:
        found = _quotes(ledger, phrases, language, horizon)
    hits = tuple(islice(found, limit + 1))
    return Search(words, phrases, place, horizon, hits[:limit], len(hits) > limit)


def _document_hit(match: TextMatch) -> SearchHit:
    document = match.document
    snippet = tuple(_snippet(document.text, match.spans[:MOST_PLACES]))
    return SearchHit(page_of(document), document.language, len(match.spans), snippet)


def _quotes(ledger: Ledger, phrases: Sequence[Phrase], language: str | None, horizon: Horizon) -> Iterator[SearchHit]:
    shelf = Shelf(ledger, horizon.known)
    # A quote is part of a text: where the text does not have the words, no quote of it does.
    for match in ledger.search(phrases, known=horizon.known):
        for citation in _citations(shelf, match.document.id, horizon):
            claim = citation.claim
            spans = find_phrases(claim.evidence.quote, phrases)
            if spans and language in {None, claim.language}:
                snippet = tuple(_snippet(claim.evidence.quote, spans[:MOST_PLACES]))
                yield SearchHit(citation.page, claim.language, len(spans), snippet, citation)


def _citations(shelf: Shelf, document: DocumentId, horizon: Horizon) -> Iterator[Citation]:
    return shelf.find(ClaimQuery(document=document, known=horizon.known))


def _snippet(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Yield the words at some places with those around them, cut between words where there are blanks."""
    shown = 0
    for number, span in enumerate(spans):
        start = max(shown, _cut(text, span.start - AROUND, span.start))
        following = spans[number + 1].start if number + 1 < len(spans) else len(text)
        end = min(_cut(text, span.end + AROUND, span.end), max(following, span.end))
        if start < span.start or start > shown:
            yield Piece(("… " if start > shown else "") + _plain(text[start : span.start]), is_hit=False)
        yield Piece(_plain(text[max(span.start, shown) : span.end]), is_hit=True)
        if end > span.end:
            yield Piece(_plain(text[span.end : end]), is_hit=False)
        shown = max(end, span.end)
    if shown < len(text.rstrip()):
        yield Piece(" …", is_hit=False)


def _cut(text: str, wished: int, otherwise: int) -> int:
    """Return the place nearest to a wished one where a word begins or ends, on the way to another place."""
    if wished <= 0 or wished >= len(text):
        return min(max(wished, 0), len(text))
    step = 1 if otherwise > wished else -1
    place = wished
    while place != otherwise and not text[place].isspace():
        place += step
    return wished if place == otherwise else place


def _plain(text: str) -> str:
    """Return a stretch with each run of white space made one blank, those at its ends too."""
    plain = " ".join(text.split())
    return visible((" " if text[:1].isspace() else "") + plain + (" " if plain and text[-1:].isspace() else ""))
