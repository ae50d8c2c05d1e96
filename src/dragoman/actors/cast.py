"""The cast of a document: whom each noun phrase of it stands for.

Built once from the parsed sentences and the names of the authority file, then only read.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.actors.casting import Casting, FindLeader, UnresolvedReference, nobody
from dragoman.actors.issuer import resolve_issuer
from dragoman.actors.naming import NameInSentence
from dragoman.actors.noun import NounKind
from dragoman.actors.participant import Mention, Participant
from dragoman.actors.people import NameMatch, People, PersonMention, find_entry_matches
from dragoman.actors.personal import acts_as_person
from dragoman.actors.phrase import ActorPhrase, is_nominal
from dragoman.actors.place import Place, resolve_place
from dragoman.actors.scan import find_phrases, heal_breaks
from dragoman.actors.sector import SectorLexicon
from dragoman.actors.topic import Topic, find_topic
from dragoman.language.sentence import Sentence, Token

_MOST_LINKS = 20

FindNames = Callable[[Sentence], tuple[NameInSentence, ...]]


class Cast:
    """Whom the noun phrases of one document stand for.

    Attributes:
        sentences: The sentences, in the order of the document.
        unresolved: References that stayed open, with the reason.
        topic: Whose relations the document is about, where its title says so.
    """

    def __init__(self, casting: Casting, names: Sequence[tuple[NameInSentence, ...]]) -> None:
        """Read the tables that a finished pass has left."""
        self.sentences = tuple(casting.sentences)
        self.topic: Topic = casting.topic
        self.unresolved: tuple[UnresolvedReference, ...] = tuple(dict.fromkeys(casting.unresolved))
        self._names = tuple(names)
        self._answers = tuple(casting.answers)
        self._groups = tuple(casting.groups)
        self._leaders = tuple(casting.leaders)
        self._members = tuple(casting.members)
        self._phrases = tuple(casting.phrases)
        self._people = casting.people
        self._sections = tuple(casting.sections)
        self._index = {sentence.start: index for index, sentence in enumerate(self.sentences)}

    def find_names(self, sentence: Sentence) -> tuple[NameInSentence, ...]:
        """Return the names of the authority file in a sentence, aligned to its tokens."""
        return self._names[self._index[sentence.start]]

    def has_actor(self, sentence: Sentence) -> bool:
        """Tell whether any word of a sentence stands for an actor."""
        return any(self._answers[self._index[sentence.start]].values())

    def participants(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        """Return whom the noun phrase headed by a token stands for.

        Args:
            sentence: A sentence of this document.
            token: The head of a noun phrase, or any word of a name or office.

        Returns:
            One participant, or several where the words coordinate ("Russia and Syria") or refer to
            several ("the two countries"); none where they name a thing or stay open.
        """
        index = self._index[sentence.start]
        found: dict[tuple[str, str | None, Mention], Participant] = {}
        for place in self._with_coordinated(index, token):
            for participant in self._answers[index].get(place, ()):
                found.setdefault((participant.id, participant.sector, participant.mention), participant)
        return tuple(found.values())

    def phrase_at(self, sentence: Sentence, token: Token) -> ActorPhrase | None:
        """Return the phrase that a token answers for, or ``None``."""
        phrases = self._phrases[self._index[sentence.start]]
        return next((phrase for phrase in phrases if token.index in phrase.core), None)

    def issuer(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        """Return who issued the statement, letter or decision that a noun names, or ``()``."""
        index = self._index[sentence.start]
        return resolve_issuer(
            self.sentences, self._sections, index, token, lambda at, t: self.participants(self.sentences[at], t)
        )

    def place_of(self, sentence: Sentence, token: Token) -> Place | None:
        """Return the place that a phrase after a preposition names, or ``None`` when it names no place."""
        return resolve_place(sentence, token, self._phrases[self._index[sentence.start]])

    @property
    def name_matches(self) -> tuple[NameMatch, ...]:
        """Proposals which spellings of the document name one person, place or body, the best first."""
        found = (*self._people.find_matches(), *find_entry_matches(self.sentences, self._names))
        return tuple(sorted(found, key=lambda match: -match.proposal.score))

    def _may_join(self, index: int, place: int, conjunct: int) -> bool:
        """Tell whether the text bears out a conjunct of the tree.

        Who stands in another list, or inside the phrase itself, is none.
        """
        own = next((p for p in self._phrases[index] if place in p.core), None)
        if own is not None and own.first <= conjunct < own.last:
            return False
        beside = self._members[index].get(conjunct)
        return beside is None or place in beside

    def _with_coordinated(self, index: int, token: Token) -> tuple[int, ...]:
        sentence = self.sentences[index]
        places = [token.index]
        if token.base != "conj" or token.index not in {i for rest in self._groups[index].values() for i in rest}:
            places.extend(self._groups[index].get(token.index, ()))
        places.extend(self._leaders[index].get(token.index, ()))
        for place in places[:_MOST_LINKS]:
            places.extend(
                child.index
                for child in sentence.dependents(sentence.tokens[place], "conj")
                if is_nominal(child) and child.index not in places and self._may_join(index, place, child.index)
            )
        return tuple(sorted(dict.fromkeys(places)))


def build_cast(
    sentences_by_section: Sequence[Sequence[Sentence]],
    find_names: FindNames,
    sectors: SectorLexicon | None = None,
    *,
    title: int | None = None,
    find_leader: FindLeader = nobody,
) -> Cast:
    """Find everybody in a document.

    Args:
        sentences_by_section: The sentences of each section that is coded, in the order of the document.
        find_names: Gives the names of the authority file in a sentence (:func:`dragoman.actors.aligning.names_finder`).
        sectors: The nouns that tell a sector.
        title: Index of the section that is the title; ``None`` where there is none.
        find_leader: Knows who led a polity under a name, for names that the text does not introduce.

    Returns:
        The cast, complete.
    """
    sentences = [sentence for section in sentences_by_section for sentence in section]
    sections = [number for number, section in enumerate(sentences_by_section) for _ in section]
    names = [tuple(map(_with_contest, find_names(sentence))) for sentence in sentences]
    phrases = [find_phrases(sentence, found, sectors) for sentence, found in zip(sentences, names, strict=True)]
    heal_breaks(sentences, sections, phrases)
    people = People(_mentions(sentences, sections, phrases))
    named = {name.party.id: name.party for found in names for name in found}
    topic = find_topic([(s, found) for s, found, n in zip(sentences, names, sections, strict=True) if n == title])
    casting = Casting(sentences, sections, phrases, people, named, topic, find_leader)
    casting.run()
    return Cast(casting, names)


def _with_contest(name: NameInSentence) -> NameInSentence:
    """Let the party of a name know that it is contested: phrases hand on parties, not names."""
    if not name.is_contested or name.party.is_contested:
        return name
    return replace(name, party=replace(name.party, is_contested=True))


def _mentions(
    sentences: Sequence[Sentence], sections: Sequence[int], phrases: Sequence[tuple[ActorPhrase, ...]]
) -> tuple[PersonMention, ...]:
    found: list[PersonMention] = []
    for index, sentence in enumerate(sentences):
        for phrase in phrases[index]:
            if phrase.person is None:
                continue
            is_office = phrase.noun is not None and phrase.noun.kind is NounKind.OFFICE
            found.append(
                PersonMention(
                    phrase.person,
                    phrase.mention(sentence),
                    index,
                    sections[index],
                    party=phrase.parties[0] if len(phrase.parties) == 1 else None,
                    role=phrase.role if is_office else None,
                    sector=phrase.sector,
                    is_acting=phrase.noun is None and acts_as_person(sentence, phrase),
                )
            )
    return tuple(found)
