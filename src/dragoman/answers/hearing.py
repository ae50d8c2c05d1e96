"""Which claims an answer hears: each is heard, or there is an objection with its reason.

What is left out by a policy stays visible in every answer. Nothing else in this package decides whether a claim counts.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.answers.citation import Citation
from dragoman.answers.dating import interval_of
from dragoman.answers.horizon import Horizon
from dragoman.answers.origin import find_links, find_origins
from dragoman.answers.policy import origin_names, source_names
from dragoman.claims.assertion import DONE, find_assertions
from dragoman.claims.claim import Claim, ClaimId, ClaimKind
from dragoman.claims.ledger import Ledger
from dragoman.claims.policy import ALL, Listed, Policy
from dragoman.dates.interval import DateInterval
from dragoman.documents.link import DocumentLink
from dragoman.documents.section import VoiceKind
from dragoman.events.kind import Status


@dataclass(frozen=True, slots=True)
class Objection:
    """Why claims do not count.

    Attributes:
        reason: In words, without a full stop.
        citations: The claims.
    """

    reason: str
    citations: tuple[Citation, ...] = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the objection as plain JSON values."""
        return {"reason": self.reason, "citations": [citation.to_dict() for citation in self.citations]}


@dataclass(frozen=True, slots=True)
class Hearing:
    """Claims by whether they count.

    Attributes:
        heard: Those that do, in the order in which they came.
        left_out: Those that do not, by reason.
    """

    heard: tuple[Citation, ...]
    left_out: tuple[Objection, ...] = ()

    @property
    def unheard(self) -> frozenset[ClaimId]:
        """Identifiers of the claims that do not count."""
        return frozenset(citation.claim.id for one in self.left_out for citation in one.citations)

    def about(self, concerns: Callable[[Citation], bool]) -> tuple[Objection, ...]:
        """Return what is left out of the claims that concern a question."""
        kept = ((one.reason, tuple(c for c in one.citations if concerns(c))) for one in self.left_out)
        return tuple(Objection(reason, citations) for reason, citations in kept if citations)


def hear(ledger: Ledger, citations: Iterable[Citation], horizon: Horizon, *, alone: bool = False) -> Hearing:
    """Hear claims by the policy of a question.

    Args:
        ledger: Where they are held, with the links between documents.
        citations: All claims that bear on the question.
        horizon: The limits of the question, with its policy.
        alone: Whether each is heard alone, however few origins say the same.
    """
    policy = horizon.policy
    rules = (*_SPEAKERS, *_SORTS)
    hearing = _hear_each(tuple(citations), policy, rules)
    if alone or policy.least_origins == 1:
        return hearing
    links = find_links(ledger, hearing.heard, horizon.known)
    few = _too_few(hearing.heard, policy.least_origins, links)
    if not few:
        return hearing
    return Hearing(
        tuple(c for c in hearing.heard if c.claim.id not in few),
        (
            *hearing.left_out,
            Objection(
                f"fewer than {policy.least_origins} independent origins",
                tuple(c for c in hearing.heard if c.claim.id in few),
            ),
        ),
    )


def hear_voices(citations: Iterable[Citation], horizon: Horizon) -> Hearing:
    """Hear claims for their words alone: who speaks decides, not whether an act was done or told by others.

    Args:
        citations: The claims.
        horizon: The limits of the question, with its policy.
    """
    return _hear_each(tuple(citations), horizon.policy, _SPEAKERS)


Rule = Callable[[Policy, Citation], str]
"""Says why a claim does not count, or ``""``."""


def _hear_each(citations: tuple[Citation, ...], policy: Policy, rules: Sequence[Rule]) -> Hearing:
    kept = [rule for rule in rules if _has_effect(rule, policy)]
    heard: list[Citation] = []
    left_out: dict[str, list[Citation]] = {}
    for citation in citations:
        verdict = citation.judged.verdict.value
        reason = "" if verdict in policy.verdicts else _ruled_out(citation, verdict)
        reason = reason or next(filter(None, (rule(policy, citation) for rule in kept)), "")
        (left_out.setdefault(reason, []) if reason else heard).append(citation)
    return Hearing(tuple(heard), tuple(Objection(reason, tuple(found)) for reason, found in left_out.items()))


def _ruled_out(citation: Citation, verdict: str) -> str:
    """Say that a verdict keeps a claim from counting; of a rejection, who ruled so and why."""
    ruling = citation.judged.decisive
    said = "" if ruling is None else f": {ruling.judgement.reviewer}, “{ruling.judgement.reason}”"
    return f"{verdict} claims do not count{said}"


def _source(policy: Policy, citation: Citation) -> str:
    return _chosen(source_names(citation), policy.sources.count, policy.sources.ignore, "source")


def _origin(policy: Policy, citation: Citation) -> str:
    return _chosen(origin_names(citation), policy.origins.count, policy.origins.ignore, "origin")


def _chosen(names: Collection[str], count: Sequence[Listed], ignore: Sequence[Listed], what: str) -> str:
    ignored = next((one for one in ignore if not one.keys.isdisjoint(names)), None)
    if ignored is not None:
        return f"{ignored.text} is an ignored {what}"
    if count and all(one.keys.isdisjoint(names) for one in count):
        return f"no {what} of it is among those that count"
    return ""


def _announced(policy: Policy, citation: Citation) -> str:
    is_out = not policy.announced and citation.claim.status is Status.ANNOUNCED
    return "announced acts do not count" if is_out else ""


def _historical(policy: Policy, citation: Citation) -> str:
    is_out = not policy.historical and citation.claim.status is Status.HISTORICAL
    return "what is told as background does not count" if is_out else ""


def _unnamed(policy: Policy, citation: Citation) -> str:
    is_out = not policy.unnamed and citation.claim.speaker.kind is VoiceKind.UNNAMED
    return "speakers without a name do not count" if is_out else ""


_SPEAKERS: tuple[Rule, ...] = (_source, _origin)
_SORTS: tuple[Rule, ...] = (_announced, _historical, _unnamed)


def _has_effect(rule: Rule, policy: Policy) -> bool:
    """Tell whether a rule can leave anything out, so that the others cost nothing."""
    effects: dict[Rule, bool] = {
        _source: policy.sources != ALL,
        _origin: policy.origins != ALL,
        _announced: not policy.announced,
        _historical: not policy.historical,
        _unnamed: not policy.unnamed,
    }
    return effects[rule]


def _too_few(citations: Sequence[Citation], least: int, links: Sequence[DocumentLink]) -> frozenset[ClaimId]:
    """Return the claims of which nothing that they say has enough origins.

    Claims go together that say the same of the same two sides and whose dates do not exclude each other.
    """
    groups: dict[tuple[object, ...], list[Citation]] = {}
    for citation in citations:
        for key in _keys(citation.claim):
            groups.setdefault(key, []).append(citation)
    enough = {c.claim.id for group in groups.values() for c in _borne_out(group, least, links)}
    return frozenset(c.claim.id for c in citations if c.claim.id not in enough)


def _keys(claim: Claim) -> Iterator[tuple[object, ...]]:
    is_valued = claim.kind is not ClaimKind.EVENT and claim.measure is not None
    value = (claim.measure.value, claim.measure.unit, claim.measure.of) if is_valued and claim.measure else None
    status = Status.ACTUAL if claim.status in DONE else claim.status
    for assertion in find_assertions([claim], *ClaimKind):
        yield (claim.kind, assertion.key, value, status, claim.negated)


def _borne_out(group: Sequence[Citation], least: int, links: Sequence[DocumentLink]) -> Iterator[Citation]:
    dates = {interval_of(citation) for citation in group}
    enough = {
        date: len(find_origins([c for c in group if _go_together(date, interval_of(c))], links)) >= least
        for date in dates
    }
    return (citation for citation in group if enough[interval_of(citation)])


def _go_together(one: DateInterval | None, other: DateInterval | None) -> bool:
    return one is None or other is None or one.overlaps(other)
