"""Whether an act is said to have happened: announced, demanded, hypothetical, denied.

PLOVER lists historical, future, hypothetical and negated as auxiliary modes; here they are
required (DESIGN, section 5). The words around the trigger decide, from the trigger up to the
root of its sentence: auxiliaries, negations, conditions and governing verbs. After the ideas
of FactBank (Saurí and Pustejovsky, 2009) and the implicative verbs of Karttunen (1971).
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.events.clause import logical_objects
from dragoman.events.kind import Status
from dragoman.language.sentence import Sentence, Token


class Force(StrEnum):
    """What a governing word does to the act below it."""

    ANNOUNCES = "announces"
    DEMANDS = "demands"
    SUPPOSES = "supposes"
    DENIES = "denies"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class FactualityLexicon:
    """Words that bear on factuality, by language, from a data file.

    Attributes:
        governors: Lemma of a governing verb, noun or adjective, and what it does to the act below it.
        future: Auxiliaries of the future ("will").
        modal: Auxiliaries of possibility ("may").
        negations: Lemmas of words that negate ("not").
        conditions: Words that open a condition ("if").
        presupposing: Nouns for an act already done when something is said of it ("the decision to …
            was a mistake"), if they are definite.
    """

    governors: dict[str, Force]
    future: frozenset[str]
    modal: frozenset[str]
    negations: frozenset[str]
    conditions: frozenset[str]
    presupposing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Factuality:
    """How an act is said to stand to the facts.

    Attributes:
        status: Actual, announced, hypothetical or demanded (historical is decided by dates).
        negated: It is said not to be so.
        reason: The words that decided, for ``explain``.
    """

    status: Status
    negated: bool
    reason: str


_STATUS = {Force.ANNOUNCES: Status.ANNOUNCED, Force.DEMANDS: Status.DEMANDED, Force.SUPPOSES: Status.HYPOTHETICAL}
_RANK = {Status.ACTUAL: 0, Status.ANNOUNCED: 1, Status.DEMANDED: 2, Status.HYPOTHETICAL: 3}
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "csubj"})


@dataclass(slots=True)
class _Reading:
    """What has been gathered on the way up."""

    status: Status = Status.ACTUAL
    negated: bool = False
    reasons: tuple[str, ...] = ()

    def weaken(self, status: Status, word: str) -> None:
        if _RANK[status] > _RANK[self.status]:
            self.status = status
            self.reasons += (f"{word!r} makes it {status.value}",)

    def flip(self, word: str) -> None:
        self.negated = not self.negated
        self.reasons += (f"{word!r} negates it",)


def find_factuality(
    sentence: Sentence, trigger: Token, lexicon: FactualityLexicon, *, absorbs: bool = False
) -> Factuality:
    """Return how an act stands to the facts, as its sentence says.

    Args:
        sentence: Where it stands.
        trigger: The verb or noun that expresses it.
        lexicon: The words of the language.
        absorbs: The word that governs the trigger is part of the act.

    Returns:
        Never historical: that is a matter of dates, and known only to the coder.
    """
    reading = _Reading()
    _read_parts(sentence, trigger, reading)
    if _is_headline_infinitive(sentence, trigger):
        reading.weaken(Status.ANNOUNCED, "to")
    token = trigger
    for _ in range(len(sentence.tokens)):
        _read_clause(sentence, token, lexicon, reading)
        head = sentence.head_of(token)
        if head is None or not _passes(sentence, token, head):
            break
        if not (absorbs and token is trigger):
            _read_governor(sentence, token, head, lexicon=lexicon, reading=reading)
        token = head
    return Factuality(reading.status, reading.negated, "; ".join(reading.reasons) or "said as a fact")


def _read_parts(sentence: Sentence, trigger: Token, reading: _Reading) -> None:
    """What the trigger's own parts say: "has *no* embassy", "*no* relations exist", "Mexico *to* recognise X"."""
    if trigger.pos not in {"VERB", "AUX"}:
        return
    for thing in (*logical_objects(sentence, trigger), *sentence.dependents(trigger, "nsubj")):
        for word in sentence.dependents(thing, "det"):
            if word.text.lower() == "no":
                reading.flip(word.text)
    for word in sentence.dependents(trigger, "mark"):
        if word.text.lower() == "to" and trigger == sentence.root and not sentence.dependents(trigger, "cop"):
            # A headline's infinitive speaks of what is to come.
            reading.weaken(Status.ANNOUNCED, word.text)


def _is_headline_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether an infinitive with a subject of its own stands for the future: "Damascus to recognise …"."""
    if verb.tag != "VB" or verb.base not in {"root", "ccomp", "conj", "acl", "advcl", "parataxis"}:
        return False
    words = [t.text.lower() for t in sentence.dependents(verb, "mark", "aux")]
    return words == ["to"] and bool(sentence.dependents(verb, "nsubj")) and not sentence.dependents(verb, "mark")[1:]


def _passes(sentence: Sentence, token: Token, head: Token) -> bool:
    """Tell whether what is said of the head also bears on the act below it."""
    if token.base in _CLAUSES:
        # What governs a relative clause says nothing of the clause: "the state that recognised X may fall".
        return token.relation != "acl:relcl"
    if token.base == "conj":
        return not sentence.dependents(token, "nsubj") and head.pos == token.pos
    return False


def _read_clause(sentence: Sentence, token: Token, lexicon: FactualityLexicon, reading: _Reading) -> None:
    for child in sentence.dependents(token, "aux", "mark", "advmod", "det", "cc"):
        word = child.text.lower()
        if child.base == "aux" and word in lexicon.future:
            is_unreal = word == "would" and any(t.text.lower() == "have" for t in sentence.dependents(token, "aux"))
            reading.weaken(Status.HYPOTHETICAL if is_unreal else Status.ANNOUNCED, child.text)
        elif (child.base == "aux" and word in lexicon.modal) or (child.base == "mark" and word in lexicon.conditions):
            reading.weaken(Status.HYPOTHETICAL, child.text)
        elif child.lemma.lower() in lexicon.negations or word in lexicon.negations:
            reading.flip(child.text)


def _read_governor(
    sentence: Sentence, token: Token, head: Token, *, lexicon: FactualityLexicon, reading: _Reading
) -> None:
    if token.base not in _CLAUSES or (token.base in {"obl", "nmod"} and head.pos == "VERB"):
        return
    force = lexicon.governors.get(head.lemma.lower())
    if force is None or _is_presupposed(sentence, head, lexicon):
        return
    if force in {Force.DENIES, Force.FAILS}:
        # To deny or refuse a thing is not to say that it did not happen; to deny a clause is.
        if token.base in {"ccomp", "xcomp", "acl", "advcl", "csubj"}:
            reading.flip(head.text)
    elif token.base != "obj" or token.pos == "NOUN":
        is_factive_past = force is Force.ANNOUNCES and token.base == "ccomp" and _is_past(sentence, token)
        if not is_factive_past:
            reading.weaken(_STATUS[force], head.text)


def _is_past(sentence: Sentence, token: Token) -> bool:
    auxiliaries = sentence.dependents(token, "aux")
    return token.tag == "VBD" or any(t.tag in {"VBD", "VBZ", "VBP"} and t.lemma in {"have", "be"} for t in auxiliaries)


def _is_presupposed(sentence: Sentence, noun: Token, lexicon: FactualityLexicon) -> bool:
    """Tell whether a noun speaks of an act as done: "the decision to sever relations was a mistake"."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in lexicon.presupposing:
        return False
    determiners = sentence.dependents(noun, "det")
    is_definite = any(t.text.lower() in {"the", "this", "that", "these"} for t in determiners)
    return is_definite or bool(sentence.dependents(noun, "nmod:poss"))
