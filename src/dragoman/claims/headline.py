"""Headlines that leave out a side: "Ukraine cuts ties" is completed by the body below it.

The body of a report says in full what its headline says in short. A side is taken over only if every claim
of the body with the same act and the same side agrees on it.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.participant import Participant
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.documents.section import SectionKind

_REASON = "left out in the headline; the body names it with the same act"


def complete_headlines(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of one document, those of its title completed from the others.

    Args:
        claims: In the order of the text.
    """
    body = [
        c for c in claims if c.evidence.section is not SectionKind.TITLE and c.kind is ClaimKind.EVENT and c.own_mode
    ]
    return tuple(_completed(claim, body) for claim in claims)


def _completed(claim: Claim, body: Sequence[Claim]) -> Claim:
    is_short = claim.evidence.section is SectionKind.TITLE and claim.kind is ClaimKind.EVENT
    if not is_short or claim.own_mode is None or claim.recipients or len(claim.actors) != 1:
        return claim
    told = [c for c in body if c.mode == claim.mode and _ids(c.actors) == _ids(claim.actors) and c.recipients]
    if not told or len({_ids(c.recipients) for c in told}) > 1:
        return claim
    return replace(claim, recipients=tuple(replace(p, reason=_REASON) for p in told[0].recipients))


def _ids(participants: Sequence[Participant]) -> frozenset[str]:
    return frozenset(p.id for p in participants)
