"""Pages that were made already, for whoever asks for the same before the ledger has changed.

A page is kept under its tag, which follows from its address and from all that it is made of, so that what is
kept cannot be stale. Only pages for visitors who are not known are kept.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 48_000_000
"""Bytes of all pages."""

LARGEST = 2_000_000
"""Bytes of one page."""

OK = 200


@dataclass(slots=True)
class Answer:
    """What was answered.

    Attributes:
        messages: The messages, in order.
        size: Bytes of the body.
        is_ok: Whether the status is 200.
    """

    messages: list[Message] = field(default_factory=list)
    size: int = 0
    is_ok: bool = False


class KeptPages:
    """Answers with pages that were made already, and makes each at most once at a time.

    Args:
        app: What makes pages.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._size = 0
        self._making: dict[str, asyncio.Event] = {}

    async def answer(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request.

        Args:
            key: What is another one whenever the answer may be.
            scope: The request.
            receive: Receives its body.
            send: Sends the answer.
        """
        while key not in self._kept and key in self._making:
            await self._making[key].wait()
        if key in self._kept:
            self._kept.move_to_end(key)
            for message in self._kept[key].messages:
                await send(_copied(message))
            return
        self._making[key] = asyncio.Event()
        try:
            self._keep(key, await self._make(scope, receive, send))
        finally:
            self._making.pop(key).set()

    async def _make(self, scope: Scope, receive: Receive, send: Send) -> Answer:
        answer = Answer()

        async def send_and_note(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.is_ok = message["status"] == OK
            answer.size += len(message.get("body", b""))
            if answer.size <= LARGEST:
                answer.messages.append(_copied(message))
            await send(message)

        await self._app(scope, receive, send_and_note)
        return answer

    def _keep(self, key: str, answer: Answer) -> None:
        if not answer.is_ok or answer.size > LARGEST:
            return
        self._kept[key] = answer
        self._size += answer.size
        while self._size > MOST:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size


def _copied(message: Message) -> Message:
    """Return a message whose headers others may add to."""
    return {**message, "headers": list(message["headers"])} if "headers" in message else message
