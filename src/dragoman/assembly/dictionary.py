"""Loads a user's files of actors, each once, known by what stands in them.

A file that changes while a run goes on does not change the run: files are read when the run begins, and a
process that reads them again refuses another content.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from dragoman.actors.authority import Authority
from dragoman.actors.dictionary import ActorDictionary
from dragoman.actors.entity import Entity
from dragoman.assembly.actor_files import ActorFile, ActorFiles
from dragoman.claims.coding import Coding
from dragoman.documents.fault import Fault
from dragoman.errors import ActorFileError
from dragoman.exchange.actor_file import WHOLE_FILE, parse_actor_file, read_actor_bytes
from dragoman.exchange.actor_reading import ActorReading
from dragoman.knowledge.authority import load_authority

STAGE = "actors"


@dataclass(frozen=True, slots=True)
class UserActors:
    """What a user's files of actors hold.

    Attributes:
        dictionary: The names.
        entities: Actors of the user's own.
        faults: Lines that could not be used, and why.
    """

    dictionary: ActorDictionary
    entities: tuple[Entity, ...]
    faults: tuple[Fault, ...]


def find_actor_files(paths: str | Path | Iterable[str | Path], *, strict: bool = False) -> ActorFiles:
    """Return files of actors, to hand to whoever codes.

    Args:
        paths: One path, or several.
        strict: Refuse a file with a line that cannot be used.

    Raises:
        ActorFileError: A file cannot be opened or read; or, if strict, one of its lines cannot be used.
    """
    several = (paths,) if isinstance(paths, str | Path) else paths
    files = tuple(ActorFile(path, _digest(read_actor_bytes(path))) for path in map(Path, several))
    for file in files:
        reading = _read(file)
        if strict and reading.faults:
            raise reading.faults[0]
    return files


@lru_cache(maxsize=2)
def load_user_actors(files: ActorFiles) -> UserActors:
    """Load the names of files of actors.

    Args:
        files: From :func:`find_actor_files`.

    Raises:
        ActorFileError: A file cannot be read, or has changed since it was found.
    """
    readings = [_read(file) for file in files]
    return UserActors(
        ActorDictionary(actor for reading in readings for actor in reading.actors),
        tuple(entity for reading in readings for entity in reading.entities),
        tuple(Fault(fault.name, STAGE, str(fault)) for reading in readings for fault in reading.faults),
    )


def with_actor_faults(coding: Coding, files: ActorFiles) -> Coding:
    """Return a coding with the faults of the files of actors that it was made with, after its own."""
    return replace(coding, faults=(*coding.faults, *load_user_actors(files).faults)) if files else coding


@lru_cache(maxsize=2)
def load_wide_authority(files: ActorFiles) -> Authority:
    """Load the authority file with the actors of a user's own beside its entries.

    Args:
        files: From :func:`find_actor_files`.
    """
    own = load_user_actors(files).entities
    return Authority((*load_authority(), *own)) if own else load_authority()


@lru_cache(maxsize=8)
def _read(file: ActorFile) -> ActorReading:
    content = read_actor_bytes(file.path)
    if _digest(content) != file.digest:
        raise ActorFileError(str(file.path), WHOLE_FILE, "it has changed since the run began; start the run again")
    return parse_actor_file(content, name=str(file.path))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
