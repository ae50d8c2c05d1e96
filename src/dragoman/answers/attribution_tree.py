"""How the word of one origin came to the pages: a tree with the origin at its root and a claim at each leaf.

Chains run from a page inwards; here they are followed outwards, and those that share their way are joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.answers.citation import Citation, hop_label
from dragoman.answers.origin import Origin


@dataclass(frozen=True, slots=True)
class Retelling:
    """Somebody through whom the word of an origin came.

    Attributes:
        name: Who.
        further: Who has it from there.
        claims: Claims whose chain begins here: the page itself says it in this voice.
    """

    name: str
    further: tuple["Retelling", ...] = ()
    claims: tuple[Citation, ...] = field(default=(), repr=False)


def grow_tree(origin: Origin) -> Retelling:
    """Return the tree of an origin; its root is the origin itself."""
    ways = [(_way(citation, origin.name), citation) for citation in origin.citations]
    return _grow(origin.name, ways)


def _way(citation: Citation, root: str) -> tuple[str, ...]:
    names = [hop_label(hop) for hop in reversed(citation.claim.chain)]
    # An origin without a name of its own has that of its page added: "the article (Sample Digest)".
    is_root = names[0] == root or root.startswith(f"{names[0]} (")
    return tuple(names[1:] if is_root else names)


def _grow(name: str, ways: Sequence[tuple[tuple[str, ...], Citation]]) -> Retelling:
    branches: dict[str, list[tuple[tuple[str, ...], Citation]]] = {}
    for way, citation in ways:
        if way:
            branches.setdefault(way[0], []).append((way[1:], citation))
    further = tuple(_grow(one, found) for one, found in branches.items())
    return Retelling(name, further, tuple(citation for way, citation in ways if not way))
