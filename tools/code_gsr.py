"""Codes the sentences of the PLOVER gold standard records, in the form that ``score_gsr.py`` scores.

Announced acts are given as PLOVER's records have them (:mod:`dragoman.evaluation.convention`), and everybody by
country, ``IGO``, ``NGO`` or ``IMG`` (:mod:`dragoman.evaluation.gold_plover`).

The sentences and the scorer are no part of the project: ``../shared/tools/score_gsr.py --dump`` writes the
first, and reads what this prints.

Usage: python tools/code_gsr.py SENTENCES.jsonl > SYSTEM.jsonl
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.actors.participant import Participant
from dragoman.assembly.coding import code_text
from dragoman.evaluation.convention import as_records
from dragoman.evaluation.gold_plover import country_of
from dragoman.knowledge.authority import load_authority

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
    for claim in as_records(code_text(text, published=published).claims):
        if claim.event is not None:
            yield {"event": claim.event.value, "source": codes(claim.actors), "target": codes(claim.recipients)}


def codes(participants: Sequence[Participant]) -> list[str]:
    """Return the codes of the records followed by sectors, as in ``USAGOV``; who has no code has no first part."""
    authority = load_authority()
    return [(country_of(authority, p.id) or NO_CODE) + (p.sector or "") for p in participants]


if __name__ == "__main__":
    main()
