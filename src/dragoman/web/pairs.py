"""Pages about a pair."""

from functools import partial
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from dragoman.answers.narrowing import narrow
from dragoman.answers.relations import find_relations
from dragoman.errors import NameUnknownError
from dragoman.web.asked import Asked, read_asked
from dragoman.web.pair_asked import PairAsked, read_pair_asked
from dragoman.web.site import Site, site_of
from dragoman.web.views.relations import show_relations

router = APIRouter(include_in_schema=False)

page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Limits = Annotated[Asked, Depends(read_asked)]
Part = Annotated[PairAsked, Depends(read_pair_asked)]


@page("/relations")
def pair_page(asked: Limits, a: str = "", b: str = "") -> Response:
    """Send the reader of a form to the page of the pair."""
    if not a.strip() or not b.strip():
        raise NameUnknownError("polity or organisation", "")
    return RedirectResponse(asked.at("relations", a.strip(), b.strip()), status_code=HTTPStatus.SEE_OTHER)


@page("/relations/{a}/{b}")
def relations_page(site: Here, asked: Limits, part: Part, a: str, b: str) -> Response:
    """Show what is said of a pair."""
    answer = find_relations(site.ledger, site.authority, (a, b), horizon=asked.horizon)
    found = narrow(site.ledger, site.authority, answer, roots=part.roots, source=part.source)
    return site.page("relations.html", show_relations(answer, found, asked, part))
