"""Joins the rules, the words and the authority file into what the coder of a language needs."""

from functools import lru_cache

from dragoman.actors.entity import Medium, Outlet
from dragoman.actors.polity import Polity
from dragoman.assembly.version import coder_version
from dragoman.claims.coder import Rulebook
from dragoman.events.matcher import Matcher
from dragoman.knowledge.authority import load_authority
from dragoman.knowledge.calibration import load_calibration
from dragoman.knowledge.rules import load_factuality, load_rules
from dragoman.knowledge.wording import load_attribution, load_classes, load_loaded_words

_CLOSED_CLASS = (
    "a an the and or of in on at to for with by from as after before over into amid against "
    "its his her their is are was"
).split()
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
    polities = [entity for entity in authority if isinstance(entity, Polity)]
    outlets = [entity for entity in authority if isinstance(entity, Outlet)]
    return Rulebook(
        matcher=Matcher(load_rules(language), load_factuality(language), frozenset(p.id for p in polities)),
        attribution=load_attribution(language),
        loaded=load_loaded_words(language),
        classes=load_classes(language),
        contested=frozenset(p.id for p in polities if p.is_contested),
        agencies=frozenset(o.id for o in outlets if o.medium is Medium.AGENCY),
        outlets=frozenset(o.id for o in outlets if o.medium is not Medium.AGENCY),
        names={entity.id: entity.name for entity in authority},
        version=coder_version(language),
        calibration=load_calibration(language),
    )


@lru_cache(maxsize=4)
def load_common_words(language: str = "en") -> frozenset[str]:
    """Return forms of words that a headline in title case does not mean as names.

    Args:
        language: ISO 639-1 code.
    """
    lemmas = {*load_rules(language).by_lemma, *load_attribution(language).verbs, *load_factuality(language).governors}
    lemmas |= load_attribution(language).documents
    return frozenset(_CLOSED_CLASS) | {form for lemma in lemmas for form in _forms(lemma)}


def _forms(lemma: str) -> tuple[str, ...]:
    """Regular English forms of a verb or noun; a wrong one is never met in a text."""
    stem = lemma.removesuffix("e")
    y_stem = lemma[:-1] + "i" if lemma.endswith("y") else stem
    return (
        lemma,
        lemma + "s",
        y_stem + "es",
        y_stem + "ed",
        stem + "ing",
        lemma + lemma[-1] + "ed",
        lemma + lemma[-1] + "ing",
    )
