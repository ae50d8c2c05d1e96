"""The cost of finding acts grows with the text and not with the rules (DESIGN, section 4)."""

from dataclasses import replace
from typing import Any

from tests.events.recorded import EVENT_CASES, cast_of, read_case_file

from dragoman.assembly.rulebook import load_rulebook
from dragoman.claims.coder import _CastScene
from dragoman.events.rule import Rule, RuleIndex, index_rules
from dragoman.knowledge.rules import load_rules


class CountingTable(dict[str, Any]):
    """A table of candidates that counts those it hands out."""

    tried = 0

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as in dict
        """Return the candidates of a lemma and count them."""
        found = super().get(key, default)
        self.tried += len(found or ())
        return found


def dummy_of(rule: Rule) -> Rule:
    """Return a rule with as many patterns, whose triggers are words of no language."""
    patterns = tuple(replace(p, lemmas=frozenset(f"zz{lemma}" for lemma in p.lemmas)) for p in rule.patterns)
    return replace(rule, name=f"{rule.name}-dummy", patterns=patterns)


def candidates_tried(rules: tuple[Rule, ...]) -> int:
    rulebook = load_rulebook()
    table = CountingTable(index_rules(rules).by_lemma)
    matcher = replace(rulebook.matcher, index=RuleIndex(rules, table))
    _, cases = read_case_file(EVENT_CASES / "assault.yaml")
    for case in cases.values():
        cast = cast_of(case)
        for sentence in cast.sentences:
            tuple(matcher.find_events(sentence, _CastScene(cast, rulebook)))
    return table.tried


def test_twice_as_many_rules_try_no_more_candidates() -> None:
    rules = load_rules().rules
    tried = candidates_tried(rules)
    assert tried > 0
    assert candidates_tried((*rules, *map(dummy_of, rules))) == tried
