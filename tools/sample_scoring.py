"""Compares claims with the gold of the sample reports; the rules stand at the head of ``samples/gold.yaml``.

A claim is found when its kind, event or mode, participants, status, negation, date and innermost speaker are
all right and its evidence overlaps the quote. Claims of the coder that match neither a required nor an
optional gold claim count against precision.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.assembly.coding import code_file
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.dates.edtf import parse_edtf

FIELDS = ("participants", "status", "negated", "date", "speaker", "measure")
_STATE_MODES = {"recognition", "recognition-refused", "relations", "relations-established"}

REFUSED = "recognition-refused"

Entry = dict[str, Any]
Verdict = dict[str, bool]


@dataclass(slots=True)
class Tally:
    """Counts of one group of claims, filled report by report.

    Attributes:
        required: Gold claims that must be found.
        right: Those found with every field right.
        coded: Claims of the coder.
        matched: Those that match some gold claim in every field.
    """

    required: int = 0
    right: int = 0
    coded: int = 0
    matched: int = 0

    @property
    def precision(self) -> float:
        """Share of the coder's claims that are right in every field; 0 where there are none."""
        return self.matched / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of the required gold claims found with every field right; 0 where there are none."""
        return self.right / self.required if self.required else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_dict(self) -> dict[str, float]:
        """Return the counts and the shares, these with three decimals."""
        counts = {"required": self.required, "right": self.right, "coded": self.coded, "matched": self.matched}
        return counts | {
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
        }


@dataclass(slots=True)
class Score:
    """The result over all reports.

    Attributes:
        all: Counts over everything.
        by_mode: The same by mode, by root where there is no mode, by kind where there is neither.
        located: Required gold claims for which a claim of the same kind and event was found.
        fields: For located claims, how often each field is right.
        lines: Each miss and each false claim, in words.
    """

    all: Tally = field(default_factory=Tally)
    by_mode: dict[str, Tally] = field(default_factory=dict)
    located: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def tallies(self, mode: str) -> tuple[Tally, Tally]:
        """Return the counts over everything and those of one mode."""
        return self.all, self.by_mode.setdefault(mode, Tally())

    def to_dict(self) -> dict[str, object]:
        """Return all figures as plain JSON values."""
        return {
            "all": self.all.to_dict(),
            "located": self.located,
            "fields": {name: self.fields[name] for name in FIELDS},
            "by_mode": {mode: tally.to_dict() for mode, tally in sorted(self.by_mode.items())},
        }


def score_samples(folder: Path, *, only: str = "") -> Score:
    """Code all sample reports and compare them with the gold.

    Args:
        folder: Holds ``reports/`` and ``gold.yaml``.
        only: A part of the names of the reports to score; empty for all.
    """
    score = Score()
    for name, report in load_gold(folder).items():
        if only in name:
            coding = code_file(folder / "reports" / name)
            text = coding.document.text if coding.document else ""
            claims = [claim for claim in coding.claims if claim.kind is not ClaimKind.NAME]
            entries = [GoldClaim(entry, tuple(_find_places(text, entry["quote"]))) for entry in report["claims"]]
            _score_report(name, entries, claims, score)
    return score


def load_gold(folder: Path) -> dict[str, Entry]:
    """Read the gold, by name of report."""
    gold: dict[str, Entry] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))["reports"]
    return gold


def digest_of(folder: Path) -> str:
    """Return the SHA-256 of the reports and the gold: scores on other texts are not comparable."""
    digest = sha256()
    for path in [folder / "gold.yaml", *sorted((folder / "reports").iterdir())]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim of the gold and where its quote stands in the text as read.

    Attributes:
        entry: The claim as the file has it.
        places: Spans of its quote, half open; usually one.
    """

    entry: Entry
    places: tuple[tuple[int, int], ...]

    @property
    def is_required(self) -> bool:
        """Whether it counts when it is not found."""
        return not self.entry.get("optional")

    @property
    def mode(self) -> str:
        """Its mode, or its root, or its kind."""
        return str(self.entry.get("mode") or self.entry.get("event") or self.entry["kind"])

    def overlaps(self, claim: Claim) -> bool:
        """Tell whether the claim's evidence overlaps the quote."""
        span = claim.evidence.span
        return any(span.start < end and start < span.end for start, end in self.places)

    def ids(self, role: str) -> set[str]:
        """Return the identifiers that stand in a role."""
        return set(self.entry.get(role, ()))

    def allowed(self, key: str) -> set[object]:
        """Return the values that are right for a key."""
        return {self.entry[key], *self.entry.get(f"{key}_also", ())}

    def is_same_event(self, claim: Claim) -> bool:
        """Tell whether a claim is of the kind and the event that is asked for."""
        wanted = {self.entry.get("mode") or self.entry.get("event") or "", *self.entry.get("also", ())}
        own = {claim.mode or "", claim.event.value if claim.event else ""} - {""}
        if claim.kind.value == self.entry["kind"]:
            return claim.kind is not ClaimKind.EVENT or bool(own & wanted)
        if {claim.kind.value, self.entry["kind"]} == {"state", "event"}:
            measure = self.entry.get("measure", {})
            unit = claim.measure.unit if claim.measure else ""
            topics = wanted | {measure.get("of", ""), measure.get("unit", "")}
            return bool((own | {unit}) & _STATE_MODES) and bool(topics & (_STATE_MODES | own))
        return claim.kind.value in self.entry.get("also", ())

    def judge(self, claim: Claim) -> Verdict:
        """Return for each field whether the claim has it right."""
        is_mixed = claim.kind.value != self.entry["kind"]
        date = claim.date.edtf if claim.date else None
        return {
            "participants": self._has_participants_of(claim),
            "status": "status" not in self.entry or claim.status.value in self.allowed("status"),
            "negated": self._is_denied_alike(claim),
            "date": "date" not in self.entry or any(_is_same_date(date, one) for one in self.allowed("date")),
            "speaker": "speaker" not in self.entry or bool(_speakers(claim) & self.allowed("speaker")),
            "measure": is_mixed or _is_measured(claim, self.entry.get("measure")),
        }

    def _is_denied_alike(self, claim: Claim) -> bool:
        if claim.kind.value == self.entry["kind"]:
            return "negated" not in self.entry or claim.negated == self.entry["negated"]
        # A state of "none" is the same as an act that did not happen.
        measure = self.entry.get("measure", {})
        wanted = self.entry.get("negated", False) or _is_none(measure.get("value")) or self.mode == REFUSED
        own = claim.negated or claim.mode == REFUSED or _is_none(claim.measure.value if claim.measure else None)
        return bool(wanted) == own

    def _has_participants_of(self, claim: Claim) -> bool:
        if "actors" not in self.entry and "recipients" not in self.entry:
            return True
        actors, recipients = known_ids(claim.actors), known_ids(claim.recipients)
        wanted, to = self.ids("actors"), self.ids("recipients")
        is_mutual = not to and len(wanted) > 1
        return (actors, recipients) == (wanted, to) or (is_mutual and actors | recipients == wanted)

    def has_part(self, claim: Claim) -> bool:
        """Tell whether a claim says of some of the participants what the gold says of all."""
        if not claim.actors or not self.overlaps(claim) or not self.is_same_event(claim):
            return False
        actors, recipients = known_ids(claim.actors), known_ids(claim.recipients)
        fits = actors <= self.ids("actors") and recipients <= self.ids("recipients")
        return fits and all(right for name, right in self.judge(claim).items() if name != "participants")


def known_ids(participants: Sequence[Participant]) -> set[str]:
    """Return the identifiers of those who are known: the gold names nobody else."""
    return {p.id for p in participants if p.id != UNKNOWN_ID}


def _is_none(value: object) -> bool:
    return str(value).casefold() == "none"


def _score_report(name: str, entries: Sequence[GoldClaim], claims: Sequence[Claim], score: Score) -> None:
    used: set[str] = set()
    for gold in entries:
        verdicts = [(c, gold.judge(c)) for c in claims if gold.overlaps(c) and gold.is_same_event(c)]
        used |= {claim.id for claim, verdict in verdicts if all(verdict.values())}
        if gold.is_required:
            _score_gold(name, gold, verdicts, score)
    for claim in claims:
        is_matched = claim.id in used or any(gold.has_part(claim) for gold in entries)
        for tally in score.tallies(_mode_of(claim)):
            tally.coded += 1
            tally.matched += is_matched
        if not is_matched:
            score.lines.append(f"FALSE {name}: {describe(claim)} «{claim.evidence.quote[:160]}» [{claim.rule}]")


def _score_gold(name: str, gold: GoldClaim, verdicts: Sequence[tuple[Claim, Verdict]], score: Score) -> None:
    is_right = any(all(verdict.values()) for _, verdict in verdicts) or _is_covered_by_parts(verdicts, gold)
    for tally in score.tallies(gold.mode):
        tally.required += 1
        tally.right += is_right
    if verdicts:
        score.located += 1
        best = max((verdict for _, verdict in verdicts), key=lambda verdict: sum(verdict.values()))
        score.fields.update(key for key, right in best.items() if right)
    if not is_right:
        score.lines += _describe_miss(name, gold, verdicts)


def _mode_of(claim: Claim) -> str:
    if claim.kind is ClaimKind.EVENT and claim.event is not None:
        return claim.mode or claim.event.value
    return claim.kind.value


def _is_covered_by_parts(verdicts: Sequence[tuple[Claim, Verdict]], gold: GoldClaim) -> bool:
    """Tell whether claims with one actor each make up the claim with all of them: both are equally good."""
    parts = [c for c, verdict in verdicts if all(right for key, right in verdict.items() if key != "participants")]
    actors = {p.id for claim in parts for p in claim.actors}
    recipients = {p.id for claim in parts for p in claim.recipients}
    return bool(parts) and actors == gold.ids("actors") and recipients == gold.ids("recipients")


def _find_places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where a quote stands, blanks of any kind and length being one blank."""
    flat: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        seen = " " if character.isspace() else character
        if seen != " " or not flat or flat[-1] != " ":
            flat.append(seen)
            origin.append(index)
    words = " ".join(quote.split())
    start = "".join(flat).find(words)
    if start >= 0:
        yield origin[start], origin[start + len(words) - 1] + 1


def _speakers(claim: Claim) -> set[object]:
    hop = claim.speaker
    found: set[object] = {hop.source, hop.id or ""}
    if len(claim.chain) == 1:
        found.add("translator" if hop.role == "translator" else "page")
    if hop.kind.value == "unnamed":
        found.add("unnamed")
    return found


def _is_measured(claim: Claim, wanted: Entry | None) -> bool:
    if wanted is None:
        return True
    if claim.measure is None:
        return False
    return str(claim.measure.value) == str(wanted["value"]) or _number(claim.measure.value) == _number(wanted["value"])


def _is_same_date(one: str | None, other: object) -> bool:
    """Tell whether two dates mean the same days, however EDTF writes it: ``[a..b]`` and ``a/b``."""
    if one is None or not isinstance(other, str):
        return one == other
    return one == other or parse_edtf(one) == parse_edtf(other)


def _number(value: object) -> float | str:
    try:
        return float(str(value))
    except ValueError:
        return str(value)


def describe(claim: Claim) -> str:
    """Return a claim in one line, for people who look for errors."""
    event = claim.event.value if claim.event else None
    sides = f"{[p.id for p in claim.actors]}→{[p.id for p in claim.recipients]}"
    date = claim.date.edtf if claim.date else None
    negated = " NOT" if claim.negated else ""
    measure = f" ={claim.measure.value} {claim.measure.unit}" if claim.measure else ""
    act = f"{claim.kind.value}/{event}/{claim.mode}"
    return f"{act} {sides} {date} {claim.status.value}{negated} by {claim.speaker.source}{measure}"


def _describe_miss(name: str, gold: GoldClaim, verdicts: Sequence[tuple[Claim, Verdict]]) -> Iterator[str]:
    wanted = {key: value for key, value in gold.entry.items() if key not in {"quote", "kind"}}
    yield f"MISS  {name}: {gold.entry['kind']} {wanted} «{gold.entry['quote']}»"
    for claim, verdict in verdicts:
        wrong = [key for key, right in verdict.items() if not right]
        yield f"      near: {describe(claim)} wrong: {wrong} [{claim.rule}]"
