"""What is said of a pair, or a part of it: a drawing, and the same as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from dragoman.answers.axis import Scale
from dragoman.answers.brief import FLAGS, plain_date, plain_span
from dragoman.answers.drawing import Drawing, draw_timeline, is_within, whole_scale
from dragoman.answers.ladder import Span
from dragoman.answers.narrowing import count_roots, count_sources
from dragoman.answers.relations import Item, Relations
from dragoman.dates.interval import Certainty
from dragoman.web.asked import Asked
from dragoman.web.pair_asked import PairAsked, farther, moved, nearer
from dragoman.web.views.cited import MOST_CONTESTS, Cited, ContestView, cite, show_contests
from dragoman.web.views.frame import Frame

MOST = 300
"""Things that a page shows; whoever wants to see more of them looks at fewer days."""

MOST_SOURCES = 80
"""Sources that a reader may choose from, those with most claims."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder.

    Attributes:
        number: Its place among the steps, from 1.
        ladder: Which ladder, and whose step.
        step: The step, or "not known" for a gap.
        time: From when to when, in words.
        cited: The claim that begins or tells of it, else one that ends it; ``None`` where there is none.
    """

    number: int
    ladder: str
    step: str
    time: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said of the pair.

    Attributes:
        number: Its number in the drawing; 0 where it has no date.
        when: The day in plain words.
        sentence: What is said.
        flags: Announced, background, denial, disputed, perhaps after the asked day.
        origins: How many sources stand behind it.
        best: The claim to show first.
    """

    number: int
    when: str
    sentence: str
    flags: tuple[str, ...]
    origins: int
    best: Cited


@dataclass(frozen=True, slots=True)
class Move:
    """A way to other days.

    Attributes:
        key: ``in``, ``out``, ``earlier``, ``later`` or ``all``.
        sign: What is written on it.
        words: What it does.
        address: Where it leads, or ``""`` where there is nothing more to see.
    """

    key: str
    sign: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be chosen.

    Attributes:
        value: What it is called.
        count: How much there is of it.
        is_chosen: Whether it is chosen.
    """

    value: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PartView:
    """Which part of the timeline is shown, and how another is chosen.

    Attributes:
        action: Path that the form asks.
        kept: Names and values of the question's limits, which the form keeps.
        fields: Names and values of this part, which the form of the limits keeps.
        first: Left edge as the address has it.
        last: Right edge as the address has it.
        days: The days of the drawing in words; ``""`` without one.
        moves: Ways to other days.
        roots: Roots and kinds to choose from.
        sources: Sources to choose from.
        source: The source that is chosen, or ``""``.
        whole: Address of everything; ``""`` where it is shown already.
    """

    action: str
    kept: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]
    first: str
    last: str
    days: str
    moves: tuple[Move, ...]
    roots: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    source: str
    whole: str


@dataclass(frozen=True, slots=True)
class RelationsPage:
    """What is said of a pair.

    Attributes:
        frame: What stands around it.
        part: Which part of it is shown.
        drawing: The timeline, or ``None`` where nothing has a day.
        steps: States of the ladders.
        timeline: What has a date on these days.
        undated: What has none.
        before: How much is dated before these days.
        after: How much is dated after them.
        more: How much more of these days there is than is shown.
        later: How many claims are dated after the asked day.
        policy: How claims were weighed.
        contests: What cannot both hold, as far as there is room.
        more_contests: How many more there are.
    """

    frame: Frame
    part: PartView
    drawing: Drawing | None
    steps: tuple[Step, ...]
    timeline: tuple[Said, ...]
    undated: tuple[Said, ...]
    before: int
    after: int
    more: int
    later: int
    policy: str
    contests: tuple[ContestView, ...]
    more_contests: int

    @property
    def said(self) -> dict[int, Said]:
        """What has a date, by its number."""
        return {item.number: item for item in self.timeline}


def show_relations(answer: Relations, found: Relations, asked: Asked, part: PairAsked) -> RelationsPage:
    """Lay out what is said of a pair.

    Args:
        answer: Everything.
        found: The part that is asked for, of all days.
        asked: The limits of the question.
        part: Which part.

    Raises:
        DateError: The last of the asked days is not later than the first.
    """
    whole = whole_scale(answer.spans, answer.timeline)
    scale = part.scale(whole)
    numbered = list(enumerate(found.timeline, start=1))
    inside = [(number, item) for number, item in numbered if scale is not None and is_within(item, scale)]
    before = sum(scale is not None and not is_within(i, scale) and _is_before(i, scale) for _, i in numbered)
    shown = found.timeline[: inside[:MOST][-1][0]] if inside else ()
    return RelationsPage(
        frame=Frame(
            f"{answer.names[0]} and {answer.names[1]}",
            asked=asked,
            action="/relations/" + "/".join(answer.pair),
            answer=("relations", *answer.pair),
        ),
        part=_part(answer, asked, part, (scale, whole)),
        drawing=None if scale is None else draw_timeline(found.spans, shown, within=scale),
        steps=tuple(_step(span, number, asked) for number, span in enumerate(found.spans, start=1)),
        timeline=tuple(_said(item, number, asked) for number, item in inside[:MOST]),
        undated=tuple(_said(item, 0, asked) for item in found.undated[:MOST]),
        before=before,
        after=len(numbered) - len(inside) - before,
        more=max(0, len(inside) - MOST) + max(0, len(found.undated) - MOST),
        later=answer.later,
        policy=answer.horizon.policy.title,
        contests=show_contests(found.contests, asked),
        more_contests=max(0, sum(one.is_real for one in found.contests) - MOST_CONTESTS),
    )


def _is_before(item: Item, scale: Scale) -> bool:
    return item.date is not None and item.date.latest is not None and item.date.latest < scale.first


def _part(answer: Relations, asked: Asked, part: PairAsked, scales: tuple[Scale | None, Scale | None]) -> PartView:
    scale, whole = scales
    sources = count_sources(answer)
    return PartView(
        action="/relations/" + "/".join(quote(one, safe=":") for one in answer.pair),
        kept=tuple(parse_qsl(urlsplit(asked.at("relations")).query)),
        fields=part.fields,
        first=part.first,
        last=part.last,
        days="" if scale is None else f"{scale.first} to {scale.last}",
        moves=() if scale is None or whole is None else _moves(answer.pair, asked, part, (scale, whole)),
        roots=tuple(Choice(root, count, root in part.roots) for root, count in count_roots(answer)),
        sources=tuple(Choice(name, count, name == part.source) for name, count in sources[:MOST_SOURCES]),
        source=part.source,
        whole="" if part.is_whole else asked.at("relations", *answer.pair),
    )


def _moves(pair: tuple[str, str], asked: Asked, part: PairAsked, scales: tuple[Scale, Scale]) -> tuple[Move, ...]:
    scale, whole = scales
    ways: Sequence[tuple[str, str, str, Scale | None]] = (
        ("earlier", "←", "Earlier", moved(scale, whole, later=False)),
        ("in", "+", "Nearer", nearer(scale)),
        ("out", "−", "Farther", farther(scale, whole)),
        ("later", "→", "Later", moved(scale, whole, later=True)),
        ("all", "0", "All days", whole if part.first or part.last else None),
    )
    return tuple(
        Move(key, sign, words, "" if to is None else part.on(to, whole).at(pair, asked))
        for key, sign, words, to in ways
    )


def _step(span: Span, number: int, asked: Asked) -> Step:
    telling = (*span.citations, *span.ended_by)
    time = plain_span(span) + (" (told as a state)" if span.is_state else "")
    cited = cite(telling[0], asked) if telling else None
    return Step(number, f"{span.ladder.value}: {span.title}", span.step or "not known", time, cited)


def _said(item: Item, number: int, asked: Asked) -> Said:
    flags = (
        FLAGS.get(item.status, ""),
        "denial" if item.negated else "",
        "disputed" if item.is_disputed else "",
        "" if item.strand.certainty is Certainty.CERTAINLY else "perhaps after that day",
    )
    answers = f", in answer to: {'; '.join(item.reacts_to)}" if item.reacts_to else ""
    return Said(
        number=number,
        when=plain_date(item.date, not_after=item.not_after),
        sentence=item.sentence + answers,
        flags=tuple(flag for flag in flags if flag),
        origins=len(item.strand.origins),
        best=cite(item.strand.best, asked),
    )
