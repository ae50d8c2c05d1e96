"""What a copy of a ledger tells: how far it is, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.claims.verification import Verification


@dataclass(frozen=True, slots=True)
class CopyStep:
    """How far a copy is.

    Attributes:
        stage: ``copying`` or ``checking``.
        done: Entries, or pages of the file, that are done.
        total: How many there are.
    """

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LedgerCopy:
    """A ledger that was copied.

    Attributes:
        source: Address of the original, without its password.
        target: Address of the copy, without its password.
        entries: Entries that the copy holds.
        copied: How many of them were copied this time; the others were there from an earlier try.
        verification: The check of the whole copy against the head of the original.
    """

    source: str
    target: str
    entries: int
    copied: int
    verification: Verification

    def to_dict(self) -> dict[str, object]:
        """Return the copy as plain JSON values."""
        return {
            "source": self.source,
            "target": self.target,
            "entries": self.entries,
            "copied": self.copied,
            "verification": self.verification.to_dict(),
        }


Progress = Callable[[CopyStep], object]
"""Is told how far a copy is."""


def be_silent(_: CopyStep) -> None:
    """Tell nobody how far a copy is."""
