"""The sample reports and their gold file: what must hold of both before anything is scored."""

import html
import re
from functools import lru_cache
from pathlib import Path
from typing import cast

import pytest
import yaml
from pypdf import PdfReader

from dragoman.claims.claim import ClaimKind
from dragoman.dates.edtf import is_edtf
from dragoman.events.kind import MODE_LADDER, Root, Status

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
REPORTS = SAMPLES / "reports"
HELD_OUT = SAMPLES / "held-out"
NAMES = sorted(path.name for folder in (SAMPLES, HELD_OUT) for path in (folder / "reports").iterdir())

REQUIRED_KEYS = {"kind", "status", "speaker", "quote"}
KEYS = REQUIRED_KEYS | {
    "event", "mode", "also", "measure", "actors", "recipients", "date", "date_also",
    "status_also", "negated", "speaker_also", "optional",
}  # fmt: skip
MODES = set(MODE_LADDER) | {
    "envoy-appointed", "envoy-accredited", "envoy-recalled", "envoy-expelled", "envoy-summoned",
    "agreement-signed", "agreement-ratified", "agreement-suspended", "agreement-withdrawn",
    "membership-joined", "membership-left", "independence-declared", "territory-annexed",
    "territory-ceded", "state-dissolved", "state-succeeded",
    "visit", "meeting", "phone", "negotiation", "message", "ceasefire",
}  # fmt: skip
ORGANISATIONS = {
    "AU", "EU", "HAMAS", "HOUTHIS", "ICJ", "IMF", "KLA", "LAS", "MAK", "NATO", "OAS", "OAU", "OIC",
    "PLO", "POLISARIO", "SPLM", "UN", "UNESCO",
}  # fmt: skip

Gold = dict[str, object]


@lru_cache(maxsize=1)
def load_gold() -> dict[str, Gold]:
    read = [yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8")) for folder in (SAMPLES, HELD_OUT)]
    return {name: gold for loaded in read for name, gold in cast("dict[str, Gold]", loaded["reports"]).items()}


def claims_of(name: str) -> list[Gold]:
    return cast("list[Gold]", load_gold()[name]["claims"])


def words_of(name: str) -> str:
    """The text of a report as the gold file means it, decoded with its known encoding."""
    entry = load_gold()[name]
    if entry["encoding"] == "pdf":
        return (SAMPLES / str(entry["text"])).read_text(encoding="utf-8")
    folder = REPORTS if (REPORTS / name).exists() else HELD_OUT / "reports"
    text = (folder / name).read_bytes().decode(str(entry["encoding"]))
    if name.endswith(".html"):
        return html.unescape(re.sub(r"<[^>]+>", "", text[text.index("<body") :]))
    return text


def run_together(text: str) -> str:
    return " ".join(text.split())


def listed(claim: Gold, *keys: str) -> list[object]:
    """What stands under the keys: members of lists, and single values."""
    values: list[object] = []
    for key in keys:
        value = claim.get(key, [])
        values.extend(cast("list[object]", value) if isinstance(value, list) else [value])
    return values


def test_there_are_at_least_fourteen_reports_and_each_has_gold() -> None:
    assert len(NAMES) >= 14
    assert sorted(load_gold()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_that_it_is_a_sample(name: str) -> None:
    text = run_together(words_of(name))
    assert re.search(r"for the Dragoman project as a sample|для проекта Dragoman в качестве образца", text)
    assert re.search(r"not (?:an official text and is not )?the publication of any", text)


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_describes_the_report(name: str) -> None:
    assert f"`{name}`" in (SAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_quote_stands_once_in_its_report(name: str) -> None:
    text = words_of(name)
    assert [claim["quote"] for claim in claims_of(name) if text.count(str(claim["quote"])) != 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_claims_use_the_words_of_the_design(name: str) -> None:
    for claim in claims_of(name):
        assert set(claim) >= REQUIRED_KEYS, claim
        assert set(claim) <= KEYS, claim
        assert claim["kind"] in set(ClaimKind), claim
        assert set(listed(claim, "status", "status_also")) <= set(Status), claim
        assert set(listed(claim, "event")) <= set(Root), claim
        assert set(listed(claim, "mode")) <= MODES, claim
        assert set(listed(claim, "also")) <= MODES | set(Root) | {"count", "state"}, claim


@pytest.mark.parametrize("name", NAMES)
def test_events_have_an_act_and_other_claims_a_measure(name: str) -> None:
    for claim in claims_of(name):
        if claim["kind"] == ClaimKind.EVENT:
            assert "event" in claim or "mode" in claim, claim
            assert "measure" not in claim, claim
        else:
            assert "measure" in claim, claim


@pytest.mark.parametrize("name", NAMES)
def test_participants_are_polities_or_known_organisations(name: str) -> None:
    for claim in claims_of(name):
        ids = {str(one) for one in listed(claim, "actors", "recipients")}
        assert all(re.fullmatch("[A-Z]{3}", one) for one in ids - ORGANISATIONS), claim


@pytest.mark.parametrize("name", NAMES)
def test_dates_are_edtf(name: str) -> None:
    dates = [
        load_gold()[name]["published"],
        *(d for claim in claims_of(name) for d in listed(claim, "date", "date_also")),
    ]
    days = [str(one).partition("T")[0] for one in dates if one is not None]
    assert [day for day in days if not is_edtf(day)] == []


def test_nothing_is_historical_where_no_day_of_publication_is_given() -> None:
    undated = [name for name in NAMES if load_gold()[name]["published"] is None]
    assert undated
    assert not any(claim["status"] == Status.HISTORICAL for name in undated for claim in claims_of(name))


def test_the_pdf_holds_the_words_of_its_source() -> None:
    for name in (name for name in NAMES if name.endswith(".pdf")):
        pages = PdfReader(REPORTS / name).pages
        source = re.sub(r"^#+ ", "", words_of(name), flags=re.MULTILINE)
        assert run_together(" ".join(page.extract_text() for page in pages)) == run_together(source)


def test_a_report_in_windows_1252_has_curly_quotes_and_one_in_windows_1251_is_russian() -> None:
    encodings = {str(entry["encoding"]): name for name, entry in load_gold().items()}
    assert "“" in words_of(encodings["windows-1252"])
    assert load_gold()[encodings["windows-1251"]]["language"] == "ru"
    assert "Украина" in words_of(encodings["windows-1251"])
