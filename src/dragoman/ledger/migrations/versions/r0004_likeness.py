"""What finds near-duplicates among documents that were recorded long ago: bands of hashes of their texts."""

from json import loads

import sqlalchemy as sa
from alembic import op

from dragoman.documents.document import Document
from dragoman.documents.reading import document_from_dict
from dragoman.ledger.likeness_index import TABLE, make_likeness_index, record_bands
from dragoman.ledger.plain_text import POSTGRESQL, PlainText
from dragoman.ledger.triggers import append_only_statements

revision = "0004"
down_revision = "0003"

KEYS = (("document",),)
PAGE = 50
"""Texts that are held in memory at once."""

NESTED = ("rendition", "sections", "metadata")
PLAIN = ("id", "name", "language", "published", "outlet", "retrieved", "text")
DOCUMENTS = sa.table(
    "documents", sa.column("number", sa.Integer), *[sa.column(name, PlainText) for name in (*PLAIN, *NESTED)]
)


def upgrade() -> None:
    """Make the index from the texts that are held, and guard it where that is possible."""
    connection = op.get_bind()
    make_likeness_index(connection)
    last = 0
    while True:
        following = sa.select(DOCUMENTS).where(DOCUMENTS.c.number > last).order_by(DOCUMENTS.c.number).limit(PAGE)
        found = connection.execute(following).mappings().all()
        record_bands(connection, [(row["number"], read_document(row)) for row in found])
        if len(found) < PAGE:
            break
        last = found[-1]["number"]
    # A virtual table of SQLite can have no triggers.
    if connection.dialect.name == POSTGRESQL:
        for statement in append_only_statements(TABLE, KEYS, is_postgresql=True):
            op.execute(statement)


def read_document(row: sa.RowMapping) -> Document:
    """Return the document of a row, without its bytes."""
    return document_from_dict(dict(row) | {name: loads(row[name]) for name in NESTED}, b"")
