"""The sheet of ``watch``: what is new, what no longer counts, and which answers are not what they were."""

from dragoman.answers.brief import plain_date
from dragoman.answers.citation import Citation
from dragoman.answers.dispute import Contest, sides
from dragoman.answers.watch import Watch
from dragoman.answers.wording import sentence_of
from dragoman.cli.sheet import Column, Records, Sheet, Table
from dragoman.cli.sheets.evidence import Marks, scope_line

ANSWER_COLUMNS = (Column("Answer", ratio=1, style="bold"),)
CLAIM_COLUMNS = (
    Column("When", ratio=2, least=10),
    Column("What is said", ratio=6, style="bold"),
    Column("On whose word", ratio=5),
    Column("", ratio=1, least=4),
)
DISPUTE_COLUMNS = (Column("About", style="bold"), Column("What clashes", ratio=6), Column("Speakers", ratio=4))
HEADER = ("change", "what", "date")


def watch_sheet(answer: Watch) -> Sheet:
    """Lay out what changed."""
    marks = Marks()
    tables = (
        Table("Answers that changed", ANSWER_COLUMNS, tuple((one.title,) for one in answer.changes)),
        Table("New claims", CLAIM_COLUMNS, tuple(_claim(c, marks) for c in answer.claims)),
        Table("Claims that no longer count", CLAIM_COLUMNS, tuple(_claim(c, marks) for c in answer.superseded)),
        Table("New disputes", DISPUTE_COLUMNS, tuple(_dispute(c) for c in answer.contests)),
        Table("Disputes that are gone", DISPUTE_COLUMNS, tuple(_dispute(c) for c in answer.gone)),
    )
    return Sheet(
        title=f"What changed since {answer.since:%Y-%m-%d %H:%M} UTC",
        scope=scope_line(answer.horizon),
        tables=tables,
        notes=marks.notes(),
        empty="Nothing changed.",
        records=Records(HEADER, tuple(tuple(one[name] for name in HEADER) for one in answer.to_records())),
    )


def _claim(citation: Citation, marks: Marks) -> tuple[str, ...]:
    claim = citation.claim
    return (plain_date(claim.date), sentence_of(claim), citation.chain, marks.mark(citation))


def _dispute(contest: Contest) -> tuple[str, ...]:
    return (contest.dispute.kind.value, contest.dispute.reason, sides((*contest.left, *contest.right)))
