"""The cookie that names a session, and what a form must bring back.

The cookie is signed, so that made-up names are refused without asking the database. Scripts cannot read
it, other sites cannot send it with a form, and behind TLS its name begins with ``__Host-``, which keeps
neighbours of the same domain from setting it (RFC 6265bis, 4.1.3).
"""

from hashlib import sha256
from hmac import compare_digest
from hmac import new as new_hmac

from itsdangerous import BadSignature, Signer
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import Response

from dragoman.accounts.sessions import LONGEST

PLAIN_NAME = "dragoman"
SECURE_NAME = "__Host-dragoman"
SALT = b"dragoman session"


def cookie_name(*, is_secure: bool) -> str:
    """Return the name of the cookie."""
    return SECURE_NAME if is_secure else PLAIN_NAME


def read_session(headers: Headers, key: bytes, *, is_secure: bool) -> str:
    """Return the session that a browser names, or ``""``."""
    value = cookie_parser(headers.get("cookie", "")).get(cookie_name(is_secure=is_secure), "")
    try:
        return _signer(key).unsign(value).decode()
    except (BadSignature, UnicodeDecodeError):
        return ""


def set_session(response: Response, session: str, key: bytes, *, is_secure: bool) -> None:
    """Give a browser the name of its session."""
    response.set_cookie(
        cookie_name(is_secure=is_secure),
        _signer(key).sign(session).decode(),
        max_age=LONGEST,
        path="/",
        secure=is_secure,
        httponly=True,
        samesite="lax",
    )


def clear_session(response: Response, *, is_secure: bool) -> None:
    """Take the name of the session away from a browser."""
    name = cookie_name(is_secure=is_secure)
    response.delete_cookie(name, path="/", secure=is_secure, httponly=True, samesite="lax")


def csrf_of(session: str, key: bytes) -> str:
    """Return what forms of a session must bring back: other sites cannot know it."""
    return new_hmac(key, b"csrf " + session.encode(), sha256).hexdigest()


def is_csrf(given: str, session: str, key: bytes) -> bool:
    """Tell whether a form brought back what it must."""
    return bool(session) and compare_digest(given.encode(), csrf_of(session, key).encode())


def _signer(key: bytes) -> Signer:
    return Signer(key, salt=SALT, digest_method=sha256)
