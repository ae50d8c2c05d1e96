"""A user's files of actors, known by what stands in them; light, so that options may hold them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ActorFile:
    """A file of actors.

    Attributes:
        path: Where it is.
        digest: SHA-256 of its bytes, in hexadecimal digits.
    """

    path: Path
    digest: str


ActorFiles = tuple[ActorFile, ...]
"""Files in the order in which they are used."""
