"""How many requests may come from one network address in a minute.

Counting is by `limits <https://limits.readthedocs.io>`_, in memory: counters end with their minute. Of an IPv6
address the first 64 bits count, which one subscriber has to himself. Every answer tells what is left (``RateLimit``,
draft 10 of the httpapi group of the IETF); a refusal is a problem with ``Retry-After``.
"""

from http import HTTPStatus
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import answer_error

FREE = ("/static/", "/health")
"""Paths that are not counted."""

READING = {"GET", "HEAD", "OPTIONS"}
SUBSCRIBER = 64
"""Bits of an IPv6 address that tell one subscriber from another."""

WRITES = 10
"""A request that writes counts as so many that read."""


class Pace:
    """Refuses what comes too fast.

    Args:
        app: What answers.
        most: Requests that read in one minute from one address; 0 for no limit.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most
        self._limit = RateLimitItemPerMinute(max(most, 1))
        self._counter = FixedWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http" or not self._most or scope["path"].startswith(FREE):
            await self._app(scope, receive, send)
            return
        who = subscriber((scope.get("client") or ("",))[0])
        cost = 1 if scope["method"] in READING else WRITES
        is_let_in = self._counter.hit(self._limit, who, cost=cost)
        window = self._counter.get_window_stats(self._limit, who)
        wait = max(ceil(window.reset_time - time()), 1)
        told = {
            "ratelimit-policy": f'"minute";q={self._most};w=60',
            "ratelimit": f'"minute";r={max(window.remaining, 0)};t={wait}',
        }
        if is_let_in:
            await self._app(scope, receive, _telling(send, told))
            return
        detail = f"More than {self._most} requests in 60 seconds: wait {wait} second{'' if wait == 1 else 's'}."
        error = HTTPException(HTTPStatus.TOO_MANY_REQUESTS, detail, {"retry-after": str(wait), **told})
        await answer_error(Request(scope), error)(scope, receive, send)


def subscriber(address: str) -> str:
    """Return whom a network address belongs to: the address, or the network of an IPv6 one.

    >>> subscriber("2001:db8:1:2:3:4:5:6")
    '2001:db8:1:2::/64'
    >>> subscriber("192.0.2.7")
    '192.0.2.7'
    """
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address) and read.ipv4_mapped is None:
        return str(ip_network((read, SUBSCRIBER), strict=False))
    return str(read)


def _telling(send: Send, told: dict[str, str]) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(told)
        await send(message)

    return send_with
