"""Kills a process that adds, at a random moment of its work."""

from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from time import sleep

from tests.ledger.adding import CLAIMS, add_pages, process_context

from dragoman.claims.ledger import ClaimQuery, Entry
from dragoman.ledger.open import open_ledger

PAGES = 8
"""Pages that the work consists of."""

ONE_PAGE = 0.02
"""About the seconds that adding one page takes: the moment lies anywhere between two acknowledgements."""

GLANCE = 0.001


@dataclass(frozen=True)
class Moment:
    """When a process is killed.

    Attributes:
        page: How many pages it has acknowledged before; 0 for a moment while it opens, or makes, the ledger.
        delay: Seconds after that.
    """

    page: int
    delay: float


def random_moments(seed: int, number: int) -> Iterator[Moment]:
    """Yield moments; the same ones for the same seed."""
    random = Random(seed)  # noqa: S311 - moments, not secrets
    for _ in range(number):
        yield Moment(random.randrange(PAGES), random.uniform(0, ONE_PAGE))


def kill_at(moment: Moment, address: str | Path, acknowledged: Path) -> None:
    """Let a process add pages, and kill it with SIGKILL."""
    worker = process_context().Process(target=add_pages, args=(address, acknowledged, PAGES))
    worker.start()
    while _is_before(moment, worker, acknowledged):
        sleep(GLANCE)
    sleep(moment.delay)
    worker.kill()
    worker.join()


def check_and_finish(address: str | Path, acknowledged: Path, undisturbed: list[Entry]) -> None:
    """Check a ledger after a kill, run the same work again, and check that it is complete."""
    with open_ledger(address) as ledger:
        entries = list(ledger.entries())
        held = [page.id for page in ledger.cards()]
        assert ledger.verify().is_sound
        assert [len(list(ledger.claims(ClaimQuery(document=page)))) for page in held] == [CLAIMS] * len(held)
    noted = _noted(acknowledged)
    # The last one may have been recorded, and the process killed before it could take note.
    assert noted in (held, held[:-1])
    assert entries == undisturbed[: len(entries)]
    add_pages(address, acknowledged, PAGES)
    with open_ledger(address) as ledger:
        assert list(ledger.entries()) == undisturbed
        assert ledger.verify().is_sound


def _is_before(moment: Moment, worker: BaseProcess, acknowledged: Path) -> bool:
    return moment.page > 0 and worker.is_alive() and len(_noted(acknowledged)) < moment.page


def _noted(acknowledged: Path) -> list[str]:
    return acknowledged.read_text().splitlines() if acknowledged.exists() else []
