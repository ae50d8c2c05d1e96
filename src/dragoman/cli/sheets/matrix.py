"""The sheet of ``matrix``: a line for each two polities, or a column for each polity."""

from dragoman.answers.matrix import Matrix
from dragoman.answers.records import Record
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of
from dragoman.cli.sheets.evidence import Marks, left_out_notes, nothing_said, scope_line

COLUMNS = (
    Column("Polity", ratio=4, style="bold"),
    Column("Other", ratio=4, style="bold"),
    Column("How it stands", ratio=3),
    Column("Certainty"),
    Column("Since", ratio=2, least=10),
    Column("Origins", is_number=True),
    Column("", ratio=1, least=4),
)
HEADER = ("row", "row_name", "column", "column_name", "value", "certainty", "since", "origins", "claims")


def matrix_sheet(answer: Matrix, *, wide: bool = False) -> Sheet:
    """Lay out how polities stand to each other.

    Args:
        answer: The matrix.
        wide: A column for each polity, instead of a line for each two.
    """
    marks = Marks()
    table = _wide_table(answer.to_wide()) if wide else _long_table(answer, marks)
    left_out = left_out_notes(answer.left_out, marks)
    records = answer.to_wide() if wide else answer.to_records()
    header = (tuple(records[0]) if records else ("",)) if wide else HEADER
    return Sheet(
        title=f"{answer.relation.value.capitalize()}: {count_of(len(answer.cells), 'pair')} "
        f"of {count_of(len(answer.names), 'polity', 'polities')}",
        scope=scope_line(answer.horizon),
        tables=(table,),
        notes=(*marks.notes(), *left_out, *_notes(answer, wide=wide)),
        empty=nothing_said(answer.left_out, f"The ledger holds no claim about {answer.relation.value}."),
        records=Records(header, tuple(tuple(one[name] for name in header) for one in records)),
    )


def _long_table(answer: Matrix, marks: Marks) -> Table:
    name_of = dict(answer.names)
    rows = tuple(
        (
            name_of[cell.row],
            name_of[cell.column],
            cell.value,
            cell.certainty.value,
            cell.since or "no date",
            str(cell.origins),
            "".join(marks.mark(citation) for citation in cell.citations[:1]),
        )
        for cell in answer.cells
    )
    return Table("", COLUMNS, rows)


def _wide_table(rows: tuple[Record, ...]) -> Table:
    header = tuple(rows[0]) if rows else ("",)
    columns = tuple(Column(name, style="" if name else "bold") for name in header)
    return Table("", columns, tuple(tuple(str(row[name]) for name in header) for row in rows))


def _notes(answer: Matrix, *, wide: bool) -> tuple[Note, ...]:
    if not answer.cells:
        return ()
    marked = (Note("?", "only possible on the asked day."),) if wide else ()
    return (*marked, Note("No line", "of two of which no claim tells: that is not a denial."))
