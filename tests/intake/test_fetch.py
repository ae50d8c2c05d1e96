"""Only public pages are fetched, within limits; tried against a server on this machine."""

import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from dragoman.errors import AddressError
from dragoman.intake import fetch
from dragoman.intake.fetch import USER_AGENT, FetchLimits, fetch_address, is_public

Answer = tuple[int, int, int, str, tuple[str, int]]

HERE = FetchLimits(allow_private=True, seconds=5)


class Pages(BaseHTTPRequestHandler):
    """Answers with what the path asks for."""

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        if self.path.startswith("/bomb/"):
            layers = int(self.path.removeprefix("/bomb/"))
            body = b"x" * 30_000_000
            for _ in range(layers):
                body = gzip.compress(body, 9)
            self.send_response(200)
            self.send_header("Content-Encoding", ", ".join(["gzip"] * layers))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)
            return
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Type", "text/html; charset=windows-1251")
        self.end_headers()
        if self.path == "/slow":
            for _ in range(10):
                time.sleep(0.1)
                with contextlib.suppress(OSError):
                    self.wfile.write(b"x")
            return
        self.wfile.write(
            b"x" * 5_000
            if self.path == "/large"
            else (self.headers["User-Agent"] + " " + self.headers["Host"]).encode()
        )

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Address of a server on this machine."""
    pages = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    pages.daemon_threads = True
    thread = threading.Thread(target=pages.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{pages.server_port}"
    pages.shutdown()
    pages.server_close()
    thread.join()


def reason(address: str, limits: FetchLimits = HERE) -> str:
    """Return why an address cannot be fetched."""
    with pytest.raises(AddressError) as error:
        fetch_address(address, limits=limits)
    return error.value.reason


def test_a_page_comes_with_its_headers_and_our_name_is_sent(server: str) -> None:
    fetched = fetch_address(server + "/page", limits=HERE)
    assert (fetched.media_type, fetched.encoding) == ("text/html", "windows-1251")
    assert fetched.content.decode() == f"{USER_AGENT} {server.removeprefix('http://')}"


def test_this_machine_is_refused_unless_a_test_allows_it(server: str) -> None:
    assert "not public" in reason(server + "/page", FetchLimits())


def test_a_redirect_is_followed_and_checked(server: str) -> None:
    assert fetch_address(server + "/to//page", limits=HERE).address == server + "/page"
    assert "only http" in reason(server + "/to/file:///etc/hosts")
    assert "redirects more than" in reason(server + "/to/" + "/to/" * 9)


def test_size_and_time_are_limited(server: str) -> None:
    assert "larger than 1000 bytes" in reason(server + "/large", FetchLimits(size=1000, allow_private=True))
    assert "longer than 0.5 seconds" in reason(server + "/slow", FetchLimits(seconds=0.5, allow_private=True))


def test_what_grows_when_it_is_unpacked_is_refused(server: str) -> None:
    limits = FetchLimits(size=1_000_000, allow_private=True)
    assert "larger than 1000000 bytes" in reason(server + "/bomb/1", limits)
    assert reason(server + "/bomb/2", limits) == "it is compressed more than once"


def test_an_error_of_the_server_is_told(server: str) -> None:
    assert reason(server + "/missing") == "the server answers 404"


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://[fe80::1]/",
        "http://[64:ff9b::7f00:1]/",
        "ftp://sample.example/",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@sample.example/",
        "http://[",
        "http://a\u0000b/",
        "http://" + "a" * 5000,
    ],
)
def test_addresses_that_are_not_public_pages_are_refused(address: str) -> None:
    assert reason(address, FetchLimits(seconds=2))


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.rpartition(":")[2])
    monkeypatch.setattr(fetch, "is_public", lambda ip: str(ip) == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", answers({"public.example": "127.0.0.1", "inside.example": "10.0.0.1"}))
    assert "'inside.example' leads to" in reason(
        f"http://public.example:{port}/to/http://inside.example/", FetchLimits(seconds=2)
    )


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_, **__: [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))],
    )
    assert "not public" in reason("http://mixed.example/", FetchLimits(seconds=2))


def answers(table: dict[str, str]) -> Callable[..., list[Answer]]:
    """Return a resolver that knows the names of a table; numbers are themselves."""
    return lambda name, port, *_, **__: [(2, 1, 6, "", (table.get(name, name), port))]


def test_the_connection_goes_to_the_address_that_was_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.rpartition(":")[2])
    calls: list[str] = []

    def first_public_then_private(name: str, port: int, *_: object, **__: object) -> list[Answer]:
        calls.append(name)
        second = "10.0.0.1" if name == "rebinding.example" else name
        return [(2, 1, 6, "", ("127.0.0.1" if len(calls) == 1 else second, port))]

    monkeypatch.setattr(socket, "getaddrinfo", first_public_then_private)
    fetched = fetch_address(f"http://rebinding.example:{port}/page", limits=HERE)
    assert fetched.content.endswith(f"rebinding.example:{port}".encode())
    assert calls.count("rebinding.example") == 1


@pytest.mark.parametrize(
    ("address", "expected"),
    [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("100.64.0.1", False), ("::", False)],
)
def test_public_addresses_are_told_from_others(address: str, *, expected: bool) -> None:
    assert is_public(ip_address(address)) is expected
