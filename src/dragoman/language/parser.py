"""What Dragoman asks of a parser; :mod:`dragoman.parsing` holds the concrete ones."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from dragoman.language.sentence import Sentence


class Parser(Protocol):
    """Turns text into parsed sentences."""

    @property
    def name(self) -> str:
        """Name and version, as recorded in claims."""

    def parse(self, passages: Iterable[tuple[str, int]]) -> Iterator[tuple[Sentence, ...]]:
        """Parse passages of text.

        Args:
            passages: Pairs of a text and the offset of its first code point in the document.

        Yields:
            For each passage, in order, its sentences; their offsets count from the
            document's beginning. A passage without words yields an empty tuple.
        """
