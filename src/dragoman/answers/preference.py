"""Which of several readings reviewers prefer."""

from collections.abc import Iterable

from dragoman.answers.citation import Citation


def preference_of(citations: Iterable[Citation], rivals: Iterable[Citation]) -> int:
    """Return how early claims go among rivals: -1 where the last preference is for them, 1 where it is against them.

    Args:
        citations: Claims that say one thing.
        rivals: All claims, these among them.
    """
    own = {citation.claim.id: citation for citation in citations}
    others = [citation for citation in rivals if citation.claim.id not in own]
    names = {citation.claim.id for citation in others}
    won = [entry for citation in own.values() for entry in _entries(citation, names)]
    lost = [entry for citation in others for entry in _entries(citation, own.keys())]
    if not won and not lost:
        return 0
    return -1 if max(won, default=0) > max(lost, default=0) else 1


def _entries(citation: Citation, over: Iterable[str]) -> list[int]:
    """Return the entries that prefer a claim to one of some others."""
    wanted = {*over}
    return [one.entry for one in citation.judged.judgements if not wanted.isdisjoint(one.judgement.others)]
