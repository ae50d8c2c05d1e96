"""Whom a reaction is aimed at: who did the act that it takes up.

"Peru recognised Kosovo on Monday. Serbia condemned *the decision*": the words name no recipient, but the
decision is Peru's. The noun's own words come first ("the step that Peru took"), then the nearest act told before
that the noun can name; where none can, nobody is filled in. Source: Asher, "Reference to Abstract Objects in
Discourse" (1993), chapter 6 (anaphora to events).
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.actors.participant import Participant
from dragoman.claims.claim import ClaimKind
from dragoman.claims.finding import Finding
from dragoman.events.clause import logical_objects, with_preposition
from dragoman.events.kind import Root
from dragoman.events.matcher import Scene
from dragoman.language.sentence import Sentence, Token

_REACTING = frozenset({Root.ACCUSE, Root.REJECT, Root.PROTEST})
"""Who welcomes an act need not side with its doer; who blames it blames him."""
_SPOKEN = frozenset({Root.ACCUSE, Root.REQUEST, Root.CONSULT, Root.REJECT, Root.PROTEST})
"""Roots that a word such as "the move" does not take up: they are words or meetings themselves."""
_ANY_ACT = frozenset(
    "act action announcement blow breach decision deed development gesture manoeuvre maneuver measure move news "
    "provocation step violation".split()
)
"""Nouns by which any act can be taken up."""
_PRONOUNS = frozenset({"it", "this", "that"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_PREPOSITIONS = ("against", "at", "over", "to", "about")
_BACK = 3
"""So many sentences back an act may stand that a noun takes up; a pronoun takes up the nearest sentence only."""
_LEAST_STEM = 4


class Answered:
    """Remembers, within one section, the acts told last, so that reactions to them can be completed.

    Args:
        scene: Knows who did what a noun such as "decision" names.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: list[tuple[int, Finding]] = []
        self._sentence = 0

    def open_sentence(self) -> None:
        """Note that a new sentence begins; acts more than a few sentences back are forgotten."""
        self._sentence += 1
        self._told = [(at, told) for at, told in self._told if self._sentence - at <= _BACK]

    def aimed(self, finding: Finding) -> Finding:
        """Return a reaction with the doer of the act it takes up as recipient, and remember any act."""
        if _lacks_recipient(finding):
            finding = self._with_doer(finding)
        if finding.kind is ClaimKind.EVENT and finding.actors:
            self._told.append((self._sentence, finding))
        return finding

    def _with_doer(self, finding: Finding) -> Finding:
        for thing in _things(finding):
            doers = tuple(p for p in self._doers(finding, thing) if p.is_known)
            if doers:
                return replace(finding, recipients=doers)
        return finding

    def _doers(self, finding: Finding, thing: Token) -> tuple[Participant, ...]:
        sentence, ids = finding.sentence, {p.id for p in finding.actors}
        own = tuple(p for p in self._scene.doers(sentence, thing) if p.id not in ids)
        if own:
            return tuple(replace(p, reason=f"who did “{thing.text}”: {p.reason}") for p in own)
        if not _points_back(sentence, thing):
            return ()
        for at, told in reversed(self._told):
            is_near = thing.pos != "PRON" or self._sentence - at <= 1
            is_other = not ids & {p.id for p in told.actors} and told.trigger != finding.trigger
            if is_near and is_other and _may_name(thing, told):
                reason = f"who did what “{thing.text}” takes up ({told.trigger.text!r} before)"
                return tuple(replace(p, reason=reason) for p in told.actors)
        return ()


def _lacks_recipient(finding: Finding) -> bool:
    event = finding.type
    is_reaction = event is not None and event.mode is None and event.root in _REACTING
    return is_reaction and finding.kind is ClaimKind.EVENT and bool(finding.actors) and not finding.recipients


def _things(finding: Finding) -> Iterator[Token]:
    """The phrases that name what a reaction is about."""
    sentence, trigger = finding.sentence, finding.trigger
    yield from logical_objects(sentence, trigger)
    yield from with_preposition(sentence, trigger, *_PREPOSITIONS)


def _points_back(sentence: Sentence, thing: Token) -> bool:
    if thing.pos == "PRON":
        return thing.text.lower() in _PRONOUNS
    return any(t.text.lower() in _POINTING for t in sentence.dependents(thing, "det"))


def _may_name(thing: Token, told: Finding) -> bool:
    """Tell whether a noun or pronoun can name an act: any act that is no mere word, or the verb that it is made of."""
    noun = thing.lemma.lower()
    if told.type is None:
        return False
    if thing.pos == "PRON" or noun in _ANY_ACT:
        # "The measures" may be those of several: which ones, the text does not say.
        return told.type.root not in _SPOKEN and thing.tag != "NNS"
    stem = _common_start(noun, told.trigger.lemma.lower())
    return len(stem) >= max(_LEAST_STEM, min(len(noun), len(told.trigger.lemma)) - 2)


def _common_start(left: str, right: str) -> str:
    size = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return left[:size]
