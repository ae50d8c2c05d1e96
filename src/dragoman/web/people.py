"""Pages of accounts: logging in, one's own account, and for administrators those of others and the trail."""

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from dragoman.accounts.people import find_accounts, set_disabled, set_password, set_role
from dragoman.accounts.role import SCOPES, Permission, Role
from dragoman.accounts.sessions import is_password_of, log_in, log_out, make_name
from dragoman.accounts.tokens import find_tokens, make_token, revoke_token
from dragoman.accounts.trail import Doer, find_events
from dragoman.errors import AccountError, InputError, LoginError, NotAllowedError
from dragoman.web.cookies import clear_session, csrf_of, set_session
from dragoman.web.forms import Form, read_form
from dragoman.web.site import Site, site_of
from dragoman.web.views.people import show_account, show_login, show_people, show_trail
from dragoman.web.visitor import Visitor, needs

router = APIRouter(include_in_schema=False)
administration = APIRouter(include_in_schema=False, dependencies=[Depends(needs(Permission.ADMINISTER))])

Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Form, Depends(read_form)]
MOST_DIGITS = 9


def own(site: Here) -> Site:
    """Return the site for somebody who is logged in with a browser.

    Raises:
        NotAllowedError: Nobody is.
    """
    if site.visitor.role is None or site.visitor.scopes is not None:
        raise NotAllowedError(site.visitor.name, "see an account", "logging in")
    return site


Own = Annotated[Site, Depends(own)]


@router.get("/login")
def login_page(site: Here, to: str = "") -> Response:
    """Show the form to log in."""
    return _login(site, to)


@router.post("/login")
def log_in_here(site: Here, form: Sent) -> Response:
    """Open a session; the browser gets another name for it than it had before."""
    try:
        session = log_in(site.people, form.text("name"), form.text("password"), origin=site.visitor.origin)
    except LoginError as error:
        status = HTTPStatus.TOO_MANY_REQUESTS if error.wait else HTTPStatus.FORBIDDEN
        page = _login(site, form.text("to"), str(error), status)
        if error.wait:
            page.headers["retry-after"] = str(error.wait)
        return page
    if site.visitor.role is not None:
        log_out(site.people, site.visitor.session, doer=doer_of(site.visitor))
    response = RedirectResponse(local(form.text("to")), HTTPStatus.SEE_OTHER)
    set_session(response, session, site.people.key, is_secure=site.visitor.is_secure)
    return response


@router.post("/logout", dependencies=[Depends(read_form)])
def log_out_here(site: Own) -> Response:
    """End the session."""
    log_out(site.people, site.visitor.session, doer=doer_of(site.visitor))
    response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    clear_session(response, is_secure=site.visitor.is_secure)
    return response


@router.get("/account")
def account_page(site: Own) -> Response:
    """Show one's own account."""
    return _account(site)


@router.post("/account/password")
def change_password(site: Own, form: Sent) -> Response:
    """Change one's own password: all sessions end, and this one gets another name."""
    visitor, people = site.visitor, site.people
    try:
        if not is_password_of(people, visitor.name, form.text("present"), origin=visitor.origin):
            raise AccountError(visitor.name, "the present password is wrong")
        set_password(people, visitor.name, form.text("wanted"), doer=doer_of(visitor))
        session = log_in(people, visitor.name, form.text("wanted"), origin=visitor.origin)
    except InputError as error:
        return _account(site, message=str(error), status=HTTPStatus.BAD_REQUEST)
    response = RedirectResponse("/account", HTTPStatus.SEE_OTHER)
    set_session(response, session, people.key, is_secure=visitor.is_secure)
    return response


@router.post("/account/tokens")
def add_token(site: Own, form: Sent) -> Response:
    """Make a token, and show it this once."""
    scopes = [scope for scope in SCOPES if scope.value in form.texts("scope")]
    days = form.text("days")
    try:
        number = int(days) if days.isdecimal() and len(days) < MOST_DIGITS else 0
        secret = make_token(site.people, form.text("label"), scopes, days=number, doer=doer_of(site.visitor))
    except InputError as error:
        return _account(site, message=str(error), status=HTTPStatus.BAD_REQUEST)
    return _account(site, secret=secret)


@router.post("/account/tokens/{number}/revoke", dependencies=[Depends(read_form)])
def take_token(site: Own, number: int) -> Response:
    """Take a token back."""
    revoke_token(site.people, number, account=site.visitor.account, doer=doer_of(site.visitor))
    return RedirectResponse("/account", HTTPStatus.SEE_OTHER)


@administration.get("/people")
def people_page(site: Here) -> Response:
    """Show all accounts."""
    return site.page("people.html", show_people(tuple(find_accounts(site.people))))


@administration.post("/people/{name}")
def change_account(site: Here, form: Sent, name: str) -> Response:
    """Give an account another role, close it or open it."""
    doer, role = doer_of(site.visitor), form.text("role")
    if role not in set(Role):
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"There is no role {role!r}.")
    wanted = form.text("disabled") == "yes"
    found = next((one for one in find_accounts(site.people) if one.name == name), None)
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    if found.role is not Role(role):
        set_role(site.people, name, Role(role), doer=doer)
    if found.is_disabled is not wanted:
        set_disabled(site.people, name, is_disabled=wanted, doer=doer)
    return RedirectResponse("/people", HTTPStatus.SEE_OTHER)


@administration.get("/trail")
def trail_page(site: Here) -> Response:
    """Show who did what."""
    return site.page("trail.html", show_trail(tuple(find_events(site.people))))


def doer_of(visitor: Visitor) -> Doer:
    """Return who does something in the browser."""
    return Doer(visitor.name, visitor.origin)


def local(address: str) -> str:
    """Return an address of this site, or the front page instead of another one.

    >>> local("//elsewhere.example"), local("/disputes?of=PRK")
    ('/', '/disputes?of=PRK')
    """
    is_local = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_local and "\\" not in address else "/"


def _login(site: Site, to: str, message: str = "", status: int = HTTPStatus.OK) -> Response:
    visitor = site.visitor
    session = visitor.session or make_name()
    asking = replace(visitor, session=session, csrf=csrf_of(session, site.people.key))
    response = replace(site, visitor=asking).page("login.html", show_login(local(to), message), status=status)
    if not visitor.session:
        set_session(response, session, site.people.key, is_secure=visitor.is_secure)
    return response


def _account(site: Site, message: str = "", secret: str = "", status: int = HTTPStatus.OK) -> Response:
    tokens = tuple(find_tokens(site.people, site.visitor.account))
    return site.page("account.html", show_account(site.visitor, tokens, message, secret), status=status)
