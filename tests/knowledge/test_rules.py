"""Rules and the words of factuality as data: what the files may say, and that they are as they should be."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from dragoman.errors import KnowledgeError
from dragoman.events.force import Force
from dragoman.events.kind import MODE_LADDER
from dragoman.events.path import _RELATIONS, _STEPS
from dragoman.events.rule import StateType
from dragoman.knowledge.rules import load_factuality, load_rules, read_checked, read_yaml

PREPOSITIONS = (
    "about against along among as at between by for from in into near of on out outside over through to toward "
    "towards under upon with"
)
DATA = Path(__file__).resolve().parents[2] / "src" / "dragoman" / "knowledge" / "data"
FILES = sorted((DATA / "rules" / "en").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
class TestEveryRuleFile:
    def test_says_in_plain_words_what_it_stands_for(self, file: Path) -> None:
        first = file.read_text("utf-8").splitlines()[0]
        assert first.startswith("# ")
        assert first.endswith(".")

    def test_names_each_pattern_once(self, file: Path) -> None:
        patterns = yaml.safe_load(file.read_text("utf-8"))["patterns"]
        counts = Counter(pattern["id"] for pattern in patterns)
        assert [name for name, count in counts.items() if count > 1] == []

    def test_names_each_trigger_of_a_pattern_once(self, file: Path) -> None:
        for pattern in yaml.safe_load(file.read_text("utf-8"))["patterns"]:
            lemmas = pattern.get("verb") or pattern.get("noun") or pattern["adjective"]
            assert len(lemmas) == len(set(lemmas)), pattern["id"]


def test_every_step_of_a_path_leads_somewhere() -> None:
    words = set(PREPOSITIONS.split()) | {"out of", "behind", "during"}
    steps = {
        step
        for rule in load_rules().rules
        for pattern in rule.patterns
        for path in (
            *(need.path for need in pattern.needs),
            *(path for role in pattern.roles for path in role.paths),
            *pattern.measures,
        )
        for step in path.steps
    }
    assert steps - set(_STEPS) - _RELATIONS <= words


def test_every_mode_that_moves_a_ladder_has_a_rule() -> None:
    modes = {rule.type.mode for rule in load_rules().rules if not isinstance(rule.type, StateType)}
    assert set(MODE_LADDER) <= modes


def test_the_index_finds_each_pattern_by_each_of_its_triggers() -> None:
    index = load_rules()
    for rule in index.rules:
        for pattern in rule.patterns:
            assert all((rule, pattern) in index.by_lemma[lemma] for lemma in pattern.lemmas)


@pytest.mark.parametrize("table", ["governors", "modifiers"])
def test_each_word_that_governs_an_act_has_one_force(table: str) -> None:
    content = read_yaml("factuality/en.yaml")[table]
    counts = Counter(lemma for groups in content.values() for lemmas in groups.values() for lemma in lemmas)
    assert [lemma for lemma, count in counts.items() if count > 1] == []


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="no rules for this language"):
        load_rules("xx")


@pytest.mark.parametrize("folder", ["factuality", "attribution", "loaded"])
def test_words_of_a_language_that_is_not_there_are_refused(folder: str) -> None:
    with pytest.raises(KnowledgeError, match="no such file"):
        read_checked(folder, "xx")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"events": "SUPPORT"}, "Additional properties"),
        ({"event": "RECOGNISE"}, "is not one of"),
        ({"patterns": []}, "non-empty"),
        ({"patterns": [{"id": "verb"}]}, "not valid under any"),
        ({"patterns": [{"id": "verb", "verb": ["meet"], "required": ["object"]}]}, "is not one of"),
    ],
)
def test_a_rule_that_says_something_else_breaks_the_schema(change: dict[str, object], message: str) -> None:
    rule = {"name": "meet", "event": "CONSULT", "source": "PLOVER 2.0", "patterns": [{"id": "verb", "verb": ["meet"]}]}
    validator = Draft202012Validator(read_yaml("rules/schema.yaml"))
    assert validator.is_valid(rule)
    assert any(message in fault.message for fault in validator.iter_errors(rule | change))


def test_no_word_governs_in_two_ways() -> None:
    content = read_checked("factuality", "en")
    counts = Counter(
        lemma for groups in content["governors"].values() for lemmas in groups.values() for lemma in lemmas
    )
    assert [lemma for lemma, count in counts.items() if count > 1] == []


def test_the_forces_of_the_file_are_those_of_the_code() -> None:
    assert set(read_checked("factuality", "en")["governors"]) == {force.value for force in Force}
    assert set(load_factuality().governors.values()) == set(Force)
