"""Text columns that hold every text, in the same order of characters, in every database.

PostgreSQL refuses the character NUL, and compares texts by the language of the server unless it is told
to compare code points, as SQLite does.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

_ESCAPE = "\ufffe"
"""A noncharacter, which no text should have: it is doubled where one has it all the same."""

_NUL = _ESCAPE + "0"
POSTGRESQL = "postgresql"


class PlainText(sa.types.TypeDecorator[str]):
    """Text of any characters but halves of surrogate pairs."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Return the type of the database: on PostgreSQL one that compares code points."""
        return dialect.type_descriptor(sa.Text(collation="C") if dialect.name == POSTGRESQL else sa.Text())

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[str | None], str | None] | None:
        """Return what makes the text as it is stored, or ``None`` where it is stored as it is."""
        return super().bind_processor(dialect) if dialect.name == POSTGRESQL else None

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[str | None], str | None] | None:
        """Return what makes the text as it was, or ``None`` where it is stored as it is."""
        return super().result_processor(dialect, coltype) if dialect.name == POSTGRESQL else None

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Return the text as it is stored."""
        return escape_text(value) if value is not None and dialect.name == POSTGRESQL else value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Return the text as it was."""
        return unescape_text(value) if value is not None and dialect.name == POSTGRESQL else value


def escape_text(text: str) -> str:
    """Return a text without NUL, from which :func:`unescape_text` makes the same again."""
    return text.replace(_ESCAPE, _ESCAPE * 2).replace("\0", _NUL)


def unescape_text(text: str) -> str:
    """Return the text of :func:`escape_text`."""
    if _ESCAPE not in text:
        return text
    return _ESCAPE.join(part.replace(_NUL, "\0") for part in text.split(_ESCAPE * 2))
