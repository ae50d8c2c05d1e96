"""Words that refer back: pronouns, "the two countries", "the ministry", "the latter".

Each is resolved inside its section with a reason, or left open with one: a translator's
note and the article it stands before have different voices, and "it" never crosses from
one into the other. No answer is preferred to a wrong one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.actors.noun import ACTOR_NOUNS, COUNTRY_NOUNS, PARTY_NOUNS, NounKind
from dragoman.actors.pair import find_pair, is_pair_phrase
from dragoman.actors.participant import UNKNOWN_ID, Mention, Participant
from dragoman.actors.phrase import QUOTES, ActorPhrase, mention_of, word_at
from dragoman.actors.standing import Standing
from dragoman.language.sentence import Sentence, Token

_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "them", "theirs", "themselves"})
_PERSON = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
PRONOUNS = _THING | _MANY | _PERSON
_LEADING = frozenset({"the", "two", "both", "these", "those", "three", "four"})
_BACK_PAIR = 5
_BACK_NAMED = 20
_BACK_PRONOUN = 2
_BACK_NOUN = 12
_EXPLETIVE_VERBS = frozenset(
    "report say expect believe understand know think estimate hope allege rumor rumour seem appear".split()
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference stands for.

    Attributes:
        participants: As they stood where they were named; empty when the reference stays open.
        reason: Why, or why not; ``""`` when the words refer to nobody at all ("it is reported").
    """

    participants: tuple[Participant, ...]
    reason: str


@dataclass(slots=True)
class Discourse:
    """Who stands where in a document, as far as it has been read.

    Attributes:
        sentences: All sentences.
        sections: For each sentence, the index of its section.
        quoted: For each sentence, the indexes of its quoted tokens.
        standings: For each sentence read so far, who stands in it, in order.
    """

    sentences: Sequence[Sentence]
    sections: Sequence[int]
    quoted: Sequence[frozenset[int]]
    standings: list[list[Standing]] = field(default_factory=list)

    def before(self, index: int, token: int) -> tuple[Standing, ...]:
        """Return who stands in a sentence before a token."""
        return tuple(s for s in self.standings[index] if s.token < token)

    def back(self, index: int, depth: int) -> Iterator[tuple[Standing, ...]]:
        """Yield who stands in the sentences before, nearest first, without leaving the section."""
        for earlier in range(index - 1, max(-1, index - 1 - depth), -1):
            if self.sections[earlier] != self.sections[index]:
                return
            yield tuple(self.standings[earlier])

    def at(self, index: int, token: int) -> Standing | None:
        """Return who stands at a token."""
        found = [
            s for s in self.standings[index] if s.token == token or (s.phrase is not None and token in s.phrase.core)
        ]
        return max(found, key=lambda s: len(s.participants)) if found else None


def is_reference(token: Token) -> bool:
    """Tell whether a token that belongs to no phrase may refer back to somebody."""
    return token.text.lower() in PRONOUNS or is_pair_phrase(token, None)


def words_of(sentence: Sentence, token: Token, phrase: ActorPhrase | None) -> Mention:
    """Return the words that refer, with "the" and "two" where they stand before."""
    first = phrase.first if phrase is not None else token.index
    last = phrase.last if phrase is not None else token.index + 1
    if token.text.lower() not in PRONOUNS:
        while first > 0 and (word_at(sentence, first - 1) in _LEADING or sentence.tokens[first - 1].text in QUOTES):
            first -= 1
        while sentence.tokens[first].text in QUOTES:
            first += 1
    return mention_of(sentence, first, last)


def resolve_reference(discourse: Discourse, index: int, token: Token, phrase: ActorPhrase | None) -> Resolution:
    """Find whom a pronoun or a description stands for.

    Args:
        discourse: The document as far as it has been read.
        index: Index of the sentence.
        token: The pronoun, or the head of the description.
        phrase: The description, or ``None`` for a pronoun.

    Returns:
        The participants with a reason; without participants, the reason why it stays open.
    """
    sentence = discourse.sentences[index]
    word = token.text.lower()
    if is_pair_phrase(token, sentence):
        return _pair(discourse, index, token, phrase)
    for words, resolve in _BY_PRONOUN:
        if word in words:
            return resolve(discourse, index, token)
    if phrase is None or phrase.noun is None or not phrase.is_definite:
        return Resolution((), "")
    if phrase.noun.word in COUNTRY_NOUNS:
        return _the_country(discourse, index, token) if _is_plain(phrase) else Resolution((), "")
    return _the_office(discourse, index, phrase)


def _is_plain(phrase: ActorPhrase) -> bool:
    """Tell whether a noun stands with its article alone: "the third country" is another one."""
    return len(phrase.core) == 1 and phrase.first == min(phrase.core) - 1


def _pair(discourse: Discourse, index: int, token: Token, phrase: ActorPhrase | None) -> Resolution:
    noun = phrase.noun.word if phrase is not None and phrase.noun is not None else token.text.lower()
    depth = _BACK_NAMED if noun in {"republic", "republics"} else _BACK_PAIR
    earlier = [discourse.before(index, token.index), *discourse.back(index, depth)]
    found, reason = find_pair(discourse.sentences[index], token, noun, earlier)
    return Resolution(_as_body(found, phrase), reason)


def _as_body(found: tuple[Participant, ...], phrase: ActorPhrase | None) -> tuple[Participant, ...]:
    """The two polities as what the phrase calls them: "the two governments" act with the sector of governments."""
    noun = phrase.noun if phrase is not None else None
    is_side = noun is not None and noun.word in PARTY_NOUNS
    sector = phrase.sector if phrase is not None and noun is not None and noun.word not in COUNTRY_NOUNS else None
    role = noun.word if noun is not None and noun.kind is NounKind.OFFICE else None
    return tuple(
        Participant(
            p.id, p.name, p.sector if is_side or p.id == UNKNOWN_ID else sector, p.mention, role=role, reason=p.reason
        )
        for p in found
    )


def _it(discourse: Discourse, index: int, token: Token) -> Resolution:
    sentence = discourse.sentences[index]
    if _is_expletive(sentence, token):
        return Resolution((), "")
    for standing in (*_subjects_above(discourse, index, token), *_beside_verb(discourse, index, token)):
        if standing.participants and not standing.is_plural:
            return Resolution(_bodies(standing), f"subject of the clause: {_named(standing)}")
    if token.text.lower() == "its":
        near = [s for s in discourse.before(index, token.index) if _may_be_it(s)]
        if len({s.polities for s in near}) == 1:
            return Resolution(_bodies(near[-1]), f"the only one named before in the sentence: {_named(near[-1])}")
    if near_subject := _previous_subject(discourse, index, token, _may_be_it):
        return Resolution(_bodies(near_subject), f"subject of the sentence before: {_named(near_subject)}")
    return Resolution((), "nothing before it decides")


def _they(discourse: Discourse, index: int, token: Token) -> Resolution:
    for standing in _subjects_above(discourse, index, token):
        if standing.participants and not standing.is_person:
            return Resolution(standing.participants, f"subject of the clause: {_named(standing)}")
    near = [s for s in discourse.before(index, token.index) if s.is_plural and s.participants]
    if near:
        return Resolution(near[-1].participants, f"the last named together before: {_named(near[-1])}")
    subject = _previous_subject(discourse, index, token, lambda s: s.is_plural)
    if subject is not None:
        return Resolution(subject.participants, f"subject of the sentence before: {_named(subject)}")
    return Resolution((), "nothing plural before it")


def _he(discourse: Discourse, index: int, token: Token) -> Resolution:
    word = token.text.lower()
    for standing in _subjects_above(discourse, index, token):
        if standing.participants and _may_be_he(standing, word):
            return Resolution(standing.participants[:1], f"subject of the clause: {_named(standing)}")
    for place, standings in enumerate((discourse.before(index, token.index), *discourse.back(index, _BACK_PRONOUN))):
        people = [s for s in standings if _may_be_he(s, word) and _is_same_voice(discourse, index, token, s)]
        subjects = [s for s in people if s.is_subject] if place == 1 else []
        if not people:
            continue
        where = "before in the sentence" if not place else "in the sentence before"
        if len({_person_key(s) for s in people}) == 1 and people[-1].participants:
            return Resolution(people[-1].participants[:1], f"the only person {where}: {_named(people[-1])}")
        if subjects and subjects[0].participants:
            return Resolution(subjects[0].participants[:1], f"subject of a sentence before: {_named(subjects[0])}")
        return Resolution((), "several people before")
    return Resolution((), "no person before decides")


def _is_same_voice(discourse: Discourse, index: int, token: Token, standing: Standing) -> bool:
    """Tell whether a pronoun may look at a standing: inside a quotation it does not look outside."""
    return standing.is_quoted or token.index not in discourse.quoted[index]


_BY_PRONOUN: tuple[tuple[frozenset[str], Callable[[Discourse, int, Token], Resolution]], ...] = (
    (_THING, _it),
    (_MANY, _they),
    (_PERSON, _he),
)


def _the_country(discourse: Discourse, index: int, token: Token) -> Resolution:
    near = [s for s in discourse.before(index, token.index) if len(s.polities) == 1]
    if near and len({s.polities for s in near}) == 1:
        return Resolution(_polity(near[-1]), f"the only polity before in the sentence: {_named(near[-1])}")
    if near:
        return Resolution((), "several polities before in the sentence")
    for standings in discourse.back(index, _BACK_PRONOUN):
        subjects = [s for s in standings if len(s.polities) == 1 and s.is_subject]
        if subjects:
            return Resolution(_polity(subjects[0]), f"subject of a sentence before: {_named(subjects[0])}")
        if len({s.polities for s in standings if s.polities}) == 1:
            only = next(s for s in standings if s.polities)
            return Resolution(_polity(only), f"the only polity in the sentence before: {_named(only)}")
    return Resolution((), "no polity before decides")


def _the_office(discourse: Discourse, index: int, phrase: ActorPhrase) -> Resolution:
    """Resolve "the ministry", "the minister": the last one of that noun whose polity the text has said."""
    for standings in (discourse.before(index, phrase.first), *discourse.back(index, _BACK_NOUN)):
        for standing in reversed(standings):
            if standing.phrase is not None and _is_same_office(standing, phrase):
                return Resolution(standing.participants, f"the same as before: {_named(standing)}")
    return Resolution((), f"no {phrase.role} before with the name of a polity")


def _is_same_office(standing: Standing, phrase: ActorPhrase) -> bool:
    noun, earlier = phrase.noun, standing.phrase.noun if standing.phrase is not None else None
    if noun is None or earlier is None or noun.word != earlier.word or not standing.polities:
        return False
    role, held = phrase.role or "", standing.phrase.role or "" if standing.phrase is not None else ""
    return noun.is_plural == earlier.is_plural and (role == noun.word or held.endswith(role))


def _subjects_above(discourse: Discourse, index: int, token: Token) -> Iterator[Standing]:
    """Who stands as subject of the clauses around a token, the innermost first; not the token itself."""
    sentence = discourse.sentences[index]
    # The object of a verb is not its subject: that would be "itself".
    is_argument = token.relation != "nmod:poss"
    for ancestor in sentence.ancestors(token):
        if ancestor.pos not in {"VERB", "AUX", "ADJ", "NOUN"}:
            continue
        for subject in sentence.dependents(ancestor, "nsubj"):
            if subject.index == token.index or token in sentence.subtree(subject):
                continue
            standing = discourse.at(index, subject.index)
            if (
                standing is not None
                and subject.index < token.index
                and not (is_argument and token.head == ancestor.index)
            ):
                yield standing


def _beside_verb(discourse: Discourse, index: int, token: Token) -> Iterator[Standing]:
    """Who is named right before the verb that governs the clause of "it": the tree may have lost the subject."""
    sentence = discourse.sentences[index]
    for ancestor in sentence.ancestors(token)[1:]:
        place = ancestor.index - 1
        while place >= 0 and (sentence.tokens[place].pos in {"PUNCT", "ADV", "AUX", "SYM"}):
            place -= 1
        if ancestor.pos == "VERB":
            yield from (
                s
                for s in discourse.standings[index]
                if s.phrase is not None and s.phrase.last - 1 == place and s.participants
            )


def _previous_subject(
    discourse: Discourse, index: int, token: Token, allows: Callable[[Standing], bool]
) -> Standing | None:
    for standings in discourse.back(index, 1):
        for standing in standings:
            if standing.is_subject and standing.participants and allows(standing):
                return standing if _is_same_voice(discourse, index, token, standing) else None
    return None


def _is_expletive(sentence: Sentence, token: Token) -> bool:
    if token.base == "expl":
        return True
    verb = sentence.tokens[token.head]
    if token.base == "nsubj" and verb.pos == "NOUN" and verb.text.lower() not in ACTOR_NOUNS:
        return True
    if token.text.lower() != "it" or token.base != "nsubj":
        return False
    if verb.lemma in _EXPLETIVE_VERBS and (token.relation == "nsubj:pass" or verb.tag == "VBN"):
        return True
    return verb.pos == "ADJ" and any(
        child.base in {"csubj", "ccomp", "xcomp", "advcl"} for child in sentence.dependents(verb)
    )


def _may_be_it(standing: Standing) -> bool:
    return not standing.is_plural and bool(standing.participants) and not standing.is_background


def _may_be_he(standing: Standing, word: str) -> bool:
    """Tell whether a standing is one person of that gender, or a name that may be a person's."""
    if not standing.is_person or standing.is_plural:
        return False
    role = (standing.participants[0].role or "") if standing.participants else ""
    if word in {"he", "him", "his", "himself"}:
        return not role.endswith(("woman", "queen", "princess"))
    return not role.endswith(("spokesman", "chairman", "king", "prince", "emir", "sultan"))


def _person_key(standing: Standing) -> str:
    if not standing.participants:
        return standing.mention.text if standing.mention is not None else ""
    first = standing.participants[0]
    return first.person or first.role or first.name


def _bodies(standing: Standing) -> tuple[Participant, ...]:
    """What "it" stands for where the subject is a person: those for whom the person speaks."""
    if not standing.is_person:
        return standing.participants
    return tuple(Participant(p.id, p.name, None, p.mention) for p in standing.participants if standing.polities)


def _polity(standing: Standing) -> tuple[Participant, ...]:
    party = next(party for party in standing.parties if party.is_polity)
    if standing.participants:
        mention = standing.participants[0].mention
        return (Participant(party.id, party.name, None, mention),)
    return ()


def _named(standing: Standing) -> str:
    return ", ".join(dict.fromkeys(p.person or p.name for p in standing.participants)) or ", ".join(standing.polities)
