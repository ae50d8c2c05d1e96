"""A page about a score: the figures, the confusion of roots, and each mistake with its words marked.

It stands alone: no script, no font and no style comes from elsewhere, so that it can be kept beside a paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.evaluation.mistake import Mistake, MistakeKind
from dragoman.evaluation.scoring import NOTHING, Score
from dragoman.evaluation.tally import Interval, measure_all

KINDS = {
    MistakeKind.MISSED: "not found",
    MistakeKind.WRONG: "found with a wrong part",
    MistakeKind.FALSE: "said, but not in the gold",
}
_BLOCKS = (
    ("Whole claims", "", "Every part right: event, sides, status, denial, date and speaker."),
    ("Fields", "field: ", "Each field alone, claim by claim; participants one by one."),
    ("Whole claims by root", "root: ", ""),
    ("Whole claims by mode", "mode: ", ""),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a table of figures, as text.

    Attributes:
        name: Of the group.
        shares: Precision, recall and F1, each with its interval.
        required: Things of the gold.
        coded: Things that the coder said.
    """

    name: str
    shares: tuple[tuple[str, str], ...]
    required: int
    coded: int


@dataclass(frozen=True, slots=True)
class Block:
    """A table of figures with its heading.

    Attributes:
        heading: Its title.
        note: What is counted, or ``""``.
        figures: Its rows.
    """

    heading: str
    note: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ScorePage:
    """All that the page shows.

    Attributes:
        title: Of the page.
        scope: What was compared, in a line.
        blocks: Tables of figures.
        classes: Roots of the confusion table, in the order of rows and columns.
        confusion: Its counts, row by row: what the gold has against what was coded.
        groups: Mistakes by document.
        faults: What could not be compared.
        kinds: What each kind of mistake is called.
    """

    title: str
    scope: str
    blocks: tuple[Block, ...]
    classes: tuple[str, ...]
    confusion: tuple[tuple[str, tuple[int, ...]], ...]
    groups: tuple[tuple[str, tuple[Mistake, ...]], ...]
    faults: tuple[tuple[str, str], ...]
    kinds: dict[MistakeKind, str]


def write_page(score: Score, *, title: str, coder: str) -> str:
    """Return the page about a score as HTML.

    Args:
        score: The result.
        title: What was scored, such as the names of the gold files.
        coder: Name and version of the coder.
    """
    environment = Environment(
        loader=PackageLoader("dragoman.evaluation"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("score.html").render(page=_page(score, title, coder))


def find_blocks(score: Score) -> Iterable[Block]:
    """Yield the tables of figures: whole claims, fields, roots, modes; the most frequent groups first."""
    measured = measure_all([document.tallies for document in score.documents])
    for heading, mark, note in _BLOCKS:
        kept = {n: m for n, m in measured.items() if (n.startswith(mark) if mark else n == "all")}
        ranked = sorted(kept.items(), key=lambda item: (-item[1].tally.required, item[0])) if mark else kept.items()
        figures = tuple(
            Figure(
                name.removeprefix(mark),
                (
                    _share(m.tally.precision, m.precision, m.tally.coded),
                    _share(m.tally.recall, m.recall, m.tally.required),
                    _share(m.tally.f1, m.f1, m.tally.required + m.tally.coded),
                ),
                m.tally.required,
                m.tally.coded,
            )
            for name, m in ranked
        )
        yield Block(heading, note, figures)


def _share(value: float, interval: Interval, count: int) -> tuple[str, str]:
    return (f"{value:.2f}", f"{interval.low:.2f}–{interval.high:.2f}") if count else ("–", "")


def _page(score: Score, title: str, coder: str) -> ScorePage:
    classes = sorted({name for pair in score.confusion for name in pair} - {NOTHING})
    shown = (*classes, NOTHING)
    faults = tuple((document.name, fault) for document in score.documents for fault in document.faults)
    total = score.all
    return ScorePage(
        title=title,
        scope=(
            f"{len(score.documents)} documents, {total.required} claims to find, {total.coded} found by {coder}. "
            "Intervals: 95 of 100 collections of documents like these (bootstrap over documents)."
        ),
        blocks=tuple(block for block in find_blocks(score) if block.figures),
        classes=shown,
        confusion=tuple((row, tuple(score.confusion[row, column] for column in shown)) for row in shown),
        groups=tuple((d.name, d.mistakes) for d in score.documents if d.mistakes),
        faults=faults,
        kinds=KINDS,
    )
