"""What governing words do to the act below them, and the words of a language that do it.

After the ideas of FactBank (Saurí and Pustejovsky, 2009), the implicative verbs of Karttunen (1971)
and the factive ones of Kiparsky and Kiparsky (1970). The words are data
(:func:`dragoman.knowledge.rules.load_factuality`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Force(StrEnum):
    """What a governing word does to the act below it."""

    ANNOUNCES = "announces"
    DEMANDS = "demands"
    SUPPOSES = "supposes"
    DENIES = "denies"
    REJECTS = "rejects"
    FAILS = "fails"
    PREVENTS = "prevents"
    EXCLUDES = "excludes"
    ASSERTS = "asserts"
    PRESUPPOSES = "presupposes"
    HAPPENS = "happens"


@dataclass(frozen=True, slots=True)
class FactualityLexicon:
    """Words that bear on factuality, by language, from a data file.

    Attributes:
        governors: Lemma of a governing verb, noun or adjective, and what it does to the act below it.
        modifiers: Adjective before a noun of action, and what it does to it ("a *planned* closure").
        future: Auxiliaries of the future ("will").
        modal: Auxiliaries of possibility ("may").
        negations: Lemmas of words that negate ("not").
        conditions: Words that open a condition ("if").
        obliging: Auxiliaries by which the speaker demands ("must").
        inverting: Auxiliaries that open a condition when they stand before the subject ("had Peru recognised it").
        excluding: Words that open what did not happen ("without").
        settled: Words that open a clause told as a fact of its own ("after", "because").
        wishes: Verbs that demand, if somebody else is to act ("wants Peru to recognise it").
        reached: Verbs for reaching or telling a decision ("confirmed the decision to …"), which presuppose nothing.
        contents: Nouns for what others say; to reject them is to deny what they say ("reports that …").
        presupposing: Nouns for an act already done when something is said of it ("the decision to …
            was a mistake"), if they are definite.
        nearly: Adverbs of what came close and did not happen ("almost").
        hedges: Adverbs by which the speaker leaves it open ("perhaps").
        nobody: Subjects by which nobody acts ("nobody").
        falsehoods: Words that say of a report that it is not so ("baseless").
        telling: Verbs that tell of an act to come, unless to tell of it is to do it ("announced the closure").
        siding: Verbs of approval, which take a definite act for granted ("supported the annexation of X").
    """

    governors: Mapping[str, Force]
    future: frozenset[str]
    modal: frozenset[str]
    negations: frozenset[str]
    conditions: frozenset[str]
    presupposing: frozenset[str] = frozenset()
    obliging: frozenset[str] = frozenset()
    inverting: frozenset[str] = frozenset()
    excluding: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    reached: frozenset[str] = frozenset()
    nearly: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    falsehoods: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    siding: frozenset[str] = frozenset()
    modifiers: Mapping[str, Force] = field(default_factory=dict)
