"""What came of reading a file of actors: the names, and each line that could not be used."""

from dataclasses import dataclass

from dragoman.actors.dictionary import ListedActor
from dragoman.actors.entity import Entity
from dragoman.errors import ActorFileError


@dataclass(frozen=True, slots=True)
class ActorReading:
    """The names of one file.

    Attributes:
        actors: The names with their roles, in the order of the file.
        entities: Actors of the user's own, who are not in the authority file.
        faults: Lines that could not be used, each with what to do about it.
    """

    actors: tuple[ListedActor, ...] = ()
    entities: tuple[Entity, ...] = ()
    faults: tuple[ActorFileError, ...] = ()
