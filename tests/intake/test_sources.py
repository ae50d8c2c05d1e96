"""Names on a command line become single sources."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from dragoman.documents.fault import Fault
from dragoman.intake.sources import Source, SourceKind, find_sources, read_source


def names(*given: str) -> list[str]:
    """Return the names of the sources that some names lead to."""
    return [source.name for source in find_sources(given) if isinstance(source, Source)]


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.png", "sub/d.md", ".hidden/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(str(tmp_path)) == [str(tmp_path / name) for name in ("a.html", "b.txt", "sub/d.md")]


def test_a_glob_gives_its_matches_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert names(str(tmp_path / "*.txt"), str(tmp_path / "a.txt")) == [str(tmp_path / "a.txt")]


def test_addresses_and_standard_input_are_sources() -> None:
    kinds = [source.kind for source in find_sources(["-", "https://sample.example/a"]) if isinstance(source, Source)]
    assert kinds == [SourceKind.STANDARD_INPUT, SourceKind.ADDRESS]


def test_a_name_that_leads_to_nothing_is_a_fault(tmp_path: Path) -> None:
    found = list(find_sources([str(tmp_path / "missing.txt"), str(tmp_path / "*.pdf"), str(tmp_path), "a\0b"]))
    assert all(isinstance(fault, Fault) for fault in found)
    assert len(found) == 4


def test_bytes_of_files_and_of_standard_input_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    assert read_source(Source(SourceKind.FILE, str(tmp_path / "a.txt"))) == b"x"
    assert read_source(Source(SourceKind.STANDARD_INPUT, "-"), standard_input=BytesIO(b"y")) == b"y"
    assert isinstance(read_source(Source(SourceKind.FILE, str(tmp_path))), Fault)


def reasons(*given: str) -> list[str]:
    """Return why names lead to nothing."""
    return [fault.reason for fault in find_sources(given) if isinstance(fault, Fault)]


def test_a_link_to_nothing_and_a_pipe_are_faults_and_never_wait(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("x")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "missing")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(str(tmp_path)) == [str(tmp_path / "good.txt")]
    for told in (reasons(str(tmp_path)), reasons(str(tmp_path / "broken.txt"), str(tmp_path / "pipe.txt"))):
        assert ["leads to nothing" in told[0], "no file (a pipe" in told[1]] == [True, True]


def test_a_pipe_that_a_shell_opened_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"x")
    os.close(writer)
    (source,) = find_sources([f"/dev/fd/{reader}"])
    assert isinstance(source, Source)
    assert read_source(source) == b"x"
    os.close(reader)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "An empty name leads to nothing."),
        ("*.no-such-ending", "No file or folder matches this pattern."),
        ("ftp://sample.example/a", "Only http and https addresses are fetched."),
        ("m" * 5000, "There is no file, folder or address of this name."),
    ],
)
def test_each_dead_end_has_its_reason(name: str, reason: str) -> None:
    assert reasons(name) == [reason]


def test_a_folder_that_cannot_be_listed_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text("x")
    (tmp_path / "closed").mkdir()
    list_folder = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(str(tmp_path)) == [str(tmp_path / "good.txt")]
    assert reasons(str(tmp_path)) == ["The folder cannot be read (Permission denied)."]
