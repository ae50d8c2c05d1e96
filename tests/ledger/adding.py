"""What the processes do that are killed: add pages to a ledger, one after the other.

Each page that the ledger has acknowledged is noted in a file, in one write, as a user's own
list would be.
"""

import multiprocessing
import os
from multiprocessing.context import ForkServerContext
from pathlib import Path

from tests.claims.factories import make_claim, make_coding, make_document
from tests.ledger.conftest import MONDAY

from dragoman.claims.coding import Coding
from dragoman.documents.span import Span
from dragoman.ledger.open import open_ledger

PAGES = 20
CLAIMS = 12


def process_context() -> ForkServerContext:
    """Processes that begin with everything loaded: they live among the writes, not the imports."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.ledger.adding", "dragoman.ledger.store", "alembic.command"])
    return context


def open_and_add(path: str | Path, number: int) -> None:
    """Open a ledger, new or not, and add one page."""
    with open_ledger(path) as ledger:
        ledger.add(make_page(number), by="me")


def make_page(number: int) -> Coding:
    page = make_document(f"Page {number} says that Nauru recognised Abkhazia. " * 20)
    return make_coding(page, *[make_claim(page, span=Span(start, start + 40)) for start in range(CLAIMS)])


def add_pages(path: str | Path, acknowledged: Path, pages: int = PAGES) -> None:
    """Add pages; with a clock that stands still, the same work gives the same digests."""
    notes = os.open(acknowledged, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    with open_ledger(path, clock=lambda: MONDAY) as ledger:
        for number in range(pages):
            coding = make_page(number)
            ledger.add(coding, by="me")
            assert coding.document is not None
            os.write(notes, f"{coding.document.id}\n".encode())
    os.close(notes)


def add_all_pages_from(path: str | Path, first: int, notes: Path) -> None:
    """Add all pages, from one on and round to it again, and note those of which this process made the entry."""
    with open_ledger(path) as ledger:
        made = [ledger.add(make_page((first + number) % PAGES), by=f"worker {first}") for number in range(PAGES)]
    notes.write_text("".join(f"{entry.number}\n" for entry in made if entry is not None))
