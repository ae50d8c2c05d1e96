"""Pages about one claim."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from dragoman.answers.corroboration import find_corroboration
from dragoman.errors import NameUnknownError
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of
from dragoman.web.talk import talk_of
from dragoman.web.views.claim import show_claim

router = APIRouter(include_in_schema=False)

page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Limits = Annotated[Asked, Depends(read_asked)]


@page("/claims/{claim}")
def claim_page(site: Here, asked: Limits, claim: str) -> Response:
    """Show a claim with all that stands behind it."""
    answer = find_corroboration(site.ledger, claim, horizon=asked.horizon)
    document = site.ledger.document(answer.citation.page.id)
    if document is None:
        raise NameUnknownError("document", answer.citation.page.id)
    return site.page("claim.html", show_claim(answer, document, asked), talk=talk_of(site, answer.citation.claim.id))
