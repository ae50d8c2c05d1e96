"""Audits: claims drawn at random, judged by a person who reads the sentence, and how precise the coder is by that.

A verdict keeps where the claim stands and what it says, and no word of the text, so that verdicts on
texts of others may be published. Source of the interval: E. B. Wilson, Probable Inference, the Law of
Succession, and Statistical Inference (1927).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps, loads
from math import sqrt
from random import Random
from typing import Any

from dragoman.claims.claim import Claim, ClaimKind
from dragoman.errors import GoldError
from dragoman.evaluation.coded import speaker_label
from dragoman.evaluation.tally import Interval
from dragoman.events.kind import MODE_LADDER

PARTS = ("event", "actor", "recipient", "date", "status", "negated", "speaker", "measure")
"""What may be wrong; ``event`` is wrong, too, where nothing of the kind is said."""

DIPLOMATIC = frozenset(MODE_LADDER) | frozenset(
    "envoy-appointed envoy-accredited envoy-recalled envoy-expelled envoy-summoned agreement-signed agreement-ratified "
    "agreement-suspended agreement-withdrawn membership-joined membership-left independence-declared territory-annexed "
    "territory-ceded state-dissolved state-succeeded visit meeting phone negotiation message ceasefire".split()
)
"""Modes that diplomacy is told in: those that this project adds to PLOVER's."""

_Z = 1.959964


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One claim to be judged, or judged.

    Attributes:
        article: Address or file name of the document.
        start: Code point at which the evidence begins.
        end: Code point behind the evidence.
        fields: What the claim says, in ids and codes.
        sentence: The evidence and what stands before it; empty in verdicts that are kept.
        verdict: ``right``, ``wrong``, or ``""`` while nobody has judged it.
        wrong: Parts that are wrong.
        cause: Why, in a word or two.
    """

    article: str
    start: int
    end: int
    fields: Mapping[str, Any]
    sentence: str = ""
    verdict: str = ""
    wrong: tuple[str, ...] = ()
    cause: str = ""

    @property
    def is_right(self) -> bool:
        """Whether every part is right."""
        return self.verdict == "right"

    @property
    def is_diplomatic(self) -> bool:
        """Whether its mode is one that diplomacy is told in."""
        return self.fields.get("mode") in DIPLOMATIC

    def to_dict(self) -> dict[str, Any]:
        """Return the row as plain JSON values; without the sentence where there is none."""
        row: dict[str, Any] = {"article": self.article, "start": self.start, "end": self.end, **self.fields}
        row |= {"verdict": self.verdict, "wrong": list(self.wrong), "cause": self.cause}
        return row | ({"sentence": self.sentence} if self.sentence else {})


@dataclass(frozen=True, slots=True)
class Precision:
    """The share of judged claims that is right in every part.

    Attributes:
        name: Of the group.
        judged: How many claims were judged.
        right: How many are right.
        interval: Of 95 %, by Wilson.
    """

    name: str
    judged: int
    right: int
    interval: Interval

    @property
    def share(self) -> float:
        """The share, 0 where nothing was judged."""
        return self.right / self.judged if self.judged else 0.0


def wilson_interval(right: int, judged: int) -> Interval:
    """Return the interval of a share.

    >>> wilson_interval(8, 10).to_list()
    [0.49, 0.943]
    """
    if not judged:
        return Interval(0.0, 1.0)
    share, square = right / judged, _Z**2
    middle = (share + square / (2 * judged)) / (1 + square / judged)
    half = _Z * sqrt(share * (1 - share) / judged + square / (4 * judged**2)) / (1 + square / judged)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def audit_row(article: str, text: str, claim: Claim, *, around: int = 300) -> AuditRow:
    """Return the row of a claim, with the sentence and some of what stands before it, for the judge.

    Args:
        article: Address or file name of the document.
        text: Of the document.
        claim: The claim.
        around: How many characters before the evidence are shown.
    """
    span = claim.evidence.span
    fields = {
        "kind": claim.kind.value,
        "event": claim.event and claim.event.value,
        "mode": claim.mode,
        "actors": [side.id for side in claim.actors],
        "recipients": [side.id for side in claim.recipients],
        "date": claim.date and claim.date.edtf,
        "status": claim.status.value,
        "negated": claim.negated,
        "speaker": speaker_label(claim),
        "measure": claim.measure and [claim.measure.value, claim.measure.unit],
        "rule": claim.rule,
        "confidence": claim.confidence,
    }
    before = text[max(0, span.start - around) : span.start]
    return AuditRow(article, span.start, span.end, fields, f"{before} [[ {claim.evidence.quote} ]]")


def draw_rows(rows: Sequence[AuditRow], number: int, *, seed: int) -> list[AuditRow]:
    """Return so many rows drawn at random without replacement, in the order of the articles.

    Args:
        rows: All rows.
        number: How many; all where there are fewer.
        seed: The same seed draws the same rows.
    """
    chosen = Random(seed).sample(range(len(rows)), min(number, len(rows)))  # noqa: S311 - a seeded draw, not a secret
    return [rows[place] for place in sorted(chosen)]


def is_audited(claim: Claim) -> bool:
    """Tell whether a claim is drawn from: what somebody is called is not."""
    return claim.kind is not ClaimKind.NAME


def row_lines(rows: Iterable[AuditRow]) -> Iterator[str]:
    """Yield one line of JSON for each row."""
    for row in rows:
        yield dumps(row.to_dict(), ensure_ascii=False) + "\n"


def parse_rows(lines: Iterable[str], name: str) -> Iterator[AuditRow]:
    """Yield the rows of a sheet or of a file of verdicts.

    Args:
        lines: Of JSON.
        name: Of the file, for messages.

    Raises:
        GoldError: A line is no row, or names a part that there is not.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _parse_row(line, name, f"line {number}")


def measure_precision(rows: Sequence[AuditRow]) -> tuple[Precision, ...]:
    """Return the precision over all judged rows, over those in diplomatic modes, and over the others."""
    judged = [row for row in rows if row.verdict]
    groups = {
        "all": judged,
        "diplomatic modes": [row for row in judged if row.is_diplomatic],
        "other": [row for row in judged if not row.is_diplomatic],
    }
    return tuple(_precision(name, own) for name, own in groups.items())


def _precision(name: str, rows: Sequence[AuditRow]) -> Precision:
    right = sum(row.is_right for row in rows)
    return Precision(name, len(rows), right, wilson_interval(right, len(rows)))


def _parse_row(line: str, name: str, place: str) -> AuditRow:
    try:
        content = dict(loads(line))
        article, start, end = str(content.pop("article")), int(content.pop("start")), int(content.pop("end"))
    except (ValueError, TypeError, KeyError) as error:
        raise GoldError(name, place, "it is no row with article, start and end") from error
    sentence, verdict = str(content.pop("sentence", "")), str(content.pop("verdict", ""))
    wrong, cause = tuple(content.pop("wrong", ())), str(content.pop("cause", ""))
    if verdict not in {"", "right", "wrong"} or set(wrong) - set(PARTS) or (verdict == "wrong") != bool(wrong):
        expected = "right, or wrong with some of " + ", ".join(PARTS)
        raise GoldError(name, place, f"the verdict is {verdict!r} {list(wrong)}; expected {expected}")
    return AuditRow(article, start, end, content, sentence, verdict, wrong, cause)
