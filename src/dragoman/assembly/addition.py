"""What a caller says when reports are added, and what became of each; light, so that a face may show it."""

from dataclasses import dataclass

from dragoman.assembly.actor_files import ActorFiles
from dragoman.claims.ledger import Entry
from dragoman.documents.document import DocumentId
from dragoman.documents.fault import Fault


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What is known of all documents of one call, and how to work.

    Attributes:
        by: Who adds them.
        why: What for.
        published: EDTF date of publication, or ``None`` to ask each page.
        outlet: Name of the outlet, or ``None`` to ask each page.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.
        min_confidence: Claims that are less probably right are left out; 0 keeps all.
        jobs: Number of processes that code; the ledger is written by one.
        actors: The user's files of actors.
    """

    by: str = "unknown"
    why: str = ""
    published: str | None = None
    outlet: str | None = None
    parser: str | None = None
    min_confidence: float = 0.0
    jobs: int = 1
    actors: ActorFiles = ()


NO_ADD_OPTIONS = AddOptions()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source.

    Attributes:
        name: Path, address, or ``-``.
        document: Identifier of the document, or ``None`` when the bytes held none.
        entry: The ledger's new entry, or ``None`` when everything was held already.
        claims: How many claims were found.
        disputes: How many disputes the text raises.
        uncoded: For each language without a coder, how many stretches were left uncoded.
        faults: What could not be read or coded.
    """

    name: str
    document: DocumentId | None
    entry: Entry | None
    claims: int
    disputes: int
    uncoded: tuple[tuple[str, int], ...]
    faults: tuple[Fault, ...]

    @property
    def added(self) -> int:
        """How many claims were new to the ledger."""
        return 0 if self.entry is None else self.entry.added

    @property
    def superseded(self) -> int:
        """How many claims and disputes of an earlier coder count no more."""
        return 0 if self.entry is None else self.entry.superseded
