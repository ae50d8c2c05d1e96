"""The index of bands of hashes by which a store finds the documents that may be near-duplicates of another.

A band is written as one word of ASCII, and the index holds the words of each document as the index of words does
(:mod:`dragoman.ledger.word_index`). It is made from texts that the digests cover and can be made again from them: it is
no part of what is sealed. Texts that are too short to tell a reprint from a formula have no bands and no row.
"""

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from dragoman.documents.document import Document
from dragoman.documents.likeness import find_bands
from dragoman.ledger.plain_text import POSTGRESQL

TABLE = "document_bands"

_MAKE = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5 (bands, content='', columnsize=0, detail=none, tokenize='ascii')",
    ),
    POSTGRESQL: (
        f"CREATE TABLE {TABLE} (document integer PRIMARY KEY REFERENCES documents (number), bands tsvector NOT NULL)",
        f"CREATE INDEX {TABLE}_bands ON {TABLE} USING gin (bands)",
    ),
}
_INSERT = {
    "sqlite": sa.text(f"INSERT INTO {TABLE} (rowid, bands) VALUES (:number, :bands)"),  # noqa: S608 - names of our own
    POSTGRESQL: sa.text(
        f"INSERT INTO {TABLE} VALUES (:number, array_to_tsvector(string_to_array(:bands, ' ')))"  # noqa: S608 - the same
    ),
}
_FIND = {
    "sqlite": sa.text(f"SELECT rowid AS number FROM {TABLE} WHERE {TABLE} MATCH :asked").columns(number=sa.Integer),  # noqa: S608
    POSTGRESQL: sa.text(
        f"SELECT document AS number FROM {TABLE} WHERE bands @@ CAST(:asked AS tsquery)"  # noqa: S608 - the same
    ).columns(number=sa.Integer),
}
_JOIN = {"sqlite": (" OR ", '"{}"'), POSTGRESQL: (" | ", "'{}'")}


def make_likeness_index(connection: sa.Connection) -> None:
    """Make the index, empty."""
    for statement in _MAKE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def record_bands(connection: sa.Connection, documents: Iterable[tuple[int, Document]]) -> None:
    """Put documents into the index.

    Args:
        connection: In the transaction that records the documents.
        documents: Number of the row of each, and the document.
    """
    banded = ((number, find_bands(document)) for number, document in documents)
    found = [{"number": number, "bands": " ".join(bands)} for number, bands in banded if bands]
    if found:
        connection.execute(_INSERT[connection.dialect.name], found)


def documents_near(connection: sa.Connection, bands: Collection[str]) -> sa.Select[tuple[int]]:
    """Return the statement for the numbers of the documents that have one of some bands.

    Args:
        connection: Says which database is asked.
        bands: At least one.
    """
    joiner, form = _JOIN[connection.dialect.name]
    asked = joiner.join(form.format(band) for band in bands)
    found = _FIND[connection.dialect.name].bindparams(asked=asked).subquery("near")
    return sa.select(found.c.number)
