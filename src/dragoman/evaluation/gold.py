"""Gold: what a careful reader would record from a document, whatever file it was written in.

Our own files, PLOVER's gold records and tables of transitions differ in form and in how much they
say. What a file leaves open is not scored; what has several defensible readings lists them all.
The format of our own files is explained in ``docs/evaluation.md``.
"""

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.claims.claim import ClaimKind
from dragoman.documents.span import Span

Date = str | None
"""EDTF, or ``None`` where nothing dates the act."""

CLAIM_KINDS = frozenset(ClaimKind) - {ClaimKind.NAME}
"""Kinds of claim that a gold file speaks of unless it says more: what an actor is called is not scored."""

FIELD_NAMES = ("root", "mode", "actor", "recipient", "date", "status", "negated", "speaker")
"""Fields whose precision and recall are counted one by one."""


@dataclass(frozen=True, slots=True)
class GoldMeasure:
    """The value that a gold claim states.

    Attributes:
        value: As in the file.
        unit: Ladder, ``ordinal``, currency …; ``""`` where the file leaves it open.
        of: What is counted or measured; ``""`` where the file leaves it open.
    """

    value: float | str
    unit: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim of the gold. ``None`` in a field means that the field is not scored.

    Attributes:
        kind: What sort of thing is said.
        quote: Verbatim words inside the evidence.
        event: PLOVER root.
        mode: Mode; without it the root alone is asked for.
        also: Other roots, modes or kinds that are as good a reading.
        actors: Identifiers of those who act.
        recipients: Identifiers of those to whom it is done.
        dates: Dates that are right, the preferred one first; in them ``None`` is "no date".
        statuses: Statuses that are right.
        negated: Whether the speaker says that it is not so.
        speakers: Names or identifiers of the innermost hop that are right.
        measure: The value stated.
        is_required: Whether it counts when it is not found.
    """

    kind: ClaimKind
    quote: str
    event: str | None = None
    mode: str | None = None
    also: frozenset[str] = frozenset()
    actors: frozenset[str] | None = None
    recipients: frozenset[str] | None = None
    dates: tuple[Date, ...] | None = None
    statuses: tuple[str, ...] | None = None
    negated: bool | None = None
    speakers: tuple[str, ...] | None = None
    measure: GoldMeasure | None = None
    is_required: bool = True

    @property
    def topic(self) -> str:
        """Its mode, or its root, or its kind."""
        return self.mode or self.event or self.kind.value

    @property
    def is_mutual(self) -> bool:
        """Whether the sides stand together among the actors."""
        return not self.recipients and len(self.actors or ()) > 1


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The gold of one document, and how to get at its words.

    Attributes:
        name: As in the file: its name, or the identifier of a record.
        claims: In the order of the file.
        path: File with its words, or ``None``.
        text: The words themselves, or ``None`` where they stand in a file.
        published: EDTF of publication that the coder is told, or ``None`` to ask the page.
        outlet: Name of the outlet that the coder is told, or ``None`` to ask the page.
    """

    name: str
    claims: tuple[GoldClaim, ...]
    path: Path | None = None
    text: str | None = field(default=None, repr=False)
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The gold of one file.

    Attributes:
        name: Name of the file.
        documents: In the order of the file.
        kinds: Kinds of claim that the file speaks of; claims of others are left out of account.
        fields: Fields that the file speaks of.
        countries: Whether sides are compared by country alone, as PLOVER's records name them.
    """

    name: str
    documents: tuple[GoldDocument, ...]
    kinds: frozenset[ClaimKind] = CLAIM_KINDS
    fields: tuple[str, ...] = FIELD_NAMES
    countries: bool = False


@dataclass(frozen=True, slots=True)
class PlacedGold:
    """A claim of the gold and where its quote stands in the text as read.

    Attributes:
        gold: The claim.
        span: Of its quote, or ``None`` when the text does not have it.
    """

    gold: GoldClaim
    span: Span | None


def place_quote(text: str, quote: str) -> Span | None:
    r"""Return where a quote stands first, blanks of any kind and length being one blank.

    >>> place_quote("They  met\nin Oslo.", "met in Oslo")
    Span(start=6, end=17)
    """
    flat: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        seen = " " if character.isspace() else character
        if seen != " " or not flat or flat[-1] != " ":
            flat.append(seen)
            origin.append(index)
    words = " ".join(quote.split())
    start = "".join(flat).find(words)
    return Span(origin[start], origin[start + len(words) - 1] + 1) if words and start >= 0 else None
