"""Joins the rules, the words and the authority file into what the coder of a language needs."""

from functools import lru_cache

from dragoman.actors.entity import EntityKind
from dragoman.claims.coder import Rulebook
from dragoman.events.matcher import Matcher
from dragoman.knowledge.authority import load_authority
from dragoman.knowledge.rules import load_factuality, load_rules
from dragoman.knowledge.wording import load_attribution, load_loaded_words

CODER_VERSION = "1.0"
CODED_LANGUAGES = frozenset({"en"})
"""Languages with a coder; stretches in others are kept and counted as uncoded."""


@lru_cache(maxsize=4)
def load_rulebook(language: str = "en") -> Rulebook:
    """Load everything that the coder of a language knows.

    Args:
        language: ISO 639-1 code.

    Raises:
        KnowledgeError: A data file is missing or breaks its schema.
    """
    authority = load_authority()
    by_kind: dict[EntityKind, set[str]] = {}
    for entity in authority.entities:
        by_kind.setdefault(entity.kind, set()).add(entity.id)
    return Rulebook(
        matcher=Matcher(load_rules(language), load_factuality(language), authority.polity_ids),
        attribution=load_attribution(language),
        loaded=load_loaded_words(language),
        contested=authority.contested_ids,
        agencies=frozenset(by_kind.get(EntityKind.AGENCY, ())),
        outlets=frozenset(by_kind.get(EntityKind.OUTLET, ())),
        version=f"rules-{language}/{CODER_VERSION}",
    )
