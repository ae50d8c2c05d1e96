"""Errors as a reader or a program gets them: a page in plain words, or problem details.

The status follows from the class of the error. Problem details are RFC 9457.
"""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.errors import DragomanError, InputError, LedgerUnavailableError, NameUnknownError, NotAllowedError
from dragoman.web.headers import SECURITY_HEADERS
from dragoman.web.site import site_of
from dragoman.web.views.frame import Frame
from dragoman.web.visitor import Visitor, visitor_of

STATUSES: dict[type[DragomanError], HTTPStatus] = {
    NameUnknownError: HTTPStatus.NOT_FOUND,
    InputError: HTTPStatus.BAD_REQUEST,
    NotAllowedError: HTTPStatus.FORBIDDEN,
    LedgerUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    DragomanError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""The nearest class counts."""

SAID = {
    HTTPStatus.NOT_FOUND: "There is no page at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This page can only be read.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong here; the ledger is as it was.",
}
FOR_PROGRAMS = ("/api/", "/reconcile", "/oembed")
"""Paths that only programs ask for."""

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong.

    Attributes:
        frame: What stands around every page.
        status: HTTP status.
        detail: What was found, what was expected and what to do.
        nearest: Names that may have been meant.
    """

    frame: Frame
    status: int
    detail: str
    nearest: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return problem details."""
        values: dict[str, object] = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        return {**values, "nearest": list(self.nearest)} if self.nearest else values


def answer_error(request: Request, error: Exception) -> Response:
    """Answer an error of ours, of HTTP, or one that nobody expected.

    Args:
        request: What was asked.
        error: What was raised.
    """
    visitor = visitor_of(request)
    problem = _problem(error, visitor)
    is_for_program = request.url.path.startswith(FOR_PROGRAMS) or "json" in request.headers.get("accept", "")
    if is_for_program:
        response: Response = JSONResponse(problem.to_dict(), problem.status, media_type=MEDIA_TYPE)
    elif problem.status == HTTPStatus.UNAUTHORIZED and request.method in {"GET", "HEAD"} and visitor.has_accounts:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        response = RedirectResponse(f"/login?{urlencode({'to': path})}", HTTPStatus.SEE_OTHER)
    else:
        response = site_of(request).page("problem.html", problem, status=problem.status)
    # The outermost handler of Starlette stands outside of all middleware.
    response.headers.update(SECURITY_HEADERS)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    if problem.status == HTTPStatus.UNAUTHORIZED and is_for_program:
        response.headers["www-authenticate"] = "Bearer"
    return response


def _problem(error: Exception, visitor: Visitor) -> Problem:
    if isinstance(error, NotAllowedError) and visitor.role is None:
        return _named(HTTPStatus.UNAUTHORIZED, str(error))
    if isinstance(error, DragomanError):
        status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
        nearest = error.nearest if isinstance(error, NameUnknownError) else ()
        return _named(status, str(error), nearest)
    if isinstance(error, RequestValidationError):
        found = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
        return _named(HTTPStatus.UNPROCESSABLE_ENTITY, f"Cannot read the question: {found}.")
    if isinstance(error, HTTPException):
        status = HTTPStatus(error.status_code)
        own = error.detail if error.detail != status.phrase else ""
        return _named(status, SAID.get(status) or own or status.description or status.phrase)
    return _named(HTTPStatus.INTERNAL_SERVER_ERROR, SAID[HTTPStatus.INTERNAL_SERVER_ERROR])


def _named(status: HTTPStatus, detail: str, nearest: tuple[str, ...] = ()) -> Problem:
    return Problem(Frame(title=status.phrase), int(status), detail, nearest)
