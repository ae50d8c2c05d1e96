"""Claims read back from JSON that a ledger recorded itself, several times faster than from anywhere else.

:func:`dragoman.claims.reading.claim_from_dict` checks every field, which takes longer than anything else that an
answer does. What a ledger recorded was a claim when it was written, and the digest of its entry covers it to the
letter: here its fields are taken as they are. A test holds the two functions together.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim, ClaimId, ClaimKind, ClaimLink, Evidence, LoadedWord, Measure
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import DateBasis, EventDate
from dragoman.documents.document import DocumentId
from dragoman.documents.section import SectionKind, VoiceKind
from dragoman.documents.span import Span
from dragoman.events.kind import Root, Status

_Plain = Mapping[str, Any]

_KINDS = {kind.value: kind for kind in ClaimKind}
_ROOTS = {root.value: root for root in Root} | {None: None}
_STATUSES = {status.value: status for status in Status}
_VOICES = {kind.value: kind for kind in VoiceKind}
_SECTIONS = {kind.value: kind for kind in SectionKind}
_BASES = {basis.value: basis for basis in DateBasis}


def recorded_claim(plain: _Plain) -> Claim:
    """Return the claim of ``Claim.to_dict`` from JSON that a ledger recorded.

    Raises:
        KeyError: A field is missing (as for the others, this happens only where somebody altered the ledger).
        TypeError: A field is of another kind.
        ValueError: A field has an impossible value.
        ClaimError: The fields contradict each other.
    """
    claim = Claim(
        document=DocumentId(plain["document"]),
        language=plain["language"],
        coder=plain["coder"],
        kind=_KINDS[plain["kind"]],
        event=_ROOTS[plain["event"]],
        mode=plain["mode"],
        context=tuple(plain["context"]),
        cameo=plain["cameo"],
        actors=tuple([_participant(one) for one in plain["actors"]]),
        recipients=tuple([_participant(one) for one in plain["recipients"]]),
        date=_date(plain["date"]),
        status=_STATUSES[plain["status"]],
        negated=plain["negated"],
        chain=tuple([_hop(one) for one in plain["chain"]]),
        evidence=_evidence(plain["evidence"]),
        rule=plain["rule"],
        object=plain["object"],
        place=plain["place"],
        measure=_measure(plain["measure"]),
        loaded=tuple([LoadedWord(_span(one), one["text"], one["note"]) for one in plain["loaded"]]),
        confidence=plain["confidence"],
        links=tuple([ClaimLink(one["kind"], ClaimId(one["target"]), one["cue"]) for one in plain["links"]]),
        reasons=tuple(plain["reasons"]),
    )
    claim.remember_id(ClaimId(plain["id"]))
    return claim


def _participant(plain: _Plain) -> Participant:
    mention = plain["mention"]
    return Participant(
        plain["id"],
        plain["name"],
        plain["sector"],
        Mention(_span(mention), mention["text"]),
        plain["person"],
        plain["role"],
        plain["reason"],
    )


def _hop(plain: _Plain) -> Hop:
    return Hop(
        plain["source"],
        _VOICES[plain["kind"]],
        plain["cue"],
        plain["how"],
        plain["id"],
        plain["role"],
        plain["date"],
        _span_or_none(plain["span"]),
    )


def _date(plain: _Plain | None) -> EventDate | None:
    if plain is None:
        return None
    return EventDate(
        plain["edtf"],
        _day(plain["earliest"]),
        _day(plain["latest"]),
        _BASES[plain["basis"]],
        plain["text"],
        _span_or_none(plain["span"]),
        plain["anchor"],
    )


@lru_cache(maxsize=50_000)
def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _evidence(plain: _Plain) -> Evidence:
    return Evidence(_span(plain), plain["quote"], _SECTIONS[plain["section"]])


def _measure(plain: _Plain | None) -> Measure | None:
    return None if plain is None else Measure(plain["value"], plain["unit"], plain["of"], plain["scope"])


def _span(plain: _Plain) -> Span:
    return Span(plain["start"], plain["end"])


def _span_or_none(plain: _Plain | None) -> Span | None:
    return None if plain is None else Span(plain["start"], plain["end"])
