"""The statement that finds the claims of a query through the indexes."""

from typing import Any

import sqlalchemy as sa

from dragoman.claims.ledger import ClaimQuery
from dragoman.ledger import schema


def claims_statement(query: ClaimQuery) -> sa.Select[Any]:
    """Return the statement for the claims of a query, each with the moment of its entry.

    The moment of knowledge in the query is not part of the statement: the ledger limits entries
    by number.
    """
    claims, entries = schema.claims.c, schema.entries.c
    statement = sa.select(claims.number, claims.id, claims.entry, claims.body, entries.recorded).join(
        schema.entries, claims.entry == entries.number
    )
    if query.kinds:
        statement = statement.where(claims.kind.in_([kind.value for kind in query.kinds]))
    if query.modes:
        statement = statement.where(claims.mode.in_(query.modes))
    if query.document is not None:
        statement = statement.where(claims.document == query.document)
    for name, side in _participants(query):
        statement = statement.where(claims.number.in_(_claims_with(name, side)))
    return statement


def _participants(query: ClaimQuery) -> list[tuple[str, str | None]]:
    asked = [(query.participant, None), (query.actor, "actor"), (query.recipient, "recipient")]
    asked += [(name, None) for name in query.pair or ()]
    return [(name, side) for name, side in asked if name is not None]


def _claims_with(name: str, side: str | None) -> sa.Select[tuple[int]]:
    table = schema.claim_participants.c
    statement = sa.select(table.claim).where(table.id == name)
    return statement if side is None else statement.where(table.side == side)
