"""Reads gold files: our own YAML or JSON, and PLOVER's gold records as they are.

Which of them a file is shows in its content, not in its name: our own has ``reports`` at the top, PLOVER's
is a list of records. The format of ours is ``gold.schema.json``, explained in ``docs/evaluation.md``.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from dragoman.claims.claim import ClaimKind
from dragoman.dates.edtf import parse_edtf
from dragoman.errors import DateError, GoldError
from dragoman.evaluation.gold import GoldClaim, GoldDocument, GoldMeasure, GoldSet
from dragoman.evaluation.gold_plover import gold_of_records

SCHEMA = "gold.schema.json"
REPORTS = "reports"
_Entry = Mapping[str, Any]


def read_gold(path: Path, *, documents: Path | None = None) -> GoldSet:
    """Read a gold file.

    Args:
        path: YAML or JSON of ours, or JSON with PLOVER's gold records.
        documents: Folder of the reports, or ``None`` to look beside the file.

    Raises:
        GoldError: It cannot be opened, breaks the format (the error names the entry), or a report is missing.
    """
    content = read_content(path)
    if isinstance(content, list):
        return gold_of_records(path.name, content)
    fault = best_match(Draft202012Validator(load_schema()).iter_errors(content))
    if fault is not None:
        raise GoldError(str(path), place_of(fault), fault.message[:200])
    folders = (path.parent, path.parent / REPORTS) if documents is None else (documents,)
    reports = tuple(_document(path, folders, name, entry) for name, entry in content[REPORTS].items())
    return GoldSet(path.name, reports)


def load_schema() -> dict[str, Any]:
    """Load the JSON schema of gold files."""
    schema: dict[str, Any] = json.loads((files("dragoman.evaluation") / SCHEMA).read_text(encoding="utf-8"))
    return schema


def read_content(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds; the caller checks it
    """Read YAML or JSON.

    Raises:
        GoldError: It cannot be opened or is neither.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = path.read_text(encoding="utf-8-sig")
        return json.loads(text) if text.lstrip()[:1] in {"[", "{"} else yaml.load(text, Loader=loader)  # noqa: S506 - safe
    except OSError as error:
        raise GoldError(str(path), "", error.strerror or str(error)) from error
    except (ValueError, yaml.YAMLError) as error:
        raise GoldError(str(path), "", f"it is neither YAML nor JSON: {' '.join(str(error).split())[:200]}") from error


def place_of(fault: ValidationError) -> str:
    """Return in words where a file breaks its schema: ``reports, 'a.txt', claims, number 3``."""
    path = [f"number {part + 1}" if isinstance(part, int) else str(part) for part in fault.absolute_path]
    return ", ".join(path) or "the top"


def _document(path: Path, folders: tuple[Path, ...], name: str, entry: _Entry) -> GoldDocument:
    claims = tuple(_claim(path, f"{name}, claim {n}", one) for n, one in enumerate(entry["claims"], start=1))
    given = entry.get("given", {})
    found = None
    if "words" not in entry:
        found = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if found is None:
            looked = " or ".join(repr(str(folder)) for folder in folders)
            raise GoldError(str(path), name, f"there is no such report in {looked}; name the folder with --documents")
    return GoldDocument(name, claims, found, entry.get("words"), given.get("published"), given.get("outlet"))


def _claim(path: Path, place: str, entry: _Entry) -> GoldClaim:
    has_sides = "actors" in entry or "recipients" in entry
    dates = _values(entry, "date")
    for text in dates or ():
        _check_date(path, place, text)
    measure = entry.get("measure")
    return GoldClaim(
        kind=ClaimKind(entry["kind"]),
        quote=entry["quote"],
        event=entry.get("event"),
        mode=entry.get("mode"),
        also=frozenset(entry.get("also", ())),
        actors=frozenset(entry.get("actors", ())) if has_sides else None,
        recipients=frozenset(entry.get("recipients", ())) if has_sides else None,
        dates=dates,
        statuses=_values(entry, "status"),
        negated=entry.get("negated"),
        speakers=_values(entry, "speaker"),
        measure=GoldMeasure(measure["value"], measure.get("unit", ""), measure.get("of", "")) if measure else None,
        is_required=not entry.get("optional"),
    )


def _values(entry: _Entry, key: str) -> tuple[Any, ...] | None:
    return (entry[key], *entry.get(f"{key}_also", ())) if key in entry else None


def _check_date(path: Path, place: str, text: str | None) -> None:
    try:
        if text is not None:
            parse_edtf(text)
    except DateError as error:
        raise GoldError(str(path), place, str(error).rstrip(".")) from error
