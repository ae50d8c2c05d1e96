"""Case files of rules and claims: a text, its recorded trees, and what must be found in it.

A file is a table of cases by name; keys with a capital or a blank in them are names, the key ``rule``
says which rule the file is about. Names of polities come from the real authority file and everybody else from
the real cast, so that a case needs no model and nothing is made up for it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from tests.trees import read_trees

from dragoman.actors.cast import Cast, build_cast
from dragoman.actors.participant import Participant
from dragoman.assembly.names import DocumentNames
from dragoman.assembly.rulebook import load_rulebook
from dragoman.claims.coder import _CastScene
from dragoman.events.mention import EventMention
from dragoman.knowledge.authority import load_authority, load_gazetteer

Case = Mapping[str, Any]
EVENT_CASES = Path(__file__).parent / "cases"


@lru_cache(maxsize=128)
def read_case_file(file: Path) -> tuple[str | None, dict[str, Case]]:
    """Read a case file.

    Args:
        file: The file.

    Returns:
        The rule that it is about (``None`` for all), and its cases by name.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(file.read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe loader
    rule = content.pop("rule", None)
    return rule, content


def cast_of(case: Case) -> Cast:
    """Return the cast of a case, from its recorded trees and the names of the authority file."""
    text = case["text"]
    names = DocumentNames(text, load_gazetteer(), load_authority())
    return build_cast([read_trees(text, case["parse"])], names.finder())


def find_mentions(case: Case) -> Iterator[EventMention]:
    """Yield the acts that the rules find in a case."""
    cast = cast_of(case)
    rulebook = load_rulebook()
    scene = _CastScene(cast, rulebook)
    for sentence in cast.sentences:
        yield from rulebook.matcher.find_events(sentence, scene)


def described(mention: EventMention) -> dict[str, Any]:
    """Return a mention as a case writes it, with every key."""
    return {
        "rule": mention.rule.name.partition("/")[2],
        "pattern": mention.pattern.id,
        "actors": ids(mention.actors),
        "recipients": ids(mention.recipients),
        "status": mention.factuality.status.value,
        "negated": mention.factuality.negated,
        "object": mention.object,
        "place": mention.place,
        "step": mention.step,
        "trigger": mention.trigger.text,
    }


def ids(participants: tuple[Participant, ...]) -> list[str]:
    """Return the identifiers of participants, in order."""
    return [participant.id for participant in participants]


def agrees(expected: Case, found: Mapping[str, Any]) -> bool:
    """Tell whether what was found is as a case says; what the case leaves out is plain.

    Actors and recipients that are left out must be empty, the status actual, nothing negated; other keys
    that are left out are not looked at.
    """
    plain: dict[str, Any] = {"actors": [], "recipients": [], "status": "actual", "negated": False}
    wanted = plain | dict(expected)
    return all(found[key] == value for key, value in wanted.items())
