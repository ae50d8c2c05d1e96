"""Disputes: that two claims cannot both hold, or that one speaker rejects another's.

A dispute is a record of its own with both sides; it never settles anything.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NewType

from dragoman.claims.claim import ClaimId
from dragoman.claims.hop import Hop

DisputeId = NewType("DisputeId", str)


class DisputeKind(StrEnum):
    """Why two claims do not go together (DESIGN, section 8).

    ``status``: done, or denied. ``decision``: done, or decided only; also the day of the decision given for the day of
    the act. ``degree``: one act called by two names of different weight (severed, suspended).
    """

    REJECTION = "rejection"
    STATE = "state"
    DATE = "date"
    PLACE = "place"
    ORDINAL = "ordinal"
    QUANTITY = "quantity"
    STATUS = "status"
    DECISION = "decision"
    DEGREE = "degree"


class Bearing(StrEnum):
    """Whether a dispute is real, or only seems to be one."""

    REAL = "real"
    APPARENT = "apparent"


ONLY_APPARENT = "; only apparent: "
"""Stands in a reason before the words that say why a dispute only seems to be one."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides that cannot both hold.

    Attributes:
        kind: Why they do not go together.
        left: Claims of one side.
        right: Claims of the other side; may be empty when the text disputes somebody whose claim it
            does not give.
        reason: In words: what each side says, and where they clash.
        raised_by: The hop of the speaker who raises the dispute, or ``None`` when the ledger found it.
        bearing: Real, or apparent for the reason given.
        remedy: What would settle it.
    """

    kind: DisputeKind
    left: tuple[ClaimId, ...]
    right: tuple[ClaimId, ...]
    reason: str
    raised_by: Hop | None = None
    bearing: Bearing = Bearing.REAL
    remedy: str = ""

    @property
    def why_apparent(self) -> str:
        """Why it only seems to be a dispute, or an empty text for a real one."""
        return self.reason.partition(ONLY_APPARENT)[2]

    @property
    def id(self) -> DisputeId:
        """A hash of kind and both sides, whichever comes first."""
        sides = sorted([",".join(sorted(self.left)), ",".join(sorted(self.right))])
        return DisputeId(sha256("|".join([self.kind.value, *sides]).encode()).hexdigest()[:24])

    def to_dict(self) -> dict[str, object]:
        """Return the dispute as plain JSON values."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "left": list(self.left),
            "right": list(self.right),
            "reason": self.reason,
            "raised_by": self.raised_by and self.raised_by.to_dict(),
            "bearing": self.bearing.value,
            "remedy": self.remedy,
        }
