"""Loads the rules that derive the status of missions from claims, and checks them against their schema."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from dragoman.errors import KnowledgeError
from dragoman.events.derivation import Derivation, DerivationRule, Gives, RankStatus, Side
from dragoman.knowledge.rules import read_yaml

_NAME = "missions/derivation.yaml"


@lru_cache(maxsize=1)
def load_derivation() -> Derivation:
    """Load the rules for missions.

    Raises:
        KnowledgeError: The file breaks its schema.
    """
    content = read_yaml(_NAME)
    schema = json.loads((files("dragoman.knowledge") / "data/missions/schema.json").read_text(encoding="utf-8"))
    fault = next(iter(Draft202012Validator(schema).iter_errors(content)), None)
    if fault is not None:
        raise KnowledgeError(_NAME, f"{fault.message} at {'/'.join(map(str, fault.path)) or 'the top'}")
    return Derivation(
        rules=tuple(_rule(entry) for entry in content["rules"]),
        ranks={rank: RankStatus(**statuses) for rank, statuses in content["ranks"].items()},
        unranked=tuple((entry["until"], entry["rank"]) for entry in content["unranked"]),
    )


def _rule(entry: dict[str, Any]) -> DerivationRule:
    gives = str(entry["gives"])
    is_named = gives in {Gives.STEP, Gives.RANK, Gives.EARLIER}
    return DerivationRule(
        name=entry["name"],
        why=entry["why"],
        modes=frozenset(entry["modes"]),
        steps=frozenset(entry.get("steps", ())),
        patterns=frozenset(entry.get("patterns", ())),
        side=Side(entry["side"]),
        gives=Gives(gives) if is_named else Gives.FIXED,
        status=None if is_named else gives,
        ends=frozenset(entry.get("ends", ())),
        precedence=entry["precedence"],
    )
