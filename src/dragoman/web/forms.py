"""What a form sends: read within limits, and only where it comes from a page of this site."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.web.cookies import is_csrf
from dragoman.web.site import site_of
from dragoman.web.visitor import Visitor, visitor_of

CSRF = "csrf"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS = 60
OWN_SITES = frozenset({"same-origin", "none", ""})
STALE = HTTPException(HTTPStatus.FORBIDDEN, "The form is out of date: go back, load the page again, and send it anew.")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent.

    Attributes:
        name: As the browser calls it, without folders.
        content: Its bytes.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent.

    Attributes:
        values: Pairs of a field and its text, in order.
        uploads: Files that are not empty.
    """

    values: tuple[tuple[str, str], ...]
    uploads: tuple[Upload, ...] = ()

    def text(self, name: str) -> str:
        """Return the text of a field, or ``""``."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """Return all texts of a field that may be chosen several times."""
        return tuple(text for field, text in self.values if field == name)


async def read_form(request: Request) -> Form:
    """Read a form of a page of this site.

    Raises:
        HTTPException: It comes from elsewhere, or is no form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in FORMS:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "This address takes forms.")
    visitor = visitor_of(request)
    if visitor.scopes is not None or not _is_from_here(request):
        raise STALE
    site = site_of(request)
    largest = site.settings.largest_report
    async with request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=largest) as sent:
        values = tuple((name, value) for name, value in sent.multi_items() if isinstance(value, str))
        uploads = [value for _, value in sent.multi_items() if isinstance(value, UploadFile)]
        form = Form(values, tuple([Upload(_plain_name(one.filename), await one.read()) for one in uploads if one.size]))
    _check_csrf(form, visitor, request)
    return form


def _is_from_here(request: Request) -> bool:
    """Tell whether the browser says that a page of this site sends the form."""
    if request.headers.get("sec-fetch-site", "") not in OWN_SITES:
        return False
    # Browsers send "null" for pages that give no referrer, as ours do.
    origin = request.headers.get("origin", "null")
    return origin == "null" or urlsplit(origin).netloc == request.headers.get("host", "")


def _check_csrf(form: Form, visitor: Visitor, request: Request) -> None:
    accounts = site_of(request).accounts
    if accounts is None or not is_csrf(form.text(CSRF), visitor.session, accounts.key):
        raise STALE


def _plain_name(name: str | None) -> str:
    return (name or "").replace("\\", "/").rpartition("/")[2]
