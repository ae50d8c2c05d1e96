"""Phrases that stand for actors, found on the surface of a sentence.

A parser errs most where news writes names: titles, dashes, brackets, quotation marks.
So a phrase is built from the words as they follow each other ("South Korean Foreign
Minister – Kang Kyung-wha –", "Aslan Bzhania, the leader of Abkhazia"), and any of its
core words may be the head that the tree has chosen.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from dragoman.actors.naming import NameInSentence, Party
from dragoman.actors.noun import ActorNoun
from dragoman.actors.participant import Mention
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token

DASHES = frozenset({"–", "—", "-", "--", "―", "‒"})
OPENING = frozenset({"(", "["}) | DASHES | {","}
CLOSING = frozenset({")", "]", ";", ":", "."}) | DASHES | {","}
QUOTES = frozenset({'"', "'", "“", "”", "‘", "’", "«", "»", "``", "''", "„"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
JOINERS = frozenset({"and", "&", "or", "as", "well"})


class PhraseKind(StrEnum):
    """What a phrase is built on."""

    NAME = "name"
    PERSON = "person"
    OFFICE = "office"
    BODY = "body"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """Words of a sentence that may stand for actors.

    Attributes:
        kind: What the phrase is built on.
        first: Index of its first token.
        last: Index after its last token.
        core: Indexes of the tokens that answer for the phrase when the tree calls them a head.
        parties: For whom it stands by its own words; empty when it does not say.
        noun: The office, body or crowd, or ``None``.
        sector: PLOVER sector that the words tell, or ``None``.
        role: Office as written ("foreign minister"), lower case, or ``None``.
        person: Person's name as spelt here, or ``None``.
        owner: Index of a pronoun or noun that says whose it is and must itself be resolved, or ``None``.
        is_definite: Whether it stands with "the", "this", "that", "both".
        name: The name it is built on, for :attr:`PhraseKind.NAME`.
        is_former: Whether the office is said to be a past one.
        listed: Where a user's dictionary says for whom it stands; empty where the text says so.
    """

    kind: PhraseKind
    first: int
    last: int
    core: frozenset[int]
    parties: tuple[Party, ...] = ()
    noun: ActorNoun | None = None
    sector: str | None = None
    role: str | None = None
    person: str | None = None
    owner: int | None = None
    is_definite: bool = False
    name: NameInSentence | None = None
    is_former: bool = False
    listed: str = ""

    @property
    def is_plural(self) -> bool:
        """Tell whether the phrase stands for more than one."""
        return len(self.parties) > 1 or (self.noun is not None and self.noun.is_plural)

    def joined_with(self, person: "ActorPhrase") -> "ActorPhrase":
        """Return this phrase of office together with the person who holds it."""
        return replace(
            self,
            first=min(self.first, person.first),
            last=max(self.last, person.last),
            core=self.core | person.core,
            person=person.person,
            parties=self.parties or person.parties,
            sector=self.sector or person.sector,
            listed="" if self.parties else person.listed,
        )

    def mention(self, sentence: Sentence) -> Mention:
        """Return the words of the phrase with their place in the document's text."""
        return mention_of(sentence, self.first, self.last)


def mention_of(sentence: Sentence, first: int, last: int) -> Mention:
    """Return the words from one token up to another with their place in the document's text."""
    span = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
    return Mention(span, span.shifted(-sentence.start).of(sentence.text))


def words_between(sentence: Sentence, first: int, last: int) -> str:
    """Return the characters from one token up to another as they stand in the document."""
    return mention_of(sentence, first, last).text


def skip(sentence: Sentence, index: int, words: frozenset[str], *, step: int = 1) -> int:
    """Return the first index at or after ``index`` (before, for a step of -1) whose token is none of the words."""
    while 0 <= index < len(sentence.tokens) and sentence.tokens[index].text in words:
        index += step
    return index


def word_at(sentence: Sentence, index: int) -> str:
    """Return the token's text in lower case, or ``""`` outside the sentence."""
    return sentence.tokens[index].text.lower() if 0 <= index < len(sentence.tokens) else ""


def is_nominal(token: Token) -> bool:
    """Tell whether a token can head a noun phrase."""
    return token.pos in {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "ADJ", "X"}
