"""The two sides of an act: who does it, and to whom, when nobody does it to himself.

A government may act on others of its own polity: on its police and its opposition (CAMEO 1.1b3, chapter 3: a domestic
actor bears the code of its country), and on a person who is named beside the one who acts ("*Trump* blasted *Biden*").
"""

from collections.abc import Mapping

from dragoman.actors.participant import Participant
from dragoman.events.rule import Pattern, RoleName

Side = tuple[Participant, ...]

_OF_THE_WHOLE = frozenset({None, "GOV", "ELI"})
"""Sectors of those who stand for the polity as a whole."""


def find_sides(filled: Mapping[RoleName, Side], *, at_home: bool) -> tuple[Side, Side]:
    """Return the actors and the recipients who are not the actors again.

    Args:
        filled: Whom the parts of a pattern stand for.
        at_home: Whether such an act may be one of a polity on its own people; an act on a ladder may not.
    """
    actors = filled.get(RoleName.ACTOR, ())
    return actors, tuple(p for p in filled.get(RoleName.RECIPIENT, ()) if not _is_again(p, actors, at_home=at_home))


def only_repeats(pattern: Pattern, filled: Mapping[RoleName, Side], *, at_home: bool) -> bool:
    """Tell whether a recipient that must be there is but the actor again, in the same words or the same capacity."""
    role = pattern.role(RoleName.RECIPIENT)
    actors, found = filled.get(RoleName.ACTOR, ()), filled.get(RoleName.RECIPIENT, ())
    own = {p.mention.span for p in actors}
    same = {(p.id, p.sector) for p in actors}
    is_again = all(
        p.mention.span in own or ((p.id, p.sector) in same and not (at_home and is_other_person(p, actors)))
        for p in found
    )
    return role is not None and role.required and bool(found) and is_again


def is_other_person(participant: Participant, actors: Side) -> bool:
    """Tell whether somebody is named who is none of the named people who act; a shared name may be one person's."""
    names = [_name(actor) for actor in actors]
    own = _name(participant)
    return bool(own) and bool(names) and all(name and not name & own for name in names)


def _is_again(participant: Participant, actors: Side, *, at_home: bool) -> bool:
    if participant.mention.span in {p.mention.span for p in actors}:
        return True
    if participant.id not in {p.id for p in actors if p.is_known}:
        return False
    if not at_home:
        return True
    is_part = participant.sector not in {p.sector for p in actors} | _OF_THE_WHOLE
    return not is_part and not is_other_person(participant, actors)


def _name(participant: Participant) -> frozenset[str]:
    return frozenset((participant.person or "").casefold().replace("-", " ").split())
