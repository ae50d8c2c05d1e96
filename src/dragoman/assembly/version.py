"""The version of a coder: it changes whenever the coder may find something else.

A ledger supersedes what an earlier coder found and a later one does not. A number that is raised by hand
would be forgotten, so the version carries a digest over all that coding depends on.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

RELEASE = "1.0"
PARTS = ("actors", "assembly", "claims", "dates", "events", "intake", "knowledge", "language", "parsing")
"""The packages whose code and data decide what is found."""
DIGITS = 8


@lru_cache(maxsize=4)
def coder_version(language: str) -> str:
    """Return name and version of the rules of a language, such as ``rules-en/1.0+5e1f0c2a``.

    Args:
        language: ISO 639-1 code.
    """
    total = sha256()
    for part in PARTS:
        for path, file in _files(files("dragoman").joinpath(part), part):
            content = file.read_bytes()
            total.update(f"{path}:{len(content)}:".encode() + content)
    return f"rules-{language}/{RELEASE}+{total.hexdigest()[:DIGITS]}"


def version_with_actors(version: str, digests: Iterable[str]) -> str:
    """Return the version of a coder that uses a user's files of actors.

    Args:
        version: That of the coder without them.
        digests: SHA-256 of each file, in the order in which they are used.

    >>> version_with_actors("rules-en/1.0+5e1f0c2a", [])
    'rules-en/1.0+5e1f0c2a'
    """
    each = "".join(digests)
    return f"{version}+actors.{sha256(each.encode()).hexdigest()[:DIGITS]}" if each else version


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{path}/{entry.name}"
        if entry.is_file():
            yield name, entry
        elif entry.name != "__pycache__":
            yield from _files(entry, name)
