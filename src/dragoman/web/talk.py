"""Comments under documents and claims: saying something, hiding it, and showing it again."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from dragoman.accounts.comments import add_comment, find_comments, moderate
from dragoman.accounts.role import Permission
from dragoman.claims.claim import ClaimId
from dragoman.documents.document import DocumentId
from dragoman.web.forms import Form, read_form
from dragoman.web.people import doer_of
from dragoman.web.site import Site, site_of
from dragoman.web.views.talk import NO_TALK, Talk, show_talk
from dragoman.web.visitor import needs

router = APIRouter(include_in_schema=False)
Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Form, Depends(read_form)]
DOCUMENT = "sha256:"
MISSING = HTTPException(HTTPStatus.NOT_FOUND, "The ledger holds nothing of this name to speak about.")


@router.post("/comments", dependencies=[Depends(needs(Permission.COMMENT))])
def say(site: Here, form: Sent) -> Response:
    """Say something about a document or a claim."""
    about = form.text("about")
    if not _is_held(site, about):
        raise MISSING
    visitor = site.visitor
    add_comment(site.people, about, form.text("text"), account=visitor.account, doer=doer_of(visitor))
    return _back(about)


@router.post("/comments/{number}/{change}", dependencies=[Depends(needs(Permission.MODERATE))])
def hide_or_restore(site: Here, form: Sent, number: int, change: str) -> Response:
    """Hide a comment or show it again, with a reason that everybody sees."""
    if change not in {"hide", "restore"}:
        raise MISSING
    moderator = (site.visitor.account, doer_of(site.visitor))
    about = moderate(site.people, number, is_hidden=change == "hide", reason=form.text("reason"), moderator=moderator)
    if about is None:
        raise MISSING
    return _back(about)


def talk_of(site: Site, about: str) -> Talk:
    """Return what is said about a document or a claim, as the visitor may see it."""
    if site.accounts is None:
        return NO_TALK
    return show_talk(about, tuple(find_comments(site.accounts, about)), site.visitor)


def _is_held(site: Site, about: str) -> bool:
    if about.startswith(DOCUMENT):
        return site.ledger.document(DocumentId(about)) is not None
    found = site.ledger.claim(ClaimId(about))
    return found is not None and found.claim.id == about


def _back(about: str) -> Response:
    place = f"/documents/{about}" if about.startswith(DOCUMENT) else f"/claims/{about}"
    return RedirectResponse(f"{place}#comments", HTTPStatus.SEE_OTHER)
