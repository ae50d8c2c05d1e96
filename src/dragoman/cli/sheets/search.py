"""The sheet of ``search``: where words stand."""

from dragoman.answers.search import Search, Searched, SearchHit
from dragoman.cli.sheet import Column, Records, Sheet, Table, count_of
from dragoman.cli.sheets.evidence import scope_line

OPEN, CLOSE = "»", "«"
"""Marks around what was looked for."""

COLUMNS = (
    Column("Document", ratio=4, style="bold"),
    Column("Published", is_fixed=True),
    Column("In", is_fixed=True),
    Column("Times", is_number=True),
    Column("Words", ratio=10),
)
HEADER = ("document", "name", "title", "outlet", "published", "language", "times", "claim", "snippet")


def search_sheet(answer: Search) -> Sheet:
    """Lay out where words stand."""
    what = ("document", "") if answer.place is Searched.DOCUMENTS else ("quote", "")
    number = count_of(len(answer.hits), *what)
    return Sheet(
        title=f"“{answer.words}” stands in {number}" + (", and in more that are not shown" if answer.has_more else ""),
        scope=scope_line(answer.horizon),
        tables=(Table("", COLUMNS, tuple(_row(hit) for hit in answer.hits)),),
        notes=(),
        empty="No text of the ledger has these words." if answer.phrases else "There is no word in this.",
        records=Records(HEADER, tuple(_record(hit) for hit in answer.hits)),
    )


def marked(hit: SearchHit) -> str:
    """Return a snippet with marks around what was looked for."""
    return "".join(f"{OPEN}{piece.text}{CLOSE}" if piece.is_hit else piece.text for piece in hit.snippet)


def _row(hit: SearchHit) -> tuple[str, ...]:
    return (hit.page.label, (hit.page.published or "")[:10], hit.language or "", str(hit.times), marked(hit))


def _record(hit: SearchHit) -> tuple[object, ...]:
    page = hit.page
    claim = hit.citation.claim.id if hit.citation is not None else ""
    return (
        page.id,
        page.name,
        page.title,
        page.outlet or "",
        page.published or "",
        hit.language or "",
        hit.times,
        claim,
        marked(hit),
    )
