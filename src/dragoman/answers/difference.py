"""What changed in a ledger between two moments of knowledge: learnt, superseded, read otherwise, judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dragoman.answers.citation import Shelf
from dragoman.answers.horizon import Horizon, parse_horizon
from dragoman.answers.judgements import judgement_row, ruling_text
from dragoman.answers.snapshots import resolve_known
from dragoman.answers.wording import sentence_of
from dragoman.claims.claim import ClaimId
from dragoman.claims.ledger import ClaimQuery, Entry, HeldClaim, Ledger
from dragoman.errors import DateError, NameUnknownError

LEARNT, SUPERSEDED, CHANGED, JUDGED = "learnt", "superseded", "reads otherwise", "judged"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        what: ``learnt``, ``superseded``, ``reads otherwise`` or ``judged``.
        subject: Identifier of the claim or dispute, or the name.
        said: What it says, or what was ruled on what, in words.
        entry: Number of the entry that did it; ``None`` where several may have.
        recorded: Moment of that entry, or ``None``.
        by: Who recorded it.
        why: What for.
    """

    what: str
    subject: str
    said: str
    entry: int | None
    recorded: datetime | None
    by: str
    why: str

    def to_dict(self) -> dict[str, object]:
        """Return the change as plain JSON values."""
        return {
            "what": self.what,
            "subject": self.subject,
            "said": self.said,
            "entry": self.entry,
            "recorded": self.recorded and self.recorded.isoformat(),
            "by": self.by,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two moments of knowledge.

    Attributes:
        since: As it was asked.
        until: As it was asked; ``""`` for now.
        changes: Learnt, superseded, reading otherwise, judged; each in the order of recording.
        documents: How many documents were added.
    """

    since: str
    until: str
    changes: tuple[Change, ...] = field(repr=False)
    documents: int

    def of(self, what: str) -> tuple[Change, ...]:
        """Return the changes of one sort."""
        return tuple(change for change in self.changes if change.what == what)

    def to_dict(self) -> dict[str, object]:
        """Return the difference as plain JSON values."""
        return {
            "question": "diff",
            "since": self.since,
            "until": self.until or None,
            "documents": self.documents,
            "changes": [change.to_dict() for change in self.changes],
        }


def find_difference(ledger: Ledger, since: str, until: str = "") -> Difference:
    """Find what changed in a ledger.

    Args:
        ledger: The ledger.
        since: A day (its end, UTC), a moment, the number of an entry, or the name of a snapshot.
        until: The same; ``""`` for now.

    Raises:
        NameUnknownError: There is no such entry or snapshot.
        DateError: ``since`` is later than ``until``.
    """
    first, last = point_of(ledger, since), point_of(ledger, until)
    if first is not None and last is not None and first > last:
        raise DateError(since, f"a moment before {until}")
    before = {held.claim.id: held for held in ledger.claims(ClaimQuery(known=first))}
    after = {held.claim.id: held for held in ledger.claims(ClaimQuery(known=last))}
    entries = {entry.number: entry for entry in ledger.entries(last)}
    changes = (
        *_learnt(before, after, entries),
        *_superseded(ledger, before, after, last, entries),
        *_changed(before, after),
        *_judged(ledger, first, last),
    )
    held = {card.id for card in ledger.cards(known=first)}
    new = sum(card.id not in held for card in ledger.cards(known=last))
    return Difference(since, until, changes, new)


def point_of(ledger: Ledger, text: str) -> datetime | None:
    """Return the moment that a user names: an entry, a day, a moment or a snapshot; ``None`` for now.

    Raises:
        NameUnknownError: There is no such entry or snapshot.
    """
    if not text:
        return None
    number = text.removeprefix("entry:")
    if number.isdigit() and (number != text or len(number) < len("20220720")):
        found = next((entry for entry in ledger.entries() if entry.number == int(number)), None)
        if found is None:
            raise NameUnknownError("entry", text)
        return found.recorded
    return parse_horizon(None, resolve_known(ledger, text)).known


Held = Mapping[ClaimId, HeldClaim]
Entries = Mapping[int, Entry]


def _learnt(before: Held, after: Held, entries: Entries) -> Iterator[Change]:
    for name, held in after.items():
        if name not in before:
            yield _change(LEARNT, name, sentence_of(held.claim), entries.get(held.entry))


def _superseded(ledger: Ledger, before: Held, after: Held, last: datetime | None, entries: Entries) -> Iterator[Change]:
    for name, held in before.items():
        if name not in after:
            found = ledger.claim(name, last)
            number = None if found is None else found.superseded
            yield _change(SUPERSEDED, name, sentence_of(held.claim), entries.get(number or 0))


def _changed(before: Held, after: Held) -> Iterator[Change]:
    for name, held in after.items():
        was = before.get(name)
        if was is not None and was.claim != held.claim:
            old, new = _told(was), _told(held)
            if old != new:
                yield _change(CHANGED, name, f"{old} → {new}", None)


def _judged(ledger: Ledger, first: datetime | None, last: datetime | None) -> Iterator[Change]:
    horizon = Horizon(known=last)
    shelf = Shelf(ledger, last)
    for held in ledger.judgements(last):
        if first is None or held.recorded > first:
            row = judgement_row(ledger, shelf, held, horizon)
            ruling = held.judgement
            said = f"{ruling_text(held)}: {row.about}"
            yield Change(JUDGED, ruling.subject, said, held.entry, held.recorded, ruling.reviewer, ruling.reason)


def _told(held: HeldClaim) -> str:
    day = "no date" if held.claim.date is None or held.claim.date.edtf is None else held.claim.date.edtf
    denied = ", denied" if held.claim.negated else ""
    return f"{sentence_of(held.claim)} ({day}, {held.claim.status.value}{denied})"


def _change(what: str, name: str, said: str, entry: Entry | None) -> Change:
    if entry is None:
        return Change(what, name, said, None, None, "", "")
    return Change(what, name, said, entry.number, entry.recorded, entry.by, entry.why)
