"""The statements that find the claims of a query through the indexes, page by page.

A participant's claims are read off the key of ``claim_participants`` in the order of their numbers, those of two
participants off ``claim_pairs``: a page costs as much as it holds, however many claims either of them has.
Statements are made once for each shape of a query, with parameters for its values: making one takes longer than
most pages take to be found.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from dragoman.claims.claim import ClaimKind
from dragoman.claims.ledger import ClaimQuery
from dragoman.ledger import schema

EVERY_ENTRY = 2**31 - 1
"""Number of no entry: all are before it."""

Known = int | sa.BindParameter[int]
LAST, AFTER, PAGE = (sa.bindparam(name, type_=sa.Integer) for name in ("last", "after", "page"))
"""Parameters of every page: the last entry that is known, the number of the row before, and how many rows."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A statement with its values; a page of it needs ``last``, ``after`` and ``page`` beside them.

    Attributes:
        statement: A page of claims with the moments of their entries, by number.
        values: Its other parameters.
    """

    statement: sa.Select[Any]
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a query asks for, without the values.

    Attributes:
        sides: For each participant that it names, the side, or ``None`` for either.
        is_pair: Whether the first two are different ones, so that their pair leads to the claims.
        mode: Whether it names one mode.
        kind: Whether it names one kind, which is not that of events, and leads by it.
        fields: The columns of claims of which it gives values.
    """

    sides: tuple[str | None, ...]
    is_pair: bool
    mode: bool
    kind: bool
    fields: tuple[str, ...]


def select_claims(query: ClaimQuery) -> tuple[Selection, ...]:
    """Return how to find the claims of a query: each claim by exactly one of the selections.

    Args:
        query: What to find; its moment of knowledge is not looked at.
    """
    parts = _parts(query)
    names = list(dict.fromkeys(name for name, _ in parts))
    is_pair = len(names) > 1
    if is_pair:
        # The two that lead come first.
        parts.sort(key=lambda part: names.index(part[0]) if part[0] in names[:2] else len(names))
    values: dict[str, object] = {f"name{place}": name for place, (name, _) in enumerate(parts)}
    if is_pair:
        values |= dict(zip(("one", "other"), sorted(names[:2]), strict=True))
    fields, given = _fields(query)
    values |= given
    lead = bool(parts) and not is_pair
    by_mode = bool(query.modes) and query.document is None and not query.documents and not is_pair
    kinds = sorted({kind.value for kind in query.kinds})
    by_kind = lead and not by_mode and bool(kinds) and ClaimKind.EVENT not in query.kinds
    shape = Shape(tuple(side for _, side in parts), is_pair, by_mode, by_kind, fields)
    statement = claims_page(shape)
    if by_mode:
        # One statement for several modes would sort all their claims anew for each page.
        return tuple([Selection(statement, values | {"mode": mode}) for mode in sorted(set(query.modes))])
    if by_kind:
        return tuple([Selection(statement, values | {"kind": kind}) for kind in kinds])
    return (Selection(statement, values),)


@lru_cache(maxsize=512)
def claims_page(shape: Shape) -> sa.Select[Any]:
    """Return the statement for a page of the claims that a query of a shape asks for."""
    claims = schema.claims.c
    statement, number = _led(shape)
    for place, side in enumerate(shape.sides):
        if shape.is_pair or place > 0:
            other = schema.claim_participants.alias()
            is_part = sa.and_(other.c.claim == number, other.c.id == sa.bindparam(f"name{place}", type_=schema.NAME))
            statement = statement.where(
                sa.exists().where(is_part if side is None else is_part & (other.c.side == side))
            )
    for name in shape.fields:
        statement = statement.where(claims[name].in_(sa.bindparam(f"in_{name}", expanding=True)))
    return statement.where(number > AFTER).order_by(number).limit(PAGE)


def counts(name: sa.ColumnElement[str], last: Known) -> sa.ColumnElement[bool]:
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


def all_claims(last: Known) -> sa.Select[Any]:
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


def standing_claims(last: Known) -> sa.Select[Any]:
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


def _parts(query: ClaimQuery) -> list[tuple[str, str | None]]:
    """Return who must take part, and on which side."""
    asked = [(query.participant, None), (query.actor, "actor"), (query.recipient, "recipient")]
    asked += [(name, None) for name in query.pair or ()]
    return [(name, side) for name, side in asked if name is not None]


def _fields(query: ClaimQuery) -> tuple[tuple[str, ...], dict[str, object]]:
    """Return the columns of claims of which a query gives values, and the values."""
    documents = set(query.documents) if query.documents else None
    if query.document is not None:
        documents = {query.document} & (documents or {query.document})
    asked = {
        "kind": sorted({kind.value for kind in query.kinds}),
        "mode": sorted(set(query.modes)),
        "document": None if documents is None else sorted(documents),
    }
    given = {name: found for name, found in asked.items() if found or (name == "document" and found is not None)}
    return tuple(given), {f"in_{name}": found for name, found in given.items()}


def _led(shape: Shape) -> tuple[sa.Select[Any], sa.ColumnElement[int]]:
    """Return the claims of what leads to them, and the column by whose numbers they are paged."""
    claims, statement = schema.claims.c, standing_claims(LAST)
    mode, kind = sa.bindparam("mode", type_=schema.NAME), sa.bindparam("kind", type_=schema.NAME)
    if shape.is_pair:
        pair = schema.claim_pairs.alias()
        is_pair = sa.and_(
            pair.c.one == sa.bindparam("one", type_=schema.NAME),
            pair.c.other == sa.bindparam("other", type_=schema.NAME),
        )
        return statement.join(pair, pair.c.claim == claims.number).where(is_pair), pair.c.claim
    if not shape.sides:
        return (statement.where(claims.mode == mode) if shape.mode else statement), claims.number
    leader, side = schema.claim_participants.alias(), shape.sides[0]
    statement = statement.join(leader, leader.c.claim == claims.number)
    statement = statement.where(leader.c.id == sa.bindparam("name0", type_=schema.NAME))
    if shape.mode:
        statement = statement.where(leader.c.mode == mode)
    if shape.kind:
        # The words of the condition under which the index is kept.
        statement = statement.where(leader.c.kind == kind, leader.c.kind != sa.literal_column("'event'"))
    if side is None:
        # Who stands on both sides has two rows: the earlier one counts.
        twin = schema.claim_participants.alias()
        same = sa.and_(twin.c.id == leader.c.id, twin.c.claim == leader.c.claim, twin.c.side < leader.c.side)
        statement = statement.where(~sa.exists().where(same))
    else:
        statement = statement.where(leader.c.side == side)
    return statement, leader.c.claim
