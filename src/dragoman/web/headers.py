"""Headers that every response has: what a browser may do with it, which is little.

Nothing is loaded from elsewhere and nothing stands inline, so that words of a report could not
act even if one of them escaped the escaping.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""See https://owasp.org/www-project-secure-headers/."""

FRAMED = "/reconcile/preview/"
"""What programs such as OpenRefine show in a frame: a name and a line of text, with nothing to press."""

ASKED_FROM_ELSEWHERE = ("/reconcile", "/oembed")
"""What pages of others may ask for in a reader's browser; no cookie goes along, and nothing can be written there."""

ENCRYPTED_ONLY = {"strict-transport-security": "max-age=31536000"}
"""What is added to them where the connection is encrypted: a browser comes back in no other way."""


class SecurityHeaders:
    """Adds the headers to each response.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        added = _headers_of(scope.get("path", "")) | (ENCRYPTED_ONLY if scope.get("scheme") == "https" else {})

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(added)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def _headers_of(path: str) -> dict[str, str]:
    """Return the headers of what stands at a path."""
    if not path.startswith(ASKED_FROM_ELSEWHERE):
        return SECURITY_HEADERS
    opened = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
    if path.startswith(FRAMED):
        opened["content-security-policy"] = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
    return SECURITY_HEADERS | opened
