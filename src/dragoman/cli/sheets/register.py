"""The sheet of ``polities``."""

from dragoman.answers.register import Register
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of

COLUMNS = (
    Column("Id", is_fixed=True, style="bold"),
    Column("Name", ratio=5),
    Column("Kind", ratio=2),
    Column("Codes", ratio=3),
    Column("Existed", ratio=3),
    Column("Claimed by", ratio=2),
    Column("Found because", ratio=3, is_wide=True, style="dim"),
)
HEADER = ("id", "name", "kind", "codes", "existed", "claimed_by", "note", "source", "reason")
FEW = 5


def register_sheet(answer: Register) -> Sheet:
    """Lay out entries of the authority file."""
    rows = tuple(
        (r.entity.id, r.entity.name, r.kind, r.codes, r.existed, ", ".join(r.claimed_by), r.reason) for r in answer.rows
    )
    records = tuple(
        (
            r.entity.id,
            r.entity.name,
            r.kind,
            r.codes,
            r.existed,
            ", ".join(r.claimed_by),
            r.entity.note,
            r.entity.source,
            r.reason,
        )
        for r in answer.rows
    )
    about = f" for “{answer.query}”" if answer.query else ""
    noted = [row for row in answer.rows[:FEW] if row.entity.note and answer.query]
    return Sheet(
        title=count_of(len(rows), "entry", "entries") + about,
        scope="",
        tables=(Table("", COLUMNS, rows),),
        notes=tuple(Note(row.entity.name, row.entity.note.rstrip(".") + ".") for row in noted),
        empty="Nobody in the authority file is called so, or nearly so.",
        records=Records(HEADER, records),
    )
