"""The page to add a report: give it, look at what is found in it, correct what is known of it, record it."""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.accounts.drafts import Draft, Given, correct_draft, drop_draft, find_draft, find_drafts, save_draft
from dragoman.accounts.role import Permission
from dragoman.accounts.trail import Act, record_alone
from dragoman.answers.listing import find_document
from dragoman.claims.coding import Coding
from dragoman.claims.ledger import Entry
from dragoman.documents.document import Document
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.errors import AddressError, DocumentError, InputError, NameUnknownError, NotAllowedError
from dragoman.intake.fetch import fetch_address
from dragoman.web.forms import Form, read_form
from dragoman.web.interface import PREFIX
from dragoman.web.people import doer_of
from dragoman.web.site import Site, site_of
from dragoman.web.views.add import show_add, show_preview
from dragoman.web.visitor import needs

PASTED = "pasted text"
LONGEST_FIELD = 300
GONE = HTTPException(HTTPStatus.NOT_FOUND, "This draft is gone: it was recorded, let go, or is a day old.")

may_add = Depends(needs(Permission.ADD))
router = APIRouter(include_in_schema=False, dependencies=[may_add])
programs = APIRouter(prefix=PREFIX, dependencies=[may_add])

Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Form, Depends(read_form)]


@router.get("/add")
def add_page(site: Here) -> Response:
    """Show the form to add a report."""
    return _form(site)


@router.post("/add")
def give_report(site: Here, form: Sent) -> Response:
    """Keep what is given as a draft, and show it."""
    try:
        draft = _drafted(form.text("text"), form.text("address").strip(), form)
        site.workshop.code(draft)
    except InputError as error:
        return _form(site, form, str(error), HTTPStatus.BAD_REQUEST)
    kept = save_draft(site.people, site.visitor.account, draft)
    return RedirectResponse(f"/add/{kept}", HTTPStatus.SEE_OTHER)


@router.get("/add/{draft}")
def draft_page(site: Here, draft: str) -> Response:
    """Show what is found in a draft, before anything is recorded."""
    return _preview(site, _own(site, draft))


@router.post("/add/{draft}")
def correct_report(site: Here, form: Sent, draft: str) -> Response:
    """Read a draft again with what somebody knows of it."""
    own = _own(site, draft)
    given = _given(form, own.given)
    try:
        site.workshop.code(replace(own, given=given))
    except InputError as error:
        return _preview(site, own, str(error), HTTPStatus.BAD_REQUEST)
    correct_draft(site.people, site.visitor.account, own, given)
    return RedirectResponse(f"/add/{draft}", HTTPStatus.SEE_OTHER)


@router.post("/add/{draft}/record")
def record_report(site: Here, form: Sent, draft: str) -> Response:
    """Record a draft in the ledger."""
    own = _own(site, draft)
    coding, _ = _record(site, own, form.text("why").strip()[:LONGEST_FIELD])
    if coding.document is None:
        return _preview(
            site, own, "It holds no text that can be read, so nothing was recorded.", HTTPStatus.BAD_REQUEST
        )
    drop_draft(site.people, site.visitor.account, draft)
    return RedirectResponse(f"/documents/{coding.document.id}", HTTPStatus.SEE_OTHER)


@router.post("/add/{draft}/drop", dependencies=[Depends(read_form)])
def drop_report(site: Here, draft: str) -> Response:
    """Let a draft go."""
    drop_draft(site.people, site.visitor.account, draft)
    return RedirectResponse("/add", HTTPStatus.SEE_OTHER)


@dataclass(frozen=True, slots=True)
class Report:
    """A report that a program adds: its text, or its address.

    Attributes:
        text: Its characters, or ``""``.
        address: Where it is fetched, or ``""``.
        name: What to call it.
        published: EDTF day of publication, or ``""`` to ask the page.
        outlet: Its outlet, or ``""`` to ask the page.
        why: What it is added for.
    """

    text: str = ""
    address: str = ""
    name: str = ""
    published: str = ""
    outlet: str = ""
    why: str = ""


@programs.post("/documents", status_code=HTTPStatus.CREATED, response_model=None)
def post_document(site: Here, report: Report) -> Response:
    """Read, code and record a report; needs a token with the scope `add`. What is held already is not added again."""
    if site.visitor.scopes is None:
        raise NotAllowedError(site.visitor.name, "add reports by this address", "a token")
    fields = {"published": report.published, "outlet": report.outlet}
    draft = _drafted(report.text, report.address.strip(), Form(tuple(fields.items())))
    coding, entry = _record(site, replace(draft, name=report.name.strip()[:LONGEST_FIELD] or draft.name), report.why)
    answer = {"entry": None if entry is None else entry.number, **coding.to_dict()}
    refused = coding.document is None
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.CREATED if entry else HTTPStatus.OK
    return JSONResponse(answer, status)


def _drafted(text: str, address: str, form: Form) -> Draft:
    """Return what is given as a draft that is not kept yet.

    Raises:
        DocumentError: Nothing is given, or more than one thing.
        AddressError: The address must not or cannot be fetched.
    """
    given = _given(form, Given())
    ways = [way for way in (text.strip(), address, *form.uploads) if way]
    if len(ways) != 1:
        raise DocumentError("report", f"{len(ways)} were given; give one: a text, a file or an address")
    if form.uploads:
        upload = form.uploads[0]
        return Draft("", upload.name or "upload", given, upload.content)
    if text.strip():
        content = text.replace("\r\n", "\n").encode("utf-8", "surrogatepass" if not text.isascii() else "strict")
        return Draft("", PASTED, given, content)
    return _fetched(address, given)


def _fetched(address: str, given: Given) -> Draft:
    """Fetch a page under the refusals of :mod:`dragoman.intake.fetch`.

    Raises:
        AddressError: The address must not or cannot be fetched.
    """
    if not address.startswith(("http://", "https://")):
        raise AddressError(address[:LONGEST_FIELD], "only http and https addresses are fetched")
    fetched = fetch_address(address)
    known = replace(
        given,
        media_type=fetched.media_type or "",
        encoding=fetched.encoding or "",
        address=fetched.address,
        retrieved=datetime.now(UTC).isoformat(),
    )
    return Draft("", address, known, fetched.content)


def _given(form: Form, before: Given) -> Given:
    named = {name: form.text(name).strip()[:LONGEST_FIELD] for name in ("published", "outlet", "link", "target")}
    if named["link"] not in set(LinkKind):
        named["link"] = ""
    return Given(**{**asdict(before), **named})


def _own(site: Site, draft: str) -> Draft:
    found = find_draft(site.people, site.visitor.account, draft)
    if found is None:
        raise GONE
    return found


def _record(site: Site, draft: Draft, why: str) -> tuple[Coding, Entry | None]:
    coding = site.workshop.code(draft)
    if coding.document is not None and draft.given.link and draft.given.target:
        coding = replace(coding, links=(*coding.links, _link(site, coding.document, draft.given)))
    entry = site.ledger.add(coding, by=site.visitor.name, why=why)
    about = draft.name if coding.document is None else coding.document.id
    said = f"entry {entry.number}" if entry else "nothing new"
    record_alone(site.people, doer_of(site.visitor), Act("add", about, said))
    return coding, entry


def _link(site: Site, document: Document, given: Given) -> DocumentLink:
    try:
        target = find_document(site.ledger, given.target)
    except NameUnknownError:
        target = None
    reason = f"{site.visitor.name} says so."
    held = None if target is None else target.id
    return DocumentLink(document.id, LinkKind(given.link), held, "" if held else given.target, reason)


def _form(site: Site, form: Form = Form(()), message: str = "", status: int = HTTPStatus.OK) -> Response:  # noqa: B008 - frozen
    drafts = tuple(find_drafts(site.people, site.visitor.account))
    return site.page("add.html", show_add(form.values, drafts, message), status=status)


def _preview(site: Site, draft: Draft, message: str = "", status: int = HTTPStatus.OK) -> Response:
    coding = site.workshop.code(draft)
    is_held = coding.document is not None and site.ledger.document(coding.document.id) is not None
    return site.page("draft.html", show_preview(draft, coding, message, is_held=is_held), status=status)
