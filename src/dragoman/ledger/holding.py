"""What a database holds already of a coding, asked in a few statements."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from dragoman.claims.coding import Coding
from dragoman.documents.document import Document
from dragoman.ledger import rows, schema
from dragoman.ledger.novelty import Held, Novelty, fault_key, link_key
from dragoman.ledger.record import Recorder
from dragoman.ledger.selection import EVERY_ENTRY, counts, standing_claims

# SQLite before 3.32 takes at most 999 values in one statement.
MOST_VALUES = 900


class _Standing(NamedTuple):
    of_others: Mapping[str, str | None]
    fallen: frozenset[str]


NONE_STANDING = _Standing({}, frozenset())


def find_held(connection: sa.Connection, coding: Coding) -> Held:
    """Return what of a coding is held: its document's text and claims, and what may be repeated."""
    document = coding.document
    text = None if document is None else _held_text(connection, document)
    claims: frozenset[Any] = frozenset()
    uncoded: frozenset[Any] = frozenset()
    if document is not None and text is not None:
        claims = _keys(connection, [schema.claims.c.id], schema.claims.c.document, [document.id])
        table = schema.uncoded.c
        uncoded = _keys(
            connection, [table.document, table.start, table.end, table.language], table.document, [document.id]
        )
    standing = NONE_STANDING
    if document is not None and text is not None:
        standing = _standing(connection, document, coding.coder)
    return Held(
        text=text,
        claims=claims,
        uncoded=uncoded,
        disputes=_held_disputes(connection, (coding,)),
        links=_held_links(connection, (coding,)),
        faults=_held_faults(connection, (coding,)),
        of_others=standing.of_others,
        fallen=standing.fallen,
    )


class Holdings:
    """What is held of several codings that are recorded together: asked once, then kept up.

    Nearly all codings of a large import are of new documents, of which nothing is held: they need no questions of
    their own.

    Args:
        connection: In the transaction that records them.
        codings: All of them.
    """

    def __init__(self, connection: sa.Connection, codings: Sequence[Coding]) -> None:
        self._connection = connection
        self._is_asked = len(codings) > 1
        if self._is_asked:
            wanted = [coding.document.id for coding in codings if coding.document is not None]
            self._documents = set(_keys(connection, [schema.documents.c.id], schema.documents.c.id, wanted))
            self._disputes = set(_held_disputes(connection, codings))
            self._links = set(_held_links(connection, codings))
            self._faults = set(_held_faults(connection, codings))

    def find_held(self, coding: Coding, recorder: Recorder) -> Held:
        """Return what is held of a coding, with what the recorder has gathered."""
        if not self._is_asked or coding.document is None or coding.document.id in self._documents:
            recorder.write()
            return find_held(self._connection, coding)
        disputes = frozenset([dispute.id for dispute in coding.disputes if dispute.id in self._disputes])
        links = frozenset([key for key in map(link_key, coding.links) if key in self._links])
        return Held(disputes=disputes, links=links, faults=frozenset(self._faults))

    def note(self, novelty: Novelty) -> None:
        """Take notice of what is being recorded."""
        if self._is_asked:
            self._documents |= {novelty.subject} if novelty.subject is not None else set()
            self._disputes |= {dispute.id for dispute in novelty.disputes}
            self._links |= {link_key(link) for link in novelty.links}
            self._faults |= {fault_key(fault) for fault in novelty.faults}


def _held_disputes(connection: sa.Connection, codings: Sequence[Coding]) -> frozenset[Any]:
    names = {dispute.id for coding in codings for dispute in coding.disputes}
    return _keys(connection, [schema.disputes.c.id], schema.disputes.c.id, names)


def _held_links(connection: sa.Connection, codings: Sequence[Coding]) -> frozenset[Any]:
    link = schema.links.c
    sources = {one.source for coding in codings for one in coding.links}
    return _keys(connection, [link.source, link.kind, link.target, link.target_name], link.source, sources)


def _held_faults(connection: sa.Connection, codings: Sequence[Coding]) -> frozenset[Any]:
    fault = schema.faults.c
    names = {one.document for coding in codings for one in coding.faults}
    names |= {coding.document.id for coding in codings if coding.document is not None}
    return _keys(connection, [fault.document, fault.stage, fault.reason, fault.start, fault.end], fault.document, names)


def _standing(connection: sa.Connection, document: Document, coder: str) -> _Standing:
    """Return what of a document counts and is another coder's, and what of it is superseded."""
    entries, disputes = schema.entries.c, schema.disputes.c
    others: dict[str, str | None] = {}
    found = connection.execute(
        sa.select(disputes.id)
        .join(schema.entries, entries.number == disputes.entry)
        .where(entries.document == document.id, entries.coder != coder, counts(disputes.id, EVERY_ENTRY))
    )
    others.update(dict.fromkeys(found.scalars()))
    claims = standing_claims(EVERY_ENTRY).where(schema.claims.c.document == document.id)
    for row in connection.execute(claims).mappings():
        if rows.row_claim(row).claim.coder != coder:
            others[row["id"]] = row["body"]
    fallen: set[str] = set()
    for table in (schema.claims, schema.disputes):
        lost = (
            sa.select(table.c.id)
            .join(schema.entries, entries.number == table.c.entry)
            .where(entries.document == document.id, ~counts(table.c.id, EVERY_ENTRY))
        )
        fallen.update(connection.execute(lost).scalars())
    return _Standing(others, frozenset(fallen))


def _held_text(connection: sa.Connection, document: Document) -> str | None:
    table = schema.documents.c
    digest = connection.execute(sa.select(table.text_digest).where(table.id == document.id)).scalar()
    if digest is None or digest == rows.text_digest(document.text):
        return None if digest is None else document.text
    text: str = connection.execute(sa.select(table.text).where(table.id == document.id)).scalar_one()
    return text


def _keys(
    connection: sa.Connection, columns: Sequence[sa.Column[Any]], where: sa.Column[Any], values: Iterable[str]
) -> frozenset[Any]:
    wanted = sorted(values)
    found: set[object] = set()
    for first in range(0, len(wanted), MOST_VALUES):
        rows_found = connection.execute(sa.select(*columns).where(where.in_(wanted[first : first + MOST_VALUES])))
        found.update(row[0] if len(columns) == 1 else tuple(row) for row in rows_found)
    return frozenset(found)
