"""Pages about many at once: the outlets, one of them, and how every polity stands to every other."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from dragoman.answers.matrix import Relation
from dragoman.api import matrix, source, sources
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of
from dragoman.web.views.matrix import show_matrix
from dragoman.web.views.sources import UNNAMED, show_source, show_sources

router = APIRouter(include_in_schema=False)
page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Times = Annotated[Asked, Depends(read_asked)]


@page("/sources")
def sources_page(site: Here, asked: Times) -> Response:
    """List the outlets."""
    return site.page("sources.html", show_sources(sources(site.ledger, known=asked.horizon.known), asked))


@page("/sources/{outlet:path}")
def source_page(site: Here, asked: Times, outlet: str) -> Response:
    """Show what one outlet tells."""
    answer = source(site.ledger, "" if outlet == UNNAMED else outlet, **asked.heard)
    return site.page("source.html", show_source(answer, asked))


@page("/matrix")
def matrix_page(site: Here, asked: Times, relation: str = "recognition", of: str = "") -> Response:
    """Show how polities stand to each other."""
    polities = tuple(name.strip() for name in of.split(",") if name.strip())
    answer = matrix(site.ledger, relation.strip() or Relation.RECOGNITION, polities=polities, **asked.limits)
    return site.page("matrix.html", show_matrix(answer, ", ".join(polities), asked))
