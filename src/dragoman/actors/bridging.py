"""Whose president, when the text only says "President X"?

News leaves out what its readers know from the sentence: "Algeria severed relations. Foreign
Minister X read a statement." The polity is then the subject beside or right before the
office, never one that is only mentioned. Where a clause lies between ("after President X
said"), or two subjects compete, the office stays without a polity.
"""

from dragoman.actors.discourse import Discourse, Resolution
from dragoman.actors.noun import NounKind
from dragoman.actors.phrase import ActorPhrase, PhraseKind
from dragoman.actors.standing import Standing, head_of_phrase
from dragoman.language.sentence import Sentence, Token

_OFFICES = frozenset("president minister premier king queen emir sultan chancellor monarch emperor parliament".split())
_BODIES = frozenset("ministry government parliament army cabinet presidency".split())
_BREAKS = frozenset({"advcl", "acl"})
_INNER = frozenset({"ccomp", "parataxis", "conj", "xcomp", "csubj"})


def resolve_bridge(discourse: Discourse, index: int, phrase: ActorPhrase) -> Resolution:
    """Find the polity of an office or body that stands without one.

    Args:
        discourse: The document as far as it has been read.
        index: Index of the sentence.
        phrase: An office with or without a name, or a body with its article.

    Returns:
        One participant, the polity, with the reason; or none.
    """
    noun = phrase.noun
    if noun is None or noun.is_plural or noun.word not in (_OFFICES if noun.kind is NounKind.OFFICE else _BODIES):
        return Resolution((), "")
    sentence = discourse.sentences[index]
    head = head_of_phrase(sentence, phrase)
    if head.base != "nsubj" and not (head.base == "conj" and phrase.person is None):
        return Resolution((), "")
    verb = sentence.tokens[head.head]
    if any(token.base in _BREAKS for token in (verb, *sentence.ancestors(verb))):
        return Resolution((), "an office inside a clause of its own, without a polity")
    beside = [s for s in discourse.standings[index] if _is_bridge(s) and _is_beside(sentence, s, verb)]
    if beside:
        return _only(beside, "subject beside it")
    for standings in discourse.back(index, 1):
        return _only([s for s in standings if _is_bridge(s)], "subject of the sentence before")
    return Resolution((), "")


def _is_bridge(standing: Standing) -> bool:
    phrase = standing.phrase
    if phrase is None or not standing.is_subject or len(standing.polities) != 1 or standing.is_place:
        return False
    return phrase.kind in {PhraseKind.NAME, PhraseKind.BODY, PhraseKind.OFFICE}


def _is_beside(sentence: Sentence, standing: Standing, verb: Token) -> bool:
    """Tell whether a subject's clause is what the office says, or is coordinated with the office's clause."""
    clause = sentence.tokens[sentence.tokens[standing.token].head]
    if clause.index == verb.index or any(t.base in _BREAKS for t in (clause, *sentence.ancestors(clause))):
        return False
    linked = (clause, *sentence.ancestors(clause), *sentence.ancestors(verb))
    return verb in linked or clause in sentence.ancestors(verb) or clause.base in _INNER


def _only(standings: list[Standing], where: str) -> Resolution:
    if len({s.polities for s in standings}) != 1:
        return Resolution((), "several subjects, and nothing says whose office it is")
    found = standings[0].participants[:1]
    return Resolution(found, f"{where}: {found[0].name}" if found else "")
