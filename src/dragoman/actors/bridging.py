"""Whose president, when the text only says "President X"?

News leaves out what its readers know from the sentence: "Algeria severed relations. Foreign
Minister X read a statement." The polity is then the subject beside or right before the
office, never one that is only mentioned. Where a clause lies between ("after President X
said"), or two subjects compete, the office stays without a polity.
"""

from dragoman.actors.discourse import Discourse, Resolution
from dragoman.actors.naming import NameForm
from dragoman.actors.noun import KINGDOMS, NounKind
from dragoman.actors.phrase import ActorPhrase, PhraseKind, word_at
from dragoman.actors.standing import Standing, head_of_phrase
from dragoman.language.sentence import Sentence, Token

_OFFICES = frozenset("president minister premier king queen emir sultan chancellor monarch emperor parliament".split())
_BODIES = frozenset("ministry government parliament army cabinet presidency".split())
_SAME_PARAGRAPH = 1
"""So many code points at most stand between two sentences of one paragraph."""
_YEAR_DIGITS = 4
_BREAKS = frozenset({"advcl", "acl"})
_KINGS = dict.fromkeys(("king", "queen", "monarch"), KINGDOMS["kingdom"])
_RULED_BY = {**_KINGS, "emir": KINGDOMS["emirate"]}


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
    found = _beside_or_before(discourse, index, phrase)
    polity = found.participants[0].id if found.participants else ""
    if not polity:
        return found
    if polity not in _RULED_BY.get(noun.word, frozenset({polity})):
        return Resolution((), f"{found.participants[0].name} has no {noun.word}")
    if any(polity in s.polities and _is_name(s) and s.token > max(phrase.core) for s in _named_ahead(discourse, index)):
        return Resolution((), f"the office deals with {found.participants[0].name} itself")
    return found


def _beside_or_before(discourse: Discourse, index: int, phrase: ActorPhrase) -> Resolution:
    sentence = discourse.sentences[index]
    head = head_of_phrase(sentence, phrase)
    if head.base != "nsubj":
        return _host(discourse, index, phrase)
    verb = sentence.tokens[head.head]
    if phrase.noun is not None and phrase.noun.kind is NounKind.OFFICE and phrase.person is None:
        return Resolution((), "an office without a name")
    if _is_broken(sentence, verb) and not _is_last_word(sentence, verb) and not _tells_how(sentence, verb):
        return Resolution((), "an office inside a clause of its own, without a polity")
    beside = [s for s in discourse.standings[index] if _is_bridge(s) and _is_beside(sentence, s, verb)]
    if beside:
        return _only(beside, "subject beside it")
    for standings in discourse.back(index, 1):
        before = discourse.sentences[index - 1]
        if sentence.start - before.end > _SAME_PARAGRAPH or _opens_time(sentence, phrase):
            break
        return _only([s for s in standings if _is_bridge(s) and _is_main(before, s)], "subject of the sentence before")
    return Resolution((), "")


def _host(discourse: Discourse, index: int, phrase: ActorPhrase) -> Resolution:
    """Find who receives others at home: "met President X in Damascus", in a sentence about Syria."""
    if phrase.person is None:
        return Resolution((), "")
    sentence = discourse.sentences[index]
    towns = [
        p.parties[0]
        for p in discourse.phrases[index]
        if p.name is not None and p.name.form is NameForm.CAPITAL and word_at(sentence, p.first - 1) == "in"
    ]
    subjects = [s for s in discourse.standings[index] if _is_bridge(s) and _is_main(sentence, s)]
    for subject in subjects:
        if len(towns) == 1 and subject.polities == (towns[0].id,):
            found = subject.participants[:1]
            return Resolution(found, f"subject of the sentence, in its capital: {found[0].name}")
    return Resolution((), "")


def _tells_how(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause with "when" only says how the act before it was done.

    "X recognised Y when President Z received its envoy." The subject must be the doer: active.
    """
    clause = sentence.tokens[verb.head]
    is_when = any(t.text.lower() == "when" for t in sentence.dependents(verb, "mark", "advmod"))
    is_active = any(t.relation == "nsubj" for t in sentence.dependents(clause))
    return verb.base == "advcl" and is_when and is_active and clause.base == "root" and clause.index < verb.index


def _opens_time(sentence: Sentence, phrase: ActorPhrase) -> bool:
    """Tell whether a sentence sets out with a year: "In 1905, President X" tells of somebody else."""
    return any(token.text.isdigit() and len(token.text) == _YEAR_DIGITS for token in sentence.tokens[: phrase.first])


def _is_broken(sentence: Sentence, verb: Token) -> bool:
    return any(token.base in _BREAKS for token in (verb, *sentence.ancestors(verb)))


def _is_last_word(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb ends its sentence: "…, Foreign Minister X announced." speaks of the whole of it."""
    return all(token.pos == "PUNCT" for token in sentence.tokens[verb.index + 1 :])


def _is_main(sentence: Sentence, standing: Standing) -> bool:
    """Tell whether a subject is that of the main clause, of one joined with it, or of "…, the agency said"."""
    verb = sentence.tokens[sentence.tokens[standing.token].head]
    return all(
        token.base in {"root", "conj", "parataxis"} or (token.base == "ccomp" and token.index < token.head)
        for token in (verb, *sentence.ancestors(verb))
    )


def _is_name(standing: Standing) -> bool:
    return standing.phrase is not None and standing.phrase.kind is PhraseKind.NAME


def _named_ahead(discourse: Discourse, index: int) -> tuple[Standing, ...]:
    """Names of the whole sentence, also of the part that has not been answered yet."""
    return tuple(
        Standing(index, max(phrase.core), (), phrase.parties, phrase=phrase)
        for phrase in discourse.phrases[index]
        if phrase.kind is PhraseKind.NAME and word_at(discourse.sentences[index], phrase.first - 1) not in {"in", "at"}
    )


def _is_bridge(standing: Standing) -> bool:
    phrase = standing.phrase
    if phrase is None or not standing.is_subject or len(standing.polities) != 1 or standing.is_place:
        return False
    return phrase.kind in {PhraseKind.NAME, PhraseKind.BODY, PhraseKind.OFFICE}


def _is_beside(sentence: Sentence, standing: Standing, verb: Token) -> bool:
    """Tell whether a subject's clause is what the office says, or is coordinated with the office's clause."""
    clause = sentence.tokens[sentence.tokens[standing.token].head]
    return clause.index != verb.index and not _is_broken(sentence, clause)


def _only(standings: list[Standing], where: str) -> Resolution:
    if len({s.polities for s in standings}) != 1:
        return Resolution((), "several subjects, and nothing says whose office it is")
    found = standings[0].participants[:1]
    return Resolution(found, f"{where}: {found[0].name}" if found else "")
