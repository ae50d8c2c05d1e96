"""Fetches a page over HTTP, and nothing that is not a public page.

An address from a page or a user may point into the network of whoever runs this. Each
host is resolved once, all its addresses must be public, and the connection goes to the
address that was checked: a second answer of the name server changes nothing. Redirects
are followed by hand, each checked in the same way.
"""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from time import monotonic
from urllib.parse import urljoin, urlsplit

from dragoman.errors import AddressError

USER_AGENT = "Dragoman/0.1 (research; contact: see project README)"
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ACCEPT = "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf,application/tei+xml;q=0.9,*/*;q=0.1"
OK = 200
MAX_ADDRESS = 4096

IpAddress = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much a fetch may take.

    Attributes:
        size: Bytes of the body, after decompression.
        seconds: For the whole fetch, with its redirects.
        redirects: How many may follow each other.
        allow_private: Whether private and loopback addresses may be fetched: for tests only.
    """

    size: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back.

    Attributes:
        content: The body.
        address: The last address, after redirects.
        media_type: As the header says, without parameters, or ``None``.
        encoding: Character set that the header names, or ``None``.
    """

    content: bytes
    address: str
    media_type: str | None
    encoding: str | None


DEFAULT_LIMITS = FetchLimits()


def fetch_address(address: str, *, limits: FetchLimits = DEFAULT_LIMITS) -> Fetched:
    """Fetch one page.

    Args:
        address: An ``http`` or ``https`` address.
        limits: Size, time and number of redirects.

    Returns:
        The body with what the headers say of it.

    Raises:
        AddressError: The address is none that may be fetched, or the server does not answer
            with a page within the limits.
    """
    deadline = monotonic() + limits.seconds
    target = address
    for _ in range(limits.redirects + 1):
        answer = _request(target, limits, deadline)
        if isinstance(answer, Fetched):
            return answer
        target = answer
    raise AddressError(address, f"it redirects more than {limits.redirects} times")


def is_public(address: IpAddress) -> bool:
    """Tell whether an IP address is one of the open internet.

    Not public: private, loopback, link-local (with the metadata services of clouds),
    multicast, reserved and unspecified ones, and IPv6 forms that carry such an IPv4 address.

    >>> is_public(ip_address("169.254.169.254"))
    False
    """
    if isinstance(address, IPv6Address):
        inner = (
            address.ipv4_mapped
            or address.sixtofour
            or (address.teredo[1] if address.teredo else None)
            or _nat64(address)
        )
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _nat64(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address inside one of NAT64 (RFC 6052) or the old IPv4-compatible form."""
    high = int(address) >> 32
    return IPv4Address(int(address) & 0xFFFFFFFF) if high in {0x0064FF9B << 64, 0} else None


def _request(address: str, limits: FetchLimits, deadline: float) -> Fetched | str:
    """Make one request; a redirect gives the next address."""
    import httpx

    host, pinned, extensions = _pin(address, limits)
    seconds = deadline - monotonic()
    if seconds <= 0:
        raise AddressError(address, f"it took longer than {limits.seconds:g} seconds")
    headers = {"Host": host, "User-Agent": USER_AGENT, "Accept": ACCEPT}
    try:
        # trust_env=False: a proxy would resolve the name again, where nobody checks it.
        with (
            httpx.Client(trust_env=False, follow_redirects=False, timeout=httpx.Timeout(seconds)) as client,
            client.stream("GET", pinned, headers=headers, extensions=extensions) as response,
        ):
            if response.status_code in REDIRECTS and "location" in response.headers:
                return urljoin(address, response.headers["location"])
            if response.status_code != OK:
                raise AddressError(address, f"the server answers {response.status_code}")
            if "," in response.headers.get("content-encoding", ""):
                # Each layer multiplies by a thousand before anybody could count.
                raise AddressError(address, "it is compressed more than once")
            content = _body(response.iter_bytes(), address, limits, deadline)
            media_type, _, _ = response.headers.get("content-type", "").partition(";")
            return Fetched(content, address, media_type.strip().lower() or None, response.charset_encoding)
    except httpx.TimeoutException as error:
        raise AddressError(address, f"it took longer than {limits.seconds:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise AddressError(address, f"the connection failed ({type(error).__name__})") from error


def _body(chunks: Iterator[bytes], address: str, limits: FetchLimits, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.size:
            raise AddressError(address, f"it is larger than {limits.size} bytes")
        if monotonic() > deadline:
            raise AddressError(address, f"it took longer than {limits.seconds:g} seconds")
        parts.append(chunk)
    return b"".join(parts)


def _pin(address: str, limits: FetchLimits) -> tuple[str, str, dict[str, str]]:
    """Return the host for the header, the address with the checked IP in it, and the name for TLS."""
    if len(address) > MAX_ADDRESS:
        raise AddressError(address[:80] + "…", f"it is longer than {MAX_ADDRESS} characters")
    try:
        parts = urlsplit(address)
        name, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
        ascii_name = name if ":" in name else name.encode("idna").decode("ascii")
    except ValueError as error:
        raise AddressError(address, "it is no well-formed address") from error
    if parts.scheme not in PORTS or not name:
        raise AddressError(address, "only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise AddressError(address, "it carries a user name or password")
    ip = _checked_ip(address, ascii_name, port, limits)
    literal = f"[{ip}]" if isinstance(ip, IPv6Address) else str(ip)
    shown = f"[{ascii_name}]" if ":" in ascii_name else ascii_name
    host = shown if port == PORTS[parts.scheme] else f"{shown}:{port}"
    pinned = f"{parts.scheme}://{literal}:{port}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")
    return host, pinned, {"sni_hostname": ascii_name}


def _checked_ip(address: str, name: str, port: int, limits: FetchLimits) -> IpAddress:
    try:
        answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressError(address, f"the name {name!r} cannot be resolved") from error
    found = [ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    # One private address among public ones is how a name server is used to get inside.
    if not found or (not limits.allow_private and not all(is_public(ip) for ip in found)):
        raise AddressError(address, f"{name!r} leads to an address that is not public")
    return found[0]
