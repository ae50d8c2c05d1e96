"""All that is said of a polity, or of a pair, by day.

Each row is one thing that claims say, with the days that may be meant, the origins behind it and whether it is
disputed. For a pair the ladders stand beside it; for one polity those with each other polity.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity
from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.hearing import Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.ladder import Span, find_spans
from dragoman.answers.origin import find_links
from dragoman.answers.polities import resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.relations import Item, find_items, find_relations, may_move, spans_with_certainty
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty


@dataclass(frozen=True, slots=True)
class Timeline(Tabular):
    """All that is said of a polity or a pair, by day.

    Attributes:
        parties: One identifier or two, in the order of the question.
        names: Their plain English names.
        horizon: The limits of the question.
        spans: Steps of the ladders.
        dated: What has a date, in the order of dates.
        undated: What has none.
        contests: Disputes that touch any of it.
        later: How many claims were left out because they are dated after the asked day.
        left_out: What the policy leaves out, with the reasons.
    """

    parties: tuple[str, ...]
    names: tuple[str, ...]
    horizon: Horizon
    spans: tuple[Span, ...]
    dated: tuple[Item, ...]
    undated: tuple[Item, ...]
    contests: tuple[Contest, ...] = field(repr=False)
    later: int = 0
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "timeline",
            "parties": list(self.parties),
            "names": list(self.names),
            **self.horizon.to_dict(),
            "ladders": [span.to_dict() for span in self.spans],
            "dated": [item.to_dict() for item in self.dated],
            "undated": [item.to_dict() for item in self.undated],
            "later": self.later,
            "disputes": [contest.to_dict() for contest in self.contests],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each thing that is said, what has a date first."""
        return tuple(item.to_record() for item in (*self.dated, *self.undated))


def find_timeline(
    ledger: Ledger, authority: Authority, parties: tuple[str, ...], *, horizon: Horizon = ALL_TIMES
) -> Timeline:
    """Find all that is said of a polity or a pair.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        parties: One polity, or two, in any spelling.
        horizon: The limits of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    if len(parties) > 1:
        return _of_pair(ledger, authority, (parties[0], parties[1]), horizon)
    party = resolve_party(authority, parties[0])
    about = tuple(Shelf(ledger, horizon.known).find(ClaimQuery(participant=party, known=horizon.known)))
    happened = [c for c in about if horizon.happened(c.claim, c.page.published) is not Certainty.NO]
    hearing = hear(ledger, happened, horizon)
    contests = contests_about(
        ledger, hearing.heard, horizon, authority=authority, concerns=lambda a: party in a.key[1:]
    )
    links = find_links(ledger, hearing.heard, horizon.known)
    items = find_items(ledger, hearing.heard, horizon, links=links, contests=contests)
    return Timeline(
        parties=(party,),
        names=(authority.name_of(party),),
        horizon=horizon,
        spans=spans_with_certainty(_ladders(hearing.heard, party, authority, horizon), horizon),
        dated=tuple(item for item in items if item.date is not None),
        undated=tuple(item for item in items if item.date is None),
        contests=contests,
        later=len(about) - len(happened),
        left_out=hearing.left_out,
    )


def _of_pair(ledger: Ledger, authority: Authority, pair: tuple[str, str], horizon: Horizon) -> Timeline:
    answer = find_relations(ledger, authority, pair, horizon=horizon)
    return Timeline(
        parties=answer.pair,
        names=answer.names,
        horizon=horizon,
        spans=answer.spans,
        dated=answer.timeline,
        undated=answer.undated,
        contests=answer.contests,
        later=answer.later,
        left_out=answer.left_out,
    )


def _ladders(citations: Iterable[Citation], party: str, authority: Authority, horizon: Horizon) -> Iterator[Span]:
    """Yield the steps of a polity with each other, by the name of the other."""
    by_other: dict[str, list[Citation]] = {}
    for citation in citations:
        if may_move(horizon, citation):
            for other in {p.id for p in (*citation.claim.actors, *citation.claim.recipients)} - {party}:
                by_other.setdefault(other, []).append(citation)
    polities = (one for one in by_other if isinstance(authority.find(one), Polity))
    for other in sorted(polities, key=authority.name_of):
        yield from find_spans(by_other[other], (party, other), authority)
