"""Measures words a second from bytes to claims, beside the bare parser on the same text, on one core.

    python tools/bench.py [--articles N] [--folder FOLDER]

Without a folder the articles are those of Wikinews in the shared data, and where that is absent the sample reports.
Both ways are measured in turns in one run, so that a loaded machine slows both; the median of the rounds counts.
`make bench` sees to it that numpy keeps to one thread.
"""

import argparse
import csv
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from dragoman import api
from dragoman.assembly import coding as assembly
from dragoman.assembly.rulebook import load_rulebook
from dragoman.claims.coder import Rulebook
from dragoman.documents.document import Document
from dragoman.documents.section import CODED_KINDS
from dragoman.events.rule import index_rules
from dragoman.knowledge.rules import load_rules
from dragoman.parsing.spacy_parser import SpacyParser, open_parser

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
ROUNDS = 3
AIM, MOST_GROWTH = 1.6, 1.1


@dataclass(frozen=True, slots=True)
class Speeds:
    """Speeds of one run.

    Attributes:
        words: Blank-separated words of the coded sections of all articles.
        claims: Claims found.
        parsing: Seconds of the bare parser, one for each round.
        coding: Seconds from bytes to claims, one for each round.
        doubled: The same with twice as many rules, half of them about words of no language.
        memory: Largest resident memory of the process, in MB.
    """

    words: int
    claims: int
    parsing: tuple[float, ...]
    coding: tuple[float, ...]
    doubled: tuple[float, ...]
    memory: float

    @property
    def ratio(self) -> float:
        """How often the time of the bare parser coding takes."""
        return statistics.median(self.coding) / statistics.median(self.parsing)

    @property
    def growth(self) -> float:
        """How often the time of coding takes coding with twice as many rules."""
        return min(self.doubled) / min(self.coding)

    def to_dict(self) -> dict[str, float]:
        """Return the figures, rounded."""
        return {
            "words": self.words,
            "claims": self.claims,
            "parser, words a second": round(self.words / statistics.median(self.parsing)),
            "bytes to claims, words a second": round(self.words / statistics.median(self.coding)),
            "times the parser": round(self.ratio, 2),
            "twice the rules, times the time": round(self.growth, 2),
            "memory, MB": round(self.memory),
        }


def write_articles(folder: Path, limit: int) -> list[Path]:
    """Write the articles of Wikinews, or the sample reports where it is absent, as files; return their paths."""
    tables = sorted((SHARED / "data" / "wikinews").glob("*.csv"))
    if not tables:
        return sorted(path for path in (ROOT / "samples" / "reports").iterdir() if path.suffix == ".txt")[:limit]
    paths: list[Path] = []
    for table in tables:
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                path = folder / f"{len(paths):04}.txt"
                path.write_text(f"{row['title']}\n\n{row['text']}", "utf-8")
                paths.append(path)
    return paths[:limit]


def find_passages(document: Document) -> list[tuple[str, int]]:
    """Return the stretches of a document that are parsed, with their offsets."""
    return [
        (document.quote(section.span), section.span.start)
        for section in document.sections
        if section.kind in CODED_KINDS and section.language == "en"
    ]


def timed(work: Callable[[], None]) -> float:
    """Return the seconds of processor time that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def doubled_rulebook() -> Rulebook:
    """Return what the coder knows, with each rule again under triggers that are words of no language."""
    rulebook = load_rulebook()
    rules = load_rules().rules
    dummies = [
        replace(
            rule,
            name=f"{rule.name}-dummy",
            patterns=tuple(
                replace(one, lemmas=frozenset(f"zz{lemma}" for lemma in one.lemmas)) for one in rule.patterns
            ),
        )
        for rule in rules
    ]
    return replace(rulebook, matcher=replace(rulebook.matcher, index=index_rules((*rules, *dummies))))


def measure(paths: Sequence[Path], parser: SpacyParser) -> Speeds:
    """Measure the bare parser and the whole way in turns."""
    codings = [api.code_file(path) for path in paths]  # the first round only warms up
    documents = [coding.document for coding in codings if coding.document is not None]
    pages = [find_passages(document) for document in documents]

    def parse() -> None:
        for passages in pages:
            for _ in parser.parse(passages):
                pass

    def code() -> None:
        for path in paths:
            api.code_file(path)

    def code_doubled() -> None:
        with patch.object(assembly, "load_rulebook", lambda: rulebook):
            code()

    rulebook = doubled_rulebook()
    parse()
    rounds = [(timed(parse), timed(code), timed(code_doubled)) for _ in range(ROUNDS)]
    return Speeds(
        words=sum(len(text.split()) for passages in pages for text, _ in passages),
        claims=sum(len(coding.claims) for coding in codings),
        parsing=tuple(parsing for parsing, _, _ in rounds),
        coding=tuple(coding for _, coding, _ in rounds),
        doubled=tuple(doubled for _, _, doubled in rounds),
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def main() -> int:
    """Measure and print; the exit code is 1 when coding misses its aim."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100, help="at most so many")
    options.add_argument("--folder", type=Path, help="files to read instead")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if arguments.folder is None:
            paths = write_articles(Path(name), arguments.articles)
        else:
            paths = sorted(path for path in arguments.folder.iterdir() if path.is_file())[: arguments.articles]
        speeds = measure(paths, open_parser())
    figures = speeds.to_dict()
    if arguments.json:
        print(json.dumps(figures))
    else:
        print(f"{len(paths)} articles, one core, median of {ROUNDS} rounds")
        for label, value in figures.items():
            print(f"  {label:32}{value:>12,}")
        is_flat = "met" if speeds.growth <= MOST_GROWTH else "missed"
        print(f"  aim: with twice the rules at most {MOST_GROWTH} times the time: {is_flat}")
        print(f"  aim: at most {AIM} times the parser: {'met' if speeds.ratio <= AIM else 'missed'}")
    return int(speeds.ratio > AIM or speeds.growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
