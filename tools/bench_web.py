"""Measures how quickly the pages answer while a report is being added.

    python tools/bench_web.py LEDGER [--connections 50] [--requests 5000] [--adding 10]

LEDGER is the path of a ledger file, such as `tools/bench_ledger.py --folder FOLDER` makes; a report is added to it
every so many seconds. The server runs in a process of its own; this one asks over so many connections at once, each
asking again as soon as it is answered. Pages are drawn from a fixed set of addresses with a seed. Among them is
`/health`, which costs next to nothing: what it took is what the machine and the waiting in line took. `make bench-web`
runs it.
"""

import argparse
import asyncio
import os
import platform
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import quantiles
from time import monotonic, perf_counter, sleep

import httpx

from dragoman.accounts.opening import open_accounts
from dragoman.accounts.people import add_account
from dragoman.accounts.role import Permission, Role
from dragoman.accounts.tokens import make_token
from dragoman.accounts.trail import Doer
from dragoman.api import open_ledger
from dragoman.errors import AccountError

NAME = "bench"
EACH = 25
"""Addresses of each sort of page."""

PATIENCE = 120
PASSWORD = "only for a measurement"  # noqa: S105 - an account that nobody uses
REPORT = "NAIROBI, 4 March 2021 (Sample Wire) - Kenya recognised Kosovo on 3 March 2021, the ministry said."
Times = dict[str, list[float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--adding", type=float, default=10.0, help="seconds between two reports; 0 for none")
    chosen = parser.parse_args(arguments)
    secret, addresses = prepare(chosen.ledger)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--port", str(port), "--most", "0", "--ledger"]
    with subprocess.Popen([*command, str(chosen.ledger)], stderr=subprocess.DEVNULL) as server:
        try:
            base = f"http://127.0.0.1:{port}"
            wait_for(base)
            print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
            asyncio.run(measure(base, secret, addresses, chosen, server.pid))
        finally:
            begun = monotonic()
            server.send_signal(signal.SIGTERM)
            server.wait(PATIENCE)
            print(f"stopped after {monotonic() - begun:.1f} s")
    return 0


def prepare(ledger: Path) -> tuple[str, list[tuple[str, str]]]:
    """Return a token that may add, and pairs of a sort of page and an address."""
    doer = Doer(NAME, "here")
    with open_accounts(ledger) as accounts:
        try:
            add_account(accounts, NAME, PASSWORD, role=Role.EDITOR, doer=doer)
        except AccountError:
            print("there is an account already", file=sys.stderr)
        secret = make_token(accounts, NAME, [Permission.ADD], days=1, doer=doer)
    with open_ledger(ledger, create=False) as held:
        claims = [one.claim for one in islice(held.claims(), 0, 40 * EACH, 40)]
    pairs = [(a.id, b.id) for claim in claims for a in claim.actors[:1] for b in claim.recipients[:1]]
    found = [("claim", f"/claims/{claim.id[:12]}") for claim in claims]
    found += [("document", f"/documents/{claim.document}") for claim in claims]
    found += [("relations", f"/relations/{a}/{b}") for a, b in pairs]
    found += [("recognition", f"/recognition/{b}") for _, b in pairs]
    found += [("next to nothing", f"/health?{number}") for number in range(EACH)]
    return secret, list(dict.fromkeys([*found, ("search", "/search?q=Korea"), ("changes", "/changes")]))


async def measure(
    base: str, secret: str, addresses: list[tuple[str, str]], chosen: argparse.Namespace, server: int
) -> None:
    """Ask over several connections at once, and print what it took."""
    limits = httpx.Limits(max_connections=chosen.connections + 1, max_keepalive_connections=chosen.connections + 1)
    async with httpx.AsyncClient(base_url=base, limits=limits, timeout=PATIENCE, trust_env=False) as client:
        cold = await ask_each(client, addresses)
        show("each page for the first time, one after another", cold)
        memory = [resident(server)]
        times: Times = {}
        left = iter(range(chosen.requests))
        adder = asyncio.ensure_future(add_reports(client, secret, chosen.adding))
        begun = perf_counter()
        asking = [ask(client, addresses, left, Random(number), times) for number in range(chosen.connections)]  # noqa: S311
        watcher = asyncio.ensure_future(watch(server, memory))
        await asyncio.gather(*asking)
        seconds = perf_counter() - begun
        watcher.cancel()
        adder.cancel()
        await asyncio.gather(adder, return_exceptions=True)
    show(f"{chosen.connections} connections, {chosen.requests} requests in {seconds:.0f} s", times)
    print(f"memory of the server in MB: {', '.join(f'{one:.0f}' for one in memory)}")


async def ask_each(client: httpx.AsyncClient, addresses: list[tuple[str, str]]) -> Times:
    """Ask for each page once."""
    times: Times = {}
    for sort, address in addresses:
        await ask_one(client, sort, address, times)
    return times


async def ask(
    client: httpx.AsyncClient, addresses: list[tuple[str, str]], left: Iterator[int], random: Random, times: Times
) -> None:
    """Ask for pages drawn at random, as long as some are left."""
    for _ in left:
        sort, address = random.choice(addresses)
        await ask_one(client, sort, address, times)


async def ask_one(client: httpx.AsyncClient, sort: str, address: str, times: Times) -> None:
    """Ask for one page, and note what it took."""
    begun = perf_counter()
    answer = await client.get(address)
    times.setdefault(sort, []).append(perf_counter() - begun)
    if answer.status_code != httpx.codes.OK:
        print(address, answer.status_code, file=sys.stderr)


async def add_reports(client: httpx.AsyncClient, secret: str, pause: float) -> None:
    """Add a report every so many seconds."""
    number = 0
    while pause:
        number += 1
        report = {"text": f"{REPORT} Seen {number} times at {monotonic()}.", "name": f"bench-{number}.txt"}
        answer = await client.post("/api/v1/documents", json=report, headers={"Authorization": f"Bearer {secret}"})
        print(f"added report {number}: {answer.status_code}", flush=True)
        await asyncio.sleep(pause)


async def watch(server: int, memory: list[float]) -> None:
    """Note the memory of the server every few seconds."""
    while True:
        await asyncio.sleep(5)
        memory.append(resident(server))


def resident(process: int) -> float:
    """Return the resident memory of a process in MB."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1000
    return 0.0


def show(title: str, times: Times) -> None:
    """Print percentiles in milliseconds, by sort of page and for all."""
    print(title)
    together = [one for found in times.values() for one in found]
    for sort, found in [*sorted(times.items()), ("all", together)]:
        cuts = quantiles(found, n=100) if len(found) > 1 else [found[0]] * 99
        shown = "  ".join(f"p{part} {1000 * cuts[part - 1]:7.1f}" for part in (50, 95, 99))
        print(f"  {sort:15} {len(found):6}  {shown}  most {1000 * max(found):7.1f}", flush=True)


def wait_for(base: str) -> None:
    """Wait until the server answers."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        try:
            httpx.get(f"{base}/health", trust_env=False)
        except httpx.TransportError:
            sleep(0.2)
        else:
            return


if __name__ == "__main__":
    sys.exit(main())
