"""The transitions of missions as a table, each document's history by itself."""

from dataclasses import dataclass

from dragoman.actors.authority import Authority
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.missions import find_claims_on_missions
from dragoman.answers.policy import POLICY
from dragoman.answers.polities import resolve_party
from dragoman.answers.transitions import Transition, derive_by_document
from dragoman.claims.ledger import Ledger
from dragoman.knowledge.derivation import load_derivation


@dataclass(frozen=True, slots=True)
class MissionTransitions:
    """On which days which missions of a polity changed.

    Attributes:
        sender: Identifier of the sender.
        name: Its plain English name.
        receiver: Identifier of the receiver that was asked for, or ``None`` for all.
        horizon: The two times of the question.
        transitions: By document, receiver and day.
        policy: How claims were weighed, in a sentence.
    """

    sender: str
    name: str
    receiver: str | None
    horizon: Horizon
    transitions: tuple[Transition, ...]
    policy: str = POLICY

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "mission transitions",
            "sender": self.sender,
            "name": self.name,
            "receiver": self.receiver,
            **self.horizon.to_dict(),
            "policy": self.policy,
            "transitions": [one.to_dict() for one in self.transitions],
        }


def find_mission_transitions(
    ledger: Ledger, authority: Authority, sender: str, *, receiver: str | None = None, horizon: Horizon = ALL_TIMES
) -> MissionTransitions:
    """Derive the transitions of a polity's missions, each document by itself.

    Args:
        ledger: Where the claims are held.
        authority: Names, and which polity came out of which.
        sender: The sender, in any spelling.
        receiver: The receiver, or ``None`` for all.
        horizon: The two times of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    of = resolve_party(authority, sender)
    to = None if receiver is None else resolve_party(authority, receiver)
    about = find_claims_on_missions(ledger, of, horizon)
    found = derive_by_document(about, authority, of, load_derivation())
    kept = tuple(one for one in found if to in {None, one.receiver})
    return MissionTransitions(of, authority.name_of(of), to, horizon, kept)
