"""What a database holds already of a coding, asked in a few statements."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from dragoman.claims.coding import Coding
from dragoman.documents.document import Document
from dragoman.ledger import schema
from dragoman.ledger.novelty import Held
from dragoman.ledger.rows import text_digest

# SQLite before 3.32 takes at most 999 values in one statement.
MOST_VALUES = 900


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
    )


def _held_text(connection: sa.Connection, document: Document) -> str | None:
    table = schema.documents.c
    digest = connection.execute(sa.select(table.text_digest).where(table.id == document.id)).scalar()
    if digest is None or digest == text_digest(document.text):
        return None if digest is None else document.text
    text: str = connection.execute(sa.select(table.text).where(table.id == document.id)).scalar_one()
    return text


def _keys(
    connection: sa.Connection, columns: Sequence[sa.Column[Any]], where: sa.Column[Any], values: Iterable[str]
) -> frozenset[Any]:
    wanted = sorted(values)
    found: set[object] = set()
    for first in range(0, len(wanted), MOST_VALUES):
        rows = connection.execute(sa.select(*columns).where(where.in_(wanted[first : first + MOST_VALUES])))
        found.update(row[0] if len(columns) == 1 else tuple(row) for row in rows)
    return frozenset(found)
