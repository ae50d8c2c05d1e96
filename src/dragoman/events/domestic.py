"""Acts at home: the opposition, the police or the parliament of the one polity that a sentence is about.

"The *president of Kenya* banned the *opposition's* rally": the sentence names one polity, and one side acts for it. An
organ or a party of a state that stands on the other side of a plain act is then that state's own (CAMEO 1.1b3,
chapter 3: a domestic actor bears the code of its country). Judges, rebels, soldiers and civilians may be anybody's,
and stay unknown.
"""

from dataclasses import replace
from typing import Protocol

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.language.sentence import Sentence

_ORGANS = frozenset({"OPP", "PTY", "COP", "LEG"})


class Named(Protocol):
    """Knows which polities a sentence names."""

    def polities(self, sentence: Sentence) -> frozenset[str]:
        """Identifiers of the polities that a sentence names, by whatever name."""


Side = tuple[Participant, ...]


def at_home(sentence: Sentence, actors: Side, recipients: Side, scene: Named) -> tuple[Side, Side]:
    """Return both sides of a plain act, with the polity of organs and parties that can only be its own."""
    if not any(_is_open(p) for p in (*actors, *recipients)):
        return actors, recipients
    named = scene.polities(sentence)
    owners = {p.id: p for p in (*actors, *recipients) if p.id in named}
    if len(named) != 1 or len(owners) != 1:
        return actors, recipients
    (owner,) = owners.values()
    return tuple(_owned(p, owner) for p in actors), tuple(_owned(p, owner) for p in recipients)


def _is_open(participant: Participant) -> bool:
    return participant.id == UNKNOWN_ID and participant.sector in _ORGANS


def _owned(participant: Participant, owner: Participant) -> Participant:
    if not _is_open(participant):
        return participant
    reason = f"an organ or party at home: {owner.name} is the only polity of the sentence"
    return replace(participant, id=owner.id, name=owner.name, reason=reason)


def on_the_spot(actors: Side, recipients: Side, host: Participant | None) -> tuple[Side, Side]:
    """Return unnamed people as those of the polity in which they act: "*students* marched through Athens".

    Args:
        actors: All unknown.
        recipients: All unknown.
        host: The polity in which the place of the act lies, if the text names one.
    """
    if host is None:
        return actors, recipients
    return tuple(_of(p, host) for p in actors), tuple(_of(p, host) for p in recipients)


def _of(participant: Participant, host: Participant) -> Participant:
    if participant.sector is None:
        return participant
    reason = f"unnamed, and the act takes place in {host.name}"
    return replace(participant, id=host.id, name=host.name, reason=reason)
