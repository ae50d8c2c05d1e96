"""Judgements by programs: the same rulings as on the pages and on the command line, with a token."""

from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi import APIRouter, Depends
from starlette.requests import Request

from dragoman.accounts.role import Permission
from dragoman.accounts.trail import Act, record_alone
from dragoman.answers.judging import Ruled
from dragoman.api import record_judgement
from dragoman.claims.judgement import Ruling
from dragoman.errors import NotAllowedError
from dragoman.web.described import PROBLEMS
from dragoman.web.interface import PREFIX, Here, Json
from dragoman.web.people import doer_of
from dragoman.web.visitor import needs, visitor_of


def needs_token(request: Request) -> None:
    """Refuse a browser: what is sent here carries no sign that its owner meant it.

    Raises:
        NotAllowedError: No token came along.
    """
    visitor = visitor_of(request)
    if visitor.scopes is None:
        raise NotAllowedError(visitor.name, "judge by this address", "a token")


may_judge = [Depends(needs(Permission.REVIEW)), Depends(needs_token)]
router = APIRouter(prefix=PREFIX, dependencies=may_judge, responses=PROBLEMS)


@dataclass(frozen=True, slots=True)
class GivenRuling:
    """What a program rules for its owner.

    Attributes:
        ruling: What is ruled.
        subject: A claim or a dispute by the beginning of its identifier, or a name.
        reason: Why, in words.
        others: The claims that a preferred one goes before; the other names; for a dispute claims of the side that
            holds, or one of `left`, `right` and `neither`.
        changes: For an amendment, the new value of each field.
    """

    ruling: Ruling
    subject: str
    reason: str
    others: tuple[str, ...] = ()
    changes: dict[str, str] = field(default_factory=dict)


@router.post("/judgements", status_code=HTTPStatus.CREATED)
def post_judgement(site: Here, given: GivenRuling) -> Json:
    """Record a ruling; needs a token with the scope `review`. Later rulings weigh over earlier ones, all stay."""
    visitor = site.visitor
    changes = tuple(given.changes.items())
    ruled = Ruled(given.ruling, given.subject, visitor.name, given.reason.strip(), given.others, changes)
    held = record_judgement(site.ledger, ruled)
    act = Act("judge", held.judgement.subject, f"{held.judgement.ruling.value}, entry {held.entry}")
    record_alone(site.people, doer_of(visitor), act)
    return held.to_dict()
