"""CAMEO's codes of actors, as dictionaries of the field write them, and whom they stand for here.

``USAGOVMIL`` is a row of three-letter parts: a country or a kind of actor, then roles, then groups.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.actors.aligning import party_of
from dragoman.actors.authority import Authority
from dragoman.actors.naming import EntryKind, Party
from dragoman.actors.participant import UNKNOWN_ID
from dragoman.knowledge.authority import load_authority
from dragoman.knowledge.rules import read_checked

_PART = 3
_OF_PEOPLE = "CVL"


@dataclass(frozen=True, slots=True)
class CameoCodes:
    """The codes, and the authority file that they lead to.

    Attributes:
        authority: Knows the entries.
        polities: Identifiers of polities by three-letter code.
        organisations: Identifiers of organisations by a part of the code.
        roles: PLOVER sectors by a part of the code.
        nobody: Codes that stand for nobody.
    """

    authority: Authority
    polities: Mapping[str, str]
    organisations: Mapping[str, str]
    roles: Mapping[str, str]
    nobody: frozenset[str]

    def is_nobody(self, code: str) -> bool:
        """Tell whether a code says that the name stands for nobody."""
        return code[:_PART] in self.nobody

    def resolve_party(self, code: str) -> Party | None:
        """Return whom a code stands for.

        Args:
            code: Three-letter parts in capitals, without blanks.

        Returns:
            The party; its identifier is ``unknown`` where the code gives a kind of actor and no country.
            ``None`` where the first part is nothing that is known.

        >>> load_cameo_codes().resolve_party("USAGOVMIL").id
        'USA'
        """
        first, *rest = (code[start : start + _PART] for start in range(0, len(code), _PART))
        sector = next((self.roles[part] for part in rest if part in self.roles), None)
        polity = self.polities.get(first)
        if polity is not None:
            party = party_of(self.authority.entity(polity), self.authority)
            return party.acting_as(sector or (_OF_PEOPLE if rest else None))
        organisation = next((self.organisations[part] for part in (first, *rest) if part in self.organisations), None)
        if organisation is not None:
            return party_of(self.authority.entity(organisation), self.authority)
        if first not in self.roles:
            return None
        return Party(UNKNOWN_ID, UNKNOWN_ID, self.roles[first], EntryKind.GROUP)


@lru_cache(maxsize=1)
def load_cameo_codes() -> CameoCodes:
    """Load the codes of CAMEO that actor dictionaries use.

    Raises:
        KnowledgeError: The data that comes with the package is damaged.
    """
    content = read_checked("cameo", "actors")
    authority = load_authority()
    roles = content["roles"]
    own = {polity.id: polity.id for polity in authority.polities if len(polity.id) == _PART and polity.id not in roles}
    iso = {polity.codes.alpha3: polity.id for polity in authority.polities if polity.codes.alpha3 is not None}
    return CameoCodes(
        authority,
        {**own, **iso, **content["countries"]},
        content["organisations"],
        roles,
        frozenset(content["nobody"]),
    )
