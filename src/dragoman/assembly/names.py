"""The names of one document: found once in its whole text, then asked by passage and by sentence.

What settles an ambiguous name may stand far from it, so the gazetteer always sees the whole text.
"""

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.actors.authority import Authority
from dragoman.actors.entity import Entity
from dragoman.actors.gazetteer import Gazetteer, NameMatch
from dragoman.actors.naming import EntryKind, NameForm, NameInSentence, Party
from dragoman.actors.polity import Polity
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence

_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
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
    """

    def __init__(self, text: str, gazetteer: Gazetteer, authority: Authority) -> None:
        self._authority = authority
        self._matches = tuple(gazetteer.find_names(text))
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

    def find_in_sentence(self, sentence: Sentence) -> tuple[NameInSentence, ...]:
        """Return the names in a sentence that stand for one entry, aligned to its tokens."""
        found = (self._aligned(sentence, match) for match in self._within(sentence.start, sentence.end))
        return tuple(name for name in found if name is not None)

    def _within(self, start: int, end: int) -> Iterator[NameMatch]:
        for match in self._matches[bisect_left(self._starts, start) :]:
            if match.span.end > end:
                return
            yield match

    def _aligned(self, sentence: Sentence, match: NameMatch) -> NameInSentence | None:
        if match.id is None:
            return None
        inside = [t.index for t in sentence.tokens if t.start < match.span.end and match.span.start < t.end]
        if not inside:
            return None
        entity = self._authority.entity(match.id)
        is_contested = isinstance(entity, Polity) and entity.is_contested
        return NameInSentence(
            inside[0], inside[-1] + 1, _party(entity, self._authority), match.form, is_contested=is_contested
        )


def _party(entity: Entity, authority: Authority) -> Party:
    """Whom an entry stands for: an organ of a state acts for the state, with its sector."""
    home = None if entity.home is None else authority.find(entity.home)
    if entity.sector in _STATE_SECTORS and isinstance(home, Polity):
        return Party(home.id, home.name, entity.sector, EntryKind.POLITY)
    return Party(entity.id, entity.name, entity.sector, entity.kind)
