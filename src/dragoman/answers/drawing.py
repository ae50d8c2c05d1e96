"""A timeline of a pair as a drawing: steps of ladders as bars, events as numbered marks below them.

A date that may be any of several days is drawn as the whole span of these days. A gap is drawn as a
gap. All lengths are units of the drawing, which is as wide as :data:`dragoman.answers.axis.WIDTH`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.answers.axis import EDGE, WIDTH, Scale, Tick, find_ticks
from dragoman.answers.brief import plain_date, plain_span
from dragoman.answers.ladder import Span
from dragoman.answers.relations import Item
from dragoman.dates.event_date import EventDate

ROW = 46
BAR = 16
LANE = 26
MARK = 20
LEAST = 3.0
NONE = "none"


@dataclass(frozen=True, slots=True)
class Bar:
    """A step of a ladder, or a gap.

    Attributes:
        x: Where it begins.
        width: How long it is.
        sure_x: Where it has begun for certain.
        sure_width: How long it lasts for certain; 0 where that is not known.
        sort: ``held``, ``none``, ``open`` (its beginning or its end is not known), ``told`` (a state without an act) or
            ``gap``.
        label: The step.
        title: The step with its time in words.
        number: Its place among the steps that are drawn, from 1.
    """

    x: float
    width: float
    sure_x: float
    sure_width: float
    sort: str
    label: str
    title: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The steps of one ladder.

    Attributes:
        y: Top of the row.
        label: Ladder and sides.
        bars: Its steps and gaps.
    """

    y: float
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event.

    Attributes:
        number: Its number in the table.
        x: Where it begins.
        y: Top of its lane.
        width: How long the days last that may be meant; at least as wide as its number.
        is_exact: Whether the day is known.
        title: What is said, with its date in words.
    """

    number: int
    x: float
    y: float
    width: float
    is_exact: bool
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole timeline.

    Attributes:
        width: Of the drawing.
        height: Of the drawing.
        ticks: The axis.
        rows: The ladders.
        marks: The events.
    """

    width: int
    height: float
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]


def draw_timeline(spans: Sequence[Span], items: Sequence[Item], *, within: Scale | None = None) -> Drawing | None:
    """Return the drawing of a pair, or ``None`` where nothing has a day.

    Args:
        spans: Steps of the ladders.
        items: What has a date, in the order of the table; each keeps its number.
        within: The days to draw, both edges inside; ``None`` for all.
    """
    scale = within or whole_scale(spans, items)
    if scale is None:
        return None
    rows = tuple(_rows(spans, scale))
    marks = tuple(_marks(items, scale, EDGE + ROW * len(rows) + LANE))
    height = max([mark.y + LANE for mark in marks], default=EDGE + ROW * len(rows)) + EDGE
    return Drawing(WIDTH, height, tuple(find_ticks(scale)), rows, marks)


def whole_scale(spans: Sequence[Span], items: Sequence[Item]) -> Scale | None:
    """Return the scale on which everything has its place, or ``None`` where nothing has a day.

    Args:
        spans: Steps of the ladders.
        items: What has a date.
    """
    days = list(_days([*(s.start for s in spans), *(s.end for s in spans), *(item.date for item in items)]))
    if not days:
        return None
    return Scale(date(min(days).year, 1, 1), date(min(max(days).year + 1, date.max.year), 12, 31))


def is_within(item: Item, scale: Scale) -> bool:
    """Tell whether a day that an item may mean is on a scale."""
    return item.date is not None and scale.touches(item.date.earliest, item.date.latest)


def _days(dates: Iterable[EventDate | None]) -> Iterator[date]:
    for one in dates:
        if one is not None:
            yield from (day for day in (one.earliest, one.latest) if day is not None)


def _rows(spans: Sequence[Span], scale: Scale) -> Iterator[Row]:
    tracks: dict[str, list[tuple[int, Span]]] = {}
    for number, span in enumerate(spans, start=1):
        if span.start is not None or span.end is not None:
            tracks.setdefault(f"{span.ladder.value}: {span.title}", []).append((number, span))
    for place, (label, found) in enumerate(tracks.items()):
        bars = [_bar(number, span, scale) for number, span in found if _is_drawn(span, scale)]
        yield Row(EDGE + ROW * place, label, tuple(bars))


def _is_drawn(span: Span, scale: Scale) -> bool:
    return scale.touches(_first(span.start), _last(span.start if span.is_state else span.end))


def _bar(number: int, span: Span, scale: Scale) -> Bar:
    end = span.start if span.is_state else span.end
    x, right = scale.x(_first(span.start) or scale.first), scale.x(_last(end) or scale.last)
    sort = _sort(span)
    begun = scale.x(_last(span.start) or scale.first)
    ended = scale.x(_first(span.end) or scale.last)
    sure = max(round(ended - begun, 1), 0.0) if sort == "held" else 0.0
    step = span.step or "not known"
    return Bar(x, max(round(right - x, 1), LEAST), begun, sure, sort, step, f"{step}: {plain_span(span)}", number)


def _first(day: EventDate | None) -> date | None:
    return None if day is None else day.earliest


def _last(day: EventDate | None) -> date | None:
    return None if day is None else day.latest


def _sort(span: Span) -> str:
    if span.step is None:
        return "gap"
    if span.is_state:
        return "told"
    if span.step.casefold() == NONE:
        return "none"
    return "held" if span.start is not None and span.end is not None else "open"


def _marks(items: Sequence[Item], scale: Scale, top: float) -> Iterator[Mark]:
    ends: list[float] = []
    for number, item in enumerate(items, start=1):
        if not is_within(item, scale):
            continue
        first, last = (item.date.earliest, item.date.latest) if item.date is not None else (None, None)
        x = scale.x(first or scale.first)
        width = max(round(scale.x(last or scale.last) - x, 1), MARK)
        # A known day stands in the middle of its mark; a span begins where its mark does.
        x = min(x - MARK / 2 if width == MARK else x, WIDTH - width)
        lane = next((place for place, end in enumerate(ends) if end < x), len(ends))
        ends[lane : lane + 1] = [x + width + 2]
        title = f"{plain_date(item.date)}: {item.sentence}"
        yield Mark(number, x, top + lane * LANE, width, first is not None and first == last, title)
