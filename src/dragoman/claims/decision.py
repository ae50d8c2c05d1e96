"""What an entry of a ledger is about, and the decisions that stand in entries of their own.

A coding records what a page says. Everything else that somebody lays down in a ledger is a decision: a judgement, a
match of names, a policy, a snapshot, a run of the coder. Each is one JSON object under a subject, kept to the letter;
:mod:`dragoman.claims.judgement` and its neighbours give them their types.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from json import JSONEncoder

PLAIN = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, sort_keys=True)


class EntryKind(StrEnum):
    """What an entry records."""

    CODING = "coding"
    """A document and what was found in it, or what another coder finds in one that is held."""

    FAULT = "fault"
    """What could not be read at all, so that there is no document."""

    JUDGEMENT = "judgement"
    """A reviewer's ruling on a claim or a dispute."""

    MATCH = "match"
    """A reviewer's ruling that two names are one, or are not."""

    POLICY = "policy"
    """A policy under a name."""

    SNAPSHOT = "snapshot"
    """A name for what is held at this moment."""

    RUN = "run"
    """The beginning or the end of a run of the coder over documents that are held."""

    UPGRADE = "upgrade"
    """A newer schema: a digest over what an older one had left outside of the chain."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Something laid down in an entry of its own.

    Attributes:
        kind: What it is; neither a coding nor a fault.
        subject: What it is about: a claim, a dispute or a name, or its own name (of a policy or snapshot).
        body: One JSON object, to the letter.
    """

    kind: EntryKind
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class HeldDecision:
    """A decision as the ledger holds it.

    Attributes:
        decision: What was decided.
        entry: Number of the entry that recorded it.
        recorded: Moment of recording, UTC.
        by: Who recorded it.
        why: What for.
    """

    decision: Decision
    entry: int
    recorded: datetime
    by: str
    why: str


def make_decision(kind: EntryKind, subject: str, values: Mapping[str, object]) -> Decision:
    """Return a decision with the one form of JSON in which it is kept.

    >>> make_decision(EntryKind.SNAPSHOT, "July", {"entry": 7}).body
    '{"entry":7}'
    """
    return Decision(kind, subject, PLAIN.encode(dict(values)))
