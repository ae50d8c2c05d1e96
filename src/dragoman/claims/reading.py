"""Claims, hops, disputes and dates read back from the JSON of DESIGN, section 7.

Each function is the inverse of the ``to_dict`` of its type: for every claim,
``claim_from_dict(claim.to_dict()) == claim``.
"""

from datetime import date

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim, ClaimId, ClaimKind, ClaimLink, Evidence, LoadedWord, Measure
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import DateBasis, EventDate
from dragoman.documents.document import DocumentId
from dragoman.documents.json_fields import JsonFields, json_fields
from dragoman.documents.section import SectionKind, VoiceKind
from dragoman.errors import JsonError
from dragoman.events.kind import Root, Status

VERSION = 1


def claim_from_dict(value: object) -> Claim:
    """Return the claim of ``Claim.to_dict``.

    The identifier in the JSON is not used: it follows from the other fields. Compare it with
    ``id`` of the claim where the JSON comes from outside.

    Raises:
        JsonError: A field is missing or of another kind, or the version is unknown.
        ClaimError: The fields contradict each other.
        SpanError: A span is empty or reversed.
        DateError: The date contradicts itself.
    """
    fields = json_fields(value, "a claim")
    if fields.whole_number("version") != VERSION:
        raise fields.wrong("version", str(VERSION))
    return Claim(
        document=DocumentId(fields.text("document")),
        language=fields.text("language"),
        coder=fields.text("coder"),
        kind=fields.choice("kind", ClaimKind),
        event=None if fields.text_or_none("event") is None else fields.choice("event", Root),
        mode=fields.text_or_none("mode"),
        context=fields.texts("context"),
        cameo=fields.text_or_none("cameo"),
        actors=fields.many("actors", participant_from_dict),
        recipients=fields.many("recipients", participant_from_dict),
        date=fields.one_or_none("date", event_date_from_dict),
        status=fields.choice("status", Status),
        negated=fields.flag("negated"),
        chain=fields.many("chain", hop_from_dict),
        evidence=fields.one("evidence", evidence_from_dict),
        rule=fields.text("rule"),
        object=fields.text_or_none("object"),
        place=fields.text_or_none("place"),
        measure=fields.one_or_none("measure", measure_from_dict),
        loaded=fields.many("loaded", loaded_word_from_dict),
        confidence=fields.number("confidence"),
        links=fields.many("links", claim_link_from_dict),
        reasons=fields.texts("reasons"),
        reading_of=None if (name := fields.text_or_none("reading_of")) is None else ClaimId(name),
    )


def participant_from_dict(value: object) -> Participant:
    """Return the participant of ``Participant.to_dict``."""
    fields = json_fields(value, "a participant")
    return Participant(
        id=fields.text("id"),
        name=fields.text("name"),
        sector=fields.text_or_none("sector"),
        mention=fields.one("mention", mention_from_dict),
        person=fields.text_or_none("person"),
        role=fields.text_or_none("role"),
        reason=fields.text("reason"),
    )


def mention_from_dict(value: object) -> Mention:
    """Return the mention of ``Mention.to_dict``."""
    fields = json_fields(value, "a mention")
    return Mention(fields.span(), fields.text("text"))


def event_date_from_dict(value: object) -> EventDate:
    """Return the date of ``EventDate.to_dict``."""
    fields = json_fields(value, "a date")
    return EventDate(
        edtf=fields.text_or_none("edtf"),
        earliest=_day(fields, "earliest"),
        latest=_day(fields, "latest"),
        basis=fields.choice("basis", DateBasis),
        text=fields.text("text"),
        span=fields.span_or_none("span"),
        anchor=fields.text_or_none("anchor") or "",
    )


def hop_from_dict(value: object) -> Hop:
    """Return the hop of ``Hop.to_dict``."""
    fields = json_fields(value, "a hop")
    return Hop(
        source=fields.text("source"),
        kind=fields.choice("kind", VoiceKind),
        cue=fields.text("cue"),
        how=fields.text("how"),
        id=fields.text_or_none("id"),
        role=fields.text_or_none("role"),
        date=fields.text_or_none("date"),
        span=fields.span_or_none("span"),
    )


def evidence_from_dict(value: object) -> Evidence:
    """Return the evidence of ``Evidence.to_dict``."""
    fields = json_fields(value, "the evidence")
    return Evidence(fields.span(), fields.text("quote"), fields.choice("section", SectionKind))


def measure_from_dict(value: object) -> Measure:
    """Return the measure of ``Measure.to_dict``."""
    fields = json_fields(value, "a measure")
    stated = fields.values.get("value")
    measured = stated if isinstance(stated, str) else fields.number("value")
    return Measure(measured, fields.text("unit"), fields.text("of"), fields.text("scope"))


def loaded_word_from_dict(value: object) -> LoadedWord:
    """Return the word of ``LoadedWord.to_dict``."""
    fields = json_fields(value, "a loaded word")
    return LoadedWord(fields.span(), fields.text("text"), fields.text("note"))


def claim_link_from_dict(value: object) -> ClaimLink:
    """Return the link of ``ClaimLink.to_dict``."""
    fields = json_fields(value, "a link between claims")
    return ClaimLink(fields.text("kind"), ClaimId(fields.text("target")), fields.text("cue"))


def dispute_from_dict(value: object) -> Dispute:
    """Return the dispute of ``Dispute.to_dict``."""
    fields = json_fields(value, "a dispute")
    return Dispute(
        kind=fields.choice("kind", DisputeKind),
        left=tuple([ClaimId(claim) for claim in fields.texts("left")]),
        right=tuple([ClaimId(claim) for claim in fields.texts("right")]),
        reason=fields.text("reason"),
        raised_by=fields.one_or_none("raised_by", hop_from_dict),
        bearing=fields.choice("bearing", Bearing),
        remedy=fields.text("remedy"),
    )


def _day(fields: JsonFields, key: str) -> date | None:
    written = fields.text_or_none(key)
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise JsonError(f"{key!r} of {fields.what}", repr(written), "a day as in ISO 8601") from error
