"""Codes again what a ledger holds, with the coder of today.

Each document is coded from the text that the ledger holds of its bytes: what is recorded has its place in that text.
A run is begun by an entry, each of its documents is an entry that names it, and it is ended by one. Killed at any
point, the same call goes on with the documents that the coder has not coded yet.
"""

from collections.abc import Iterator
from json import loads

from dragoman.assembly.actor_files import ActorFiles
from dragoman.assembly.coding import code_held, open_coder
from dragoman.assembly.recoded import Recoded, Recoding
from dragoman.claims.decision import EntryKind, make_decision
from dragoman.claims.ledger import Ledger

BEGUN, ENDED = "begun", "ended"


def plan_recoding(ledger: Ledger, *, parser: str | None = None, actors: ActorFiles = ()) -> Recoding:
    """Find what there is to code again.

    Args:
        ledger: Where the documents are held.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.
        actors: The user's files of actors.

    Raises:
        ParserError: There is no such pipeline.
    """
    coder = open_coder(parser, actors).rulebook.version
    coded = {entry.document for entry in ledger.entries() if entry.coder == coder}
    documents = tuple((card.id, card.name) for card in ledger.cards() if card.id not in coded)
    begun: int | None = None
    for held in ledger.decisions(kinds=(EntryKind.RUN,)):
        if held.decision.subject == coder:
            begun = held.entry if loads(held.decision.body).get("state") == BEGUN else None
    return Recoding(coder, parser, actors, documents, begun)


def recode(ledger: Ledger, plan: Recoding, *, by: str, why: str = "") -> Iterator[Recoded]:
    """Code again what a plan names, and record it as a run.

    Args:
        ledger: Where the documents are held.
        plan: From :func:`plan_recoding`.
        by: Who lets it run.
        why: What for.

    Yields:
        What became of each document, once it is recorded.

    Raises:
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    if not plan.documents and plan.begun is None:
        return
    run = plan.begun or _note(ledger, plan, by, why, {"state": BEGUN, "documents": len(plan.documents)})
    coder = open_coder(plan.parser, plan.actors)
    added = superseded = 0
    for identifier, name in plan.documents:
        document = ledger.document(identifier)
        if document is None:
            continue
        coding = code_held(document, coder)
        entry = ledger.add(coding, by=by, why=why, run=run)
        if entry is not None:
            added, superseded = added + entry.added, superseded + entry.superseded
            yield Recoded(name, entry, coding.faults)
    totals = {"state": ENDED, "run": run, "documents": len(plan.documents), "added": added, "superseded": superseded}
    _note(ledger, plan, by, why, totals)


def _note(ledger: Ledger, plan: Recoding, by: str, why: str, values: dict[str, object]) -> int:
    return ledger.decide(make_decision(EntryKind.RUN, plan.coder, values), by=by, why=why).number
