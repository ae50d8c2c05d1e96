"""What a coding has that a ledger does not hold yet.

Both kinds of ledger ask this one function, so that they cannot differ in what they take
for new. Things are held when their key is: a claim and a dispute by their identifier, a link
by its ends and kind, a fault by document, stage, reason and place.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from json import JSONEncoder, loads
from typing import TypeVar

import msgspec

from dragoman.claims.claim import Claim, ClaimId
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind
from dragoman.claims.dispute import Dispute, DisputeId
from dragoman.claims.judgement import check_decision
from dragoman.documents.document import Document, DocumentId, digest_bytes
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.errors import ClaimError, DocumentError

Thing = TypeVar("Thing")
Key = TypeVar("Key", bound=Hashable)
SMALLEST, LARGEST = 1e-4, 1e16
"""Between these, numbers are written without an exponent."""

PLAIN = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
SURROGATE = re.compile("[\ud800-\udfff]")
LinkKey = tuple[str, str, str, str]
FaultKey = tuple[str, str, str, int, int]
UncodedKey = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger holds already, as far as one coding may repeat it.

    Attributes:
        text: Text of the document as first recorded, or ``None`` when the document is new.
        claims: Identifiers of the claims of the document.
        disputes: Identifiers of disputes.
        links: Keys of links, see :func:`link_key`.
        faults: Keys of faults, see :func:`fault_key`.
        uncoded: Keys of uncoded stretches, see :func:`uncoded_key`.
        of_others: Those claims and disputes of the document that count and that another coder recorded: the JSON of
            each claim as it stands, ``None`` for a dispute.
        fallen: Those claims and disputes of the document that are superseded.
    """

    text: str | None = None
    claims: frozenset[ClaimId] = frozenset()
    disputes: frozenset[DisputeId] = frozenset()
    links: frozenset[LinkKey] = frozenset()
    faults: frozenset[FaultKey] = frozenset()
    uncoded: frozenset[UncodedKey] = frozenset()
    of_others: Mapping[str, str | None] = field(default_factory=dict)
    fallen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim with what is costly to work out more than once.

    Attributes:
        id: Its identifier.
        claim: The claim.
        body: Its JSON to the letter, as it is stored and sealed.
    """

    id: ClaimId
    claim: Claim
    body: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a claim or dispute counts from an entry on.

    Attributes:
        name: Its identifier.
        counts: ``False`` where the coding superseded it, ``True`` where it found it again.
        body: The JSON of the claim as it reads from now on, where what its identifier does not cover (its date, its
            confidence, its reasons) is not what another coder found; ``None`` where it reads as before.
    """

    name: str
    counts: bool
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Novelty:
    """The new part of a coding, ready to be recorded.

    Attributes:
        subject: The document that was coded, or ``None`` when there was none to read, or none is concerned.
        coder: Name and version of the coder.
        document: The document, when it is not held yet.
        claims: New claims, in the order of the text.
        disputes: New disputes.
        links: New links between documents.
        uncoded: New stretches in languages without a coder.
        faults: New faults.
        standings: What counts again or reads otherwise, then what no longer counts, each by identifier.
        decisions: What was decided, in an entry of its own; one or none.
    """

    subject: DocumentId | None
    coder: str
    document: Document | None
    claims: tuple[NewClaim, ...]
    disputes: tuple[Dispute, ...]
    links: tuple[DocumentLink, ...]
    uncoded: tuple[Uncoded, ...]
    faults: tuple[Fault, ...]
    standings: tuple[Standing, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def kind(self) -> EntryKind:
        """The kind of entry that records it."""
        if self.decisions:
            return self.decisions[0].kind
        return EntryKind.FAULT if self.subject is None else EntryKind.CODING

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        found = (self.claims, self.disputes, self.links, self.uncoded, self.faults, self.standings)
        return self.document is None and not any(found)


def decided(decision: Decision) -> Novelty:
    """Return the novelty of a decision: it is always new.

    Lone surrogates, by which Python writes undecodable names, become replacement characters.

    Raises:
        JsonError: A judgement lacks a field.
        JudgementError: A judgement cannot be read.
    """
    check_decision(decision)
    plain = replace(decision, subject=storable(decision.subject), body=storable(decision.body))
    return Novelty(None, "", None, (), (), (), (), (), decisions=(plain,))


def checked_coding(coding: Coding) -> Coding:
    """Return a coding that a ledger can take: the first step of adding.

    Lone surrogates, by which Python writes undecodable file names, become replacement characters.

    Raises:
        ClaimError: A claim is about another document, or its quote is not in the coding's own text.
        DocumentError: The bytes do not fit the identifier, or the text cannot be written as UTF-8.
    """
    document = coding.document
    if document is not None:
        _check_document(document)
        _check_claims(document, coding.claims)
        document = replace(document, name=storable(document.name))
    faults = [replace(one, document=storable(one.document), reason=storable(one.reason)) for one in coding.faults]
    return replace(coding, document=document, faults=tuple(faults))


def find_novelty(coding: Coding, held: Held) -> Novelty:
    """Return what of a coding, made by :func:`checked_coding`, is to be recorded.

    A claim whose quote does not stand at its place in the text that the ledger holds (because
    another extractor made another text of the same bytes) becomes a fault: what is recorded can
    be read again at its place, always.
    """
    document = coding.document
    if document is None:
        return Novelty(None, coding.coder, None, (), (), (), (), _new(coding.faults, held.faults, fault_key))
    text = document.text if held.text is None else held.text
    fresh = [(name, claim) for name, claim in _by_key(coding.claims, lambda c: c.id).items() if name not in held.claims]
    fresh.sort(key=lambda named: named[1].evidence.span)
    misplaced = [_misplaced_fault(claim) for _, claim in fresh if not _is_verbatim(claim, text)]
    return Novelty(
        subject=document.id,
        coder=coding.coder,
        document=document if held.text is None else None,
        claims=tuple([_new_claim(name, claim) for name, claim in fresh if _is_verbatim(claim, text)]),
        disputes=_new(coding.disputes, held.disputes, lambda dispute: dispute.id),
        links=_new(coding.links, held.links, link_key),
        uncoded=_new(coding.uncoded, held.uncoded, lambda stretch: uncoded_key(document.id, stretch)),
        faults=_new((*coding.faults, *misplaced), held.faults, fault_key),
        standings=_standings(coding, held) if held.text == document.text else (),
    )


def link_key(link: DocumentLink) -> LinkKey:
    """Return what makes a link the same link: its ends and its kind, whatever the reason."""
    return (link.source, link.kind.value, link.target or "", link.target_name)


def fault_key(fault: Fault) -> FaultKey:
    """Return what makes a fault the same fault; the place is -1 to -1 for a whole document."""
    start, end = (-1, -1) if fault.span is None else (fault.span.start, fault.span.end)
    return (fault.document, fault.stage, fault.reason, start, end)


def uncoded_key(document: DocumentId, stretch: Uncoded) -> UncodedKey:
    """Return what makes an uncoded stretch the same stretch."""
    return (document, stretch.span.start, stretch.span.end, stretch.language or "")


def plain_json(value: object) -> str:
    """Return JSON without blanks, other scripts as they are: the form that is stored and sealed."""
    return PLAIN.encode(value)


def claim_json(claim: Claim) -> str:
    """Return the JSON of a claim, to the letter as :func:`plain_json` gives it, several times faster.

    The two libraries write the same but for numbers that are very small or very large, which claims seldom have.
    """
    value = 0.0 if claim.measure is None else claim.measure.value
    if _is_plain_number(claim.confidence) and _is_plain_number(value):
        return msgspec.json.encode(claim.to_dict()).decode()
    return plain_json(claim.to_dict())


def _is_plain_number(value: object) -> bool:
    """Tell whether both libraries write a number with the same digits, or it is none."""
    if isinstance(value, float):
        return value == 0.0 or SMALLEST <= abs(value) < LARGEST
    return not isinstance(value, int) or abs(value) < LARGEST


def storable(text: str) -> str:
    """Return a text without the lone surrogates by which Python writes undecodable file names."""
    return SURROGATE.sub("\ufffd", text)


def _check_document(document: Document) -> None:
    if document.content and digest_bytes(document.content) != document.id:
        raise DocumentError(document.name, f"its bytes do not have the digest {document.id}")
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise DocumentError(document.name, f"its text holds half a surrogate pair at {error.start}") from error


def _check_claims(document: Document, claims: Iterable[Claim]) -> None:
    for claim in claims:
        if claim.document != document.id:
            raise ClaimError(f"the document {claim.document}", f"{document.id}, with which it is added")
        if not _is_verbatim(claim, document.text):
            span = claim.evidence.span
            raise ClaimError(
                f"the quote {claim.evidence.quote[:60]!r}", f"the characters {span.start}..{span.end} of its document"
            )


def _is_verbatim(claim: Claim, text: str) -> bool:
    span = claim.evidence.span
    return text[span.start : span.end] == claim.evidence.quote


def _standings(coding: Coding, held: Held) -> tuple[Standing, ...]:
    """Return what the coding says of claims and disputes that are held."""
    if not held.of_others and not held.fallen:
        return ()
    claims: dict[str, Claim] = {claim.id: claim for claim in coding.claims}
    found = {*claims, *[dispute.id for dispute in coding.disputes]}
    lost = [name for name in held.of_others if name not in found] if coding.is_whole else []
    again = {name: plain_json(claims[name].to_dict()) if name in claims else None for name in held.fallen & found}
    for name, body in held.of_others.items():
        if body is not None and name in claims and (revised := _revised(claims[name], body)) is not None:
            again[name] = revised
    return (
        *[Standing(name, counts=True, body=again[name]) for name in sorted(again)],
        *[Standing(name, counts=False) for name in sorted(lost)],
    )


def _revised(claim: Claim, body: str) -> str | None:
    """Return the JSON of a claim if more than the coder differs from what is held."""
    plain = claim.to_dict()
    held: dict[str, object] = loads(body)
    is_same = loads(plain_json(plain)) | {"coder": None} == held | {"coder": None}
    return None if is_same else plain_json(plain)


def _misplaced_fault(claim: Claim) -> Fault:
    reason = (
        "The ledger holds another text of the same bytes, in which this quote does not stand at its place: "
        f"the claim {claim.id} was not recorded."
    )
    return Fault(claim.document, "record", reason, claim.evidence.span)


def _new_claim(name: ClaimId, claim: Claim) -> NewClaim:
    return NewClaim(name, claim, claim_json(claim))


def _new(things: Iterable[Thing], held: frozenset[Key], key: Callable[[Thing], Key]) -> tuple[Thing, ...]:
    return tuple([thing for name, thing in _by_key(things, key).items() if name not in held])


def _by_key(things: Iterable[Thing], key: Callable[[Thing], Key]) -> dict[Key, Thing]:
    found: dict[Key, Thing] = {}
    for thing in things:
        found.setdefault(key(thing), thing)
    return found
