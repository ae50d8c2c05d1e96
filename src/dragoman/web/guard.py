"""Stands before all pages: finds out who asks, and refuses what is too large or not for them."""

from dataclasses import replace
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.accounts.opening import Accounts
from dragoman.accounts.role import Permission
from dragoman.accounts.sessions import find_session
from dragoman.accounts.tokens import find_bearer
from dragoman.errors import DragomanError
from dragoman.web.cookies import csrf_of, read_session
from dragoman.web.problems import answer_error
from dragoman.web.settings import WebSettings
from dragoman.web.visitor import KEY, Visitor

OPEN = ("/static/", "/health", "/login")
"""Paths that who is not logged in may ask for even where reading is closed."""

REPORTS = ("/add", "/api/v1/documents")
"""Paths that take whole reports."""

BEARER = "bearer "
WRONG_TOKEN = HTTPException(HTTPStatus.UNAUTHORIZED, "The token is wrong, ended or taken back.")


class Guard:
    """Finds out who asks, before anything answers.

    Args:
        app: What answers.
        accounts: Who may log in; ``None`` where nobody can.
        settings: Whether reading is closed, and how large a request may be.
    """

    def __init__(self, app: ASGIApp, accounts: Accounts | None, settings: WebSettings) -> None:
        self._app = app
        self._accounts = accounts
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            scope[KEY] = await self._visitor(scope)
            if not scope["path"].startswith(OPEN):
                scope[KEY].check(Permission.READ)
            limited = self._limited(scope, receive)
        except (DragomanError, HTTPException) as error:
            await answer_error(Request(scope), error)(scope, receive, send)
            return
        await self._app(scope, limited, send)

    async def _visitor(self, scope: Scope) -> Visitor:
        client = scope.get("client")
        here = Visitor(
            origin=client[0] if client else "",
            is_closed=self._settings.is_closed,
            has_accounts=self._accounts is not None,
            is_secure=scope["scheme"] == "https",
        )
        scope[KEY] = here
        headers = Headers(scope=scope)
        if self._accounts is None or not {"cookie", "authorization"} & set(headers.keys()):
            return here
        return await run_in_threadpool(_known, self._accounts, headers, here)

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        """Return what receives a body that may not be larger than allowed.

        Raises:
            HTTPException: Its header says already that it is.
        """
        is_report = scope["path"].startswith(REPORTS)
        most = self._settings.largest_report + self._settings.largest_form if is_report else self._settings.largest_form
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told) > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"More than {most:,} bytes were sent.")
        size = 0

        async def receive_limited() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"More than {most:,} bytes were sent.")
            return message

        return receive_limited


def _known(accounts: Accounts, headers: Headers, here: Visitor) -> Visitor:
    """Return who asks, by token or by cookie.

    Raises:
        HTTPException: The token is none.
    """
    authorization = headers.get("authorization", "")
    if authorization.lower().startswith(BEARER):
        bearer = find_bearer(accounts, authorization[len(BEARER) :].strip())
        if bearer is None:
            raise WRONG_TOKEN
        return replace(here, name=bearer.name, account=bearer.account, role=bearer.role, scopes=bearer.scopes)
    name = read_session(headers, accounts.key, is_secure=here.is_secure)
    if not name:
        return here
    here = replace(here, session=name, csrf=csrf_of(name, accounts.key))
    session = find_session(accounts, name)
    if session is None:
        return here
    return replace(here, name=session.name, account=session.account, role=session.role)
