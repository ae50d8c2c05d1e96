"""Measures ledgers of synthetic claims: adding, answering, verifying, and the room that they take.

    python tools/bench_ledger.py [--sizes 50000,500000] [--stores sqlite,postgresql] [--folder FOLDER]

Beside each lot that is added, the same rows go into the same tables with the same indexes by a plain
`executemany` of SQLAlchemy, without digests and triggers, so that a loaded machine slows both. Questions are asked in
a process of their own, whose largest memory is taken. `make bench-ledger` runs it with small sizes.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import sqlalchemy as sa  # noqa: E402 - after the path
from tests.ledger.postgres import find_programs, make_database, running_server  # noqa: E402

from dragoman import api  # noqa: E402
from dragoman.claims.ledger import Entry  # noqa: E402
from dragoman.ledger import schema  # noqa: E402
from dragoman.ledger.copying import lot_rows  # noqa: E402
from dragoman.ledger.engines import make_engine  # noqa: E402
from dragoman.ledger.open import open_ledger  # noqa: E402
from synthetic_ledger import MINUTE, START, World  # noqa: E402

LOT = 200
"""Pages that are recorded in one transaction."""

QUESTIONS = 120
MIDDLING = range(20, 61)
"""Claims of answers of one size, by which ledgers of different sizes are compared."""

SERVER = "-c shared_buffers=256MB -c max_connections=20"


@dataclass(frozen=True, slots=True)
class Asked:
    """Seconds of one question, of them in this process, and how many claims its answer shows."""

    seconds: float
    processor: float
    claims: int


@dataclass(slots=True)
class Measures:
    """What was measured of one ledger.

    Attributes:
        store: ``sqlite`` or ``postgresql``.
        claims: How many it holds.
        adding: Seconds of adding.
        plain: Seconds of the plain insert of the same rows.
        size: Bytes on the disk.
        verify: Seconds of verifying.
        answers: For each question, seconds and claims shown.
        memory: Largest resident memory of the process that asked, in MB.
        base: The same, of one that has opened the ledger and not asked.
    """

    store: str
    claims: int = 0
    adding: float = 0.0
    plain: float = 0.0
    size: int = 0
    verify: float = 0.0
    answers: dict[str, list[Asked]] = field(default_factory=dict)
    memory: float = 0.0
    base: float = 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="50000,500000", help="numbers of claims")
    parser.add_argument("--stores", default="sqlite,postgresql")
    parser.add_argument("--folder", type=Path, help="where the ledgers are made; removed afterwards if not given")
    parser.add_argument("--ask", nargs=2, metavar=("ADDRESS", "SIZE"), help="only ask a ledger that is there")
    parser.add_argument("--verify", metavar="ADDRESS", help="only verify a ledger that is there")
    chosen = parser.parse_args(arguments)
    if chosen.ask:
        print(json.dumps(ask(chosen.ask[0], int(chosen.ask[1]))))
        return 0
    if chosen.verify:
        print(json.dumps(verify(chosen.verify)))
        return 0
    sizes = [int(size) for size in chosen.sizes.split(",")]
    with ExitStack() as stack:
        folder = chosen.folder or Path(stack.enter_context(TemporaryDirectory(prefix="dragoman-bench-")))
        measured = [
            measure(store, size, folder) for store in chosen.stores.split(",") for size in sizes if is_there(store)
        ]
    print("\n".join(table(measured)))
    return 0


def is_there(store: str) -> bool:
    """Tell whether a store can be measured here."""
    if store == "postgresql" and find_programs() is None:
        print("no PostgreSQL server here: not measured", file=sys.stderr)
        return False
    return True


def measure(store: str, size: int, folder: Path) -> Measures:
    """Fill a ledger of a size and measure it."""
    made = Measures(store)
    with places(store, size, folder) as (address, yardstick):
        fill(address, yardstick, World(size), made)
        made.size = bytes_of(address)
        told = child("--verify", address)
        made.verify, made.claims = float(told["seconds"]), int(told["claims"])
        answered = child("--ask", address, str(size))
        made.memory, made.base = float(answered["memory"]), float(answered["base"])
        made.answers = {name: [Asked(**one) for one in asked] for name, asked in answered["answers"].items()}
    print(list(table([made]))[-1], file=sys.stderr, flush=True)
    return made


@contextmanager
def places(store: str, size: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Give the addresses of a new ledger and of a database for the plain rows."""
    if store == "sqlite":
        path = folder / f"ledger-{size}.db"
        path.unlink(missing_ok=True)
        plain = folder / f"plain-{size}.db"
        plain.unlink(missing_ok=True)
        yield str(path), str(plain)
        plain.unlink(missing_ok=True)
        return
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("initdb")
    with TemporaryDirectory(prefix="dragoman-bench-") as place, running_server(Path(place), programs, SERVER) as server:
        make_database(server, template=None)
        yield make_database(server), make_database(server, template="template0")


def fill(address: str, yardstick: str, world: World, made: Measures) -> None:
    """Add all pages of a world, and the same rows plainly beside it."""
    clock = iter(range(10**9))
    plain = make_engine(yardstick, create=True, patience=30).engine
    if plain.dialect.name == "postgresql":
        with plain.begin() as connection:
            connection.exec_driver_sql("CREATE SCHEMA dragoman")
    schema.metadata.create_all(plain)
    codings = world.codings()
    with open_ledger(address, clock=lambda: START + next(clock) * MINUTE) as ledger:
        original = make_engine(address, create=False, patience=30)
        while lot := list(islice(codings, LOT)):
            before = ledger.head()
            made.adding += timed(partial(ledger.add_all, lot, by="bench"))
            head = ledger.head()
            rows = list(lot_rows(original, number_of(before), number_of(head), 0))
            made.plain += timed(partial(insert, plain, rows))
            made.claims += sum(len(coding.claims) for coding in lot)
        original.engine.dispose()
    plain.dispose()


def number_of(entry: Entry | None) -> int:
    """Return the number of an entry, 0 for none."""
    return 0 if entry is None else entry.number


def insert(engine: sa.Engine, rows: Sequence[tuple[sa.Table, list[dict[str, object]]]]) -> None:
    """Insert rows as a plain program would: one transaction, one executemany for each table."""
    with engine.begin() as connection:
        for table, part in rows:
            connection.execute(sa.insert(table), part)


def ask(address: str, size: int) -> dict[str, object]:
    """Ask a ledger, and return seconds, claims shown and memory as plain JSON values."""
    world, random = World(size), Random(7)  # noqa: S311 - nothing secret
    pairs, recognised = world.pairs, world.recognised
    days = [f"20{year:02d}-06-30" for year in range(5, 25)]
    moments = [(START + MINUTE * int(world.pages * share)).isoformat() for share in (0.5, 0.8, 1.0)]
    del world
    answers: dict[str, list[Asked]] = {"recognition": [], "relations": []}
    with open_ledger(address, create=False) as ledger:
        base = memory()
        asked_first(ledger, pairs[0])
        for _ in range(QUESTIONS):
            times = {"as_of": random.choice(days), "known": random.choice(moments)}
            of, pair = random.choice(recognised), random.choice(pairs)
            answers["recognition"].append(one(partial(api.recognition, ledger, of=of, **times)))
            answers["relations"].append(one(partial(api.relations, ledger, *pair, **times)))
        matrix = getattr(api, "matrix", None)
        if matrix is not None:
            answers["matrix"] = [one(partial(matrix, ledger, "recognition"))]
    plain = {name: [asdict(asked) for asked in found] for name, found in answers.items()}
    return {"answers": plain, "memory": memory(), "base": base}


def asked_first(ledger: api.Ledger, pair: tuple[str, str]) -> None:
    """Ask once what is not measured: it loads the data files and lets the database prepare its statements."""
    api.relations(ledger, *pair)
    api.recognition(ledger, of=pair[0])


def one(question: Callable[[], Any]) -> Asked:
    """Ask one question."""
    started, worked = time.perf_counter(), time.process_time()
    plain = question().to_dict()
    seconds, processor = time.perf_counter() - started, time.process_time() - worked
    return Asked(seconds, processor, json.dumps(plain).count('"claim":'))


def verify(address: str) -> dict[str, float]:
    """Verify a ledger and return seconds and claims."""
    with open_ledger(address, create=False) as ledger:
        started = time.perf_counter()
        found = ledger.verify()
        seconds = time.perf_counter() - started
    if not found.is_sound:
        raise ValueError(found.flaws[:3])
    return {"seconds": seconds, "claims": found.claims}


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def memory() -> float:
    """Return the largest resident memory of this process so far, in MB.

    What ``getrusage`` says begins with the memory of the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def child(*arguments: str) -> dict[str, Any]:
    """Run this program in a process of its own and return what it prints."""
    command = [sys.executable, str(Path(__file__)), *arguments]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"}
    found = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    told: dict[str, Any] = json.loads(found.stdout)
    return told


def bytes_of(address: str) -> int:
    """Return the bytes that a ledger takes on the disk."""
    with closing(make_engine(address, create=False, patience=30).engine.connect()) as connection:
        if connection.dialect.name == "postgresql":
            return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
    return sum(one.stat().st_size for one in Path(address).parent.glob(Path(address).name + "*"))


def table(measured: Sequence[Measures]) -> Iterator[str]:
    """Yield the lines of a Markdown table, with the machine and the day."""
    model = next((line for line in cpu_lines() if line), platform.processor())
    machine = f"{platform.system()}, {os.cpu_count()} cores ({model}), Python {platform.python_version()}"
    yield f"{datetime.now(UTC):%Y-%m-%d}, {machine}"
    yield ""
    yield (
        "| store | claims | added/s | plain insert/s | ratio | recognition p50, p95 ms | relations p50, p95 ms "
        "| p95 of answers with 20–60 claims | matrix s | memory MB (before asking) | verified/s | bytes a claim |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|"
    for one in measured:
        matrix = one.answers.get("matrix")
        middle = [a for name in ("recognition", "relations") for a in one.answers[name] if a.claims in MIDDLING]
        recognition, relations = (spread(one.answers[name]) for name in ("recognition", "relations"))
        yield (
            f"| {one.store} | {one.claims:,} | {one.claims / one.adding:,.0f} | {one.claims / one.plain:,.0f} "
            f"| {one.adding / one.plain:.1f} | {recognition} | {relations} "
            f"| {spread(middle)} | {f'{matrix[0].seconds:.2f}' if matrix else '–'} | {one.memory:.0f} ({one.base:.0f}) "
            f"| {one.claims / one.verify:,.0f} | {one.size / one.claims:,.0f} |"
        )


def spread(asked: Sequence[Asked]) -> str:
    """Return median and 95th percentile in milliseconds, the same of this process alone, and claims of an answer."""
    if not asked[1:]:
        return "–"
    times = [
        [1000 * seconds for seconds in some] for some in zip(*[(a.seconds, a.processor) for a in asked], strict=True)
    ]
    (p50, p95), (q50, q95) = ((statistics.median(some), statistics.quantiles(some, n=20)[-1]) for some in times)
    shown = statistics.quantiles([one.claims for one in asked], n=20)[-1]
    return f"{p50:.0f}, {p95:.0f} ({q50:.0f}, {q95:.0f}; p95 of claims {shown:.0f})"


def cpu_lines() -> list[str]:
    """Return the names of the processors."""
    found = Path("/proc/cpuinfo")
    lines = found.read_text().splitlines() if found.exists() else []
    return [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]


if __name__ == "__main__":
    raise SystemExit(main())
