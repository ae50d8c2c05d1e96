"""Finds the acts of a sentence: rules whose trigger stands in it and whose parts are there.

Only rules whose trigger lemma occurs are tried. Of several patterns on one trigger, the most
specific one that holds is taken, so that one act gives one mention.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.events.content import find_setting
from dragoman.events.coordinated import conjuncts_in_turn
from dragoman.events.domestic import at_home, on_the_spot
from dragoman.events.factuality import find_factuality
from dragoman.events.force import FactualityLexicon
from dragoman.events.kind import ENVOY_RANKS, MISSION_STEPS, EventType, Status, is_declared
from dragoman.events.mention import EventMention
from dragoman.events.phrase import phrase_text
from dragoman.events.rule import Filler, Need, Pattern, Role, RoleName, Rule, RuleIndex
from dragoman.events.sides import find_sides, only_repeats
from dragoman.language.sentence import Sentence, Token

_SPEAKING = frozenset(
    {"statement", "letter", "note", "communiqué", "communique", "declaration", "message", "resolution"}
)

_NEAREST = frozenset({"content", "inside", "setting"})
_TOOLS = frozenset(
    "aircraft airplane airstrike artillery battery boat bomb bomber bulldozer bullet cannon carrier convoy cruiser "
    "destroyer device drone fighter-bomber fire frigate gunboat gunship gunfire helicopter jet missile mortar patrol "
    "plane rocket satellite shell shelling ship shot strike submarine tank troop-carrier truck vehicle vessel warplane "
    "raid attack offensive bombing bombardment airstrikes".split()
)
"""Nouns for what acts in the hand of somebody: arms, vehicles and blows."""

ParticipantsOf = Callable[[Sentence, Token], tuple[Participant, ...]]
"""Whom the noun phrase headed by a token stands for, coordination expanded; empty for a thing."""


class Scene(Protocol):
    """Who and where, for the noun phrases of a document."""

    def participants(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        """Whom the noun phrase headed by a token stands for; empty for a thing."""

    def host(self, sentence: Sentence, token: Token) -> Participant | None:
        """The polity in which a place lies, if the phrase names a place."""

    def place(self, sentence: Sentence, token: Token) -> str | None:
        """The words of a phrase that names a place."""

    def polities(self, sentence: Sentence) -> frozenset[str]:
        """Identifiers of the polities that a sentence names, by whatever name."""

    def doers(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        """Who did what a noun such as "decision" or "statement" names."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """What is needed to find acts.

    Attributes:
        index: The rules by trigger.
        lexicon: Words that bear on factuality.
        polities: Identifiers that are polities (for fillers that ask for one).
    """

    index: RuleIndex
    lexicon: FactualityLexicon
    polities: frozenset[str]

    def find_events(self, sentence: Sentence, scene: Scene) -> Iterator[EventMention]:
        """Yield the acts of a sentence, in the order of their triggers.

        Args:
            sentence: A parsed sentence.
            scene: Resolves noun phrases to participants and places.
        """
        found = tuple(self._mentions(sentence, scene))
        parts = {(index, _family(m)) for m in found for index in _parts_of_the_act(sentence, m)}
        # "Ended its recognition of X" is one act: the noun is what the verb ends.
        yield from (m for m in found if (m.trigger.index, _family(m)) not in parts or _family(m) is None)

    def _mentions(self, sentence: Sentence, scene: Scene) -> Iterator[EventMention]:
        is_question = sentence.text.rstrip("\"'”’) ").endswith("?")
        for token in sentence.tokens:
            if is_question and _is_asked(sentence, token):
                continue
            candidates = self.index.by_lemma.get(token.lemma.lower())
            # A participle before a noun describes ("the US-backed forces"); it does not report an act.
            if candidates and not (token.base == "amod" and token.pos != "NOUN"):
                mention = self._best(sentence, token, candidates, scene)
                if mention is not None:
                    yield mention
                if any(_is_shared(rule) for rule, _ in candidates):
                    yield from self._of_conjuncts(sentence, token, candidates, (mention, scene))

    def _of_conjuncts(
        self,
        sentence: Sentence,
        token: Token,
        candidates: tuple[tuple[Rule, Pattern], ...],
        found: tuple[EventMention | None, Scene],
    ) -> Iterator[EventMention]:
        """Yield the other acts of a verb with several objects: "established relations *and a legation*"."""
        first, scene = found
        told = set() if first is None else {_content(first)}
        shared = tuple((rule, pattern) for rule, pattern in candidates if _is_shared(rule))
        for view in conjuncts_in_turn(sentence, token):
            mention = self._best(view, token, shared, scene)
            if mention is not None and _content(mention) not in told:
                told.add(_content(mention))
                yield replace(mention, sentence=sentence)

    def _best(
        self,
        sentence: Sentence,
        token: Token,
        candidates: tuple[tuple[Rule, Pattern], ...],
        scene: Scene,
    ) -> EventMention | None:
        ranked = sorted(candidates, key=lambda pair: -pair[1].specificity)
        for rule, pattern in ranked:
            if token.pos in pattern.pos and all(is_met(sentence, token, need) for need in pattern.needs):
                mention = self._fill(sentence, token, (rule, pattern), scene)
                if mention is not None:
                    return mention
        return None

    def _fill(
        self,
        sentence: Sentence,
        token: Token,
        found: tuple[Rule, Pattern],
        scene: Scene,
    ) -> EventMention | None:
        rule, pattern = found
        filled: dict[RoleName, tuple[Participant, ...]] = {}
        for role in pattern.roles:
            if role.name in {RoleName.ACTOR, RoleName.RECIPIENT}:
                filled[role.name] = self._participants(sentence, token, role, scene, besides=_all(filled))
                if role.required and not filled[role.name]:
                    return None
        factuality = find_factuality(
            sentence, token, self.lexicon, absorbs=pattern.absorbs, declared=is_declared(rule.type)
        )
        if isinstance(rule.type, EventType) and rule.type.mode is None and factuality.status is Status.DEMANDED:
            # Of what is demanded, PLOVER codes the REQUEST alone; only acts on the ladders are followed further.
            return None
        is_plain = isinstance(rule.type, EventType) and rule.type.mode is None
        actors, recipients = (
            _plain_sides(sentence, token, filled, scene, pattern) if is_plain else find_sides(filled, at_home=False)
        )
        if not actors and not recipients and (pattern.either or any(role.required for role in pattern.roles)):
            return None
        if (
            not recipients
            and not pattern.joint
            and only_repeats(pattern, filled, at_home=is_plain and not pattern.abroad)
        ):
            return None
        if len(actors) == 1 and pattern.joint and _names_half_a_pair(sentence, token, pattern, scene):
            return None
        return EventMention(
            rule=rule,
            pattern=pattern,
            sentence=sentence,
            trigger=token,
            actors=actors,
            recipients=recipients,
            object=_words(sentence, token, pattern.role(RoleName.OBJECT)),
            place=_place(sentence, token, pattern.role(RoleName.PLACE), scene),
            step=_step(sentence, token, rule, pattern),
            factuality=factuality,
        )

    def _participants(
        self, sentence: Sentence, token: Token, role: Role, scene: Scene, *, besides: tuple[Participant, ...] = ()
    ) -> tuple[Participant, ...]:
        for path in role.paths:
            if path.steps[-1] in _NEAREST:
                near = () if role.required else path.tokens(sentence, token)
                nearest = self._nearest(sentence, near, role, scene, besides)
                if nearest:
                    return _distinct(nearest)
                continue
            found: list[Participant] = []
            heads = path.tokens(sentence, token)
            for reached in heads:
                found += [p for p in self._candidates(sentence, reached, role, scene) if self._fits(p, role.filler)]
                found += self._listed(sentence, reached, scene) if found and role.filler is Filler.POLITY else []
            if found:
                return _distinct(found)
            # A subject that is there but is no actor must not give way to a bystander.
            if heads and path.text == "subject" and token.pos == "VERB":
                return ()
        return ()

    def _nearest(
        self, sentence: Sentence, heads: tuple[Token, ...], role: Role, scene: Scene, besides: tuple[Participant, ...]
    ) -> list[Participant]:
        """Who stands nearest below an act, other than its doers; a place counts as the polity in which it lies."""
        others = {(p.id, p.sector) for p in besides}
        for reached in heads:
            host = scene.host(sentence, reached)
            named = self._candidates(sentence, reached, role, scene) or (() if host is None else (host,))
            found = [p for p in named if self._fits(p, role.filler) and (p.id, p.sector) not in others]
            if found:
                return found
        return []

    def _listed(self, sentence: Sentence, token: Token, scene: Scene) -> list[Participant]:
        """Polities that a headline lists with commas alone: "Qatar, *Bahrain* restore ties"."""
        if token.pos != "PROPN":
            return []
        names = (t for t in sentence.dependents(token, "appos") if t.pos == "PROPN" and t.index > token.index)
        listed = (t for t in names if sentence.tokens[t.index - 1].text == ",")
        return [p for t in listed for p in scene.participants(sentence, t) if p.id in self.polities]

    @staticmethod
    def _candidates(sentence: Sentence, token: Token, role: Role, scene: Scene) -> tuple[Participant, ...]:
        if role.filler is Filler.NAMED and token.pos != "PROPN":
            return ()
        found = scene.participants(sentence, token)
        # A statement speaks for who issued it; what a decision does, its maker does not do again.
        is_issued = role.name is RoleName.RECIPIENT or token.lemma.lower() in _SPEAKING
        if not found and is_issued and token.pos == "NOUN":
            found = scene.doers(sentence, token)
        if not found and role.name is RoleName.ACTOR:
            found = _apposed(sentence, token, scene) or _wielders(sentence, token, scene)
        if found or role.filler is not Filler.HOST:
            return found
        host = scene.host(sentence, token)
        return () if host is None else (host,)

    def _fits(self, participant: Participant, filler: Filler) -> bool:
        if filler in {Filler.POLITY, Filler.NAMED, Filler.HOST}:
            return participant.id in self.polities
        if filler is Filler.ORGANISATION:
            return participant.is_known and participant.id not in self.polities
        return filler is Filler.ANY or participant.id != UNKNOWN_ID or participant.sector is not None


def _content(mention: EventMention) -> tuple[str, str | None, tuple[str, ...], tuple[str, ...]]:
    """What tells one act of a verb from another: kind, rank of the mission, and both sides."""
    sides = tuple(tuple(p.id for p in side) for side in (mention.actors, mention.recipients))
    return mention.rule.name, mention.step, sides[0], sides[1]


def _is_shared(rule: Rule) -> bool:
    """Tell whether a verb may tell of such an act beside another: missions go with relations."""
    return isinstance(rule.type, EventType) and (rule.type.mode or "").startswith(("mission-", "relations-"))


def _family(mention: EventMention) -> str | None:
    """The family of acts on one ladder: "recognition", "relations", "mission"."""
    mode = mention.rule.type.mode if isinstance(mention.rule.type, EventType) else None
    return None if mode is None else mode.partition("-")[0]


def _parts_of_the_act(sentence: Sentence, mention: EventMention) -> Iterator[int]:
    """Words that a pattern asks for below its trigger, which tell the same act: "voted down a bill to *recognise*"."""
    for need in mention.pattern.needs:
        if need.lemmas and not need.absent and need.path.steps[0] != "head":
            for token in need.path.tokens(sentence, mention.trigger):
                if token.pos in {"NOUN", "VERB"} and token != mention.trigger and _has_lemma(token, need.lemmas):
                    yield token.index


def _wielders(sentence: Sentence, token: Token, scene: Scene) -> tuple[Participant, ...]:
    """Whose tool it is that acts: "*Israeli army* bulldozers", "*Turkey's* jets"."""
    if token.lemma.lower() not in _TOOLS:
        return ()
    owners = (t for t in sentence.subtree(token) if t.index < token.index or t.head == token.index)
    return next((found for t in owners if t != token and (found := scene.participants(sentence, t))), ())


def _apposed(sentence: Sentence, token: Token, scene: Scene) -> tuple[Participant, ...]:
    """Whom an apposition to a thing names: parsers hang the doer on a feast or a place named before him."""
    heads = (token, *sentence.dependents(token, "flat"))
    names = (t for head in heads for t in sentence.dependents(head, "appos"))
    return next((found for t in names if (found := scene.participants(sentence, t))), ())


def _all(filled: dict[RoleName, tuple[Participant, ...]]) -> tuple[Participant, ...]:
    return tuple(p for found in filled.values() for p in found)


def _plain_sides(
    sentence: Sentence, token: Token, filled: dict[RoleName, tuple[Participant, ...]], scene: Scene, pattern: Pattern
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    actors, recipients = at_home(sentence, *find_sides(filled, at_home=not pattern.abroad), scene)
    if any(p.is_known for p in (*actors, *recipients)) or not (actors or recipients):
        return actors, recipients
    hosts = (scene.host(sentence, place) for place in find_setting(sentence, token))
    return on_the_spot(actors, recipients, next((host for host in hosts if host is not None), None))


def _names_half_a_pair(sentence: Sentence, token: Token, pattern: Pattern, scene: Scene) -> bool:
    """Tell whether "between" names two sides of which one is unknown: nobody else must be put in its place."""
    role = pattern.role(RoleName.ACTOR)
    paths = () if role is None else (path for path in role.paths if path.steps[-1] == "between")
    sides = [scene.participants(sentence, reached) for path in paths for reached in path.tokens(sentence, token)]
    return any(len({p.id for p in side}) == 1 for side in sides)


def _distinct(participants: list[Participant]) -> tuple[Participant, ...]:
    by_key: dict[tuple[object, ...], Participant] = {}
    for participant in participants:
        place = None if participant.is_known else participant.mention.span
        by_key.setdefault((participant.id, participant.person, place), participant)
    return tuple(by_key.values())


def _is_asked(sentence: Sentence, token: Token) -> bool:
    """Tell whether a question asks for the act itself, rather than for something else about it."""
    chain = (token, *sentence.ancestors(token))
    return all(t.base in {"root", "conj", "xcomp", "ccomp", "parataxis", "dep"} for t in chain)


def is_met(sentence: Sentence, token: Token, need: Need) -> bool:
    """Tell whether a word that a pattern needs near its trigger is there (or, if it must be absent, is not)."""
    reached = need.path.tokens(sentence, token)
    is_there = any(not need.lemmas or _has_lemma(t, need.lemmas) for t in reached)
    if not is_there and not need.absent:
        is_there = any(_stands_for(sentence, t, need.lemmas) for t in reached)
    return is_there is not need.absent


def _has_lemma(token: Token, lemmas: frozenset[str]) -> bool:
    # Names keep their plural: "the U.S. Legations".
    is_plural = token.pos == "PROPN" and token.text.lower().removesuffix("s") in lemmas
    return token.lemma.lower() in lemmas or token.text.lower() in lemmas or is_plural


def _stands_for(sentence: Sentence, token: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a pronoun takes up such a noun of its own sentence ("… an embassy, but closed it")."""
    if token.text.lower() not in {"it", "they", "them", "which", "that"} or token.pos not in {"PRON", "DET"}:
        return False
    is_plural = token.text.lower() in {"they", "them"}
    for earlier in reversed(sentence.tokens[: token.index]):
        if earlier.pos == "NOUN" and earlier.tag == ("NNS" if is_plural else "NN"):
            return _has_lemma(earlier, lemmas)
    return False


def _words(sentence: Sentence, token: Token, role: Role | None) -> str | None:
    """The words of a phrase that is no participant, as they stand in the text."""
    if role is None:
        return None
    for path in role.paths:
        for reached in path.tokens(sentence, token):
            words = phrase_text(sentence, reached)
            if words:
                return words
    return None


def _place(sentence: Sentence, token: Token, role: Role | None, scene: Scene) -> str | None:
    if role is None:
        return None
    reached = (t for path in role.paths for t in path.tokens(sentence, token))
    return next((words for t in reached if (words := scene.place(sentence, t)) is not None), None)


def _step(sentence: Sentence, token: Token, rule: Rule, pattern: Pattern) -> str | None:
    """The noun that names a mission's step, or an envoy's rank, on the first path to one; else the kind of office."""
    reached = [t.lemma.lower() for path in pattern.measures for t in path.tokens(sentence, token)]
    wanted = frozenset().union(*(need.lemmas for need in pattern.needs if need.path in pattern.measures))
    is_envoy = isinstance(rule.type, EventType) and (rule.type.mode or "").startswith("envoy-")
    known = next((lemma for lemma in reached if lemma in (ENVOY_RANKS if is_envoy else MISSION_STEPS)), None)
    return known or next((lemma for lemma in reached if lemma in wanted), None)
