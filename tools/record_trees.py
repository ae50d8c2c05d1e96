"""Print the ``parse:`` block of a text as the shipped parser sees it, for a case file of the tests.

Usage: python tools/record_trees.py "Macron met Scholz." [more sentences of one text]
       python tools/record_trees.py - < text.txt
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.trees import write_tree

from dragoman.parsing.spacy_parser import open_parser


def main(arguments: list[str]) -> None:
    """Print a case skeleton with the text and its recorded trees."""
    text = sys.stdin.read().strip() if arguments == ["-"] else " ".join(arguments)
    print("  text: >-")
    print(f"    {text}")
    print("  parse: |")
    for sentences in open_parser().parse([(text, 0)]):
        blocks = [write_tree(sentence) for sentence in sentences]
        print("\n".join(f"    {line}".rstrip() for line in "\n\n".join(blocks).splitlines()))


if __name__ == "__main__":
    main(sys.argv[1:])
