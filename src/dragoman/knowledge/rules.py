"""Loads the event rules of a language from YAML and checks them against their schema."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from dragoman.errors import KnowledgeError
from dragoman.events.force import FactualityLexicon, Force
from dragoman.events.kind import EventType, Root
from dragoman.events.path import Path, parse_path
from dragoman.events.rule import Filler, Need, Pattern, Role, RoleName, Rule, RuleIndex, StateType, index_rules

_DATA = files("dragoman.knowledge") / "data"
_DEFAULT_PLACE = ["in", "at"]

_TRIGGER_POS = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    # Parsers take "resident at" for an adjective or for a noun.
    "adjective": frozenset({"ADJ", "NOUN", "VERB"}),
}

_Entry = dict[str, Any]


@lru_cache(maxsize=4)
def load_rules(language: str = "en") -> RuleIndex:
    """Load all event rules of a language.

    Args:
        language: ISO 639-1 code.

    Returns:
        The rules, indexed by the lemma of their triggers.

    Raises:
        KnowledgeError: A file breaks the schema, or there are no rules for the language.
    """
    folder = _DATA / "rules" / language
    if not folder.is_dir():
        raise KnowledgeError(f"rules/{language}", "there are no rules for this language")
    validator = Draft202012Validator(read_yaml("rules/schema.yaml"))
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return index_rules(tuple(_load_rule(f"rules/{language}/{name}", validator) for name in names))


def read_yaml(name: str) -> dict[str, Any]:
    """Read one of the package's data files.

    Args:
        name: Path below the data folder, with ``/``.

    Raises:
        KnowledgeError: There is no such file, or it is not YAML.
    """
    file = _DATA / name
    if not file.is_file():
        raise KnowledgeError(name, "there is no such file")
    # libyaml's loader reads the same language ten times as fast; a few builds lack it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise KnowledgeError(name, str(error)) from error
    return content


def read_checked(folder: str, language: str) -> dict[str, Any]:
    """Read the words of a language and check them against the ``schema.json`` of their folder.

    Args:
        folder: Folder of the data files ("factuality").
        language: ISO 639-1 code.

    Raises:
        KnowledgeError: There is no such file, or it breaks the schema.
    """
    name = f"{folder}/{language}.yaml"
    content = read_yaml(name)
    schema = json.loads((_DATA / folder / "schema.json").read_text(encoding="utf-8"))
    _check(name, content, Draft202012Validator(schema))
    return content


def _check(name: str, content: dict[str, Any], validator: Draft202012Validator) -> None:
    fault = next(iter(validator.iter_errors(content)), None)
    if fault is not None:
        raise KnowledgeError(name, f"{fault.message} at {'/'.join(map(str, fault.path)) or 'the top'}")


def _load_rule(name: str, validator: Draft202012Validator) -> Rule:
    content = read_yaml(name)
    _check(name, content, validator)
    language, _, file_name = name.removeprefix("rules/").partition("/")
    if content["name"] != file_name.removesuffix(".yaml"):
        raise KnowledgeError(name, f"it is called {content['name']!r}")
    kind = _state_type(content["state"]) if "state" in content else _event_type(content)
    patterns = tuple(_pattern(entry) for entry in content["patterns"])
    return Rule(f"{language}/{content['name']}", kind, patterns, str(content["source"]))


def _event_type(content: _Entry) -> EventType:
    return EventType(
        root=Root(content["event"]),
        mode=content.get("mode"),
        context=_words(content.get("context")),
        cameo=content.get("cameo"),
    )


def _state_type(content: dict[str, str]) -> StateType:
    return StateType(content["unit"], content["value"])


def _words(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _pattern(entry: _Entry) -> Pattern:
    trigger = next(kind for kind in _TRIGGER_POS if kind in entry)
    required = _words(entry.get("required"))
    fillers: dict[str, str] = entry.get("filler", {})
    entry.setdefault("place", _DEFAULT_PLACE)
    roles = tuple(
        Role(
            RoleName(name),
            _paths(entry[name]),
            filler=Filler(fillers.get(name, "actor")),
            required=name in required,
        )
        for name in ("actor", "recipient", "object", "place")
        if name in entry
    )
    measure = entry.get("measure")
    return Pattern(
        id=str(entry["id"]),
        lemmas=frozenset(_words(entry[trigger])),
        pos=_TRIGGER_POS[trigger],
        needs=(*_needs(entry.get("needs"), absent=False), *_needs(entry.get("absent"), absent=True)),
        roles=roles,
        joint=bool(entry.get("joint", False)),
        absorbs=bool(entry.get("absorbs", False)),
        measures=_paths([measure] if isinstance(measure, str) else measure),
        weight=float(str(entry.get("weight", 0.8))),
        either=bool(entry.get("either", False)),
        abroad=bool(entry.get("abroad", False)),
    )


def _paths(value: object) -> tuple[Path, ...]:
    return tuple(parse_path(text) for text in _words(value))


def _needs(value: object, *, absent: bool) -> tuple[Need, ...]:
    entries: dict[str, list[str]] = value if isinstance(value, dict) else {}
    return tuple(Need(parse_path(path), frozenset(lemmas), absent=absent) for path, lemmas in entries.items())


@lru_cache(maxsize=4)
def load_factuality(language: str = "en") -> FactualityLexicon:
    """Load the words that bear on factuality.

    Args:
        language: ISO 639-1 code.

    Returns:
        Governing words, auxiliaries, negations and conditions of the language.

    Raises:
        KnowledgeError: There is no such file, or it breaks its schema.
    """
    content = read_checked("factuality", language)
    words = {name: frozenset(_words(content[name])) for name in _FACTUALITY_WORDS}
    return FactualityLexicon(governors=_forces(content["governors"]), modifiers=_forces(content["modifiers"]), **words)


_FACTUALITY_WORDS = (
    "future",
    "modal",
    "negations",
    "conditions",
    "presupposing",
    "obliging",
    "inverting",
    "excluding",
    "settled",
    "wishes",
    "contents",
    "reached",
    "nearly",
    "hedges",
    "nobody",
    "falsehoods",
    "telling",
    "siding",
)


def _forces(table: dict[str, dict[str, list[str]]]) -> dict[str, Force]:
    """Return the force of each lemma of a table by force and group."""
    return {lemma: Force(force) for force, groups in table.items() for lemmas in groups.values() for lemma in lemmas}
