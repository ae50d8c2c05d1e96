"""ETags: an answer follows from the address and from what the ledger holds, and from nothing else.

So the digest of the ledger's last entry tells whether a page that a browser has is still right,
without making the page again.
"""

import asyncio
from hashlib import sha256
from importlib.metadata import version

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.accounts.comments import last_change
from dragoman.accounts.opening import Accounts
from dragoman.claims.ledger import Ledger
from dragoman.web.kept import KeptPages
from dragoman.web.visitor import visitor_in

OWN_WAYS = ("/static/", "/health")
"""Paths with freshness of their own."""

NEVER_KEPT = ("/login", "/logout", "/account", "/people", "/trail", "/add", "/review", "/comments")
"""Paths whose answers follow from more than the ledger, and may show what only one visitor may see."""

OK = 200


class Freshness:
    """Answers "not modified" to whoever has the page already.

    Args:
        app: What answers.
        ledger: What the answers are made of.
        accounts: Where comments are; ``None`` where there are none.
    """

    def __init__(self, app: ASGIApp, ledger: Ledger, accounts: Accounts | None = None) -> None:
        self._app = app
        self._ledger = ledger
        self._accounts = accounts
        self._pages = KeptPages(app)
        self._turn = asyncio.Lock()
        self._next: asyncio.Task[tuple[str, str]] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        is_http = scope["type"] == "http"
        if not is_http or scope["path"].startswith(OWN_WAYS):
            await self._app(scope, receive, send)
            return
        if scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(NEVER_KEPT):
            await self._app(scope, receive, _with(send, {"cache-control": "no-store"}))
            return
        headers = Headers(scope=scope)
        tag = _tag(scope, headers.get("accept", ""), await self._state())
        is_own = visitor_in(scope).role is not None
        kept = {
            "etag": tag,
            "cache-control": "private, no-cache" if is_own else "no-cache",
            "vary": "Accept, Cookie, Authorization",
        }
        known = {one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")}
        if tag.removeprefix("W/") in known:
            await Response(status_code=304, headers=kept)(scope, receive, send)
            return

        send_tagged = _with(send, kept, only=OK)
        if scope["method"] == "GET" and not visitor_in(scope).session and not is_own:
            await self._pages.answer(tag, scope, receive, send_tagged)
        else:
            await self._app(scope, receive, send_tagged)

    async def _state(self) -> tuple[str, str]:
        """Return what the ledger and the comments come to now.

        All who ask while it is looked up are answered by one look that begins after that.
        """
        if self._next is None:
            self._next = asyncio.ensure_future(self._look())
        return await asyncio.shield(self._next)

    async def _look(self) -> tuple[str, str]:
        async with self._turn:
            self._next = None
            return await run_in_threadpool(self._read)

    def _read(self) -> tuple[str, str]:
        head = self._ledger.head()
        return head.digest if head else "", "" if self._accounts is None else last_change(self._accounts)


def _tag(scope: Scope, accept: str, state: tuple[str, str]) -> str:
    parts = (
        version("dragoman"),
        *state,
        scope["path"],
        scope["query_string"].decode(),
        accept,
        # What a page shows beside the ledger: who is logged in, and the forms of this session.
        _shown(scope),
    )
    return f'W/"{sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'


def _shown(scope: Scope) -> str:
    """Return what pages show of a visitor; of one who is not known the network address is not part of it."""
    visitor = visitor_in(scope)
    return repr((visitor.name, visitor.role, visitor.scopes, visitor.csrf, visitor.has_accounts, visitor.is_closed))


def _with(send: Send, headers: dict[str, str], *, only: int | None = None) -> Send:
    """Return what sends a response with more headers, if it has a certain status."""

    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start" and only in {None, message["status"]}:
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return send_with
