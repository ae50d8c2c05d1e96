"""How an arriving document stands to those that a ledger holds: near-duplicates, and originals that it names.

One of these serves one run of adding. It reads the cards of the ledger once; of the texts it reads only those that
share a band of hashes with the one that arrives, however long ago they were recorded.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.claims.coding import Coding
from dragoman.claims.ledger import Ledger
from dragoman.documents.card import DocumentCard, card_of
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.likeness import find_alike, find_bands
from dragoman.documents.link import DocumentLink, LinkKind

FEWEST_WORDS = 4
"""A title of fewer words may belong to any page."""


class Relating:
    """Finds how documents stand to each other, as they arrive.

    Args:
        ledger: What is held already.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._cards: dict[DocumentId, DocumentCard] = {}
        self._named: dict[str, DocumentId] = {}
        self._open: dict[str, list[DocumentLink]] = {}
        self._is_begun = False

    def with_links(self, coding: Coding) -> Coding:
        """Return a coding with the links between its document and those that are held.

        The later of two near-duplicates reprints the earlier one; where a day is not known, the one that arrives.
        """
        document = coding.document
        if document is None:
            return coding
        self._begin()
        if document.id in self._cards:
            return coding
        links = (*coding.links, *self._resolved(document, coding), *self._alike(document))
        self._hold(card_of(document))
        for link in coding.links:
            self._wait_for(link)
        return replace(coding, links=links)

    def _begin(self) -> None:
        if self._is_begun:
            return
        self._is_begun = True
        for card in self._ledger.cards():
            self._hold(card)
        for link in self._ledger.links():
            self._wait_for(link)

    def _hold(self, card: DocumentCard) -> None:
        self._cards[card.id] = card
        for name in _names(card):
            self._named.setdefault(name, card.id)

    def _wait_for(self, link: DocumentLink) -> None:
        if link.target is None:
            self._open.setdefault(_plain(link.target_name), []).append(link)

    def _alike(self, document: Document) -> Iterator[DocumentLink]:
        """Yield one link, to the most alike: through it the document belongs to all that are alike."""
        for other in find_alike(document, self._ledger.near(find_bands(document)))[:1]:
            day, other_day = document.published or "", other.document.published or ""
            is_earlier = bool(day and other_day) and day < other_day
            ends = (other.document.id, document.id) if is_earlier else (document.id, other.document.id)
            reason = f"near-duplicate: about {other.similarity:.0%} of the runs of four words in either stand in both"
            yield DocumentLink(ends[0], LinkKind.REPRINTS, ends[1], "", reason)

    def _resolved(self, document: Document, coding: Coding) -> Iterator[DocumentLink]:
        """Yield the links that a page states, to the held document that it names; and the other way round."""
        for link in coding.links:
            target = self._named.get(_plain(link.target_name)) if link.target is None else None
            if target is not None and target != document.id:
                yield _to(link, target)
        for name in _names(card_of(document)):
            for link in self._open.get(name, ()):
                if link.source != document.id:
                    yield _to(link, document.id)


def _to(link: DocumentLink, target: DocumentId) -> DocumentLink:
    reason = f"{link.reason}, which is the address or title of the other"
    return DocumentLink(link.source, link.kind, target, "", reason)


def _names(card: DocumentCard) -> tuple[str, ...]:
    """Return by what other pages may name a document: addresses, and titles that are long enough to be its own."""
    addresses = [one for one in (card.name, *card.metadata_values("address")) if "://" in one]
    titles = [one for one in card.metadata_values("title") if len(one.split()) >= FEWEST_WORDS]
    return tuple(dict.fromkeys(_plain(one) for one in (*addresses, *titles)))


def _plain(name: str) -> str:
    """Write an address or a title in the form in which two of them are compared."""
    folded = " ".join(name.casefold().split()).strip(" .\"“”'’«»/")
    scheme, mark, rest = folded.partition("://")
    return rest.removeprefix("www.") if mark and scheme in {"http", "https"} else folded
