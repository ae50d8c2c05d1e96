"""Scores the coder on the sample reports against ``samples/gold.yaml``.

The rules of matching stand at the head of the gold file. A claim is found when its kind, event or mode,
participants, status, negation, date and innermost speaker are all right and its evidence overlaps the quote.
Claims of the coder that match neither a required nor an optional gold claim count against precision.

Usage: python tools/score_samples.py [--errors] [--only NAME]
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dragoman.assembly.coding import code_file
from dragoman.claims.claim import Claim, ClaimKind

ROOT = Path(__file__).resolve().parent.parent
FIELDS = ("participants", "status", "negated", "date", "speaker", "measure")
_STATE_MODES = {"recognition", "recognition-refused", "relations", "relations-established"}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over all reports.

    Attributes:
        right: Gold claims found with every field right.
        located: Gold claims for which a claim of the kind was found with the same event.
        required: Gold claims that must be found.
        coded: Claims of the coder that count.
        matched: Claims of the coder that match some gold claim in every field.
        fields: For located claims, how often each field is right.
    """

    right: int
    located: int
    required: int
    coded: int
    matched: int
    fields: dict[str, int]

    @property
    def precision(self) -> float:
        """Share of the coder's claims that are right in every field."""
        return self.matched / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of the required gold claims found with every field right."""
        return self.right / self.required if self.required else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def main() -> int:
    """Print the score, and with ``--errors`` each miss and each false claim."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", action="store_true", help="print each miss and each false claim")
    options.add_argument("--only", default="", help="only reports whose name has this in it")
    arguments = options.parse_args()
    score = score_samples(ROOT / "samples", only=arguments.only, errors=arguments.errors)
    print(f"all fields right: P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")
    print(f"located: {score.located} of {score.required}; claims coded: {score.coded}")
    for name in FIELDS:
        print(f"  {name:13} right in {score.fields[name]:4} of {score.located} located")
    return 0


def score_samples(folder: Path, *, only: str = "", errors: bool = False) -> Score:
    """Code all sample reports and compare them with the gold.

    Args:
        folder: Holds ``reports/`` and ``gold.yaml``.
        only: A part of the names of the reports to score; empty for all.
        errors: Print each miss and each false claim.
    """
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))["reports"]
    totals: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    for name, report in gold.items():
        if only in name:
            _score_report(folder, name, report, totals=totals, fields=fields, errors=errors)
    return Score(
        totals["right"], totals["located"], totals["required"], totals["coded"], totals["matched"], dict.fromkeys(FIELDS, 0) | dict(fields)
    )


def _score_report(
    folder: Path, name: str, report: dict[str, Any], *, totals: Counter[str], fields: Counter[str], errors: bool
) -> None:
    coding = code_file(folder / "reports" / name)
    claims = [c for c in coding.claims if c.kind is not ClaimKind.NAME]
    text = coding.document.text if coding.document else ""
    places = {id(entry): _places(text, entry["quote"]) for entry in report["claims"]}
    used: set[str] = set()
    for entry in report["claims"]:
        near = [c for c in claims if any(c.evidence.span.start < end and start < c.evidence.span.end for start, end in places[id(entry)])]
        same = [c for c in near if _same_event(c, entry)]
        verdicts = [(c, _verdict(c, entry)) for c in same]
        perfect = [c for c, verdict in verdicts if all(verdict.values())]
        used |= {c.id for c in perfect}
        if entry.get("optional"):
            continue
        totals["required"] += 1
        totals["right"] += bool(perfect) or _by_parts(verdicts, entry)
        if verdicts:
            totals["located"] += 1
            best = max((v for _, v in verdicts), key=lambda v: sum(v.values()))
            fields.update(k for k, v in best.items() if v)
        if errors and not perfect:
            _print_miss(name, entry, verdicts)
    wrong = [c for c in claims if c.id not in used and not _is_part(c, report["claims"], places)]
    totals["coded"] += len(claims)
    totals["matched"] += len(claims) - len(wrong)
    if errors:
        for claim in wrong:
            print(f"FALSE {name}: {_show(claim)} «{claim.evidence.quote[:160]}» [{claim.rule}]")


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    flat, origin = [], []
    for index, character in enumerate(text):
        if character.isspace():
            if flat and flat[-1] == " ":
                continue
            character = " "
        flat.append(character)
        origin.append(index)
    start = "".join(flat).find(" ".join(quote.split()))
    if start < 0:
        return []
    return [(origin[start], origin[start + len(" ".join(quote.split())) - 1] + 1)]


def _same_event(claim: Claim, entry: dict[str, Any]) -> bool:
    wanted = {entry.get("mode") or entry.get("event") or ""} | set(entry.get("also", ()))
    own = {claim.mode or "", claim.event.value if claim.event else ""} - {""}
    if claim.kind.value == entry["kind"]:
        if claim.kind in {ClaimKind.EVENT}:
            return bool(own & wanted)
        return True
    if {claim.kind.value, entry["kind"]} == {"state", "event"}:
        return bool((own | {claim.measure.unit if claim.measure else ""}) & _STATE_MODES) and bool(
            (wanted | {entry.get("measure", {}).get("of", "")}) & (_STATE_MODES | own)
        )
    return claim.kind.value in entry.get("also", ())


def _verdict(claim: Claim, entry: dict[str, Any]) -> dict[str, bool]:
    is_mixed = claim.kind.value != entry["kind"]
    return {
        "participants": _participants(claim, entry),
        "status": "status" not in entry or claim.status.value in {entry["status"], *entry.get("status_also", ())},
        "negated": is_mixed or "negated" not in entry or claim.negated == entry["negated"],
        "date": "date" not in entry or _edtf(claim) in {entry["date"], *entry.get("date_also", ())},
        "speaker": "speaker" not in entry or bool(_speakers(claim) & {entry["speaker"], *entry.get("speaker_also", ())}),
        "measure": is_mixed or _measure(claim, entry.get("measure")),
    }


def _edtf(claim: Claim) -> str | None:
    return claim.date.edtf if claim.date else None


def _participants(claim: Claim, entry: dict[str, Any]) -> bool:
    actors, recipients = {p.id for p in claim.actors}, {p.id for p in claim.recipients}
    gold_actors, gold_recipients = set(entry.get("actors", ())), set(entry.get("recipients", ()))
    if "actors" not in entry and "recipients" not in entry:
        return True
    if actors == gold_actors and recipients == gold_recipients:
        return True
    is_mutual = not gold_recipients and len(gold_actors) > 1
    return is_mutual and actors | recipients == gold_actors


def _by_parts(verdicts: list[tuple[Claim, dict[str, bool]]], entry: dict[str, Any]) -> bool:
    """One claim with two actors and two claims with one actor each are equally good."""
    parts = [c for c, v in verdicts if all(ok for key, ok in v.items() if key != "participants")]
    actors = {p.id for c in parts for p in c.actors}
    recipients = {p.id for c in parts for p in c.recipients}
    return bool(parts) and actors == set(entry.get("actors", ())) and recipients == set(entry.get("recipients", ()))


def _is_part(claim: Claim, entries: list[dict[str, Any]], places: dict[int, list[tuple[int, int]]]) -> bool:
    for entry in entries:
        if any(claim.evidence.span.start < end and start < claim.evidence.span.end for start, end in places[id(entry)]):
            if _same_event(claim, entry):
                verdict = _verdict(claim, entry)
                fits = {p.id for p in claim.actors} <= set(entry.get("actors", ())) and {p.id for p in claim.recipients} <= set(
                    entry.get("recipients", ())
                )
                if fits and all(ok for key, ok in verdict.items() if key != "participants") and claim.actors:
                    return True
    return False


def _speakers(claim: Claim) -> set[str]:
    hop = claim.speaker
    found = {hop.source, hop.id or ""}
    if len(claim.chain) == 1:
        found.add("translator" if hop.role == "translator" else "page")
    if hop.kind.value == "unnamed":
        found.add("unnamed")
    return found


def _measure(claim: Claim, wanted: dict[str, Any] | None) -> bool:
    if wanted is None:
        return True
    if claim.measure is None:
        return False
    return str(claim.measure.value) == str(wanted["value"]) or _number(claim.measure.value) == _number(wanted["value"])


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _show(claim: Claim) -> str:
    return (
        f"{claim.kind.value}/{claim.event and claim.event.value}/{claim.mode} {[p.id for p in claim.actors]}→{[p.id for p in claim.recipients]} "
        f"{_edtf(claim)} {claim.status.value}{' NOT' if claim.negated else ''} by {claim.speaker.source}"
        + (f" ={claim.measure.value} {claim.measure.unit}" if claim.measure else "")
    )


def _print_miss(name: str, entry: dict[str, Any], verdicts: list[tuple[Claim, dict[str, bool]]]) -> None:
    wanted = {k: v for k, v in entry.items() if k not in {"quote", "kind"}}
    print(f"MISS  {name}: {entry['kind']} {wanted} «{entry['quote']}»")
    for claim, verdict in verdicts:
        print(f"      near: {_show(claim)} wrong: {[k for k, v in verdict.items() if not v]} [{claim.rule}]")


if __name__ == "__main__":
    sys.exit(main())
