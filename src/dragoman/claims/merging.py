"""Which names are one by the judgements of reviewers.

Merges and splits are read in the order of their entries: a merge makes two groups of names one, under the first name
that it gives; a split takes names out of the group of another. Matches that nobody has ruled on merge nothing.
"""

from collections.abc import Iterable, Mapping

from dragoman.claims.judgement import HeldJudgement, Ruling


def merged_names(judgements: Iterable[HeldJudgement]) -> Mapping[str, str]:
    """Return for each name of a group the name under which it is read; for that name itself, too.

    Args:
        judgements: By entry, up to the moment of knowledge; those that are not about names are passed over.
    """
    heads: dict[str, str] = {}
    for held in judgements:
        judgement = held.judgement
        if judgement.ruling is Ruling.MERGE:
            head = heads.get(judgement.subject, judgement.subject)
            groups = {heads.get(name, name) for name in (judgement.subject, *judgement.others)}
            members = {judgement.subject, *judgement.others} | {n for n, read in heads.items() if read in groups}
            heads |= dict.fromkeys(members, head)
        elif judgement.ruling is Ruling.SPLIT:
            heads = _without(heads, judgement.subject, judgement.others)
    return heads


def _without(heads: dict[str, str], subject: str, others: Iterable[str]) -> dict[str, str]:
    """Take names out of the group of another; who is left alone is no group."""
    group = heads.get(subject)
    out = {name for name in others if group is not None and heads.get(name) == group}
    kept = {name: read for name, read in heads.items() if name not in out}
    members = [name for name, read in kept.items() if read == group]
    # The group is read under the name that was kept, where the one that gave it its name is taken out.
    renamed = dict.fromkeys(members, subject) if group in out else {}
    alone = set(members) if len(members) == 1 else set()
    return {name: read for name, read in (kept | renamed).items() if name not in alone}
