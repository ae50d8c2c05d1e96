"""A part of what is said of a pair: acts of some roots, or what one source alone says.

The ladders follow the source, since they are made of its claims alone. They do not follow the roots: a ladder
without the acts that end its steps would tell what nobody says.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, hop_label
from dragoman.answers.ladder import find_spans
from dragoman.answers.origin import find_links
from dragoman.answers.relations import Item, Relations, find_items, may_move, spans_with_certainty
from dragoman.claims.ledger import Ledger
from dragoman.documents.section import VoiceKind


def root_of(item: Item) -> str:
    """Return the PLOVER root of an act, or the kind of what is no act ("state", "quantity")."""
    claim = item.strand.best.claim
    return claim.event.value if claim.event is not None else claim.kind.value


def count_roots(answer: Relations) -> tuple[tuple[str, int], ...]:
    """Return the roots that occur with how many things are said under each, the most frequent first."""
    found = Counter(root_of(item) for item in answer.items)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def count_sources(answer: Relations) -> tuple[tuple[str, int], ...]:
    """Return the pages and the speakers that have names, with how many claims came through each."""
    citations = {citation.claim.id: citation for item in answer.items for citation in item.citations}
    found = Counter(name for citation in citations.values() for name in set(sources_of(citation)))
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def sources_of(citation: Citation) -> Iterator[str]:
    """Yield through whom a claim came: what its page is called, and each hop that has a name."""
    yield citation.page.label
    for hop in citation.claim.chain:
        if hop.kind is not VoiceKind.UNNAMED and not hop.source.startswith("the "):
            yield hop_label(hop)


def narrow(
    ledger: Ledger, authority: Authority, answer: Relations, *, roots: Collection[str] = (), source: str = ""
) -> Relations:
    """Return a part of what is said of a pair.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        answer: Everything.
        roots: Only these, as :func:`root_of` gives them; empty for all.
        source: Only claims that came through it; ``""`` for all.
    """
    found = answer if not source else _by_source(ledger, authority, answer, source)
    if not roots:
        return found
    return replace(
        found,
        timeline=tuple(item for item in found.timeline if root_of(item) in roots),
        undated=tuple(item for item in found.undated if root_of(item) in roots),
    )


def _by_source(ledger: Ledger, authority: Authority, answer: Relations, source: str) -> Relations:
    heard = [c for item in answer.items for c in item.citations if source in sources_of(c)]
    horizon = answer.horizon
    links = find_links(ledger, heard, horizon.known)
    items = find_items(ledger, heard, horizon, links=links, contests=answer.contests)
    ids = {citation.claim.id for citation in heard}
    spans = find_spans([c for c in heard if may_move(horizon, c)], answer.pair, authority)
    return replace(
        answer,
        spans=spans_with_certainty(spans, horizon),
        timeline=tuple(item for item in items if item.date is not None),
        undated=tuple(item for item in items if item.date is None),
        contests=tuple(contest for contest in answer.contests if contest.claim_ids & ids),
    )
