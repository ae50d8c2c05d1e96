"""Rules: what an act looks like in a sentence, as plain data.

A rule is one kind of event with the patterns that express it. Rules are read from YAML
(:mod:`dragoman.knowledge.rules`); they know lemmas and Universal Dependencies relations,
never a person, a day or a sentence.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.events.kind import EventType
from dragoman.events.path import Path


class RoleName(StrEnum):
    """The parts that a pattern may fill."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    OBJECT = "object"
    PLACE = "place"


class Filler(StrEnum):
    """Who may stand in a role; ``host`` also takes the polity in which a place lies.

    ``organisation`` is somebody known who is no polity; ``named`` is a polity whose own name stands there, and
    not an office or a thing of it.
    """

    ACTOR = "actor"
    POLITY = "polity"
    NAMED = "named"
    HOST = "host"
    ORGANISATION = "organisation"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Need:
    """A word that must stand near the trigger for the pattern to hold.

    Attributes:
        path: Where it must stand.
        lemmas: One of these lemmas must stand there; empty for any word.
        absent: The pattern holds only if no such word is there.
    """

    path: Path
    lemmas: frozenset[str]
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """How a pattern fills one role.

    Attributes:
        name: The role.
        paths: Where to look, in order; the first that gives a participant is taken.
        filler: Who may stand there.
        required: Without it the pattern does not hold.
    """

    name: RoleName
    paths: tuple[Path, ...]
    filler: Filler = Filler.ACTOR
    required: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to express an act.

    Attributes:
        id: Name within the rule ("verb").
        lemmas: Lemmas of the trigger, lower case.
        pos: Parts of speech that the trigger may have.
        needs: Words that must, or must not, stand near it.
        roles: How actor, recipient, object and place are found.
        joint: Participants of the subject and of the recipients are put together as actors when no
            recipient is found and there are two or more ("the two leaders met").
        measures: Paths to the noun that gives a mission step ("embassy"), the best first.
        absorbs: The governing word is part of the act ("refused to recognise"), so it says nothing more
            of whether the act happened.
        weight: How far the pattern alone is to be trusted, 0 to 1.
        either: One of the two sides is enough, whichever the text names ("was kidnapped").
        abroad: The two sides are never people of one polity: who instructs his own minister makes no demand on him.
    """

    id: str
    lemmas: frozenset[str]
    pos: frozenset[str]
    needs: tuple[Need, ...]
    roles: tuple[Role, ...]
    joint: bool = False
    measures: tuple[Path, ...] = ()
    absorbs: bool = False
    weight: float = 0.8
    either: bool = False
    abroad: bool = False

    def role(self, name: RoleName) -> Role | None:
        """Return one role, or ``None`` if the pattern does not fill it."""
        return next((role for role in self.roles if role.name is name), None)

    @property
    def specificity(self) -> int:
        """How much the pattern asks for: more specific patterns win over the others on a trigger."""
        asked = sum(2 * len(need.path.steps) for need in self.needs if not need.absent)
        return asked + sum(role.required for role in self.roles)


@dataclass(frozen=True, slots=True)
class StateType:
    """A lasting state that a sentence asserts ("has an embassy in").

    Attributes:
        unit: The ladder, or a predicate such as ``part-of``.
        value: The step that is asserted; its negation asserts ``none``.
    """

    unit: str
    value: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of event or state in one language, with its patterns.

    Attributes:
        name: File name without ending, with the language: ``en/recognition``.
        type: What happens, or what is the case.
        patterns: Ways to express it.
        source: Codebook or dictionary that the rule goes back to.
    """

    name: str
    type: EventType | StateType
    patterns: tuple[Pattern, ...]
    source: str


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """Rules by the lemma of their triggers, so that cost does not grow with their number.

    Attributes:
        rules: All rules.
        by_lemma: For each trigger lemma, the patterns it may start, with their rules.
    """

    rules: tuple[Rule, ...]
    by_lemma: dict[str, tuple[tuple[Rule, Pattern], ...]] = field(repr=False, compare=False)


def index_rules(rules: tuple[Rule, ...]) -> RuleIndex:
    """Build the index of rules by trigger lemma."""
    lists: dict[str, list[tuple[Rule, Pattern]]] = {}
    for rule in rules:
        for pattern in rule.patterns:
            for lemma in pattern.lemmas:
                lists.setdefault(lemma, []).append((rule, pattern))
    return RuleIndex(rules, {lemma: tuple(found) for lemma, found in lists.items()})
