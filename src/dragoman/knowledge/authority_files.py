"""Reads the authority file's YAML sources and packs them into one JSON file.

The sources are for people: a file a polity or organisation, a file of outlets a country.
Parsing a thousand of them takes seconds, so ``tools/generate_authority.py`` packs them;
programs load the pack, and a test holds the two together.
"""

import json
from collections.abc import Hashable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.dates.edtf import parse_edtf
from dragoman.errors import DateError, KnowledgeError

PACK = "authority.json"
Entry = dict[str, Any]


def data_folder() -> Traversable:
    """Return the folder of the data that comes with the package."""
    return files("dragoman.knowledge").joinpath("data")


def read_pack() -> Entry:
    """Read the packed authority file.

    Raises:
        KnowledgeError: It is missing or damaged.
    """
    try:
        pack: Entry = json.loads(data_folder().joinpath(PACK).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(PACK, f"it cannot be read ({error}): run `make generate`") from error
    return pack


def pack_sources() -> str:
    """Read and check all sources and return them as one line of JSON.

    Raises:
        KnowledgeError: A source breaks its schema or has an impossible date.
    """
    pack = {
        "polities": [_dated(name, entry) for name, entry in find_sources("polities")],
        "organisations": [_dated(name, entry) for name, entry in find_sources("organisations")],
        "agencies": [entry for _, entry in find_sources("agencies")],
        "names": [entry for _, entry in find_sources("names")],
        "sectors": [entry for _, entry in find_sources("sectors")],
        "leaders": [entry for _, entry in find_sources("leaders")],
    }
    return json.dumps(pack, ensure_ascii=False, separators=(",", ":")) + "\n"


def find_sources(folder: str) -> Iterator[tuple[str, Entry]]:
    """Yield each YAML source of a folder with its name, checked against the folder's ``schema.json``.

    Raises:
        KnowledgeError: A source breaks the schema, or its file is not called after its identifier.
    """
    from jsonschema import Draft202012Validator

    here = data_folder().joinpath(folder)
    validator = Draft202012Validator(json.loads(here.joinpath("schema.json").read_text("utf-8")))
    for file in sorted(here.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".yaml"):
            continue
        entry = _read_source(file)
        name = f"{folder}/{file.name}"
        fault = next(iter(validator.iter_errors(entry)), None)
        if fault is not None:
            raise KnowledgeError(name, f"{fault.message} at {'/'.join(map(str, fault.path)) or 'the top'}")
        stem = entry.get("id") or entry.get("home") or entry.get("language")
        if stem != file.name.removesuffix(".yaml"):
            raise KnowledgeError(name, f"it is called {stem!r}")
        yield name, entry


def _read_source(file: Traversable) -> Entry:
    """Read one YAML file, which may not give a key twice: the language keeps the last in silence."""
    import yaml

    base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class StrictLoader(base):  # type: ignore[misc, valid-type]
        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  as in PyYAML
            keys = [key.value for key, _ in node.value]
            twice = {key for key in keys if keys.count(key) > 1}
            if twice:
                raise KnowledgeError(file.name, f"it gives {', '.join(sorted(twice))} twice")
            found: dict[Hashable, Any] = super().construct_mapping(node, deep)
            return found

    entry: Entry = yaml.load(file.read_text("utf-8"), Loader=StrictLoader)  # noqa: S506  it is a safe loader
    return entry


def _dated(name: str, entry: Entry) -> Entry:
    """Put the first and the last day beside each stretch, so that loading need not read EDTF."""
    return {**entry, "exists": [_stretch(name, text) for text in entry.get("exists", ())]}


def _stretch(name: str, text: str) -> tuple[str, str | None, str | None]:
    try:
        interval = parse_edtf(text)
    except DateError as error:
        raise KnowledgeError(name, str(error)) from error
    days = (interval.start, interval.end)
    start, end = (None if day is None else day.isoformat() for day in days)
    return text, start, end


@lru_cache(maxsize=1)
def cached_pack() -> Entry:
    """Return the packed authority file, read once; nobody may change it."""
    return read_pack()
