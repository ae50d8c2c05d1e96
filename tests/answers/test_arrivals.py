from pathlib import Path

import pytest

from dragoman.api import Ledger, add_sources, new_disputes, open_ledger

pytestmark = pytest.mark.model

FIRST = "SEOUL, 14 July 2022 (Sample Wire) - North Korea recognised the Donetsk People's Republic on 13 July 2022."
SECOND = "TOKYO, 15 July 2022 (Sample Post) - North Korea recognised the Donetsk People's Republic on 9 July 2022."
ELSEWHERE = "LIMA, 15 July 2022 (Sample Post) - Peru and Chile signed a treaty on 12 July 2022."


def added(ledger: Ledger, folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, "utf-8")
    documents = [one.document for one in add_sources(ledger, [str(folder / name)]) if one.document]
    return [contest.dispute.kind.value for contest in new_disputes(ledger, documents)]


def test_a_document_opens_a_dispute_with_what_was_held_before(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "arrivals.db") as ledger:
        assert added(ledger, tmp_path, "first.txt", FIRST) == []
        assert added(ledger, tmp_path, "elsewhere.txt", ELSEWHERE) == []
        assert added(ledger, tmp_path, "second.txt", SECOND) == ["date"]
