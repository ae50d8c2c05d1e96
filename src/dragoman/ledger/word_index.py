"""The index of words by which a store finds the documents that may hold a phrase.

It holds each word of a document once, so that its size stays small; whether the words follow each other is looked up in
the text. Words are written in ASCII (others by the hexadecimal digits of their UTF-8), so that no database cuts
them up by rules of its own: FTS5 on SQLite, a GIN index over a `tsvector` on PostgreSQL.
The index is made from texts that the digests cover and can be made again from them: it is no part of what is sealed.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from dragoman.documents.words import distinct_words
from dragoman.ledger.plain_text import POSTGRESQL

TABLE = "document_words"
MOST_BYTES = 500_000
"""Room for the words of one document: a `tsvector` holds no more than a megabyte."""

_MAKE = {
    "sqlite": (
        f"""CREATE VIRTUAL TABLE {TABLE} USING fts5
        (words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'")""",
    ),
    POSTGRESQL: (
        f"CREATE TABLE {TABLE} (document integer PRIMARY KEY REFERENCES documents (number), words tsvector NOT NULL)",
        f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
    ),
}
_INSERT = {
    "sqlite": sa.text(f"INSERT INTO {TABLE} (rowid, words) VALUES (:number, :words)"),  # noqa: S608 - names of our own
    POSTGRESQL: sa.text(
        f"INSERT INTO {TABLE} VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))"  # noqa: S608 - the same
    ),
}
_FIND = {
    "sqlite": sa.text(f"SELECT rowid AS number FROM {TABLE} WHERE {TABLE} MATCH :asked").columns(number=sa.Integer),  # noqa: S608
    POSTGRESQL: sa.text(
        f"SELECT document AS number FROM {TABLE} WHERE words @@ CAST(:asked AS tsquery)"  # noqa: S608 - the same
    ).columns(number=sa.Integer),
}
_JOIN = {"sqlite": (" AND ", '"{}"'), POSTGRESQL: (" & ", "'{}'")}


def make_word_index(connection: sa.Connection) -> None:
    """Make the index, empty."""
    for statement in _MAKE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def record_words(connection: sa.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Put the words of documents into the index.

    Args:
        connection: In the transaction that records the documents.
        texts: Number of the row and text of each, of at least one.
    """
    found = [{"number": number, "words": " ".join(written_words(text))} for number, text in texts]
    connection.execute(_INSERT[connection.dialect.name], found)


def documents_with(connection: sa.Connection, words: Iterable[str]) -> sa.Select[tuple[int]]:
    """Return the statement for the numbers of the documents that have all of some folded words.

    Args:
        connection: Says which database is asked.
        words: At least one.
    """
    joiner, form = _JOIN[connection.dialect.name]
    asked = joiner.join(form.format(_written(word)) for word in dict.fromkeys(words))
    found = _FIND[connection.dialect.name].bindparams(asked=asked).subquery("found")
    return sa.select(found.c.number)


def written_words(text: str) -> Sequence[str]:
    """Return the words of a text as they stand in the index: each once, in order, as far as there is room."""
    written: list[str] = []
    room = MOST_BYTES
    for folded in distinct_words(text):
        written.append(_written(folded))
        room -= len(written[-1]) + 1
        if room < 0:
            return written[:-1]
    return written


def _written(word: str) -> str:
    return word if word.isascii() else "_" + word.encode().hex()
