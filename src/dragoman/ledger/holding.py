"""What a database holds already of a coding, asked in a few statements."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from dragoman.claims.coding import Coding
from dragoman.documents.document import Document
from dragoman.ledger import rows, schema
from dragoman.ledger.novelty import Held
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
    link, fault = schema.links.c, schema.faults.c
    return Held(
        text=text,
        claims=claims,
        uncoded=uncoded,
        disputes=_keys(connection, [schema.disputes.c.id], schema.disputes.c.id, [d.id for d in coding.disputes]),
        links=_keys(
            connection,
            [link.source, link.kind, link.target, link.target_name],
            link.source,
            {one.source for one in coding.links},
        ),
        faults=_keys(
            connection,
            [fault.document, fault.stage, fault.reason, fault.start, fault.end],
            fault.document,
            {one.document for one in coding.faults} | ({document.id} if document is not None else set()),
        ),
        of_others=standing.of_others,
        fallen=standing.fallen,
    )


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
