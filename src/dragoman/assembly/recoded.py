"""What there is to code again in a ledger, and what became of each document; light, so that a face may show it."""

from dataclasses import dataclass

from dragoman.assembly.actor_files import ActorFiles
from dragoman.claims.ledger import Entry
from dragoman.documents.document import DocumentId
from dragoman.documents.fault import Fault


@dataclass(frozen=True, slots=True)
class Recoding:
    """A run of the coder over what a ledger holds, before it is done.

    Attributes:
        coder: Name and version of the coder.
        parser: Name of an installed spaCy pipeline, or ``None``.
        actors: The user's files of actors.
        documents: Those that this coder has not coded yet, with their names, in the order of recording.
        begun: Number of the entry that began a run which was cut short, or ``None``.
    """

    coder: str
    parser: str | None
    actors: ActorFiles
    documents: tuple[tuple[DocumentId, str], ...]
    begun: int | None


@dataclass(frozen=True, slots=True)
class Recoded:
    """What became of one document.

    Attributes:
        name: Its name.
        entry: The entry that records it.
        faults: What could not be coded.
    """

    name: str
    entry: Entry
    faults: tuple[Fault, ...]
