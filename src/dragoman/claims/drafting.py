"""Turns findings into claims: adds the chain, the date, the evidence and the confidence.

A declaration made by the actor itself dates the act ("its minister announced on 13 July that it
recognised …"); a report by somebody else does not. Nothing is dated by the day of the page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.claims.attribution import Attribution, Saying
from dragoman.claims.background import Told, is_background, is_long_past
from dragoman.claims.claim import Claim, ClaimKind, Evidence, LoadedWord
from dragoman.claims.finding import Finding
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import DateBasis, EventDate
from dragoman.dates.governing import DateLink, GoverningDate
from dragoman.documents.document import Document
from dragoman.documents.section import Section, Voice
from dragoman.events.classes import Classes
from dragoman.events.clause import CONTENT_NOUNS
from dragoman.events.kind import MODE_LADDER, Root, Status
from dragoman.language.sentence import Sentence, Token

DateOf = Callable[[Sentence, Token], GoverningDate | None]
"""The date that the text attaches to a word, and how they hang together."""

_DECLARATIVE = frozenset(MODE_LADDER) | {
    "independence-declared",
    "agreement-withdrawn",
    "membership-joined",
    "membership-left",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to make claims in one section.

    Attributes:
        document: Where the claims are made.
        section: The section.
        coder: Name and version of the coder.
        classes: Tells modes and contexts of plain acts.
        attribution: Finds the hops.
        date_of: Finds dates.
        loaded: Finds loaded words.
        carried: Hops that hold for a sentence as a whole (a quotation that runs on), outermost first.
        told: Gives the sentences of a paragraph up to one of them, with their dates.
    """

    document: Document
    section: Section
    coder: str
    classes: Classes
    attribution: Attribution
    date_of: DateOf
    loaded: Callable[[Sentence], Sequence[LoadedWord]]
    carried: Callable[[Sentence], Sequence[Saying]]
    told: Callable[[Sentence], Iterable[Told]]

    def claim(self, finding: Finding) -> Claim:
        """Return the claim that a finding makes in this section."""
        if finding.kind is ClaimKind.NAME:
            return self._drafted(finding, (), (None, "a name has no date"))
        own = self.attribution.find_sayings(finding.sentence, finding.trigger)
        sayings = (*self.carried(finding.sentence), *(s for s in own if not _speaks_the_act(finding, s)))
        return self._drafted(finding, sayings, self._date(finding, sayings))

    def _drafted(self, finding: Finding, sayings: Sequence[Saying], dated: tuple[EventDate | None, str]) -> Claim:
        when, why = dated
        event = finding.type and self.classes.classify(finding.type, finding.sentence, finding.trigger)
        return Claim(
            document=self.document.id,
            language=self.section.language or "en",
            coder=self.coder,
            kind=finding.kind,
            event=event.root if event else None,
            mode=event.mode if event else None,
            context=event.context if event else (),
            cameo=event.cameo if event else None,
            actors=finding.actors,
            recipients=finding.recipients,
            date=when,
            status=self._status(finding, when),
            negated=finding.factuality.negated and finding.kind.value != "state",
            chain=(voice_hop(self.section.voice), *(self._dated(finding, s) for s in sayings)),
            evidence=Evidence(finding.sentence.span, finding.sentence.text, self.section.kind),
            rule=finding.rule,
            object=finding.object,
            place=finding.place,
            measure=finding.measure,
            loaded=tuple(self.loaded(finding.sentence)),
            confidence=_confidence(finding, sayings),
            reasons=_reasons(finding, why),
        )

    def _dated(self, finding: Finding, saying: Saying) -> Hop:
        when = self._date_of_saying(finding.sentence, saying.token)
        return replace(saying.hop, date=None if when is None else when.date.edtf)

    def _date_of_saying(self, sentence: Sentence, token: Token) -> GoverningDate | None:
        """The day of a verb of saying, or of the making of a document: "a report issued on the 14th".

        Who is only named has none: in "according to the agency, they met in June" that is the day of the act.
        """
        if token.pos in {"PROPN", "ADV"}:
            return None
        if token.pos != "NOUN":
            return self.date_of(sentence, token)
        places = (token, *sentence.dependents(token, "acl"))
        found = (when for place in places if (when := self.date_of(sentence, place)) is not None)
        return next((when for when in found if when.link is DateLink.OWN), None)

    def _date(self, finding: Finding, sayings: Sequence[Saying]) -> tuple[EventDate | None, str]:
        if finding.date is not None:
            return finding.date, finding.date.anchor
        own = self._date_through(finding.sentence, finding.trigger)
        if own is not None and own.date.is_known and _dates_the_act(finding, own):
            anchor = f", {own.date.anchor}" if own.date.anchor else ""
            return own.date, f"{own.date.text!r} dates the act ({own.link.value}){anchor}"
        declared = self._declared_on(finding, sayings)
        if declared is not None:
            return declared, f"the actor itself declared it on {declared.text!r}"
        if self.section.heading_date is not None:
            return None, "no date in the clause"
        return None, "nothing in the text dates it"

    def _date_through(self, sentence: Sentence, token: Token) -> GoverningDate | None:
        """The date of an act, or of the act by which a document that contains it was made.

        "On Monday she signed an order recognising both" dates the recognition as well.
        """
        own = self.date_of(sentence, token)
        noun = sentence.head_of(token)
        if own is not None or noun is None or token.base != "acl" or noun.lemma.lower() not in CONTENT_NOUNS:
            return own
        governor = sentence.head_of(noun)
        return None if governor is None or governor.pos != "VERB" else self.date_of(sentence, governor)

    def _declared_on(self, finding: Finding, sayings: Sequence[Saying]) -> EventDate | None:
        """The day of a declaration by the actor itself of an act that is done by declaring it."""
        event = finding.type
        actors = {p.id for p in finding.actors}
        is_declared = event is not None and event.mode in _DECLARATIVE
        is_nominal = finding.trigger.pos == "NOUN"
        if not is_declared and not is_nominal and finding.factuality.status is not Status.ANNOUNCED:
            return None
        for saying in reversed(sayings):
            if actors & {p.id for p in saying.speakers}:
                when = self._date_through(finding.sentence, saying.token)
                if when is not None and when.date.is_known:
                    return replace(when.date, basis=DateBasis.INHERITED)
        return None

    def _status(self, finding: Finding, when: EventDate | None) -> Status:
        status = finding.factuality.status
        published = self.section.voice.date or self.document.published
        if status is not Status.ACTUAL or published is None:
            return status
        if when is None or not when.is_known:
            is_old = is_background(finding, tuple(self.told(finding.sentence)), published)
        else:
            is_old = is_long_past(when.latest, published)
        return Status.HISTORICAL if is_old else status


def voice_hop(voice: Voice) -> Hop:
    """Return the first hop of every claim of a section: its voice."""
    how = "noted" if voice.role in {"translator", "editor"} else "wrote"
    return Hop(voice.source, voice.kind, how=how, role=voice.role, date=voice.date, span=voice.span)


def _dates_the_act(finding: Finding, found: GoverningDate) -> bool:
    """Tell whether a date is the act's own: not that of a report of it, nor one that opens a sentence about it."""
    if found.link is DateLink.CONTENT or (found.link is DateLink.CLAUSE and finding.factuality.is_apart):
        return False
    return not (found.link is DateLink.FRONTED and finding.trigger.pos == "NOUN")


def _speaks_the_act(finding: Finding, saying: Saying) -> bool:
    """Tell whether a saying is the act itself ("demanded that"), which is no hop of its own."""
    if finding.type is not None and finding.type.root is Root.ACCUSE and finding.trigger.pos == "NOUN":
        # "A said that the step was a violation": to say so is the accusation.
        return bool({p.id for p in saying.speakers} & {p.id for p in finding.actors})
    return saying.token == finding.trigger


def _confidence(finding: Finding, sayings: Sequence[Saying]) -> float:
    certainty = finding.weight
    if not finding.actors:
        certainty *= 0.7
    if any(s.hop.kind.value == "unnamed" for s in sayings):
        certainty *= 0.95
    return round(certainty, 3)


def _reasons(finding: Finding, date_reason: str) -> tuple[str, ...]:
    found = [f"rule: {finding.rule} on {finding.trigger.text!r}"]
    found += [f"actor: {p.mention.text!r} is {p.id}: {p.reason}" for p in finding.actors]
    found += [f"recipient: {p.mention.text!r} is {p.id}: {p.reason}" for p in finding.recipients]
    found.append(f"status: {finding.factuality.reason}")
    found.append(f"date: {date_reason}")
    return tuple(found)
