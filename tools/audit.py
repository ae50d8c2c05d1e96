"""Draws claims at random for a person to judge, and prints how precise the coder is by the verdicts.

    python tools/audit.py draw SOURCE... --number N [--seed S] > sheet.jsonl
    python tools/audit.py keep sheet.jsonl > verdicts.jsonl
    python tools/audit.py score verdicts.jsonl...

A source is a folder of reports, or a CSV table with the columns url, date, title and text. The sheet holds the
sentences, which may be somebody's: keep it to yourself. Write `right` or `wrong` into `verdict`, and what is wrong
into `wrong`. `keep` leaves the sentences out; what it prints may be published.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.assembly.coding import code_file, code_text
from dragoman.claims.coding import Coding
from dragoman.evaluation.audit import (
    AuditRow,
    audit_row,
    draw_rows,
    is_audited,
    measure_precision,
    parse_rows,
    row_lines,
)


def main() -> None:
    """Do what the first argument says."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("step", choices=("draw", "keep", "score"))
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--number", type=int, default=100, help="claims from each source")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    if chosen.step == "draw":
        for source in chosen.files:
            sys.stdout.writelines(row_lines(draw_rows(list(find_rows(source)), chosen.number, seed=chosen.seed)))
        return
    rows = [row for path in chosen.files for row in parse_rows(path.read_text("utf-8").splitlines(), path.name)]
    if chosen.step == "keep":
        sys.stdout.writelines(row_lines(replace(row, sentence="") for row in rows if row.verdict))
    else:
        print(report(rows))


def find_rows(source: Path) -> Iterator[AuditRow]:
    """Yield a row for each claim of the documents of a source."""
    for article, coding in find_codings(source):
        if coding.document is not None:
            for claim in coding.claims:
                if is_audited(claim):
                    yield audit_row(article, coding.document.text, claim)


def find_codings(source: Path) -> Iterator[tuple[str, Coding]]:
    """Yield each document of a source, coded, with its address or name."""
    if source.is_dir():
        for path in sorted(source.iterdir()):
            yield path.name, code_file(path)
        return
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["url"], code_text(f"{row['title']}\n\n{row['text']}", published=row["date"] or None)


def report(rows: Sequence[AuditRow]) -> str:
    """Return the precision by group, and what is wrong how often."""
    lines = [
        f"{p.name:18} {p.right:4} of {p.judged:4} right: {p.share:.3f}  ({p.interval.low:.3f} to {p.interval.high:.3f})"
        for p in measure_precision(rows)
    ]
    parts = Counter(part for row in rows for part in row.wrong)
    causes = Counter(row.cause for row in rows if row.cause)
    lines += ["", "wrong parts: " + ", ".join(f"{part} {count}" for part, count in parts.most_common())]
    lines += ["causes:", *(f"  {count:3} {cause}" for cause, count in causes.most_common())]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
