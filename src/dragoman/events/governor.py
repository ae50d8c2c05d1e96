"""What the word above an act says of it: by its force, and by the place in which the act stands below it.

"Ruled out the closure", "the closure was announced", "the closure surprised them" and "a plan for the
closure" put the same noun under four words, and each says something else of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.events.clause import preposition, with_preposition
from dragoman.events.force import FactualityLexicon, Force
from dragoman.events.kind import Status
from dragoman.events.stance import Negation, Stance
from dragoman.language.sentence import Sentence, Token


class Place(StrEnum):
    """Where an act, or what holds it, stands below a word."""

    CLAUSE = "clause"
    THING = "thing"
    SUBJECT = "subject"
    PHRASE = "phrase"


class Effect(StrEnum):
    """What is done to the stance."""

    WEAKENS = "weakens"
    FLIPS = "flips"
    EXCLUDES = "excludes"
    DOUBTS = "doubts"
    SEALS = "seals"
    PASSES = "passes"


PLACES = {
    **dict.fromkeys(("xcomp", "ccomp", "acl", "advcl", "advmod"), Place.CLAUSE),
    "obj": Place.THING,
    "nsubj": Place.SUBJECT,
    "csubj": Place.SUBJECT,
    "obl": Place.PHRASE,
    "nmod": Place.PHRASE,
}
"""Place by relation; the subject of a passive is the thing."""

STATUS = {Force.ANNOUNCES: Status.ANNOUNCED, Force.DEMANDS: Status.DEMANDED, Force.SUPPOSES: Status.HYPOTHETICAL}
_ALIKE = tuple(Place)
_EFFECTS: dict[Force, dict[Place, Effect]] = {
    Force.ANNOUNCES: dict.fromkeys(_ALIKE, Effect.WEAKENS),
    Force.DEMANDS: dict.fromkeys(_ALIKE, Effect.WEAKENS),
    Force.SUPPOSES: dict.fromkeys(_ALIKE, Effect.WEAKENS),
    Force.DENIES: dict.fromkeys(_ALIKE, Effect.FLIPS),
    # Who rejects that a thing is done denies it; who rejects a thing done takes it for granted.
    Force.REJECTS: {Place.CLAUSE: Effect.FLIPS, Place.THING: Effect.SEALS, Place.PHRASE: Effect.SEALS},
    Force.FAILS: {Place.CLAUSE: Effect.FLIPS, Place.SUBJECT: Effect.FLIPS, Place.PHRASE: Effect.FLIPS},
    Force.PREVENTS: dict.fromkeys((Place.CLAUSE, Place.THING, Place.PHRASE), Effect.FLIPS),
    Force.EXCLUDES: dict.fromkeys((Place.CLAUSE, Place.THING, Place.PHRASE), Effect.EXCLUDES),
    Force.ASSERTS: {Place.CLAUSE: Effect.DOUBTS, Place.SUBJECT: Effect.DOUBTS},
    Force.PRESUPPOSES: dict.fromkeys(_ALIKE, Effect.SEALS),
    Force.HAPPENS: dict.fromkeys(_ALIKE, Effect.PASSES),
}
_PREPOSITIONS = {
    Force.ANNOUNCES: {"for", "on", "to", "against", "with"},
    Force.DEMANDS: {"for", "against"},
    Force.SUPPOSES: {"of", "about", "on", "over", "for", "to"},
    Force.EXCLUDES: {"against"},
    Force.PREVENTS: {"from"},
    Force.HAPPENS: {"with", "by", "in", "to", "of", "on"},
}
"""Prepositions by which a verb of some force governs an act: "voted *for* recognition"."""

_LINKING = frozenset({"prove", "turn", "remain", "become", "seem", "appear", "look", "stay", "be"})
_ADJECTIVES = frozenset({"close", "short"})
_UNREAL = frozenset({"would", "could", "may", "might"})
_NOUNS = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEFINITE = frozenset({"the", "this", "that", "these"})


@dataclass(frozen=True, slots=True)
class Link:
    """An act, or what holds it, below the word that governs it.

    Attributes:
        sentence: Where both stand.
        token: The act, or what holds it ("the *plan* to …").
        head: The word above.
        lexicon: The words of the language.
        declared: To announce the act is to do it.
    """

    sentence: Sentence
    token: Token
    head: Token
    lexicon: FactualityLexicon
    declared: bool = True

    @property
    def place(self) -> Place | None:
        """Where the token stands below its head; ``None`` where the head says nothing of it."""
        place = PLACES.get(self.token.base)
        if place is not Place.SUBJECT:
            return place
        if self.token.relation.endswith(":pass"):
            return Place.THING
        # "It is not true that …": the clause only stands in for the subject.
        is_clause = self.token.base == "csubj" and bool(self.sentence.dependents(self.head, "expl"))
        return Place.CLAUSE if is_clause else place

    @property
    def word(self) -> Token:
        """The word that says it: the head, or what is said of a subject ("remains *conditional*")."""
        if self.place is Place.CLAUSE:
            return self._adverb or self.head
        if self.place is not Place.SUBJECT or self.head.lemma.lower() not in _LINKING:
            return self.head
        complements = self.sentence.dependents(self.head, "xcomp", "obj", "advmod")
        return next((t for t in complements if t.lemma.lower() in self.lexicon.governors), self.head)

    @property
    def _adverb(self) -> Token | None:
        """The adverb that the clause belongs to and that a parser hangs beside it: "came *close* to recognising it"."""
        marks = self.sentence.dependents(self.token, "mark")
        before = self.sentence.tokens[marks[0].index - 1] if marks and marks[0].index else None
        is_beside = before is not None and before.head == self.head.index and before.base in {"advmod", "xcomp"}
        fails = before is not None and self.lexicon.governors.get(before.lemma.lower()) is Force.FAILS
        return before if is_beside and fails else None


def read_governor(link: Link, stance: Stance) -> bool:
    """Take over what the word above an act says of it.

    Args:
        link: The act and the word.
        stance: What has been gathered, which is changed.

    Returns:
        Whether the act is only what the head speaks of, so that tense and negation of the head are not its own.
    """
    place = link.place
    if place is None or is_presupposed(link.sentence, link.head, link.lexicon):
        return False
    if _is_rejected_report(link):
        stance.flip(f"{link.head.text} {link.token.text}")
        return False
    force = _force(link)
    if force is None:
        return _read_unknown(link, stance)
    # "Insisted that it had closed it": what is past is neither announced nor demanded.
    is_told = link.token.base == "ccomp" and is_past(link.sentence, link.token)
    if is_told and force in {Force.ANNOUNCES, Force.DEMANDS}:
        return False
    effect = _effect(link, force)
    _apply(effect, force, link.word, stance)
    if place is Place.PHRASE and preposition(link.sentence, link.token) == "against" and effect is Effect.WEAKENS:
        stance.flip("against")
    return effect is Effect.SEALS and place is not Place.CLAUSE


def _effect(link: Link, force: Force) -> Effect:
    place, word = link.place, link.word
    effect = _EFFECTS[force].get(place, Effect.PASSES) if place is not None else Effect.PASSES
    # "Stopped short of": what an adverb has said, the verb above it does not say again.
    is_said = link.token.base == "advmod" and effect is not Effect.WEAKENS
    # "The invasion began": what comes about is no plan. "The letter was short": an adjective denies clauses only.
    is_other = place is Place.SUBJECT and (
        (force is Force.ANNOUNCES and word.tag in _FINITE) or (force is Force.FAILS and word.pos != "VERB")
    )
    # A report is rejected or confirmed by the word above it.
    is_report = force is Force.ASSERTS and (word.pos == "NOUN" or word.tag in _NOUNS)
    return Effect.PASSES if is_said or is_other or is_report else effect


def _apply(effect: Effect, force: Force, word: Token, stance: Stance) -> None:
    if effect is Effect.WEAKENS:
        stance.weaken(STATUS[force], word.text)
        if force is Force.DEMANDS and word.pos == "VERB":
            # Who does not demand it leaves it open; a demand that it be not done is negated further down.
            stance.doubt()
    elif effect is Effect.FLIPS:
        stance.flip(word.text)
    elif effect is Effect.EXCLUDES:
        stance.exclude(word.text)
    elif effect is Effect.DOUBTS:
        stance.doubt()
    elif effect is Effect.SEALS:
        stance.seal(word.text)


def _read_unknown(link: Link, stance: Stance) -> bool:
    """Read a word that is in no list: an act that is its subject or a definite thing is what is spoken of."""
    if link.place is Place.SUBJECT:
        helpers = [t.text for t in link.sentence.dependents(link.head, "aux") if t.text.lower() in _UNREAL]
        if helpers:
            stance.weaken(Status.HYPOTHETICAL, helpers[0])
        stance.seal(link.head.text)
        return True
    if link.place is Place.PHRASE and link.head.pos in {"VERB", "AUX"}:
        stance.seal(link.head.text)
        return True
    if link.place is Place.THING and is_definite(link.sentence, link.token):
        stance.negation = Negation.KEEPS
    if link.token.base == "ccomp" and link.head.pos == "VERB" and is_past(link.sentence, link.token):
        # Who does not accept that it happened may leave it open; a denial takes a word that denies.
        stance.doubt()
    return False


def _is_rejected_report(link: Link) -> bool:
    """Tell whether what others say is called untrue: "rejected *reports* that …", "the *claim* that … is false"."""
    if _is_report_called_false(link):
        return True
    if link.token.lemma.lower() not in link.lexicon.contents:
        return False
    if link.place is Place.THING:
        return link.lexicon.governors.get(link.head.lemma.lower()) in {Force.DENIES, Force.REJECTS}
    if link.place is Place.PHRASE and _is_called_false(link):
        return link.lexicon.governors.get(link.head.lemma.lower()) in {Force.DENIES, Force.REJECTS}
    words = (link.head, *link.sentence.dependents(link.head, "xcomp", "obj", "advmod"))
    return link.place is Place.SUBJECT and any(t.text.lower() in link.lexicon.falsehoods for t in words)


def _is_report_called_false(link: Link) -> bool:
    """Tell whether the verb calls a report untrue: "called *reports* that … *baseless*"."""
    if link.place not in {Place.THING, Place.CLAUSE}:
        return False
    reports = [t for t in link.sentence.dependents(link.head, "obj") if t.lemma.lower() in link.lexicon.contents]
    verdicts = [t for t in link.sentence.dependents(link.head, "xcomp") if t.text.lower() in link.lexicon.falsehoods]
    return bool(reports and verdicts)


def _is_called_false(link: Link) -> bool:
    """Tell whether a phrase says that a report is untrue: "dismissed *as untrue a report* that …"."""
    before = (t for t in link.sentence.subtree(link.token) if t.index < link.token.index)
    words = {t.text.lower() for t in before}
    return "as" in words and bool(words & link.lexicon.falsehoods)


def _force(link: Link) -> Force | None:
    """What a governing word does to the act below it, or ``None``."""
    sentence, token, head, lexicon = link.sentence, link.token, link.word, link.lexicon
    # "Is going to": the lemma "go" says nothing, the form does.
    force = lexicon.governors.get(head.lemma.lower()) or lexicon.governors.get(head.text.lower())
    if _is_other_sense(link):
        return None
    if head.pos == "NOUN" and head.lemma.lower() in lexicon.siding and is_definite(sentence, token):
        return Force.PRESUPPOSES  # "support for the annexation of X"
    if link.place is Place.PHRASE and head.pos == "VERB":
        return force if preposition(sentence, token) in _PREPOSITIONS.get(force or Force.ASSERTS, ()) else None
    if link.place is Place.THING:
        return _force_on_thing(link, force)
    if force is Force.ANNOUNCES and preposition(sentence, token) == "against" and sentence.dependents(head, "obj"):
        return Force.DEMANDS  # "warned Peru against closing it"
    if head.lemma.lower() in lexicon.wishes and token.base in {"xcomp", "ccomp"}:
        others = (*sentence.dependents(token, "nsubj"), *sentence.dependents(head, "obj"))
        return Force.DEMANDS if others else force
    return force


def _is_other_sense(link: Link) -> bool:
    """Tell whether a word governs in another sense of it only.

    "Close to severing" is the adjective, and "to close one mission, to open another" is not. "Accused of supporting X,
    of backing Y": whoever backs an act has it for an object.
    """
    lemma = link.word.lemma.lower()
    if lemma in _ADJECTIVES:
        return link.word.pos == "VERB" and bool(link.sentence.dependents(link.word, "obj", "nsubj"))
    return lemma in link.lexicon.siding and link.token.base in {"advcl", "acl"}


def _force_on_thing(link: Link, force: Force | None) -> Force | None:
    sentence, token, lemma = link.sentence, link.token, link.head.lemma.lower()
    is_judged = any(t.pos in {"ADJ", "NOUN"} for t in sentence.dependents(link.head, "xcomp"))
    if is_judged or (lemma in link.lexicon.siding and is_definite(sentence, token)):
        return Force.PRESUPPOSES  # "called the recognition illegal", "supported the annexation"
    if lemma in link.lexicon.telling and not link.declared and token.pos == "NOUN":
        return Force.ANNOUNCES
    if lemma in link.lexicon.wishes:
        others = (*sentence.dependents(token, "nmod:poss"), *with_preposition(sentence, token, "by", "from"))
        return Force.DEMANDS if any(t.pos in {"NOUN", "PROPN"} for t in others) else force or Force.ANNOUNCES
    return force if token.pos == "NOUN" or force is not Force.ANNOUNCES else None


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun phrase speaks of something known: with an article, a pronoun, or a possessor."""
    determiners = sentence.dependents(noun, "det")
    return any(t.text.lower() in _DEFINITE for t in determiners) or bool(sentence.dependents(noun, "nmod:poss"))


def is_past(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb tells of what is past or perfect."""
    auxiliaries = sentence.dependents(token, "aux")
    return token.tag == "VBD" or any(t.tag in {"VBD", "VBZ", "VBP"} and t.lemma in {"have", "be"} for t in auxiliaries)


def is_presupposed(sentence: Sentence, noun: Token, lexicon: FactualityLexicon) -> bool:
    """Tell whether a noun speaks of an act as done: "the decision to sever relations was a mistake"."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in lexicon.presupposing:
        return False
    head = sentence.head_of(noun)
    if noun.base == "obj" and head is not None and head.lemma.lower() in lexicon.reached:
        # Who announces a decision tells of the decision, not of what was decided as done.
        return False
    return is_definite(sentence, noun)
