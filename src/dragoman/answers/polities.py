"""Whom a user's name means, and who claims the territory that an answer is about."""

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity
from dragoman.errors import NameUnknownError


def resolve_party(authority: Authority, name: str) -> str:
    """Return the identifier that a name or code in any spelling stands for.

    Raises:
        NameUnknownError: Nobody is called so, or several are; the error names the near misses.
    """
    resolution = authority.resolve_name(name)
    if resolution.id is not None:
        return resolution.id
    if resolution.ids:
        nearest = tuple(f"{one} ({authority.name_of(one)})" for one in resolution.ids)
        raise NameUnknownError("single polity or organisation", name, nearest)
    nearest = tuple(f"{p.id} ({authority.name_of(p.id)})" for p in resolution.proposals)
    raise NameUnknownError("polity or organisation", name, nearest)


def claimants_of(authority: Authority, identifier: str) -> tuple[str, ...]:
    """Return the plain names of those who claim the whole territory of a polity; empty for most."""
    entity = authority.find(identifier)
    claimed_by = entity.claimed_by if isinstance(entity, Polity) else ()
    return tuple(authority.name_of(one) for one in claimed_by)


def plain_name(authority: Authority, identifier: str, *, otherwise: str) -> str:
    """Return the plain name of an entry, or another name for somebody who is in no table."""
    entity = authority.find(identifier)
    return otherwise if entity is None else entity.name


def homes_in(authority: Authority) -> dict[str, str]:
    """Return the polity from which each agency and outlet reports, where it has one."""
    return {outlet.id: outlet.home for outlet in authority.outlets if outlet.home}


def contested_in(authority: Authority) -> frozenset[str]:
    """Return the identifiers of the polities whose being a state is itself in dispute."""
    return frozenset(polity.id for polity in authority.polities if polity.is_contested)
