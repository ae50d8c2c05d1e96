"""ETags: an answer follows from the address and from what the ledger holds, and from nothing else.

So the digest of the ledger's last entry tells whether a page that a browser has is still right,
without making the page again.
"""

from hashlib import sha256
from importlib.metadata import version

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.claims.ledger import Ledger

OWN_WAYS = ("/static/", "/health")
"""Paths with freshness of their own."""

OK = 200


class Freshness:
    """Answers "not modified" to whoever has the page already.

    Args:
        app: What answers.
        ledger: What the answers are made of.
    """

    def __init__(self, app: ASGIApp, ledger: Ledger) -> None:
        self._app = app
        self._ledger = ledger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        is_read = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        if not is_read or scope["path"].startswith(OWN_WAYS):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag = await run_in_threadpool(self._tag, scope, headers.get("accept", ""))
        kept = {"etag": tag, "cache-control": "no-cache", "vary": "Accept"}
        known = {one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")}
        if tag.removeprefix("W/") in known:
            await Response(status_code=304, headers=kept)(scope, receive, send)
            return

        async def send_with_tag(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == OK:
                MutableHeaders(scope=message).update(kept)
            await send(message)

        await self._app(scope, receive, send_with_tag)

    def _tag(self, scope: Scope, accept: str) -> str:
        head = self._ledger.head()
        parts = (
            version("dragoman"),
            head.digest if head else "",
            scope["path"],
            scope["query_string"].decode(),
            accept,
        )
        return f'W/"{sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'
