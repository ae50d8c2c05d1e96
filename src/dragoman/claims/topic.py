"""Completes acts that leave their sides out, below a title that names whose relations the page is about."""

from dataclasses import replace

from dragoman.actors.participant import Mention, Participant
from dragoman.actors.topic import Topic
from dragoman.claims.finding import Finding
from dragoman.documents.span import Span
from dragoman.events.clause import logical_subjects


def completed_by_topic(finding: Finding, family: str, topic: Topic) -> Finding:
    """Return a finding with the sides that it leaves out and the title names.

    Args:
        finding: An act of the ladders or of envoys.
        family: Its family: ``relations``, ``mission``, ``envoy`` or ``recognition``.
        topic: Whose relations the document is about.
    """
    if not topic.is_known or family == "recognition":
        return finding
    if family == "relations":
        return _with_pair(finding, topic)
    sender, receiver = _one(finding.actors), _one(finding.recipients)
    if family == "envoy" and (not finding.actors or not _is_polity(sender)):
        finding = _with_sender(finding, topic)
    elif not finding.actors and not logical_subjects(finding.sentence, finding.trigger):
        owner = topic.owner if receiver is None or topic.owner is None else topic.other(receiver.id)
        finding = finding if owner is None else replace(finding, actors=(owner,))
    sender = _one(finding.actors)
    if sender is None or any(_is_polity(p) for p in finding.recipients):
        return finding
    other = topic.other(sender.id)
    return finding if other is None else replace(finding, recipients=(other,))


def _with_pair(finding: Finding, topic: Topic) -> Finding:
    if not finding.actors and not logical_subjects(finding.sentence, finding.trigger):
        named = {p.id for p in finding.recipients}
        return replace(finding, actors=tuple(p for p in topic.pair if p.id not in named))
    sender = _one(finding.actors)
    other = None if sender is None or finding.recipients else topic.other(sender.id)
    return finding if other is None else replace(finding, recipients=(other,))


def _with_sender(finding: Finding, topic: Topic) -> Finding:
    """Say for whom an envoy stands whom the text names by name alone: for the side that does not receive him."""
    received = [p for p in finding.recipients if topic.other(p.id) is not None]
    sender = topic.other(received[0].id) if received else topic.owner if not finding.recipients else None
    if sender is None:
        return finding
    known = _one(finding.actors)
    mention = known.mention if known is not None else _named_subject(finding)
    if mention is None:
        return replace(finding, actors=(sender,))
    person = known.person if known is not None and known.person is not None else mention.text
    reason = f"an envoy between the two that the title names ({sender.mention.text!r})"
    role = None if known is None else known.role
    return replace(finding, actors=(replace(sender, mention=mention, person=person, role=role, reason=reason),))


def _named_subject(finding: Finding) -> Mention | None:
    """The name that is the subject of an act and stands for nobody in any table."""
    heads = logical_subjects(finding.sentence, finding.trigger)
    if len(heads) != 1 or heads[0].pos != "PROPN":
        return None
    inside = [heads[0], *(t for t in finding.sentence.dependents(heads[0], "flat", "compound") if t.pos == "PROPN")]
    span = Span(min(t.start for t in inside), max(t.end for t in inside))
    start = finding.sentence.start
    return Mention(span, finding.sentence.text[span.start - start : span.end - start])


def _one(participants: tuple[Participant, ...]) -> Participant | None:
    return participants[0] if len(participants) == 1 else None


def _is_polity(participant: Participant | None) -> bool:
    """Tell whether somebody stands for a polity: identifiers of polities are in capitals, slugs of people are not."""
    return participant is not None and participant.is_known and participant.id.isupper()
