"""What a caller may say of a document before it is read, and what reading gives back."""

from dataclasses import dataclass
from datetime import datetime

from dragoman.dates.edtf import is_edtf
from dragoman.documents.document import Document
from dragoman.documents.fault import Fault
from dragoman.errors import DateError


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known of a document from outside its bytes; it is trusted above the page.

    Attributes:
        published: EDTF date or date-time of publication, or ``None`` to ask the page.
        outlet: Name of the outlet, or ``None`` to ask the page.
        language: ISO 639-1 code of the body, or ``None`` to detect it.
        media_type: Media type from a header or the user, or ``None`` to sniff it.
        encoding: Character set from a header or the user, or ``None`` to detect it.
        encoding_basis: Who named ``encoding``: ``given`` (the user) or ``header``.
        address: Where the bytes were fetched, or ``None``.
        retrieved: Moment of fetching in UTC, or ``None``.
    """

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    encoding_basis: str = "given"
    address: str | None = None
    retrieved: datetime | None = None

    def __post_init__(self) -> None:
        if self.published is not None and not is_edtf(self.published.partition("T")[0]):
            raise DateError(self.published, "a day of publication in EDTF, such as 2022-07-14 or 2022-07")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, or the reasons why there is none.

    Attributes:
        document: What was read, or ``None`` when nothing could be.
        faults: What went wrong, with what was done instead; may accompany a document.
    """

    document: Document | None
    faults: tuple[Fault, ...] = ()
