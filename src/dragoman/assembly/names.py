"""The names of one document: found once in its whole text, then asked by passage and by sentence.

What settles an ambiguous name may stand far from it, so the gazetteer always sees the whole text.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator

from dragoman.actors.aligning import NO_DAYS, SpokenDays, names_finder
from dragoman.actors.authority import Authority
from dragoman.actors.dictionary import NO_DICTIONARY, ActorDictionary
from dragoman.actors.folding import level_text
from dragoman.actors.gazetteer import Gazetteer, NameMatch
from dragoman.actors.listed import with_listed
from dragoman.actors.naming import EntryKind, NameForm, NameInSentence
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence

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
        dictionary: Names of the user's own, which go before the others.
    """

    def __init__(
        self, text: str, gazetteer: Gazetteer, authority: Authority, dictionary: ActorDictionary = NO_DICTIONARY
    ) -> None:
        matches = gazetteer.find_names(text)
        hits = tuple(dictionary.find_hits(level_text(text)))
        self._matches = with_listed(matches, hits, gazetteer.survey(text)) if hits else matches
        self._authority = authority
        self._starts = [match.span.start for match in self._matches]

    def finder(self, days: SpokenDays = NO_DAYS) -> Callable[[Sentence], tuple[NameInSentence, ...]]:
        """Return what gives the names in a sentence that stand for one party, aligned to its tokens.

        Args:
            days: The days that say which role of a listed name holds.
        """
        return names_finder(self._matches, self._authority, days)

    def find_plain_words(self, text: str, offset: int) -> Iterator[tuple[Span, str]]:
        """Yield the names in a passage with the plain word that the parser may see in their place.

        Args:
            text: The passage.
            offset: Where it begins in the document's text.

        Yields:
            Spans count from the beginning of the passage.
        """
        for match in self._within(offset, offset + len(text)):
            if match.listed and not match.ids:
                continue
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
