"""The web application over an open ledger."""

from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from dragoman.accounts.opening import Accounts
from dragoman.api import load_authority
from dragoman.claims.ledger import Ledger
from dragoman.errors import DragomanError
from dragoman.web import (
    adding,
    interface,
    interface_lists,
    oembed,
    pages,
    people,
    reading,
    reconciliation,
    reviewing,
    rulings,
    survey_pages,
    talk,
)
from dragoman.web.explaining import Explainer
from dragoman.web.freshness import Freshness
from dragoman.web.guard import Guard
from dragoman.web.headers import SecurityHeaders
from dragoman.web.pace import Pace
from dragoman.web.problems import answer_error
from dragoman.web.settings import DEFAULT_SETTINGS, WebSettings
from dragoman.web.site import Site, make_templates
from dragoman.web.workshop import Workshop

STATIC = Path(__file__).parent / "static"
ERRORS = (DragomanError, HTTPException, RequestValidationError, Exception)


def make_app(ledger: Ledger, accounts: Accounts | None = None, settings: WebSettings = DEFAULT_SETTINGS) -> FastAPI:
    """Return the web application over a ledger.

    Args:
        ledger: Stays open as long as the application runs; several threads read it.
        accounts: Who may log in, open as long; ``None`` where nobody can, and the pages only show.
        settings: How the pages are served.
    """
    app = FastAPI(
        title="Dragoman",
        summary="Who recognises whom, since when, and on whose word.",
        version=version("dragoman"),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{interface.PREFIX}/openapi.json",
    )
    apart = Workshop(is_apart=settings.is_apart), Explainer(is_apart=settings.is_apart)
    app.state.site = Site(ledger, load_authority(), make_templates(), accounts, settings, *apart)
    for kind in ERRORS:
        app.add_exception_handler(kind, answer_error)
    # The last one added stands outermost.
    app.add_middleware(Freshness, ledger=ledger, accounts=accounts)
    app.add_middleware(Guard, accounts=accounts, settings=settings)
    app.add_middleware(Pace, most=settings.most_a_minute)
    if settings.hosts:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    app.add_middleware(SecurityHeaders)
    app.include_router(pages.router)
    app.include_router(reading.router)
    app.include_router(interface.router)
    app.include_router(interface_lists.router)
    app.include_router(survey_pages.router)
    app.include_router(reconciliation.router)
    app.include_router(oembed.router)
    if accounts is not None:
        app.include_router(people.router)
        app.include_router(people.administration)
        app.include_router(adding.router)
        app.include_router(adding.programs)
        app.include_router(rulings.router)
        app.include_router(reviewing.router)
        app.include_router(talk.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
