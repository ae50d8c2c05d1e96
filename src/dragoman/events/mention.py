"""Event mentions: an act that a sentence tells of, before anybody asks on whose word."""

from dataclasses import dataclass

from dragoman.actors.participant import Participant
from dragoman.events.factuality import Factuality
from dragoman.events.rule import Pattern, Rule
from dragoman.language.sentence import Sentence, Token


@dataclass(frozen=True, slots=True)
class EventMention:
    """An act in a sentence.

    Attributes:
        rule: The rule that found it.
        pattern: The pattern of the rule.
        sentence: Where it stands.
        trigger: The word that expresses it.
        actors: Who does it.
        recipients: To whom.
        object: What else the act is about, as the text has it, or ``None``.
        place: Where, as the text has it, or ``None``.
        step: Step of the mission ladder as the text names it ("embassy"), or ``None``.
        factuality: Whether it is said to have happened.
    """

    rule: Rule
    pattern: Pattern
    sentence: Sentence
    trigger: Token
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    object: str | None
    place: str | None
    step: str | None
    factuality: Factuality

    @property
    def rule_id(self) -> str:
        """Identifier of rule and pattern: ``en/recognition#verb``."""
        return f"{self.rule.name}#{self.pattern.id}"
