"""Stopping the server: running requests are answered, and nothing is left behind."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest

from dragoman.api import open_ledger

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
PATIENCE = 60
BODY = b"name=anna&password=x"


def test_a_request_that_has_begun_is_answered_before_the_server_stops(tmp_path: Path) -> None:
    open_ledger(tmp_path / "web.db").close()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--port", str(port), "--ledger", str(tmp_path / "web.db")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as server:
        wait_for(f"http://127.0.0.1:{port}/health")
        with socket.create_connection(("127.0.0.1", port)) as connection:
            head = f"POST /disputes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(BODY)}\r\n\r\n"
            connection.sendall(head.encode() + BODY[:4])
            sleep(0.3)
            server.send_signal(signal.SIGTERM)
            sleep(0.3)
            connection.sendall(BODY[4:])
            assert connection.recv(1000).startswith(b"HTTP/1.1 405")
        said = server.communicate(timeout=PATIENCE)[1]
    assert server.returncode in {0, -signal.SIGTERM}
    assert "Traceback" not in said


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        try:
            httpx.get(address, trust_env=False)
        except httpx.TransportError:
            sleep(0.1)
        else:
            return
    pytest.fail("the server did not begin")
