"""Which receivers make one history: polities that came out of each other, and the one that a title names.

A mission is carried over from a polity to the one that follows it. A document with a title such as "A history of
Peru's missions: Ghana" tells that history; what it says in passing of missions elsewhere stands in the ledger, and
an answer about those polities uses it, but it is no line of this document.
"""

import re
from collections.abc import Iterable, Mapping

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity

Kin = Mapping[str, frozenset[str]]


def group_receivers(receivers: frozenset[str], authority: Authority, title: str) -> tuple[frozenset[str], ...]:
    """Group receivers into lines, each to be derived by itself.

    Args:
        receivers: Identifiers of polities that the claims of a document name.
        authority: Which polity came out of which.
        title: Title of the document, or ``""``.

    Returns:
        The line of the polities that the title names, with those before and after them; where it names none
        of the receivers, all lines.
    """
    polities = frozenset(one for one in receivers if isinstance(authority.find(one), Polity))
    before, after = _kin(authority)
    lines = [
        frozenset().union(*(_reached(one, before) | _reached(one, after) for one in group)) & polities
        for group in _named_in(title, _with_kin(polities, before, after), authority)
    ]
    if any(lines):
        return _joined(lines)
    return _joined(frozenset({one, *before.get(one, ()), *after.get(one, ())}) & polities for one in sorted(polities))


def _joined(lines: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    found: list[frozenset[str]] = []
    for line in lines:
        touching = [other for other in found if other & line]
        found = [other for other in found if not other & line]
        if line:
            found.append(line.union(*touching))
    return tuple(found)


def _kin(authority: Authority) -> tuple[Kin, Kin]:
    """For each polity those before it and those after it, whichever of the two entries says so."""
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for polity in authority.polities:
        pairs = {(one, polity.id) for one in polity.predecessors} | {(polity.id, one) for one in polity.successors}
        for earlier, later in pairs:
            before.setdefault(later, set()).add(earlier)
            after.setdefault(earlier, set()).add(later)
    return _frozen(before), _frozen(after)


def _frozen(table: Mapping[str, set[str]]) -> Kin:
    return {one: frozenset(others) for one, others in table.items()}


def _with_kin(polities: frozenset[str], before: Kin, after: Kin) -> frozenset[str]:
    return polities.union(*(_reached(one, before) | _reached(one, after) for one in polities))


def _reached(start: str, kin: Kin) -> frozenset[str]:
    """A polity with all that lie before it, or behind it, in one direction."""
    found, open_ = {start}, [start]
    while open_:
        following = kin.get(open_.pop(), frozenset()) - found
        found |= following
        open_ += following
    return frozenset(found)


def _named_in(title: str, polities: frozenset[str], authority: Authority) -> tuple[frozenset[str], ...]:
    """The polities that a title names; of names one inside the other ("Guinea", "Guinea-Bissau") the longest.

    Several that share a name ("Korea") are named together: which is meant depends on the time.
    """
    places: dict[tuple[int, int], set[str]] = {}
    for one in sorted(polities):
        for name in {name.text for name in authority.entity(one).names}:
            for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", title):
                places.setdefault(place.span(), set()).add(one)
    return tuple(
        frozenset(group)
        for (start, end), group in sorted(places.items())
        if not any(s <= start and end <= e and e - s > end - start for s, e in places)
    )
