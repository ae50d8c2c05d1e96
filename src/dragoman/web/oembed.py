"""oEmbed (https://oembed.com): a claim as a quotation that other sites can show, without a script.

A page of a claim names this address in its head, so that whoever pastes the page's address into an editor that knows
oEmbed gets the quote, on whose word it stands, and the way back.
"""

from html import escape
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.answers.visible import visible
from dragoman.api import corroboration
from dragoman.errors import NameUnknownError
from dragoman.web.asked import Asked
from dragoman.web.described import PROBLEMS, problem
from dragoman.web.site import Site, site_of
from dragoman.web.views.cited import cite

WIDTH, LEAST_WIDTH, HEIGHT = 560, 200, 220
PATH = "/claims/"
NOT_GIVEN: dict[int | str, dict[str, Any]] = {501: problem("Not Implemented", 501, "Only the format json is given.")}

router = APIRouter(responses={**PROBLEMS, **NOT_GIVEN})
Here = Annotated[Site, Depends(site_of)]


def read_size(
    maxwidth: Annotated[int, Query(ge=1, description="Most pixels across")] = WIDTH,
    maxheight: Annotated[int, Query(ge=1, description="Most pixels down")] = HEIGHT,
) -> dict[str, object]:
    """Return width and height of what is shown, in pixels."""
    return {"width": min(WIDTH, max(maxwidth, LEAST_WIDTH)), "height": min(HEIGHT, maxheight)}


@router.get("/oembed")
def get_oembed(
    site: Here,
    request: Request,
    size: Annotated[dict[str, object], Depends(read_size)],
    url: Annotated[str, Query(description="Address of the page of a claim", examples=["/claims/4a454e224b"])],
    form: Annotated[
        str, Query(alias="format", description="Only `json` is given", json_schema_extra={"enum": ["json"]})
    ] = "json",
) -> dict[str, object]:
    """Show a claim on a page of somebody else."""
    if form != "json":
        raise HTTPException(HTTPStatus.NOT_IMPLEMENTED, "Only the format json is given.")
    path = urlsplit(url).path
    if not path.startswith(PATH):
        raise NameUnknownError("page of a claim", url)
    answer = corroboration(site.ledger, unquote(path.removeprefix(PATH)))
    cited = cite(answer.citation, Asked())
    base = str(request.base_url).rstrip("/")
    link = f"{base}{cited.address}"
    quote, hops, page = (visible(one) for one in (cited.quote, " → ".join(cited.hops), cited.page))
    return {
        "version": "1.0",
        "type": "rich",
        "title": answer.sentence,
        "author_name": visible(cited.hops[-1]),
        "provider_name": "Dragoman",
        "provider_url": f"{base}/",
        "cache_age": 3600,
        "html": (
            f'<blockquote cite="{escape(link)}"><p>“{escape(quote)}”</p>'
            f'<footer>{escape(hops)}. <a href="{escape(link)}">{escape(page)}, {escape(cited.published)}</a>'
            "</footer></blockquote>"
        ),
        **size,
    }
