"""Reactions: "in response", "in response to this act" tie a claim to the act it answers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.claims.claim import Claim, ClaimKind, ClaimLink

_CUES = re.compile(
    r"\b(?:in (?:response|reaction|retaliation|reply|protest)(?: (?:to|at|for|against))?|in retaliation for|"
    r"as a result of|because of|in connection with|following|over)\b",
    re.IGNORECASE,
)
_ANSWERING = frozenset({"response", "reaction", "retaliation", "reply", "protest"})
_LOOKBACK = 12


def link_reactions(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of one document with links from each reaction to the act it answers.

    A claim answers the nearest earlier act that was done by one of its recipients, if its sentence says
    that it is an answer; otherwise nothing is linked.
    """
    return tuple(_linked(claim, claims[max(0, number - _LOOKBACK) : number]) for number, claim in enumerate(claims))


def _linked(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    cue = next(iter(_find_cues(claim)), None)
    if cue is None or claim.kind is not ClaimKind.EVENT:
        return claim
    others = {p.id for p in claim.recipients}
    for candidate in reversed(earlier):
        does_it = others & {p.id for p in candidate.actors}
        if candidate.kind is ClaimKind.EVENT and does_it and candidate.evidence.span != claim.evidence.span:
            same_cast = {p.id for p in candidate.recipients} & {p.id for p in claim.actors}
            if not any(link.kind == "reacts-to" for link in candidate.links) and (candidate.recipients or same_cast):
                return replace(claim, links=(*claim.links, ClaimLink("reacts-to", candidate.id, cue)))
    return claim


def _find_cues(claim: Claim) -> Iterable[str]:
    for found in _CUES.finditer(claim.evidence.quote):
        if _ANSWERING & set(found.group().lower().split()):
            yield found.group()


def find_targets(claims: Iterable[Claim]) -> Iterator[tuple[Claim, str]]:
    """Yield each claim that answers another, with the identifier of the act it answers."""
    for claim in claims:
        for link in claim.links:
            if link.kind == "reacts-to":
                yield claim, link.target
