"""Fill in or refresh the recorded trees of case files, as the coder sees them.

Each case of ``tests/events/cases`` and ``tests/claims/cases`` has a ``text`` and, below it, a ``parse`` block. The
block is what the shipped parser gives for the text behind the masks of the coder, so that a test needs no model.

Usage: python tools/record_cases.py [--missing] [--show] [FILE ...]

``--missing`` fills in only blocks that are not there yet; ``--show`` prints what the rules find in each case
that disagrees with its file.
"""

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import yaml
from tests.events.recorded import agrees, described, find_mentions, read_case_file
from tests.trees import write_tree

from dragoman.assembly.names import DocumentNames
from dragoman.assembly.rulebook import load_common_words
from dragoman.knowledge.authority import load_authority, load_gazetteer
from dragoman.language.parser import Parser
from dragoman.parsing.spacy_parser import open_parser
from dragoman.parsing.unmasking import MaskedParser

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "tests" / "events" / "cases", ROOT / "tests" / "claims" / "cases")
_CASE = re.compile(r"(?m)^(?=[^\s#][^\n]*:\s*$)")
_TEXT = re.compile(r"(?m)^  text:[^\n]*\n(?:^    [^\n]*\n)*")
_PARSE = re.compile(r"(?m)^  parse: \|\n(?:(?:    [^\n]*)?\n)*?(?=^ {0,3}\S|\Z)")


def record(file: Path, parser: Parser, *, only_missing: bool) -> bool:
    """Write the trees of one case file, and tell whether the file has changed."""
    before = file.read_text("utf-8")
    blocks = _CASE.split(before)
    after = "".join(
        _recorded(block, parser) if "\n  text:" in block and not (only_missing and "\n  parse:" in block) else block
        for block in blocks
    )
    if after != before:
        file.write_text(after, "utf-8")
    return after != before


def _recorded(block: str, parser: Parser) -> str:
    ((_, case),) = yaml.safe_load(block).items()
    block = _PARSE.sub("", block)
    written = "".join(f"    {line}".rstrip() + "\n" for line in parse(case["text"], parser).splitlines())
    return _TEXT.sub(lambda found: found.group() + "  parse: |\n" + written, block, count=1)


def parse(text: str, parser: Parser) -> str:
    """Return the trees of a text as a ``parse`` block, as the coder sees them."""
    names = DocumentNames(text, load_gazetteer(), load_authority())
    masked = MaskedParser(parser, names.find_plain_words, load_common_words())
    lines = re.finditer(r"[^\n]+", text)
    passages = ((line.group(), line.start()) for line in lines)
    sentences = (sentence for found in masked.parse(passages) for sentence in found)
    return "\n\n".join(map(write_tree, sentences))


def show(file: Path) -> None:
    """Print the cases of rules in which other things are found than the file says."""
    rule, cases = read_case_file(file)
    for name, case in cases.items():
        found = [m for m in map(described, find_mentions(case)) if rule in {None, m["rule"]}]
        expected = case["matches"]
        if len(found) != len(expected) or not all(map(agrees, expected, found)):
            print(f"{file.stem}: {name}\n  {case['text']}\n  expected {expected}")
            print("".join(f"  found    {match}\n" for match in found), end="")


def main() -> None:
    """Record the trees of the files given, or of all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--missing", action="store_true", help="leave trees alone that are there")
    options.add_argument("--show", action="store_true", help="print what disagrees")
    chosen = options.parse_args()
    parser = open_parser()
    every = [file for folder in FOLDERS for file in sorted(folder.glob("*.yaml"))]
    for file in [file.resolve() for file in chosen.files] or every:
        if record(file, parser, only_missing=chosen.missing):
            print(f"recorded {file.name}")
        if chosen.show and file.parent == FOLDERS[0]:
            show(file)


if __name__ == "__main__":
    main()
