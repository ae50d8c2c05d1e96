"""The sheets of ``diff`` and ``history``."""

from dragoman.answers.difference import CHANGED, JUDGED, LEARNT, SUPERSEDED, Change, Difference
from dragoman.answers.history import History, Step
from dragoman.cli.sheet import Column, Records, Sheet, Table, count_of, joined
from dragoman.cli.sheets.evidence import SHORT_ID, scope_line

COLUMNS = (
    Column("Entry", is_number=True),
    Column("When", is_fixed=True),
    Column("Who", ratio=2),
    Column("What", ratio=8, style="bold"),
    Column("Why", ratio=3),
    Column("Claim", is_fixed=True, style="dim"),
)
HEADER = ("what", "subject", "said", "entry", "recorded", "by", "why")
HEADINGS = {LEARNT: "Learnt", SUPERSEDED: "Superseded", CHANGED: "Reads otherwise", JUDGED: "Judged"}
STEP_COLUMNS = (
    Column("Entry", is_number=True),
    Column("When", is_fixed=True),
    Column("Who", ratio=2),
    Column("From then on", ratio=6, style="bold"),
    Column("No longer", ratio=5, style="dim"),
    Column("Why", ratio=3),
)
STEP_HEADER = ("entry", "recorded", "kind", "by", "why", "coder", "added", "gone")


def difference_sheet(answer: Difference) -> Sheet:
    """Lay out what changed between two moments of knowledge."""
    counts = joined([f"{len(answer.of(what)):,} {what}" for what in HEADINGS], ", ")
    return Sheet(
        title=f"{counts}; {count_of(answer.documents, 'new document')}",
        scope=f"between {answer.since} and {answer.until or 'now'}",
        tables=tuple(Table(title, COLUMNS, tuple(map(_row, answer.of(what)))) for what, title in HEADINGS.items()),
        notes=(),
        empty="Nothing was learnt, superseded or judged.",
        records=Records(HEADER, tuple(_record(change) for change in answer.changes)),
    )


def history_sheet(answer: History) -> Sheet:
    """Lay out how an answer changed."""
    return Sheet(
        title=f"{answer.question.capitalize()}, {answer.names[0]} → {answer.names[1]}: "
        f"{count_of(len(answer.steps), 'change')} of the answer",
        scope=scope_line(answer.horizon),
        tables=(Table("", STEP_COLUMNS, tuple(_step(step) for step in answer.steps)),),
        notes=(),
        empty="The ledger holds no claim about the two.",
        records=Records(STEP_HEADER, tuple(_step_record(step) for step in answer.steps)),
    )


def _row(change: Change) -> tuple[str, ...]:
    return (
        "–" if change.entry is None else str(change.entry),
        "–" if change.recorded is None else f"{change.recorded:%Y-%m-%d}",
        change.by,
        change.said,
        change.why,
        change.subject[:SHORT_ID],
    )


def _record(change: Change) -> tuple[object, ...]:
    recorded = change.recorded and change.recorded.isoformat()
    return (change.what, change.subject, change.said, change.entry, recorded, change.by, change.why)


def _step(step: Step) -> tuple[str, ...]:
    entry = step.entry
    return (
        str(entry.number),
        f"{entry.recorded:%Y-%m-%d %H:%M}",
        entry.by,
        "\n".join(step.added) or "–",
        "\n".join(step.gone) or "–",
        entry.why,
    )


def _step_record(step: Step) -> tuple[object, ...]:
    entry = step.entry
    said = ("; ".join(step.added), "; ".join(step.gone))
    recorded = entry.recorded.isoformat()
    return (entry.number, recorded, entry.kind.value, entry.by, entry.why, entry.coder, *said)
