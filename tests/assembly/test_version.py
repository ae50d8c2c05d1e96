"""The version of a coder changes with what the coder is made of."""

from pathlib import Path
from re import fullmatch

import pytest

from dragoman.assembly import version
from dragoman.assembly.version import coder_version


def versions_of(package: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the version that a package in a folder would have."""
    monkeypatch.setattr(version, "files", lambda _: package)
    return coder_version.__wrapped__("en")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for part in version.PARTS:
        (tmp_path / part / "data").mkdir(parents=True)
        (tmp_path / part / "data" / "rules.yaml").write_text(part)
    return tmp_path


def test_names_language_release_and_digest() -> None:
    assert fullmatch(r"rules-en/\d+\.\d+\+[0-9a-f]{8}", coder_version("en"))


def test_changes_with_any_file(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions_of(package, monkeypatch)
    (package / "events" / "data" / "rules.yaml").write_text("another")
    assert versions_of(package, monkeypatch) != before


def test_changes_when_a_file_is_named_otherwise(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions_of(package, monkeypatch)
    (package / "events" / "data" / "rules.yaml").rename(package / "events" / "data" / "other.yaml")
    assert versions_of(package, monkeypatch) != before


def test_does_not_change_with_compiled_code(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions_of(package, monkeypatch)
    (package / "events" / "__pycache__").mkdir()
    (package / "events" / "__pycache__" / "rule.pyc").write_bytes(b"1")
    assert versions_of(package, monkeypatch) == before


def test_shows_that_a_users_actors_were_used() -> None:
    plain = "rules-en/1.0+5e1f0c2a"
    one, other = (version.version_with_actors(plain, [digest]) for digest in ("a" * 64, "b" * 64))
    assert fullmatch(r"rules-en/1\.0\+5e1f0c2a\+actors\.[0-9a-f]{8}", one)
    assert one != other
    assert version.version_with_actors(plain, []) == plain
