"""Fits the confidence of claims on gold, and writes its data file, its card and its plots.

    python tools/calibrate.py [--check]

The gold is that of the sample reports and, where the shared data is there, the development half of PLOVER's
gold records. Run it after every change of rules: `make calibrate`. With `--check` nothing is
written; the figures are printed beside those of the confidence that ships.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from calibration_plot import Curve, plot_curve, plot_reliability
from dragoman.assembly.coding import Coder
from dragoman.assembly.evaluating import score_coding
from dragoman.assembly.rulebook import load_rulebook
from dragoman.claims.calibration import traits_of
from dragoman.evaluation.coded import read_report
from dragoman.evaluation.fitting import Bin, Example, Fit, Quality, find_bins, fit_calibration
from dragoman.evaluation.gold import GoldSet
from dragoman.evaluation.gold_file import read_gold
from dragoman.evaluation.tally import Tally
from dragoman.parsing.spacy_parser import open_parser

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
SAMPLES = ROOT / "samples" / "gold.yaml"
RECORDS = SHARED / "data" / "plover_gsr" / "dev.json"
TARGET = ROOT / "src" / "dragoman" / "knowledge" / "data" / "calibration" / "en.yaml"
CARD = ROOT / "docs" / "calibration.md"
IMAGES = ROOT / "docs" / "images"
THRESHOLDS = tuple(n / 50 for n in range(50))
SMALL = 0.05
SHOWN = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)

_HEAD = """\
# How often a claim with given traits is right in every part: weights of a logistic model.
# Written by `make calibrate`, which is run again whenever rules change; docs/calibration.md is its card.
"""


def main() -> None:
    """Fit, write, and print what came of it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing")
    is_check = options.parse_args().check
    sets = tuple(read_gold(path) for path in (SAMPLES, RECORDS) if path.is_file())
    judged = {gold.name: tuple(find_examples(gold)) for gold in sets}
    examples: list[Example] = []
    tallies: dict[str, Tally] = {}
    for name, found in judged.items():
        examples += [example for part, _ in found for example in part]
        tallies[name] = sum((tally for _, tally in found), Tally())
    fit = fit_calibration(examples, reference=SAMPLES.name)
    print(figures(fit, len(examples)))
    if not is_check:
        write_all(fit, examples, tallies)


def find_examples(gold: GoldSet) -> Iterator[tuple[list[Example], Tally]]:
    """Yield for each document its judged claims, and the counts over all of it."""
    coder = Coder(open_parser(None), replace(load_rulebook(), calibration=None))
    for document in gold.documents:
        coding = coder.code(read_report(document))
        score = score_coding(coding, document, within=gold)
        traits = [t for c, t in zip(coding.claims, traits_of(coding.claims), strict=True) if c.kind in gold.kinds]
        examples = [
            Example(document.name, gold.name, own, claim.confidence, is_right=is_right)
            for own, (claim, is_right) in zip(traits, score.judged, strict=True)
        ]
        yield examples, score.tallies.get("all", Tally())


def write_all(fit: Fit, examples: Sequence[Example], tallies: dict[str, Tally]) -> None:
    """Write the data file, the card and the plots."""
    fitted = {
        "claims": len(examples),
        "documents": len({example.group for example in examples}),
        "sets": sorted({example.source for example in examples}),
        "penalty": fit.penalty,
        "brier": round(fit.quality.brier, 3),
        "ece": round(fit.quality.ece, 3),
    }
    content = {
        "language": "en",
        "intercept": fit.calibration.intercept,
        "weights": dict(sorted(fit.calibration.weights.items())),
        "fitted": fitted,
    }
    TARGET.write_text(_HEAD + yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    own = [(p, e) for p, e in zip(fit.predicted, examples, strict=True) if e.source == SAMPLES.name]
    bins = find_bins([p for p, _ in own], [e.is_right for _, e in own])
    curve = curve_of(own, tallies[SAMPLES.name])
    (IMAGES / "calibration.svg").write_text(plot_reliability(bins), encoding="utf-8")
    (IMAGES / "min-confidence.svg").write_text(plot_curve(curve), encoding="utf-8")
    CARD.write_text(card(fit, bins, curve, examples), encoding="utf-8")


def curve_of(judged: Sequence[tuple[float, Example]], total: Tally) -> tuple[Curve, ...]:
    """Return precision and recall for each least confidence; recall falls as right claims go."""
    right = sum(example.is_right for _, example in judged)
    found = []
    for least in THRESHOLDS:
        kept = [example.is_right for probability, example in judged if probability >= least]
        if kept and right:
            found.append(Curve(least, sum(kept) / len(kept), total.recall * sum(kept) / right, len(kept)))
    return tuple(found)


def figures(fit: Fit, claims: int) -> str:
    """Return the figures in a few lines."""

    def line(name: str, quality: Quality) -> str:
        return f"{name:28} Brier {quality.brier:.3f}  ECE {quality.ece:.3f}"

    return "\n".join(
        [
            f"{claims} claims, penalty {fit.penalty}",
            line("fitted, other documents", fit.quality),
            line("weight of the rule alone", fit.before),
            line("the same for every claim", fit.constant),
        ]
    )


def card(fit: Fit, bins: Sequence[Bin], curve: Sequence[Curve], examples: Sequence[Example]) -> str:
    """Return the page about the calibration."""
    by_source = {s: [e.is_right for e in examples if e.source == s] for s in sorted({e.source for e in examples})}
    sets = "\n".join(f"| `{s}` | {len(r)} | {sum(r) / len(r):.2f} |" for s, r in by_source.items())
    rows = "\n".join(f"| {b.low:.1f} to {b.high:.1f} | {b.claims} | {b.expected:.2f} | {b.right:.2f} |" for b in bins)
    steps = "\n".join(
        f"| {c.least:.2f} | {c.precision:.2f} | {c.recall:.2f} | {c.claims} |" for c in curve if c.least in SHOWN
    )
    weights = sorted(fit.calibration.weights.items(), key=lambda item: -abs(item[1]))
    traits = "\n".join(f"| {name} | {weight:+.2f} |" for name, weight in weights if abs(weight) >= SMALL)
    qualities = "\n".join(
        f"| {name} | {q.brier:.3f} | {q.ece:.3f} |"
        for name, q in (
            ("fitted, on documents that it did not see", fit.quality),
            ("the weight of the rule, as it was before", fit.before),
            ("the same number for every claim", fit.constant),
        )
    )
    return (
        (ROOT / "tools" / "calibration_card.md")
        .read_text(encoding="utf-8")
        .format(sets=sets, rows=rows, steps=steps, traits=traits, qualities=qualities, penalty=fit.penalty)
    )


if __name__ == "__main__":
    main()
