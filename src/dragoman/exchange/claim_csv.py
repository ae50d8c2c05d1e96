"""Claims as a table of comma-separated values, for spreadsheets and statistics programs.

One row is one claim, or one pair of actor and recipient, as event data is usually counted.
Several values in a cell are joined by ``;`` and the hops of a chain by `` > ``. A table is a
view: it leaves out mentions, reasons and links. Use JSON lines where nothing may be lost.
Cells are guarded as :mod:`dragoman.exchange.csv_cells` says.
"""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.actors.participant import Participant
from dragoman.claims.claim import Claim
from dragoman.exchange.csv_cells import csv_lines

Cell = str | float | None
LIST = ";"
CHAIN = " > "

SIDES = ("actors", "actor_names", "recipients", "recipient_names")
PAIR = ("actor", "actor_name", "recipient", "recipient_name")
FIRST = ("id", "kind", "event", "mode", "cameo", "context")
REST = (
    "object",
    "place",
    "date",
    "earliest",
    "latest",
    "date_basis",
    "status",
    "negated",
    "value",
    "unit",
    "of",
    "scope",
    "source",
    "source_kind",
    "source_id",
    "chain",
    "quote",
    "document",
    "start",
    "end",
    "section",
    "language",
    "loaded",
    "confidence",
    "rule",
    "coder",
)
CLAIM_COLUMNS = (*FIRST, *SIDES, *REST)
"""The columns of a table with one claim a row."""

PAIR_COLUMNS = (*FIRST, *PAIR, *REST)
"""The columns of a table with one pair a row; a missing side is an empty cell."""


def claim_table(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the lines of a table with one claim a row, its heading first."""
    return _lines(CLAIM_COLUMNS, (_claim_cells(claim) | _side_cells(claim) for claim in claims))


def pair_table(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the lines of a table with one pair of actor and recipient a row, its heading first.

    A claim with two actors and three recipients has six rows of the same ``id``.
    """
    return _lines(PAIR_COLUMNS, (_claim_cells(claim) | pair for claim in claims for pair in _pair_cells(claim)))


def _lines(columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    yield from csv_lines([columns])
    yield from csv_lines([row.get(name) for name in columns] for row in rows)


def _claim_cells(claim: Claim) -> dict[str, Cell]:
    speaker = claim.speaker
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "event": claim.event and claim.event.value,
        "mode": claim.mode,
        "cameo": claim.cameo,
        "context": LIST.join(claim.context),
        "object": claim.object,
        "place": claim.place,
        "status": claim.status.value,
        "negated": "true" if claim.negated else "false",
        "source": speaker.source,
        "source_kind": speaker.kind.value,
        "source_id": speaker.id,
        "chain": CHAIN.join(hop.source for hop in claim.chain),
        "quote": claim.evidence.quote,
        "document": claim.document,
        "start": claim.evidence.span.start,
        "end": claim.evidence.span.end,
        "section": claim.evidence.section.value,
        "language": claim.language,
        "loaded": LIST.join(word.text for word in claim.loaded),
        "confidence": claim.confidence,
        "rule": claim.rule,
        "coder": claim.coder,
        **_date_cells(claim),
        **_measure_cells(claim),
    }


def _date_cells(claim: Claim) -> dict[str, Cell]:
    if claim.date is None:
        return {}
    earliest, latest = claim.date.earliest, claim.date.latest
    return {
        "date": claim.date.edtf,
        "earliest": None if earliest is None else earliest.isoformat(),
        "latest": None if latest is None else latest.isoformat(),
        "date_basis": claim.date.basis.value,
    }


def _measure_cells(claim: Claim) -> dict[str, Cell]:
    measure = claim.measure
    if measure is None:
        return {}
    return {"value": measure.value, "unit": measure.unit, "of": measure.of, "scope": measure.scope}


def _side_cells(claim: Claim) -> dict[str, Cell]:
    return {
        "actors": LIST.join(one.id for one in claim.actors),
        "actor_names": LIST.join(one.name for one in claim.actors),
        "recipients": LIST.join(one.id for one in claim.recipients),
        "recipient_names": LIST.join(one.name for one in claim.recipients),
    }


def _pair_cells(claim: Claim) -> Iterator[dict[str, Cell]]:
    for actor in claim.actors or (None,):
        for recipient in claim.recipients or (None,):
            yield _participant_cells("actor", actor) | _participant_cells("recipient", recipient)


def _participant_cells(side: str, participant: Participant | None) -> dict[str, Cell]:
    return {} if participant is None else {side: participant.id, f"{side}_name": participant.name}
