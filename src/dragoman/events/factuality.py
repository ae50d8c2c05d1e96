"""Whether an act is said to have happened: announced, demanded, hypothetical, denied.

PLOVER lists historical, future, hypothetical and negated as auxiliary modes; here they are
required (DESIGN, section 5). The words around the trigger decide, from the trigger up to the
root of its sentence: auxiliaries, negations, conditions and governing verbs. After the ideas
of FactBank (Saurí and Pustejovsky, 2009) and the implicative verbs of Karttunen (1971).
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.events.clause import finite_above, logical_objects
from dragoman.events.kind import Status
from dragoman.language.sentence import Sentence, Token


class Force(StrEnum):
    """What a governing word does to the act below it."""

    ANNOUNCES = "announces"
    DEMANDS = "demands"
    SUPPOSES = "supposes"
    DENIES = "denies"
    FAILS = "fails"
    PREVENTS = "prevents"


@dataclass(frozen=True, slots=True)
class FactualityLexicon:
    """Words that bear on factuality, by language, from a data file.

    Attributes:
        governors: Lemma of a governing verb, noun or adjective, and what it does to the act below it.
        future: Auxiliaries of the future ("will").
        modal: Auxiliaries of possibility ("may").
        negations: Lemmas of words that negate ("not").
        conditions: Words that open a condition ("if").
        obliging: Auxiliaries by which the speaker demands ("must").
        excluding: Words that open what did not happen ("without").
        settled: Words that open a clause told as a fact of its own ("after", "because").
        wishes: Verbs that demand, if somebody else is to act ("wants Peru to recognise it").
        reached: Verbs for reaching or telling a decision ("confirmed the decision to …"), which presuppose nothing.
        contents: Nouns for what others say; to reject them is to deny what they say ("reports that …").
        presupposing: Nouns for an act already done when something is said of it ("the decision to …
            was a mistake"), if they are definite.
    """

    governors: dict[str, Force]
    future: frozenset[str]
    modal: frozenset[str]
    negations: frozenset[str]
    conditions: frozenset[str]
    presupposing: frozenset[str] = frozenset()
    obliging: frozenset[str] = frozenset()
    excluding: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    reached: frozenset[str] = frozenset()


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
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "csubj", "advmod"})


@dataclass(slots=True)
class _Reading:
    """What has been gathered on the way up."""

    status: Status = Status.ACTUAL
    negated: bool = False
    reasons: tuple[str, ...] = ()
    is_sealed: bool = False

    def weaken(self, status: Status, word: str) -> None:
        if _RANK[status] > _RANK[self.status]:
            self.status = status
            self.reasons += (f"{word!r} makes it {status.value}",)

    def flip(self, word: str) -> None:
        if self.is_sealed:
            return
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
        if head is None or not _passes(sentence, token, head, lexicon):
            break
        if _is_aside(sentence, token):
            # What is negated in the main clause is not what happened "after recognising X".
            reading.is_sealed = True
        elif not (absorbs and token is trigger):
            _read_governor(sentence, token, head, lexicon=lexicon, reading=reading)
            _read_contents(token, head, lexicon, reading)
        token = head
    return Factuality(reading.status, reading.negated, "; ".join(reading.reasons) or "said as a fact")


def _read_parts(sentence: Sentence, trigger: Token, reading: _Reading) -> None:
    """What the trigger's own parts say: "has *no* embassy", "*no* relations exist"."""
    if trigger.pos not in {"VERB", "AUX"}:
        return
    for thing in (*logical_objects(sentence, trigger), *sentence.dependents(trigger, "nsubj")):
        for word in sentence.dependents(thing, "det", "cc", "advmod"):
            if word.text.lower() in {"no", "neither"}:
                reading.flip(word.text)


def _is_headline_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether an infinitive with a subject of its own stands for the future: "Damascus to recognise …"."""
    if verb.tag != "VB" or verb.base not in {"root", "ccomp", "conj", "acl", "advcl", "parataxis"}:
        return False
    words = [t.text.lower() for t in sentence.dependents(verb, "mark", "aux")]
    return words == ["to"] and bool(sentence.dependents(verb, "nsubj")) and not sentence.dependents(verb, "mark")[1:]


def _passes(sentence: Sentence, token: Token, head: Token, lexicon: FactualityLexicon) -> bool:
    """Tell whether what is said of the head also bears on the act below it."""
    if token.base in _CLAUSES:
        marks = {t.text.lower() for t in sentence.dependents(token, "mark")}
        if marks & lexicon.conditions or (marks & lexicon.settled and _is_past(sentence, token)):
            return False
        # What governs a relative clause says nothing of the clause: "the state that recognised X may fall".
        return token.relation != "acl:relcl"
    if token.base == "conj":
        is_joined = finite_above(sentence, token) is None
        return is_joined and not sentence.dependents(token, "nsubj") and head.pos == token.pos
    return False


def _is_aside(sentence: Sentence, token: Token) -> bool:
    """Tell whether a clause stands beside its governor, as in "after recognising X", and is not what it governs."""
    marks = {t.text.lower() for t in sentence.dependents(token, "mark")}
    return token.base == "advcl" and bool(marks - {"to", "from", "of", "that"})


def _read_contents(token: Token, head: Token, lexicon: FactualityLexicon, reading: _Reading) -> None:
    """Deny what others say when it is rejected: "rejected *reports* that …"."""
    is_rejected = token.base == "obj" and lexicon.governors.get(head.lemma.lower()) is Force.DENIES
    if is_rejected and token.lemma.lower() in lexicon.contents:
        reading.flip(f"{head.text} {token.text}")


def _read_clause(sentence: Sentence, token: Token, lexicon: FactualityLexicon, reading: _Reading) -> None:
    _read_is_to(sentence, token, reading)
    for child in sentence.dependents(token, "aux", "mark", "advmod", "det", "cc", "case"):
        word = child.text.lower()
        if child.base == "aux" and word in lexicon.future:
            is_unreal = word == "would" and _is_conditional(sentence, token, lexicon)
            reading.weaken(Status.HYPOTHETICAL if is_unreal else Status.ANNOUNCED, child.text)
        elif (child.base == "aux" and word in lexicon.modal) or (child.base == "mark" and word in lexicon.conditions):
            reading.weaken(Status.HYPOTHETICAL, child.text)
        elif child.base == "aux" and word in lexicon.obliging:
            reading.weaken(Status.DEMANDED, child.text)
        elif _negates(child, lexicon):
            reading.flip(child.text)


def _negates(child: Token, lexicon: FactualityLexicon) -> bool:
    word = child.text.lower()
    if child.base in {"mark", "case", "cc"}:
        return word in lexicon.excluding or word in lexicon.negations
    return child.lemma.lower() in lexicon.negations or word in lexicon.negations


def _is_conditional(sentence: Sentence, token: Token, lexicon: FactualityLexicon) -> bool:
    """Tell whether a "would" hangs on a condition: "would have recognised", "if it did, they would break"."""
    if any(t.text.lower() == "have" for t in sentence.dependents(token, "aux")):
        return True
    marks = (t for clause in sentence.dependents(token, "advcl") for t in sentence.dependents(clause, "mark"))
    return any(t.text.lower() in lexicon.conditions for t in marks)


def _read_is_to(sentence: Sentence, token: Token, reading: _Reading) -> None:
    """Read what is appointed for later: "was to be closed", "is to visit"."""
    finite = [t for t in sentence.dependents(token, "aux") if t.lemma == "be" and t.tag in {"VBD", "VBZ", "VBP"}]
    marks = [t.index for t in sentence.dependents(token, "mark") if t.text.lower() == "to"]
    if finite and marks and finite[0].index < marks[0]:
        reading.weaken(Status.ANNOUNCED, f"{finite[0].text} to")


def _read_governor(
    sentence: Sentence, token: Token, head: Token, *, lexicon: FactualityLexicon, reading: _Reading
) -> None:
    force = _force(sentence, token, head, lexicon)
    if force is None or _is_presupposed(sentence, head, lexicon):
        return
    if force in {Force.DENIES, Force.FAILS, Force.PREVENTS}:
        # To deny or refuse a thing is not to say that it did not happen; to deny a clause is, and to prevent a thing.
        if token.base in {"ccomp", "xcomp", "acl", "advcl", "csubj"} or (
            force is Force.PREVENTS and token.base == "obj"
        ):
            reading.flip(head.text)
    elif token.base != "obj" or token.pos == "NOUN":
        is_factive_past = force is Force.ANNOUNCES and token.base == "ccomp" and _is_past(sentence, token)
        if not is_factive_past:
            reading.weaken(_STATUS[force], head.text)


def _force(sentence: Sentence, token: Token, head: Token, lexicon: FactualityLexicon) -> Force | None:
    """What a governing word does to the act below it, or ``None``."""
    if token.base not in _CLAUSES:
        return None
    # "Is going to": the lemma "go" says nothing, the form does.
    force = lexicon.governors.get(head.lemma.lower()) or lexicon.governors.get(head.text.lower())
    if token.base in {"obl", "nmod"} and head.pos == "VERB":
        words = {t.text.lower() for t in sentence.dependents(token, "case")}
        return force if "for" in words and force in {Force.DEMANDS, Force.ANNOUNCES} else None
    if head.lemma.lower() in lexicon.wishes and token.base in {"xcomp", "ccomp"}:
        others = (*sentence.dependents(token, "nsubj"), *sentence.dependents(head, "obj"))
        return Force.DEMANDS if others else force
    return force


def _is_past(sentence: Sentence, token: Token) -> bool:
    auxiliaries = sentence.dependents(token, "aux")
    return token.tag == "VBD" or any(t.tag in {"VBD", "VBZ", "VBP"} and t.lemma in {"have", "be"} for t in auxiliaries)


def _is_presupposed(sentence: Sentence, noun: Token, lexicon: FactualityLexicon) -> bool:
    """Tell whether a noun speaks of an act as done: "the decision to sever relations was a mistake"."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in lexicon.presupposing:
        return False
    determiners = sentence.dependents(noun, "det")
    is_definite = any(t.text.lower() in {"the", "this", "that", "these"} for t in determiners)
    head = sentence.head_of(noun)
    if noun.base == "obj" and head is not None and head.lemma.lower() in lexicon.reached:
        # Who announces a decision tells of the decision, not of what was decided as done.
        return False
    return is_definite or bool(sentence.dependents(noun, "nmod:poss"))
