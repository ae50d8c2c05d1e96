"""Writes what is new in codings as rows, in the transaction that is handed over."""

from collections.abc import Sequence
from functools import lru_cache

import sqlalchemy as sa

from dragoman.claims.ledger import Entry
from dragoman.documents.document import Document
from dragoman.ledger import rows, schema
from dragoman.ledger.likeness_index import record_bands
from dragoman.ledger.moment import moment_number
from dragoman.ledger.novelty import Novelty
from dragoman.ledger.word_index import record_words

PLAIN_ROWS = "sqlite"
"""The database whose driver takes rows as they are, by the names of their columns."""


class Recorder:
    """Gathers the rows of entries and writes them together, which is several times faster than one by one.

    Nobody else writes in the meantime: a writing transaction holds the ledger alone.

    Args:
        connection: In the transaction.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[rows.Row]] = {table.name: [] for table in schema.TABLES}
        self._documents: list[tuple[int, Document]] = []
        self._numbers: dict[str, int] = {}

    def take(self, novelty: Novelty, entry: Entry) -> None:
        """Gather an entry with everything that it records."""
        self._rows[schema.entries.name].append(rows.entry_row(entry))
        if novelty.document is not None:
            (document,) = self._numbered(schema.documents, [rows.document_row(novelty.document)], entry)
            self._documents.append((document["number"], novelty.document))
            if novelty.document.content:
                self._rows[schema.contents.name].append(rows.content_row(novelty.document))
        claims = self._numbered(schema.claims, [rows.claim_row(new) for new in novelty.claims], entry)
        for new, row in zip(novelty.claims, claims, strict=True):
            self._rows[schema.claim_participants.name] += rows.participant_rows(new.claim, row["number"])
            self._rows[schema.claim_pairs.name] += rows.pair_rows(new.claim, row["number"])
        disputes = self._numbered(schema.disputes, [rows.dispute_row(one) for one in novelty.disputes], entry)
        for dispute, row in zip(novelty.disputes, disputes, strict=True):
            self._rows[schema.dispute_claims.name] += rows.side_rows(dispute, row["number"])
        self._take_remarks(novelty, entry)

    def write(self) -> None:
        """Write all that was gathered."""
        for table in schema.TABLES:
            if self._rows[table.name]:
                insert_rows(self._connection, table, self._rows[table.name])
                self._rows[table.name] = []
        if self._documents:
            record_words(self._connection, [(number, document.text) for number, document in self._documents])
            record_bands(self._connection, self._documents)
        self._documents = []

    def _take_remarks(self, novelty: Novelty, entry: Entry) -> None:
        self._numbered(schema.links, [rows.link_row(link) for link in novelty.links], entry)
        if novelty.subject is not None:
            uncoded = [rows.uncoded_row(novelty.subject, stretch) for stretch in novelty.uncoded]
            self._numbered(schema.uncoded, uncoded, entry)
        self._numbered(schema.standings, [rows.standing_row(one) for one in novelty.standings], entry)
        moment = {"recorded": moment_number(entry.recorded)}
        self._numbered(schema.faults, [rows.fault_row(fault) | moment for fault in novelty.faults], entry)
        self._numbered(schema.decisions, [rows.decision_row(decision) for decision in novelty.decisions], entry)

    def _numbered(self, table: sa.Table, plain: Sequence[rows.Row], entry: Entry) -> Sequence[rows.Row]:
        """Gather rows of an entry with the numbers that follow on those of the table."""
        if not plain:
            return ()
        if table.name not in self._numbers:
            self._numbers[table.name] = self._connection.execute(sa.select(sa.func.max(table.c.number))).scalar() or 0
        for number, row in enumerate(plain, start=self._numbers[table.name] + 1):
            row["number"], row["entry"] = number, entry.number
        self._numbers[table.name] += len(plain)
        self._rows[table.name] += plain
        return plain


def insert_rows(connection: sa.Connection, table: sa.Table, found: Sequence[rows.Row]) -> None:
    """Write rows that all have the same columns.

    Args:
        connection: In the transaction.
        table: Where they go.
        found: At least one.
    """
    if connection.dialect.name != PLAIN_ROWS:
        connection.execute(sa.insert(table), found)
        return
    # Going over every value in Python takes as long as writing it.
    connection.exec_driver_sql(_insertion(table, tuple(found[0])), list(found))


@lru_cache(maxsize=64)
def _insertion(table: sa.Table, columns: tuple[str, ...]) -> str:
    named = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f":{name}" for name in columns)
    return f"INSERT INTO {table.name} ({named}) VALUES ({values})"  # noqa: S608 - names of our own
