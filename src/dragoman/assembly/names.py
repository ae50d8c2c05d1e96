"""The names of one document: found once in its whole text, then asked by passage and by sentence.

What settles an ambiguous name may stand far from it, so the gazetteer always sees the whole text.
"""

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.actors.aligning import names_finder
from dragoman.actors.authority import Authority
from dragoman.actors.gazetteer import Gazetteer, NameMatch
from dragoman.actors.naming import EntryKind, NameForm
from dragoman.documents.span import Span

# A well-known word of the same kind, which the parser has seen often.
_PLAIN_WORDS = {
    NameForm.NAME: "France",
    NameForm.ADJECTIVE: "Russian",
    NameForm.DEMONYM: "Russians",
    NameForm.CAPITAL: "Paris",
    NameForm.METONYM: "Moscow",
    NameForm.PLACE: "Paris",
}


class DocumentNames:
    """The names of the authority file in one document.

    Args:
        text: The document's whole text.
        gazetteer: Finds the names.
        authority: Says who they are.

    Attributes:
        find_in_sentence: Gives the names in a sentence that stand for one entry, aligned to its tokens.
    """

    def __init__(self, text: str, gazetteer: Gazetteer, authority: Authority) -> None:
        self._matches = tuple(gazetteer.find_names(text))
        self.find_in_sentence = names_finder(self._matches, authority)
        self._starts = [match.span.start for match in self._matches]

    def find_plain_words(self, text: str, offset: int) -> Iterator[tuple[Span, str]]:
        """Yield the names in a passage with the plain word that the parser may see in their place.

        Args:
            text: The passage.
            offset: Where it begins in the document's text.

        Yields:
            Spans count from the beginning of the passage.
        """
        for match in self._within(offset, offset + len(text)):
            is_plural_adjective = match.form is NameForm.DEMONYM and not match.span.shifted(-offset).of(text).endswith(
                "s"
            )
            form = NameForm.ADJECTIVE if is_plural_adjective else match.form
            plain = "Agency" if match.kind is not EntryKind.POLITY and form is NameForm.NAME else _PLAIN_WORDS[form]
            yield match.span.shifted(-offset), plain

    def _within(self, start: int, end: int) -> Iterator[NameMatch]:
        for match in self._matches[bisect_left(self._starts, start) :]:
            if match.span.end > end:
                return
            yield match
