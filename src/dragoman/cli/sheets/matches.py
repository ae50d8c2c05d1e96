"""The sheet of ``matches``: spellings that may name one bearer."""

from dragoman.answers.matches import Spelling, SpellingMatches
from dragoman.cli.sheet import Column, Records, Sheet, Table
from dragoman.cli.sheets.evidence import Marks, scope_line

COLUMNS = (
    Column("One spelling", ratio=4, style="bold"),
    Column("Another", ratio=4, style="bold"),
    Column("Of", ratio=1, least=4),
    Column("Score", is_number=True),
    Column("Certain", ratio=2, least=7),
    Column("Why", ratio=6),
)
HEADER = ("left", "right", "party", "score", "is_certain", "reasons", "left_claims", "right_claims")


def matches_sheet(answer: SpellingMatches) -> Sheet:
    """Lay out the proposals."""
    marks = Marks()
    rows = tuple(
        (
            f"{m.left.text} {marks.mark(m.left.citations[0])}",
            f"{m.right.text} {marks.mark(m.right.citations[0])}",
            m.left.party or "–",
            f"{m.score:.2f}",
            "yes" if m.is_certain else "no",
            "; ".join(m.reasons),
        )
        for m in answer.matches
    )
    records = tuple(
        (
            m.left.text,
            m.right.text,
            m.left.party or "",
            f"{m.score:.3f}",
            str(m.is_certain).lower(),
            "; ".join(m.reasons),
            _claims(m.left),
            _claims(m.right),
        )
        for m in answer.matches
    )
    return Sheet(
        title="Spellings that may be one name: proposals, nothing is merged",
        scope=scope_line(answer.horizon),
        tables=(Table("", COLUMNS, rows),),
        notes=marks.notes(),
        empty="No two spellings of the ledger look like one name.",
        records=Records(HEADER, records),
    )


def _claims(spelling: Spelling) -> str:
    return " ".join(citation.claim.id for citation in spelling.citations)
