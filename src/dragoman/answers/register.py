"""Entries of the authority file that a user looks for, by any name or code."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import WRatio
from rapidfuzz.process import extract
from rapidfuzz.utils import default_process

from dragoman.actors.authority import Authority
from dragoman.actors.entity import Entity
from dragoman.actors.naming import NameForm
from dragoman.actors.polity import Polity

LEAST = 75
"""Likeness of 100 below which a name that is spelt otherwise is not offered."""

LEAST_ELSEWHERE = 65
"""The same for names in other languages: one wrong sign of three, as 乌克栏 for 乌克兰, leaves 66.7."""

MOST = 5
"""Entries that are offered where no name fits."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One entry.

    Attributes:
        entity: The entry.
        kind: What it is, in a word.
        codes: Its codes in the lists of others.
        existed: When it existed, as EDTF stretches.
        claimed_by: Plain names of those who claim its territory.
        reason: Why it is shown.
    """

    entity: Entity
    kind: str
    codes: str
    existed: str
    claimed_by: tuple[str, ...]
    reason: str

    def to_dict(self) -> dict[str, object]:
        """Return the entry as plain JSON values."""
        entity = self.entity
        return {
            "id": entity.id,
            "name": entity.name,
            "kind": self.kind,
            "names": list(entity.forms(NameForm.NAME)),
            "codes": self.codes,
            "existed": self.existed,
            "claimed_by": list(self.claimed_by),
            "note": entity.note,
            "source": entity.source,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Register:
    """Entries of the authority file.

    Attributes:
        query: What was looked for, or ``""`` for all polities.
        rows: What was found, exact names before those that are alike.
    """

    query: str
    rows: tuple[RegisterRow, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the entries as plain JSON values."""
        return {"question": "polities", "query": self.query, "entries": [row.to_dict() for row in self.rows]}


def search_register(authority: Authority, query: str = "") -> Register:
    """Look for entries.

    Args:
        authority: The authority file.
        query: A name or code in any spelling, or ``""`` for all polities.

    Returns:
        Those who bear the name; then those whose names have the words of the query, or are like it.
    """
    if not query:
        rows = (_row(authority, polity, "") for polity in authority.polities)
        return Register("", tuple(sorted(rows, key=lambda row: row.entity.name)))
    resolution = authority.resolve_name(query)
    found = dict.fromkeys(resolution.ids, resolution.reason)
    words = query.casefold()
    for entity in authority:
        if any(words in name.text.casefold() for name in entity.names):
            found.setdefault(entity.id, "a name of it has these letters")
    for proposal in authority.propose(query):
        found.setdefault(proposal.id, f"its name {proposal.name!r} is alike")
    if not found:
        found = dict(_nearest(authority, query))
    return Register(query, tuple(_row(authority, authority.entity(one), reason) for one, reason in found.items()))


def _nearest(authority: Authority, query: str) -> Iterator[tuple[str, str]]:
    """Yield the few entries with a name that is most like the query, with the reason."""
    names = {name.text: entity.id for entity in authority for name in entity.names}
    alike = extract(query, list(names), scorer=WRatio, processor=default_process, score_cutoff=LEAST, limit=MOST)
    for text, _, _ in alike:
        yield names[text], f"its name {text!r} is somewhat alike"
    for proposal in authority.propose_elsewhere(query, LEAST_ELSEWHERE):
        yield proposal.id, f"its name {proposal.name!r} in another language is somewhat alike"


def _row(authority: Authority, entity: Entity, reason: str) -> RegisterRow:
    kind, codes = entity.kind.value, ""
    claimed_by: tuple[str, ...] = ()
    if isinstance(entity, Polity):
        kind = entity.polity_kind.value
        lists = (
            ("ISO", entity.codes.alpha3),
            ("COW", str(entity.codes.cow[0].number) if entity.codes.cow else None),
            ("GW", str(entity.codes.gw[0].number) if entity.codes.gw else None),
        )
        codes = ", ".join(f"{name} {code}" for name, code in lists if code)
        claimed_by = tuple(authority.name_of(one) for one in entity.claimed_by)
    existed = ", ".join(stretch.edtf for stretch in entity.existence)
    return RegisterRow(entity, kind, codes, existed, claimed_by, reason)
