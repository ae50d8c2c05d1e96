"""What several folders of tests need. No fixture here is automatic."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A loaded machine must not fail a test of behaviour by the clock; in CI the same inputs are drawn every time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

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
