"""Who stands in a text at which place: the record that reference looks back on."""

from dataclasses import dataclass

from dragoman.actors.naming import NameForm, Party
from dragoman.actors.noun import NounKind
from dragoman.actors.participant import Mention, Participant
from dragoman.actors.phrase import ActorPhrase, PhraseKind
from dragoman.language.sentence import Sentence, Token

_STRIFE = frozenset(
    {"conflict", "war", "crisis", "invasion", "border", "language", "dispute", "occupation", "tensions"}
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody whom a place of the text stands for.

    Attributes:
        sentence: Index of the sentence in the document.
        token: Index of the token that heads the words.
        participants: Whom the words stand for; two or more for a coordination or "the two countries".
        parties: The same, without the words.
        mention: The words; ``None`` for a coordination.
        is_subject: Whether it is the subject of its clause.
        is_person: Whether it is one person.
        is_plural: Whether a plural pronoun may stand for it.
        is_background: Whether it only describes a thing ("since the Armenian-Azerbaijani war").
        is_quoted: Whether it stands inside quotation marks.
        is_place: Whether it is named as a place.
        is_between: Whether it stands behind "between" or "among".
        is_joined: Whether the text sets the participants side by side.
        phrase: The phrase, where there is one.
    """

    sentence: int
    token: int
    participants: tuple[Participant, ...]
    parties: tuple[Party, ...]
    mention: Mention | None = None
    is_subject: bool = False
    is_person: bool = False
    is_plural: bool = False
    is_background: bool = False
    is_quoted: bool = False
    is_place: bool = False
    is_between: bool = False
    is_joined: bool = False
    phrase: ActorPhrase | None = None

    @property
    def polities(self) -> tuple[str, ...]:
        """Identifiers of the polities among the parties, each once, in order."""
        return tuple(dict.fromkeys(party.id for party in self.parties if party.is_polity))


def head_of_phrase(sentence: Sentence, phrase: ActorPhrase) -> Token:
    """Return the core token that the tree makes the head: the first whose own head is outside the core."""
    for index in sorted(phrase.core):
        if sentence.tokens[index].head not in phrase.core or sentence.tokens[index].head == index:
            return sentence.tokens[index]
    return sentence.tokens[max(phrase.core)]


def is_subject(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token is a subject, or coordinated or in apposition with one."""
    for _ in range(4):
        if token.base == "nsubj":
            return True
        if token.base not in {"conj", "appos", "flat", "compound"} or token.head == token.index:
            return False
        token = sentence.tokens[token.head]
    return False


def is_background(sentence: Sentence, phrase: ActorPhrase) -> bool:
    """Tell whether a name only describes strife that frames the sentence, as an adjective does."""
    if phrase.name is None or phrase.name.form is not NameForm.ADJECTIVE:
        return False
    following = sentence.tokens[phrase.last : phrase.last + 4]
    return any(token.text.lower() in _STRIFE for token in following)


def is_person(phrase: ActorPhrase) -> bool:
    """Tell whether a phrase stands for one person."""
    if phrase.kind is PhraseKind.PERSON or phrase.person is not None:
        return True
    noun = phrase.noun
    return noun is not None and noun.kind is NounKind.OFFICE and not noun.is_plural
