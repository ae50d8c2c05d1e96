"""A throw-away server of PostgreSQL for the tests, on a port of its own, and databases with an empty ledger in it.

``DRAGOMAN_TEST_POSTGRES`` may give the address of a server instead, whose user may make databases.
"""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from dragoman.ledger.open import open_ledger

GIVEN = "DRAGOMAN_TEST_POSTGRES"
TEMPLATE = "dragoman_template"
SETTINGS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
_NUMBERS = count(1)


def find_programs() -> Path | None:
    """Return the folder with ``initdb`` and ``pg_ctl``, the newest version first; ``None`` where there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -float(folder.parent.name))
    on_path = shutil.which("pg_ctl")
    folders += [Path(on_path).resolve().parent] if on_path else []
    return next((one for one in folders if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


@contextmanager
def running_server(folder: Path, programs: Path, settings: str = SETTINGS) -> Iterator[str]:
    """Start a server in a folder, give its address, and stop it at the end."""
    port = _free_port()
    # The server refuses to run as the superuser: Debian's package brings a user of its own.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    prefix: list[str | Path] = ["runuser", "-u", "postgres", "--"] if is_root else []
    if is_root:
        shutil.chown(folder, "postgres")
    place = folder / "server"
    initdb: list[str | Path] = [
        programs / "initdb",
        "-D",
        place,
        "-U",
        "ledger",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    ]
    _run([*prefix, *initdb, "--no-sync"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {settings}"
    control: list[str | Path] = [*prefix, programs / "pg_ctl", "-D", place, "-w"]
    _run([*control, "-l", place / "log", "-o", options, "start"])
    try:
        yield f"postgresql://ledger@127.0.0.1:{port}/postgres"
    finally:
        _run([*control, "-m", "immediate", "stop"])


def make_database(server: str, template: str | None = TEMPLATE) -> str:
    """Make a database, a copy of one with an empty ledger unless ``template`` is ``None``, and return its address."""
    name = TEMPLATE if template is None else f"ledger_{os.getpid()}_{next(_NUMBERS)}"
    _execute(server, f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    address = sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    if template is None:
        open_ledger(address).close()
    return address


def drop_database(server: str, address: str) -> None:
    """Remove a database, also when something is still connected to it."""
    _execute(server, f"DROP DATABASE {sa.make_url(address).database} WITH (FORCE)")


def _execute(server: str, statement: str) -> None:
    engine = sa.create_engine(sa.make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port: int = opened.getsockname()[1]
        return port


def _run(command: list[str | Path]) -> None:
    # The server keeps its standard output open for as long as it runs: it may not inherit a pipe.
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
