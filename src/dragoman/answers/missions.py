"""Which missions a polity had in others: their rank by day, and each change of it."""

from dataclasses import dataclass
from datetime import date

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.ladder import Span, find_spans
from dragoman.answers.policy import POLICY
from dragoman.answers.polities import plain_name, resolve_party
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty
from dragoman.events.kind import MODE_LADDER, Ladder


@dataclass(frozen=True, slots=True)
class Post:
    """The missions of one polity in another.

    Attributes:
        receiver: Identifier of the receiver.
        name: Its plain English name.
        spans: The ranks, in the order of dates; gaps are of unknown rank.
        current: The last span that had begun when the asked day ended, or ``None`` when none is dated.
    """

    receiver: str
    name: str
    spans: tuple[Span, ...]
    current: Span | None

    def to_dict(self) -> dict[str, object]:
        """Return the missions as plain JSON values."""
        return {
            "receiver": self.receiver,
            "name": self.name,
            "current": self.current and self.current.to_dict(),
            "transitions": [span.to_dict() for span in self.spans],
        }


@dataclass(frozen=True, slots=True)
class Missions:
    """Which missions a polity had in others.

    Attributes:
        of: Identifier of the sender.
        name: Its plain English name.
        in_: Identifier of the receiver that was asked for, or ``None`` for all.
        horizon: The two times of the question.
        posts: One for each receiver, by name.
        citations: All claims that were used or that deny a mission.
        contests: Disputes that touch them.
        policy: How claims were weighed, in a sentence.
    """

    of: str
    name: str
    in_: str | None
    horizon: Horizon
    posts: tuple[Post, ...]
    citations: tuple[Citation, ...]
    contests: tuple[Contest, ...]
    policy: str = POLICY

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "missions",
            "of": self.of,
            "name": self.name,
            "in": self.in_,
            **self.horizon.to_dict(),
            "policy": self.policy,
            "posts": [post.to_dict() for post in self.posts],
            "citations": [citation.to_dict() for citation in self.citations],
            "disputes": [contest.to_dict() for contest in self.contests],
        }


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
    shelf = Shelf(ledger, horizon.known)
    about = shelf.find(ClaimQuery(actor=sender, recipient=receiver, known=horizon.known))
    kept = [c for c in about if is_about_mission(c.claim) and _is_in(horizon, c)]
    receivers = {p.id: p.name for c in kept for p in c.claim.recipients if p.is_known and p.id != sender}
    posts = [
        _post(
            identifier,
            plain_name(authority, identifier, otherwise=name),
            find_spans(kept, (sender, identifier), authority),
            horizon,
        )
        for identifier, name in receivers.items()
        if receiver in {None, identifier}
    ]
    return Missions(
        of=sender,
        name=authority.name_of(sender),
        in_=receiver,
        horizon=horizon,
        posts=tuple(sorted((post for post in posts if post.spans), key=lambda post: post.name)),
        citations=tuple(kept),
        contests=contests_about(ledger, kept, horizon, authority=authority),
    )


def is_about_mission(claim: Claim) -> bool:
    """Tell whether a claim is about a mission: an act that moves it, or how it stands."""
    if claim.kind is ClaimKind.STATE:
        return claim.measure is not None and claim.measure.unit == Ladder.MISSION.value
    return claim.kind is ClaimKind.EVENT and MODE_LADDER.get(claim.mode or "", (None, None))[0] is Ladder.MISSION


def _post(identifier: str, name: str, spans: tuple[Span, ...], horizon: Horizon) -> Post:
    kept = tuple(span for span in spans if span.ladder is Ladder.MISSION and span.receiver == identifier)
    begun = [span for span in kept if span.start is not None and not span.is_state and _has_begun(span, horizon.day)]
    return Post(identifier, name, kept, begun[-1] if begun else None)


def _has_begun(span: Span, day: date | None) -> bool:
    interval = span.start.interval if span.start is not None else None
    return interval is not None and (day is None or interval.happened_by(day) is not Certainty.NO)


def _is_in(horizon: Horizon, citation: Citation) -> bool:
    return horizon.happened(citation.claim, citation.page.published) is not Certainty.NO
