"""Disputes that a text itself raises: "contrary to what X said", "X's statement is incorrect".

The speaker who rejects stands on one side, the claims of the rejected person on the other. When the
page gives no claim of that person, the dispute is still recorded, with one side empty.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence

_CUES = re.compile(
    r"\b(?:contrary to|(?:is|are|was|were) (?:obviously |plainly |simply |clearly |quite |also |factually )*"
    r"(?:incorrect|wrong|false|untrue|mistaken|not true|not correct|inaccurate)|"
    r"(?:refut|contradict|disput|rebut|disprov)(?:es?|ed|ing|s)\b|err(?:s|ed) (?:in|when))",
    re.IGNORECASE,
)
_WITHIN = 4
_LADDERS = frozenset({"relations", "mission", "recognition"})


def find_rejections(
    sentences: Sequence[Sentence], claims: Sequence[Claim], *, voice: Hop, names: Sequence[tuple[Span, str]]
) -> Iterator[Dispute]:
    """Yield the disputes that one voice raises against somebody it names.

    Args:
        sentences: The sentences of the voice's section, in order.
        claims: All claims of the document.
        voice: The first hop of the section.
        names: People and bodies named in the document: place and name as written.

    Yields:
        One dispute for each rejection: what the voice says next to it against what the rejected said.
    """
    for number, sentence in enumerate(sentences):
        cue = _CUES.search(sentence.text)
        if cue is None:
            continue
        rejected = tuple(dict.fromkeys(name for span, name in names if sentence.span.contains(span)))
        for name in rejected:
            dispute = _dispute(sentences[number : number + _WITHIN], claims, voice=voice, name=name)
            if dispute is not None:
                yield dispute


def _dispute(nearby: Sequence[Sentence], claims: Sequence[Claim], *, voice: Hop, name: str) -> Dispute | None:
    start, end = nearby[0].start, nearby[-1].end
    own = [c for c in claims if start <= c.evidence.span.start < end and c.chain[0].source == voice.source]
    own = [c for c in own if c.kind is not ClaimKind.NAME]
    theirs = [c for c in claims if _is_of(c, name) and not start <= c.evidence.span.start < end]
    clashing = [c for c in own if any(_clash(c, other) for other in theirs)]
    # "He is wrong" may be about anything: without words of his on the same matter, only a matter of standing counts.
    if not clashing and (theirs or not any(_topics(c) for c in own)):
        return None
    about = "; ".join(f"“{c.evidence.quote}”" for c in theirs[:2]) or "what the page does not quote"
    return Dispute(
        kind=DisputeKind.REJECTION,
        left=tuple(c.id for c in clashing or own),
        right=tuple(c.id for c in theirs),
        reason=f"{voice.source} ({voice.role or voice.kind.value}) rejects what {name} said: {about}",
        raised_by=voice,
        remedy=f"the words of {name} in the original, and a source of the time for what {voice.source} says",
    )


def _is_of(claim: Claim, name: str) -> bool:
    surname = name.rpartition(" ")[2].casefold()
    return any(surname in hop.source.casefold() for hop in claim.chain[1:])


def _clash(left: Claim, right: Claim) -> bool:
    """Tell whether two claims speak of the same pair and the same kind of thing."""
    pair = {p.id for p in (*left.actors, *left.recipients)}
    others = {p.id for p in (*right.actors, *right.recipients)}
    return len(pair & others) >= min(2, len(pair), len(others)) and bool(_topics(left) & _topics(right))


def _topics(claim: Claim) -> set[str]:
    found = set()
    if claim.measure is not None and claim.measure.unit in _LADDERS:
        found.add("standing")
    if claim.mode is not None and claim.mode.partition("-")[0] in {"relations", "mission", "recognition"}:
        found.add("standing")
    return found
