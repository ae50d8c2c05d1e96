"""The people whom claims of a ledger name, kept as long as the ledger does not change."""

from collections.abc import Mapping
from itertools import islice
from threading import Lock

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity
from dragoman.claims.ledger import ClaimQuery, Ledger

MOST_CLAIMS = 20_000
"""Claims in which people are looked for, the first recorded."""


class NamedPeople:
    """Finds the people whom claims name."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._digest: str | None = None
        self._found: Mapping[str, str] = {}

    def find(self, ledger: Ledger, authority: Authority) -> Mapping[str, str]:
        """Return each person, with the polity for which he is named first, or ``""``.

        Args:
            ledger: Where the claims are held.
            authority: Tells who is a polity.
        """
        head = ledger.head()
        digest = "" if head is None else head.digest
        with self._lock:
            if digest != self._digest:
                self._digest, self._found = digest, _people_in(ledger, authority)
            return self._found


def _people_in(ledger: Ledger, authority: Authority) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for held in islice(ledger.claims(ClaimQuery()), MOST_CLAIMS):
        for side in (*held.claim.actors, *held.claim.recipients):
            if side.person:
                found.setdefault(side.person, side.name if isinstance(authority.find(side.id), Polity) else "")
    return found
