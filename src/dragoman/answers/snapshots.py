"""Snapshots: names for what a ledger holds at a moment, so that it can be asked for again."""

from dataclasses import dataclass
from datetime import datetime
from json import loads

from dragoman.answers.horizon import parse_horizon
from dragoman.claims.decision import EntryKind, HeldDecision, make_decision
from dragoman.claims.ledger import Ledger
from dragoman.errors import DateError, NameTakenError, NameUnknownError

SNAPSHOT = "snapshot"
NO_DIGEST = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A name for what a ledger held.

    Attributes:
        name: The name.
        entry: Number of the entry that recorded the name: what came before it is in the snapshot.
        recorded: Moment of recording, UTC; as ``known`` it means the snapshot.
        by: Who took it.
        why: What for.
        digest: Digest of the last entry in it, which stands for all of it; ``""`` for an empty ledger.
    """

    name: str
    entry: int
    recorded: datetime
    by: str
    why: str
    digest: str

    def to_dict(self) -> dict[str, object]:
        """Return the snapshot as plain JSON values."""
        return {
            "name": self.name,
            "entry": self.entry,
            "recorded": self.recorded.isoformat(),
            "by": self.by,
            "why": self.why,
            "digest": self.digest or None,
        }


@dataclass(frozen=True, slots=True)
class SnapshotList:
    """The snapshots of a ledger.

    Attributes:
        snapshots: In the order of recording.
    """

    snapshots: tuple[Snapshot, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the list as plain JSON values."""
        return {"question": "snapshots", "snapshots": [one.to_dict() for one in self.snapshots]}


def take_snapshot(ledger: Ledger, name: str, *, by: str, why: str = "") -> Snapshot:
    """Give what a ledger holds now a name.

    Args:
        ledger: The ledger.
        name: The name: not empty, no number and no day, so that it can stand where a moment does.
        by: Who takes it.
        why: What for.

    Raises:
        NameTakenError: There is a snapshot of that name, or the name could be read as a moment.
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    plain = " ".join(name.split())
    if not plain or plain.isdigit() or _is_moment(plain):
        raise NameTakenError(SNAPSHOT, name, "it could be read as a moment or an entry: give it a letter or two")
    if any(one.name == plain for one in find_snapshots(ledger).snapshots):
        raise NameTakenError(SNAPSHOT, name, "there is one of that name, and it stays as it is: give another name")
    head = ledger.head()
    digest = NO_DIGEST if head is None else head.digest
    entry = ledger.decide(make_decision(EntryKind.SNAPSHOT, plain, {"digest": digest}), by=by, why=why)
    return Snapshot(plain, entry.number, entry.recorded, by, why, digest)


def find_snapshots(ledger: Ledger) -> SnapshotList:
    """List the snapshots of a ledger; of two with one name, taken at once, only the first is one."""
    found: dict[str, Snapshot] = {}
    for held in ledger.decisions(kinds=(EntryKind.SNAPSHOT,)):
        found.setdefault(held.decision.subject, _snapshot(held))
    return SnapshotList(tuple(found.values()))


def resolve_known(ledger: Ledger, known: str | datetime | None) -> str | datetime | None:
    """Return a moment of knowledge: that of a snapshot where its name is given, else the moment as it is.

    Raises:
        NameUnknownError: The text is neither a moment nor the name of a snapshot.
    """
    if known is None or isinstance(known, datetime) or _is_moment(known):
        return known
    snapshots = find_snapshots(ledger).snapshots
    found = next((one for one in snapshots if one.name == " ".join(known.split())), None)
    if found is None:
        raise NameUnknownError("moment or snapshot", known, tuple(one.name for one in snapshots[-5:]))
    return found.recorded


def _snapshot(held: HeldDecision) -> Snapshot:
    digest = str(loads(held.decision.body).get("digest", NO_DIGEST))
    return Snapshot(held.decision.subject, held.entry, held.recorded, held.by, held.why, digest)


def _is_moment(text: str) -> bool:
    try:
        parse_horizon(None, text)
    except DateError:
        return False
    return True
