"""Entries and the chain of hashes that seals them.

The digest of an entry is a SHA-256 over its content and the digest of the entry before. Who
knows the digest of the last entry can tell later whether any earlier one was altered, left
out or moved. Every ledger makes the same digests from the same history.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from dragoman.claims.decision import EntryKind
from dragoman.claims.ledger import Entry
from dragoman.documents.reading import document_to_dict, link_to_dict
from dragoman.ledger.novelty import Novelty, plain_json, storable

FIRST = "0" * 64
"""Stands for the digest before the first entry."""

NOTHING = "[]"


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, by whom and what for something is recorded.

    Attributes:
        moment: What the ledger's clock shows, UTC.
        by: Who records it.
        why: What for.
        run: Number of the entry that began the run of the coder, or ``None``.
    """

    moment: datetime
    by: str
    why: str
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """What an entry recorded, as the JSON that its digest covers.

    Attributes:
        document: The document that was new, ``null`` where there was none.
        claims: One text for each claim, in the order of recording.
        disputes: A list, as are the next three.
        links: Links between documents.
        uncoded: Start, end and language of each stretch.
        faults: Faults.
        standings: Identifier, whether it counts and its JSON, of what was superseded or found again.
        decisions: Kind, subject and body of what was decided; a list of one, or of none.
    """

    document: str
    claims: tuple[str, ...]
    disputes: str
    links: str
    uncoded: str
    faults: str
    standings: str
    decisions: str = NOTHING


def make_entry(novelty: Novelty, occasion: Occasion, last: Entry | None) -> Entry:
    """Return the sealed entry that records something new.

    Args:
        novelty: What is new.
        occasion: When, by whom, what for. A clock that was set back does not make the entry
            older than the one before.
        last: The entry before, or ``None`` for the first.
    """
    moment = occasion.moment.astimezone(UTC)
    entry = Entry(
        number=1 if last is None else last.number + 1,
        recorded=moment if last is None else max(moment, last.recorded),
        by=storable(occasion.by),
        why=storable(occasion.why),
        coder=novelty.coder,
        document=novelty.subject,
        added=len(novelty.claims),
        superseded=sum(not one.counts for one in novelty.standings),
        kind=novelty.kind,
        run=occasion.run,
    )
    return replace(entry, digest=seal(entry, sealed_content(novelty), FIRST if last is None else last.digest))


def sealed_content(novelty: Novelty) -> Sealed:
    """Return what the digest of an entry covers of something new."""
    return Sealed(
        document=plain_json(novelty.document and document_to_dict(novelty.document)),
        claims=tuple([claim.body for claim in novelty.claims]),
        disputes=plain_json([dispute.to_dict() for dispute in novelty.disputes]),
        links=plain_json([link_to_dict(link) for link in novelty.links]),
        uncoded=plain_json([[one.span.start, one.span.end, one.language] for one in novelty.uncoded]),
        faults=plain_json([fault.to_dict() for fault in novelty.faults]),
        standings=plain_json([[one.name, one.counts, one.body] for one in novelty.standings]),
        decisions=plain_json([[one.kind.value, one.subject, one.body] for one in novelty.decisions]),
    )


def seal(entry: Entry, content: Sealed, previous: str) -> str:
    """Return the digest of an entry: 64 hexadecimal digits.

    Args:
        entry: Its number, moment, persons and reasons; its own digest does not count.
        content: What it recorded.
        previous: Digest of the entry before, ``FIRST`` for the first.
    """
    total = sha256(previous.encode())
    for part in _parts(entry, content):
        written = part.encode()
        # The length before each part keeps two contents from being joined to the same bytes.
        total.update(b"%d:" % len(written) + written)
    return total.hexdigest()


def digest_of_loose(faults: Iterable[Sequence[object]]) -> str:
    """Return the digest that a newer schema seals over the faults that schema 0001 recorded without an entry.

    Args:
        faults: Number, moment, document, stage, reason, start and end of each, by number.
    """
    return sha256(plain_json([list(fault) for fault in faults]).encode()).hexdigest()


def _parts(entry: Entry, content: Sealed) -> Iterator[str]:
    moment = entry.recorded.isoformat()
    counts = (entry.added, entry.superseded)
    yield plain_json([entry.number, moment, entry.by, entry.why, entry.coder, entry.document, *counts])
    yield content.document
    yield from content.claims
    yield from (content.disputes, content.links, content.uncoded, content.faults, content.standings)
    # Schema 0001 knew codings only, outside of any run: their digests stay what they were.
    if entry.kind is not EntryKind.CODING or entry.run is not None or content.decisions != NOTHING:
        yield plain_json([entry.kind.value, entry.run])
        yield content.decisions
