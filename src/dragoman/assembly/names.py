"""The names of one document: found once in its whole text, then asked by passage and by sentence.

What settles an ambiguous name may stand far from it, so the gazetteer always sees the whole text.
"""

import re
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


_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_OPENERS = (
    "A|After|All|Also|An|And|Another|As|At|Before|Both|But|By|During|Each|Following|For|From|He|Her|His|However|I|If|In|It|Its"
    "|Last|Later|Meanwhile|More|Most|No|Nor|On|One|Or|Other|Our|Over|She|Since|So|Some|Such|That|The|Their|Then|There|These"
    "|They|This|Those|Though|Through|To|Two|Under|Until|Upon|We|What|When|Where|Whether|Which|While|Who|Why|With|Without"
    "|Yet|You"
)
# The dot of "the U.S." ends the sentence as well where the text ends, or where a word that opens sentences is next.
_ENDING_DOT = re.compile(rf"\.(?=[\"”’)\]]*\s*(?:$|\n|[\"“‘(\[]?(?:{_OPENERS})\b))")


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
            yield _with_dot(match.span.shifted(-offset), text), plain

    def _within(self, start: int, end: int) -> Iterator[NameMatch]:
        for match in self._matches[bisect_left(self._starts, start) :]:
            if match.span.end > end:
                return
            yield match


def _with_dot(span: Span, text: str) -> Span:
    """Take the last dot into a short form such as "U.S.", unless it ends the sentence as well."""
    is_dotted = text[span.end : span.end + 1] == "." and _DOTTED.fullmatch(span.of(text)) is not None
    return Span(span.start, span.end + 1) if is_dotted and _ENDING_DOT.match(text, span.end) is None else span
