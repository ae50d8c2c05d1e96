"""Whether an act is said to have happened: announced, demanded, hypothetical, denied.

PLOVER lists historical, future, hypothetical and negated as auxiliary modes; here they are
required (DESIGN, section 5). The words around the trigger decide, from the trigger up to the
root of its sentence: auxiliaries, adverbs, negations and conditions here, governing words in
:mod:`dragoman.events.governor`.
"""

from dataclasses import dataclass

from dragoman.events.clause import finite_above, logical_objects
from dragoman.events.force import FactualityLexicon, Force
from dragoman.events.governor import PLACES, STATUS, Link, is_past, read_governor
from dragoman.events.kind import Status
from dragoman.events.stance import Negation, Stance
from dragoman.language.sentence import Sentence, Token


@dataclass(frozen=True, slots=True)
class Factuality:
    """How an act is said to stand to the facts.

    Attributes:
        status: Actual, announced, hypothetical or demanded (historical is decided by dates).
        negated: It is said not to be so.
        reason: The words that decided, for ``explain``.
        is_apart: The words above take the act for granted and tell of something else, so that what they
            date is not the act.
    """

    status: Status
    negated: bool
    reason: str
    is_apart: bool = False


_CLAUSES = frozenset(PLACES)
_COMPLEMENTING = frozenset({"to", "from", "of", "that", "about", "against", "for"})


def find_factuality(
    sentence: Sentence, trigger: Token, lexicon: FactualityLexicon, *, absorbs: bool = False, declared: bool = True
) -> Factuality:
    """Return how an act stands to the facts, as its sentence says.

    Args:
        sentence: Where it stands.
        trigger: The verb or noun that expresses it.
        lexicon: The words of the language.
        absorbs: The word that governs the trigger is part of the act.
        declared: The act is done by declaring it, so that to announce it is to do it.

    Returns:
        Never historical: that is a matter of dates, and known only to the coder.
    """
    stance = Stance()
    _read_objects(sentence, trigger, stance)
    _read_modifiers(sentence, trigger, lexicon, stance)
    if _is_headline_infinitive(sentence, trigger):
        stance.weaken(Status.ANNOUNCED, "to")
    token, is_topic, below = trigger, False, None
    for _ in range(len(sentence.tokens)):
        if not is_topic:
            _read_clause(sentence, token, lexicon, stance, below)
        head = sentence.head_of(token)
        if head is None or not _passes(sentence, token, head, lexicon):
            break
        is_topic = False
        if _is_aside(sentence, token, head, lexicon):
            # What is negated in the main clause is not what happened "after recognising X".
            stance.negation = Negation.KEEPS
        elif not (absorbs and token is trigger):
            is_topic = read_governor(Link(sentence, token, head, lexicon, declared), stance)
        token, below = head, token
    reason = "; ".join(stance.reasons) or "said as a fact"
    return Factuality(stance.status, stance.negated, reason, stance.is_apart)


def _read_objects(sentence: Sentence, trigger: Token, stance: Stance) -> None:
    """What the trigger's own parts say: "has *no* embassy"."""
    if trigger.pos not in {"VERB", "AUX"}:
        return
    subjects = {t.index for t in sentence.dependents(trigger, "nsubj")}
    for thing in logical_objects(sentence, trigger):
        if thing.index not in subjects:
            _read_none(sentence, thing, stance)


def _read_none(sentence: Sentence, thing: Token, stance: Stance) -> None:
    for word in sentence.dependents(thing, "det", "cc", "advmod"):
        if word.text.lower() in {"no", "neither"}:
            stance.flip(word.text)


def _read_modifiers(sentence: Sentence, trigger: Token, lexicon: FactualityLexicon, stance: Stance) -> None:
    """What adjectives before a noun of action say: "the *planned* closure", "a *failed* annexation"."""
    if trigger.pos != "NOUN":
        return
    for word in sentence.dependents(trigger, "amod"):
        force = lexicon.modifiers.get(word.text.lower())
        if force in STATUS:
            stance.weaken(STATUS[force], word.text)
        elif force is Force.FAILS:
            stance.flip(word.text)


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
        if marks & lexicon.conditions or (marks & lexicon.settled and is_past(sentence, token)):
            return False
        if _is_taken_as_known(sentence, token, head):
            return False
        # "Having recognised X, they will …": what is finished does not wait for the main clause.
        if token.base == "advcl" and any(t.text.lower() == "having" for t in sentence.dependents(token, "aux")):
            return False
        # What governs a relative clause says nothing of the clause: "the state that recognised X may fall".
        return token.relation != "acl:relcl" or _is_content(sentence, token)
    if token.base == "conj":
        # "Did not concede, and vowed": a finite verb behind one with an auxiliary has none of its auxiliaries.
        is_finite_of_its_own = (
            token.tag in {"VBD", "VBZ"} and head.tag == "VB" and bool(sentence.dependents(head, "aux"))
        )
        is_joined = finite_above(sentence, token) is None and not is_finite_of_its_own
        return is_joined and not sentence.dependents(token, "nsubj") and head.pos == token.pos
    return False


def _is_taken_as_known(sentence: Sentence, token: Token, head: Token) -> bool:
    """Tell whether a clause is told as known: "asked *why* Peru closed it", "*now that* Peru has closed it"."""
    asking = [t for t in (head, *sentence.dependents(token, "advmod", "mark")) if t.tag == "WRB"]
    return head.text.lower() == "now" or (bool(asking) and is_past(sentence, token))


def _is_content(sentence: Sentence, token: Token) -> bool:
    """Tell whether what a parser takes for a relative clause lacks nothing: "rumours *that Peru had closed it*"."""
    if any(t.text.lower() == "that" for t in sentence.dependents(token, "mark")):
        return True
    objects = [t.text.lower() for t in sentence.dependents(token, "obj")]
    return bool(sentence.dependents(token, "nsubj")) and len(objects) > 1 and objects[0] == "that"


def _is_aside(sentence: Sentence, token: Token, head: Token, lexicon: FactualityLexicon) -> bool:
    """Tell whether a clause stands beside its governor, as in "after recognising X", and is not what it governs."""
    if token.base != "advcl":
        return False
    marks = {t.text.lower() for t in sentence.dependents(token, "mark")}
    if not marks:
        return token.tag in {"VBG", "VBN"} and head.lemma.lower() not in lexicon.governors
    return bool(marks - _COMPLEMENTING)


def _read_clause(
    sentence: Sentence, token: Token, lexicon: FactualityLexicon, stance: Stance, below: Token | None
) -> None:
    """Read the words around one word on the way up; what stands below it has been read."""
    _read_is_to(sentence, token, stance)
    _read_inversion(sentence, token, lexicon, stance)
    for subject in sentence.dependents(token, "nsubj") if token.pos in {"VERB", "AUX"} else ():
        if subject is below:
            continue
        if subject.text.lower() in lexicon.nobody:
            stance.flip(subject.text)
        _read_none(sentence, subject, stance)
    for child in sentence.dependents(token, "aux", "mark", "advmod", "det", "cc", "case"):
        _read_word(sentence, token, child, lexicon, stance)


def _read_inversion(sentence: Sentence, token: Token, lexicon: FactualityLexicon, stance: Stance) -> None:
    """Read a condition without "if": "*had* Peru recognised it, …"; a question asks and supposes nothing."""
    subjects = sentence.dependents(token, "nsubj")
    openers = [t for t in sentence.dependents(token, "aux", "cop") if t.text.lower() in lexicon.inverting]
    if subjects and openers and openers[0].index < subjects[0].index and sentence.tokens[-1].text != "?":
        stance.weaken(Status.HYPOTHETICAL, openers[0].text)


def _read_word(sentence: Sentence, token: Token, child: Token, lexicon: FactualityLexicon, stance: Stance) -> None:
    word = child.text.lower()
    if child.base == "aux" and word in lexicon.future:
        is_unreal = _is_conditional(sentence, token, lexicon, is_would=word == "would")
        stance.weaken(Status.HYPOTHETICAL if is_unreal else Status.ANNOUNCED, child.text)
    elif (child.base == "aux" and word in lexicon.modal) or (child.base == "mark" and word in lexicon.conditions):
        stance.weaken(Status.HYPOTHETICAL, child.text)
    elif child.base == "aux" and word in lexicon.obliging:
        stance.weaken(Status.DEMANDED, child.text)
    elif child.base == "advmod" and word in lexicon.hedges:
        stance.weaken(Status.HYPOTHETICAL, child.text)
    elif _negates(sentence, child, lexicon):
        stance.flip(child.text)


def _negates(sentence: Sentence, child: Token, lexicon: FactualityLexicon) -> bool:
    word = child.text.lower()
    if child.base == "case" and word == "against":
        return False  # "voted against", "protested against" the recognition: the governor decides.
    if child.base in {"mark", "case", "cc"}:
        return word in lexicon.excluding or word in lexicon.negations
    is_all_but = word == "but" and child.index > 0 and sentence.tokens[child.index - 1].text.lower() == "all"
    return child.lemma.lower() in lexicon.negations or word in lexicon.negations or word in lexicon.nearly or is_all_but


def _is_conditional(sentence: Sentence, token: Token, lexicon: FactualityLexicon, *, is_would: bool) -> bool:
    """Tell whether the future hangs on a condition: "would have recognised", "if it did, they will break"."""
    if is_would and any(t.text.lower() == "have" for t in sentence.dependents(token, "aux")):
        return True
    marks = (t for clause in sentence.dependents(token, "advcl") for t in sentence.dependents(clause, "mark"))
    # "Will do it whether or not they agree" depends on nothing.
    return any(t.text.lower() in lexicon.conditions and t.text.lower() != "whether" for t in marks)


def _read_is_to(sentence: Sentence, token: Token, stance: Stance) -> None:
    """Read what is appointed for later: "was to be closed", "is to visit"; but "is yet to" has not happened."""
    finite = [
        t for t in sentence.dependents(token, "aux") if t.lemma in {"be", "have"} and t.tag in {"VBD", "VBZ", "VBP"}
    ]
    marks = [t.index for t in sentence.dependents(token, "mark") if t.text.lower() == "to"]
    head = sentence.head_of(token)
    if marks and any(t.text.lower() == "yet" for t in _adverbs(sentence, token, head)):
        stance.flip("yet to")
    elif finite and marks and finite[0].lemma == "be" and finite[0].index < marks[0]:
        stance.weaken(Status.ANNOUNCED, f"{finite[0].text} to")


def _adverbs(sentence: Sentence, token: Token, head: Token | None) -> tuple[Token, ...]:
    above = () if head is None or token.base != "xcomp" or head.lemma not in {"have", "be"} else (head,)
    return tuple(a for verb in (token, *above) for a in sentence.dependents(verb, "advmod") if a.index < token.index)
