"""Spans of characters: half open, counted in Unicode code points.

Everything that Dragoman says about a text points into it with these. The quote
at the offsets is the quote in the claim, always, in every script.
"""

from dataclasses import dataclass

from dragoman.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: ``start`` is inside it, ``end`` is not.

    Attributes:
        start: Offset of the first code point, from 0.
        end: Offset after the last code point; later than ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(self.start, self.end, "0 <= start < end")

    def of(self, text: str) -> str:
        """Return the characters of this span.

        Raises:
            SpanError: The span ends after the text.
        """
        if self.end > len(text):
            raise SpanError(self.start, self.end, f"an end within the {len(text)} characters of the text")
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether every character of ``other`` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved by so many code points (to the right if positive)."""
        return Span(self.start + by, self.end + by)
