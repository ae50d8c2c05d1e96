"""Whose relations a document is about, where its title names them.

"A history of Ruritania's missions: Elbonia" is about a pair; below such a title "the Legation was
raised" and "he presented his credentials" leave both sides out. A headline with a finite verb tells of
an act and names no subject in this sense.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors.cast import Cast
from dragoman.actors.participant import Mention, Participant
from dragoman.claims.finding import Finding
from dragoman.documents.section import SectionKind
from dragoman.documents.span import Span
from dragoman.events.clause import logical_subjects
from dragoman.language.sentence import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWNING = ("'s", "’s", "'", "’")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """The two polities that a title names.

    Attributes:
        owner: Whose missions and relations the page tells of: the possessor in the title; ``None`` where
            the title names both alike.
        pair: Both, the owner first where there is one; empty where the title names no pair.
    """

    owner: Participant | None = None
    pair: tuple[Participant, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the title names a pair."""
        return len(self.pair) == _PAIR

    def other(self, polity: str) -> Participant | None:
        """Return the other side of the pair, or ``None`` where the polity is not one of the two."""
        ids = [p.id for p in self.pair]
        return self.pair[1 - ids.index(polity)] if self.is_known and polity in ids else None


NO_SUBJECT = Subject()


def find_subject(sections: Sequence[tuple[SectionKind, Sequence[Sentence]]], cast: Cast) -> Subject:
    """Find whose relations a document is about.

    Args:
        sections: Kind and sentences of its coded sections, in order.
        cast: Who is who in the document.

    Returns:
        The pair that the title names; :data:`NO_SUBJECT` where it names none, more, or tells of an act.
    """
    sentences = next((found for kind, found in sections if kind is SectionKind.TITLE), ())
    if any(token.tag in _FINITE for sentence in sentences for token in sentence.tokens):
        return NO_SUBJECT
    named: dict[str, Participant] = {}
    owners: list[str] = []
    for sentence in sentences:
        for name in cast.find_names(sentence):
            if not name.party.is_polity:
                continue
            span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
            words = sentence.text[span.start - sentence.start : span.end - sentence.start]
            behind = sentence.text[span.end - sentence.start :][:2]
            if behind.startswith(_OWNING):
                owners.append(name.party.id)
            reason = f"the title names whose relations the page is about ({words!r})"
            named.setdefault(
                name.party.id, Participant(name.party.id, name.party.name, None, Mention(span, words), reason=reason)
            )
    if len(named) != _PAIR:
        return NO_SUBJECT
    pair = tuple(named.values())
    owner = named[owners[0]] if len(set(owners)) == 1 else None
    return Subject(owner, pair if owner is None or owner is pair[0] else (pair[1], pair[0]))


def completed_by_subject(finding: Finding, family: str, subject: Subject) -> Finding:
    """Return a finding with the sides that it leaves out and the title names.

    Args:
        finding: An act of the ladders or of envoys.
        family: Its family: ``relations``, ``mission``, ``envoy`` or ``recognition``.
        subject: Whose relations the document is about.
    """
    if not subject.is_known or family == "recognition":
        return finding
    if family == "relations":
        return _with_pair(finding, subject)
    sender, receiver = _one(finding.actors), _one(finding.recipients)
    if family == "envoy" and (not finding.actors or not _is_polity(sender)):
        finding = _with_sender(finding, subject)
    elif not finding.actors and not logical_subjects(finding.sentence, finding.trigger):
        owner = subject.owner if receiver is None or subject.owner is None else subject.other(receiver.id)
        finding = finding if owner is None else replace(finding, actors=(owner,))
    sender = _one(finding.actors)
    if sender is None or any(_is_polity(p) for p in finding.recipients):
        return finding
    other = subject.other(sender.id)
    return finding if other is None else replace(finding, recipients=(other,))


def _with_pair(finding: Finding, subject: Subject) -> Finding:
    if not finding.actors and not logical_subjects(finding.sentence, finding.trigger):
        named = {p.id for p in finding.recipients}
        return replace(finding, actors=tuple(p for p in subject.pair if p.id not in named))
    sender = _one(finding.actors)
    other = None if sender is None or finding.recipients else subject.other(sender.id)
    return finding if other is None else replace(finding, recipients=(other,))


def _with_sender(finding: Finding, subject: Subject) -> Finding:
    """Say for whom an envoy stands whom the text names by name alone: for the side that does not receive him."""
    received = [p for p in finding.recipients if subject.other(p.id) is not None]
    sender = subject.other(received[0].id) if received else subject.owner if not finding.recipients else None
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
