"""Makes the examples of the interface for programs: answers about the sample reports, with lists cut to one row.

Usage: python tools/make_examples.py LEDGER

LEDGER holds the sample reports: `dragoman add samples/reports --ledger LEDGER`.
"""

import json
import sys
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from dragoman.api import open_ledger
from dragoman.web.app import make_app

TARGET = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "web" / "examples.json"
MOST = 1
LONGEST = 400
ASKED = {
    "recognition": "/recognition/DPR?as_of=2022-07-20",
    "relations": "/relations/UKR/PRK",
    "brief": "/brief/UKR/PRK",
    "timeline": "/timeline/PRK",
    "matrix": "/matrix/recognition?of=DPR",
    "missions": "/missions/UKR",
    "transitions": "/transitions/UKR",
    "disputes": "/disputes",
    "names": "/names/DPR",
    "matches": "/matches",
    "loaded": "/loaded",
    "history": "/history/recognition/PRK/DPR",
    "diff": "/diff?since=entry:1",
    "watch": "/watch?since=2022-01-01",
    "sources": "/sources",
    "source": "/source?outlet=Sample%20Wire",
    "policies": "/policies",
    "snapshots": "/snapshots",
    "judgements": "/judgements",
    "polities": "/polities?q=DNR",
    "search": "/search?q=recognised&limit=1",
    "documents": "/documents?limit=1",
    "claims": "/claims?limit=1",
}


def main() -> None:
    """Write the examples."""
    with open_ledger(sys.argv[1], create=False) as ledger:
        client = TestClient(make_app(ledger))
        first = client.get("/api/v1/claims?limit=1").json()["claims"][0]["id"]
        asked = {**ASKED, "corroboration": f"/corroboration/{first}"}
        found = {name: cut(client.get(f"/api/v1{path}").json()) for name, path in sorted(asked.items())}
    TARGET.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def cut(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value with all lists and texts cut short."""
    if isinstance(value, dict):
        return {key: cut(one) for key, one in value.items()}
    if isinstance(value, list):
        return [cut(one) for one in value[:MOST]]
    return value[:LONGEST] if isinstance(value, str) else value


if __name__ == "__main__":
    main()
