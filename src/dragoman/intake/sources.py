"""What a user names on a command line, as single things to read: files, folders, globs, addresses, ``-``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from glob import has_magic, iglob
from pathlib import Path
from typing import BinaryIO

from dragoman.documents.fault import Fault

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".pdf", ".xml", ".tei"})
SCHEMES = ("http://", "https://")
STANDARD_INPUT = "-"
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
    elif _is(name, "dir"):
        yield from _files_below(name)
    elif _is(name, "exists"):
        yield Source(SourceKind.FILE, name)
    else:
        yield from _matches(name)


def _files_below(folder: str) -> Iterator[Source | Fault]:
    found = False
    try:
        for path in sorted(Path(folder).rglob("*")):
            is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix.lower() in SUFFIXES and path.is_file() and not is_hidden:
                found = True
                yield Source(SourceKind.FILE, str(path))
    except OSError as error:
        yield Fault(folder, "fetch", f"The folder cannot be read ({_reason(error)}).")
        return
    if not found:
        yield Fault(folder, "fetch", f"The folder holds no file that ends in {', '.join(sorted(SUFFIXES))}.")


def _matches(name: str) -> Iterator[Source | Fault]:
    try:
        paths = sorted(iglob(name, recursive=True)) if has_magic(name) else []  # noqa: PTH207 - may begin at the root
    except (OSError, ValueError):
        paths = []
    for path in paths:
        yield from _files_below(path) if Path(path).is_dir() else [Source(SourceKind.FILE, path)]
    if not paths:
        yield Fault(name, "fetch", "There is no file, folder or address of this name.")


def _is(name: str, what: str) -> bool:
    try:
        return Path(name).is_dir() if what == "dir" else Path(name).exists()
    except (OSError, ValueError):
        return False


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
