"""Claims as they read by the judgements that are known: amended, and under names that were merged.

All stores ask this module, so that they cannot differ. What judgements change is told beside what was recorded;
whether a rejected claim counts is for the policy of an answer to say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from dragoman.actors.participant import Participant
from dragoman.claims.amendment import amend
from dragoman.claims.claim import Claim, ClaimId
from dragoman.claims.hop import Hop
from dragoman.claims.judgement import HeldJudgement
from dragoman.claims.ledger import ClaimQuery, HeldClaim
from dragoman.claims.merging import merged_names
from dragoman.claims.verdict import NOT_JUDGED, Judged, judged_claims
from dragoman.errors import InputError

Find = Callable[[ClaimQuery], Iterator[HeldClaim]]
Look = Callable[[ClaimId], HeldClaim | None]
SIDES = ("participant", "actor", "recipient")


@dataclass(frozen=True, slots=True)
class Readings:
    """What judgements change of claims.

    Attributes:
        judged: The judged claims.
        names: For each merged name the one under which it is read.
    """

    judged: Mapping[ClaimId, Judged]
    names: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether every claim reads as recorded, and nobody has judged any."""
        return not self.judged and not self.names

    @property
    def amended(self) -> tuple[ClaimId, ...]:
        """The claims that read otherwise by an amendment."""
        return tuple(claim for claim, judged in self.judged.items() if judged.amendments)

    def read(self, held: HeldClaim) -> HeldClaim:
        """Return a claim with its judgements, as it reads by them."""
        name = held.claim.id
        judged = self.judged.get(name, NOT_JUDGED)
        claim = _renamed(_amended(held.claim, judged), self.names) if self.names else _amended(held.claim, judged)
        if claim == held.claim:
            return held if judged is NOT_JUDGED else replace(held, judged=judged)
        return replace(held, claim=replace(claim, reading_of=name), judged=judged, original=held.claim)

    def asked(self, query: ClaimQuery) -> ClaimQuery:
        """Return a query under the names by which claims are read."""
        values = {side: self.names.get(name, name) for side in SIDES if (name := getattr(query, side)) is not None}
        pair = query.pair and tuple(self.names.get(name, name) for name in query.pair)
        return replace(query, **values, pair=pair)  # type: ignore[arg-type]

    def widened(self, query: ClaimQuery) -> Iterator[ClaimQuery]:
        """Yield queries that together find every claim which a query may mean, whichever merged name it has."""
        same: dict[str, list[str]] = {}
        for name, read in self.names.items():
            same.setdefault(read, []).append(name)
        sides = [side for side in SIDES if getattr(query, side) is not None]
        choices = [same.get(name := getattr(query, side), [name]) for side in sides]
        pairs = [same.get(name, [name]) for name in query.pair or ()]
        for chosen in product(*choices, *pairs):
            values = dict(zip(sides, chosen, strict=False))
            pair = tuple(chosen[len(sides) :]) or None
            yield replace(query, **values, pair=pair)


def find_readings(judgements: Iterable[HeldJudgement]) -> Readings:
    """Return what judgements change of claims.

    Args:
        judgements: By entry, up to the moment of knowledge.
    """
    known = tuple(judgements)
    return Readings(judged_claims(known), merged_names(known))


def read_claims(query: ClaimQuery, readings: Readings, *, find: Find, look: Look) -> Iterator[HeldClaim]:
    """Yield the claims that meet a query as they read, in the order of recording, then of the text.

    Args:
        query: What is asked.
        readings: What judgements change, as known at the query's moment.
        find: Finds claims as they were recorded.
        look: Gives one claim as it was recorded and as known at the query's moment.
    """
    if readings.is_empty:
        return find(query)
    asked = readings.asked(query)
    if not readings.names and not readings.amended:
        return map(readings.read, find(query))
    return iter(_read_all(asked, readings, find, look))


def meets(claim: Claim, query: ClaimQuery) -> bool:
    """Tell whether a claim meets a query; its moment of knowledge is not looked at."""
    actors = {participant.id for participant in claim.actors}
    recipients = {participant.id for participant in claim.recipients}
    return (
        (not query.kinds or claim.kind in query.kinds)
        and (not query.modes or claim.mode in query.modes)
        and (query.participant is None or query.participant in actors | recipients)
        and (query.actor is None or query.actor in actors)
        and (query.recipient is None or query.recipient in recipients)
        and (query.pair is None or set(query.pair) <= actors | recipients)
        and (query.document is None or claim.document == query.document)
        and (not query.documents or claim.document in query.documents)
    )


def _read_all(query: ClaimQuery, readings: Readings, find: Find, look: Look) -> list[HeldClaim]:
    found = {held.claim.id: held for one in readings.widened(query) for held in find(one)}
    for name in readings.amended:
        held = None if name in found else look(name)
        if held is not None and held.superseded is None:
            found[name] = held
    read = [held for held in map(readings.read, found.values()) if meets(held.claim, query)]
    return sorted(read, key=lambda held: (held.entry, held.claim.evidence.span, held.claim.id))


def _amended(claim: Claim, judged: Judged) -> Claim:
    if not judged.amendments:
        return claim
    try:
        return amend(claim, judged.amendments)
    except InputError:
        # The coder that found the claim again may have given it a form that an amendment does not fit.
        return claim


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        actors=tuple([_renamed_participant(one, names) for one in claim.actors]),
        recipients=tuple([_renamed_participant(one, names) for one in claim.recipients]),
        chain=tuple([_renamed_hop(hop, names) for hop in claim.chain]),
    )


def _renamed_participant(one: Participant, names: Mapping[str, str]) -> Participant:
    return replace(one, id=names.get(one.id, one.id), person=one.person and names.get(one.person, one.person))


def _renamed_hop(hop: Hop, names: Mapping[str, str]) -> Hop:
    return replace(hop, source=names.get(hop.source, hop.source), id=hop.id and names.get(hop.id, hop.id))
