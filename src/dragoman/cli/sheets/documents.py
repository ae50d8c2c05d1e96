"""The sheet of ``documents``."""

from dragoman.answers.listing import DocumentList
from dragoman.cli.sheet import Column, Records, Sheet, Table, count_of
from dragoman.cli.sheets.evidence import SHORT_ID, times_line

COLUMNS = (
    Column("Document", is_fixed=True, style="dim"),
    Column("Name", ratio=5, style="bold"),
    Column("Published", ratio=2, least=10),
    Column("Outlet", ratio=3),
    Column("Title", ratio=5, is_wide=True),
    Column("Language", least=2),
    Column("Claims", is_number=True),
    Column("Uncoded", is_number=True),
)
HEADER = (
    "document",
    "name",
    "title",
    "address",
    "outlet",
    "published",
    "language",
    "claims",
    "uncoded",
    "recorded",
    "by",
    "why",
)


def documents_sheet(answer: DocumentList) -> Sheet:
    """Lay out the documents of a ledger."""
    rows = tuple(
        (
            row.page.id.removeprefix("sha256:")[:SHORT_ID],
            row.page.name,
            (row.page.published or "–")[:10],
            row.page.outlet or "–",
            row.page.title,
            row.language or "?",
            str(row.claims),
            str(row.uncoded) if row.uncoded else "–",
        )
        for row in answer.rows
    )
    records = tuple(
        (
            row.page.id,
            row.page.name,
            row.page.title,
            row.page.address,
            row.page.outlet,
            row.page.published,
            row.language,
            row.claims,
            row.uncoded,
            row.recorded,
            row.by,
            row.why,
        )
        for row in answer.rows
    )
    return Sheet(
        title=f"{count_of(len(answer.rows), 'document')}, {count_of(sum(row.claims for row in answer.rows), 'claim')}",
        scope=times_line(answer.horizon),
        tables=(Table("", COLUMNS, rows),),
        notes=(),
        empty="The ledger holds no document.",
        records=Records(HEADER, records),
    )
