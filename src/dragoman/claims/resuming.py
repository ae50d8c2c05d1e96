"""Acts on what was last spoken of: "It was closed in 1917", "The change took effect on 1 May", "He took up his post".

A pronoun for a thing has no antecedent that a table of actors could give. Its sides, and the rank of the mission,
are those of the last act of the same kind, where that act stands in the sentence before or in the same one.
"""

from dataclasses import replace

from dragoman.actors.topic import Topic
from dragoman.claims.finding import Finding

_RESUMING = ("#resumed", "#effect")
_NEXT = 3
"""Most characters between two sentences of which one follows the other."""


def takes_up(finding: Finding) -> bool:
    """Tell whether an act names its mission or envoy by a word that stands for one told before."""
    return finding.rule.endswith(_RESUMING)


def taken_up(finding: Finding, last: Finding | None) -> Finding | None:
    """Return an act with the sides of the one before it, or ``None`` where none of its kind stands right before.

    Args:
        finding: An act for which :func:`takes_up` holds.
        last: The last act of the same family in the section.
    """
    if last is None or kind_of_act(finding) != kind_of_act(last) or not _follows(finding, last):
        return None
    reason = f"not named here; it is what the text spoke of just before ({last.trigger.text!r})"
    is_of_mission = kind_of_act(finding) == "mission"
    return replace(
        finding,
        actors=tuple(replace(p, reason=reason) for p in last.actors),
        recipients=tuple(replace(p, reason=reason) for p in last.recipients),
        measure=finding.measure or last.measure,
        place=finding.place or (last.place if is_of_mission else None),
    )


def kind_of_act(finding: Finding) -> str:
    """Return the family of an act by its mode: ``mission``, ``envoy``, ``relations``, or ``""``."""
    mode = finding.type.mode if finding.type is not None else None
    return "" if mode is None else mode.partition("-")[0]


def _follows(finding: Finding, last: Finding) -> bool:
    """Tell whether an act stands in the sentence of another, behind it, or in the one after."""
    if finding.sentence.start == last.sentence.start:
        return finding.trigger.index >= last.trigger.index
    return 0 <= finding.sentence.start - last.sentence.end <= _NEXT


def with_other_receiver(finding: Finding, topic: Topic) -> Finding:
    """Return an act of an envoy with the receiver that a title names, where only his own title names another.

    "The Ambassador to Fiji presented his credentials", told in a history of missions in Nauru, was in Nauru.
    """
    if kind_of_act(finding) != "envoy" or len(finding.actors) != 1 or len(finding.recipients) != 1:
        return finding
    envoy, receiver = finding.actors[0], finding.recipients[0]
    other = topic.other(envoy.id)
    is_in_title = envoy.mention.span.contains(receiver.mention.span) and envoy.mention.span != receiver.mention.span
    return finding if other is None or not is_in_title else replace(finding, recipients=(other,))
