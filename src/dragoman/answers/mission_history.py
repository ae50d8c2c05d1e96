"""The transitions of missions as a table, each document's history by itself."""

from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.answers.hearing import Objection
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.missions import bears_on_missions, find_claims_on_missions
from dragoman.answers.polities import resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.transitions import Transition, derive_by_document, with_certainty
from dragoman.claims.ledger import Ledger
from dragoman.knowledge.derivation import load_derivation


@dataclass(frozen=True, slots=True)
class MissionTransitions(Tabular):
    """On which days which missions of a polity changed.

    Attributes:
        sender: Identifier of the sender.
        name: Its plain English name.
        receiver: Identifier of the receiver that was asked for, or ``None`` for all.
        horizon: The two times of the question.
        transitions: By document, receiver and day.
        left_out: What the policy leaves out, with the reasons.
    """

    sender: str
    name: str
    receiver: str | None
    horizon: Horizon
    transitions: tuple[Transition, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "mission transitions",
            "sender": self.sender,
            "name": self.name,
            "receiver": self.receiver,
            **self.horizon.to_dict(),
            "transitions": [one.to_dict() for one in self.transitions],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each transition."""
        return tuple(one.to_record() for one in self.transitions)


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
    hearing = find_claims_on_missions(ledger, of, horizon)
    found = derive_by_document(hearing.heard, authority, of, load_derivation())
    kept = with_certainty((one for one in found if to in {None, one.receiver}), horizon)
    left_out = hearing.about(lambda c: bears_on_missions(c.claim, to))
    return MissionTransitions(of, authority.name_of(of), to, horizon, kept, left_out)
