"""The sheet of ``timeline``: one row for each thing that is said, by day."""

from dragoman.answers.brief import plain_date
from dragoman.answers.relations import Item
from dragoman.answers.timeline import Timeline
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of, joined
from dragoman.cli.sheets.evidence import Marks, brief_contest_notes, left_out_notes, nothing_said, scope_line
from dragoman.cli.sheets.relations import LADDER_COLUMNS, flags_of, ladder_row

COLUMNS = (
    Column("When", ratio=3, least=10),
    Column("Certainty"),
    Column("What is said", ratio=6, least=20, style="bold"),
    Column("On whose word", ratio=5),
    Column("Origins", is_number=True),
    Column("", ratio=1, least=4),
)
EMPTY = (
    "date earliest latest not_after certainty sentence kind topic status negated disputed actors recipients chain "
    "origins origin_names quote claims"
)


def timeline_sheet(answer: Timeline) -> Sheet:
    """Lay out all that is said of a polity or a pair."""
    marks = Marks()
    names = " and ".join(answer.names)
    tables = (
        Table("State of relations", LADDER_COLUMNS, tuple(ladder_row(span, marks) for span in answer.spans)),
        Table("By day", COLUMNS, tuple(_row(item, marks) for item in answer.dated)),
        Table("Without a date", COLUMNS, tuple(_row(item, marks) for item in answer.undated)),
    )
    left_out = left_out_notes(answer.left_out, marks)
    records = answer.to_records()
    header = tuple(records[0]) if records else tuple(EMPTY.split())
    return Sheet(
        title=f"Timeline of {names}",
        scope=scope_line(answer.horizon),
        tables=tables,
        notes=(*marks.notes(), *left_out, *_notes(answer)),
        empty=nothing_said(answer.left_out, f"The ledger holds no claim about {names}."),
        records=Records(header, tuple(tuple(_plain(one[name]) for name in header) for one in records)),
    )


def _row(item: Item, marks: Marks) -> tuple[str, ...]:
    best, flags = item.strand.best, flags_of(item)
    return (
        plain_date(item.date, not_after=item.not_after),
        item.strand.certainty.value,
        item.sentence + (f" [{flags}]" if flags else ""),
        best.chain,
        str(len(item.strand.origins)),
        marks.mark(best),
    )


def _notes(answer: Timeline) -> tuple[Note, ...]:
    verb = "is" if answer.later == 1 else "are"
    later = f"{count_of(answer.later, 'claim')} {verb} dated after {answer.horizon.as_of}."
    notes = (Note("Not counted", later),) if answer.later else ()
    return (*notes, *brief_contest_notes(answer.contests, joined(answer.parties[:1])))


def _plain(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
