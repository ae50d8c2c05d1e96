"""The sheets of ``sources``: all outlets, and what one of them told."""

from dragoman.answers.sources import Source, Sources
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of
from dragoman.cli.sheets.evidence import Marks, left_out_notes, nothing_said, scope_line

UNNAMED = "(names no outlet)"
COLUMNS = (
    Column("Outlet", ratio=4, style="bold"),
    Column("Documents", is_number=True),
    Column("Claims", is_number=True),
    Column("First", ratio=1, least=10),
    Column("Last", ratio=1, least=10),
)
HEADER = ("outlet", "documents", "claims", "first", "last")
ORIGIN_COLUMNS = (Column("Goes back to", ratio=4, style="bold"), Column("Claims", is_number=True))
LOADED_COLUMNS = (
    Column("Loaded word", ratio=3, style="bold"),
    Column("Times", is_number=True),
    Column("Why it is marked", ratio=5),
    Column("", ratio=1, least=4),
)


def sources_sheet(answer: Sources) -> Sheet:
    """Lay out all outlets."""
    rows = tuple(
        (row.outlet or UNNAMED, str(row.documents), str(row.claims), row.first or "no date", row.last or "no date")
        for row in answer.rows
    )
    records = tuple((row.outlet, row.documents, row.claims, row.first, row.last) for row in answer.rows)
    return Sheet(
        title=count_of(len(answer.rows), "outlet"),
        scope=scope_line(answer.horizon),
        tables=(Table("", COLUMNS, rows),),
        notes=(),
        empty="The ledger holds no document.",
        records=Records(HEADER, records),
    )


def source_sheet(answer: Source) -> Sheet:
    """Lay out what one outlet told."""
    marks = Marks()
    origins = tuple((name, str(claims)) for name, claims in answer.origins)
    loaded = tuple((f"“{use.text}”", str(use.times), use.note, marks.mark(use.citation)) for use in answer.loaded)
    told = f"{count_of(answer.row.claims, 'claim')} on {count_of(answer.row.documents, 'document')}"
    read = f"read from the {len(answer.pages)} recorded last" if len(answer.pages) < answer.row.documents else ""
    return Sheet(
        title=f"{answer.row.outlet or UNNAMED}: {told}",
        scope=scope_line(answer.horizon),
        tables=(Table("", ORIGIN_COLUMNS, origins), *((Table("", LOADED_COLUMNS, loaded),) if loaded else ())),
        notes=(
            *((Note("Origins", f"{read}."),) if read else ()),
            *marks.notes(),
            *left_out_notes(answer.left_out, marks),
        ),
        empty=nothing_said(answer.left_out, "Its documents make no claim."),
        records=Records(("origin", "claims"), answer.origins),
    )
