"""A ledger of each kind, and a clock that a test sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.claims.ledger import Ledger
from dragoman.ledger.open import open_ledger

MONDAY = datetime(2022, 7, 18, 9, tzinfo=UTC)


@dataclass
class SetClock:
    """Shows the moment that it was set to."""

    moment: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock) -> Iterator[Ledger]:
    address = "memory:" if request.param == "memory" else tmp_path / "relations.db"
    with open_ledger(address, clock=clock) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger file may be made."""
    return tmp_path / "relations.db"
