"""Names on a command line become single sources."""

from io import BytesIO
from pathlib import Path

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
