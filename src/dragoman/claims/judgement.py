"""Judgements: what a named reviewer rules on a claim, a dispute or names, and why.

A judgement edits nothing. It is an entry of its own, later ones weigh over earlier ones, and all stay visible.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from json import loads

from dragoman.claims.decision import Decision, EntryKind, HeldDecision, make_decision
from dragoman.claims.dispute import Dispute
from dragoman.claims.reading import dispute_from_dict
from dragoman.documents.json_fields import json_fields
from dragoman.errors import JudgementError


class Ruling(StrEnum):
    """What a reviewer may rule."""

    ACCEPT = "accept"
    """The claim says what its page says, and counts."""

    REJECT = "reject"
    """The claim does not count."""

    AMEND = "amend"
    """The claim counts, and reads otherwise than the coder read it."""

    PREFER = "prefer"
    """Where claims differ, this one goes before the others."""

    SETTLE = "settle"
    """A dispute is settled: one side holds, or neither."""

    MERGE = "merge"
    """Two names are one."""

    SPLIT = "split"
    """Two names are not one."""


class AmendedField(StrEnum):
    """What of a claim may be amended."""

    ACTORS = "actors"
    RECIPIENTS = "recipients"
    MODE = "mode"
    DATE = "date"
    STATUS = "status"
    NEGATED = "negated"
    OBJECT = "object"
    PLACE = "place"
    VALUE = "value"


ABOUT_CLAIMS = frozenset({Ruling.ACCEPT, Ruling.REJECT, Ruling.AMEND, Ruling.PREFER})
ABOUT_NAMES = frozenset({Ruling.MERGE, Ruling.SPLIT})
JUDGING = (EntryKind.JUDGEMENT, EntryKind.MATCH)
"""Kinds of entries that hold a judgement."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """How one field of a claim reads from now on.

    Attributes:
        field: Which field.
        value: Its new value as text: EDTF for a date, identifiers with commas between them for actors, ``true`` or
            ``false`` for ``negated``; ``""`` for none.
    """

    field: AmendedField
    value: str

    def to_dict(self) -> dict[str, object]:
        """Return the amendment as plain JSON values."""
        return {"field": self.field.value, "value": self.value}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's ruling, with the reason.

    Attributes:
        ruling: What is ruled.
        subject: Identifier of the claim or of the dispute; for a match, a name.
        reviewer: Who rules.
        reason: Why, in words.
        others: The claims that a preferred one goes before; of a settled dispute the claims that hold, none where
            neither side does; the other names of a match.
        amendments: How fields of an amended claim read.
        dispute: The settled dispute as it stood: those that follow from comparing claims are not recorded.
    """

    ruling: Ruling
    subject: str
    reviewer: str
    reason: str
    others: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    dispute: Dispute | None = None

    def __post_init__(self) -> None:
        for name, text in (("reviewer", self.reviewer), ("reason", self.reason), ("subject", self.subject)):
            if not text.strip():
                raise JudgementError(self.ruling.value, f"no {name}", f"a {name} in words")
        _check_parts(self)

    @property
    def kind(self) -> EntryKind:
        """The kind of entry that records it."""
        return EntryKind.MATCH if self.ruling in ABOUT_NAMES else EntryKind.JUDGEMENT

    def to_dict(self) -> dict[str, object]:
        """Return the judgement as plain JSON values."""
        return {
            "ruling": self.ruling.value,
            "subject": self.subject,
            "reviewer": self.reviewer,
            "reason": self.reason,
            "others": list(self.others),
            "amendments": [one.to_dict() for one in self.amendments],
            "dispute": self.dispute and self.dispute.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class HeldJudgement:
    """A judgement as the ledger holds it.

    Attributes:
        judgement: What was ruled, by whom and why.
        entry: Number of the entry that recorded it.
        recorded: Moment of recording, UTC.
    """

    judgement: Judgement
    entry: int
    recorded: datetime

    def to_dict(self) -> dict[str, object]:
        """Return the judgement with its entry and moment as plain JSON values."""
        return {**self.judgement.to_dict(), "entry": self.entry, "recorded": self.recorded.isoformat()}


def decision_of(judgement: Judgement) -> Decision:
    """Return a judgement as what a ledger records."""
    return make_decision(judgement.kind, judgement.subject, judgement.to_dict())


def check_decision(decision: Decision) -> None:
    """Refuse what calls itself a judgement and is none: a ledger would hold it for ever, and no answer could be given.

    Raises:
        JsonError: A field of the judgement is missing or of another kind.
        JudgementError: It is no JSON, contradicts itself, or is about something else than the decision says.
    """
    if decision.kind not in JUDGING:
        return
    try:
        value = loads(decision.body)
    except ValueError as error:
        raise JudgementError(decision.subject, "no JSON", "one JSON object") from error
    judgement = judgement_from_dict(value)
    if (judgement.kind, judgement.subject) != (decision.kind, decision.subject):
        raise JudgementError(judgement.ruling, f"{decision.kind} of {decision.subject!r}", judgement.subject)


def held_judgements(decisions: Iterable[HeldDecision]) -> tuple[HeldJudgement, ...]:
    """Return the judgements among decisions, in their order."""
    return tuple(
        HeldJudgement(judgement_from_dict(loads(held.decision.body)), held.entry, held.recorded)
        for held in decisions
        if held.decision.kind in JUDGING
    )


def judgement_from_dict(value: object) -> Judgement:
    """Return the judgement of ``Judgement.to_dict``.

    Raises:
        JsonError: A field is missing or of another kind.
        JudgementError: The fields contradict each other.
    """
    fields = json_fields(value, "a judgement")
    return Judgement(
        ruling=fields.choice("ruling", Ruling),
        subject=fields.text("subject"),
        reviewer=fields.text("reviewer"),
        reason=fields.text("reason"),
        others=fields.texts("others"),
        amendments=fields.many("amendments", _amendment_from_dict),
        dispute=fields.one_or_none("dispute", dispute_from_dict),
    )


def _amendment_from_dict(value: object) -> Amendment:
    fields = json_fields(value, "an amendment")
    return Amendment(fields.choice("field", AmendedField), fields.text("value"))


def _check_parts(judgement: Judgement) -> None:
    """Refuse a judgement that lacks what its ruling needs, or has what it cannot use."""
    ruling = judgement.ruling
    if (ruling is Ruling.AMEND) is not bool(judgement.amendments):
        raise JudgementError(ruling.value, f"{len(judgement.amendments)} amendments", _wanted(ruling, Ruling.AMEND))
    if (ruling is Ruling.SETTLE) is not (judgement.dispute is not None):
        raise JudgementError(ruling.value, "a dispute" if judgement.dispute else "none", _wanted(ruling, Ruling.SETTLE))
    needs_others = ruling is Ruling.PREFER or ruling in ABOUT_NAMES
    if needs_others and not judgement.others:
        raise JudgementError(ruling.value, f"{judgement.subject!r} alone", "one to compare it with")
    if ruling in {Ruling.ACCEPT, Ruling.REJECT, Ruling.AMEND} and judgement.others:
        raise JudgementError(ruling.value, f"{len(judgement.others)} others", "one claim")
    if judgement.subject in judgement.others:
        raise JudgementError(ruling.value, f"{judgement.subject!r} twice", "different ones")
    held = judgement.dispute
    if held is not None and not {*judgement.others} <= {*held.left, *held.right}:
        raise JudgementError(ruling.value, "a claim of neither side", "claims of the side that holds")


def _wanted(ruling: Ruling, needing: Ruling) -> str:
    what = {Ruling.AMEND: "amendments", Ruling.SETTLE: "a dispute"}[needing]
    return f"at least one of {what}" if ruling is needing else f"no {what}"
