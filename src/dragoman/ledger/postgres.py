"""Connections to a server of PostgreSQL, and what its failures mean in plain words.

The tables stand in a schema of their own. Readers never wait; writers queue only for the moment in which
they record, since each entry must follow on the one before: an advisory lock keeps their order. What is
slow, reading and coding pages, many processes do side by side.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from dragoman.errors import LedgerUnavailableError
from dragoman.ledger.transactions import REASON, WRITE

SCHEMA = "dragoman"
LOCK = 0x44524147
"""Number of the lock that a writer holds: "DRAG" in ASCII."""


@dataclass(frozen=True, slots=True)
class Quarters:
    """Where on a server tables of one kind stand.

    Attributes:
        schema: The schema that holds them.
        lock: Number of the lock that their writers hold.
    """

    schema: str
    lock: int


LEDGER_QUARTERS = Quarters(SCHEMA, LOCK)

CONNECT_SECONDS = 10
MILLISECONDS = 1000
REASONS = {
    "08": "the connection failed: check the address, that the server runs, and that it has the database",
    "28": "the server does not let this user in: check name and password, and pg_hba.conf of the server",
    "3D": "the server has no such database: make it with `createdb`",
    "42": "this user may not use or make the tables: grant rights, or let the owner of the database open it once",
    "25": "the server takes no writes (it may be a standby): nothing was recorded",
    "53": "the server is out of disk, memory or connections, so nothing was recorded: make room and try again",
    "55": "another process has been writing to it all the while: try again when that has ended",
    "57": "the server was stopped or ended the connection: start it and run the same command again",
}
"""What to tell the user, by the class of SQLSTATE (PostgreSQL, appendix A)."""


def postgres_engine(address: str, patience: float, quarters: Quarters = LEDGER_QUARTERS) -> sa.Engine:
    """Return an engine for tables on a server; nothing is opened yet.

    Args:
        address: ``postgresql://USER@HOST/DATABASE``.
        patience: Seconds that a writer waits for others.
        quarters: Where the tables stand.

    Raises:
        LedgerUnavailableError: The driver is not installed.
    """
    url = sa.make_url(address).set(drivername="postgresql+psycopg")
    options = f"-c search_path={quarters.schema} -c lock_timeout={int(patience * MILLISECONDS)} -c timezone=UTC"
    try:
        engine = sa.create_engine(
            url,
            connect_args={"options": options, "connect_timeout": CONNECT_SECONDS, "client_encoding": "UTF8"},
            execution_options={REASON: postgres_reason},
        )
    except ModuleNotFoundError as error:
        shown = url.render_as_string(hide_password=True)
        raise LedgerUnavailableError(shown, "the driver is missing: pip install 'dragoman[postgres]'") from error

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get(WRITE, False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({quarters.lock})")

    return engine


def postgres_reason(error: BaseException | None) -> str:
    """Say in plain words why the server or the connection failed."""
    # An error without a state comes from the connection and not from the server.
    state = getattr(error, "sqlstate", None) or "08000"
    said = " ".join(str(error).split())
    return f"{REASONS[state[:2]]} ({said})" if state[:2] in REASONS else f"the database says {said!r}"
