"""What is said of a pair: the three ladders, and everything else in the order of its dates.

Claims that say the same of the same day are one item with all its claims. Denials,
announcements and background are marked as such; what has no date stands apart, since
only the day of publication is known of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.dating import interval_of, length_of
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.hearing import Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.ladder import Span, find_spans
from dragoman.answers.origin import find_links
from dragoman.answers.polities import resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.strand import Strand, spin
from dragoman.answers.wording import sentence_of
from dragoman.claims.assertion import MUTUAL, SINGULAR, topic_of
from dragoman.claims.claim import Claim, ClaimId, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.event_date import EventDate
from dragoman.dates.interval import Certainty
from dragoman.documents.link import DocumentLink
from dragoman.events.kind import Status

REACTS_TO = "reacts-to"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is said of a pair, with all claims that say it.

    Attributes:
        sentence: What is said, in Dragoman's own words.
        kind: Sort of claim.
        topic: Mode, root, ladder or noun.
        status: Whether it is said to have happened.
        negated: Whether it is denied.
        date: The most precise date given, or ``None``.
        not_after: Day of publication where there is no date: all that is known.
        strand: The claims with their origins.
        reacts_to: Sentences of the acts that it answers.
        is_disputed: Whether a real dispute touches it.
    """

    sentence: str
    kind: ClaimKind
    topic: str
    status: Status
    negated: bool
    date: EventDate | None
    not_after: str | None
    strand: Strand = field(repr=False)
    reacts_to: tuple[str, ...] = ()
    is_disputed: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All claims that say it."""
        return self.strand.citations

    def to_dict(self) -> dict[str, object]:
        """Return the item as plain JSON values."""
        return {
            "sentence": self.sentence,
            "kind": self.kind.value,
            "topic": self.topic,
            "status": self.status.value,
            "negated": self.negated,
            "date": self.date and self.date.to_dict(),
            "not_after": self.not_after,
            "reacts_to": list(self.reacts_to),
            "certainty": self.strand.certainty.value,
            "disputed": self.is_disputed,
            "origins": [origin.to_dict() for origin in self.strand.origins],
            "citations": [citation.to_dict() for citation in self.citations],
        }

    def to_record(self) -> Record:
        """Return the item as one row of a table."""
        date, best = self.date, self.strand.best
        return {
            "date": date and date.edtf,
            "earliest": date and date.earliest and date.earliest.isoformat(),
            "latest": date and date.latest and date.latest.isoformat(),
            "not_after": self.not_after,
            "certainty": self.strand.certainty.value,
            "sentence": self.sentence,
            "kind": self.kind.value,
            "topic": self.topic,
            "status": self.status.value,
            "negated": self.negated,
            "disputed": self.is_disputed,
            "actors": " ".join(p.id for p in best.claim.actors),
            "recipients": " ".join(p.id for p in best.claim.recipients),
            "chain": best.chain,
            "origins": len(self.strand.origins),
            "origin_names": "; ".join(origin.name for origin in self.strand.origins),
            "quote": best.claim.evidence.quote,
            "claims": " ".join(citation.claim.id for citation in self.citations),
        }


@dataclass(frozen=True, slots=True)
class Relations(Tabular):
    """What is said of a pair.

    Attributes:
        pair: The two identifiers, in the order of the question.
        names: Their plain English names.
        horizon: The two times of the question.
        spans: Steps of the ladders with their first and last days; gaps between them are unknown.
        timeline: What has a date, in the order of dates.
        undated: What has none.
        contests: Disputes that touch any of it.
        later: How many claims were left out because they are dated after the asked day.
        left_out: What the policy leaves out, with the reasons.
    """

    pair: tuple[str, str]
    names: tuple[str, str]
    horizon: Horizon
    spans: tuple[Span, ...]
    timeline: tuple[Item, ...]
    undated: tuple[Item, ...]
    contests: tuple[Contest, ...]
    later: int = 0
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each thing that is said, what has a date first."""
        return tuple(item.to_record() for item in self.items)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything: what has a date, then the rest."""
        return (*self.timeline, *self.undated)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "relations",
            "pair": list(self.pair),
            "names": list(self.names),
            **self.horizon.to_dict(),
            "ladders": [span.to_dict() for span in self.spans],
            "timeline": [item.to_dict() for item in self.timeline],
            "undated": [item.to_dict() for item in self.undated],
            "later": self.later,
            "disputes": [contest.to_dict() for contest in self.contests],
            "left_out": [one.to_dict() for one in self.left_out],
        }


def find_relations(
    ledger: Ledger, authority: Authority, pair: tuple[str, str], *, horizon: Horizon = ALL_TIMES
) -> Relations:
    """Find what is said of a pair.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        pair: The two sides, in any spelling.
        horizon: The two times of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    one, other = (resolve_party(authority, name) for name in pair)
    shelf = Shelf(ledger, horizon.known)
    about = tuple(shelf.find(ClaimQuery(pair=(one, other), known=horizon.known)))
    links = find_links(ledger, about, horizon.known)
    happened = [c for c in about if horizon.happened(c.claim, c.page.published) is not Certainty.NO]
    hearing = hear(ledger, happened, horizon)
    kept = hearing.heard
    contests = contests_about(
        ledger, kept, horizon, authority=authority, concerns=lambda a: {one, other} <= {*a.key[1:]}
    )
    items = find_items(ledger, kept, horizon, links=links, contests=contests)
    spans = find_spans([c for c in kept if may_move(horizon, c)], (one, other), authority)
    return Relations(
        pair=(one, other),
        names=(authority.name_of(one), authority.name_of(other)),
        horizon=horizon,
        spans=spans_with_certainty(spans, horizon),
        timeline=tuple(item for item in items if item.date is not None),
        undated=tuple(item for item in items if item.date is None),
        contests=contests,
        later=len(about) - len(happened),
        left_out=hearing.left_out,
    )


def find_items(
    ledger: Ledger,
    citations: Sequence[Citation],
    horizon: Horizon,
    *,
    links: Sequence[DocumentLink],
    contests: Iterable[Contest],
) -> tuple[Item, ...]:
    """Return the things that claims say, in the order of dates; those without a date stand last.

    Args:
        ledger: Where the acts are held that others answer.
        citations: The claims.
        horizon: The limits of the question.
        links: How the documents stand to each other.
        contests: Disputes that touch the claims.
    """
    items = _items(citations, horizon, links, contests, _answered(ledger, citations))
    return tuple(sorted(items, key=_rank))


def spans_with_certainty(spans: Iterable[Span], horizon: Horizon) -> tuple[Span, ...]:
    """Return steps of ladders, each with whether it had begun on the asked day."""
    return tuple(replace(span, certainty=_certainty(span, horizon)) for span in spans)


def _certainty(span: Span, horizon: Horizon) -> Certainty:
    told = (horizon.happened(c.claim, c.page.published) for c in span.citations or span.ended_by)
    return Certainty.CERTAINLY if Certainty.CERTAINLY in told else Certainty.POSSIBLY


def may_move(horizon: Horizon, citation: Citation) -> bool:
    """Tell whether a claim may move a ladder: what only a later page tells, without a date, may have come later."""
    held = horizon.happened(citation.claim, citation.page.published)
    return held is Certainty.CERTAINLY or interval_of(citation) is not None


def _answered(ledger: Ledger, citations: Iterable[Citation]) -> dict[ClaimId, str]:
    """Return what the acts say to which claims are reactions; they are often about another pair."""
    targets = {link.target for c in citations for link in c.claim.links if link.kind == REACTS_TO}
    held = {target: ledger.claim(target) for target in sorted(targets)}
    return {target: sentence_of(found.claim) for target, found in held.items() if found is not None}


def _items(
    citations: Sequence[Citation],
    horizon: Horizon,
    links: Sequence[DocumentLink],
    contests: Iterable[Contest],
    answered: Mapping[ClaimId, str],
) -> Iterator[Item]:
    disputed: set[ClaimId] = {one for contest in contests if contest.is_real for one in contest.claim_ids}
    for same in _groups(citations):
        strand = spin(same, horizon, links)
        if strand is None:
            continue
        best = strand.best.claim
        targets = [link.target for c in same for link in c.claim.links if link.kind == REACTS_TO]
        yield Item(
            sentence=sentence_of(best),
            kind=best.kind,
            topic=topic_of(best) or "",
            status=best.status,
            negated=best.negated,
            date=best.date if best.date is not None and best.date.is_known else None,
            not_after=strand.not_after,
            strand=strand,
            reacts_to=tuple(dict.fromkeys(answered[t] for t in targets if t in answered)),
            is_disputed=any(c.claim.id in disputed for c in same),
        )


def _groups(citations: Sequence[Citation]) -> Iterator[list[Citation]]:
    """Put claims together that say the same of the same day.

    For acts that are not done twice, a vague date joins the more exact one that it is compatible with.
    """
    groups: dict[tuple[object, ...], list[Citation]] = {}
    for citation in citations:
        groups.setdefault(_signature(citation.claim), []).append(citation)
    for same in groups.values():
        if topic_of(same[0].claim) in SINGULAR or same[0].claim.kind is not ClaimKind.EVENT:
            yield from _by_compatible_date(same)
        else:
            yield from _by_date(same)


def _by_date(citations: Iterable[Citation]) -> Iterable[list[Citation]]:
    groups: dict[str | None, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(citation.claim.date.edtf if citation.claim.date is not None else None, []).append(citation)
    return groups.values()


def _by_compatible_date(citations: Iterable[Citation]) -> Iterator[list[Citation]]:
    undated: list[Citation] = []
    groups: list[list[Citation]] = []
    for citation in sorted(citations, key=length_of):
        interval = interval_of(citation)
        if interval is None:
            undated.append(citation)
            continue
        joined = next((group for group in groups if _overlaps(group[0], citation)), None)
        if joined is None:
            groups.append([citation])
        else:
            joined.append(citation)
    yield from groups
    if undated:
        yield undated


def _overlaps(one: Citation, other: Citation) -> bool:
    left, right = interval_of(one), interval_of(other)
    return left is not None and right is not None and left.overlaps(right)


def _signature(claim: Claim) -> tuple[object, ...]:
    actors, recipients = _sides(claim)
    is_valued = claim.measure is not None and claim.kind is not ClaimKind.EVENT
    value = (claim.measure.value, claim.measure.unit, claim.measure.of) if is_valued and claim.measure else None
    is_past = claim.status in {Status.ACTUAL, Status.HISTORICAL}
    status = Status.ACTUAL if is_past else claim.status
    return (claim.kind, topic_of(claim), actors, recipients, value, status, claim.negated)


def _sides(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    actors = frozenset(p.id for p in claim.actors)
    recipients = frozenset(p.id for p in claim.recipients)
    if claim.mode in MUTUAL or claim.kind is ClaimKind.STATE:
        return actors | recipients, frozenset()
    return actors, recipients


def _rank(item: Item) -> tuple[date, date, str]:
    if item.date is None:
        return (date.max, date.max, item.not_after or "")
    first = item.date.earliest or item.date.latest or date.max
    return (first, item.date.latest or date.max, item.sentence)
