"""Pronouns: "it", "they", "he" and their possessives.

The subject of the clause comes first, then the only candidate before in the sentence, then
the subject of the sentence before. Inside a quotation a pronoun does not look outside.
"""

import re
from collections.abc import Callable, Iterator

from dragoman.actors.discourse import Discourse, Resolution
from dragoman.actors.noun import ACTOR_NOUNS, DIPLOMATIC_POSTS, NounKind
from dragoman.actors.participant import Participant
from dragoman.actors.standing import Standing
from dragoman.language.sentence import Sentence, Token

_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "their", "them", "theirs", "themselves"})
_PERSON = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
PRONOUNS = _THING | _MANY | _PERSON
_BACK = 2
_ANSWERING = re.compile(
    r"\b(?:over|for|because of|(?:response|reaction|reply|answer) to|(?:retaliation|protest) (?:at|against))\s+$",
    re.IGNORECASE,
)
_REACTIONS = frozenset(
    "sever break cut suspend downgrade condemn criticise criticize denounce blame accuse rebuke thank praise "
    "congratulate commend punish sanction expel attack slam protest summon recall".split()
)
_EXPLETIVE_VERBS = frozenset(
    "report say expect believe understand know think estimate hope allege rumor rumour seem appear".split()
)


def resolve_pronoun(discourse: Discourse, index: int, token: Token) -> Resolution:
    """Find whom a pronoun stands for.

    Args:
        discourse: The document as far as it has been read.
        index: Index of the sentence.
        token: One of :data:`PRONOUNS`.

    Returns:
        The participants with a reason; without participants, the reason why it stays open.
    """
    word = token.text.lower()
    if word in _THING:
        return _it(discourse, index, token)
    return _they(discourse, index, token) if word in _MANY else _he(discourse, index, token)


def _it(discourse: Discourse, index: int, token: Token) -> Resolution:
    sentence = discourse.sentences[index]
    if _is_expletive(sentence, token):
        return Resolution((), "")
    reacted_to = _reacted_to(discourse, index, token)
    if reacted_to is not None:
        return Resolution(_bodies(reacted_to), f"whose act is answered: {named(reacted_to)}")
    for standing in _subjects_above(discourse, index, token):
        if _may_be_it(standing):
            return Resolution(_bodies(standing), f"subject of the clause: {named(standing)}")
    if token.base in {"obj", "iobj"}:
        return _object(discourse, index, token, _may_be_it)
    for standing in _beside_verb(discourse, index, token):
        if _may_be_it(standing):
            return Resolution(_bodies(standing), f"named right before the verb: {named(standing)}")
    return _it_before(discourse, index, token)


def _reacted_to(discourse: Discourse, index: int, token: Token) -> Standing | None:
    """Whom an act answers: "severed relations with Peru *over its* annexation", "condemned Peru for its raid".

    Nobody answers an act of their own, so the possessive is not the subject but the one other who is named
    between the verb and the words that say what is answered.
    """
    sentence = discourse.sentences[index]
    if token.relation != "nmod:poss" or not _ANSWERING.search(sentence.text[: token.start - sentence.start]):
        return None
    verb = next((one for one in sentence.ancestors(token) if one.pos == "VERB" and one.index < token.index), None)
    if verb is None or verb.lemma not in _REACTIONS or sentence.dependents(verb, "nsubj:pass"):
        return None
    between = [s for s in discourse.before(index, token.index) if s.token > verb.index and _may_be_it(s)]
    return between[-1] if len({s.polities or s.participants for s in between}) == 1 else None


def _it_before(discourse: Discourse, index: int, token: Token) -> Resolution:
    """Look for "it" outside its clause: earlier in the sentence, then in the sentence before."""
    sentence = discourse.sentences[index]
    earlier = [t for t in sentence.tokens[: token.index] if t.base == "nsubj" and t.pos in {"NOUN", "PROPN"}]
    if earlier:
        return _earlier_subject(discourse, index, token, earlier[0])
    if token.text.lower() == "its":
        near = [s for s in discourse.before(index, token.index) if _may_be_it(s)]
        if len({s.polities for s in near}) == 1:
            return Resolution(_bodies(near[-1]), f"the only one named before in the sentence: {named(near[-1])}")
    if near_subject := _previous_subject(discourse, index, token, _may_be_it):
        return Resolution(_bodies(near_subject), f"subject of the sentence before: {named(near_subject)}")
    return Resolution((), "nothing before it decides")


def _earlier_subject(discourse: Discourse, index: int, token: Token, subject: Token) -> Resolution:
    """The subject of an earlier clause of the sentence; where that is a thing, the thing may be meant."""
    standing = discourse.at(index, subject.index)
    if standing is None or not _may_be_it(standing) or not _is_same_voice(discourse, index, token, standing):
        return Resolution((), "the subject before it in the sentence may be a thing")
    return Resolution(_bodies(standing), f"subject before in the sentence: {named(standing)}")


def _object(discourse: Discourse, index: int, token: Token, allows: Callable[[Standing], bool]) -> Resolution:
    """Find an object's antecedent among the objects before it: what is done to one is done to it again."""
    for standings in (discourse.before(index, token.index), *discourse.back(index, 1)):
        objects = [s for s in standings if _is_object(discourse, s) and allows(s) and s.participants]
        if objects and _is_same_voice(discourse, index, token, objects[-1]):
            if len({s.polities or s.participants for s in objects}) > 1:
                return Resolution((), "several objects before it")
            return Resolution(objects[-1].participants, f"object before it: {named(objects[-1])}")
    return Resolution((), "no object before it is an actor")


def _is_object(discourse: Discourse, standing: Standing) -> bool:
    token = discourse.sentences[standing.sentence].tokens[standing.token]
    return token.base in {"obj", "iobj"} or (token.base == "conj" and standing.is_joined and not standing.is_subject)


def _they(discourse: Discourse, index: int, token: Token) -> Resolution:
    for standing in _subjects_above(discourse, index, token):
        if standing.participants and _may_be_they(standing):
            return Resolution(standing.participants, f"subject of the clause: {named(standing)}")
    if token.base in {"obj", "iobj"}:
        return _object(discourse, index, token, _may_be_they)
    if token.relation == "nsubj:pass":
        return Resolution((), "what is done to “they” may be done to things")
    near = [s for s in discourse.before(index, token.index) if s.is_plural and s.participants]
    if near:
        return Resolution(near[-1].participants, f"the last named together before: {named(near[-1])}")
    subject = _previous_subject(discourse, index, token, _may_be_they)
    if subject is not None:
        return Resolution(subject.participants, f"subject of the sentence before: {named(subject)}")
    return Resolution((), "nothing plural before it")


def _may_be_they(standing: Standing) -> bool:
    return standing.is_plural


def _he(discourse: Discourse, index: int, token: Token) -> Resolution:
    word = token.text.lower()
    for standing in _subjects_above(discourse, index, token):
        if standing.participants and _may_be_he(standing, word):
            return Resolution(standing.participants[:1], f"subject of the clause: {named(standing)}")
    for place, standings in enumerate((discourse.before(index, token.index), *discourse.back(index, _BACK))):
        people = [s for s in standings if _may_be_he(s, word) and _is_same_voice(discourse, index, token, s)]
        subjects = [s for s in people if s.is_subject] if place == 1 else []
        if not people:
            continue
        where = "before in the sentence" if not place else "in the sentence before"
        if len({_person_key(s) for s in people}) == 1 and people[-1].participants:
            return Resolution(people[-1].participants[:1], f"the only person {where}: {named(people[-1])}")
        if subjects and subjects[0].participants:
            return Resolution(subjects[0].participants[:1], f"subject of a sentence before: {named(subjects[0])}")
        return Resolution((), "several people before")
    return Resolution((), "no person before decides")


def _is_same_voice(discourse: Discourse, index: int, token: Token, standing: Standing) -> bool:
    """Tell whether a pronoun may look at a standing: inside a quotation it does not look outside."""
    return standing.is_quoted or token.index not in discourse.quoted[index]


def _subjects_above(discourse: Discourse, index: int, token: Token) -> Iterator[Standing]:
    """Who stands as subject of the clauses around a token, the innermost first; not the token itself.

    The object of a verb is not its subject: that would be "itself". Where the verb has no subject
    of its own ("calling it void"), the one of the clause above is meant, and left out as well.
    """
    sentence = discourse.sentences[index]
    is_argument = token.relation != "nmod:poss"
    verb = sentence.tokens[token.head]
    is_hidden = token.base in {"obj", "iobj", "obl"} and not sentence.dependents(verb, "nsubj")
    for ancestor in sentence.ancestors(token):
        if ancestor.pos not in {"VERB", "AUX", "ADJ", "NOUN"} or (is_argument and ancestor.index == verb.index):
            continue
        for subject in sentence.dependents(ancestor, "nsubj"):
            if subject.index >= token.index or token in sentence.subtree(subject):
                continue
            if is_hidden:
                is_hidden = False
                continue
            standing = discourse.at(index, subject.index)
            if standing is not None:
                yield standing


def _beside_verb(discourse: Discourse, index: int, token: Token) -> Iterator[Standing]:
    """Who is named right before the verb that governs the clause of "it": the tree may have lost the subject."""
    sentence = discourse.sentences[index]
    for ancestor in sentence.ancestors(token)[1:]:
        place = ancestor.index - 1
        while place >= 0 and (sentence.tokens[place].pos in {"PUNCT", "ADV", "AUX", "SYM"}):
            place -= 1
        if ancestor.pos != "VERB" or place < 0 or sentence.dependents(ancestor, "nsubj"):
            continue
        standing = discourse.at(index, place)
        if standing is not None:
            yield standing


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
    """Tell whether "it" may stand for it as an actor; an embassy is rather the building."""
    noun = standing.phrase.noun if standing.phrase is not None else None
    if noun is not None and noun.kind is NounKind.BODY and noun.word in DIPLOMATIC_POSTS:
        return False
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


def named(standing: Standing) -> str:
    """Return the names of those who stand somewhere, for reasons."""
    return ", ".join(dict.fromkeys(p.person or p.name for p in standing.participants)) or ", ".join(standing.polities)
