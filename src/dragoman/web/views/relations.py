"""What is said of a pair: a drawing, and the same as tables."""

from dataclasses import dataclass

from dragoman.answers.brief import FLAGS, plain_date, plain_span
from dragoman.answers.drawing import Drawing, draw_timeline
from dragoman.answers.ladder import Span
from dragoman.answers.relations import Item, Relations
from dragoman.dates.interval import Certainty
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, ContestView, cite, show_contest
from dragoman.web.views.frame import Frame


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder.

    Attributes:
        ladder: Which ladder, and whose step.
        step: The step, or "not known" for a gap.
        time: From when to when, in words.
        cited: The claim that begins or tells of it, else one that ends it; ``None`` where there is none.
    """

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
class RelationsPage:
    """What is said of a pair.

    Attributes:
        frame: What stands around it.
        drawing: The timeline, or ``None`` where nothing has a day.
        steps: States of the ladders.
        timeline: What has a date.
        undated: What has none.
        later: How many claims are dated after the asked day.
        policy: How claims were weighed.
        contests: What cannot both hold.
    """

    frame: Frame
    drawing: Drawing | None
    steps: tuple[Step, ...]
    timeline: tuple[Said, ...]
    undated: tuple[Said, ...]
    later: int
    policy: str
    contests: tuple[ContestView, ...]


def show_relations(answer: Relations, asked: Asked) -> RelationsPage:
    """Lay out what is said of a pair."""
    title = f"{answer.names[0]} and {answer.names[1]}"
    return RelationsPage(
        frame=Frame(
            title, asked=asked, action="/relations/" + "/".join(answer.pair), answer=("relations", *answer.pair)
        ),
        drawing=draw_timeline(answer.spans, answer.timeline),
        steps=tuple(_step(span, asked) for span in answer.spans),
        timeline=tuple(_said(item, number, asked) for number, item in enumerate(answer.timeline, start=1)),
        undated=tuple(_said(item, 0, asked) for item in answer.undated),
        later=answer.later,
        policy=answer.horizon.policy.title,
        contests=tuple(show_contest(contest, asked) for contest in answer.contests if contest.is_real),
    )


def _step(span: Span, asked: Asked) -> Step:
    telling = (*span.citations, *span.ended_by)
    time = plain_span(span) + (" (told as a state)" if span.is_state else "")
    cited = cite(telling[0], asked) if telling else None
    return Step(f"{span.ladder.value}: {span.title}", span.step or "not known", time, cited)


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
