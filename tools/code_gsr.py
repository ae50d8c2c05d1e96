"""Codes the sentences of the PLOVER gold standard records, in the form that ``score_gsr.py`` scores.

The sentences and the scorer are no part of the project: ``../shared/tools/score_gsr.py --dump`` writes the
first, and reads what this prints.

Usage: python tools/code_gsr.py SENTENCES.jsonl > SYSTEM.jsonl
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.assembly.coding import code_text
from dragoman.claims.claim import ClaimKind

NO_CODE = "---"


def main() -> None:
    """Print one line of JSON for each sentence."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sentences", type=Path, help="JSON lines with id, date and text")
    for line in options.parse_args().sentences.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        events = list(code_events(record["text"], record.get("date")))
        print(json.dumps({"id": record["id"], "events": events}))


def code_events(text: str, published: str | None) -> Iterator[dict[str, object]]:
    """Yield the events of one sentence with the codes of both sides."""
    for claim in code_text(text, published=published).claims:
        if claim.kind is ClaimKind.EVENT and claim.event is not None:
            yield {"event": claim.event.value, "source": codes(claim.actors), "target": codes(claim.recipients)}


def codes(participants: Sequence[Participant]) -> list[str]:
    """Return identifiers followed by sectors, as in ``USAGOV``; unknown participants have no first part."""
    return [(NO_CODE if p.id == UNKNOWN_ID else p.id) + (p.sector or "") for p in participants]


if __name__ == "__main__":
    main()
