"""A server of the pages for tests in a real browser, and that browser."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn
from fastapi import FastAPI

CHROMIUM = shutil.which("chromium")


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an application on a port of its own, and give its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
