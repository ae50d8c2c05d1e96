"""Pages about one document: read, beside its original, and as the bytes that it was read from."""

from collections.abc import Iterator
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from dragoman.answers.citation import Shelf
from dragoman.answers.listing import find_document
from dragoman.api import ClaimConditions, list_claims
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.link import LinkKind
from dragoman.errors import NameUnknownError
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of
from dragoman.web.talk import talk_of
from dragoman.web.views.beside import Told, show_beside
from dragoman.web.views.document import show_document
from dragoman.web.views.related import Related

router = APIRouter(include_in_schema=False)
downloads = APIRouter(include_in_schema=False)

page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Limits = Annotated[Asked, Depends(read_asked)]

LONGEST_NAME = 80


@page("/documents/{document}")
def document_page(site: Here, asked: Limits, document: str, loaded: str = "") -> Response:
    """Show a document with its claims."""
    found = _told(site, document, asked)
    related = tuple(_related(site, found.document.id, asked))
    view = show_document(found.document, found.citations, related, asked, has_loaded=bool(loaded))
    return site.page("document.html", view, talk=talk_of(site, found.document.id))


@page("/documents/{document}/beside/{original}")
def beside_page(site: Here, asked: Limits, document: str, original: str) -> Response:
    """Show a translation and its original side by side."""
    left, right = _told(site, document, asked), _told(site, original, asked)
    links = site.ledger.links(asked.horizon.known, sources=(left.document.id,))
    link = next((one for one in links if _is_translation(one.kind) and one.target == right.document.id), None)
    if link is None:
        raise NameUnknownError("original of this document", original)
    return site.page("beside.html", show_beside(left, right, link.reason, asked))


@downloads.api_route("/documents/{document}/original", methods=["GET", "HEAD"], response_model=None)
def original_file(site: Here, document: str) -> Response:
    """Give the bytes from which a document was read, to be kept and never to be shown by a browser."""
    found = find_document(site.ledger, document)
    headers = {"content-disposition": f'attachment; filename="{file_name(found)}"'}
    return Response(found.content, media_type="application/octet-stream", headers=headers)


def file_name(document: Document) -> str:
    """Return a name for the file of a document that no shell, header or file system takes for anything else."""
    last = document.name.rstrip("/").rpartition("/")[2]
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in last)
    return plain.strip(".-")[-LONGEST_NAME:] or "document"


def _told(site: Site, name: str, asked: Asked) -> Told:
    document = find_document(site.ledger, name)
    conditions = ClaimConditions(document=document.id)
    return Told(document, list_claims(site.ledger, conditions=conditions, known=asked.horizon.known).citations)


def _related(site: Site, document: DocumentId, asked: Asked) -> Iterator[Related]:
    """Yield the links of a document in both directions; one that is resolved stands for the one that was not yet."""
    known = asked.horizon.known
    shelf = Shelf(site.ledger, known)
    own = tuple(site.ledger.links(known, sources=(document,)))
    resolved = {link.kind for link in own if link.target is not None}
    for link in dict.fromkeys(own):
        if link.target is not None or link.kind not in resolved:
            yield Related(link, None if link.target is None else shelf.page(link.target))
    for link in dict.fromkeys(site.ledger.links(known, targets=(document,))):
        yield Related(link, shelf.page(link.source))


def _is_translation(kind: LinkKind) -> bool:
    return kind is LinkKind.TRANSLATES
