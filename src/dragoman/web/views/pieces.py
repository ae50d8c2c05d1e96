"""A stretch of a document cut into pieces that the same claims cover, with words that take a side marked on demand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.answers.citation import Citation
from dragoman.claims.claim import ClaimId, LoadedWord
from dragoman.documents.span import Span
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, cite


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims cover.

    Attributes:
        text: Its characters.
        anchor: Name of the place where a quote begins, or ``""``.
        numbers: Numbers of the claims whose quote begins here.
        claim: The narrowest claim that covers it, or ``None``.
        loaded: Why the word takes a side, or ``""``.
    """

    text: str
    anchor: str
    numbers: tuple[int, ...]
    claim: Cited | None
    loaded: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a text.

    Attributes:
        text: The whole text.
        citations: The claims whose quotes are underlined, in the order of the text.
        numbers: The number of each claim.
        loaded: Words to mark; empty where nobody asks for them.
    """

    text: str
    citations: tuple[Citation, ...]
    numbers: Mapping[ClaimId, int]
    loaded: tuple[LoadedWord, ...] = ()

    def within(self, span: Span) -> "Marked":
        """Return what of it touches a stretch."""
        return Marked(
            self.text,
            tuple(c for c in self.citations if c.claim.evidence.span.overlaps(span)),
            self.numbers,
            tuple(word for word in self.loaded if word.span.overlaps(span)),
        )


def cut_pieces(marked: Marked, span: Span, asked: Asked) -> Iterator[Piece]:
    """Yield a stretch in pieces.

    Args:
        marked: What is marked in the text.
        span: The stretch.
        asked: The limits of the question, which links carry on.
    """
    found = marked.within(span)
    spans = [c.claim.evidence.span for c in found.citations]
    words = [word.span for word in found.loaded]
    inner = {edge for one in (*spans, *words) for edge in (one.start, one.end) if span.start < edge < span.end}
    # A quote that comes from the stretch before goes on here without beginning anew.
    starts = {one.start for one in spans}
    for start, end in pairwise(sorted({span.start, span.end, *inner})):
        narrowest = _narrowest(found.citations, start, end)
        yield Piece(
            text=found.text[start:end],
            anchor=f"c{start}" if start in starts else "",
            numbers=_numbers(found, start),
            claim=None if narrowest is None else cite(narrowest, asked),
            loaded=next((w.note for w in found.loaded if w.span.start <= start and end <= w.span.end), ""),
        )


def _narrowest(citations: Sequence[Citation], start: int, end: int) -> Citation | None:
    over = [c for c in citations if c.claim.evidence.span.start <= start and end <= c.claim.evidence.span.end]
    return min(over, key=lambda c: c.claim.evidence.span.end - c.claim.evidence.span.start, default=None)


def _numbers(marked: Marked, start: int) -> tuple[int, ...]:
    begun = (c.claim.id for c in marked.citations if c.claim.evidence.span.start == start)
    return tuple(marked.numbers[one] for one in begun if one in marked.numbers)
