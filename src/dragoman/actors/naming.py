"""Names of the authority file where they stand in a sentence, aligned to its tokens."""

from dataclasses import dataclass, replace
from enum import StrEnum


class NameForm(StrEnum):
    """In which way a name stands for its entry."""

    NAME = "name"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    METONYM = "metonym"
    PLACE = "place"


class EntryKind(StrEnum):
    """What kind of entry a name belongs to."""

    POLITY = "polity"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    PARTY = "party"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Party:
    """Whom words stand for, before one knows which words.

    Attributes:
        id: Identifier in the authority file.
        name: Plain English name.
        sector: PLOVER sector, or ``None`` for the polity itself.
        kind: What kind of entry it is.
        is_contested: Whether its being a state is in dispute.
    """

    id: str
    name: str
    sector: str | None = None
    kind: EntryKind = EntryKind.POLITY
    is_contested: bool = False

    @property
    def is_polity(self) -> bool:
        """Tell whether this is a state or would-be state, or somebody who acts for one."""
        return self.kind is EntryKind.POLITY

    def acting_as(self, sector: str | None) -> "Party":
        """Return the same party with a sector, if it has none of its own that is more exact."""
        return self if sector is None else replace(self, sector=sector)


@dataclass(frozen=True, slots=True)
class NameInSentence:
    """A name of the authority file in a sentence.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        party: Whom it names.
        form: How the name stands for it.
        is_contested: Whether the entry is a contested polity.
        listed: Where a user's dictionary has the name ("mine.csv, line 7"); empty for the authority file.
        is_person: Whether that dictionary says that it is a person's; ``None`` where it does not say.
    """

    first: int
    last: int
    party: Party
    form: NameForm
    is_contested: bool = False
    listed: str = ""
    is_person: bool | None = None

    @property
    def is_geographic(self) -> bool:
        """Tell whether the name is in the first place that of a town, seat or region."""
        return self.form in {NameForm.CAPITAL, NameForm.PLACE}
