"""The pages: each reads its address, asks one question, and shows the answer."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from dragoman.accounts.role import Permission
from dragoman.answers.citation import Shelf
from dragoman.answers.register import search_register
from dragoman.answers.search import Searched
from dragoman.api import (
    disputes,
    list_documents,
    names,
    recognition,
    search,
)
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of
from dragoman.web.views.changes import ChangesPage, show_changes
from dragoman.web.views.disputes import show_disputes
from dragoman.web.views.front import show_documents, show_front
from dragoman.web.views.names import show_names
from dragoman.web.views.recognition import show_recognition
from dragoman.web.views.search import show_found
from dragoman.web.views.world import MapAsked, draw_contested, read_map_asked

router = APIRouter(include_in_schema=False)

MOST_HITS = 20
"""Documents and quotes that the page of a search shows."""

page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Times = Annotated[Asked, Depends(read_asked)]
Map = Annotated[MapAsked, Depends(read_map_asked)]


@page("/")
def front_page(site: Here, asked: Times, chosen: Map) -> Response:
    """Show a search box, the world, what is new and what is disputed."""
    horizon = asked.horizon
    held = list_documents(site.ledger, known=horizon.known)
    disputed = disputes(site.ledger, **asked.limits)
    world = draw_contested(site.authority, chosen, asked)
    return site.page("front.html", show_front(held, disputed, world, asked))


@page("/search")
def search_page(site: Here, asked: Times, q: str = "") -> Response:
    """Show entries of the authority file that bear a name, and texts and quotes that have the words."""
    words, known = q.strip(), asked.horizon.known
    texts, quotes = (search(site.ledger, words, in_=place, known=known, limit=MOST_HITS) for place in Searched)
    return site.page("search.html", show_found(search_register(site.authority, words), texts, quotes, asked))


@page("/recognition/{of}")
def recognition_page(site: Here, asked: Times, chosen: Map, of: str) -> Response:
    """Show who recognises a polity."""
    answer = recognition(site.ledger, of=of, **asked.limits)
    over_time = recognition(site.ledger, of=of, **asked.on("").limits) if asked.as_of else answer
    return site.page("recognition.html", show_recognition(answer, over_time, site.authority, chosen, asked))


@page("/disputes")
def disputes_page(site: Here, asked: Times, of: str = "") -> Response:
    """Show what cannot both hold."""
    answer = disputes(site.ledger, of=of.strip() or None, **asked.limits)
    return site.page("disputes.html", show_disputes(answer, asked))


@page("/documents")
def documents_page(site: Here, asked: Times) -> Response:
    """List the documents."""
    return site.page("documents.html", show_documents(list_documents(site.ledger, known=asked.horizon.known), asked))


@page("/names/{of}")
def names_page(site: Here, asked: Times, of: str) -> Response:
    """Show what each speaker calls a polity."""
    return site.page("names.html", show_names(names(site.ledger, of=of, **asked.heard), asked))


@page("/changes")
def changes_page(site: Here, asked: Times, since: str = "") -> Response:
    """Show what was recorded since a day."""
    return site.page("changes.html", _changes(site, asked, since))


@page("/changes.atom")
def changes_feed(site: Here, asked: Times, since: str = "") -> Response:
    """Give the same as a feed (RFC 4287)."""
    return Response(site.write("changes.xml", _changes(site, asked, since)), media_type="application/atom+xml")


def _changes(site: Site, asked: Asked, since: str) -> ChangesPage:
    known = asked.horizon.known
    return show_changes(site.ledger.entries(known), Shelf(site.ledger, known), asked, read_asked(as_of=since))


@page("/health")
def health_page(site: Here) -> Response:
    """Tell that the ledger can be read, and how far it goes."""
    head = site.ledger.head()
    number = {"entry": 0 if head is None else head.number} if site.visitor.may(Permission.READ) else {}
    return JSONResponse({"status": "ok", **number})
