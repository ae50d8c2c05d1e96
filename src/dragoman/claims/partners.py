"""Acts told of in a row, of which the later ones leave out the other side.

"Opened an embassy in X … but withdrew this embassy"; "A recognised X … B withdrew its recognition";
"A cut ties with X, and B cut ties a day later". What is left out is the other side last named with an act
of the same family, in the same section; nothing is filled in where the act may stand alone.
"""

from dataclasses import replace

from dragoman.actors.participant import Participant
from dragoman.actors.topic import NO_TOPIC, Topic
from dragoman.claims.finding import Finding
from dragoman.claims.resuming import kind_of_act, taken_up, takes_up, with_other_receiver
from dragoman.claims.topic import completed_by_topic
from dragoman.events.clause import COUNTED, logical_subjects, ordinal_noun

_RESUMING = frozenset({"this", "that", "the", "its", "their"})
_FAMILIES = frozenset({"mission", "recognition", "relations", "envoy"})
_MUTUAL = frozenset({"relations", "mission"})
_JOINT = frozenset(
    {
        "relations-established",
        "relations-restored",
        "relations-upgraded",
        "relations-suspended",
        "relations-severed",
        "relations-downgraded",
        "mission-opened",
    }
)
_TO_SOMEBODY = frozenset({"envoy-appointed"})
"""Acts that are none without a receiver: an ambassador is appointed to somebody."""
_ONE_SIDED = frozenset({"mission", "envoy", "relations"})


class Partners:
    """Remembers, within one section, the sides last named for each family of acts.

    Args:
        pair: The two polities of which the section speaks throughout, or nobody.
        topic: The two whose relations the title of the page names, if it names such a pair.
    """

    def __init__(self, pair: tuple[Participant, ...] = (), topic: Topic = NO_TOPIC) -> None:
        self._last: dict[str, Finding] = {}
        self._pair = pair
        self._topic = topic

    def completed(self, finding: Finding) -> Finding | None:
        """Return a finding with the sides that it leaves out, where the section has named them.

        Returns:
            The finding itself where nothing is left out; ``None`` where a side that the act cannot
            do without stays unknown.
        """
        family = _family(finding)
        if family is None:
            return self._of_the_recognised(finding)
        last = self._last.get(family)
        if takes_up(finding):
            resumed = taken_up(finding, last)
            if resumed is not None:
                self._last[family] = resumed
            return resumed
        if last is not None:
            finding = _filled(finding, last, family)
        if family == "relations" and not finding.recipients:
            finding = self._with_main_pair(finding)
        finding = completed_by_topic(finding, kind_of_act(finding), self._topic)
        finding = with_other_receiver(finding, self._topic)
        if not finding.recipients and finding.type is not None and finding.type.mode in _TO_SOMEBODY:
            return None
        if finding.recipients or len(finding.actors) > 1:
            self._last[family] = finding
        is_pair = len(finding.actors) > 1 and family in _MUTUAL
        is_whole = bool(finding.actors and (finding.recipients or is_pair))
        is_enough = is_whole or (family in _ONE_SIDED and finding.actors) or _is_done_by_some(finding, family)
        return finding if is_enough else None

    def _of_the_recognised(self, finding: Finding) -> Finding:
        """In "A recognised B when it gained independence", it is B that gained it."""
        last = self._last.get("recognition")
        is_independence = finding.type is not None and finding.type.mode == "independence-declared"
        if last is None or not is_independence or last.sentence is not finding.sentence:
            return finding
        doers = logical_subjects(finding.sentence, finding.trigger)
        is_pronoun = bool(doers) and all(t.pos == "PRON" for t in doers)
        if not is_pronoun or _ids(finding.actors) != _ids(last.actors) or not last.recipients:
            return finding
        reason = "who is recognised in the sentence, for who recognises it gains nothing"
        return replace(finding, actors=tuple(replace(p, reason=reason) for p in last.recipients))

    def _with_main_pair(self, finding: Finding) -> Finding:
        if not finding.actors:
            is_open = not logical_subjects(finding.sentence, finding.trigger)
            return replace(finding, actors=self._pair) if is_open else finding
        others = tuple(p for p in self._pair if p.id not in _ids(finding.actors))
        is_one_of_pair = len(finding.actors) == 1 and len(others) == 1
        return replace(finding, recipients=others) if is_one_of_pair else finding


def _is_done_by_some(finding: Finding, family: str) -> bool:
    """Tell whether states that the text does not name recognise somebody: "by a number of states", "other states"."""
    if family != "recognition" or not finding.recipients or finding.actors:
        return False
    if ordinal_noun(finding.sentence, finding.trigger) is not None:
        return False  # "the first country to recognise it" is one that stays unknown
    doers = logical_subjects(finding.sentence, finding.trigger)
    if any(t.base == "nummod" for doer in doers for t in finding.sentence.dependents(doer)):
        return False  # a number is a count
    return any(doer.lemma.lower() in COUNTED for doer in doers)


def _family(finding: Finding) -> str | None:
    family = kind_of_act(finding)
    # Envoys go where relations are: both are told in one breath.
    return None if family not in _FAMILIES else "relations" if family == "envoy" else family


def _filled(finding: Finding, last: Finding, family: str) -> Finding:
    if not finding.actors and logical_subjects(finding.sentence, finding.trigger):
        return finding  # the text says who, in words that name nobody known
    reason = f"left out here; the text last named it with an act of the same kind ({last.trigger.text!r})"
    theirs = tuple(replace(p, reason=reason) for p in last.recipients)
    if not finding.actors and not finding.recipients:
        return replace(finding, actors=tuple(replace(p, reason=reason) for p in last.actors), recipients=theirs)
    if not finding.actors and _ids(finding.recipients) == _ids(last.recipients):
        return replace(finding, actors=tuple(replace(p, reason=reason) for p in last.actors))
    is_joint = len(finding.actors) > 1 and finding.type is not None and finding.type.mode in _JOINT
    if finding.recipients or not finding.actors or is_joint:
        return finding
    if family == "mission" and not _resumes_mission(finding, last):
        return finding
    if _ids(finding.actors) & _ids(last.recipients):
        # The other side acts now: what it leaves out is the one that acted before.
        return replace(finding, recipients=tuple(replace(p, reason=reason) for p in last.actors))
    return replace(finding, recipients=theirs) if theirs else finding


def _ids(participants: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(p.id for p in participants)


def _resumes_mission(finding: Finding, last: Finding) -> bool:
    same_sender = _ids(finding.actors) == _ids(last.actors)
    same_rank = finding.measure is None or last.measure is None or finding.measure.value == last.measure.value
    words = {t.text.lower() for t in finding.sentence.tokens[finding.trigger.index :][:6]}
    return same_sender and same_rank and bool(words & _RESUMING)
