"""Claims as a table of comma-separated values, for spreadsheets and statistics programs.

One row is one claim, or one pair of actor and recipient, as event data is usually counted.
Several values in a cell are joined by ``;`` and the hops of a chain by `` > ``. A table is a
view: it leaves out mentions, reasons and links. Use JSON lines where nothing may be lost.
"""

from collections.abc import Iterable, Iterator, Mapping
from csv import DictWriter
from io import StringIO

from dragoman.actors.participant import Participant
from dragoman.claims.claim import Claim

Cell = str | float | None
LIST = ";"
CHAIN = " > "
LINE_ENDING = "\r\n"

# A spreadsheet takes a cell that begins so for a formula and may run it:
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

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


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe is put before it.

    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return "'" + text if text.startswith(FORMULA_SIGNS) else text


def _lines(columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    buffer = StringIO()
    # The writer quotes a carriage return only when it is part of its own line ending.
    writer = DictWriter(buffer, columns, lineterminator=LINE_ENDING)
    writer.writeheader()
    for row in rows:
        yield _taken(buffer)
        writer.writerow({name: safe_cell(cell) if isinstance(cell, str) else cell for name, cell in row.items()})
    yield _taken(buffer)


def _taken(buffer: StringIO) -> str:
    line = buffer.getvalue().removesuffix(LINE_ENDING) + "\n"
    buffer.seek(0)
    buffer.truncate()
    return line


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
