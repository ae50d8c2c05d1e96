"""The sheet of ``evaluate``: figures with intervals, the confusion of roots, and what could not be compared."""

from collections.abc import Iterator

from dragoman.cli.sheet import Column, Note, Records, Sheet, Table
from dragoman.evaluation.page import Figure, find_blocks
from dragoman.evaluation.scoring import NOTHING, Score
from dragoman.evaluation.tally import measure_all

COLUMNS = (
    Column("Group", ratio=4),
    Column("Precision", is_number=True),
    Column("", is_wide=True),
    Column("Recall", is_number=True),
    Column("", is_wide=True),
    Column("F1", is_number=True),
    Column("", is_wide=True),
    Column("Gold", is_number=True),
    Column("Coded", is_number=True),
)
CONFUSION_COLUMNS = (Column("In the gold", ratio=1), Column("Coded as", ratio=1), Column("Times", is_number=True))
HEADER = (
    "group",
    "precision",
    "precision_low",
    "precision_high",
    "recall",
    "recall_low",
    "recall_high",
    "f1",
    "f1_low",
    "f1_high",
    "required",
    "right",
    "coded",
    "matched",
)


def score_sheet(score: Score, title: str) -> Sheet:
    """Lay out a score: whole claims, fields, roots, modes; then which roots were taken for which.

    Args:
        score: The result.
        title: What was scored.
    """
    tables = [Table(block.heading, COLUMNS, tuple(_rows(block.figures))) for block in find_blocks(score)]
    confused = Table("Roots taken for others", CONFUSION_COLUMNS, tuple(_confused(score)))
    return Sheet(
        title=title,
        scope=f"{len(score.documents)} documents; intervals: bootstrap over documents, 95 %",
        tables=(*tables, confused),
        notes=tuple(Note(d.name, fault) for d in score.documents for fault in d.faults),
        empty="The gold holds no document of that name.",
        records=Records(HEADER, tuple(_records(score))),
    )


def _rows(figures: tuple[Figure, ...]) -> Iterator[tuple[str, ...]]:
    for figure in figures:
        shares = [cell for share in figure.shares for cell in share]
        yield (figure.name, *shares, str(figure.required), str(figure.coded))


def _confused(score: Score) -> Iterator[tuple[str, ...]]:
    for (wanted, coded), count in score.confusion.most_common():
        if wanted != coded and NOTHING not in {wanted, coded}:
            yield (wanted, coded, str(count))


def _records(score: Score) -> Iterator[tuple[object, ...]]:
    for group, measured in measure_all([document.tallies for document in score.documents]).items():
        row: list[object] = [group]
        for name in ("precision", "recall", "f1"):
            interval = getattr(measured, name)
            row += [round(getattr(measured.tally, name), 3), *interval.to_list()]
        tally = measured.tally
        yield (*row, tally.required, tally.right, tally.coded, tally.matched)
