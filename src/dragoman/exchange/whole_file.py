"""Files that are there whole or not at all.

A file is written beside its place under another name and then moved there, so that nobody
reads half of it and a killed process leaves the old one.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from dragoman.errors import OutputError

# The user's own mask takes away what the user does not want.
PERMISSIONS = 0o666


def write_whole_file(path: Path, lines: Iterable[str]) -> None:
    """Write a text file in UTF-8, replacing the one that is there in a single step.

    A pipe or a device (``/dev/stdout``) is written to and not replaced.

    Args:
        path: The place of the file.
        lines: Its parts, each with its line feed; they are written as they come.

    Raises:
        OutputError: The file cannot be written; what was there before is still there.
    """
    # A link is followed, so that it goes on pointing to the file.
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            _write(target, lines, flags=os.O_WRONLY)
        else:
            _replace(target, lines)
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


def _replace(target: Path, lines: Iterable[str]) -> None:
    beside = target.with_name(f".{target.name}.{token_hex(4)}.part")
    try:
        _write(beside, lines, flags=os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, lines: Iterable[str], *, flags: int) -> None:
    descriptor = os.open(path, flags, PERMISSIONS)
    with open(descriptor, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 - a descriptor, not a path
        file.writelines(lines)
        file.flush()
        if path.is_file():
            os.fsync(file.fileno())
