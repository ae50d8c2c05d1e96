"""What a policy compares: the names of those through whom a claim came, and of its origin."""

from urllib.parse import urlsplit

from dragoman.answers.citation import Citation, Page
from dragoman.answers.origin import innermost_source
from dragoman.claims.hop import Hop
from dragoman.claims.policy import Policy


def source_names(citation: Citation) -> frozenset[str]:
    """Return the names of all through whom a claim came: outlet, host, and every step to the speaker, in lower case."""
    hops = (name for hop in citation.claim.chain for name in _hop_names(hop))
    return frozenset({*hops, *_page_names(citation.page)})


def origin_names(citation: Citation) -> frozenset[str]:
    """Return the names of the innermost source that can be identified; of the page where no other can."""
    hop = innermost_source(citation.claim)
    page = _page_names(citation.page) if hop == citation.claim.chain[0] else set()
    return frozenset({*_hop_names(hop), *page})


def rank_of(policy: Policy, citation: Citation) -> tuple[int, int]:
    """Return how early a claim goes where claims differ: the less the earlier; origins before sources."""
    if not policy.origins.rank and not policy.sources.rank:
        return (0, 0)
    return (policy.origins.place_of(origin_names(citation)), policy.sources.place_of(source_names(citation)))


def _hop_names(hop: Hop) -> set[str]:
    return {_folded(hop.source), *([] if hop.id is None else [_folded(hop.id)])}


def _page_names(page: Page) -> set[str]:
    """Return outlet and host of a page, and the domains above the host: ``www.example.org`` and ``example.org``."""
    host = (urlsplit(page.address).hostname or "") if "://" in page.address else ""
    parts = host.split(".")
    domains = {".".join(parts[place:]) for place in range(len(parts) - 1)}
    return domains | ({_folded(page.outlet)} if page.outlet else set())


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
