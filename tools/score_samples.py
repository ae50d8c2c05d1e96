"""Scores the coder on the sample reports against ``samples/gold.yaml``.

The rules of matching stand at the head of the gold file and in ``dragoman.evaluation``. The scores that
must not fall stand in ``tests/golden/scores.yaml``; ``--pin`` writes them again, which is done on purpose only.
The reports in ``samples/held-out`` are scored apart, and their mistakes are never printed.

Usage: python tools/score_samples.py [--errors] [--modes] [--json] [--only NAME] [--pin]
"""

import argparse
import json
import sys
from pathlib import Path

import yaml

from dragoman.evaluation.judging import FIELDS
from dragoman.evaluation.scoring import Score
from sample_scoring import digest_of, figures_of, score_samples

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
HELD_OUT = SAMPLES / "held-out"
PINNED = ROOT / "tests" / "golden" / "scores.yaml"
_HEAD = """\
# Scores on the sample reports, pinned: tests/golden/test_samples_score.py fails when one falls.
# Written by `python tools/score_samples.py --pin`. A change that lowers one says so, and why.
"""


def main() -> int:
    """Print the score in the form asked for, or pin it."""
    arguments = _options().parse_args()
    score = score_samples(SAMPLES, only=arguments.only)
    if arguments.pin:
        if arguments.only:
            sys.exit("Cannot pin the score of a part: leave out --only.")
        PINNED.write_text(_HEAD + pinned_text(score), encoding="utf-8")
    print(json.dumps(figures_of(score), indent=1) if arguments.json else _report(score, arguments))
    if not (arguments.json or arguments.only):
        held_out = score_samples(HELD_OUT).all
        print(f"\nheld out: P {held_out.precision:.3f}  R {held_out.recall:.3f}  F1 {held_out.f1:.3f}")
    return 0


def pinned_text(score: Score) -> str:
    """Return the score and the digest of what it was reached on, as YAML."""
    content = {
        "digest": digest_of(SAMPLES),
        "all": score.all.to_dict(),
        "by_mode": {mode: tally.to_dict() for mode, tally in sorted(score.group("mode").items()) if tally.required},
    }
    return yaml.safe_dump(content, sort_keys=False)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", action="store_true", help="print each miss and each false claim")
    options.add_argument("--modes", action="store_true", help="print a table by mode")
    options.add_argument("--json", action="store_true", help="print all figures as JSON")
    options.add_argument("--only", default="", help="only reports whose name has this in it")
    options.add_argument("--pin", action="store_true", help="write tests/golden/scores.yaml")
    return options


def _report(score: Score, arguments: argparse.Namespace) -> str:
    mistakes = [mistake for document in score.documents for mistake in document.mistakes]
    lines = [line for mistake in mistakes for line in mistake.lines()] if arguments.errors else []
    total = score.all
    lines += [
        f"all fields right: P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f}",
        f"located: {score.located} of {total.required}; claims coded: {total.coded}",
    ]
    lines += [f"  {name:13} right in {score.fields[name]:4} of {score.located} located" for name in FIELDS]
    return "\n".join([*lines, *(_table(score) if arguments.modes else [])])


def _table(score: Score) -> list[str]:
    head = f"{'mode':24} {'gold':>4} {'right':>5} {'coded':>5} {'match':>5}     P     R    F1"
    ranked = sorted(score.group("mode").items(), key=lambda pair: (-pair[1].required, pair[0]))
    rows = [
        f"{mode:24} {t.required:4} {t.right:5} {t.coded:5} {t.matched:5}  {t.precision:.2f}  {t.recall:.2f}  {t.f1:.2f}"
        for mode, t in ranked
    ]
    return ["", head, *rows]


if __name__ == "__main__":
    sys.exit(main())
