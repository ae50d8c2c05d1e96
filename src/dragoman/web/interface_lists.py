"""Lists for programs, a page at a time: documents and claims in the order of recording.

Each page gives the ``next`` cursor: the identifier of its last row. What is recorded later stands behind all that was
there, so that no row is passed over and none comes twice.
"""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query

from dragoman.answers.listing import NO_CONDITIONS, DocumentList
from dragoman.api import ClaimConditions, ClaimKind, ClaimList, list_claims, list_documents
from dragoman.errors import NameUnknownError
from dragoman.web.described import PROBLEMS, answers_with
from dragoman.web.interface import MOST, PREFIX, Here, Json, Times

router = APIRouter(prefix=PREFIX, responses=PROBLEMS)

Limit = Annotated[int, Query(ge=1, le=MOST, description="Most rows of this page")]
Cursor = Annotated[str, Query(description="What the page before gave as `next`")]
Row = TypeVar("Row")


@router.get("/documents", responses=answers_with("documents"))
def get_documents(site: Here, asked: Times, limit: Limit = MOST, cursor: Cursor = "") -> Json:
    """List the documents, a page at a time."""
    answer = list_documents(site.ledger, known=asked.horizon.known)
    rows, following = _page(answer.rows, lambda row: row.page.id, limit, cursor)
    return {**DocumentList(answer.horizon, rows).to_dict(), "next": following}


@router.get("/claims", responses=answers_with("claims"))
def get_claims(
    site: Here,
    asked: Times,
    kind: Annotated[tuple[ClaimKind, ...], Query(description="Only claims of these kinds")] = NO_CONDITIONS.kinds,
    limit: Limit = 100,
    cursor: Cursor = "",
) -> Json:
    """List the claims, a page at a time."""
    answer = list_claims(site.ledger, conditions=ClaimConditions(kinds=kind), **asked.times)
    rows, following = _page(answer.citations, lambda row: row.claim.id, limit, cursor)
    return {**ClaimList(answer.horizon, rows).to_dict(), "next": following}


def _page(
    rows: Sequence[Row], name: Callable[[Row], str], limit: int, cursor: str
) -> tuple[tuple[Row, ...], str | None]:
    """Return the rows behind a cursor, and the cursor behind them.

    Raises:
        NameUnknownError: No row of the list is called so.
    """
    names = [name(row) for row in rows]
    if cursor and cursor not in names:
        raise NameUnknownError("row of this list", cursor)
    rest = rows[names.index(cursor) + 1 if cursor else 0 :]
    return tuple(rest[:limit]), name(rest[limit - 1]) if len(rest) > limit else None
