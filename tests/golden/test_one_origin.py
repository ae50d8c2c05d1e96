"""Ten retellings of one agency, a reprint and two sources of their own, from the files to the count of origins."""

from pathlib import Path

import pytest

from dragoman import api

pytestmark = pytest.mark.model

RETELLINGS = (
    "Nauru has recognised Kosovo, the Sample Agency reported on Monday.",
    "According to the Sample Agency, Nauru recognised Kosovo.",
    "Nauru recognised Kosovo on 5 March 2012, according to the Sample Agency.",
    "The Sample Agency reported that Nauru had recognised Kosovo.",
    "Kosovo has been recognised by Nauru, the Sample Agency said.",
    "The government of Nauru recognised Kosovo, the Sample Agency said in a dispatch.",
    "Nauru formally recognised Kosovo, the Sample Agency wrote on Monday.",
    "On Monday Nauru recognised Kosovo, the Sample Agency reported.",
    "Citing officials, the Sample Agency reported that Nauru had recognised Kosovo.",
    "Nauru recognised the Republic of Kosovo, the Sample Agency announced.",
)
REST = (
    "The step had been expected for some time, since envoys of the two had met twice in the course of the winter. "
    "Neither side said when missions would be opened. Both are small, and neither keeps more than a handful of posts."
)


def origins_of(folder: Path, *texts: str) -> list[tuple[str, int]]:
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(
            f"SAMPLE PAPER {number}\n\nPublished: March 6, 2012\n\n{text}\n", "utf-8"
        )
    with api.open_ledger("memory:") as ledger:
        list(api.add_sources(ledger, [str(folder)]))
        (first, *_) = [one for one in ledger.claims() if one.claim.mode == "recognition"]
        return [(one.name, one.pages) for one in api.corroboration(ledger, first.claim.id).origins]


def test_ten_retellings_of_one_agency_are_one_origin(tmp_path: Path) -> None:
    ((name, pages),) = origins_of(tmp_path, *RETELLINGS)
    assert name.startswith("Sample")
    assert pages == len(RETELLINGS)


def test_a_reprint_that_leaves_the_agency_out_has_the_origin_of_its_twin(tmp_path: Path) -> None:
    told, copied = "Nauru has recognised Kosovo, the Sample Agency reported.", "Nauru has recognised Kosovo."
    ((name, pages),) = origins_of(tmp_path, f"{told} {REST}", f"{copied} {REST}")
    assert (name.partition(" ")[0], pages) == ("Sample", 2)


def test_two_pages_of_their_own_are_two_origins(tmp_path: Path) -> None:
    assert len(origins_of(tmp_path, "Nauru has recognised Kosovo.", "Kosovo was recognised by Nauru last week.")) == 2
