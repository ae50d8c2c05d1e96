"""The picture of a timeline as SVG that stands alone: it needs no style sheet, and each number is told below it."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.answers.axis import WIDTH
from dragoman.answers.brief import plain_date
from dragoman.answers.drawing import Drawing, draw_timeline
from dragoman.answers.ladder import Span
from dragoman.answers.relations import Item

LINE = 18
"""Height of a line of the legend."""

MOST_LETTERS = 130
MOST_TOLD = 200
"""Events that the legend tells; the picture numbers all."""


def write_picture(title: str, spans: Sequence[Span], items: Sequence[Item], *, has_legend: bool = True) -> str:
    """Return the picture of a timeline as SVG.

    Args:
        title: What it shows.
        spans: Steps of the ladders.
        items: What has a date, in the order of their numbers.
        has_legend: Whether each number is told below the picture.
    """
    drawing = draw_timeline(spans, items) or Drawing(WIDTH, LINE, (), (), ())
    told = tuple(f"{plain_date(item.date)}  {item.sentence}" for item in items[:MOST_TOLD]) if has_legend else ()
    more = len(items) - MOST_TOLD
    told += (f"and {more} more",) if has_legend and more > 0 else ()
    environment = Environment(
        loader=PackageLoader("dragoman.answers"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("timeline.svg").render(
        title=title,
        drawing=drawing,
        legend=tuple(line if len(line) <= MOST_LETTERS else line[: MOST_LETTERS - 1] + "…" for line in told),
        line=LINE,
    )
