"""Which missions a polity had in others: their status by day, and each change of it.

The claims of all documents are put together for each receiver; :mod:`dragoman.answers.mission_history`
keeps the documents apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity
from dragoman.answers.citation import BATCH, Citation, Shelf, distinct
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.hearing import Hearing, Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.ladder import Span, find_spans
from dragoman.answers.mission_marks import is_residence, receivers_of
from dragoman.answers.polities import plain_name, resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.relations import spans_with_certainty
from dragoman.answers.transitions import Transition, derive_line, with_certainty
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty
from dragoman.events.derivation import Derivation
from dragoman.events.kind import MODE_LADDER, Ladder
from dragoman.knowledge.derivation import load_derivation


@dataclass(frozen=True, slots=True)
class Post:
    """The missions of one polity in another.

    Attributes:
        receiver: Identifier of the receiver.
        name: Its plain English name.
        transitions: The changes of status, in the order of dates.
        told: What claims tell of it without a day, or as a state.
        current: The last change that had begun when the asked day ended, or ``None`` when none is dated.
    """

    receiver: str
    name: str
    transitions: tuple[Transition, ...]
    told: tuple[Span, ...]
    current: Transition | None

    def to_dict(self) -> dict[str, object]:
        """Return the missions as plain JSON values."""
        return {
            "receiver": self.receiver,
            "name": self.name,
            "current": self.current and self.current.to_dict(),
            "transitions": [one.to_dict() for one in self.transitions],
            "told": [span.to_dict() for span in self.told],
        }


@dataclass(frozen=True, slots=True)
class Missions(Tabular):
    """Which missions a polity had in others.

    Attributes:
        of: Identifier of the sender.
        name: Its plain English name.
        in_: Identifier of the receiver that was asked for, or ``None`` for all.
        horizon: The two times of the question.
        posts: One for each receiver, by name.
        citations: All claims that were used or that deny a mission.
        contests: Disputes that touch them.
        left_out: What the policy leaves out, with the reasons.
    """

    of: str
    name: str
    in_: str | None
    horizon: Horizon
    posts: tuple[Post, ...]
    citations: tuple[Citation, ...]
    contests: tuple[Contest, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "missions",
            "of": self.of,
            "name": self.name,
            "in": self.in_,
            **self.horizon.to_dict(),
            "posts": [post.to_dict() for post in self.posts],
            "citations": [citation.to_dict() for citation in self.citations],
            "disputes": [contest.to_dict() for contest in self.contests],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each change of a mission, by receiver and day."""
        return tuple(one.to_record() for post in self.posts for one in post.transitions)


def find_missions(
    ledger: Ledger, authority: Authority, of: str, *, in_: str | None = None, horizon: Horizon = ALL_TIMES
) -> Missions:
    """Find the missions of a polity.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        of: The sender, in any spelling.
        in_: The receiver, or ``None`` for all.
        horizon: The two times of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    sender = resolve_party(authority, of)
    receiver = None if in_ is None else resolve_party(authority, in_)
    hearing = find_claims_on_missions(ledger, sender, horizon)
    about = hearing.heard
    given = (authority, sender, load_derivation())
    posts = [
        _post(one, about, given, horizon) for one in _receivers(about, sender, authority) if receiver in {None, one}
    ]
    shown = tuple(sorted((p for p in posts if p.transitions or p.told), key=lambda post: post.name))
    kept = _used(shown, about, (sender, receiver))
    return Missions(
        of=sender,
        name=authority.name_of(sender),
        in_=receiver,
        horizon=horizon,
        posts=shown,
        citations=kept,
        contests=contests_about(ledger, kept, horizon, authority=authority),
        left_out=hearing.about(lambda c: bears_on_missions(c.claim, receiver)),
    )


def find_claims_on_missions(ledger: Ledger, sender: str, horizon: Horizon) -> Hearing:
    """Hear the claims that bear on missions of a polity: its acts and states, and where envoys reside.

    Args:
        ledger: Where the claims are held.
        sender: Identifier of the sender.
        horizon: The two times of the question.
    """
    shelf = Shelf(ledger, horizon.known)
    own = tuple(shelf.find(ClaimQuery(participant=sender, known=horizon.known)))
    pages = tuple(dict.fromkeys(citation.page.id for citation in own))
    states = (
        citation
        for first in range(0, len(pages), BATCH)
        for citation in shelf.find(
            ClaimQuery(kinds=(ClaimKind.STATE,), documents=pages[first : first + BATCH], known=horizon.known)
        )
    )
    residences = (c for c in states if is_residence(c.claim))
    return hear(ledger, [c for c in distinct((*own, *residences)) if _is_in(horizon, c)], horizon)


def bears_on_missions(claim: Claim, receiver: str | None) -> bool:
    """Tell whether a claim can move a mission: one of missions, envoys or relations, with the receiver asked for."""
    sides = {p.id for p in (*claim.actors, *claim.recipients)}
    is_act = claim.kind is ClaimKind.EVENT and (claim.mode or "").startswith(("mission-", "envoy-", "relations-"))
    return (is_act or is_about_mission(claim) or is_residence(claim)) and (receiver is None or receiver in sides)


def is_about_mission(claim: Claim) -> bool:
    """Tell whether a claim is about a mission: an act that moves it, or how it stands."""
    if claim.kind is ClaimKind.STATE:
        return claim.measure is not None and claim.measure.unit == Ladder.MISSION.value
    return claim.kind is ClaimKind.EVENT and MODE_LADDER.get(claim.mode or "", (None, None))[0] is Ladder.MISSION


def _receivers(about: Sequence[Citation], sender: str, authority: Authority) -> tuple[str, ...]:
    found = receivers_of((c.claim for c in about), sender)
    states = (c.claim for c in about if is_about_mission(c.claim) and any(p.id == sender for p in c.claim.actors))
    found |= {p.id for claim in states for p in claim.recipients if p.is_known and p.id != sender}
    return tuple(sorted(one for one in found if isinstance(authority.find(one), Polity)))


def _post(receiver: str, about: Sequence[Citation], given: tuple[Authority, str, Derivation], horizon: Horizon) -> Post:
    authority, sender, _ = given
    transitions = with_certainty(derive_line(about, frozenset({receiver}), given), horizon)
    spans = find_spans((c for c in about if is_about_mission(c.claim)), (sender, receiver), authority)
    told = tuple(
        span
        for span in spans
        if span.ladder is Ladder.MISSION and span.sender == sender and (span.is_state or span.start is None)
    )
    begun = [one for one in transitions if _has_begun(one, horizon.day)]
    name = plain_name(authority, receiver, otherwise=receiver)
    steps = spans_with_certainty((span for span in told if span.step), horizon)
    return Post(receiver, name, transitions, steps, begun[-1] if begun else None)


def _used(posts: Iterable[Post], about: Sequence[Citation], sides: tuple[str, str | None]) -> tuple[Citation, ...]:
    sender, receiver = sides
    cited = {c.claim.id for post in posts for one in post.transitions for c in one.citations}
    return tuple(
        c
        for c in about
        if c.claim.id in cited
        or (
            is_about_mission(c.claim)
            and any(p.id == sender for p in c.claim.actors)
            and (receiver is None or any(p.id == receiver for p in c.claim.recipients))
        )
    )


def _has_begun(transition: Transition, day: date | None) -> bool:
    interval = transition.start.interval
    return interval is not None and (day is None or interval.happened_by(day) is not Certainty.NO)


def _is_in(horizon: Horizon, citation: Citation) -> bool:
    return horizon.happened(citation.claim, citation.page.published) is not Certainty.NO
