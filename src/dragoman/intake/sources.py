"""What a user names on a command line, as single things to read: files, folders, globs, addresses, ``-``."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from glob import has_magic, iglob
from pathlib import Path
from typing import BinaryIO

from dragoman.documents.fault import Fault

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".pdf", ".xml", ".tei"})
SCHEMES = ("http://", "https://")
OTHER_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
STANDARD_INPUT = "-"
# What a shell makes of <(command): a pipe that has a writer, unlike one that lies in a folder.
STREAMS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
# A report is some kilobytes; whole archives belong to the cluster's reader.
MAX_BYTES = 100_000_000


class SourceKind(StrEnum):
    """Where the bytes of a source are."""

    FILE = "file"
    ADDRESS = "address"
    STANDARD_INPUT = "standard-input"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read.

    Attributes:
        kind: Where its bytes are.
        name: Path, address, or ``-``.
    """

    kind: SourceKind
    name: str


def find_sources(names: Iterable[str]) -> Iterator[Source | Fault]:
    """Expand what a user names into single sources, in order, each once.

    Args:
        names: Paths of files and folders, globs, ``http(s)`` addresses, ``-`` for standard input.
            Folders are searched to the bottom, in the order of names, for files with an
            ending of a readable kind; a file named by itself is read whatever its ending.

    Yields:
        Sources, and a fault for each name that leads to nothing.
    """
    seen: set[str] = set()
    for name in names:
        for source in _expand(name):
            key = source.document if isinstance(source, Fault) else source.name
            if key not in seen:
                seen.add(key)
                yield source


def read_source(source: Source, *, standard_input: BinaryIO | None = None) -> bytes | Fault:
    """Read the bytes of a file or of standard input.

    Addresses are fetched by :func:`dragoman.intake.fetch.fetch_address`.

    Returns:
        The bytes, or a fault that says why there are none.
    """
    try:
        if source.kind is SourceKind.STANDARD_INPUT:
            content = standard_input.read(MAX_BYTES + 1) if standard_input is not None else b""
        else:
            with Path(source.name).open("rb") as file:
                content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return Fault(source.name, "fetch", f"It cannot be read ({_reason(error)}).")
    if len(content) > MAX_BYTES:
        return Fault(source.name, "fetch", f"It is larger than {MAX_BYTES} bytes and was not read.")
    return content


def _expand(name: str) -> Iterator[Source | Fault]:
    if name == STANDARD_INPUT:
        yield Source(SourceKind.STANDARD_INPUT, name)
    elif name.lower().startswith(SCHEMES):
        yield Source(SourceKind.ADDRESS, name)
    elif not name:
        yield Fault(name, "fetch", "An empty name leads to nothing.")
    elif _is(name, "dir"):
        yield from _files_below(name)
    elif _is(name, "file") or (name.startswith(STREAMS) and _is(name, "exists")):
        yield Source(SourceKind.FILE, name)
    elif _is(name, "exists") or _is(name, "link"):
        yield Fault(name, "fetch", _irregular(Path(name)))
    else:
        yield from _matches(name)


def _files_below(folder: str) -> Iterator[Source | Fault]:
    refused: list[OSError] = []
    found = False
    for path in sorted(_paths_below(folder, refused)):
        found = True
        yield Source(SourceKind.FILE, str(path)) if path.is_file() else Fault(str(path), "fetch", _irregular(path))
    for error in refused:
        yield Fault(str(error.filename or folder), "fetch", f"The folder cannot be read ({_reason(error)}).")
    if not found and not refused:
        yield Fault(folder, "fetch", f"The folder holds no file that ends in {', '.join(sorted(SUFFIXES))}.")


def _paths_below(folder: str, refused: list[OSError]) -> Iterator[Path]:
    """Yield what has a readable ending and is not hidden; links to folders may lead in circles and are not followed."""
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, n) for n in files if Path(n).suffix.lower() in SUFFIXES and not n.startswith("."))


def _irregular(path: Path) -> str:
    """Return why something that is no file is left out."""
    if path.is_symlink() and not path.exists():
        return "It is a link that leads to nothing, and was left out."
    return "It is no file (a pipe, a socket or a device), and was left out."


def _matches(name: str) -> Iterator[Source | Fault]:
    try:
        paths = sorted(iglob(name, recursive=True)) if has_magic(name) else []  # noqa: PTH207 - may begin at the root
    except (OSError, ValueError):
        paths = []
    for path in paths:
        yield from _expand(path)
    if not paths:
        yield Fault(name, "fetch", _missing(name))


def _missing(name: str) -> str:
    """Return why a name leads to nothing."""
    if OTHER_SCHEME.match(name):
        return "Only http and https addresses are fetched."
    if has_magic(name):
        return "No file or folder matches this pattern."
    return "There is no file, folder or address of this name."


def _is(name: str, what: str) -> bool:
    try:
        return bool(TESTS[what](Path(name)))
    except (OSError, ValueError):
        return False


TESTS: dict[str, Callable[[Path], bool]] = {
    "dir": Path.is_dir,
    "file": Path.is_file,
    "exists": Path.exists,
    "link": Path.is_symlink,
}


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
