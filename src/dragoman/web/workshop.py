"""Codes what somebody is about to add, one report at a time and apart from the pages.

In a process of its own a report that is slow to code, or that breaks the coder, neither holds up nor
ends what others are reading.
"""

import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import datetime
from multiprocessing import get_context
from threading import Lock

from dragoman.accounts.drafts import Draft
from dragoman.assembly.coding import code_bytes
from dragoman.claims.coding import Coding
from dragoman.documents.fault import Fault
from dragoman.intake.options import ReadOptions

LONGEST = 120
"""Seconds that one report may take."""

KEPT = 4
"""Codings that are kept for whoever looks at them again."""


class Workshop:
    """Codes drafts.

    Args:
        is_apart: Whether a process of its own does it; else the thread that asks.
    """

    def __init__(self, *, is_apart: bool) -> None:
        self._is_apart = is_apart
        self._turn = Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._kept: dict[Draft, Coding] = {}

    def code(self, draft: Draft) -> Coding:
        """Return the coding of a draft; whatever is wrong with it is a fault.

        Raises:
            DateError: The day of publication that is given is none.
        """
        options = _options(draft)
        with self._turn:
            if draft not in self._kept:
                coding = self._code(draft, options)
                self._kept = {**dict(list(self._kept.items())[1 - KEPT :]), draft: coding}
            return self._kept[draft]

    def close(self) -> None:
        """End the process."""
        with self._turn:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None

    def _code(self, draft: Draft, options: ReadOptions) -> Coding:
        if not self._is_apart:
            return code_bytes(draft.content, name=draft.name, options=options)
        if self._pool is None:
            # Spawned, not forked: a fork would copy the threads that answer others half.
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        try:
            return self._pool.submit(_code_within, draft.content, draft.name, options).result()
        except TimeoutError:
            return _failed(draft, f"It takes longer than {LONGEST} seconds, as no report does; nothing was coded.")
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = None
            return _failed(draft, "The coder broke down over it; nothing was coded.")


def _code_within(content: bytes, name: str, options: ReadOptions) -> Coding:
    """Code in a process of its own, for so long and no longer.

    Raises:
        TimeoutError: It takes too long.
    """
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _stop)
        signal.alarm(LONGEST)
    try:
        return code_bytes(content, name=name, options=options)
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)


def _stop(*_: object) -> None:
    raise TimeoutError


def _failed(draft: Draft, reason: str) -> Coding:
    return Coding(None, faults=(Fault(draft.name, "code", reason),))


def _options(draft: Draft) -> ReadOptions:
    given = draft.given
    options = ReadOptions(
        published=given.published or None,
        outlet=given.outlet or None,
        media_type=given.media_type or None,
        address=given.address or None,
        retrieved=datetime.fromisoformat(given.retrieved) if given.retrieved else None,
    )
    return replace(options, encoding=given.encoding, encoding_basis="header") if given.encoding else options
