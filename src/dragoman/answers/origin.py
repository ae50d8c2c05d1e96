"""Origins: how many sources stand behind claims that say one thing, however many pages tell it.

The origin of a claim is the innermost hop that can be identified. A source through which
another claim came adds nothing to it: a page that names only the agency goes back to the
minister whom the agency quotes elsewhere. Pages that translate, reprint or summarise each
other have one voice. This counts too few origins rather than too many.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from dragoman.answers.citation import Citation, hop_label
from dragoman.claims.claim import Claim
from dragoman.claims.hop import Hop
from dragoman.claims.ledger import Ledger
from dragoman.documents.document import DocumentId
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import VoiceKind

RETELLING = frozenset({LinkKind.TRANSLATES, LinkKind.REPRINTS, LinkKind.SUMMARISES})
NOTED = "noted"
"""How the voice of a translator's or editor's note speaks: it is not the page's own."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One source behind claims.

    Attributes:
        name: What to call it.
        citations: The claims that go back to it.
    """

    name: str
    citations: tuple[Citation, ...]

    @property
    def pages(self) -> int:
        """On how many pages its word stands."""
        return len({citation.page.id for citation in self.citations})

    def to_dict(self) -> dict[str, object]:
        """Return the origin as plain JSON values, with the identifiers of its claims."""
        return {"name": self.name, "documents": self.pages, "claims": [c.claim.id for c in self.citations]}


class Retellings(tuple[DocumentLink, ...]):  # noqa: SLOT001 - what is worked out once stands in its dictionary
    """Links between documents, from which it is worked out once which pages have one voice."""

    @cached_property
    def voices(self) -> dict[str, str]:
        """For each page that retells another, or is retold, one page that stands for all of them."""
        return _joined_pages(self)


def find_origins(citations: Sequence[Citation], links: Iterable[DocumentLink] = ()) -> tuple[Origin, ...]:
    """Group claims that say one thing by the source they go back to.

    Args:
        citations: Claims that say the same.
        links: How the documents stand to each other.

    Returns:
        The origins, those on most pages first, then in the order of the claims.
    """
    pages = links.voices if isinstance(links, Retellings) else _joined_pages(links)
    keys = [_keys_of_group(citation.claim, pages) for citation in citations]
    retold: dict[str, str] = {}
    # Those that tell most of their way come first: a page that names nobody has the source of its twin.
    for own, *outer in sorted(keys, key=lambda found: (-len(found), found)):
        for key in outer:
            retold.setdefault(key, own)
    groups: dict[str, list[Citation]] = {}
    for citation, (own, *_) in zip(citations, keys, strict=True):
        groups.setdefault(_follow(own, retold), []).append(citation)
    found = [Origin(_name(group), tuple(group)) for group in groups.values()]
    return tuple(sorted(found, key=lambda origin: -origin.pages))


def _joined_pages(links: Iterable[DocumentLink]) -> dict[str, str]:
    """Return for each page that retells another, or is retold, one page that stands for all of them."""
    joined: dict[str, str] = {}
    for link in links:
        if link.kind in RETELLING and link.target is not None:
            source, target = (_follow(_voice_key(one), joined) for one in (link.source, link.target))
            joined[source] = target
    return {page: _follow(page, joined) for one in joined.items() for page in one}


def _keys_of_group(claim: Claim, pages: dict[str, str]) -> tuple[str, ...]:
    """Return the keys of a claim, with one voice for all pages that retell each other.

    Where the page alone speaks, its outlet is no source of its own: the words are those of the other pages, too.
    """
    own, *outer = source_keys(claim)
    page = pages.get(_voice_key(claim.document))
    if page is None:
        return (own, *outer)
    if own == _voice_key(claim.document):
        return (page,)
    if own == _key(claim.chain[0]) and _voice_key(claim.document) in outer:
        return (page, own)
    return (own, *(page if key == _voice_key(claim.document) else key for key in outer))


def find_links(ledger: Ledger, citations: Iterable[Citation], known: datetime | None) -> Retellings:
    """Return the links that lead from the pages of claims to what they retell, and on from there.

    Args:
        ledger: Where the links are held.
        citations: The claims.
        known: Moment of knowledge, or ``None``.
    """
    found: list[DocumentLink] = []
    seen: set[DocumentId] = set()
    following = {citation.page.id for citation in citations}
    while following:
        seen |= following
        links = tuple(ledger.links(known, sources=following))
        found += links
        following = {link.target for link in links if link.target is not None} - seen
    return Retellings(found)


def source_keys(claim: Claim) -> tuple[str, ...]:
    """Return keys of the identifiable sources of a claim, the innermost first; the page's voice is last."""
    inner = [_key(hop) for hop in claim.chain[1:] if hop.kind is not VoiceKind.UNNAMED and not _is_nameless(hop)]
    voice = claim.chain[0]
    if voice.how == NOTED or _is_by_person(voice):
        own = f"{_key(voice)} on {claim.document}" if _is_nameless(voice) else _key(voice)
        return (*reversed(inner), own)
    outlet = () if _is_nameless(voice) else (_key(voice),)
    return (*reversed(inner), *outlet, _voice_key(claim.document))


def innermost_source(claim: Claim) -> Hop:
    """Return the innermost hop that can be identified; the page's voice where no other can."""
    inner = [hop for hop in claim.chain[1:] if hop.kind is not VoiceKind.UNNAMED and not _is_nameless(hop)]
    return inner[-1] if inner else claim.chain[0]


def _voice_key(document: DocumentId) -> str:
    return f"voice of {document}"


def _key(hop: Hop) -> str:
    return hop.id or " ".join(hop.source.casefold().split())


def _is_nameless(hop: Hop) -> bool:
    """Tell whether a hop only describes its source: "the article", "the letter"."""
    return hop.id is None and (hop.kind is VoiceKind.DOCUMENT or hop.source.startswith(("the ", "a ", "an ")))


def _is_by_person(voice: Hop) -> bool:
    return voice.kind is VoiceKind.PERSON and voice.role not in {None, "author"}


def _follow(key: str, retold: Mapping[str, str]) -> str:
    seen = {key}
    while (further := retold.get(key)) is not None and further not in seen:
        seen.add(further)
        key = further
    return key


def _name(citations: Sequence[Citation]) -> str:
    """What to call the source: by the claim that comes from furthest inside."""
    deepest = max(citations, key=lambda citation: len(source_keys(citation.claim)))
    hop = innermost_source(deepest.claim)
    if hop == deepest.claim.chain[0] and _is_nameless(hop):
        return f"{hop.source} ({deepest.page.label})"
    return hop_label(hop)
