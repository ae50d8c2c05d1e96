"""Puts the names of a user's dictionary before those of the authority file.

What holds of the authority file's names holds still: the longest name wins, a name inside a fixed phrase
("Indian Ocean") or beside a given name is none, and an ambiguous name that the text
settles for somebody else is not the user's actor.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.actors.dictionary import ListedHit
from dragoman.actors.gazetteer import NameMatch, NamePlace
from dragoman.actors.naming import EntryKind, NameForm
from dragoman.documents.span import Span


def with_listed(
    matches: Sequence[NameMatch], hits: Iterable[ListedHit], places: Sequence[NamePlace]
) -> tuple[NameMatch, ...]:
    """Return the names of a text when a dictionary goes before the authority file.

    Args:
        matches: What the authority file has in the text.
        hits: What the dictionary has in it; they may overlap.
        places: Where the letters of the authority file's names stand, the longest of overlapping ones.

    Returns:
        The names in order; they do not overlap.
    """
    by_span = {match.span: match for match in matches}
    starts = [place.span.start for place in places]
    listed: list[NameMatch] = []
    for hit in _longest(hits):
        around = bisect_right(starts, hit.start) - 1
        found = _match(hit, by_span, places[around] if around >= 0 else None)
        if found is not None:
            listed.append(found)
    return tuple(sorted((*_outside(matches, listed), *listed), key=lambda match: match.span))


def _outside(matches: Sequence[NameMatch], listed: Sequence[NameMatch]) -> Iterator[NameMatch]:
    """Yield the names that share no character with a listed one."""
    ends = [match.span.end for match in listed]
    for match in matches:
        after = bisect_left(ends, match.span.start + 1)
        if after == len(listed) or not listed[after].span.overlaps(match.span):
            yield match


def _longest(hits: Iterable[ListedHit]) -> Iterator[ListedHit]:
    reached = 0
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if hit.start >= reached:
            reached = hit.end
            yield hit


def _match(hit: ListedHit, by_span: Mapping[Span, NameMatch], place: NamePlace | None) -> NameMatch | None:
    """Return a listed name as a name of the text, or ``None`` where the text means something else."""
    span = Span(hit.start, hit.end)
    known = by_span.get(span)
    if place is not None and place.span != span and place.span.contains(span):
        return None
    if place is not None and place.span == span and not place.is_mask:
        if known is None:
            return None
        listed = {role.party.id for actor in hit.actors for role in actor.roles if role.party is not None}
        if place.rivals & listed and not listed & set(known.ids):
            return None
    if known is None:
        return NameMatch(span, (), NameForm.NAME, EntryKind.GROUP, listed=hit.actors)
    return replace(known, listed=hit.actors)
