"""Claims: a speaker says, in this span, that this event happened (or did not).

The JSON form is version 1 of DESIGN, section 7. A claim has no row number and no moment
of recording: those belong to the ledger.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from json import dumps
from typing import NewType

from dragoman.actors.participant import Participant
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import EventDate
from dragoman.documents.document import DocumentId
from dragoman.documents.section import SectionKind
from dragoman.documents.span import Span
from dragoman.errors import ClaimError
from dragoman.events.kind import PLOVER_MODES, Root, Status

ClaimId = NewType("ClaimId", str)
JsonObject = dict[str, object]
"""Plain JSON values; named because a claim has a field called ``object``."""


class ClaimKind(StrEnum):
    """What sort of thing is said (DESIGN, section 4)."""

    EVENT = "event"
    STATE = "state"
    COUNT = "count"
    QUANTITY = "quantity"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Measure:
    """The value that a claim of a kind other than event states.

    Attributes:
        value: A number (count, quantity), the step of a ladder (state), or a name.
        unit: ``ordinal`` or ``cardinal`` (count), a currency or unit (quantity), the ladder or
            predicate (state: ``recognition``, ``relations``, ``mission``, ``located-in``), ``name``.
        of: What is counted or measured: a mode ("recognition"), a noun ("exports").
        scope: Limits that the text gives ("since the end of the war"), or ``""``.
    """

    value: float | str
    unit: str
    of: str
    scope: str = ""

    def to_dict(self) -> JsonObject:
        """Return the measure as plain JSON values."""
        return {"value": self.value, "unit": self.unit, "of": self.of, "scope": self.scope}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The span that says it.

    Attributes:
        span: Code points of the document's text.
        quote: The characters at the span, verbatim.
        section: Kind of the section it stands in.
    """

    span: Span
    quote: str
    section: SectionKind

    def to_dict(self) -> JsonObject:
        """Return the evidence as in DESIGN, section 7."""
        return {"quote": self.quote, "start": self.span.start, "end": self.span.end, "section": self.section.value}


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word of the evidence that takes a side.

    Attributes:
        span: Its place in the document's text.
        text: The characters at the span.
        note: Why it is marked, from the data file.
    """

    span: Span
    text: str
    note: str

    def to_dict(self) -> JsonObject:
        """Return the word as in DESIGN, section 7."""
        return {"text": self.text, "start": self.span.start, "end": self.span.end, "note": self.note}


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """How one claim stands to another of the same document.

    Attributes:
        kind: ``reacts-to`` ("in response"), ``after``, ``because-of``, ``contains``.
        target: The other claim.
        cue: The words that say so.
    """

    kind: str
    target: ClaimId
    cue: str

    def to_dict(self) -> JsonObject:
        """Return the link as plain JSON values."""
        return {"kind": self.kind, "target": self.target, "cue": self.cue}


@dataclass(frozen=True, slots=True)
class Claim:
    """An event, state, count, quantity or name as said in one span.

    Attributes:
        document: Where it is said.
        language: ISO 639-1 code of the span.
        coder: Name and version of what found it.
        kind: What sort of thing is said.
        event: PLOVER root, or ``None`` for kinds other than event and count.
        mode: Mode of the event (or of what is counted), or ``None``.
        context: PLOVER contexts.
        cameo: CAMEO code, or ``None``.
        actors: Who does it; for a state or quantity, whose it is.
        recipients: To whom.
        date: When; ``None`` when nothing in the text says so.
        status: Whether it is said to have happened.
        negated: The speaker says that it did not happen or is not so.
        chain: Hops from the outermost voice to the innermost speaker; never empty.
        evidence: The span that says it.
        rule: Identifier of the rule that found it.
        object: What the act is about, other than its recipients ("independence"), or ``None``.
        place: Where, as the text has it, or ``None``.
        measure: The value stated, for kinds other than event (and mission steps).
        loaded: Words in the evidence that take a side.
        confidence: Probability that the claim is right, 0 to 1.
        links: How it stands to other claims of the document.
        reasons: Why each part is as it is, for ``explain``: pairs "part: reason".
        reading_of: Identifier of the claim as recorded, where this is how it reads by judgements; else ``None``.
    """

    document: DocumentId
    language: str
    coder: str
    kind: ClaimKind
    event: Root | None
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    date: EventDate | None
    status: Status
    negated: bool
    chain: tuple[Hop, ...]
    evidence: Evidence
    rule: str
    object: str | None = None
    place: str | None = None
    measure: Measure | None = None
    loaded: tuple[LoadedWord, ...] = ()
    confidence: float = 0.0
    links: tuple[ClaimLink, ...] = ()
    reasons: tuple[str, ...] = ()
    reading_of: ClaimId | None = None
    _id: ClaimId | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.chain:
            raise ClaimError("an empty chain", "at least the voice of the section")
        if self.kind is ClaimKind.EVENT and self.event is None:
            raise ClaimError("an event claim without an event", "a PLOVER root")
        if self.kind not in {ClaimKind.EVENT, ClaimKind.STATE} and self.measure is None:
            raise ClaimError(f"a {self.kind.value} claim without a measure", "the value that is stated")
        if not 0.0 <= self.confidence <= 1.0:
            raise ClaimError(f"the confidence {self.confidence!r}", "a probability from 0 to 1")

    @property
    def id(self) -> ClaimId:
        """A hash of document, span, kind, event, mode, participants, measure and chain.

        Coding the same page twice gives the same identifiers, so that adding it again adds nothing. A reading of a
        claim that judgements changed keeps the identifier of that claim.
        """
        if self.reading_of is not None:
            return self.reading_of
        if self._id is None:
            # Worked out once: answers ask for it many times, and nothing that it is made of can change.
            self.remember_id(self._digest())
        return self._id or self._digest()

    def remember_id(self, identifier: ClaimId) -> None:
        """Spare the claim the working out of its identifier; for who read both from one place."""
        object.__setattr__(self, "_id", identifier)

    def _digest(self) -> ClaimId:
        parts = [
            self.document,
            self.evidence.span.start,
            self.evidence.span.end,
            self.kind.value,
            self.event and self.event.value,
            self.mode,
            [p.id for p in self.actors],
            [p.id for p in self.recipients],
            self.measure and self.measure.to_dict(),
            [(hop.source, hop.kind.value, hop.cue) for hop in self.chain],
            self.status.value,
            self.negated,
        ]
        return ClaimId(sha256(dumps(parts, ensure_ascii=False).encode()).hexdigest()[:24])

    @property
    def own_mode(self) -> str | None:
        """The mode where it makes another act of the category; ``None`` where it only says how it was done."""
        return None if self.mode in PLOVER_MODES else self.mode

    @property
    def speaker(self) -> Hop:
        """The innermost hop: on whose word this is said."""
        return self.chain[-1]

    def to_dict(self) -> JsonObject:
        """Return the claim as in DESIGN, section 7 (version 1)."""
        return {
            "version": 1,
            "id": self.id,
            "document": self.document,
            "language": self.language,
            "coder": self.coder,
            "kind": self.kind.value,
            "event": self.event and self.event.value,
            "mode": self.mode,
            "context": list(self.context),
            "cameo": self.cameo,
            "actors": [p.to_dict() for p in self.actors],
            "recipients": [p.to_dict() for p in self.recipients],
            "object": self.object,
            "place": self.place,
            "date": self.date and self.date.to_dict(),
            "status": self.status.value,
            "negated": self.negated,
            "measure": self.measure and self.measure.to_dict(),
            "chain": [hop.to_dict() for hop in self.chain],
            "evidence": self.evidence.to_dict(),
            "loaded": [word.to_dict() for word in self.loaded],
            "links": [link.to_dict() for link in self.links],
            "confidence": self.confidence,
            "rule": self.rule,
            "reasons": list(self.reasons),
            **({} if self.reading_of is None else {"reading_of": self.reading_of}),
        }
