"""Why a claim was made: the rule with the words that it speaks of, the sentence as a tree, the reason of each part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.answers.citation import Citation
from dragoman.answers.matched_words import MatchedPart, find_matched
from dragoman.answers.parse_tree import TreeNode, grow_tree
from dragoman.claims.claim import Claim
from dragoman.events.rule import Pattern, Rule, StateType
from dragoman.web.asked import Asked
from dragoman.web.explaining import Parsed
from dragoman.web.views.cited import Cited, cite
from dragoman.web.views.frame import Frame

MOST_LEMMAS = 40


@dataclass(frozen=True, slots=True)
class RuleView:
    """The rule that found a claim.

    Attributes:
        id: Name of rule and pattern.
        facts: What rule and pattern ask for: pairs of a word and a text.
        matched: What the words of the sentence are to it: name, path and words.
    """

    id: str
    facts: tuple[tuple[str, str], ...]
    matched: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class WhyPage:
    """Why a claim was made.

    Attributes:
        frame: What stands around it.
        cited: The claim.
        rule: What found it.
        trees: Its sentences, parsed.
        fault: Why they are not, or ``""``.
        reasons: Part of the claim, and why it is so.
        coder: What coded it.
        is_newer: Whether another coder than that which is installed coded it, so that its parse may have been another.
    """

    frame: Frame
    cited: Cited
    rule: RuleView
    trees: tuple[TreeNode, ...]
    fault: str
    reasons: tuple[tuple[str, str], ...]
    coder: str
    is_newer: bool


def show_why(citation: Citation, rule: Rule | None, parsed: Parsed, asked: Asked, *, coder: str) -> WhyPage:
    """Lay out why a claim was made.

    Args:
        citation: The claim.
        rule: The rule that found it; ``None`` for what no rule of acts finds.
        parsed: Its sentences.
        asked: The limits of the question, which links carry on.
        coder: The coder that is installed.
    """
    claim = citation.claim
    pattern = None if rule is None else _pattern(rule, claim)
    matched = [part for s in parsed.sentences if pattern is not None for part in find_matched(s, pattern)]
    triggers = tuple(part.span for part in matched if part.name == "trigger")
    cited = cite(citation, asked)
    return WhyPage(
        frame=Frame(f"Why: {cited.sentence}", asked=asked),
        cited=cited,
        rule=RuleView(claim.rule, tuple(_facts(rule, pattern)), tuple(_told(matched))),
        trees=tuple(grow_tree(sentence, claim, triggers) for sentence in parsed.sentences),
        fault=parsed.fault,
        reasons=tuple(_reasons(claim)),
        coder=claim.coder,
        is_newer=claim.coder != coder,
    )


def _pattern(rule: Rule, claim: Claim) -> Pattern | None:
    name = claim.rule.partition("#")[2]
    return next((pattern for pattern in rule.patterns if pattern.id == name), None)


def _facts(rule: Rule | None, pattern: Pattern | None) -> Iterator[tuple[str, str]]:
    if rule is None:
        yield "Source", "no rule of acts: names, counts, amounts and denials are found by code of their own"
        return
    kind = rule.type
    yield "Finds", f"{kind.unit}: {kind.value}" if isinstance(kind, StateType) else f"{kind.root.value} · {kind.mode}"
    yield "Source", rule.source
    if pattern is None:
        yield "Pattern", "this pattern is not among the rules any more"
        return
    lemmas = sorted(pattern.lemmas)
    more = f" and {len(lemmas) - MOST_LEMMAS} more" if len(lemmas) > MOST_LEMMAS else ""
    yield "Triggers", ", ".join(lemmas[:MOST_LEMMAS]) + more + f" ({', '.join(sorted(pattern.pos))})"
    for need in pattern.needs:
        words = ", ".join(sorted(need.lemmas)[:MOST_LEMMAS]) or "any word"
        yield ("Not near it" if need.absent else "Near it"), f"{need.path.text}: {words}"
    for role in pattern.roles:
        asked = " (required)" if role.required else ""
        yield role.name.value.capitalize(), f"{' or '.join(path.text for path in role.paths)}{asked}"


def _told(matched: Sequence[MatchedPart]) -> Iterator[tuple[str, str, str]]:
    yield from dict.fromkeys((part.name, part.path, part.text) for part in matched)


def _reasons(claim: Claim) -> Iterator[tuple[str, str]]:
    for reason in claim.reasons:
        part, _, why = reason.partition(": ")
        yield part, why
    yield "confidence", f"{claim.confidence:.2f}"
