"""Reads a user's actor file, whatever its format: our table, or a dictionary of PETRARCH or TABARI."""

from pathlib import Path

from dragoman.errors import ActorFileError
from dragoman.exchange.actor_csv import has_heading, parse_actor_csv
from dragoman.exchange.actor_lines import parse_actor_lines
from dragoman.exchange.actor_reading import ActorReading
from dragoman.knowledge.authority import load_authority
from dragoman.knowledge.cameo import load_cameo_codes

WHOLE_FILE = 0
"""The line of an error that is not about one line."""


def read_actor_bytes(path: Path) -> bytes:
    """Return the bytes of an actor file.

    Raises:
        ActorFileError: It cannot be opened.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise ActorFileError(str(path), WHOLE_FILE, f"it cannot be opened ({error.strerror or error})") from error


def parse_actor_file(content: bytes, *, name: str) -> ActorReading:
    """Read the bytes of an actor file.

    Args:
        content: A CSV table if its name ends in ``.csv`` or it begins with a heading; else a
            dictionary of PETRARCH or TABARI.
        name: Name of the file.

    Raises:
        ActorFileError: It is no text, or the heading of a table lacks a column.
    """
    text = _decoded(content, name)
    if name.lower().endswith(".csv") or has_heading(text):
        return parse_actor_csv(text, name=name, authority=load_authority())
    return parse_actor_lines(text, name=name, codes=load_cameo_codes())


def _decoded(content: bytes, name: str) -> str:
    """Return the characters of a file: UTF-8, or the Windows code page of older dictionaries."""
    if b"\0" in content:
        raise ActorFileError(name, WHOLE_FILE, "it is no text; save it as UTF-8")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ActorFileError(name, WHOLE_FILE, "it is neither UTF-8 nor Windows-1252; save it as UTF-8")
