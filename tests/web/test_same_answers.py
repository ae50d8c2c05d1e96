"""The interface for programs and the command line give one JSON for one question."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from dragoman.api import Ledger, add_sources, open_ledger
from dragoman.cli.main import cli
from dragoman.web.app import make_app
from dragoman.web.interface import PREFIX

pytestmark = pytest.mark.model

SAME = {
    "/recognition/DPR?as_of=2022-07-20": "recognition DPR --as-of 2022-07-20",
    "/recognition/DPR?policy=cautious": "recognition DPR --policy cautious",
    "/relations/PRK/UKR": "relations PRK UKR",
    "/timeline/PRK": "timeline PRK",
    "/timeline/PRK/UKR": "timeline PRK UKR",
    "/matrix/recognition?of=DPR": "matrix recognition DPR",
    "/missions/PRK": "missions PRK",
    "/transitions/UKR": "missions UKR --transitions",
    "/disputes?of=PRK": "disputes PRK",
    "/names/DPR": "names DPR",
    "/matches": "matches",
    "/loaded": "loaded",
    "/corroboration/CLAIM": "corroboration CLAIM",
    "/history/recognition/PRK/DPR": "history recognition PRK DPR",
    "/diff?since=entry:1": "diff entry:1",
    "/watch?since=2022-01-01": "watch --since 2022-01-01",
    "/sources": "sources",
    "/source?outlet=Sample%20Wire": "sources 'Sample Wire'",
    "/policies": "policies",
    "/snapshots": "snapshot list",
    "/judgements": "judgements",
    "/polities?q=DNR": "polities DNR",
    "/search?q=recognised&in=quotes": "search recognised --in quotes",
    "/documents": "documents",
    "/claims?limit=1000&kind=event": "claims --kind event",
}
PAGED = {"next"}
"""What only a list that comes in pages has."""


TELLS_OF_NEWS = "watch"
"""The command that exits with 1 when there is something new."""


@pytest.fixture(scope="module")
def ledger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of a few sample reports."""
    reports = sorted((root / "samples" / "reports").glob("2022-07-*"))[:4]
    with open_ledger(tmp_path_factory.mktemp("same") / "web.db") as held:
        assert list(add_sources(held, [str(report) for report in reports]))
        yield held


@pytest.mark.parametrize("path", SAME)
def test_a_question_has_one_answer_on_both_faces(path: str, ledger: Ledger) -> None:
    claim = next(iter(ledger.claims())).claim.id
    asked = TestClient(make_app(ledger)).get(PREFIX + path.replace("CLAIM", claim))
    assert asked.status_code == 200
    answer = asked.json()
    if isinstance(answer, dict):
        answer = {key: value for key, value in answer.items() if key not in PAGED}
    command = f"{SAME[path].replace('CLAIM', claim)} --format json"
    printed = CliRunner().invoke(cli, command, env={"DRAGOMAN_LEDGER": str(ledger.address)})
    assert printed.exit_code == int(command.startswith(TELLS_OF_NEWS)), printed.output
    assert json.loads(printed.stdout) == answer
