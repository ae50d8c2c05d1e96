"""Checks that claims and disputes are filed under what they state: the columns and tables that find them.

The digest of an entry covers the JSON of its claims and disputes. Of that JSON only the few fields that are filed are
read here, by msgspec, which passes over the others: most of the time of verifying would go into building what nobody
looks at.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from operator import itemgetter

import msgspec
import sqlalchemy as sa

from dragoman.ledger import schema
from dragoman.ledger.moment import day_number

Rows = Sequence[sa.RowMapping]
UNREADABLE = (msgspec.MsgspecError, ValueError, IndexError)
COLUMNS = ("id", "document", "kind", "mode", "status", "negated", "earliest", "latest", "outermost", "innermost")


_filed: Callable[[sa.RowMapping], tuple[object, ...]] = itemgetter(*COLUMNS)


class _Named(msgspec.Struct):
    id: str


class _Dated(msgspec.Struct):
    earliest: str | None = None
    latest: str | None = None


class _Hop(msgspec.Struct):
    source: str


class _Claim(msgspec.Struct):
    id: str
    document: str
    kind: str
    mode: str | None
    status: str
    negated: bool
    date: _Dated | None
    chain: list[_Hop]
    actors: list[_Named]
    recipients: list[_Named]


class _Dispute(msgspec.Struct):
    id: str
    kind: str
    left: list[str]
    right: list[str]


_read_claim = msgspec.json.Decoder(_Claim).decode
_read_dispute = msgspec.json.Decoder(_Dispute).decode

Side = tuple[str, str, str | None, str | None]
"""Side, identifier, kind and mode of one who takes part in a claim."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What the tables that find claims and disputes have of some of them, by number.

    Attributes:
        sides: Who takes part in each claim.
        pairs: Each two of them.
        disputed: Side and claim of each dispute.
    """

    sides: Mapping[int, set[Side]]
    pairs: Mapping[int, set[tuple[str, str]]]
    disputed: Mapping[int, set[tuple[str, str]]]


def read_filed(connection: sa.Connection, claims: Mapping[int, Rows], disputes: Mapping[int, Rows]) -> Filed:
    """Read how claims and disputes are filed.

    Args:
        connection: In the transaction of the check.
        claims: The claims, by entry.
        disputes: The disputes, by entry.
    """
    taking, pairing, side = schema.claim_participants.c, schema.claim_pairs.c, schema.dispute_claims.c
    sides: dict[int, set[Side]] = {}
    pairs: dict[int, set[tuple[str, str]]] = {}
    disputed: dict[int, set[tuple[str, str]]] = {}
    if ends := _ends(claims):
        columns = (taking.claim, taking.side, taking.id, taking.kind, taking.mode)
        for number, *found in connection.execute(sa.select(*columns).where(taking.claim.between(*ends))).all():
            sides.setdefault(number, set()).add(tuple(found))
        found_pairs = sa.select(pairing.claim, pairing.one, pairing.other).where(pairing.claim.between(*ends))
        for number, one, other in connection.execute(found_pairs).all():
            pairs.setdefault(number, set()).add((one, other))
    if ends := _ends(disputes):
        found_sides = sa.select(side.dispute, side.side, side.claim).where(side.dispute.between(*ends))
        for number, name, claim in connection.execute(found_sides).all():
            disputed.setdefault(number, set()).add((name, claim))
    return Filed(sides, pairs, disputed)


def claim_flaws(claims: Rows, filed: Filed) -> Iterator[str]:
    """Yield what is wrong with how claims are filed, in sentences."""
    for row in claims:
        try:
            stated = _read_claim(row["body"])
            columns = _columns(stated)
        except UNREADABLE:
            yield f"The claim {row['id']} cannot be read."
            continue
        held = _filed(row)
        if held != columns:
            wrong = [name for name, one, other in zip(COLUMNS, held, columns, strict=True) if one != other]
            yield f"The claim {row['id']} is filed under another {' and '.join(wrong)} than it states."
        sides = {("actor", one.id, stated.kind, stated.mode) for one in stated.actors}
        sides |= {("recipient", one.id, stated.kind, stated.mode) for one in stated.recipients}
        pairs = set(combinations(sorted({name for _, name, _, _ in sides}), 2))
        if filed.sides.get(row["number"], set()) != sides or filed.pairs.get(row["number"], set()) != pairs:
            yield f"The claim {row['id']} is filed under other participants than it states."


def dispute_flaws(disputes: Rows, filed: Filed) -> Iterator[str]:
    """Yield what is wrong with how disputes are filed, in sentences."""
    for row in disputes:
        try:
            stated = _read_dispute(row["body"])
        except UNREADABLE:
            yield f"The dispute {row['id']} cannot be read."
            continue
        sides = {("left", claim) for claim in stated.left} | {("right", claim) for claim in stated.right}
        held = (row["id"], row["kind"], filed.disputed.get(row["number"], set()))
        if held != (stated.id, stated.kind, sides):
            yield f"The dispute {row['id']} is filed under another id, kind or side than it states."


def _columns(stated: _Claim) -> tuple[object, ...]:
    """Return what a claim states for ``COLUMNS``."""
    day = stated.date or _Dated()
    return (
        stated.id,
        stated.document,
        stated.kind,
        stated.mode,
        stated.status,
        stated.negated,
        _day_number(day.earliest),
        _day_number(day.latest),
        stated.chain[0].source,
        stated.chain[-1].source,
    )


@lru_cache(maxsize=50_000)
def _day_number(written: str | None) -> int | None:
    return None if written is None else day_number(date.fromisoformat(written))


def _ends(found: Mapping[int, Rows]) -> tuple[int, int] | None:
    """Return the first and the last number of rows, which follow each other."""
    numbers = [row["number"] for some in found.values() for row in some]
    return (min(numbers), max(numbers)) if numbers else None
