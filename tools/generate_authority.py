"""Packs the YAML sources of the authority file into the one file that programs load.

With ``--check`` nothing is written: it fails when the committed pack differs.
"""

import sys
from pathlib import Path

from dragoman.knowledge.authority_files import PACK, pack_sources

TARGET = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "knowledge" / "data" / PACK


def main(arguments: list[str]) -> int:
    """Write the pack, or compare it."""
    packed = pack_sources()
    if "--check" not in arguments:
        TARGET.write_text(packed, encoding="utf-8")
        return 0
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != packed:
        print(f"{TARGET.name} differs from its sources: run `make generate`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
