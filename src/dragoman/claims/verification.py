"""What a check of a ledger finds: whether everything recorded is still as it was recorded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in a ledger that is not as it was recorded.

    Attributes:
        entry: Number of the entry that it concerns; ``None`` where it belongs to none.
        reason: What is wrong, in a sentence.
    """

    entry: int | None
    reason: str

    def to_dict(self) -> dict[str, object]:
        """Return the flaw as plain JSON values."""
        return {"entry": self.entry, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of checking a whole ledger.

    Attributes:
        entries: How many entries were checked.
        claims: How many claims were checked.
        head: Digest of the last entry; 64 zeros for an empty ledger.
        flaws: What is wrong, by entry; empty for a sound ledger.
    """

    entries: int
    claims: int
    head: str
    flaws: tuple[Flaw, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.flaws

    def to_dict(self) -> dict[str, object]:
        """Return the outcome as plain JSON values."""
        return {
            "entries": self.entries,
            "claims": self.claims,
            "head": self.head,
            "is_sound": self.is_sound,
            "flaws": [flaw.to_dict() for flaw in self.flaws],
        }
