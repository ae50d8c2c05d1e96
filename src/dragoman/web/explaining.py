"""Parses the sentence of a claim again for whoever asks why it was made: apart from the pages, bounded, and kept.

One sentence is parsed at a time, in a process of its own where the pages are served to others, for so long and no
longer. Few may wait for it; the others are asked to come back.
"""

import signal
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from threading import BoundedSemaphore, Lock

from dragoman.assembly.coding import open_coder
from dragoman.assembly.explanation import explain_claim
from dragoman.claims.claim import Claim, ClaimId
from dragoman.documents.document import Document
from dragoman.errors import ParserError
from dragoman.language.sentence import Sentence

LONGEST = 20
"""Seconds that one sentence may take, the loading of the parser not counted."""

KEPT = 500
"""Sentences of so many claims are kept."""

MOST_WAITING = 4


@dataclass(frozen=True, slots=True)
class Parsed:
    """The sentences of a claim's evidence, or why there are none.

    Attributes:
        sentences: Parsed; empty where there are none.
        fault: Why there are none, in words, or ``""``.
        is_busy: Whether it would be worth while to come back.
    """

    sentences: tuple[Sentence, ...] = ()
    fault: str = ""
    is_busy: bool = False


BUSY = Parsed(fault="Others are asking for parses just now: load this page again in a moment.", is_busy=True)


class Explainer:
    """Parses sentences of claims.

    Args:
        is_apart: Whether a process of its own does it; else the thread that asks.
    """

    def __init__(self, *, is_apart: bool) -> None:
        self._is_apart = is_apart
        self._turn = Lock()
        self._places = BoundedSemaphore(MOST_WAITING)
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[ClaimId, Parsed] = OrderedDict()

    def parse(self, document: Document, claim: Claim) -> Parsed:
        """Return the sentences of a claim's evidence.

        Args:
            document: Where it stands.
            claim: The claim.
        """
        kept = self._kept.get(claim.id)
        if kept is not None:
            return kept
        if not self._places.acquire(blocking=False):
            return BUSY
        try:
            with self._turn:
                if claim.id not in self._kept:
                    self._keep(claim.id, self._parse(replace(document, content=b""), claim))
                return self._kept[claim.id]
        finally:
            self._places.release()

    def close(self) -> None:
        """End the process."""
        with self._turn:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None

    def _keep(self, claim: ClaimId, parsed: Parsed) -> None:
        self._kept[claim] = parsed
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _parse(self, document: Document, claim: Claim) -> Parsed:
        try:
            return Parsed(self._sentences(document, claim))
        except ParserError as error:
            return Parsed(fault=f"The parser is not here, so the sentence cannot be parsed again. {error}")
        except TimeoutError:
            return Parsed(fault=f"Parsing it again took longer than {LONGEST} seconds.")
        except BrokenProcessPool:
            if self._pool is not None:
                self._pool.shutdown(wait=False)
                self._pool = None
            return Parsed(fault="The parser broke down over this sentence.")

    def _sentences(self, document: Document, claim: Claim) -> tuple[Sentence, ...]:
        if not self._is_apart:
            return explain_claim(document, claim).sentences
        if self._pool is None:
            # Spawned, not forked: a fork would copy the threads that answer others half.
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        return self._pool.submit(_parse_within, document, claim).result()


def _parse_within(document: Document, claim: Claim) -> tuple[Sentence, ...]:
    """Parse in a process of its own, for so long and no longer.

    Raises:
        ParserError: There is no parser.
        TimeoutError: It takes too long.
    """
    open_coder(None)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _stop)
        signal.alarm(LONGEST)
    try:
        return explain_claim(document, claim).sentences
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)


def _stop(*_: object) -> None:
    raise TimeoutError
