"""Writes what is new in a coding as rows, in the transaction that is handed over."""

from collections.abc import Sequence

import sqlalchemy as sa

from dragoman.claims.ledger import Entry
from dragoman.ledger import rows, schema
from dragoman.ledger.moment import moment_number
from dragoman.ledger.novelty import Novelty


def record_novelty(connection: sa.Connection, novelty: Novelty, entry: Entry) -> None:
    """Write an entry with everything that it records."""
    connection.execute(sa.insert(schema.entries), rows.entry_row(entry))
    if novelty.document is not None:
        _insert(
            connection,
            schema.documents,
            _numbered(connection, schema.documents, [rows.document_row(novelty.document)], entry),
        )
        if novelty.document.content:
            _insert(connection, schema.contents, [rows.content_row(novelty.document)])
    claims = _numbered(connection, schema.claims, [rows.claim_row(new) for new in novelty.claims], entry)
    _insert(connection, schema.claims, claims)
    sides = [rows.participant_rows(new.claim, row["number"]) for new, row in zip(novelty.claims, claims, strict=True)]
    _insert(connection, schema.claim_participants, [row for group in sides for row in group])
    _record_disputes(connection, novelty, entry)
    links = [rows.link_row(link) for link in novelty.links]
    _insert(connection, schema.links, _numbered(connection, schema.links, links, entry))
    if novelty.subject is not None:
        uncoded = [rows.uncoded_row(novelty.subject, stretch) for stretch in novelty.uncoded]
        _insert(connection, schema.uncoded, _numbered(connection, schema.uncoded, uncoded, entry))
    standings = [rows.standing_row(one) for one in novelty.standings]
    _insert(connection, schema.standings, _numbered(connection, schema.standings, standings, entry))
    moment = {"recorded": moment_number(entry.recorded)}
    faults = [rows.fault_row(fault) | moment for fault in novelty.faults]
    _insert(connection, schema.faults, _numbered(connection, schema.faults, faults, entry))
    decisions = [rows.decision_row(decision) for decision in novelty.decisions]
    _insert(connection, schema.decisions, _numbered(connection, schema.decisions, decisions, entry))


def _record_disputes(connection: sa.Connection, novelty: Novelty, entry: Entry) -> None:
    plain = [rows.dispute_row(dispute) for dispute in novelty.disputes]
    disputes = _numbered(connection, schema.disputes, plain, entry)
    _insert(connection, schema.disputes, disputes)
    sides = [rows.side_rows(one, row["number"]) for one, row in zip(novelty.disputes, disputes, strict=True)]
    _insert(connection, schema.dispute_claims, [row for group in sides for row in group])


def _numbered(connection: sa.Connection, table: sa.Table, plain: Sequence[rows.Row], entry: Entry) -> list[rows.Row]:
    if not plain:
        return []
    # Nobody else writes in the meantime: a writing transaction holds the ledger alone.
    last = connection.execute(sa.select(sa.func.max(table.c.number))).scalar() or 0
    return [row | {"number": last + place, "entry": entry.number} for place, row in enumerate(plain, start=1)]


def _insert(connection: sa.Connection, table: sa.Table, plain: Sequence[rows.Row]) -> None:
    if plain:
        connection.execute(sa.insert(table), plain)
