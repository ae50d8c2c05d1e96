"""What several folders of tests need. No fixture here is automatic."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of outside texts, which are never part of the project; skips where it is absent."""
    folder = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"outside texts are not here: no folder {folder} (set DRAGOMAN_SHARED)")
    return folder


@pytest.fixture(scope="session")
def seed(shared: Path) -> Path:
    """The page the project was made for; skips where it is absent."""
    pages = sorted((shared / "seeds").glob("*.txt"))
    if not pages:
        pytest.skip(f"the seed page is not here: no text in {shared / 'seeds'}")
    return pages[0]
