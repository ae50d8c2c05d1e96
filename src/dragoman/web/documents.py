"""Pages about one document."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from dragoman.answers.listing import find_document
from dragoman.api import ClaimConditions, list_claims
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of
from dragoman.web.talk import talk_of
from dragoman.web.views.document import show_document

router = APIRouter(include_in_schema=False)

page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Limits = Annotated[Asked, Depends(read_asked)]


@page("/documents/{document}")
def document_page(site: Here, asked: Limits, document: str) -> Response:
    """Show a document with its claims."""
    found = find_document(site.ledger, document)
    conditions = ClaimConditions(document=found.id)
    claims = list_claims(site.ledger, conditions=conditions, known=asked.horizon.known)
    return site.page("document.html", show_document(found, claims.citations, asked), talk=talk_of(site, found.id))
