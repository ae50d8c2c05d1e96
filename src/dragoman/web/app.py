"""The web application over an open ledger, which it only reads."""

from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from dragoman.api import load_authority
from dragoman.claims.ledger import Ledger
from dragoman.errors import DragomanError
from dragoman.web import interface, pages
from dragoman.web.freshness import Freshness
from dragoman.web.headers import SecurityHeaders
from dragoman.web.problems import answer_error
from dragoman.web.site import Site, make_templates

STATIC = Path(__file__).parent / "static"
ERRORS = (DragomanError, HTTPException, RequestValidationError, Exception)


def make_app(ledger: Ledger) -> FastAPI:
    """Return the web application over a ledger.

    Args:
        ledger: Stays open as long as the application runs; several threads read it.
    """
    app = FastAPI(
        title="Dragoman",
        summary="Who recognises whom, since when, and on whose word.",
        version=version("dragoman"),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{interface.PREFIX}/openapi.json",
    )
    app.state.site = Site(ledger, load_authority(), make_templates())
    for kind in ERRORS:
        app.add_exception_handler(kind, answer_error)
    # The last one added stands outermost.
    app.add_middleware(Freshness, ledger=ledger)
    app.add_middleware(SecurityHeaders)
    app.include_router(pages.router)
    app.include_router(interface.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
