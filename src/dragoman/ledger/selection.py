"""The statement that finds the claims of a query through the indexes, page by page.

A participant's claims are read off the key of ``claim_participants`` in the order of their
numbers, so that a page costs as much as it holds, however many claims the participant has.
Other participants of the query are then looked up claim by claim: it begins with the rarest.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from dragoman.claims.ledger import ClaimQuery
from dragoman.ledger import schema

# Beyond so many claims it does not matter who has more.
LONGEST_COUNT = 5000
EVERY_ENTRY = 2**31 - 1
"""Number of no entry: all are before it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who must take part in a claim.

    Attributes:
        name: Identifier of the participant.
        side: ``actor``, ``recipient``, or ``None`` for either.
    """

    name: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """A statement, and the column by whose numbers its rows are paged.

    Attributes:
        statement: Claims with the moments of their entries, in no order.
        number: The number of the claim.
    """

    statement: sa.Select[Any]
    number: sa.ColumnElement[int]


def select_claims(connection: sa.Connection, query: ClaimQuery, last: int) -> tuple[Selection, ...]:
    """Return how to find the claims of a query: each claim by exactly one of the selections.

    Args:
        connection: A reading transaction.
        query: What to find; its moment of knowledge is not looked at.
        last: Number of the last entry that is known.
    """
    asked = [(query.participant, None), (query.actor, "actor"), (query.recipient, "recipient")]
    asked += [(name, None) for name in query.pair or ()]
    parts = [Part(name, side) for name, side in asked if name is not None]
    if len(parts) > 1:
        parts.sort(key=lambda part: _count(connection, part))
    selection = _limited(_claims_with(parts, last), query)
    mode = schema.claims.c.mode
    if parts or query.document is not None or query.documents:
        return (_where(selection, mode.in_(query.modes)) if query.modes else selection,)
    # One statement for several modes would sort all their claims anew for each page.
    return tuple([_where(selection, mode == one) for one in sorted(set(query.modes))]) or (selection,)


def counts(name: sa.ColumnElement[str], last: int) -> sa.ColumnElement[bool]:
    """Return whether a claim or dispute is not superseded.

    Args:
        name: The column of its identifier.
        last: Number of the last entry that is known.
    """
    table = schema.standings.c
    latest = (
        sa.select(table.counts)
        .where(table.name == name, table.entry <= last)
        .order_by(table.entry.desc())
        .limit(1)
        .scalar_subquery()
    )
    return sa.func.coalesce(latest, sa.true())


def all_claims(last: int) -> sa.Select[Any]:
    """Return the statement for all claims as they read, also those that are superseded, each with its entry's moment.

    Args:
        last: Number of the last entry that is known.
    """
    claims, entries, table = schema.claims, schema.entries, schema.standings.c
    revised = (
        sa.select(table.body)
        .where(table.name == claims.c.id, table.entry <= last, table.body.is_not(None))
        .order_by(table.entry.desc())
        .limit(1)
        .scalar_subquery()
    )
    body = sa.func.coalesce(revised, claims.c.body).label("body")
    columns = (claims.c.number, claims.c.id, claims.c.entry, body, entries.c.recorded)
    joined = claims.join(entries, claims.c.entry == entries.c.number)
    return sa.select(*columns).select_from(joined).where(claims.c.entry <= last)


def standing_claims(last: int) -> sa.Select[Any]:
    """Return the statement for the claims that count.

    Args:
        last: Number of the last entry that is known.
    """
    return all_claims(last).where(counts(schema.claims.c.id, last))


def select_tallies(last: int) -> sa.Select[Any]:
    """Return the statement for how much is held of each document.

    Args:
        last: Number of the last entry that is known.
    """
    documents, claims, uncoded = schema.documents.c, schema.claims.c, schema.uncoded.c
    counted = sa.select(sa.func.count()).where(
        claims.document == documents.id, claims.entry <= last, counts(claims.id, last)
    )
    stretches = sa.select(sa.func.count()).where(uncoded.document == documents.id, uncoded.entry <= last)
    return sa.select(
        documents.number,
        documents.id,
        counted.scalar_subquery().label("claims"),
        stretches.scalar_subquery().label("uncoded"),
    ).where(documents.entry <= last)


def _claims_with(parts: list[Part], last: int) -> Selection:
    claims = schema.claims.c
    if not parts:
        return Selection(standing_claims(last), claims.number)
    first, *others = parts
    leader = schema.claim_participants.alias()
    statement = standing_claims(last).join(leader, leader.c.claim == claims.number).where(_is_part(leader, first))
    if first.side is None:
        # Who stands on both sides has two rows: the earlier one counts.
        twin = schema.claim_participants.alias()
        same = sa.and_(twin.c.id == leader.c.id, twin.c.claim == leader.c.claim, twin.c.side < leader.c.side)
        statement = statement.where(~sa.exists().where(same))
    for part in others:
        other = schema.claim_participants.alias()
        statement = statement.where(sa.exists().where(other.c.claim == leader.c.claim, _is_part(other, part)))
    return Selection(statement, leader.c.claim)


def _limited(selection: Selection, query: ClaimQuery) -> Selection:
    claims = schema.claims.c
    if query.kinds:
        selection = _where(selection, claims.kind.in_([kind.value for kind in query.kinds]))
    if query.document is not None:
        selection = _where(selection, claims.document == query.document)
    if query.documents:
        selection = _where(selection, claims.document.in_(query.documents))
    return selection


def _where(selection: Selection, condition: sa.ColumnElement[bool]) -> Selection:
    return Selection(selection.statement.where(condition), selection.number)


def _is_part(table: sa.FromClause, part: Part) -> sa.ColumnElement[bool]:
    is_named = table.c.id == part.name
    return is_named if part.side is None else sa.and_(is_named, table.c.side == part.side)


def _count(connection: sa.Connection, part: Part) -> int:
    rows = sa.select(schema.claim_participants.c.claim).where(_is_part(schema.claim_participants, part))
    few = rows.limit(LONGEST_COUNT).subquery()
    return connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one()
