"""What a search found: entries of the authority file, and the texts and quotes that have the words."""

from dataclasses import dataclass

from dragoman.answers.register import Register
from dragoman.answers.search import Piece, Search, SearchHit
from dragoman.web.asked import Asked
from dragoman.web.views.frame import Frame
from dragoman.web.views.front import Found, show_search

SHORT_ID = 12


@dataclass(frozen=True, slots=True)
class HitView:
    """A text or quote that has the words.

    Attributes:
        title: What to call the document.
        outlet: Its outlet, or ``""``.
        published: Its day in EDTF, or ``"no date"``.
        times: How often the words stand there.
        pieces: The words with those around them.
        address: The page of the document, or of the claim.
    """

    title: str
    outlet: str
    published: str
    times: int
    pieces: tuple[Piece, ...]
    address: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What a search found.

    Attributes:
        frame: What stands around it.
        words: What was looked for.
        found: Those who bear the name, then those whose names are alike.
        texts: Documents that have the words.
        quotes: Claims whose quotes have them.
        has_more: Whether there are more documents or quotes than are shown.
    """

    frame: Frame
    words: str
    found: tuple[Found, ...]
    texts: tuple[HitView, ...]
    quotes: tuple[HitView, ...]
    has_more: bool


def show_found(register: Register, texts: Search, quotes: Search, asked: Asked) -> FoundPage:
    """Lay out what a search found."""
    named = show_search(register, asked)
    words = register.query
    frame = Frame(f"Search for “{words}”" if words else "All polities", asked=asked)
    return FoundPage(
        frame=frame,
        words=words,
        found=named.found,
        texts=tuple(_hit(hit, asked) for hit in texts.hits),
        quotes=tuple(_hit(hit, asked) for hit in quotes.hits),
        has_more=texts.has_more or quotes.has_more,
    )


def _hit(hit: SearchHit, asked: Asked) -> HitView:
    page = hit.page
    address = asked.at("documents", page.id)
    if hit.citation is not None:
        address = asked.at("claims", hit.citation.claim.id[:SHORT_ID])
    return HitView(
        title=page.title or page.name.rpartition("/")[2],
        outlet=page.outlet or "",
        published=(page.published or "no date")[:10],
        times=hit.times,
        pieces=hit.snippet,
        address=address,
    )
