"""Mistakes: what the coder missed and what it said too much, with the words where it happened.

A person reads them one by one to find the cause, so each holds the sentence, what was wanted, what was
said, and which parts differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dragoman.claims.claim import Claim
from dragoman.documents.span import Span
from dragoman.evaluation.gold import GoldClaim, PlacedGold
from dragoman.evaluation.judging import Verdict

_AROUND = 120


class MistakeKind(StrEnum):
    """What sort of mistake it is."""

    MISSED = "missed"
    WRONG = "wrong"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document around a mistake.

    Attributes:
        before: Words before the marked ones.
        marked: The words that matter.
        after: Words behind them.
    """

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Near:
    """A claim of the coder that comes near to what was wanted.

    Attributes:
        claim: The claim in one line.
        wrong: Names of the parts that are wrong.
        rule: The rule that found it.
    """

    claim: str
    wrong: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake.

    Attributes:
        kind: ``missed``: nothing like it was said; ``wrong``: it was said with a wrong part; ``false``: the
            gold has nothing like it.
        document: Name of the document.
        topic: Mode, root or kind of the gold claim; of a false claim, its own.
        passage: The words.
        wanted: What the gold has, in one line; ``""`` for a false claim.
        near: What the coder says there.
    """

    kind: MistakeKind
    document: str
    topic: str
    passage: Passage
    wanted: str
    near: tuple[Near, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the mistake as plain JSON values."""
        return {
            "kind": self.kind.value,
            "document": self.document,
            "topic": self.topic,
            "quote": self.passage.marked,
            "wanted": self.wanted,
            "coded": [{"claim": n.claim, "wrong": list(n.wrong), "rule": n.rule} for n in self.near],
        }

    def lines(self) -> Iterator[str]:
        """Yield the mistake as lines for a terminal."""
        quote = " ".join(self.passage.marked.split())[:160]
        if self.kind is MistakeKind.FALSE:
            yield from (f"FALSE {self.document}: {n.claim} «{quote}» [{n.rule}]" for n in self.near)
            return
        yield f"MISS  {self.document}: {self.wanted} «{quote}»"
        yield from (f"      near: {n.claim} wrong: {list(n.wrong)} [{n.rule}]" for n in self.near)


def missed_claim(document: str, text: str, placed: PlacedGold, found: Sequence[tuple[Claim, Verdict]]) -> Mistake:
    """Return the mistake of a claim of the gold that was not found with every part right."""
    gold = placed.gold
    near = tuple(
        Near(describe(claim), tuple(name for name, right in verdict.items() if not right), claim.rule)
        for claim, verdict in found
    )
    kind = MistakeKind.WRONG if near else MistakeKind.MISSED
    passage = Passage("", gold.quote, "") if placed.span is None else passage_of(text, placed.span)
    return Mistake(kind, document, gold.topic, passage, describe_gold(gold), near)


def false_claim(document: str, text: str, claim: Claim) -> Mistake:
    """Return the mistake of a claim that the gold does not have."""
    topic = claim.own_mode or (claim.event.value if claim.event else claim.kind.value)
    near = (Near(describe(claim), (), claim.rule),)
    return Mistake(MistakeKind.FALSE, document, topic, passage_of(text, claim.evidence.span), "", near)


def passage_of(text: str, span: Span) -> Passage:
    """Return the words at a span with some of those around it in the same paragraph."""
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    before = text[start : span.start].rpartition("\n")[2]
    after = text[span.end : end].partition("\n")[0]
    if start > 0 and len(before) == _AROUND:
        before = "…" + before.partition(" ")[2]
    if end < len(text) and len(after) == _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return Passage(before, text[span.start : span.end], after)


def describe(claim: Claim) -> str:
    """Return a claim in one line, for people who look for mistakes."""
    event = claim.event.value if claim.event else None
    sides = f"{[p.id for p in claim.actors]}→{[p.id for p in claim.recipients]}"
    date = claim.date.edtf if claim.date else None
    negated = " NOT" if claim.negated else ""
    measure = f" ={claim.measure.value} {claim.measure.unit}" if claim.measure else ""
    act = f"{claim.kind.value}/{event}/{claim.mode}"
    return f"{act} {sides} {date} {claim.status.value}{negated} by {claim.speaker.source}{measure}"


def describe_gold(gold: GoldClaim) -> str:
    """Return a claim of the gold in one line, with the parts that it asks for."""
    parts = [f"{gold.kind.value}/{gold.event}/{gold.mode}"]
    parts.append(f"{sorted(gold.actors or ())}→{sorted(gold.recipients or ())}")
    if gold.dates is not None:
        parts.append(" or ".join(str(date) for date in gold.dates))
    parts += [] if gold.statuses is None else [" or ".join(gold.statuses)]
    parts += ["NOT"] if gold.negated else []
    parts += [] if gold.speakers is None else ["by " + " or ".join(gold.speakers)]
    parts += [] if gold.measure is None else [f"={gold.measure.value} {gold.measure.unit}".rstrip()]
    return " ".join(parts)
