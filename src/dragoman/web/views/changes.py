"""What was recorded since a day, the newest first; also as a feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from dragoman.answers.citation import Shelf
from dragoman.claims.decision import EntryKind
from dragoman.claims.ledger import Entry
from dragoman.web.asked import Asked
from dragoman.web.views.frame import Format, Frame

MOST = 200
KINDS = {
    EntryKind.CODING: "A document",
    EntryKind.FAULT: "Something that could not be read",
    EntryKind.JUDGEMENT: "A judgement",
    EntryKind.MATCH: "A match of names",
    EntryKind.POLICY: "A policy",
    EntryKind.SNAPSHOT: "A snapshot",
    EntryKind.RUN: "A run of the coder",
    EntryKind.UPGRADE: "A newer schema of the ledger",
}
"""What to call an entry that is about no document."""

START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the ledger.

    Attributes:
        id: The beginning of its digest as a URN, for feeds.
        number: Its number.
        recorded: Moment of recording, ISO 8601.
        title: Title or name of the document, or what the entry records.
        said: What was added, by whom and what for.
        address: Page of the document; of these changes where there is none.
    """

    id: str
    number: int
    recorded: str
    title: str
    said: str
    address: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What was recorded since a day.

    Attributes:
        frame: What stands around it.
        since: The day, or ``""``.
        updated: Moment of the newest change, ISO 8601.
        changes: The newest first.
        more: How many older ones are not shown.
    """

    frame: Frame
    since: str
    updated: str
    changes: tuple[Change, ...]
    more: int


def show_changes(entries: Iterable[Entry], shelf: Shelf, asked: Asked, since: Asked) -> ChangesPage:
    """Lay out entries.

    Args:
        entries: Of the ledger, by number.
        shelf: Their documents.
        asked: The moment of knowledge that links carry on.
        since: Has the day from whose beginning entries are shown as ``as_of``, or nothing for all.
    """
    first = since.horizon.day
    kept = [entry for entry in entries if first is None or entry.recorded.date() >= first][::-1]
    return ChangesPage(
        frame=Frame(
            "Changes",
            here="changes",
            asked=asked,
            others=(Format("application/atom+xml", asked.at("changes.atom"), "Atom feed"),),
        ),
        since=since.as_of,
        updated=(kept[0].recorded if kept else START).isoformat(),
        changes=tuple(_change(entry, shelf, asked) for entry in kept[:MOST]),
        more=max(len(kept) - MOST, 0),
    )


def _change(entry: Entry, shelf: Shelf, asked: Asked) -> Change:
    page = None if entry.document is None else shelf.page(entry.document)
    counts = f"{entry.added} new claim{'' if entry.added == 1 else 's'}"
    counts += f", {entry.superseded} superseded" if entry.superseded else ""
    return Change(
        id=UUID(entry.digest[:32]).urn,
        number=entry.number,
        recorded=entry.recorded.isoformat(timespec="seconds"),
        title=KINDS[entry.kind] if page is None else page.title or page.name,
        said=(f"by {entry.by}" if page is None else f"{counts}, added by {entry.by}")
        + (f": {entry.why}" if entry.why else ""),
        address=asked.at("changes") if page is None else asked.at("documents", page.id),
    )
