"""How polities stand to each other: a table of those who act by those who are acted on."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.answers.matrix import Cell, Matrix, Relation
from dragoman.dates.interval import Certainty
from dragoman.web.asked import Asked
from dragoman.web.views.frame import Frame

MOST_COLUMNS = 40
MOST_ROWS = 220
"""More is not drawn: whoever wants it asks for some polities, or takes the CSV."""

MARKS = {
    "recognises": ("●", "recognises"),
    "announced": ("◐", "announced only"),
    "withdrawn": ("○", "withdrew"),
    "refuses": ("✕", "refuses"),
}
"""Signs of recognition and what they mean; other steps are written out."""

LEAD = {
    Relation.RECOGNITION: "Each row recognises, announced, withdrew or refuses what stands above the column.",
    Relation.RELATIONS: "The step of the relations of the two; they are the same from both sides.",
    Relation.MISSIONS: "The mission that the row sends to what stands above the column.",
}


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell that tells something.

    Attributes:
        sign: What stands in it.
        words: The same in words, with the two sides and since when.
        address: The page of the two.
        is_sure: Whether it was so on the asked day for certain.
    """

    sign: str
    words: str
    address: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A polity above a column.

    Attributes:
        id: Its identifier.
        name: Its plain name.
        address: The page about it.
    """

    id: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        head: The polity.
        cells: One for each column; ``None`` where no claim tells.
    """

    head: Column
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A relation that may be asked for.

    Attributes:
        value: As it stands in the address.
        words: What it is called.
        is_chosen: Whether it is shown.
    """

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """How polities stand to each other.

    Attributes:
        frame: What stands around it.
        choices: The relations that may be asked for.
        relation: The one that is shown.
        of: Names of the polities that were asked for, or ``""``.
        columns: Those who stand above.
        lines: The rows.
        legend: Signs and what they mean.
        left_out: What is not drawn, in a sentence, or ``""``.
        policy: How claims were weighed.
        kept: What the form with the times sends along.
    """

    frame: Frame
    choices: tuple[Choice, ...]
    relation: str
    of: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[str, str], ...]
    left_out: str
    policy: str
    kept: tuple[tuple[str, str], ...]


def show_matrix(answer: Matrix, of: str, asked: Asked) -> MatrixPage:
    """Lay out how polities stand to each other.

    Args:
        answer: The matrix.
        of: Names of the polities that were asked for, or ``""``.
        asked: The limits that links carry on.
    """
    is_mutual = answer.relation is Relation.RELATIONS
    cells = {(cell.row, cell.column): cell for cell in answer.cells}
    if is_mutual:
        cells |= {(column, row): cell for (row, column), cell in cells.items()}
    name_of = dict(answer.names)
    # The fewer side stands above; those of whom most is told come first where not all have room.
    columns = _most(cells, 1, MOST_COLUMNS, name_of)
    rows = _most([pair for pair in cells if pair[1] in columns], 0, MOST_ROWS, name_of)
    drawn = [pair for pair in cells if pair[0] in rows and pair[1] in columns]
    missing = (len(cells) - len(drawn)) // (2 if is_mutual else 1)
    told = {_sign(cell)[0]: _sign(cell)[1] for pair, cell in cells.items() if pair in set(drawn)}
    relation = answer.relation.value
    return MatrixPage(
        frame=Frame(
            "Matrix", LEAD[answer.relation], here="matrix", asked=asked, action="/matrix", answer=("matrix", relation)
        ),
        choices=tuple(Choice(one.value, one.value.capitalize(), one is answer.relation) for one in Relation),
        relation=relation,
        of=of,
        columns=tuple(_head(one, name_of, asked) for one in columns),
        lines=tuple(
            Line(
                _head(row, name_of, asked), tuple(_cell(cells.get((row, column)), name_of, asked) for column in columns)
            )
            for row in rows
        ),
        legend=tuple((sign, words) for sign, words in told.items() if sign != words),
        left_out=f"{missing} more pairs are not drawn: ask for some polities, or take the CSV." if missing else "",
        policy=answer.horizon.policy.title,
        kept=(("relation", relation), ("of", of)),
    )


def _most(
    pairs: Sequence[tuple[str, str]] | dict[tuple[str, str], Cell], side: int, most: int, name_of: dict[str, str]
) -> list[str]:
    counts: dict[str, int] = {}
    for pair in pairs:
        counts[pair[side]] = counts.get(pair[side], 0) + 1
    kept = sorted(counts, key=lambda one: (-counts[one], name_of[one]))[:most]
    return sorted(kept, key=lambda one: name_of[one])


def _head(identifier: str, name_of: dict[str, str], asked: Asked) -> Column:
    return Column(identifier, name_of[identifier], asked.at("recognition", identifier))


def _sign(cell: Cell) -> tuple[str, str]:
    return MARKS.get(cell.value, (cell.value, cell.value))


def _cell(cell: Cell | None, name_of: dict[str, str], asked: Asked) -> CellView | None:
    if cell is None:
        return None
    sign, words = _sign(cell)
    since = f", since {cell.since}" if cell.since else ""
    is_sure = cell.certainty is Certainty.CERTAINLY
    doubt = "" if is_sure else ", possibly"
    said = f"{name_of[cell.row]} – {name_of[cell.column]}: {words}{since}{doubt}"
    return CellView(sign if is_sure else f"{sign}?", said, asked.at("relations", cell.row, cell.column), is_sure)
